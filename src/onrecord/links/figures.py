"""Readings in, figures out: which numbers count the same thing.

Readings meet only if they count the same (one head, one state such as "killed", one restriction), in one
unit, from one day on, about one event: the event of their clause, else their report's story.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.links.events import EventGroup
from onrecord.links.groups import settle
from onrecord.links.material import Material
from onrecord.links.words import content_words, words_of
from onrecord.model.annotation import FigureReading


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """Readings of one quantity; the first founds it. `event` is the event they count for, if one is told."""

    readings: tuple[FigureReading, ...]
    event: str | None


def settle_figures(
    material: Material, events: tuple[EventGroup, ...], story_of: Mapping[str, str]
) -> tuple[FigureGroup, ...]:
    """Return the figures of a storyline, in founding order."""
    readings = [r for report in material.reports for r in material.found[report.id].figures if r.keep]
    readings.sort(key=lambda r: material.order(r.report, r.span.start))
    event_of = {reading.id: _event_of(reading, events) for reading in readings}
    alike: dict[tuple[object, ...], list[FigureReading]] = defaultdict(list)
    for reading in readings:
        alike[reading.head, reading.unit, reading.measure].append(reading)
    links = [
        (1.0, first.id, second.id)
        for group in alike.values()
        for place, first in enumerate(group)
        for second in group[place + 1 :]
        if count_the_same(first, second) and _about_the_same(first, second, event_of, story_of)
    ]
    by_id = {reading.id: reading for reading in readings}
    rank = {reading.id: place for place, reading in enumerate(readings)}
    settled = settle(list(by_id), links, rank=rank)
    return tuple(
        FigureGroup(
            readings=tuple(by_id[i] for i in group),
            event=next((event_of[i] for i in group if event_of[i]), None),
        )
        for group in settled
    )


def count_the_same(first: FigureReading, second: FigureReading) -> bool:
    """Whether two readings count one thing: same words, one beginning, both or neither a part."""
    left, right = (content_words(words_of(r.counts)) for r in (first, second))
    if left != right and not (left <= right or right <= left):
        return False
    if (first.part_of is None) != (second.part_of is None):
        return False
    begins = [r.since.date for r in (first, second) if r.since is not None and r.since.date is not None]
    return len(begins) < 2 or begins[0].may_be(begins[1])


def _about_the_same(
    first: FigureReading,
    second: FigureReading,
    event_of: Mapping[str, str | None],
    story_of: Mapping[str, str],
) -> bool:
    left, right = event_of[first.id], event_of[second.id]
    if left is not None and right is not None:
        return left == right
    return story_of.get(first.report) == story_of.get(second.report)


def _event_of(reading: FigureReading, events: tuple[EventGroup, ...]) -> str | None:
    """Return the founding id of the event whose words stand in the reading's clause, if it is but one."""
    held = {
        group.tellings[0].mention.id
        for group in events
        for telling in group.tellings
        if telling.mention.report == reading.report and reading.clause.holds(telling.mention.span)
    }
    return held.pop() if len(held) == 1 else None
