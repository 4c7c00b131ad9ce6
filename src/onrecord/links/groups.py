"""Links and cannot-links in, groups out: the one rule by which components are settled.

Links are taken from the strongest down, ties by the names of their ends; a link that would bring together
two things that must not meet is passed over. The outcome hangs on the set of links alone, not on the order
in which they were found. What a person has ruled goes before any link: what was ruled the same is brought
together first, and what was ruled different is never brought together.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Final, Generic, TypeVar

import numpy as np

T = TypeVar("T", bound=Hashable)

FEW: Final = 64  # links up to which they are put in order without tables


class Bonds(Generic[T]):
    """What a person has ruled the same, and different: pairs of things, without contradictions."""

    def __init__(self, same: Iterable[tuple[T, T]] = (), different: Iterable[tuple[T, T]] = ()) -> None:
        self.same = tuple(same)
        self.different = tuple(different)
        self._apart: dict[T, set[T]] = {}
        for first, second in self.different:
            self._apart.setdefault(first, set()).add(second)
            self._apart.setdefault(second, set()).add(first)

    def over(self, place: Mapping[T, int]) -> "Bonds[int]":
        """Return the same for places of the things that have one."""
        same, different = (
            [(place[a], place[b]) for a, b in pairs if a in place and b in place]
            for pairs in (self.same, self.different)
        )
        return Bonds(same, different)

    def part(self, left: Iterable[T], right: Iterable[T]) -> bool:
        """Whether some thing of one group was ruled different from some thing of the other."""
        if not self._apart:
            return False
        others = frozenset(right)
        return any(not others.isdisjoint(self._apart.get(thing, ())) for thing in left)


def settle(
    things: Sequence[T],
    links: Iterable[tuple[float, T, T]],
    *,
    rank: Mapping[T, int],
    may_meet: Callable[[Sequence[T], Sequence[T]], bool] | None = None,
    bonds: Bonds[T] | None = None,
) -> list[list[T]]:
    """Return the groups into which things fall, each and all in order of rank.

    Args:
        things: What is to be grouped.
        links: Score and two things; only links that are strong enough to join.
        rank: A total order of the things, the same whatever order they came in.
        may_meet: Whether two groups may become one; asked for every pair of groups to be joined by a link.
        bonds: What a person has ruled.
    """
    pairs = list(links)
    group_of = {thing: [thing] for thing in things}
    ruled: Bonds[T] = bonds or Bonds()
    for first, second in ruled.same:
        if first in group_of and second in group_of:
            _join(group_of, first, second, rank)
    for _, first, second in _surest_first(pairs, rank):
        left, right = group_of[first], group_of[second]
        if left is right or ruled.part(left, right) or (may_meet is not None and not may_meet(left, right)):
            continue
        _join(group_of, first, second, rank)
    unique = {id(group): group for group in group_of.values()}
    return sorted(unique.values(), key=lambda group: rank[group[0]])


def _surest_first(pairs: Sequence[tuple[float, T, T]], rank: Mapping[T, int]) -> Iterator[tuple[float, T, T]]:
    """Yield links from the strongest down, ties by the rank of their ends."""
    if len(pairs) < FEW:

        def surest(pair: tuple[float, T, T]) -> tuple[float, int, int]:
            one, other = rank[pair[1]], rank[pair[2]]
            return (-pair[0], one, other) if one < other else (-pair[0], other, one)

        yield from sorted(pairs, key=surest)
        return
    scores, first, second = zip(*pairs, strict=True) if pairs else ((), (), ())
    ends = [np.array([rank[thing] for thing in some], dtype=np.intp) for some in (first, second)]
    order = np.lexsort((np.maximum(*ends), np.minimum(*ends), -np.array(scores, dtype=np.float64)))
    yield from map(pairs.__getitem__, order.tolist())


def _join(group_of: dict[T, list[T]], first: T, second: T, rank: Mapping[T, int]) -> None:
    if group_of[first] is not group_of[second]:
        joined = sorted((*group_of[first], *group_of[second]), key=rank.__getitem__)
        for thing in joined:
            group_of[thing] = joined


def components(things: Iterable[T], links: Iterable[tuple[T, T]]) -> list[frozenset[T]]:
    """Return the connected components, in no particular order."""
    group_of: dict[T, set[T]] = {thing: {thing} for thing in things}
    for first, second in links:
        left, right = group_of[first], group_of[second]
        if left is not right:
            if len(left) < len(right):
                left, right = right, left
            left |= right
            for thing in right:
                group_of[thing] = left
    return [frozenset(group) for group in {id(group): group for group in group_of.values()}.values()]
