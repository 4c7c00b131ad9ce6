"""Tellings in, a table of named features of their pairs out: what speaks for one event, and what against.

Each feature is a function of the two tellings alone, from 0 to 1; 0 says nothing. The weights are those of a
logistic regression over pairs of tellings of four invented stories (`docs/design/tellings.md` says how, and
what it reaches on three that it has not seen): the score is the logarithm of the odds that two tellings are
of one event. Agreement and contradiction are features of their own. A telling is held against hundreds, so
features are worked out for many pairs at once, from tellings laid out in columns.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from onrecord.english import english_table
from onrecord.links.columns import (
    Column,
    Flags,
    Numbers,
    Places,
    column,
    column_of_sets,
    numbered,
    together,
)
from onrecord.links.event_tellings import Telling

BIAS = 0.1  # score of two tellings of one sort or name of which no feature says anything
FEW = 3  # words of its own below which a telling shares its words by chance
OLD = 60  # days before its report from which a happening is old there
NEXT = 1  # days between two reports within which they tell of the same news

Reason = tuple[str, float, str]
"""A feature's name, what it adds to the score, and what it says in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Tellings laid out for comparing: a column for each thing that features ask, a place for each telling.

    Attributes:
        own, people, named, done_to: what each telling has of these.
        terms: its telling words with their weights.
        day: a number for the first and last day of what its own words give; -1 where they leave one open.
        told, dated: the day of its report, and the last day that it gives; no number where it isn't known.
        place, story: a number for each; -1 for none.
        is_old: whether its report tells of it as of an old thing.
        is_fresh: whether it is told as new, with no day.
        again: whether it is told as one more of its sort.
        once: whether it is of a sort that comes once.
    """

    own: Column
    people: Column
    named: Column
    done_to: Column
    terms: Column
    day: Places
    told: Numbers
    dated: Numbers
    place: Places
    story: Places
    is_old: Flags
    is_fresh: Flags
    again: Flags
    once: Flags


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """Pairs of tellings, with what several features ask of the two together."""

    laid: Laid
    first: Places
    second: Places
    words: Numbers
    same_people: Flags
    one_day: Flags
    one_place: Flags

    def either(self, flags: Flags) -> tuple[Flags, Flags]:
        """Return what is told of the first of each pair, and of the second."""
        return flags[self.first], flags[self.second]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A named feature of two tellings, with its weight and what it says in words."""

    name: str
    weight: float
    says: str
    compare: Callable[[Both], Numbers | Flags]


def lay(tellings: Sequence[Telling]) -> Laid:
    """Return tellings laid out for comparing."""
    days = [telling.day if telling.fixed else None for telling in tellings]
    told = _as_numbers([t.told.toordinal() if t.told is not None else None for t in tellings])
    dated = _as_numbers([d.last.toordinal() if d is not None and d.last is not None else None for d in days])
    background = np.array([t.mention.background for t in tellings], dtype=bool)
    return Laid(
        own=column_of_sets([t.own for t in tellings]),
        people=column_of_sets([t.participants for t in tellings]),
        named=column_of_sets([t.named for t in tellings]),
        done_to=column_of_sets([t.done_to for t in tellings]),
        terms=column([t.terms for t in tellings]),
        day=numbered((d.first, d.last) if d is not None and d.first and d.last else None for d in days),
        told=told,
        dated=dated,
        place=numbered(t.place for t in tellings),
        story=numbered(t.story for t in tellings),
        is_old=background | (told - dated > OLD),
        is_fresh=~background & np.array([not t.fixed for t in tellings], dtype=bool),
        again=np.array([t.again for t in tellings], dtype=bool),
        once=np.array([t.mention.sort in once() for t in tellings], dtype=bool),
    )


def _as_numbers(values: Sequence[int | None]) -> Numbers:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _both(laid: Laid, first: Places, second: Places) -> Both:
    day, place = laid.day[first], laid.place[first]
    return Both(
        laid=laid,
        first=first,
        second=second,
        words=laid.own.shared(first, second),
        same_people=laid.people.shared(first, second) > 0,
        one_day=(day >= 0) & (day == laid.day[second]),
        one_place=(place >= 0) & (place == laid.place[second]),
    )


def _own_words(both: Both) -> Numbers:
    sizes = both.laid.own.sizes
    return both.words / np.maximum(FEW, np.minimum(sizes[both.first], sizes[both.second]))


def _telling_words(both: Both) -> Numbers:
    shared = both.laid.terms.shared(both.first, both.second)
    return np.where(both.words > 0, np.minimum(1.0, shared), 0.0)


def _two_words(both: Both) -> Flags:
    return both.words >= 2


def _nothing(both: Both) -> Flags:
    return ~((both.words > 0) | both.same_people | both.one_day | both.one_place)


def _same_name(both: Both) -> Flags:
    return both.laid.named.shared(both.first, both.second) > 0


def _same_day(both: Both) -> Flags:
    return both.one_day


def _people_that_day(both: Both) -> Flags:
    return both.same_people & both.one_day


def _same_people(both: Both) -> Flags:
    return both.same_people


def _other_people(both: Both) -> Flags:
    one, other = both.either(both.laid.people.sizes > 0)
    return one & other & ~both.same_people


def _done_to_others(both: Both) -> Flags:
    one, other = both.either(both.laid.done_to.sizes > 0)
    return one & other & ~(both.laid.done_to.shared(both.first, both.second) > 0)


def _same_place(both: Both) -> Flags:
    return both.one_place


def _other_place(both: Both) -> Flags:
    one, other = both.either(both.laid.place >= 0)
    return one & other & ~both.one_place


def _one_story(both: Both) -> Flags:
    story = both.laid.story
    same: Flags = story[both.first] == story[both.second]
    return same


def _soon(both: Both) -> Flags:
    told = both.laid.told
    return np.abs(told[both.first] - told[both.second]) <= NEXT


def _old_and_new(both: Both) -> Flags:
    one, other = both.either(both.laid.is_old)
    return one ^ other


def _long_ago(both: Both) -> Flags:
    return _dated_old(both.laid, both.first, both.second) | _dated_old(both.laid, both.second, both.first)


def _dated_old(laid: Laid, first: Places, second: Places) -> Flags:
    """Whether one gives a day long before the other's report, which tells of something new with no day."""
    return laid.is_fresh[second] & (laid.told[second] - laid.dated[first] > OLD)


def _comes_again(both: Both) -> Flags:
    one, other = both.either(both.laid.once)
    return ~(both.one_day | _one_story(both) | (one & other))


@lru_cache(maxsize=1)
def once() -> frozenset[str]:
    """Return the sorts of event that come to one person, body, thing or place once in a story."""
    return frozenset(english_table("events_linking")["once"])


@lru_cache(maxsize=4096)
def kinds_of_doing(sort: str) -> tuple[int, ...]:
    """Return the kinds of doing, by their places in the table, that a sort or an open verb is one of."""
    verb = sort.partition(" ")[0]
    return tuple(
        kind for kind, sorts in enumerate(english_table("events_linking")["like"]) if {sort, verb} & {*sorts}
    )


def _one_more(both: Both) -> Flags:
    one, other = both.either(both.laid.again)
    return one ^ other


FEATURES = (
    Feature(name="own words", weight=1.3, says="the words beside sort and names", compare=_own_words),
    Feature(name="telling words", weight=0.55, says="rare ones among them", compare=_telling_words),
    Feature(name="two words", weight=0.6, says="two or more of them", compare=_two_words),
    Feature(name="nothing", weight=-0.6, says="neither words, people, day nor place", compare=_nothing),
    Feature(name="same name", weight=0.25, says="called by one word", compare=_same_name),
    Feature(name="same day", weight=0.75, says="both give one day", compare=_same_day),
    Feature(
        name="people that day", weight=1.0, says="one day and somebody in both", compare=_people_that_day
    ),
    Feature(name="same people", weight=0.3, says="somebody in both", compare=_same_people),
    Feature(name="other people", weight=-2.2, says="each names others", compare=_other_people),
    Feature(name="done to others", weight=-1.0, says="done to others", compare=_done_to_others),
    Feature(name="same place", weight=0.2, says="one place", compare=_same_place),
    Feature(name="other place", weight=-0.5, says="another place", compare=_other_place),
    Feature(name="one story", weight=0.51, says="reports of one story", compare=_one_story),
    Feature(name="soon", weight=0.39, says="reports of one day or the next", compare=_soon),
    Feature(name="old and new", weight=-1.2, says="old in one, new in the other", compare=_old_and_new),
    Feature(
        name="comes again",
        weight=-1.5,
        says="of a sort that comes again, in two stories",
        compare=_comes_again,
    ),
    Feature(name="long ago", weight=-1.0, says="a day long ago, and none for what is new", compare=_long_ago),
    Feature(name="one more", weight=-2.0, says="one more of its sort, in one", compare=_one_more),
)


def likeness(laid: Laid, first: Places, second: Places) -> Numbers:
    """Return for each pair of one sort or name the logarithm of the odds that both are of one event."""
    score = np.zeros(len(first))
    for some, both in _together(laid, first, second):
        added = np.zeros(len(some))
        for feature in FEATURES:
            added += feature.weight * feature.compare(both)
        score[some] = BIAS + added
    return _rounded(score)


def _together(laid: Laid, first: Places, second: Places) -> Iterator[tuple[Places, Both]]:
    """Yield pairs by their numbers, as many at once as are looked at together."""
    order = np.argsort(second, kind="stable")
    for some in together(second[order], max(laid.own.vocabulary, laid.terms.vocabulary)):
        yield order[some], _both(laid, first[order[some]], second[order[some]])


def _rounded(scores: Numbers) -> Numbers:
    """Return scores to three places, rounded as they are written."""
    values, places = np.unique(scores, return_inverse=True)
    return np.array([round(value, 3) for value in values.tolist()])[places]


def reasons(laid: Laid, first: Places, second: Places) -> list[tuple[Reason, ...]]:
    """Return for each pair what speaks for and against; what is 0 is left out."""
    found: list[tuple[Reason, ...]] = [()] * len(first)
    for some, both in _together(laid, first, second):
        added = [(feature.weight * feature.compare(both)).tolist() for feature in FEATURES]
        for number, of_pair in zip(some.tolist(), zip(*added, strict=True), strict=True):
            found[number] = _told(of_pair)
    return found


def likeness_but_for(left_out: frozenset[str], pairs: Sequence[tuple[Telling, Telling]]) -> list[float]:
    """Return for each pair of tellings the sum of its reasons, as they are told, without some features."""
    laid, first, second = _laid_pairs(pairs)
    score: Numbers = np.full(len(first), BIAS)
    for some, both in _together(laid, first, second):
        for feature in FEATURES:
            if feature.name not in left_out:
                added: Numbers = np.asarray(feature.weight * feature.compare(both), dtype=np.float64)
                score[some] += _rounded(added)
    scores: list[float] = score.tolist()
    return scores


def _told(added: Iterable[float]) -> tuple[Reason, ...]:
    begin = ("to begin with", BIAS, "of one sort or name, and of days that can be one")
    told = ((f.name, round(x, 3), f.says) for f, x in zip(FEATURES, added, strict=True))
    return (begin, *(each for each in told if each[1]))


def reasons_of_two(first: Telling, second: Telling) -> tuple[Reason, ...]:
    """Return what speaks for one event of two tellings, and what against."""
    return reasons(*_laid_pairs([(first, second)]))[0]


def _laid_pairs(pairs: Sequence[tuple[Telling, Telling]]) -> tuple[Laid, Places, Places]:
    """Return the tellings of some pairs laid out, each once, and where the two of each pair stand."""
    tellings = {telling.mention.id: telling for pair in pairs for telling in pair}
    place = {mention: number for number, mention in enumerate(tellings)}
    ends = [[place[pair[end].mention.id] for pair in pairs] for end in (0, 1)]
    first, second = np.array(ends, dtype=np.intp)
    return lay(tuple(tellings.values())), first, second


def of_others(first: Telling, second: Telling) -> bool:
    """Whether two tellings name people, and not one of them is the same."""
    return bool(first.participants and second.participants) and first.participants.isdisjoint(
        second.participants
    )
