"""Tellings in, which two of them can't be of one event out, whatever is alike: of another day, or moved."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.links.average import Scored
from onrecord.links.columns import Flags, Numbers, Places, numbered
from onrecord.links.event_tellings import Telling
from onrecord.model.when import Told, are_one


@dataclass(frozen=True, slots=True, kw_only=True)
class Partings:
    """What parts tellings, by their places.

    Attributes:
        report: a number for the report of each.
        told: the day of that report; no number where it isn't known.
        day: a number for the day that each tells, 0 where it tells none.
        one_day: a table of which of these can be one.
        fixed: whether its own words give the day.
        put_off: whether it tells that a plan was moved, with no day of its own.
        set_anew: whether it may be the plan that came of it: it has a day, and no outcome.
    """

    report: Places
    told: Numbers
    day: Places
    one_day: Flags
    fixed: Flags
    put_off: Flags
    set_anew: Flags

    def parted(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether something parts the two: two visits stay two, whatever lies between."""
        moved = self._moved_on(first, second) | self._moved_on(second, first)
        return moved | ~self.one_day[self.day[first], self.day[second]]

    def among(self, places: Places) -> Flags:
        """Return the table of which two of some places are parted."""
        return self.parted(places[:, None], places[None, :])

    def torn(self, alike: Scored) -> Places:
        """Return the places with no day of their own that are like tellings of days that can't be one."""
        ends = np.concatenate((alike.first, alike.second)), np.concatenate((alike.second, alike.first))
        dated = ~self.fixed[ends[0]] & self.fixed[ends[1]]
        one, day = ends[0][dated], self.day[ends[1][dated]]
        order = np.lexsort((ends[1][dated], one))
        one, day = one[order], day[order]
        _, begins, of = np.unique(one, return_index=True, return_inverse=True)
        return np.unique(one[~self.one_day[day[begins][of], day]])

    def _moved_on(self, first: Places, second: Places) -> Flags:
        """Return whether the first tells that a plan was moved, and the second the plan that came of it.

        What was put off had been told before; a plan with a day that is told with it or after it is new.
        """
        later: Flags = (self.report[first] == self.report[second]) | (self.told[second] >= self.told[first])
        return self.put_off[first] & self.set_anew[second] & later


def partings_of(tellings: Sequence[Telling]) -> Partings:
    """Return what parts some tellings."""
    told = [_told(telling) for telling in tellings]
    days = list(dict.fromkeys(day for day in told if day is not None))
    one_day = [[True] * (len(days) + 1), *([True, *(are_one(day, other) for other in days)] for day in days)]
    fixed = np.array([telling.fixed for telling in tellings], dtype=bool)
    outcome = [telling.mention.outcome for telling in tellings]
    return Partings(
        report=numbered(telling.mention.report for telling in tellings),
        told=np.array([np.nan if t.told is None else t.told.toordinal() for t in tellings]),
        day=numbered(told) + 1,
        one_day=np.array(one_day, dtype=bool),
        fixed=fixed,
        put_off=~fixed & np.array([each == "put-off" for each in outcome], dtype=bool),
        set_anew=fixed & np.array([each is None for each in outcome], dtype=bool),
    )


def _told(telling: Telling) -> Told | None:
    """Return the day that a telling tells, with its weekday."""
    when = telling.mention.when
    return None if telling.day is None or when is None else (telling.day, when.weekday)
