"""A record in, what its ids stand for out: reports with their short numbers, entities, origins."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.model.record import Entity, Event, Figure, Origin, Reading, Record, Statement
from onrecord.model.report import Report
from onrecord.views.harmless import one_line
from onrecord.views.showing import showing_words


@dataclass(frozen=True)
class Lookup:
    """What the ids of a record stand for."""

    record: Record

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The short number of each report, from 1, in the record's order."""
        return {line.report.id: number for number, line in enumerate(self.record.reports, start=1)}

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Reports by id."""
        return {line.report.id: line.report for line in self.record.reports}

    @cached_property
    def replaced(self) -> frozenset[str]:
        """The reports here that a later state, here too, revises."""
        return frozenset(r.revises for r in self.reports.values() if r.revises in self.reports)

    @cached_property
    def origin_of(self) -> dict[str, str]:
        """The origin of each report."""
        return {line.report.id: line.origin for line in self.record.reports}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.record.entities}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Origins by id."""
        return {origin.id: origin for origin in self.record.origins}

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id."""
        return {event.id: event for event in self.record.events}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by id."""
        return {statement.id: statement for statement in self.record.statements}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Figures by id."""
        return {figure.id: figure for figure in self.record.figures}

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """Readings of all figures by id."""
        return {reading.id: reading for figure in self.record.figures for reading in figure.readings}

    @cached_property
    def newest(self) -> date | None:
        """The latest day of publication that is known."""
        return max((day for r in self.reports.values() if (day := published_by(r)) is not None), default=None)

    @cached_property
    def year(self) -> int | None:
        """The year that goes without saying: that of the newest report."""
        return self.newest.year if self.newest is not None else None

    def name(self, entity_id: str) -> str:
        """Return an entity's name, harmless."""
        entity = self.entities.get(entity_id)
        return within(one_line(entity.name)) if entity is not None else "somebody not named"

    def names(self, ids: tuple[str, ...]) -> str:
        """Return the names of several entities: `A`, `A and B`, `A, B and C`."""
        return listed([self.name(i) for i in ids])

    def outlet(self, report_id: str) -> str:
        """Return the outlet of a report, or its address where none is printed."""
        return self._outlets.get(report_id, "a report not shown")

    @cached_property
    def _outlets(self) -> dict[str, str]:
        """The outlet of each report, or its address."""
        return {i: one_line(report.outlet or report.address) for i, report in self.reports.items()}

    def outlets(self, report_ids: list[str]) -> str:
        """Return the outlets of some reports, each once."""
        return listed(list(dict.fromkeys(map(self.outlet, report_ids))))

    def origin(self, origin_id: str) -> str:
        """Return an origin's name."""
        origin = self.origins.get(origin_id)
        return one_line(origin.name) if origin is not None else "an origin not shown"

    def origin_reason(self, report_id: str) -> str:
        """Return why a report has the origin that it has: whose copy it carries, its credit, or no tie found.

        An origin's own reason tells of one of its reports only, so it is given last.
        """
        origin = self.origins.get(self.origin_of.get(report_id, ""))
        report = self.reports.get(report_id)
        if origin is None or report is None:
            return ""
        original = self._originals.get(report_id)
        if original is not None:
            return f"carries the copy of [{self.numbers[original]}] {self.outlet(original)}"
        if report.credit and one_line(origin.name) != self.outlet(report_id):
            return f"credit “{one_line(report.credit)}”"
        if one_line(origin.name) == self.outlet(report_id):
            return "no tie to another report found"
        return one_line(origin.reason)

    @cached_property
    def _originals(self) -> dict[str, str]:
        """The original of each report that carries another's copy."""
        return {
            share.report: copies.original
            for copies in self.record.copies
            if copies.original in self.numbers
            for share in copies.reports
            if share.report != copies.original and copies.original is not None
        }

    def told(self, report_ids: list[str]) -> date | None:
        """Return the first day on which one of some reports was published."""
        days = (published_by(self.reports[i]) for i in report_ids if i in self.reports)
        return min((day for day in days if day is not None), default=None)


def published_by(report: Report) -> date | None:
    """Return the latest day that a report's date allows; None where it has no such limit."""
    when = report.published.date if report.published is not None else None
    return None if when is None else when.last


def within(name: str) -> str:
    """Return a name or role as it stands within a sentence: a leading article or pronoun is small."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in showing_words("lookup.leading") and rest else name


def listed(words: list[str]) -> str:
    """Return words as a list in a sentence."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return a number with its noun: `1 origin`, `2 origins`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
