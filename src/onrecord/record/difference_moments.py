"""Pairs of tellings of one thing in, where they give another day, another hour or another place for it, out.

Of what has happened two days, hours or places are a conflict. A plan that is told for another place on a
later day has been moved: an update. "Shortly after noon" and 12:10 are no two hours, and a hall in a town is
no other place than the town.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import numpy as np

from onrecord.links.columns import Flags, Places
from onrecord.links.differing import differing
from onrecord.links.event_tellings import Telling
from onrecord.links.groups import components
from onrecord.model.record import Difference, DifferenceKind, Side, Verdict
from onrecord.record.difference import make_difference
from onrecord.record.difference_deeds import deeds_apart
from onrecord.record.difference_pairs import Pair, pairs_of, plans_and_comings
from onrecord.record.difference_places import places_of
from onrecord.record.settled import Settled

NEAR: Final = timedelta(days=2)  # between two days that reports give for one thing: more are two things
DELAY: Final = timedelta(days=4)  # between the day of a plan and that on which it came
EXACT: Final = 5  # minutes by which an hour that is told to the minute may be off
WHOLE: Final = 15  # and a whole hour
ROUGH: Final = 30  # and one that is told for "about" so
AFTER: Final = 45  # minutes that "shortly after" may mean
APART: Final = 10  # minutes between two hours that are no longer one
BEFORE: Final = 24  # code points before an hour in which such words stand
Hours = tuple[int, int]
"""Between which minutes of its day something was."""

_CLOCK: Final = re.compile(r"T(\d\d):?(\d\d)?")


def differences_of_moment(settled: Settled, lines: frozenset[str]) -> Iterator[Difference]:
    """Yield where tellings of one thing part in its day, its hour or its place."""
    hours = _hours(settled)
    places = places_of(settled)
    of_moment = pairs_of(
        settled,
        lines,
        lambda t: _day_of(t) is not None or hours.get(t.mention.id) is not None,
        lambda a, b: _days_apart(a, b) or _hours_apart(a, b, hours),
        lambda tellings, first, second: _times_apart(tellings, hours, first, second),
    )
    moved = list(plans_and_comings(settled, lines, _came_near))
    kept = {pair.events[0] for pair in plans_and_comings(settled, lines, _came_then)}
    of_plans = [pair for pair in moved if pair.events[0] not in kept]
    yield from _lines("date", [*of_moment, *of_plans, *deeds_apart(settled, lines)], settled)
    of_place = pairs_of(
        settled, lines, places.tells, lambda a, b: places.may_part(a, b) and _at_one_time(a, b)
    )
    apart = [pair for pair in of_place if places.part(pair.first, pair.second)]
    yield from _lines("place", apart, settled)


def _hours(settled: Settled) -> dict[str, Hours | None]:
    """Return the hours of what comes once, where a report tells of one thing of its sort."""
    told: dict[tuple[str, str], dict[str, Hours | None]] = defaultdict(dict)
    for group in settled.events:
        for telling in group.tellings:
            mention = telling.mention
            if (
                mention.sort in _tables().once | _tables().timed
                and (hour := hour_of(telling, settled)) is not None
            ):
                told[mention.report, mention.sort][mention.id] = hour
    return {i: hour for here in told.values() if len(set(here.values())) == 1 for i, hour in here.items()}


def _day_of(telling: Telling) -> date | None:
    """Return the one day that a telling's own words give."""
    return telling.day.day if telling.fixed and telling.day is not None else None


def _is_one(pair: Pair) -> bool:
    """Whether two tellings are of one event, or of a sort that comes once and not just at one hour."""
    timed = _tables().timed
    return pair.events[0] == pair.events[1] or not {pair.first.mention.sort, pair.second.mention.sort} & timed


def _times_apart(
    tellings: Sequence[Telling], hours: Mapping[str, Hours | None], first: Places, second: Places
) -> Flags:
    """Return of each pair of tellings whether their days lie near each other, or both give an hour."""
    told = [_day_of(telling) for telling in tellings]
    day = np.array([np.nan if each is None else each.toordinal() for each in told])
    hour = np.array([hours.get(telling.mention.id) is not None for telling in tellings], dtype=bool)
    apart = np.abs(day[first] - day[second])
    likely: Flags = (apart > 0) & (apart <= NEAR.days) | (hour[first] & hour[second])
    return likely


def _days_apart(first: Telling, second: Telling) -> bool:
    """Whether two tellings of what has happened once give two days that lie near each other."""
    if first.state != "real" or first.mention.sort not in _tables().once:
        return False
    return _within(NEAR, first, second)


def _within(near: timedelta, first: Telling, second: Telling) -> bool:
    """Whether two tellings give two days that lie near each other."""
    one, other = _day_of(first), _day_of(second)
    return one is not None and other is not None and timedelta(0) < abs(one - other) <= near


def _came_near(plan: Telling, came: Telling) -> bool:
    """Whether what was planned for one day came on another near it, and not before the plan was told."""
    day = _day_of(came)
    return _within(DELAY, plan, came) and day is not None and plan.told is not None and day >= plan.told


def _came_then(plan: Telling, came: Telling) -> bool:
    """Whether what was planned for a day may have come on it."""
    return plan.day is not None and came.day is not None and came.fixed and plan.day.may_be(came.day)


def _hours_apart(first: Telling, second: Telling, hours: Mapping[str, Hours | None]) -> bool:
    """Whether two tellings give two hours of what can be one day."""
    one, other = hours.get(first.mention.id), hours.get(second.mention.id)
    if one is None or other is None or not _may_be_one_day(first, second):
        return False
    return max(one[0], other[0]) - min(one[1], other[1]) >= APART


def _may_be_one_day(first: Telling, second: Telling) -> bool:
    return first.day is None or second.day is None or first.day.may_be(second.day)


def _at_one_time(first: Telling, second: Telling) -> bool:
    """Whether two tellings can be of one day, and are told together: who searches here may search there.

    What has happened and gives no day is told together where the reports are.
    """
    if not _may_be_one_day(first, second):
        return False
    if first.state != "real" or (first.fixed and second.fixed):
        return True
    return first.told is None or second.told is None or abs(first.told - second.told) <= NEAR


def hour_of(telling: Telling, settled: Settled) -> Hours | None:
    """Return between which minutes of its day a telling puts a thing; None if it gives no one hour."""
    mention = telling.mention
    text = settled.material.by_id[mention.report].text
    told = [
        (timex, clock)
        for timex in settled.material.found[mention.report].timexes
        if timex.type == "TIME" and mention.clause.holds(timex.span)
        if (clock := _CLOCK.search(timex.value)) is not None
    ]
    if len(told) != 1:
        return None
    timex, clock = told[0]
    minute = int(clock[1]) * 60 + int(clock[2] or 0)
    words = text[max(mention.clause.start, timex.span.start - BEFORE) : timex.span.start] + timex.span.of(
        text
    )
    tables = _tables()
    if (shortly := tables.shortly.search(words)) is not None:
        ahead = shortly[0].lower().endswith("before")
        return (minute - AFTER, minute) if ahead else (minute, minute + AFTER)
    if tables.bound.search(words):
        return None
    rough = tables.about.search(words) is not None or minute % 720 == 0
    slack = ROUGH if rough else EXACT if minute % 60 else WHOLE
    return minute - slack, minute + slack


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Words before an hour, and the sorts of event that come once, or whose hour is one."""

    bound: re.Pattern[str]
    shortly: re.Pattern[str]
    about: re.Pattern[str]
    once: frozenset[str]
    timed: frozenset[str]


@lru_cache(maxsize=1)
def _tables() -> Tables:
    raw = differing("moment")
    return Tables(
        bound=re.compile("|".join(raw["bound"]), re.IGNORECASE),
        shortly=re.compile("|".join(raw["shortly"]), re.IGNORECASE),
        about=re.compile("|".join(raw["about"]), re.IGNORECASE),
        once=frozenset(raw["once"]),
        timed=frozenset(raw["timed"]),
    )


def _lines(kind: DifferenceKind, pairs: Sequence[Pair], settled: Settled) -> Iterator[Difference]:
    """Yield one difference for each set of tellings that are tied, with a side for each report."""
    told = {t.mention.id: t for pair in pairs for t in (pair.first, pair.second)}
    events = {
        t.mention.id: event
        for pair in pairs
        for t, event in zip((pair.first, pair.second), pair.events, strict=True)
    }
    order = {i: settled.material.order(t.mention.report, t.mention.span.start) for i, t in told.items()}
    ties = [(pair.first.mention.id, pair.second.mention.id) for pair in pairs]
    for tied in sorted(components(sorted(told), ties), key=sorted):
        tellings = [told[i] for i in sorted(tied, key=lambda i: order[i])]
        sides = [_side(telling, events[telling.mention.id], settled) for telling in tellings]
        verdict = _verdict(tellings)
        reason = f"told for another {'place' if kind == 'place' else 'day or hour'}"
        yield make_difference(kind, events[tellings[0].mention.id], verdict, reason, sides)


def _verdict(tellings: Sequence[Telling]) -> Verdict:
    """Return what two plans, or two tellings of what has happened, are to each other.

    What was put off comes later than it was set for: what came earlier was told wrongly by somebody.
    """
    days = {telling.told for telling in tellings}
    planned = [day for t in tellings if t.state == "planned" and (day := _day_of(t)) is not None]
    came = [day for t in tellings if t.state == "real" and (day := _day_of(t)) is not None]
    if planned and came and max(came) < min(planned):
        return "conflict"
    return "update" if any(t.state == "planned" for t in tellings) and len(days) > 1 else "conflict"


def _side(telling: Telling, event: str, settled: Settled) -> Side:
    support = settled.support(telling.mention)
    return Side(claim=" ".join(support.span.text.split()), items=(event,), support=(support,))
