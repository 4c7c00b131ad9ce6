"""Readings in, figures out: which numbers count the same thing.

Readings meet only if they count the same (one head, one state such as "killed", one restriction), in one
unit, from one day on, about one event: the event of their clause, else the storyline's one such count.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.links.columns import Places, pairs_within
from onrecord.links.counting import counting_as, is_former, tables
from onrecord.links.events import EventGroup
from onrecord.links.figure_telling import Setting, counts_no_more
from onrecord.links.figure_ties import ties_of
from onrecord.links.groups import settle
from onrecord.links.incidents import Incident, incidents
from onrecord.links.material import Material
from onrecord.links.quantities import (
    Quantities,
    Quantity,
    as_crowd,
    counts_who_is_there,
    is_of_contest,
    quantities_of,
)
from onrecord.links.scenes import scenes_of
from onrecord.model.annotation import FigureReading


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """Readings of one quantity; the first founds it.

    Attributes:
        readings: in founding order.
        event: the event they count for, if one is told.
        one_moment: whether what they count was over long before they were told, so that no day changes it.
        of_contest: whether they are shares of a vote, or tell how many took part in it.
        by_one_act: whether they are by how much a vote was won, or one stage of a bargain: no day changes it.
    """

    readings: tuple[FigureReading, ...]
    event: str | None
    one_moment: bool = False
    of_contest: bool = False
    by_one_act: bool = False


def settle_figures(
    material: Material, events: tuple[EventGroup, ...], story_of: Mapping[str, str]
) -> tuple[FigureGroup, ...]:
    """Return the figures of a storyline, in founding order."""
    readings = _kept(material)
    quantities = quantities_of(readings, material)
    setting = Setting(
        material=material,
        story_of=story_of,
        about=incidents(readings, events, material),
        scenes=scenes_of(readings, events),
    )
    ties = ties_of(readings, quantities, setting)
    first, second = _candidates(readings, quantities)
    score = ties.score(first, second)
    tied = np.flatnonzero(score > 0)
    links = zip(score[tied].tolist(), first[tied].tolist(), second[tied].tolist(), strict=True)
    place_of = {reading.id: place for place, reading in enumerate(readings)}
    contradicted = _contradicted(readings, material)
    settled = settle(
        range(len(readings)),
        links,
        rank={place: place for place in place_of.values()},
        may_meet=lambda left, right: (
            ties.kinds.may_be_one(left, right)
            and all(contradicted[place].isdisjoint(right) for place in left if place in contradicted)
        ),
        bonds=material.ruled.bonds({i: i for i in place_of}).over(place_of),
    )
    groups = ([readings[place] for place in group] for group in settled)
    happened = _happened(events)
    return tuple(
        _group(group, [quantities[r.id] for r in group], [setting.about[r.id] for r in group], happened)
        for group in groups
        if material.ruled.wrong.isdisjoint(reading.id for reading in group) and not _counts_nobody(group)
    )


def _counts_nobody(readings: Iterable[FigureReading]) -> bool:
    """Whether no reading gives a number: "nobody was hurt" is a reading only beside one who was."""
    return all(reading.high == 0 for reading in readings)


def _group(
    readings: Sequence[FigureReading],
    quantities: Sequence[Quantity],
    about: Sequence[Incident],
    happened: frozenset[str],
) -> FigureGroup:
    """Return the figure of some readings, given what happened."""
    return FigureGroup(
        readings=tuple(readings),
        event=next((incident.event for incident in about if incident.event is not None), None),
        of_contest=all(is_of_contest(quantity.told) for quantity in quantities),
        by_one_act=_is_by_one_act(quantities),
        one_moment=any(incident.old is not None for incident in about)
        or (all(q.bargain for q in quantities) and any(q.by_its_stage for q in quantities))
        or (
            all(map(_counts_who_was_there, readings))
            and any(not incident.events.isdisjoint(happened) for incident in about)
        ),
    )


def _kept(material: Material) -> list[FigureReading]:
    """Return the readings that count something and stand, in founding order."""
    struck = material.ruled.struck
    readings = [
        as_crowd(counting_as(r))
        for report in material.reports
        for r in material.found[report.id].figures
        if r.keep and r.id not in struck
    ]
    return sorted(readings, key=lambda r: material.order(r.report, r.span.start))


def _happened(events: Iterable[EventGroup]) -> frozenset[str]:
    """Return the events that some report tells as done."""
    return frozenset(
        group.tellings[0].mention.id
        for group in events
        if any(t.mention.modality == "happened" for t in group.tellings)
    )


def _is_by_one_act(told: Sequence[Quantity]) -> bool:
    """Whether readings tell by how much a vote was won, or what was asked, offered or agreed."""
    return all(q.margin for q in told) or bool(frozenset.intersection(*(q.bargain for q in told)))


def _counts_who_was_there(reading: FigureReading) -> bool:
    """Whether a reading counts those who were at something, and not those to whom something was done.

    Of them no later day makes more or fewer; tolls and what is told as it stands may change.
    """
    return counts_who_is_there(reading) and reading.as_of is None


def _candidates(readings: Sequence[FigureReading], quantities: Quantities) -> tuple[Places, Places]:
    """Return the pairs of places whose readings may count the same.

    They meet by what is counted, and parts by what they are part of.
    """
    by_id = {reading.id: reading for reading in readings}
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, reading in enumerate(readings):
        head = quantities[reading.id].told.head
        alike[head if reading.measure != "money" else "", reading.measure].append(place)
        if reading.measure == "measure":
            alike["of", reading.unit].append(place)
        whole = by_id.get(reading.part_of or "")
        if whole is not None and whole.head in tables().states:
            alike["part", whole.head].append(place)
    return pairs_within(alike.values())


def _contradicted(readings: Sequence[FigureReading], material: Material) -> Mapping[int, frozenset[int]]:
    """Return by place those that one figure can't hold beside it, as a report would contradict itself.

    Its numbers that can't both hold count two things. Two that it has from two givers are two readings of one
    thing; and a number that is told to have been given up contradicts none.
    """
    of_report: dict[str, list[int]] = defaultdict(list)
    for place, reading in enumerate(readings):
        if not is_former(reading, material.by_id[reading.report].text):
            of_report[reading.report].append(place)
    return {
        one: frozenset(
            other
            for other in places
            if other != one and _contradict(readings[one], readings[other], material)
        )
        for places in of_report.values()
        for one in places
    }


def _contradict(first: FigureReading, second: FigureReading, material: Material) -> bool:
    """Whether two readings of one report can't be of one quantity."""
    if first.part_of == second.id or second.part_of == first.id:
        return False
    return not (_can_both_hold(first, second) or _of_two(first, second, material))


def _of_two(first: FigureReading, second: FigureReading, material: Material) -> bool:
    """Whether two readings are given by two: nobody gives both.

    Of a toll, a sum or a noun alone both are named; of other things, what one counts may stand beside the
    report's own count.
    """
    givers = [
        {mention.chain or mention.id for each in reading.given_by if (mention := material.mentions.get(each))}
        for reading in (first, second)
    ]
    both = first.head in tables().states or first.measure == "money" or counts_no_more(first)
    told = all(givers) if both else any(givers)
    return told and not givers[0] & givers[1]


def _can_both_hold(first: FigureReading, second: FigureReading) -> bool:
    lows = [r.low for r in (first, second) if r.low is not None]
    highs = [r.high for r in (first, second) if r.high is not None]
    return not highs or not lows or max(lows) <= min(highs)
