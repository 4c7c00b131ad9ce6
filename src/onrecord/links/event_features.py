"""Two tellings in, a table of named features out: what speaks for one event, and what against it.

Each feature is a function of the two tellings alone, from 0 to 1; 0 says nothing. The weights are those of a
logistic regression over pairs of tellings of four invented stories (`docs/design/events.md` says how, and what
it reaches on three that it has not seen): the score is the logarithm of the odds that two tellings are of one
event. Agreement and contradiction are features of their own.
"""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.links.event_tellings import Telling
from onrecord.links.words import held_in

BIAS = -0.58  # score of two tellings of one sort or name of which no feature says anything
OLD = 60  # days before its report from which a happening is old there
NEXT = 1  # days between two reports within which they tell of the same news


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A named feature of two tellings, with its weight and what it says in words."""

    name: str
    weight: float
    says: str
    compare: Callable[[Telling, Telling], float]


def _words(first: Telling, second: Telling) -> float:
    return held_in(first.meaning, second.meaning)


def _telling_words(first: Telling, second: Telling) -> float:
    if first.meaning.isdisjoint(second.meaning):
        return 0.0
    right = dict(second.terms)
    return min(1.0, sum(weight * right.get(word, 0.0) for word, weight in first.terms))


def _two_words(first: Telling, second: Telling) -> float:
    return float(len(first.own & second.own) >= 2)


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


def _one_more(first: Telling, second: Telling) -> float:
    return float(first.again != second.again)


FEATURES = (
    Feature(name="words", weight=0.92, says="share of the shorter clause's words", compare=_words),
    Feature(name="telling words", weight=0.53, says="rare words in both", compare=_telling_words),
    Feature(name="two words", weight=0.63, says="two words beside sort and names", compare=_two_words),
    Feature(name="same name", weight=0.18, says="called by one word", compare=_same_name),
    Feature(name="same day", weight=0.65, says="both give one day", compare=_same_day),
    Feature(name="people that day", weight=1.5, says="one day and somebody in both", compare=_people_that_day),
    Feature(name="same people", weight=0.06, says="somebody in both", compare=_same_people),
    Feature(name="other people", weight=-0.78, says="each names others", compare=_other_people),
    Feature(name="same place", weight=0.2, says="one place", compare=_same_place),
    Feature(name="other place", weight=-0.5, says="another place", compare=_other_place),
    Feature(name="one story", weight=0.51, says="reports of one story", compare=_one_story),
    Feature(name="soon", weight=0.37, says="reports of one day or the next", compare=_soon),
    Feature(name="old and new", weight=-0.69, says="old in one, new in the other", compare=_old_and_new),
    Feature(name="one more", weight=-0.5, says="one more of its sort, in one", compare=_one_more),
)


def likeness(first: Telling, second: Telling) -> float:
    """Return the logarithm of the odds that two tellings of one sort or name are of one event."""
    return round(BIAS + sum(f.weight * f.compare(first, second) for f in FEATURES), 3)


def reasons(first: Telling, second: Telling) -> tuple[tuple[str, float, str], ...]:
    """Return what speaks for and against: name, what it adds to the score, and words; what is 0 left out."""
    added = ((f.name, round(f.weight * f.compare(first, second), 3), f.says) for f in FEATURES)
    return tuple(each for each in added if each[1])


def on_one_day(first: Telling, second: Telling) -> bool:
    """Whether both give a day (or month, or year) in their own words, and it is one."""
    days = [(t.day.first, t.day.last) for t in (first, second) if t.fixed and t.day is not None]
    return len(days) == 2 and None not in days[0] and days[0] == days[1]


def of_others(first: Telling, second: Telling) -> bool:
    """Whether two tellings name people, and not one of them is the same."""
    return bool(first.participants and second.participants) and first.participants.isdisjoint(
        second.participants
    )
