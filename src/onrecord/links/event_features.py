"""Two tellings in, a table of named features out: what speaks for one event, and what against it.

Each feature is a function of the two tellings alone, from 0 to 1; 0 says nothing. The weights are those of a
logistic regression over pairs of tellings of four invented stories (`docs/design/tellings.md` says how, and
what it reaches on three that it has not seen): the score is the logarithm of the odds that two tellings are
of one event. Agreement and contradiction are features of their own.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.links.event_tellings import Telling

BIAS = 0.1  # score of two tellings of one sort or name of which no feature says anything
FEW = 3  # words of its own below which a telling shares its words by chance
OLD = 60  # days before its report from which a happening is old there
NEXT = 1  # days between two reports within which they tell of the same news


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A telling laid out for comparing: what features ask of it, worked out once for many pairs.

    Attributes:
        terms: its telling words with their weights.
        days: the first and the last day of what its own words give; None where they give none.
        told, dated: the day of its report, and the last day that it gives, as numbers.
        is_old: whether its report tells of it as of an old thing.
        is_fresh: whether it is told as new, with no day.
    """

    telling: Telling
    own: frozenset[str]
    terms: Mapping[str, float]
    people: frozenset[str]
    days: tuple[date | None, date | None] | None
    told: int | None
    dated: int | None
    is_old: bool
    is_fresh: bool


class Both(NamedTuple):
    """Two tellings, with what several features ask of them together."""

    first: Laid
    second: Laid
    words: int
    same_people: bool
    one_day: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A named feature of two tellings, with its weight and what it says in words."""

    name: str
    weight: float
    says: str
    compare: Callable[[Both], float]


def lay(telling: Telling) -> Laid:
    """Return a telling laid out for comparing."""
    day = telling.day if telling.fixed else None
    last = day.last if day is not None else None
    told = telling.told.toordinal() if telling.told is not None else None
    dated = last.toordinal() if last is not None else None
    background = telling.mention.background
    long_ago = told is not None and dated is not None and told - dated > OLD
    return Laid(
        telling=telling,
        own=telling.own,
        terms=dict(telling.terms),
        people=telling.participants,
        days=(day.first, day.last) if day is not None else None,
        told=told,
        dated=dated,
        is_old=background or long_ago,
        is_fresh=not telling.fixed and not background,
    )


def _both(first: Laid, second: Laid) -> Both:
    return Both(
        first,
        second,
        len(first.own & second.own),
        not first.people.isdisjoint(second.people),
        first.days is not None and first.days == second.days and None not in first.days,
    )


def _own_words(both: Both) -> float:
    smaller = min(len(both.first.own), len(both.second.own))
    return both.words / max(FEW, smaller) if both.words else 0.0


def _telling_words(both: Both) -> float:
    if not both.words:
        return 0.0
    right = both.second.terms
    return min(1.0, sum(weight * right.get(word, 0.0) for word, weight in both.first.terms.items()))


def _two_words(both: Both) -> float:
    return both.words >= 2


def _nothing(both: Both) -> float:
    return not (both.words or both.same_people or both.one_day or _same_place(both))


def _same_name(both: Both) -> float:
    return not both.first.telling.named.isdisjoint(both.second.telling.named)


def _same_day(both: Both) -> float:
    return both.one_day


def _people_that_day(both: Both) -> float:
    return both.same_people and both.one_day


def _same_people(both: Both) -> float:
    return both.same_people


def _other_people(both: Both) -> float:
    return bool(not both.same_people and both.first.people and both.second.people)


def _done_to_others(both: Both) -> float:
    one, other = both.first.telling.done_to, both.second.telling.done_to
    return bool(one and other) and one.isdisjoint(other)


def _same_place(both: Both) -> float:
    place = both.first.telling.place
    return place is not None and place == both.second.telling.place


def _other_place(both: Both) -> float:
    one, other = both.first.telling.place, both.second.telling.place
    return one is not None and other is not None and one != other


def _one_story(both: Both) -> float:
    return both.first.telling.story == both.second.telling.story


def _soon(both: Both) -> float:
    one, other = both.first.told, both.second.told
    return one is not None and other is not None and abs(one - other) <= NEXT


def _old_and_new(both: Both) -> float:
    return both.first.is_old != both.second.is_old


def _long_ago(both: Both) -> float:
    return _dated_old(both.first, both.second) or _dated_old(both.second, both.first)


def _dated_old(first: Laid, second: Laid) -> bool:
    """Whether one gives a day long before the other's report, which tells of something new with no day."""
    if not second.is_fresh or first.dated is None or second.told is None:
        return False
    return second.told - first.dated > OLD


def _comes_again(both: Both) -> float:
    one, other = both.first.telling, both.second.telling
    if both.one_day or one.story == other.story:
        return False
    return one.mention.sort not in once() or other.mention.sort not in once()


@lru_cache(maxsize=1)
def once() -> frozenset[str]:
    """Return the sorts of event that come to one person, body, thing or place once in a story."""
    text = files("onrecord").joinpath("data/en/events_linking.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["once"])


def _one_more(both: Both) -> float:
    return both.first.telling.again != both.second.telling.again


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


def likeness(first: Laid, second: Laid) -> float:
    """Return the logarithm of the odds that two tellings of one sort or name are of one event."""
    both = _both(first, second)
    return round(BIAS + sum([weight * compare(both) for weight, compare in _weighed()]), 3)


@lru_cache(maxsize=1)
def _weighed() -> tuple[tuple[float, Callable[[Both], float]], ...]:
    return tuple((feature.weight, feature.compare) for feature in FEATURES)


def reasons(first: Telling, second: Telling) -> tuple[tuple[str, float, str], ...]:
    """Return what speaks for and against: name, what it adds to the score, and words; what is 0 left out."""
    both = _both(lay(first), lay(second))
    added = [(f.name, round(f.weight * f.compare(both), 3), f.says) for f in FEATURES]
    begin = ("to begin with", BIAS, "of one sort or name, and of days that can be one")
    return (begin, *(each for each in added if each[1]))


def of_others(first: Telling, second: Telling) -> bool:
    """Whether two tellings name people, and not one of them is the same."""
    return bool(first.participants and second.participants) and first.participants.isdisjoint(
        second.participants
    )
