"""Readings in, figures out: which numbers count the same thing.

Readings meet only if they count the same (one head, one state such as "killed", one restriction), in one
unit, from one day on, about one event: the event of their clause, else the storyline's one such count.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.links.counting import count_the_same
from onrecord.links.events import EventGroup
from onrecord.links.groups import settle
from onrecord.links.material import Material
from onrecord.model.annotation import FigureReading
from onrecord.model.partial_date import PartialDate

MANIFOLD = 3.0  # times that one reading of a toll may be the other where no day ties them


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """Readings of one quantity; the first founds it. `event` is the event they count for, if one is told."""

    readings: tuple[FigureReading, ...]
    event: str | None


def settle_figures(
    material: Material, events: tuple[EventGroup, ...], story_of: Mapping[str, str]
) -> tuple[FigureGroup, ...]:
    """Return the figures of a storyline, in founding order."""
    struck = material.ruled.struck
    readings = [
        r
        for report in material.reports
        for r in material.found[report.id].figures
        if r.keep and r.id not in struck
    ]
    readings.sort(key=lambda r: material.order(r.report, r.span.start))
    about = {reading.id: _about(reading, events) for reading in readings}
    alike: dict[tuple[object, ...], list[FigureReading]] = defaultdict(list)
    for reading in readings:
        alike[reading.head, reading.measure].append(reading)
    links = [
        (score, first.id, second.id)
        for group in alike.values()
        for place, first in enumerate(group)
        for second in group[place + 1 :]
        if count_the_same(first, second)
        and (score := _closeness(about[first.id], about[second.id], first, second, story_of)) > 0
    ]
    by_id = {reading.id: reading for reading in readings}
    settled = settle(
        list(by_id),
        links,
        rank={reading.id: place for place, reading in enumerate(readings)},
        may_meet=lambda left, right: _may_meet([by_id[i] for i in left], [by_id[i] for i in right]),
        bonds=material.ruled.bonds({i: i for i in by_id}),
    )
    return tuple(
        FigureGroup(
            readings=tuple(by_id[i] for i in group),
            event=next((about[i].event for i in group if about[i].event is not None), None),
        )
        for group in settled
        if material.ruled.wrong.isdisjoint(group)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """The event whose words stand in a reading's clause, if it is but one, and its fixed day."""

    event: str | None
    day: PartialDate | None


def _about(reading: FigureReading, events: tuple[EventGroup, ...]) -> _About:
    held = {
        group.tellings[0].mention.id: telling
        for group in events
        for telling in group.tellings
        if telling.mention.report == reading.report and reading.clause.holds(telling.mention.span)
    }
    days = {
        telling.day.edtf: telling.day
        for telling in held.values()
        if telling.fixed and telling.day is not None
    }
    return _About(
        event=next(iter(held)) if len(held) == 1 else None,
        day=next(iter(days.values())) if len(days) == 1 else None,
    )


def _closeness(
    left: _About, right: _About, first: FigureReading, second: FigureReading, story_of: Mapping[str, str]
) -> float:
    """Return how surely two readings are about one event: 0 where they aren't.

    Where the clauses fix a day each, it must be one; where they don't, the readings must be of one order of
    size: a toll grows, but seldom to the manifold from one report to the next.
    """
    if left.day is not None and right.day is not None:
        return 1.0 if left.day.may_be(right.day) else 0.0
    if left.event is not None and left.event == right.event:
        return 1.0
    if not _of_one_size(first, second):
        return 0.0
    return 0.8 if story_of.get(first.report) == story_of.get(second.report) else 0.6


def _of_one_size(first: FigureReading, second: FigureReading) -> bool:
    sizes = sorted(size for size in (_size(first), _size(second)) if size is not None)
    return len(sizes) < 2 or sizes[1] <= sizes[0] * MANIFOLD


def _size(reading: FigureReading) -> float | None:
    return reading.high if reading.low is None else reading.low


def _may_meet(left: Sequence[FigureReading], right: Sequence[FigureReading]) -> bool:
    """Whether no report would contradict itself: its numbers that can't both hold count two things."""
    return all(
        a.report != b.report or a.part_of == b.id or b.part_of == a.id or _can_both_hold(a, b)
        for a in left
        for b in right
    )


def _can_both_hold(first: FigureReading, second: FigureReading) -> bool:
    lows = [r.low for r in (first, second) if r.low is not None]
    highs = [r.high for r in (first, second) if r.high is not None]
    return not highs or not lows or max(lows) <= min(highs)
