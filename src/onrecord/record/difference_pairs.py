"""Settled events in, pairs of two reports' tellings of one thing out, whatever day and place they give.

Tellings that are one event are such a pair. So are those of one name that another day or another place has
kept apart, where all else is alike: the features by which tellings meet, those of day and
place left out. Where one report tells of both, they are two.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from onrecord.links.columns import Flags, Places, numbered, pairs_within
from onrecord.links.differing import differing
from onrecord.links.event_features import likeness_but_for, of_others
from onrecord.links.event_tellings import Telling
from onrecord.record.settled import Settled

BESIDE: Final = frozenset({"same day", "people that day", "same place", "other place"})
# The score of all else from which two tellings are of one thing. Of twelve pairs of plans with two days that
# lay above it in the stories that were looked at, ten were.
ALIKE: Final = 0.2
STATES: Final = ("real", "planned")
Likely = Callable[[Sequence[Telling], Places, Places], Flags]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two tellings of one thing, and the ids of their events."""

    first: Telling
    second: Telling
    events: tuple[str, str]


def pairs_of(
    settled: Settled,
    lines: frozenset[str],
    tells: Callable[[Telling], bool],
    may_part: Callable[[Telling, Telling], bool],
    likely: Likely | None = None,
) -> Iterator[Pair]:
    """Yield the pairs of tellings, of events that are lines, that may part, in founding order.

    Args:
        settled: The settled links.
        lines: Ids of the events that are lines of the record.
        tells: What each of the two must be, so that others are held against none.
        may_part: What a pair must be; asked first, so it should cost little.
        likely: Of many pairs at once, which can be that at all.
    """
    groups = {
        group.tellings[0].mention.id: group
        for group in settled.events
        if group.tellings[0].mention.id in lines and group.tellings[0].state in STATES
    }
    reports = {event: frozenset(t.mention.report for t in group.tellings) for event, group in groups.items()}
    every = [(event, t) for event, group in groups.items() for t in group.tellings if tells(t)]
    for one, other in _meeting(every, likely):
        (event, first), (another, second) = every[one], every[other]
        if may_part(first, second) and (
            event == another or (reports[event].isdisjoint(reports[another]) and _are_alike(first, second))
        ):
            yield Pair(first=first, second=second, events=(event, another))


def _meeting(every: Sequence[tuple[str, Telling]], likely: Likely | None) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places of tellings by two reports, of one name or one event, each once."""
    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_event: dict[str, list[int]] = defaultdict(list)
    for place, (event, telling) in enumerate(every):
        for word in telling.named:
            named[telling.state, word].append(place)
        by_event[event].append(place)
    first, second = pairs_within((*named.values(), *by_event.values()))
    report = numbered(telling.mention.report for _, telling in every)
    kept = report[first] != report[second]
    if likely is not None:
        kept &= likely([telling for _, telling in every], first, second)
    first, second = first[kept], second[kept]
    _, once = np.unique(first * len(every) + second, return_index=True)
    once.sort()
    yield from zip(first[once].tolist(), second[once].tolist(), strict=True)


def plans_and_comings(
    settled: Settled, lines: frozenset[str], may_part: Callable[[Telling, Telling], bool]
) -> Iterator[Pair]:
    """Yield plans with what was told later of a thing of their name that came, if it may part from them."""
    came: dict[str, list[tuple[str, Telling]]] = defaultdict(list)
    planned: list[tuple[str, Telling]] = []
    for group in settled.events:
        event = group.tellings[0].mention.id
        if event in lines and group.tellings[0].state == "planned":
            planned += [(event, telling) for telling in group.tellings]
        elif event in lines and group.tellings[0].state == "real":
            for telling in group.tellings:
                for word in _called(telling):
                    came[word].append((event, telling))
    pairs = [
        Pair(first=first, second=second, events=(plan, event))
        for plan, first in planned
        for event, second in {t.mention.id: (e, t) for word in _called(first) for e, t in came[word]}.values()
        if _is_told_later(first, second) and may_part(first, second) and _may_be_alike(first, second)
    ]
    alike = _alike([(pair.first, pair.second) for pair in pairs])
    for pair, are_alike in zip(pairs, alike, strict=True):
        if are_alike or _is_the_one(pair.first, pair.second, settled):
            yield pair


@lru_cache(maxsize=1)
def singles() -> frozenset[str]:
    """Return the sorts of event of which those whom it is about have one within days."""
    return frozenset(differing("moment")["single"])


def _called(telling: Telling) -> frozenset[str]:
    """Return the words by which a telling calls its thing, and its sort if it has one."""
    sort = telling.mention.sort
    return telling.named | {sort} if sort else telling.named


def _is_told_later(first: Telling, second: Telling) -> bool:
    """Whether another report tells the second on the day of the first or later."""
    if first.told is None or second.told is None or first.mention.report == second.mention.report:
        return False
    return first.told <= second.told


def _are_alike(first: Telling, second: Telling) -> bool:
    """Whether all but day and place speaks for one thing."""
    return _may_be_alike(first, second) and _alike([(first, second)])[0]


def _may_be_alike(first: Telling, second: Telling) -> bool:
    """Whether two tellings aren't of others, nor one of them of one more of its sort."""
    return not of_others(first, second) and first.again == second.again


def _alike(pairs: Sequence[tuple[Telling, Telling]]) -> list[bool]:
    """Return of each pair whether all but day and place speaks for one thing."""
    return [score >= ALIKE for score in likeness_but_for(BESIDE, pairs)]


def _is_the_one(first: Telling, second: Telling, settled: Settled) -> bool:
    """Whether two tellings are of the one trial or election of those whom both reports name."""
    if first.mention.sort != second.mention.sort or first.mention.sort not in singles():
        return False
    whose = first.participants | second.participants
    return bool(whose) and all(
        whose <= set(settled.entities.of([m.id for m in settled.material.found[report].mentions]))
        for report in (first.mention.report, second.mention.report)
    )
