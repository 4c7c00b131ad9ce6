"""Readings in, figures out: which numbers count the same thing.

Readings meet only if they count the same (one head, one state such as "killed", one restriction), in one
unit, from one day on, about one event: the event of their clause, else the storyline's one such count.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from onrecord.links.counting import (
    count_alike,
    count_the_same,
    counting_as,
    holder_named,
    is_comparable,
    is_former,
    parts_alike,
    restriction,
    tables,
)
from onrecord.links.events import EventGroup
from onrecord.links.groups import settle
from onrecord.links.incidents import Incident, incidents, may_be_one
from onrecord.links.material import Material, published_key
from onrecord.links.quantities import (
    CROWD,
    Quantities,
    Quantity,
    are_one,
    as_crowd,
    counts_who_is_there,
    is_of_contest,
    of_one_bargain,
    quantity_of,
    restrict_alike,
)
from onrecord.links.quantity_names import names
from onrecord.links.scenes import Scenes, scenes_of
from onrecord.links.words import content_words, words_of
from onrecord.model.annotation import FigureReading

ALIKE = 0.5  # of the score where one number is given for one noun, told more closely by one report
CONTEST = 30  # days within which two margins are of one contest
STAGES = 0.3  # taken off at most where one of two tells a stage of a bargain: a tenth of it for each day
FEW_DAYS = 3  # between two reports that count one deed, however many times as much one of them finds
DEED = 2  # words that tell to whom what was done: "voters turned away"
SHRUNK = 0.5  # of an earlier toll, below which a later one counts some of them only
MANIFOLD = 3.0  # times that one reading of a toll may be the other where no day ties them


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGroup:
    """Readings of one quantity; the first founds it.

    Attributes:
        readings: in founding order.
        event: the event they count for, if one is told.
        one_moment: whether what they count was over long before they were told, so that no day changes it.
        of_contest: whether they are shares of a vote, or tell how many took part in it.
        by_one_act: whether they are by how much a vote was won, or one stage of a bargain: no day changes it.
    """

    readings: tuple[FigureReading, ...]
    event: str | None
    one_moment: bool = False
    of_contest: bool = False
    by_one_act: bool = False


def settle_figures(
    material: Material, events: tuple[EventGroup, ...], story_of: Mapping[str, str]
) -> tuple[FigureGroup, ...]:
    """Return the figures of a storyline, in founding order."""
    readings = _kept(material)
    about = incidents(readings, events, material)
    by_id = {reading.id: reading for reading in readings}
    quantities = {r.id: quantity_of(r, material.by_id[r.report], material.found[r.report]) for r in readings}
    tie = Ties(
        about=about,
        story_of=story_of,
        material=material,
        readings=by_id,
        quantities=quantities,
        scenes=scenes_of(readings, events),
    )
    links = [
        (score, first.id, second.id)
        for group in _alike(readings, by_id, quantities)
        for first, second in combinations(group, 2)
        if (score := tie.score(first, second)) > 0
    ]
    happened = _happened(events)
    former = {r.id for r in readings if is_former(r, material.by_id[r.report].text)}
    settled = settle(
        list(by_id),
        links,
        rank={reading.id: place for place, reading in enumerate(readings)},
        may_meet=lambda left, right: (
            all(are_one(quantities[a], quantities[b]) for a in left for b in right)
            and _may_meet(
                [by_id[i] for i in left if i not in former], [by_id[i] for i in right if i not in former]
            )
        ),
        bonds=material.ruled.bonds({i: i for i in by_id}),
    )
    return tuple(
        FigureGroup(
            readings=tuple(by_id[i] for i in group),
            event=next((about[i].event for i in group if about[i].event is not None), None),
            of_contest=all(is_of_contest(quantities[i].told) for i in group),
            by_one_act=_is_by_one_act([quantities[i] for i in group]),
            one_moment=any(about[i].old is not None for i in group)
            or (all(quantities[i].bargain for i in group) and any(quantities[i].by_its_stage for i in group))
            or (
                all(_counts_who_was_there(by_id[i]) for i in group)
                and any(not about[i].events.isdisjoint(happened) for i in group)
            ),
        )
        for group in settled
        if material.ruled.wrong.isdisjoint(group)
    )


def _kept(material: Material) -> list[FigureReading]:
    """Return the readings that count something and stand, in founding order."""
    struck = material.ruled.struck
    readings = [
        as_crowd(counting_as(r))
        for report in material.reports
        for r in material.found[report.id].figures
        if r.keep and r.id not in struck
    ]
    return sorted(readings, key=lambda r: material.order(r.report, r.span.start))


def _happened(events: Iterable[EventGroup]) -> frozenset[str]:
    """Return the events that some report tells as done."""
    return frozenset(
        group.tellings[0].mention.id
        for group in events
        if any(t.mention.modality == "happened" for t in group.tellings)
    )


def _is_by_one_act(told: Sequence[Quantity]) -> bool:
    """Whether readings tell by how much a vote was won, or what was asked, offered or agreed."""
    return all(q.margin for q in told) or bool(frozenset.intersection(*(q.bargain for q in told)))


def _counts_who_was_there(reading: FigureReading) -> bool:
    """Whether a reading counts those who were at something, and not those to whom something was done.

    Of them no later day makes more or fewer; tolls and what is told as it stands may change.
    """
    return counts_who_is_there(reading) and reading.as_of is None


def _alike(
    readings: Sequence[FigureReading], by_id: Mapping[str, FigureReading], quantities: Quantities
) -> list[list[FigureReading]]:
    """Return readings that may count the same: by what is counted, and parts by what they are part of."""
    alike: dict[tuple[object, ...], list[FigureReading]] = defaultdict(list)
    for reading in readings:
        head = quantities[reading.id].told.head
        alike[head if reading.measure != "money" else "", reading.measure].append(reading)
        if reading.measure == "measure":
            alike["of", reading.unit].append(reading)
        whole = by_id.get(reading.part_of or "")
        if whole is not None and whole.head in tables().states:
            alike["part", whole.head].append(reading)
    return list(alike.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What tells whether two readings that count the same are about one event."""

    about: Mapping[str, Incident]
    story_of: Mapping[str, str]
    material: Material
    readings: Mapping[str, FigureReading]
    quantities: Quantities
    scenes: Scenes
    called: dict[str, frozenset[str]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def score(self, first: FigureReading, second: FigureReading) -> float:
        """Return how surely two readings are of one quantity: 0 where they aren't."""
        told = self.quantities[first.id], self.quantities[second.id]
        if not are_one(*told):
            return 0.0
        first, second = told[0].told, told[1].told
        if told[0].margin and (first.head, first.measure) == (second.head, second.measure):
            return self.in_one_story(first, second)
        if CROWD in (first.head, second.head):
            return 0.9 if self.count_one_crowd(first, second) else 0.0
        if of_one_bargain(first, second, told):
            return 0.8 if self.one_day(first, second) else 0.0
        if count_the_same(first, second) or self.count_one_thing(first, second):
            of_contest = is_of_contest(first) and self.of_one_contest(first, second, told)
            close = self.closeness(first, second) or (0.6 if of_contest else 0.0)
            return close - self.unlike_stages(first, second, told) if close else 0.0
        wholes = [self.readings.get(r.part_of or "") for r in (first, second)]
        if wholes[0] is not None and wholes[1] is not None:
            one = wholes[0].head == wholes[1].head and parts_alike(first, second, wholes[0].head)
            return self.closeness(*filter(None, wholes)) if one and wholes[0].head in tables().states else 0.0
        return ALIKE * self.closeness(first, second) if count_alike(first, second) else 0.0

    def closeness(self, first: FigureReading, second: FigureReading) -> float:
        """Return how surely two readings are about one event: 0 where they aren't."""
        left, right = self.about[first.id], self.about[second.id]
        if not may_be_one(left, right) or not self.one_holder(first, second):
            return 0.0
        if not left.events.isdisjoint(right.events):
            return 1.0
        one_story = self.story_of.get(first.report) == self.story_of.get(second.report)
        if first.head in tables().bound:
            return (
                0.9 if first.report == second.report or (one_story and self.one_day(first, second)) else 0.0
            )
        if left.happening is not None and left.happening == right.happening:
            return 0.9
        if first.head not in tables().falling and not (
            _of_sizes_within(MANIFOLD, first, second)
            or self.of_one_giver(first, second)
            or (one_story and self.counts_one_deed(first, second))
        ):
            return 0.0
        if first.head in tables().states and self.shrinks(first, second):
            return 0.0
        if first.measure == "percent" and not one_story and not self.of_one_giver(first, second):
            return 0.0
        if first.unit in names().speed:
            return 0.0  # two that crashed had each a speed of its own
        return 0.8 if one_story else 0.6

    def unlike_stages(
        self, first: FigureReading, second: FigureReading, told: tuple[Quantity, Quantity]
    ) -> float:
        """Return what is taken off where one of two tells a stage of a bargain: more by the day."""
        if first.measure == "count" or bool(told[0].bargain) == bool(told[1].bargain):
            return 0.0
        return min(STAGES, STAGES / 10 * self.days_apart(first, second))

    def counts_one_deed(self, first: FigureReading, second: FigureReading) -> bool:
        """Whether two counts of those to whom one thing was done ("voters turned away") are near in time."""
        return (
            first.unit == "people"
            and len(restriction(first)) >= DEED
            and first.head not in tables().states
            and self.days_apart(first, second) <= FEW_DAYS
        )

    def in_one_story(self, first: FigureReading, second: FigureReading) -> float:
        """Return how surely two margins are of one contest: within some weeks, and not of years ago."""
        one = self.story_of.get(first.report) == self.story_of.get(second.report)
        if self.days_apart(first, second) > CONTEST or not may_be_one(
            self.about[first.id], self.about[second.id]
        ):
            return 0.0
        return 0.8 if one else 0.6

    def of_one_contest(
        self, first: FigureReading, second: FigureReading, told: tuple[Quantity, Quantity]
    ) -> bool:
        """Whether two shares or turnouts are of one vote: within some weeks, and in no two places."""
        if told[0].places and told[1].places and told[0].places.isdisjoint(told[1].places):
            return False
        return self.one_holder(first, second) and self.in_one_story(first, second) > 0

    def count_one_crowd(self, first: FigureReading, second: FigureReading) -> bool:
        """Whether two readings count those who came to one thing, on one day, whatever they are called."""
        if (first.part_of is None) != (second.part_of is None):
            return False
        scenes = [self.scenes.get(reading.id, ()) for reading in (first, second)]
        return any(one.is_of(other) for one in scenes[0] for other in scenes[1])

    def count_one_thing(self, first: FigureReading, second: FigureReading) -> bool:
        """Whether two readings count one thing of which one leaves out whose it is."""
        if (first.head, first.measure, first.unit) != (second.head, second.measure, second.unit):
            return False
        if first.head in tables().states or first.head in tables().held or first.measure == "measure":
            return False
        if (first.part_of is None) != (second.part_of is None) or first.change != second.change:
            return False
        told = self.quantities[first.id], self.quantities[second.id]
        return is_comparable(first) and is_comparable(second) and restrict_alike(*told)

    def shrinks(self, first: FigureReading, second: FigureReading) -> bool:
        """Whether a later report's toll is not half of an earlier one's: that is of some of them only."""
        if first.head in tables().falling or _of_sizes_within(1 / SHRUNK, first, second):
            return False  # whichever came later
        earlier, later = sorted((first, second), key=lambda r: self.material.order(r.report, r.span.start))
        return (_size(later) or 0) < SHRUNK * (_size(earlier) or 0)

    def of_one_giver(self, first: FigureReading, second: FigureReading) -> bool:
        """Whether somebody named gives both: who counts again may find many times as much."""
        named = [{self.name_of(giver) for giver in r.given_by} - {frozenset()} for r in (first, second)]
        return not named[0].isdisjoint(named[1])

    def one_day(self, first: FigureReading, second: FigureReading) -> bool:
        """Whether two reports can be of one day, or of two that follow each other."""
        return self.days_apart(first, second) <= 1

    def days_apart(self, first: FigureReading, second: FigureReading) -> int:
        """Return how many days lie between the reports of two readings."""
        days = [published_key(self.material.by_id[r.report])[0] for r in (first, second)]
        return abs((days[0] - days[1]).days)

    def one_holder(self, first: FigureReading, second: FigureReading) -> bool:
        """Whether what two readings count is one's own: "four of its soldiers" may be any army's."""
        if first.head not in tables().held and first.holder is None and second.holder is None:
            return True
        named = [_stems(self.name_of(r.holder) or holder_named(r) or _side(r)) for r in (first, second)]
        if first.head not in tables().held and not (named[0] and named[1]):
            return (first.low, first.high) == (second.low, second.high) or self.of_one_giver(first, second)
        return bool(named[0] and named[1]) and (named[0] <= named[1] or named[1] <= named[0])

    def name_of(self, mention_id: str | None) -> frozenset[str]:
        """Return the stems of the fullest name of what a mention refers to."""
        known = self.called.get(mention_id or "")
        if known is None:  # each is asked for with many others
            mention = self.material.mentions.get(mention_id or "")
            founder = self.material.mentions.get(mention.chain or "") if mention is not None else None
            named = founder or mention
            known = content_words(words_of(named.name)) if named is not None else frozenset()
            self.called[mention_id or ""] = known
        return known


def _stems(name: frozenset[str]) -> frozenset[str]:
    """Return the words of a name without the plural by which a party's people are called: "the Greens"."""
    return frozenset(word.removesuffix("s") for word in name)


def _side(reading: FigureReading) -> frozenset[str]:
    """Return the side that a share was cast for, which is no name: "yes"."""
    return frozenset(words_of(reading.counts.partition(" of ")[2]))


def _of_sizes_within(times: float, first: FigureReading, second: FigureReading) -> bool:
    """Whether neither number is more than so many times the other; what has no number may be of any size."""
    one, other = _size(first), _size(second)
    return one is None or other is None or max(one, other) <= min(one, other) * times


def _size(reading: FigureReading) -> float | None:
    return reading.high if reading.low is None else reading.low


def _may_meet(left: Sequence[FigureReading], right: Sequence[FigureReading]) -> bool:
    """Whether no report would contradict itself: its numbers that can't both hold count two things.

    Two that it has from two givers are two readings of one thing.
    """
    return all(
        a.report != b.report
        or a.part_of == b.id
        or b.part_of == a.id
        or _can_both_hold(a, b)
        or _of_two(a, b)
        for a in left
        for b in right
    )


def _of_two(first: FigureReading, second: FigureReading) -> bool:
    """Whether two readings are given by two: the same mention gives neither.

    Of a toll both are named; of things, what one counts may stand beside the report's own count.
    """
    givers = set(first.given_by), set(second.given_by)
    told = all(givers) if first.head in tables().states else any(givers)
    return told and not givers[0] & givers[1]


def _can_both_hold(first: FigureReading, second: FigureReading) -> bool:
    lows = [r.low for r in (first, second) if r.low is not None]
    highs = [r.high for r in (first, second) if r.high is not None]
    return not highs or not lows or max(lows) <= min(highs)
