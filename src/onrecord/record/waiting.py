"""A plan of which no outcome is told in, whether it is pending or was never reported on out.

Both are claims: that its day is to come, and that no report read tells of it. A plan whose words give its
day, or how long it may take ("within 14 days"), is pending until that has passed; then there is no report of
it. One without a day is pending for two weeks. Nothing is said where a later report may speak of it in other
words, where its own words deny as much as they announce, or where its day lies before it was told.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from onrecord.links.events import EventGroup
from onrecord.model.record import Outcome
from onrecord.record.about import is_told_so
from onrecord.record.aftermath import Aftermath
from onrecord.record.aftermath_facts import facts_of
from onrecord.record.akin import are_akin, doings_of
from onrecord.record.happenings import fixed_days, people_of, told_first, told_last, when_of
from onrecord.record.planned import bare_in_common, in_common, same_sort, window_of
from onrecord.record.settled import Settled
from onrecord.record.spoken import may_be_spoken

SOON: Final = timedelta(days=2)  # between a plan's day and that of what may have come of it, told otherwise
NEAR: Final = timedelta(days=8)  # the longest stretch that says of a day which it may be: "last week"
OLD: Final = timedelta(days=14)
SPOKEN: Final = frozenset({"demand", "threat"})  # what is only to be said may be told in any words
ENOUGH: Final = 2  # things in common from which an event of its sort, or day, may be what came of a plan


def waiting(
    plan: EventGroup, groups: Sequence[EventGroup], settled: Settled, aftermath: Aftermath
) -> Outcome | None:
    """Return that a plan is pending, or that there is no report of it; None where neither is sure.

    Args:
        plan: A plan of which no report is known to tell an outcome.
        groups: The events of its storyline.
        settled: The settled reports.
        aftermath: Their sentences.
    """
    newest, window, first = settled.newest, window_of(plan), told_first(plan)
    if _is_mixed(plan, groups) or (window is not None and first is not None and window[1] < first):
        return None
    due = window[1] if window is not None else aftermath.deadline(plan)
    if due is None and aftermath.is_awaited(plan):
        return Outcome(state="pending", to=None, up_to=None, support=())
    known = bool(people_of(plan)) or _is_pledge(plan, settled)
    decided = is_told_so("decided", plan, settled) and bool(doings_of(plan, settled))
    if due is None and not known and not decided:
        return None  # what nobody known is to do, on no day: mostly a forecast
    if aftermath.may_be_off(plan):
        return None
    if _is_under_way(plan, newest) and (
        any(same_sort(group, plan) and _may_be_it(group, plan, settled) for group in groups)
        or aftermath.may_be_told(plan)
    ):
        return None
    if newest is None or (due is not None and newest <= due):
        return Outcome(state="pending", to=None, up_to=None, support=())
    if any(_may_be_it(group, plan, settled) for group in groups) or aftermath.may_be_told(plan):
        return None
    if may_be_spoken(plan, settled) or _is_of_nobody(plan, settled):
        return None
    if plan.tellings[0].mention.sort in SPOKEN:
        return None
    told = told_last(plan)
    if due is None and (told is None or newest <= told + OLD):
        return Outcome(state="pending", to=None, up_to=None, support=())
    return Outcome(state="no-report", to=None, up_to=newest.isoformat(), support=()) if known or due else None


def _is_pledge(plan: EventGroup, settled: Settled) -> bool:
    """Whether whoever speaks says what he or his will do; "we will win" is none."""
    ours = is_told_so("ours", plan, settled) and bool(doings_of(plan, settled))
    return ours or is_told_so("pledge", plan, settled)


def _is_of_nobody(plan: EventGroup, settled: Settled) -> bool:
    """Whether it is told only by a pronoun who is to do it, and nothing tells whom that means."""
    return is_told_so("pronoun", plan, settled) and not facts_of(plan, settled).actors


def _is_under_way(plan: EventGroup, newest: date | None) -> bool:
    """Whether the few days are under way within which a plan is to come about."""
    window = window_of(plan)
    return (
        window is not None
        and newest is not None
        and window[1] - window[0] <= NEAR
        and window[0] <= newest <= window[1]
    )


def _is_deadline(plan: EventGroup) -> bool:
    """Whether a plan is to come about *by* a day."""
    when = when_of(plan.tellings)
    return when is not None and when.date is not None and when.date.first in (None, date.min)


def _is_mixed(plan: EventGroup, groups: Sequence[EventGroup]) -> bool:
    """Whether all words that tell a plan tell of something, too, that will not be: it may be that."""
    denied = [t.mention for g in groups if g.tellings[0].state == "denied" for t in g.tellings]
    return all(
        any(d.report == t.mention.report and t.mention.clause.holds(d.span) for d in denied)
        for t in plan.tellings
    )


def _may_be_it(other: EventGroup, plan: EventGroup, settled: Settled) -> bool:
    """Whether an event may be what came of a plan, though it can't be told that it is."""
    if other.tellings[0].state not in ("real", "denied"):
        return False
    first, told = told_first(plan), told_last(other)
    window, day = window_of(plan), fixed_days(other) or _going_on(other)
    alike = same_sort(plan, other)
    by = _is_deadline(plan) and not people_of(plan)  # it may have come late, by whom isn't known
    if window is not None and day is not None:
        early, late = day[1] + SOON < window[0], window[1] + SOON < day[0]
        if early or (late and not by):
            return False
    if first is None or told is None or told < first:
        return False
    if window is not None and day is None and told < window[0]:
        return False  # told before it was to be
    if alike and window is not None and day is not None:
        return in_common(plan, other) > 0
    if window is None or day is None or day[1] - day[0] > NEAR:
        return (alike or by) and bare_in_common(plan, other) >= ENOUGH
    on_day = window[0] <= day[1] and day[0] <= window[1]
    if day == window and day[0] == day[1] and people_of(plan) & people_of(other):
        return True  # who was to do it did something on that very day
    if on_day and window[0] == window[1] and are_akin(plan, other, settled):
        return True  # the same was done on it, by whom isn't clear
    return bare_in_common(plan, other) >= (ENOUGH if on_day else 2 * ENOUGH)


def _going_on(event: EventGroup) -> tuple[date, date] | None:
    """Return the days of what is told only as it goes on, with no day of its own: those of its tellings."""
    first, last = told_first(event), told_last(event)
    if first is None or last is None or any(t.mention.modality != "ongoing" for t in event.tellings):
        return None
    return first, last
