"""Two tellings in, a table of named features out: what speaks for one event, and what against it.

Each feature is a function of the two tellings alone, from 0 to 1; 0 says nothing. The weights are those of a
logistic regression over pairs of tellings of four invented stories (`docs/design/events.md` says how, and
what it reaches on three that it has not seen): the score is the logarithm of the odds that two tellings are
of one event. Agreement and contradiction are features of their own.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.links.event_tellings import Telling

BIAS = 0.1  # score of two tellings of one sort or name of which no feature says anything
FEW = 3  # words of its own below which a telling shares its words by chance
OLD = 60  # days before its report from which a happening is old there
NEXT = 1  # days between two reports within which they tell of the same news


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A named feature of two tellings, with its weight and what it says in words."""

    name: str
    weight: float
    says: str
    compare: Callable[[Telling, Telling], float]


def _own_words(first: Telling, second: Telling) -> float:
    shared = len(first.own & second.own)
    return shared / max(FEW, min(len(first.own), len(second.own))) if shared else 0.0


def _telling_words(first: Telling, second: Telling) -> float:
    if first.own.isdisjoint(second.own):
        return 0.0
    right = dict(second.terms)
    return min(1.0, sum(weight * right.get(word, 0.0) for word, weight in first.terms))


def _two_words(first: Telling, second: Telling) -> float:
    return float(len(first.own & second.own) >= 2)


def _nothing(first: Telling, second: Telling) -> float:
    common = (_own_words, _same_people, _same_day, _same_place)
    return float(not any(compare(first, second) for compare in common))


def _same_name(first: Telling, second: Telling) -> float:
    return float(not first.named.isdisjoint(second.named))


def _same_day(first: Telling, second: Telling) -> float:
    return float(on_one_day(first, second))


def _people_that_day(first: Telling, second: Telling) -> float:
    return float(not first.participants.isdisjoint(second.participants) and on_one_day(first, second))


def _same_people(first: Telling, second: Telling) -> float:
    return float(not first.participants.isdisjoint(second.participants))


def _other_people(first: Telling, second: Telling) -> float:
    return float(of_others(first, second))


def _done_to_others(first: Telling, second: Telling) -> float:
    return float(bool(first.done_to and second.done_to) and first.done_to.isdisjoint(second.done_to))


def _same_place(first: Telling, second: Telling) -> float:
    return float(first.place is not None and first.place == second.place)


def _other_place(first: Telling, second: Telling) -> float:
    return float(first.place is not None and second.place is not None and first.place != second.place)


def _one_story(first: Telling, second: Telling) -> float:
    return float(first.story == second.story)


def _soon(first: Telling, second: Telling) -> float:
    if first.told is None or second.told is None:
        return 0.0
    return float(abs((first.told - second.told).days) <= NEXT)


def _old_and_new(first: Telling, second: Telling) -> float:
    return float(_is_old(first) != _is_old(second))


def _is_old(telling: Telling) -> bool:
    """Whether a report tells of it as of an old thing, by its words or by a day long before it."""
    if telling.fixed and telling.day is not None and telling.day.last and telling.told:
        return telling.mention.background or (telling.told - telling.day.last).days > OLD
    return telling.mention.background


def _long_ago(first: Telling, second: Telling) -> float:
    return float(_dated_old(first, second) or _dated_old(second, first))


def _dated_old(first: Telling, second: Telling) -> bool:
    """Whether one gives a day long before the other's report, which tells of something new with no day."""
    if second.fixed or second.mention.background or not first.fixed or first.day is None:
        return False
    return bool(first.day.last and second.told) and (second.told - first.day.last).days > OLD  # type: ignore[operator]


def _comes_again(first: Telling, second: Telling) -> float:
    both = {first.mention.sort, second.mention.sort}
    return float(not both <= once() and first.story != second.story and not on_one_day(first, second))


@lru_cache(maxsize=1)
def once() -> frozenset[str]:
    """Return the sorts of event that come to one person, body, thing or place once in a story."""
    text = files("onrecord").joinpath("data/en/events_linking.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["once"])


def _one_more(first: Telling, second: Telling) -> float:
    return float(first.again != second.again)


FEATURES = (
    Feature(name="own words", weight=1.3, says="the words beside sort and names", compare=_own_words),
    Feature(name="telling words", weight=0.55, says="rare ones among them", compare=_telling_words),
    Feature(name="two words", weight=0.6, says="two or more of them", compare=_two_words),
    Feature(name="nothing", weight=-0.6, says="neither words, people, day nor place", compare=_nothing),
    Feature(name="same name", weight=0.25, says="called by one word", compare=_same_name),
    Feature(name="same day", weight=0.75, says="both give one day", compare=_same_day),
    Feature(name="people that day", weight=1, says="one day and somebody in both", compare=_people_that_day),
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


def likeness(first: Telling, second: Telling) -> float:
    """Return the logarithm of the odds that two tellings of one sort or name are of one event."""
    return round(BIAS + sum(f.weight * f.compare(first, second) for f in FEATURES), 3)


def reasons(first: Telling, second: Telling) -> tuple[tuple[str, float, str], ...]:
    """Return what speaks for and against: name, what it adds to the score, and words; what is 0 left out."""
    added = [(f.name, round(f.weight * f.compare(first, second), 3), f.says) for f in FEATURES]
    begin = ("to begin with", BIAS, "of one sort or name, and of days that can be one")
    return (begin, *(each for each in added if each[1]))


def on_one_day(first: Telling, second: Telling) -> bool:
    """Whether both give a day (or month, or year) in their own words, and it is one."""
    days = [(t.day.first, t.day.last) for t in (first, second) if t.fixed and t.day is not None]
    return len(days) == 2 and None not in days[0] and days[0] == days[1]


def of_others(first: Telling, second: Telling) -> bool:
    """Whether two tellings name people, and not one of them is the same."""
    return bool(first.participants and second.participants) and first.participants.isdisjoint(
        second.participants
    )
