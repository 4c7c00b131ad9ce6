"""A record and the gold in, one view of both out: reports by the gold's file, entities by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from eval.gold_words import Page, Span, folded, overlap, plain

Line = Mapping[str, Any]


class View:
    """A record seen through the gold's names: files for reports, names for entities.

    The gold's lists speak of the latest revision of an address alone. What rests on an earlier one is neither
    right nor false; the earlier revision keeps the gold's file for it, since withdrawals name it.
    """

    def __init__(self, record: Line, gold: Line) -> None:
        self.record = record
        self.gold = gold
        self.reports: dict[str, Line] = {}
        self._file: dict[str, str] = {}
        self._pages: dict[str, Page] = {}
        self._earlier = _earlier(record["reports"], gold)
        for report in record["reports"]:
            self._enter(report)
        self._file |= self._earlier
        self._entities = {entity["id"]: entity for entity in record["entities"]}
        self._names = {folded(entity["name"]): entity for entity in gold["entities"]}

    def _enter(self, report: Line) -> None:
        """Note a report under the gold's file for it, or under its own address where there is none."""
        if report["text"] is not None:
            headline = plain(report["headline"] or "")
            left_out = "" if headline in plain(report["text"]) else headline
            self._pages[report["id"]] = Page(report["text"], left_out)
        if report["id"] in self._earlier:
            return
        file = _gold_file(report, self.gold["reports"]) or str(report["address"])
        self._file[report["id"]] = file
        self.reports.setdefault(file, report)

    def file(self, report_id: str) -> str:
        """Return the gold's file for a report of the record; the id itself if it is unknown."""
        return self._file.get(report_id, report_id)

    def is_earlier(self, report_id: str) -> bool:
        """Whether a report is an earlier revision of another."""
        return report_id in self._earlier

    def is_outdated(self, spans: Iterable[Span]) -> bool:
        """Whether all spans of a line lie in earlier revisions; a line without spans isn't outdated."""
        reports = {span["report"] for span in spans}
        return bool(reports) and all(map(self.is_earlier, reports))

    def in_headline(self, span: Span) -> bool:
        """Whether a span lies in its report's headline."""
        report = self.reports.get(self.file(span["report"]))
        if report is None or not report["headline"]:
            return False
        start = (report["text"] or "").find(report["headline"])
        end = start + len(report["headline"])
        return start >= 0 and start <= int(span["start"]) and int(span["end"]) <= end

    def overlap(self, span: Span, label: Line, key: str) -> float:
        """Return how far a span of the record and a label of the gold share words; 0 in two reports."""
        if self.file(span["report"]) != label["report"]:
            return 0.0
        return overlap(self._pages.get(span["report"]), span, label[key], label.get("nth"))

    def best(self, spans: Iterable[Span], labels: Iterable[Line], key: str) -> float:
        """Return the greatest overlap of any span with any label."""
        kept = tuple(spans)
        return max((self.overlap(span, label, key) for label in labels for span in kept), default=0.0)

    def name(self, entity_id: str) -> str:
        """Return an entity's name; its id if the record doesn't hold it."""
        return str(self._entities[entity_id]["name"]) if entity_id in self._entities else entity_id

    def is_called(self, entity_id: str, gold_name: str) -> bool:
        """Whether an entity of the record is the one that the gold calls so.

        Its name equals or contains the gold's name or equals an alias, or one of its aliases is the gold's
        name. Two aliases alone decide nothing: two people may share a surname. A description that stands
        for an unnamed speaker may also be cut, but not to one word.
        """
        entity = self._entities.get(entity_id, {"name": entity_id, "aliases": ()})
        name, wanted = folded(entity["name"]), folded(gold_name)
        known = self._names.get(wanted)
        if known is None:
            names = {name, *map(folded, entity["aliases"])}
            return any(_in(wanted, one) or (" " in one and _in(one, wanted)) for one in names)
        if name in self._names and self._names[name] is not known:
            return False
        aliases = {folded(alias) for alias in known["aliases"]}
        return _in(wanted, name) or name in aliases or wanted in map(folded, entity["aliases"])

    def are_called(self, entity_ids: Iterable[str], gold_names: Iterable[str]) -> bool:
        """Whether every entity is one of those that the gold names, and each of these is there."""
        ids, names = tuple(entity_ids), tuple(gold_names)
        return all(any(self.is_called(one, name) for name in names) for one in ids) and all(
            any(self.is_called(one, name) for one in ids) for name in names
        )


def _earlier(reports: Iterable[Line], gold: Line) -> dict[str, str]:
    """Return the earlier revisions that a record's reports name, each with the gold's file for it."""
    files = {line["later"]: line["earlier"] for line in gold.get("revisions", ())}
    found = {}
    for report in reports:
        if earlier := report.get("revises"):
            later = _gold_file(report, gold["reports"])
            found[str(earlier)] = str(files.get(later, earlier))
    return found


def _gold_file(report: Line, gold_reports: Iterable[Line]) -> str | None:
    """Return the gold's file with this report's address, or for lines of a file with its headline."""
    address = str(report["address"]).replace("\\", "/").rsplit("/", 1)[-1]
    headline = folded(report["headline"] or "")
    for gold in gold_reports:
        if gold["file"] == address or ("#" in gold["file"] and folded(gold["headline"]) == headline):
            return str(gold["file"])
    return None


def _in(short: str, long: str) -> bool:
    """Whether the words of one name stand in another as they are."""
    return f" {short} " in f" {long} "
