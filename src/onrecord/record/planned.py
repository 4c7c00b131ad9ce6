"""A plan in, the days within which it is to come about out; two events in, what they share out."""

from datetime import date
from functools import lru_cache

from onrecord.english import english_table
from onrecord.links.event_tellings import Telling
from onrecord.links.events import EventGroup
from onrecord.links.words import content_words
from onrecord.model.partial_date import PartialDate
from onrecord.model.when import WEEKDAYS, When
from onrecord.record.claims import calendar
from onrecord.record.happenings import once, people_of, places_of, sorts_of, told_first, when_of


@once
def window_of(plan: EventGroup) -> tuple[date, date] | None:
    """Return the days within which a plan is to come about; of "by" a day, from its telling on."""
    when = when_of(plan.tellings)
    day = when.date if when is not None and when.basis not in ("bounded", "open") else None
    if day is not None and day.yearly is not None and day.yearly.day is not None:
        return None
    first = day.first if day is not None and day.first not in (None, date.min) else told_first(plan)
    if day is None or day.last is None or first is None or day.last == date.max:
        return None
    return min(first, day.last), day.last


@once
def own_words(plan: EventGroup) -> frozenset[str]:
    """Return the stems of the words that name the plan."""
    return frozenset(word for t in plan.tellings for word in t.named)


@once
def meaning_of(group: EventGroup) -> frozenset[str]:
    """Return the stems of all words of an event's clauses that carry meaning."""
    return frozenset(word for t in group.tellings for word in t.meaning)


def same_sort(one: EventGroup, other: EventGroup) -> bool:
    """Whether two events are of one sort, by any telling."""
    return not sorts_of(one).isdisjoint(sorts_of(other))


def days_may_meet(one: EventGroup, other: EventGroup) -> bool:
    """Whether the days of two events can be one, as far as they are told."""
    first, second = when_of(one.tellings), when_of(other.tellings)
    return first is None or second is None or first.may_be(second)


def may_fall_on(when: When, day: PartialDate) -> bool:
    """Whether a day told may be another as far as its weekday goes: one Saturday or the next is no Monday."""
    one = day.first if day.first is not None and day.first == day.last else None
    return when.weekday is None or one is None or WEEKDAYS[one.weekday()] == when.weekday


def in_common(one: EventGroup, other: EventGroup) -> int:
    """Return how many people, places and words of meaning two events share."""
    people, places = people_of(one) & people_of(other), places_of(one) & places_of(other)
    words = max(len(a.meaning & b.meaning) for a in one.tellings for b in other.tellings)
    return len(people) + len(places) + words


def bare_in_common(one: EventGroup, other: EventGroup) -> int:
    """Return the same; days, words for who says so and the names of people in both don't count as words."""
    people, places = people_of(one) & people_of(other), places_of(one) & places_of(other)
    stems = _told if people else _meaning
    words = max(len(stems(a) & stems(b)) for a in one.tellings for b in other.tellings)
    return len(people) + len(places) + words


def _told(telling: Telling) -> frozenset[str]:
    """Return the stems that a telling is told with, without the names of who takes part."""
    return (telling.own | (telling.named & telling.meaning)) - _empty()


def _meaning(telling: Telling) -> frozenset[str]:
    return telling.meaning - _empty()


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    """Return the stems that tell nothing of what is planned: "Monday", "her office said"."""
    return content_words([*english_table("aftermath")["saying"], *calendar()])
