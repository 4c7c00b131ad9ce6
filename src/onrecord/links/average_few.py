"""Few scored pairs of many in, the same groups out that average link makes of all of them.

Most things share no scored pair. Two groups that share none lie below the threshold, so only those that do
are ever looked at: what it costs grows with the pairs, and not with the square of the things.
"""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import Final

ROUNDED: Final = 1e-6  # by which a mean may lie below what it is rounded to


class Few:
    """Some numbered things, each a group of its own at first, with what lies between them.

    Attributes:
        groups: the numbers that are in each group; a group goes by its least number.
    """

    def __init__(self, count: int, pairs: Sequence[tuple[float, int, int]], unscored: float) -> None:
        self.groups = {number: [number] for number in range(count)}
        self._unscored = unscored
        self._sizes = [1] * count
        self._sums: list[dict[int, float]] = [{} for _ in range(count)]
        self._pairs = pairs
        for score, first, second in pairs:
            self._sums[first][second] = self._sums[second][first] = score

    def joined(self, least: float) -> list[list[int]]:
        """Return the groups, when those most alike have become one till no two are alike enough any more."""
        room, every, sizes = least - ROUNDED, self._sums, self._sizes
        alike = [
            (-now, a, b) if a < b else (-now, b, a)
            for score, a, b in self._pairs
            if score >= room and (now := mean(score, 1)) >= least
        ]
        heapify(alike)
        while alike:
            likeness, first, second = heappop(alike)
            total = every[first].get(second)
            if total is None:  # one of them is none any more
                continue
            if mean(total, sizes[first] * sizes[second]) == -likeness:
                self._join(first, second)
                for now, other in self._likeness(first, least):
                    heappush(alike, (-now, first, other) if first < other else (-now, other, first))
        return sorted(sorted(group) for group in self.groups.values())

    def _likeness(self, group: int, least: float) -> list[tuple[float, int]]:
        """Return the groups that are alike enough to one, each with how much."""
        sizes, size, room = self._sizes, self._sizes[group], least - ROUNDED
        return [
            (now, other)
            for other, total in self._sums[group].items()
            if total >= room * (pairs := size * sizes[other]) and (now := mean(total, pairs)) >= least
        ]

    def _join(self, first: int, second: int) -> None:
        """Make one group of two, under the name of the first."""
        every, sizes = self._sums, self._sizes
        sums, gone = every[first], every[second]
        del sums[second], gone[first]
        mine, other = self._unscored * sizes[first], self._unscored * sizes[second]
        for each in sums.keys() - gone.keys():
            sums[each] = every[each][first] = sums[each] + other * sizes[each]
        for each, value in gone.items():
            theirs = every[each]
            del theirs[second]
            sums[each] = theirs[first] = theirs.get(first, mine * sizes[each]) + value
        gone.clear()
        sizes[first] += sizes[second]
        self.groups[first] += self.groups.pop(second)


def mean(total: float, pairs: int) -> float:
    """Return the mean of some pairs, to six places."""
    return round(total / pairs * 1e6) / 1e6
