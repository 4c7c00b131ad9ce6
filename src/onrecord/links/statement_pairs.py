"""Renderings in, pairs of them that may be of one statement out, as far as speakers, days and words tell.

Most pairs of a storyline share no word that carries meaning, or can't be of one day. They are held against
each other in columns, all at once, so that only the others are looked at one by one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import numpy as np

from onrecord.links.columns import Column, Flags, Numbers, Places, column_of_sets, numbered, together
from onrecord.links.occasions import Rendering
from onrecord.model.partial_date import PartialDate

ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Renderings laid out for comparing, a place for each.

    Attributes:
        report: a number for each report.
        meaning: the words that carry meaning.
        speakers: a number for those who speak; -1 where that is left open.
        unnamed: whether they are described, and not named.
        day: a number for the day that each was said on; 0 where none is told.
        one_day: a table of which of these can be one.
        not_before: the day before which no report tells of it; none where no number.
        published: the day of its report; no number where it isn't known.
        called: a number for the printed words for the speaker; -1 where there are none.
    """

    report: Places
    meaning: Column
    speakers: Places
    unnamed: Flags
    day: Places
    one_day: Flags
    not_before: Numbers
    published: Numbers
    called: Places

    def may_be_one(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether nothing parts the two, and whether they share words."""
        one_report = self.report[first] == self.report[second]
        apart: Flags = one_report | ~self.one_day[self.day[first], self.day[second]]
        apart |= self.not_before[first] > self.published[second]
        apart |= self.not_before[second] > self.published[first]
        alike: Flags = ~apart & self._one_speaker(first, second)
        asked = np.flatnonzero(alike)
        alike[asked] = self.meaning.shared(first[asked], second[asked]) > 0
        return alike

    def _one_speaker(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether both may be one's words; where one is only described, it is left open.

        Two who are described are one by what they said in the same days alone, or described in one phrase.
        """
        one, other = self.speakers[first], self.speakers[second]
        described = self.unnamed[first], self.unnamed[second]
        soon = np.abs(self.published[first] - self.published[second]) <= ONE_DAY.days
        soon |= (self.called[first] == self.called[second]) & (self.called[first] >= 0)
        may_be: Flags = (one == other) | (one < 0) | (other < 0) | (described[0] ^ described[1])
        return may_be | (described[0] & described[1] & soon)


def lay(renderings: Sequence[Rendering]) -> Laid:
    """Return renderings laid out for comparing."""
    days = [None if r.said is None else r.said.date for r in renderings]
    told = list(dict.fromkeys(day for day in days if day is not None))
    one_day = [[True] * (len(told) + 1), *([True, *(day.may_be(other) for other in told)] for day in told)]
    return Laid(
        report=numbered(r.report for r in renderings),
        meaning=column_of_sets([r.meaning for r in renderings]),
        speakers=numbered(r.speakers or None for r in renderings),
        unnamed=np.array([r.unnamed for r in renderings], dtype=bool),
        day=numbered(days) + 1,
        one_day=np.array(one_day, dtype=bool),
        not_before=np.array([_not_before(*each) for each in zip(renderings, days, strict=True)], dtype=float),
        published=np.array([np.nan if r.published is None else r.published.toordinal() for r in renderings]),
        called=numbered(min(r.called, default=None) for r in renderings),
    )


def _not_before(rendering: Rendering, day: PartialDate | None) -> float:
    said = rendering.said
    if said is None or day is None or day.first is None or said.basis in ("bounded", "open"):
        return np.nan
    return day.first.toordinal()


def pairs_of(renderings: Sequence[Rendering]) -> Iterator[tuple[Rendering, Rendering]]:
    """Yield the pairs that may be of one statement, each once."""
    laid = lay(renderings)
    first, second = _meeting(renderings)
    for some in together(second, laid.meaning.vocabulary):
        alike = laid.may_be_one(first[some], second[some])
        for one, other in zip(first[some][alike].tolist(), second[some][alike].tolist(), strict=True):
            yield renderings[one], renderings[other]


def _meeting(renderings: Sequence[Rendering]) -> tuple[Places, Places]:
    """Return the pairs to compare, by the second: two who are named as two said two things."""
    named: dict[tuple[str, ...], list[int]] = defaultdict(list)
    unsure: list[int] = []
    first: list[int] = []
    second: list[int] = []
    for place, rendering in enumerate(renderings):
        if rendering.speakers and not rendering.unnamed:
            before: Sequence[int] = (*named[rendering.speakers], *unsure)
            named[rendering.speakers].append(place)
        else:
            before = range(place)
            unsure.append(place)
        first += before
        second += [place] * len(before)
    return np.array(first, dtype=np.intp), np.array(second, dtype=np.intp)
