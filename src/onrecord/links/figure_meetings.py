"""What two clauses count in, in which way readings of the two may be of one quantity out.

A storyline counts few things, and each of them many times. So each two things are held against each other
once; what hangs on report, number and giver is looked at for all pairs of readings (`figure_ties`).
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import inf

import numpy as np

from onrecord.links.columns import Flags, Numbers, Places, numbered
from onrecord.links.counting import alike_from, count_the_same, is_comparable, tables
from onrecord.links.quantities import (
    CROWD,
    Quantity,
    are_one,
    is_of_contest,
    of_one_bargain,
    restrict_alike,
)


class Way(IntEnum):
    """In which way readings of two quantities may be of one, besides as parts of one whole."""

    NONE = 0
    MARGIN = 1
    CROWD = 2
    BARGAIN = 3
    THING = 4
    NUMBER = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What two quantities have to do with each other.

    Attributes:
        way: in which way their readings may be of one.
        of_contest: whether they are shares of a vote, which are of one contest before they are of one event.
        unlike_stages: whether one alone tells a stage of a bargain.
        alike_from: the number from which a reading of either that gives it is of one quantity.
    """

    way: Way
    of_contest: bool = False
    unlike_stages: bool = False
    alike_from: float = inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetings:
    """The meetings of many pairs of readings, in columns."""

    way: Places
    of_contest: Flags
    unlike_stages: Flags
    alike_from: Numbers

    def only(self, some: Places) -> "Meetings":
        """Return the meetings of some of the pairs."""
        return Meetings(
            way=self.way[some],
            of_contest=self.of_contest[some],
            unlike_stages=self.unlike_stages[some],
            alike_from=self.alike_from[some],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """What readings count: a number for each reading, and a sample of each kind by that number."""

    of: Places
    samples: tuple[Quantity, ...]

    def meetings(self, first: Places, second: Places) -> Meetings:
        """Return what the quantities of each pair have to do with each other."""
        both = self.of[first] * len(self.samples) + self.of[second]
        kinds, at = np.unique(both, return_inverse=True)
        ends = (divmod(each, len(self.samples)) for each in kinds.tolist())
        met = [meeting_of(self.samples[one], self.samples[other]) for one, other in ends]
        return Meetings(
            way=np.array([meeting.way for meeting in met], dtype=np.intp)[at],
            of_contest=np.array([meeting.of_contest for meeting in met], dtype=bool)[at],
            unlike_stages=np.array([meeting.unlike_stages for meeting in met], dtype=bool)[at],
            alike_from=np.array([meeting.alike_from for meeting in met], dtype=np.float64)[at],
        )

    def may_be_one(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether nothing that is said of them parts any reading of one group from any of the other."""
        ours, theirs = (set(self.of[group].tolist()) for group in (left, right))
        return all(are_one(self.samples[one], self.samples[other]) for one in ours for other in theirs)


def kinds_of(quantities: Sequence[Quantity]) -> Kinds:
    """Return what readings count, given what their clauses say of it."""
    of = numbered(map(_kind, quantities))
    _, founders = np.unique(of, return_index=True)
    return Kinds(of=of, samples=tuple(quantities[place] for place in founders.tolist()))


def _kind(quantity: Quantity) -> Hashable:
    """Return all that `meeting_of` asks of a quantity."""
    told = quantity.told
    return (
        (told.head, told.measure, told.unit, told.counts, told.change),
        told.since.date if told.since is not None else None,
        told.part_of is None,
        (quantity.margin, quantity.step, quantity.some, quantity.bargain, quantity.by_its_stage),
        (quantity.rate, quantity.world, quantity.where),
        (quantity.restriction, quantity.names),
    )


def meeting_of(first: Quantity, second: Quantity) -> Meeting:
    """Return what two quantities have to do with each other."""
    if not are_one(first, second):
        return Meeting(way=Way.NONE)
    one, other = first.told, second.told
    if first.margin and (one.head, one.measure) == (other.head, other.measure):
        return Meeting(way=Way.MARGIN)
    if CROWD in (one.head, other.head):
        return Meeting(way=Way.CROWD if (one.part_of is None) == (other.part_of is None) else Way.NONE)
    if of_one_bargain(one, other, (first, second)):
        return Meeting(way=Way.BARGAIN)
    if count_the_same(one, other) or _count_one_thing(first, second):
        told = bool(first.bargain), bool(second.bargain)
        return Meeting(
            way=Way.THING,
            of_contest=is_of_contest(one),
            unlike_stages=one.measure != "count" and told[0] != told[1],
        )
    return Meeting(way=Way.NUMBER, alike_from=alike_from(one, other))


def _count_one_thing(first: Quantity, second: Quantity) -> bool:
    """Whether two quantities are one thing of which one leaves out whose it is."""
    one, other = first.told, second.told
    if (one.head, one.measure, one.unit) != (other.head, other.measure, other.unit):
        return False
    if one.head in tables().states or one.head in tables().held or one.measure == "measure":
        return False
    if one.part_of is not None or other.part_of is not None or one.change != other.change:
        return False  # 96 in one town are no other 204 that are confirmed
    return is_comparable(one) and is_comparable(other) and restrict_alike(first, second)
