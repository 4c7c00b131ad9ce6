"""Ties between reports in, the reports that are settled together out.

Ties hold reports together, directly or by others. In a stream of news they hold nearly all of it together in
the end: each report shares something with some other. So where more than `MOST` would be settled as one, the
weaker ties among them are let go, level by level, until what is left is few enough; what still holds together
at the highest level is settled as one, however much it is. Which reports stand together is a function of the
ties alone, and of no order of reading, and a report costs as much in a large record as in a small one.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Final

from onrecord.links.ruled import NO_STORY_RULED, RuledStories
from onrecord.record.store import SETTLED_BY, Pair, View

LEVELS: Final = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0)
"""Strengths below which ties are let go, one after the other: logarithms of odds above the least tie's."""

MOST: Final = 300
"""Reports that are settled as one while weaker ties can be let go: at some 10 ties each, some 50 ms."""

AT_ONCE: Final = 50
"""Reports whose ties are read in one go."""

STRENGTH: Final = SETTLED_BY["storylines"]
"""Name of the reason that gives a tie its strength."""


def place_of(strength: float) -> int:
    """Return the place of the highest level at which a tie holds; -1 for none."""
    return bisect_right(LEVELS, strength) - 1


def tie(first: str, second: str, score: float, strength: float) -> Pair:
    """Return a tie between two reports; `score` orders the ties of storylines."""
    return Pair(
        layer="storylines", first=first, second=second, score=score, reasons=((STRENGTH, strength, ""),)
    )


class Tied:
    """The ties of a view, read as they are needed.

    Args:
        view: What can be seen.
        ruled: What a person has ruled: it ties at every level.
        without: Reports that are taken as not being there.
        read: The ties that have been read already, by report; those read from here on join them.
    """

    def __init__(
        self,
        view: View,
        ruled: RuledStories = NO_STORY_RULED,
        *,
        without: Iterable[str] = (),
        read: dict[str, dict[str, float]] | None = None,
    ) -> None:
        self._view = view
        self._ruled = ruled
        self._without = frozenset(without)
        self._ties: dict[str, dict[str, float]] = {} if read is None else read
        self._too_many: dict[float, set[str]] = defaultdict(set)
        self._known: dict[str, tuple[float, frozenset[str]]] = {}

    def without(self, reports: Iterable[str]) -> "Tied":
        """Return the ties as they were before some reports were there."""
        return Tied(self._view, self._ruled, without=reports, read=self._ties)

    def stood_with(self, new: Iterable[str]) -> frozenset[str]:
        """Return the reports that stood together with what some are tied to, before these were there."""
        given = list(new)
        before = self.without(given)
        before._of({end for of in before._of(given).values() for end in of})  # read at once
        beside = {other for report in given for other in before.beside(report)}
        stood = frozenset[str]().union(*map(before.around, beside))
        for level, many in before._too_many.items():  # what is too many without them is so with them
            self._too_many[level] |= many
        return stood

    def around(self, report: str) -> frozenset[str]:
        """Return the reports that are settled with one, itself among them."""
        return self._around(report)[1]

    def stand(self, report: str) -> tuple[int, frozenset[str]]:
        """Return the same with the place of the level whose ties hold them together."""
        level, reports = self._around(report)
        return LEVELS.index(level), reports

    def beside(self, report: str) -> Iterator[str]:
        """Yield the reports whose ties to one count where they stand."""
        for other, strength in self._of([report])[report].items():
            if other not in self._without and strength >= self._around(other)[0]:
                yield other
        yield from self._ruled.tied_to([report]) - self._without

    def neighbours(self, reports: Iterable[str]) -> frozenset[str]:
        """Return all reports that some are tied to, however weakly."""
        ties = self._of(reports)
        return frozenset(other for found in ties.values() for other in found) - self._without

    def _around(self, report: str) -> tuple[float, frozenset[str]]:
        """Return the lowest level at which few enough hang together with a report, and these.

        It is looked for from the highest level down: what hangs together at one does so at each below it.
        """
        if report not in self._known:
            top = LEVELS[-1]
            found = (top, self._reached({report}, top, most=None) or frozenset([report]))
            for level in reversed(LEVELS[:-1]):
                reached = None if len(found[1]) > MOST else self._reached(found[1], level, most=MOST)
                if reached is None:
                    break
                found = (level, reached)
            self._known.update(dict.fromkeys(found[1], found))
        return self._known[report]

    def _reached(self, start: Set[str], level: float, *, most: int | None) -> frozenset[str] | None:
        """Return what ties of a level hold together with some reports; None where that is too many.

        Only so many ties are read as show it to be too many: a few at a time, and none beyond a report that
        is known to stand among too many.
        """
        found, waiting = set(start), sorted(start)
        if most is not None and not self._too_many[level].isdisjoint(found):
            return None
        while waiting:
            some, waiting = waiting[:AT_ONCE], waiting[AT_ONCE:]
            ties = self._of(some)
            ends = {end for of in ties.values() for end, strength in of.items() if strength >= level}
            new = (ends | self._ruled.tied_to(some)) - found - self._without
            found |= new
            if most is not None and (len(found) > most or not self._too_many[level].isdisjoint(new)):
                for lower in LEVELS[: LEVELS.index(level) + 1]:
                    self._too_many[lower] |= found
                return None
            waiting += sorted(new)
        return frozenset(found)

    def _of(self, reports: Iterable[str]) -> Mapping[str, Mapping[str, float]]:
        """Return the ties of some reports."""
        wanted = list(reports)
        missing = sorted(each for each in wanted if each not in self._ties)
        if missing:
            self._ties.update((each, {}) for each in missing)
            inside = frozenset(missing)
            for first, second, score, strength in self._view.scores("storylines", missing, STRENGTH):
                value = score if strength is None else strength
                if first in inside:
                    self._ties[first][second] = value
                if second in inside:
                    self._ties[second][first] = value
        return {each: self._ties[each] for each in wanted}
