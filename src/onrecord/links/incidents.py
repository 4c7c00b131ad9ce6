"""Readings and events in, which happening each reading counts for out, as far as its report tells.

Two tolls of one storyline are of one happening unless the words part them: one is of years ago and the other
is not, or each report tells of a happening of its own, on another day or in another place.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from onrecord.links.columns import Column, Flags, Places, column_of_sets, numbered
from onrecord.links.counting import tables
from onrecord.links.event_tellings import Telling
from onrecord.links.events import EventGroup
from onrecord.links.linking import linking_pattern
from onrecord.links.material import Material, published_key
from onrecord.model.annotation import FigureReading
from onrecord.model.partial_date import PartialDate

OLD = timedelta(days=45)  # before its report, from which a happening is another than the one in the news
AROUND = 120  # code points before a number's clause in which the day of its happening may stand
FURTHER = 600  # the same, where the clause or the words before it speak of that day again


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """What a reading's report tells of the happening that it counts for.

    Attributes:
        event: the one event whose words stand in its clause; None where there is none, or more.
        events: the events of its clause.
        old: the day of the clause, if that is long before the report.
        happening: the event of a disaster or attack that its clause, else its report, tells first.
        day: of that happening.
    """

    event: str | None
    events: frozenset[str]
    old: PartialDate | None
    happening: str | None
    day: PartialDate | None


def incidents(
    readings: Iterable[FigureReading], events: Sequence[EventGroup], material: Material
) -> Mapping[str, Incident]:
    """Return the incident of each reading, by its id."""
    told: dict[str, list[tuple[str, Telling]]] = {}
    for group in events:
        for telling in group.tellings:
            told.setdefault(telling.mention.report, []).append((group.tellings[0].mention.id, telling))
    for tellings in told.values():
        tellings.sort(key=lambda item: item[1].mention.span)
    return {
        reading.id: _incident(reading, here, told.get(report, []), material)
        for report, of_report in _by_report(readings).items()
        for reading, here in _beside(of_report, told.get(report, []), material.by_id[report].text)
    }


def _by_report(readings: Iterable[FigureReading]) -> Mapping[str, list[FigureReading]]:
    found: dict[str, list[FigureReading]] = defaultdict(list)
    for reading in readings:
        found[reading.report].append(reading)
    return found


Told = Sequence[tuple[str, Telling]]
"""Tellings of one report in order, each with the event that it is of."""


def _beside(readings: Sequence[FigureReading], told: Told, text: str) -> Iterator[tuple[FigureReading, Told]]:
    """Yield each reading of a report with the tellings of its own clause.

    What stands in the narrower clause of another number is that one's. A clause that tells no event ("the
    governor speaks of 12") goes on with what was counted just before, in the same paragraph.
    """
    ordered = sorted(readings, key=lambda reading: reading.span)
    within = {reading.id: _within(reading, ordered) for reading in ordered}
    inner = {other.id for others in within.values() for other in others}
    beside: dict[str, Told] = {}
    for place, reading in enumerate(ordered):
        clauses = [other.clause for other in within[reading.id]]
        here: Told = [
            (group, telling)
            for group, telling in told
            if reading.clause.holds(telling.mention.span)
            and not any(clause.holds(telling.mention.span) for clause in clauses)
        ]
        if not here:
            outer = (other for other in reversed(ordered[:place]) if other.id not in inner)
            before = _goes_on_with(reading, outer, text)
            here = [] if before is None else beside[before.id]
        beside[reading.id] = here
        yield reading, here


def _within(outer: FigureReading, ordered: Sequence[FigureReading]) -> list[FigureReading]:
    """Return the numbers that have a clause of their own within that of another."""
    first = bisect_left(ordered, outer.clause.start, key=lambda other: other.span.start)
    last = bisect_left(ordered, outer.clause.end, key=lambda other: other.span.start)
    return [
        other
        for other in ordered[first:last]
        if other.clause != outer.clause
        and outer.clause.holds(other.clause)
        and not other.clause.holds(outer.span)
    ]


def _goes_on_with(reading: FigureReading, before: Iterable[FigureReading], text: str) -> FigureReading | None:
    """Return the last number that counts the same, of a sentence before in the same paragraph."""
    for other in before:
        if "\n" in text[other.span.end : reading.clause.start]:
            return None
        alike = (other.head, other.measure) == (reading.head, reading.measure)
        if alike and other.clause.end <= reading.clause.start:
            return other
    return None


def _incident(reading: FigureReading, here: Told, told: Told, material: Material) -> Incident:
    groups = list(dict.fromkeys(group for group, _ in here))
    first = next((item for item in (*here, *told) if _is_happening(item[1])), None)
    return Incident(
        event=groups[0] if len(groups) == 1 else None,
        events=frozenset(groups),
        old=_old(reading, material),
        happening=first[0] if first is not None else None,
        day=first[1].day if first is not None and first[1].fixed else None,
    )


def _is_happening(telling: Telling) -> bool:
    return telling.state == "real" and telling.mention.sort in tables().happenings


def _old(reading: FigureReading, material: Material) -> PartialDate | None:
    """Return the day that stands at a number's clause, if it is long before its report and says its year."""
    report = material.by_id[reading.report]
    newest = _newest(material) if report.published is None else published_key(report)[0]
    own = {w.span.span for w in (reading.as_of, reading.since) if w is not None and w.span is not None}
    told = report.text[max(0, reading.clause.start - AROUND) : reading.clause.end]
    around = FURTHER if linking_pattern("incidents.then").search(told.rpartition("\n")[2]) else AROUND
    for timex in reversed(material.found[reading.report].timexes):
        near = reading.clause.start - around <= timex.span.start < reading.clause.end + 3
        apart = "\n" in report.text[timex.span.end : reading.clause.start]
        if (
            near
            and not apart
            and timex.span not in own
            and linking_pattern("incidents.years").search(timex.span.of(report.text))
        ):
            last = timex.when.date.last if timex.when.date is not None else None
            if timex.when.basis != "bounded" and last is not None and last < newest - OLD:
                return timex.when.date
    return None


def _newest(material: Material) -> date:
    return max((published_key(r)[0] for r in material.reports if r.published is not None), default=date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incidents:
    """The incidents of many readings, in columns.

    Attributes:
        events: the events of each clause.
        happening: a number for each happening; -1 where none is told.
        old, day: numbers for these days, 0 for none.
        one_day: a table of which of these can be one.
    """

    events: Column
    happening: Places
    old: Places
    day: Places
    one_day: Flags

    def one_event(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether an event is of both clauses."""
        return self.events.shared(first, second) > 0

    def one_happening(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether both reports tell of one happening."""
        one: Flags = self.happening[first] == self.happening[second]
        return one & (self.happening[first] >= 0)

    def may_be_one(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether the two readings can count for one happening."""
        old = self.old[first], self.old[second]
        told = (self.happening[first] >= 0) & (self.happening[second] >= 0)
        two = told & ~self.one_happening(first, second) & ~self.one_day[self.day[first], self.day[second]]
        both_old = (old[0] > 0) & (old[1] > 0) & self.one_day[old]
        return np.where((old[0] > 0) | (old[1] > 0), both_old, ~two)


def incidents_laid(told: Sequence[Incident]) -> Incidents:
    """Return incidents in columns."""
    days = list(dict.fromkeys(day for each in told for day in (each.old, each.day) if day is not None))
    number: dict[PartialDate | None, int] = {None: 0}
    number.update((day, place) for place, day in enumerate(days, 1))
    one_day = [[True] * (len(days) + 1), *([True, *(day.may_be(other) for other in days)] for day in days)]
    return Incidents(
        events=column_of_sets([each.events for each in told]),
        happening=numbered(each.happening for each in told),
        old=np.array([number[each.old] for each in told], dtype=np.intp),
        day=np.array([number[each.day] for each in told], dtype=np.intp),
        one_day=np.array(one_day, dtype=bool),
    )
