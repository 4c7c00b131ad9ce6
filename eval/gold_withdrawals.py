"""View in, the tally of lines that were withdrawn out.

A record says of a line that it is withdrawn by its standing: an event's, a statement's, and a reading's as
soon as readings carry one. The words of the gold are those of the report that had the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from eval.gold_result import Finding, Scored, Tally, false, hit, miss
from eval.gold_view import Line, View
from eval.gold_words import Span

WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """A line of the record that is withdrawn: its kind, its words and where they stand."""

    kind: str
    words: str
    spans: tuple[Span, ...]


def score_withdrawals(view: View) -> Scored:
    """Return the tally of withdrawn lines: of one kind and on the words of a withdrawal of the gold.

    An event or statement that the gold itself calls withdrawn is right too.
    """
    gold = (*view.gold.get("withdrawals", ()), *_withdrawn_lines(view.gold))
    named = len(view.gold.get("withdrawals", ()))
    required = {place for place, line in enumerate(gold[:named]) if line.get("required", True)}
    given = tuple(_given(view.record))
    findings, found = [], []
    for one in given:
        alike = [
            place
            for place, line in enumerate(gold)
            if line["kind"] == one.kind and view.best(one.spans, [line], "words") > 0
        ]
        found += alike[:1]
        if not alike:
            report = view.file(one.spans[0]["report"]) if one.spans else "-"
            findings.append(false("withdrawals", report, f"{one.kind}: {one.words}", "not withdrawn"))
    findings += [_case(gold[place], "miss") for place in sorted(required - set(found))]
    tally = Tally(
        predicted=len(given), right=len(found), expected=len(required), found=len(required & set(found))
    )
    others = tuple(_case(gold[place], "right") for place in found)
    return Scored(tallies={"withdrawals": tally}, findings=tuple(findings), others=others)


def _case(line: Line, what: str) -> Finding:
    """Return the case of a withdrawal of the gold."""
    made = miss if what == "miss" else hit
    because = f"because of {line['because']}" if "because" in line else "by its standing"
    return made("withdrawals", line["report"], f"{line['kind']}: {line['words']}", because)


def _withdrawn_lines(gold: Line) -> Iterator[Line]:
    """Yield the words of the gold's events and statements that stand as withdrawn, in a withdrawal's form."""
    for event in gold["events"]:
        if event.get("standing") == WITHDRAWN:
            yield from ({"kind": "event", **mention} for mention in event["mentions"])
    for statement in gold["statements"]:
        if statement.get("standing") == WITHDRAWN:
            for variant in statement["variants"]:
                for piece in variant["pieces"]:
                    yield {"kind": "statement", "report": variant["report"], "words": piece["content"]}


def _given(record: Line) -> Iterator[_Given]:
    """Yield the withdrawn lines of a record."""
    for event in record["events"]:
        if event.get("standing") == WITHDRAWN:
            spans = tuple(support["span"] for support in event["support"])
            yield _Given(kind="event", words=event["label"], spans=spans)
    for statement in record["statements"]:
        if statement.get("standing") == WITHDRAWN:
            spans = tuple(
                span
                for variant in statement["variants"]
                for piece in variant["pieces"]
                for span in piece["content"]
            )
            yield _Given(kind="statement", words=" … ".join(span["text"] for span in spans), spans=spans)
    for figure in record["figures"]:
        for reading in figure["readings"]:
            if reading.get("standing") == WITHDRAWN:
                yield _Given(kind="reading", words=reading["printed"], spans=(reading["support"]["span"],))
