"""A gold and its reports' texts in, the record that says exactly the same out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eval.gold_record_withdrawn import withdraw

Line = dict[str, Any]


def record_of(gold: Mapping[str, Any], texts: Mapping[str, str]) -> Line:
    """Return a record with one line for each line of the gold, required or not."""
    make = _Maker(gold, texts)
    record = {
        "reports": [make.report(report) for report in gold["reports"]],
        "copies": [
            {
                "original": line["original"],
                "reports": [{"report": file, "share": 1.0} for file in line["reports"]],
            }
            for line in gold["copies"]
        ],
        "stories": [{"reports": line["reports"]} for line in gold["stories"]],
        "statements": [make.statement(line) for line in gold["statements"]],
        "events": [make.event(line) for line in gold["events"]],
        "figures": [
            {"readings": [make.reading(reading) for reading in line["readings"]]} for line in gold["figures"]
        ],
        "differences": [make.difference(line) for line in gold["differences"]],
        "entities": make.entities(),
    }
    withdraw(record, gold, make.span)
    return record


class _Maker:
    """Makes lines of a record; remembers who is named beside the gold's entities."""

    def __init__(self, gold: Mapping[str, Any], texts: Mapping[str, str]) -> None:
        self._gold = gold
        self._texts = texts
        self._unnamed: dict[str, Line] = {}
        self._earlier = {line["later"]: line["earlier"] for line in gold.get("revisions", ())}

    def entities(self) -> list[Line]:
        """Return the gold's entities and the unnamed speakers and givers met so far."""
        named = [
            {
                "id": line["name"],
                "name": line["name"],
                "kind": line["kind"],
                "aliases": line["aliases"],
                "mentions": [],
            }
            for line in self._gold["entities"]
        ]
        return [*named, *self._unnamed.values()]

    def who(self, name: str) -> str:
        """Return the id of an entity, made as an unnamed one if the gold has none of this name."""
        if name not in {line["name"] for line in self._gold["entities"]}:
            self._unnamed[name] = {"id": name, "name": name, "kind": "unnamed", "aliases": [], "mentions": []}
        return name

    def span(self, file: str, words: str, nth: int | None) -> Line:
        """Return the span of words in a report's text."""
        start = -1
        for _ in range((nth or 0) + 1):
            start = self._texts[file].index(words, start + 1)
        return {"report": file, "start": start, "end": start + len(words), "text": words}

    def support(self, label: Line, key: str, givers: tuple[str, ...] = ()) -> Line:
        """Return a support that rests on a label's words."""
        span = self.span(label["report"], label[key], label.get("nth"))
        return {"span": span, "given_by": [self.who(name) for name in givers]}

    def report(self, line: Line) -> Line:
        """Return a report with the gold's facts."""
        facts = {key: line[key] for key in ("outlet", "headline", "dateline", "credit", "bylines")}
        published = {"edtf": line["published"]} if line["published"] else None
        text = self._texts[line["file"]]
        return {
            "id": line["file"],
            "address": f"x/{line['file']}",
            "text": text,
            "published": published,
            "revises": self._earlier.get(line["file"]),
            **facts,
        }

    def statement(self, line: Line) -> Line:
        """Return a statement with all its variants."""
        variants = [
            {
                "report": variant["report"],
                "pieces": [
                    {"content": [self.span(variant["report"], piece["content"], piece.get("nth"))]}
                    for piece in variant["pieces"]
                ],
            }
            for variant in line["variants"]
        ]
        return {
            "speakers": [self.who(name) for name in line["speakers"]],
            "standing": line.get("standing"),
            "variants": variants,
        }

    def event(self, line: Line) -> Line:
        """Return an event with a support for each mention."""
        return {
            "id": line["label"],
            "label": line["label"],
            "part_of": line.get("part_of"),
            "standing": line.get("standing"),
            "when": {"edtf": line["when"]} if line["when"] else None,
            "modality": line["modality"],
            "outcome": {"state": line["outcome"]} if line["outcome"] else None,
            "support": [self.support(mention, "words") for mention in line["mentions"]],
        }

    def reading(self, line: Line) -> Line:
        """Return one reading of a figure."""
        values = {key: line[key] for key in ("printed", "low", "high", "hedge")}
        return {**values, "support": self.support(line, "printed", tuple(line["giver"]))}

    def difference(self, line: Line) -> Line:
        """Return a difference with a side for each of the gold's words."""
        sides = [
            {"claim": side["words"], "support": [self.support(side, "words")]} for side in line["between"]
        ]
        return {"kind": line["kind"], "verdict": line["verdict"], "sides": sides}
