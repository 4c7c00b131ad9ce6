"""Tellings of one event in, its day out; two events in, how far they are alike out."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from onrecord.links.event_tellings import Telling
from onrecord.links.events import EventGroup
from onrecord.model.partial_date import PartialDate
from onrecord.model.when import Basis, When

P = ParamSpec("P")
T = TypeVar("T")

FIRMNESS: dict[Basis, int] = {"stated": 0, "resolved": 1, "inferred": 2, "bounded": 3, "open": 4}


def when_of(tellings: Iterable[Telling]) -> When | None:
    """Return the firmest day told; among equals the commonest, then the first."""
    told = [t.mention.when for t in tellings if t.mention.when is not None]
    if len(told) < 2:
        return told[0] if told else None
    counts = Counter(when.edtf for when in told)
    return min(told, key=lambda when: (FIRMNESS[when.basis], -counts[when.edtf]), default=None)


def resembles(group: EventGroup, other: EventGroup, *, needed: int) -> bool:
    """Whether two events are of one sort, share enough participants, and can be of one day."""
    if group is other or group.tellings[0].mention.sort != other.tellings[0].mention.sort:
        return False
    first, second = when_of(group.tellings), when_of(other.tellings)
    days = [when.date for when in (first, second) if when is not None and when.date is not None]
    people = [frozenset().union(*(t.participants for t in g.tellings)) for g in (group, other)]
    return len(people[0] & people[1]) >= needed and (len(days) < 2 or days[0].may_be(days[1]))


def once(work: Callable[Concatenate[EventGroup, P], T]) -> Callable[Concatenate[EventGroup, P], T]:
    """Return a function of an event that is worked out once: each is held against all others.

    What else it is given must be the same each time, as the settled reports that the event is of.
    """
    name = work.__name__

    @wraps(work)
    def kept(group: EventGroup, /, *given: P.args, **named: P.kwargs) -> T:
        if name not in group.kept:
            group.kept[name] = work(group, *given, **named)
        found: T = group.kept[name]
        return found

    return kept


@once
def day_told(group: EventGroup) -> PartialDate | None:
    """Return the firmest day told of an event; None where none is told, or it can't be fixed."""
    when = when_of(group.tellings)
    return when.date if when is not None else None


@once
def fixed_days(group: EventGroup) -> tuple[date, date] | None:
    """Return the first and the last day that an event's own words allow; None where they leave one open."""
    when = when_of(group.tellings)
    day = when.date if when is not None and when.basis not in ("bounded", "open") else None
    if day is None or day.first is None or day.last is None:
        return None
    return day.first, day.last


@once
def people_of(group: EventGroup) -> frozenset[str]:
    """Return the entities that take part in an event, by any telling."""
    return frozenset().union(*(t.participants for t in group.tellings))


@once
def sorts_of(group: EventGroup) -> frozenset[str]:
    """Return the sorts that its tellings are of."""
    return frozenset(telling.mention.sort for telling in group.tellings)


@once
def set_aside(group: EventGroup) -> Telling | None:
    """Return the first telling of an event by which it was put off or called off."""
    return next((t for t in group.tellings if t.mention.outcome in ("put-off", "called-off")), None)


def places_of(group: EventGroup) -> frozenset[str]:
    """Return the entities that are told as its place."""
    return frozenset(t.place for t in group.tellings if t.place)


@once
def told_first(group: EventGroup) -> date | None:
    """Return the earliest day on which it was told."""
    return min((t.told for t in group.tellings if t.told is not None), default=None)


@once
def told_last(group: EventGroup) -> date | None:
    """Return the latest day on which it was told."""
    return max((t.told for t in group.tellings if t.told is not None), default=None)
