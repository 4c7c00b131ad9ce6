"""Scored pairs in, groups out, by average link.

Two groups become one while the mean of all pairs between them stays above a threshold. The two groups that
are most alike are joined first, ties by the rank of their first members, so the outcome hangs on the set of
pairs alone. A pair that has no score counts with a stated default, which lies below the threshold: groups
that share no scored pair never meet. What a person has ruled goes before any score.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.links.groups import Bonds

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """The least mean at which two groups become one, and, below it, the score of a pair that has none."""

    least: float
    unscored: float


@dataclass(slots=True)
class Between:
    """What is known between two groups: the sum of the scored pairs, and how many they are."""

    total: float = 0.0
    count: int = 0


def settle_average(
    things: Sequence[T],
    pairs: Iterable[tuple[float, T, T]],
    levels: Levels,
    *,
    may_meet: Callable[[Sequence[T], Sequence[T]], bool] | None = None,
    bonds: Bonds[T] | None = None,
) -> list[list[T]]:
    """Return the groups into which things fall, each in the order of the things, as the groups are.

    Args:
        things: What is to be grouped, in a total order that hangs on no order of reading.
        pairs: Score and two things, each pair once.
        levels: When two groups become one.
        may_meet: Whether two groups may become one; what may not, may not when they have grown either.
        bonds: What a person has ruled: the same is one group from the start, what differs never is.
    """
    rank = {thing: place for place, thing in enumerate(things)}
    groups = {place: [place] for place in range(len(things))}
    ruled: Bonds[T] = bonds or Bonds()

    def apart(first: int, second: int) -> bool:
        left, right = ([things[place] for place in groups[each]] for each in (first, second))
        return ruled.part(left, right) or (may_meet is not None and not may_meet(left, right))

    between: dict[int, dict[int, Between]] = defaultdict(dict)
    for score, one, other in pairs:
        cell = Between(score, 1)
        between[rank[one]][rank[other]] = between[rank[other]][rank[one]] = cell
    _join_ruled(groups, between, [(rank[a], rank[b]) for a, b in ruled.same if a in rank and b in rank])
    waiting = [
        (-mean, a, b, size)
        for a, cells in between.items()
        for b, cell in cells.items()
        if a < b
        for size in [len(groups[a]) * len(groups[b])]
        if (mean := _mean(cell, size, levels.unscored)) >= levels.least
    ]
    heapq.heapify(waiting)
    while waiting:
        _, first, second, size = heapq.heappop(waiting)
        if first not in groups or second not in groups or size != len(groups[first]) * len(groups[second]):
            continue
        if apart(first, second):
            continue
        groups[first] += groups.pop(second)
        _merge(between, first, second)
        size = len(groups[first])
        for third, cell in between[first].items():
            pairs_between = size * len(groups[third])
            mean = _mean(cell, pairs_between, levels.unscored)
            if mean >= levels.least:
                heapq.heappush(waiting, (-mean, min(first, third), max(first, third), pairs_between))
    return [[things[place] for place in sorted(groups[first])] for first in sorted(groups)]


def _join_ruled(
    groups: dict[int, list[int]], between: Mapping[int, dict[int, Between]], same: Iterable[tuple[int, int]]
) -> None:
    """Make one group of what was ruled the same, under its first member."""
    holder = {place: place for place in groups}
    for one, other in same:
        first, second = sorted((holder[one], holder[other]))
        if first != second:
            holder.update(dict.fromkeys(groups[second], first))
            groups[first] += groups.pop(second)
            _merge(between, first, second)


def _merge(between: Mapping[int, dict[int, Between]], first: int, second: int) -> None:
    """Give the first group what lies between the second and others."""
    between[first].pop(second, None)
    for other, cell in between[second].items():
        if other == first:
            continue
        del between[other][second]
        mine = between[first].get(other)
        if mine is None:
            between[first][other] = between[other][first] = cell
        else:  # one cell for both ways
            mine.total += cell.total
            mine.count += cell.count
    between[second].clear()


def _mean(cell: Between, pairs: int, default: float) -> float:
    return round((cell.total + (pairs - cell.count) * default) / pairs, 6)
