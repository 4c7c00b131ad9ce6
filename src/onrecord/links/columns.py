"""What many things have in, columns out: what the two things of each of many pairs share, for all at once.

A pair is a place in each of two arrays. Sums go by the first thing's order of words, one after the other, so
that they are the same whether a pair is looked at alone or among a million.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.intp]
Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

PAIRS: Final = 1 << 16  # that are looked at together
CELLS: Final = 1 << 20  # of a table of words by things


def numbered(values: Iterable[Hashable]) -> Places:
    """Return a number for each value, the same for equal ones; -1 for None."""
    known: dict[Hashable, int] = {None: -1}
    return np.array([known.setdefault(value, len(known) - 1) for value in values], dtype=np.intp)


def pairs_within(groups: Iterable[Sequence[int]]) -> tuple[Places, Places]:
    """Return the pairs of places that stand in one group, group by group, each in the group's order."""
    within = list(groups)
    of_size = {size: np.array(np.triu_indices(size, 1)) for size in {len(group) for group in within}}
    pairs = [np.array(group, dtype=np.intp)[of_size[len(group)]] for group in within if len(group) > 1]
    first, second = np.concatenate((np.zeros((2, 0), dtype=np.intp), *pairs), axis=1)
    return first, second


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What each of many things has, with weights.

    Attributes:
        words: for each thing a row of the numbers of its words, filled up with 0, which is no word.
        weights: their weights; 0 where there is no word.
        sizes: how many words each has.
        vocabulary: how many different words there are, and one.
    """

    words: Places
    weights: Numbers
    sizes: Places
    vocabulary: int

    def shared(self, first: Places, second: Places) -> Numbers:
        """Return for each pair the sum of the products of the weights of what both have."""
        rows, at = np.unique(second, return_inverse=True)
        table = np.zeros((len(rows), self.vocabulary))
        np.put_along_axis(table, self.words[rows], self.weights[rows], axis=1)
        total = np.zeros(len(first))
        for words, weights in zip(self.words.T, self.weights.T, strict=True):
            total += weights[first] * table[at, words[first]]
        return total


def column(things: Sequence[Iterable[tuple[str, float]]]) -> Column:
    """Return the column of things that each have weighed words."""
    known: dict[str, int] = {}
    told = [[(known.setdefault(word, len(known) + 1), weight) for word, weight in thing] for thing in things]
    sizes = np.array([len(thing) for thing in told], dtype=np.intp)
    words = np.zeros((len(told), max(sizes, default=0)), dtype=np.intp)
    weights = np.zeros(words.shape)
    filled = np.arange(words.shape[1]) < sizes[:, np.newaxis]
    words[filled] = [word for thing in told for word, _ in thing]
    weights[filled] = [weight for thing in told for _, weight in thing]
    return Column(words=words, weights=weights, sizes=sizes, vocabulary=len(known) + 1)


def column_of_sets(things: Sequence[frozenset[str]]) -> Column:
    """Return the column of things that each have a set of words; what two share is a count."""
    return column([[(word, 1.0) for word in thing] for thing in things])


def together(second: Places, widest: int) -> Iterator[slice]:
    """Yield stretches of pairs, ordered by the second, that are looked at together.

    Args:
        second: The second thing of each pair.
        widest: The size of the largest vocabulary that they are held against.
    """
    step = max(1, CELLS // widest)
    rows = np.searchsorted(second, np.arange(0, (second[-1] if len(second) else 0) + 1, step))
    edges = sorted({*range(0, len(second), PAIRS), *map(int, rows), len(second)})
    yield from (slice(start, end) for start, end in pairwise(edges))
