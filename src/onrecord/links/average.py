"""Scored pairs in, groups out, by average link.

Two groups become one while the mean of all pairs between them stays above a threshold. The two groups that
are most alike are joined first, ties by the rank of their first members, so the outcome hangs on the set of
pairs alone. A pair that has no score counts with a stated default, which lies below the threshold: groups
that share no scored pair never meet.
"""

import heapq
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


@dataclass(slots=True)
class Between:
    """What is known between two groups: the sum of the scored pairs, and how many they are."""

    total: float = 0.0
    count: int = 0


def settle_average(
    things: Sequence[T], pairs: Iterable[tuple[float, T, T]], *, threshold: float, default: float
) -> list[list[T]]:
    """Return the groups into which things fall, each in the order of the things, as the groups are.

    Args:
        things: What is to be grouped, in a total order that hangs on no order of reading.
        pairs: Score and two things, each pair once.
        threshold: The least mean at which two groups become one.
        default: The score of a pair that has none; below the threshold.
    """
    rank = {thing: place for place, thing in enumerate(things)}
    groups = {place: [place] for place in range(len(things))}
    between: dict[int, dict[int, Between]] = defaultdict(dict)
    for score, one, other in pairs:
        cell = Between(score, 1)
        between[rank[one]][rank[other]] = between[rank[other]][rank[one]] = cell
    waiting = [
        (-_mean(cell, 1, default), a, b, 1)
        for a, cells in between.items()
        for b, cell in cells.items()
        if a < b
    ]
    heapq.heapify(waiting)
    while waiting:
        negative, first, second, size = heapq.heappop(waiting)
        if -negative < threshold:
            break
        if first not in groups or second not in groups or size != len(groups[first]) * len(groups[second]):
            continue
        groups[first] += groups.pop(second)
        _merge(between, first, second)
        for third, cell in between[first].items():
            pairs_between = len(groups[first]) * len(groups[third])
            mean = _mean(cell, pairs_between, default)
            heapq.heappush(waiting, (-mean, min(first, third), max(first, third), pairs_between))
    return [[things[place] for place in sorted(groups[first])] for first in sorted(groups)]


def _merge(between: Mapping[int, dict[int, Between]], first: int, second: int) -> None:
    """Give the first group what lies between the second and others."""
    del between[first][second]
    for other, cell in between[second].items():
        if other == first:
            continue
        del between[other][second]
        mine = between[first].get(other, Between())
        joined = Between(mine.total + cell.total, mine.count + cell.count)
        between[first][other] = between[other][first] = joined
    between[second].clear()


def _mean(cell: Between, pairs: int, default: float) -> float:
    return round((cell.total + (pairs - cell.count) * default) / pairs, 6)
