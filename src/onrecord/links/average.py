"""Scored pairs in, groups out, by average link.

Two groups become one while the mean of all pairs between them stays above a threshold. The two groups that
are most alike are joined first, ties by the rank of their first members, so the outcome hangs on the set of
pairs alone. A pair that has no score counts with a stated default, which lies below the threshold: groups
that share no pair above it never meet, so each set of things that such pairs tie is settled by itself. What a
person has ruled goes before any score. What must not meet is infinitely unlike.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeVar

import numpy as np

from onrecord.links.average_few import Few
from onrecord.links.columns import Flags, Numbers, Places
from onrecord.links.groups import Bonds, components

MANY: Final = 20
"""Scored pairs a thing from which tables are faster: of 60 things, all scored, 1.2 ms for 1.7."""

T = TypeVar("T", bound=Hashable)
Apart = Callable[[Places], Flags]
"""Of some places, a table of which two of them must not meet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """The least mean at which two groups become one, and, below it, the score of a pair that has none."""

    least: float
    unscored: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """Pairs of places, each once, the lesser place first, with their scores."""

    first: Places
    second: Places
    score: Numbers

    def only(self, some: Flags | Places) -> "Scored":
        """Return those pairs for which a flag is set, or whose numbers these are."""
        return Scored(first=self.first[some], second=self.second[some], score=self.score[some])


def settle_average(
    things: Sequence[T],
    pairs: Iterable[tuple[float, T, T]],
    levels: Levels,
    *,
    bonds: Bonds[T] | None = None,
) -> list[list[T]]:
    """Return the groups into which things fall, each in the order of the things, as the groups are.

    Args:
        things: What is to be grouped, in a total order that hangs on no order of reading.
        pairs: Score and two things, each pair once.
        levels: When two groups become one.
        bonds: What a person has ruled: the same is one group from the start, what differs never is.
    """
    rank = {thing: place for place, thing in enumerate(things)}
    told = list(pairs)
    if bonds is None and len(told) <= MANY * len(things):
        few = Few(len(things), [(score, rank[a], rank[b]) for score, a, b in told], levels.unscored)
        return [[things[place] for place in group] for group in few.joined(levels.least)]
    score, *ends = zip(*told, strict=True) if told else ((), (), ())
    one, other = (np.array([rank[thing] for thing in some], dtype=np.intp) for some in ends)
    scored = Scored(
        first=np.minimum(one, other), second=np.maximum(one, other), score=np.array(score, dtype=np.float64)
    )
    groups = settle_places(len(things), scored, levels, bonds=None if bonds is None else bonds.over(rank))
    return [[things[place] for place in group] for group in groups]


def settle_places(
    count: int,
    pairs: Scored,
    levels: Levels,
    *,
    apart: Apart | None = None,
    bonds: Bonds[int] | None = None,
) -> list[list[int]]:
    """Return the groups into which so many places fall.

    Args:
        count: How many places there are.
        pairs: The scored pairs.
        levels: When two groups become one.
        apart: What must not meet, whatever joins others to it.
        bonds: What a person has ruled.
    """
    ruled: Bonds[int] = bonds or Bonds()
    alike = pairs.only(pairs.score >= levels.least)
    ties = [*zip(alike.first.tolist(), alike.second.tolist(), strict=True), *ruled.same]
    tied = components(range(count), ties)
    groups = [list(part) for part in tied if len(part) == 1]
    parts = [np.array(sorted(part)) for part in tied if len(part) > 1]
    for part, between_them in zip(parts, inside(parts, count, pairs), strict=True):
        between = Between(part, between_them, levels)
        if apart is not None:
            between.part(apart(part))
        between.rule(ruled)
        groups += between.joined(levels.least)
    return sorted(groups)


def inside(parts: Sequence[Places], count: int, pairs: Scored) -> Iterator[Scored]:
    """Yield for each of some parts of so many places the pairs that lie in it."""
    part_of = np.full(count, -1, dtype=np.intp)
    for number, part in enumerate(parts):
        part_of[part] = number
    first = part_of[pairs.first]
    lying = np.flatnonzero((first >= 0) & (first == part_of[pairs.second]))
    order = lying[np.argsort(first[lying], kind="stable")]
    ends = np.searchsorted(first[order], np.arange(len(parts) + 1))
    yield from (pairs.only(order[start:end]) for start, end in pairwise(ends.tolist()))


class Between:
    """What lies between the groups that some places fall into, of which two at a time become one.

    Attributes:
        places: the places; a group goes by the number of its first.
        groups: the numbers that are in each group.
        sums: by two groups, the sum of the scores of all pairs between them.
        sizes: how many are in each group.
    """

    def __init__(self, places: Places, pairs: Scored, levels: Levels) -> None:
        count = len(places)
        first, second = np.searchsorted(places, pairs.first), np.searchsorted(places, pairs.second)
        self.places = places
        self.groups = {number: [number] for number in range(count)}
        self.sums = np.full((count, count), levels.unscored)
        self.sums[first, second] = self.sums[second, first] = pairs.score
        self.sizes = np.ones(count)

    def part(self, apart: Flags) -> None:
        """Let those never meet that a table sets apart."""
        self.sums[apart] = -np.inf

    def rule(self, ruled: Bonds[int]) -> None:
        """Do as a person has ruled: the same is one group under its first member, what differs never is."""
        number = {place: number for number, place in enumerate(self.places.tolist())}
        for one, other in ruled.different:
            if one in number and other in number:
                first, second = number[one], number[other]
                self.sums[first, second] = self.sums[second, first] = -np.inf
        holder = {each: each for each in number.values()}
        for one, other in ruled.same:
            if one in number and holder[number[one]] != holder[number[other]]:
                first, second = sorted((holder[number[one]], holder[number[other]]))
                holder.update(dict.fromkeys(self.groups[second], first))
                self.join(first, second)

    def join(self, first: int, second: int) -> None:
        """Make one group of two; the second is none any more."""
        self.groups[first] += self.groups.pop(second)
        self.sums[first] += self.sums[second]
        self.sums[:, first] = self.sums[first]
        self.sums[second, :] = self.sums[:, second] = -np.inf
        self.sizes[first] += self.sizes[second]

    def joined(self, least: float) -> list[list[int]]:
        """Return the groups, when those most alike have become one till no two are alike enough any more."""
        count = len(self.places)
        if np.count_nonzero(self.sums >= least) == count * (count - 1):  # each is like all others
            return [self.places.tolist()]
        means = np.round(self.sums / np.outer(self.sizes, self.sizes), 6)
        means[np.tril_indices_from(means)] = -np.inf  # two groups meet once, in the row of the first
        numbers, best = np.arange(len(means)), means.argmax(axis=1)
        while True:
            likeness = means[numbers, best]
            first = int(likeness.argmax())
            if likeness[first] < least:
                return [self.places[sorted(group)].tolist() for group in self.groups.values()]
            second = int(best[first])
            self.join(first, second)
            now = np.round(self.sums[first] / (self.sizes[first] * self.sizes), 6)
            means[:first, first], means[first, first + 1 :] = now[:first], now[first + 1 :]
            means[second, :] = means[:, second] = -np.inf
            closer = means[:, first] >= np.maximum(likeness, least)
            stale = closer | (best == first) | (best == second) | (numbers == first)
            best[stale] = means[stale].argmax(axis=1)
