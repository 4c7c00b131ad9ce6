"""Readings laid out in columns in, how surely two are of one quantity out, for many pairs at once.

What is counted (`figure_meetings`) says in which way two readings may be of one quantity; what their reports
tell of event, holder, giver and day (`figure_telling`) says how surely they are. Two parts are one if their
wholes are.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from onrecord.links.columns import Column, Flags, Numbers, Places, column_of_sets, numbered, together
from onrecord.links.counting import part_counted, tables
from onrecord.links.figure_meetings import Kinds, Meetings, Way, kinds_of
from onrecord.links.figure_telling import Setting, Told, tell
from onrecord.links.quantities import Quantities
from onrecord.links.scenes import Scene
from onrecord.model.annotation import FigureReading

ALIKE: Final = 0.5  # of the score where one number is given for one noun, told more closely by one report
CONTEST: Final = 30  # days within which two margins are of one contest
OF_CONTEST: Final = 0.6  # score of two shares of one vote that no event ties
STAGES: Final = 0.3  # taken off at most where one of two tells a stage of a bargain: ...
BY_THE_DAY: Final = STAGES / 10  # ... a tenth of it for each day
TENFOLD: Final = 10.0  # times that one reading of anything but a toll may be another of the next day
MANIFOLD: Final = 3.0  # times that one reading of a toll may be the other where no day ties them


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What tells how surely two readings are of one quantity, by their places.

    Attributes:
        kinds: what each counts.
        told: what their reports tell; behind the readings stand the wholes of which some are parts.
        whole: where the whole of each stands; -1 for what is no part.
        part: a number for what part of a toll each counts; -1 for what is none.
        places: the places that each clause names.
        scenes: what each crowd came to.
    """

    kinds: Kinds
    told: Told
    whole: Places
    part: Places
    places: Column
    scenes: tuple[Sequence[Scene], ...]

    def score(self, first: Places, second: Places) -> Numbers:
        """Return of each pair how surely both are of one quantity: 0 where they aren't."""
        score = np.zeros(len(first))
        order = np.argsort(second, kind="stable")
        for some in together(second[order], max(self.places.vocabulary, self.told.vocabulary)):
            score[order[some]] = self._score(first[order[some]], second[order[some]])
        return score

    def _score(self, first: Places, second: Places) -> Numbers:
        met = self.kinds.meetings(first, second)
        ways: dict[Way, Callable[[Places, Places, Meetings], Numbers]] = {
            Way.MARGIN: self._margins,
            Way.CROWD: self._crowds,
            Way.BARGAIN: self._bargains,
            Way.THING: self._things,
            Way.NUMBER: self._numbers,
        }
        score = np.zeros(len(first))
        for way, compare in ways.items():
            some = np.flatnonzero(met.way == way)
            if len(some):
                score[some] = compare(first[some], second[some], met.only(some))
        return score

    def _margins(self, first: Places, second: Places, _: Meetings) -> Numbers:
        of_one = np.where(self.told.one_story(first, second), 0.8, 0.6)
        near = self.told.within(MANIFOLD, first, second) & ~self._elsewhere(first, second)
        return np.where(near & self._in_one_contest(first, second), of_one, 0.0)

    def _in_one_contest(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether both are within some weeks, and not of years ago."""
        soon = self.told.days_apart(first, second) <= CONTEST
        return soon & self.told.incidents.may_be_one(first, second)

    def _crowds(self, first: Places, second: Places, _: Meetings) -> Numbers:
        """Return the score of those who came to one thing, on one day, whatever they are called."""
        pairs = zip(first.tolist(), second.tolist(), strict=True)
        scenes = ((self.scenes[one], self.scenes[other]) for one, other in pairs)
        return np.array([0.9 if any(a.is_of(b) for a in x for b in y) else 0.0 for x, y in scenes])

    def _bargains(self, first: Places, second: Places, _: Meetings) -> Numbers:
        return np.where(self.told.days_apart(first, second) <= 1, 0.8, 0.0)

    def _things(self, first: Places, second: Places, met: Meetings) -> Numbers:
        close = self._closeness(first, second)
        of_contest = met.of_contest & (close == 0) & self._of_one_contest(first, second)
        close[of_contest] = OF_CONTEST
        close[met.of_contest & self._elsewhere(first, second)] = 0.0
        days = self.told.days_apart(first, second)
        unlike = np.where(met.unlike_stages, np.minimum(STAGES, BY_THE_DAY * days), 0.0)
        return np.where(close > 0, close - unlike, 0.0)

    def _of_one_contest(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether two shares or turnouts are of one vote, and in no two places."""
        mine = self.told.holders.may_be_one(first, second)
        of_one: Flags = ~self._elsewhere(first, second) & mine & self._in_one_contest(first, second)
        return of_one

    def _elsewhere(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether both tell of places, and of none that is in both."""
        told = (self.places.sizes[first] > 0) & (self.places.sizes[second] > 0)
        elsewhere: Flags = told & (self.places.shared(first, second) == 0)
        return elsewhere

    def _numbers(self, first: Places, second: Places, met: Meetings) -> Numbers:
        """Return the score of parts of one toll, and of one number given for what one tells more closely."""
        score = np.zeros(len(first))
        parts = (self.whole[first] >= 0) & (self.whole[second] >= 0)
        one_part = np.flatnonzero(parts & (self.part[first] >= 0) & (self.part[first] == self.part[second]))
        score[one_part] = self._closeness(self.whole[first[one_part]], self.whole[second[one_part]])
        one_number = self.told.holders.number[first] == self.told.holders.number[second]
        alike = np.flatnonzero(~parts & one_number & (self.told.size[first] >= met.alike_from))
        score[alike] = ALIKE * self._closeness(first[alike], second[alike])
        return score

    def _nameless(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether a noun is all that both are known by."""
        told = self.told
        both: Flags = told.plain[first] & told.plain[second]
        return both & (told.alone[first] | told.alone[second])

    def _closeness(self, first: Places, second: Places) -> Numbers:
        """Return of each pair how surely both are about one event: 0 where they aren't."""
        told = self.told
        one_story = told.one_story(first, second)
        one_giver = told.holders.one_giver(first, second)
        one_report = told.report[first] == told.report[second]
        one_number = told.holders.number[first] == told.holders.number[second]
        next_day = told.days_apart(first, second) <= 1
        manifold = ~(
            told.falling[first]
            | told.within(MANIFOLD, first, second)
            | one_giver
            | (one_story & told.count_one_deed(first, second))
        )
        rules = (
            (~told.incidents.may_be_one(first, second) | ~told.holders.may_be_one(first, second), 0.0),
            (told.incidents.one_event(first, second), 1.0),
            (self._nameless(first, second) & ~one_number & ~one_giver, 0.0),
            (told.bound[first] & (one_report | (one_story & next_day)), 0.9),
            (told.bound[first], 0.0),
            (~told.of_state[first] & next_day & ~told.within(TENFOLD, first, second) & ~one_giver, 0.0),
            (told.incidents.one_happening(first, second), 0.9),
            (manifold | told.shrinks(first, second), 0.0),
            (told.percent[first] & ~one_story & ~one_giver, 0.0),
            (told.speed[first], 0.0),  # two that crashed had each a speed of its own
            (one_story, 0.8),
        )
        return np.select([when for when, _ in rules], [score for _, score in rules], 0.6)


def ties_of(readings: Sequence[FigureReading], quantities: Quantities, setting: Setting) -> Ties:
    """Return what tells how surely two of some readings are of one quantity."""
    counted = [quantities[reading.id] for reading in readings]
    by_id = {reading.id: reading for reading in readings}
    wholes = [by_id.get(reading.part_of or "") for reading in readings]
    rows = {whole.id: len(readings) + place for place, whole in enumerate(filter(None, wholes))}
    return Ties(
        kinds=kinds_of(counted),
        told=tell([*(quantity.told for quantity in counted), *filter(None, wholes)], setting),
        whole=np.array([-1 if whole is None else rows[whole.id] for whole in wholes], dtype=np.intp),
        part=numbered(_part(q.told, whole) for q, whole in zip(counted, wholes, strict=True)),
        places=column_of_sets([quantity.places for quantity in counted]),
        scenes=tuple(setting.scenes.get(reading.id, ()) for reading in readings),
    )


def _part(reading: FigureReading, whole: FigureReading | None) -> Hashable:
    """Return what part of what toll a reading counts; None for what counts none, or says nothing of it."""
    if whole is None or whole.head not in tables().states:
        return None
    part = part_counted(reading, whole.head)
    return (whole.head, reading.measure, part) if part else None
