"""Links and cannot-links in, groups out: the one rule by which components are settled.

Links are taken from the strongest down, ties by the names of their ends; a link that would bring together
two things that must not meet is passed over. The outcome hangs on the set of links alone, not on the order
in which they were found.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def settle(
    things: Sequence[T],
    links: Iterable[tuple[float, T, T]],
    *,
    rank: Mapping[T, int],
    may_meet: Callable[[Sequence[T], Sequence[T]], bool] | None = None,
) -> list[list[T]]:
    """Return the groups into which things fall, each and all in order of rank.

    Args:
        things: What is to be grouped.
        links: Score and two things; only links that are strong enough to join.
        rank: A total order of the things, the same whatever order they came in.
        may_meet: Whether two groups may become one; asked for every pair of groups to be joined.
    """
    pairs = list(links)
    group_of = {thing: [thing] for thing in things}
    ordered = sorted(
        (-score, min(rank[a], rank[b]), max(rank[a], rank[b]), index)
        for index, (score, a, b) in enumerate(pairs)
    )
    for *_, index in ordered:
        _, first, second = pairs[index]
        left, right = group_of[first], group_of[second]
        if left is right or (may_meet is not None and not may_meet(left, right)):
            continue
        joined = sorted((*left, *right), key=rank.__getitem__)
        for thing in joined:
            group_of[thing] = joined
    unique = {id(group): group for group in group_of.values()}
    return sorted(unique.values(), key=lambda group: rank[group[0]])


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
