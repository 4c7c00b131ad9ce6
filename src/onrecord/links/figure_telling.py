"""Readings in, what the reports of each tell of what it counts out, in columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from onrecord.links.columns import Flags, Numbers, Places, numbered
from onrecord.links.counting import restriction, tables
from onrecord.links.figure_holders import Holders, holders_of
from onrecord.links.incidents import Incident, Incidents, incidents_laid
from onrecord.links.material import Material
from onrecord.links.quantities import counts_who_is_there
from onrecord.links.quantity_names import names
from onrecord.links.scenes import Scenes
from onrecord.links.words import content_of, content_words
from onrecord.model.annotation import FigureReading

FEW_DAYS: Final = 3  # between two reports that count one deed, however many times as much one of them finds
DEED: Final = 2  # words that tell to whom what was done: "voters turned away"
SHRUNK: Final = 0.5  # of an earlier toll, below which a later one counts some of them only


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What readings stand amid.

    Attributes:
        material: their reports.
        story_of: story by report.
        about: the happening that each counts for, by its id.
        scenes: what crowds came to, by the reading's id.
    """

    material: Material
    story_of: Mapping[str, str]
    about: Mapping[str, Incident]
    scenes: Scenes


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the reports of readings tell, in columns.

    Attributes:
        report, story: a number for each; of the story -1 for none.
        day: the day of the report.
        order: how far down in founding order.
        size: the least that a reading gives, else the most; no number where it gives none.
        incidents: the happenings that are counted for.
        holders: whose what is counted is, and who counts.
        bound, falling, of_state, percent, speed: whether what is counted is of these sorts.
        deed: whether those are counted to whom one thing was done.
        plain: whether nothing tells what is counted from others of its name: "branches counted".
        alone: whether nothing at all is said of them: "branches".
    """

    report: Places
    story: Places
    day: Places
    order: Places
    size: Numbers
    incidents: Incidents
    holders: Holders
    bound: Flags
    falling: Flags
    of_state: Flags
    percent: Flags
    speed: Flags
    deed: Flags
    plain: Flags
    alone: Flags

    def one_story(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether both reports are of one story."""
        same: Flags = self.story[first] == self.story[second]
        return same

    def days_apart(self, first: Places, second: Places) -> Places:
        """Return of each pair how many days lie between the reports."""
        days: Places = self.day[first] - self.day[second]
        return np.abs(days)

    def within(self, times: float, first: Places, second: Places) -> Flags:
        """Return of each pair whether neither number is more than so many times the other.

        What has no number may be of any size.
        """
        one, other = self.size[first], self.size[second]
        return ~(np.maximum(one, other) > np.minimum(one, other) * times)

    def shrinks(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether a later toll is not half of an earlier one: it is of some of them."""
        swapped = self.order[second] < self.order[first]
        earlier, later = np.where(swapped, second, first), np.where(swapped, first, second)
        return self.of_state[first] & ~self.falling[first] & (self.size[later] < SHRUNK * self.size[earlier])

    def count_one_deed(self, first: Places, second: Places) -> Flags:
        """Return of each pair whether those to whom one thing was done are counted in near days."""
        return self.deed[first] & (self.days_apart(first, second) <= FEW_DAYS)

    @property
    def vocabulary(self) -> int:
        """How many words the largest of the columns holds."""
        columns = (self.incidents.events, self.holders.holder, self.holders.givers)
        return max(each.vocabulary for each in columns)


def tell(readings: Sequence[FigureReading], setting: Setting) -> Told:
    """Return what the reports of readings tell, in columns."""
    keys = [setting.material.order(reading.report, reading.span.start) for reading in readings]
    place = {key: number for number, key in enumerate(sorted(set(keys)))}
    known, speeds = tables(), names().speed

    def flags(holds: Callable[[FigureReading], bool]) -> Flags:
        return np.array([holds(reading) for reading in readings], dtype=bool)

    return Told(
        report=numbered(reading.report for reading in readings),
        story=numbered(setting.story_of.get(reading.report) for reading in readings),
        day=np.array([day.toordinal() for day, *_ in keys], dtype=np.intp),
        order=np.array([place[key] for key in keys], dtype=np.intp),
        size=np.array([_size(reading) for reading in readings], dtype=np.float64),
        incidents=incidents_laid([setting.about[reading.id] for reading in readings]),
        holders=holders_of(readings, setting.material),
        bound=flags(lambda reading: reading.head in known.bound),
        falling=flags(lambda reading: reading.head in known.falling),
        of_state=flags(lambda reading: reading.head in known.states),
        percent=flags(lambda reading: reading.measure == "percent"),
        speed=flags(lambda reading: reading.unit in speeds),
        deed=flags(_counts_a_deed),
        plain=flags(counts_no_more),
        alone=flags(lambda r: content_of(r.counts) <= content_words([r.head])),
    )


def _size(reading: FigureReading) -> float:
    """Return the least that a reading gives, else the most; no number where it gives none."""
    told = reading.high if reading.low is None else reading.low
    return np.nan if told is None else told


def _counts_a_deed(reading: FigureReading) -> bool:
    """Whether those are counted to whom one thing was done ("voters turned away"), no toll's state."""
    of_people = reading.unit == "people" and reading.head not in tables().states
    return of_people and len(restriction(reading)) >= DEED


def counts_no_more(reading: FigureReading) -> bool:
    """Whether a noun is counted and no words tell which, as of no toll, vote or crowd."""
    known = tables()
    named = reading.head in {*known.states, *known.held, *known.numbered} or counts_who_is_there(reading)
    if reading.measure == "money" and reading.head in known.personal:
        return True
    bare = reading.measure == "count" and reading.part_of is None and not named
    return bare and restriction(reading) <= content_words([reading.head])
