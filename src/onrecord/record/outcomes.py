"""A plan and the other events of its storyline in, what became of it out.

By its own words ("was put off"), else by another telling of the same plan that tells so, else by a later
denial of it, else by an event that is its coming about. A plan of which nothing more is told is pending until
its day has passed, or, without a day, until nothing has been told of it for two weeks; then there is no
report of it.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from onrecord.links.events import EventGroup
from onrecord.model.record import Outcome, OutcomeState
from onrecord.record.happenings import fixed_days, people_of, places_of, told_first, told_last, when_of
from onrecord.record.settled import Settled

MOVED: Final = "to which day"  # how the finder ends its reason for a plan that stands in another's place
OLD: Final = timedelta(days=14)
ENOUGH: Final = 2  # things that a plan and its coming about must have in common, beside their sort and day


def outcome_of(plan: EventGroup, groups: Sequence[EventGroup], settled: Settled) -> Outcome | None:
    """Return what became of a plan, and of a demand or a possibility that came about; None for all else."""
    state = plan.tellings[0].state
    if state not in ("planned", "demanded", "possible"):
        return None
    if state == "planned":
        told = _told(plan, settled) or _told_elsewhere(plan, groups, settled)
        if told is not None:
            return told if told.state != "put-off" else _with_place(told, plan, groups)
        denied = next((g for g in groups if _takes_back(g, plan)), None)
        if denied is not None:
            return _with_place(_outcome("called-off", denied, settled), plan, groups)
    held = [g for g in groups if _is_coming_about(g, plan)]
    if held:
        return _outcome("held", min(held, key=lambda g: -_in_common(plan, g)), settled, to=True)
    return _waiting(plan, settled.newest) if state == "planned" else None


def _outcome(state: OutcomeState, group: EventGroup, settled: Settled, *, to: bool = False) -> Outcome:
    first = group.tellings[0].mention
    return Outcome(state=state, to=first.id if to else None, up_to=None, support=(settled.support(first),))


def _told(plan: EventGroup, settled: Settled) -> Outcome | None:
    """Return the outcome that the plan's own tellings give, the last told counting."""
    told = [t for t in plan.tellings if t.mention.outcome is not None]
    if not told:
        return None
    last = told[-1]
    return Outcome(
        state=last.mention.outcome or "held", to=None, up_to=None, support=(settled.support(last.mention),)
    )


def _told_elsewhere(plan: EventGroup, groups: Sequence[EventGroup], settled: Settled) -> Outcome | None:
    """Return an outcome that is told in other words: of the plan's sort, later, on no other day."""
    first = told_first(plan)
    for group in groups:
        told = next((t for t in group.tellings if t.mention.outcome in ("put-off", "called-off")), None)
        if told is None or group is plan or told.mention.outcome is None:
            continue
        later = first is not None and told.told is not None and told.told > first
        if later and _same_sort(plan, group) and _days_may_meet(plan, group) and _in_common(plan, group) > 0:
            support = (settled.support(told.mention),)
            return Outcome(state=told.mention.outcome, to=None, up_to=None, support=support)
    return None


def _with_place(told: Outcome, plan: EventGroup, groups: Sequence[EventGroup]) -> Outcome:
    """Return the outcome of what was put off, with the next event of its sort: where it went.

    What "will not be held on Monday" is put off, not called off where the same report tells a later day.
    """
    days = fixed_days(plan)
    report = told.support[0].span.report
    later = [
        (when, group.tellings[0].mention.id)
        for group in groups
        if group is not plan
        and group.tellings[0].state in ("planned", "possible", "real")
        and (_same_sort(plan, group) or _moved_in(report, group))
        and (when := fixed_days(group)) is not None
        and (days is None or when[1] > days[1])
        and ((told.state == "put-off" and days is not None) or _told_in(report, group))
        and _in_common(plan, group) > 0
    ]
    if not later:
        return told
    return Outcome(state="put-off", to=min(later)[1], up_to=None, support=told.support)


def _told_in(report: str, group: EventGroup) -> bool:
    return any(telling.mention.report == report for telling in group.tellings)


def _moved_in(report: str, group: EventGroup) -> bool:
    """Whether an event is the plan that a report says came in the place of another."""
    return any(t.mention.report == report and t.mention.reason.endswith(MOVED) for t in group.tellings)


def _takes_back(denial: EventGroup, plan: EventGroup) -> bool:
    """Whether an event is the plan denied later by its own sort and people: "will not close its plant"."""
    first, later = told_first(plan), told_first(denial)
    mention = denial.tellings[0].mention
    return (
        mention.modality == "denied"
        and mention.reason.endswith("; negated")  # not what somebody else denies
        and first is not None
        and later is not None
        and later > first
        and _same_sort(plan, denial)
        and _days_may_meet(plan, denial)
        and _in_common(plan, denial) >= (ENOUGH if people_of(plan) & people_of(denial) else 2 * ENOUGH)
    )


def _is_coming_about(real: EventGroup, plan: EventGroup) -> bool:
    """Whether an event is what was planned: of its sort, on its day, told later, with enough in common.

    On the very day one thing in common is enough, or two and the plan's own word where it is told by another.
    """
    if real.tellings[0].state != "real" or not _days_may_meet(plan, real):
        return False
    first, told = told_first(plan), told_last(real)
    window, day = _window(plan), fixed_days(real)
    if first is not None and told is not None and told < max(first, window[0] if window else first):
        return False
    common, alike = _in_common(plan, real), _same_sort(plan, real)
    if window is not None and day is not None and window[0] <= day[0] and day[1] <= window[1]:
        return common >= (1 if alike else ENOUGH if _own_words(plan) & _meaning(real) else ENOUGH + 2)
    if not alike or common < ENOUGH or first is None or told is None:
        return False
    since = told >= window[0] if window is not None and day is None else day is None or day[1] >= first
    new = window is not None or not all(t.mention.background for t in real.tellings)
    begun = told_first(real)
    return since and new and begun is not None and begun > first


def _window(plan: EventGroup) -> tuple[date, date] | None:
    """Return the days within which a plan is to come about; of "by" a day, from its telling on."""
    when = when_of(plan.tellings)
    day = when.date if when is not None and when.basis not in ("bounded", "open") else None
    if day is not None and day.yearly is not None and day.yearly.day is not None:
        return None
    first = day.first if day is not None and day.first not in (None, date.min) else told_first(plan)
    if day is None or day.last is None or first is None or day.last == date.max:
        return None
    return min(first, day.last), day.last


def _own_words(plan: EventGroup) -> frozenset[str]:
    """Return the stems of the words that name the plan."""
    return frozenset(word[:6] for t in plan.tellings for word in t.named)


def _meaning(group: EventGroup) -> frozenset[str]:
    return frozenset(word for t in group.tellings for word in t.meaning)


def _same_sort(one: EventGroup, other: EventGroup) -> bool:
    return one.tellings[0].mention.sort == other.tellings[0].mention.sort


def _days_may_meet(one: EventGroup, other: EventGroup) -> bool:
    days = [
        when.date for g in (one, other) if (when := when_of(g.tellings)) is not None and when.date is not None
    ]
    return len(days) < 2 or days[0].may_be(days[1])


def _in_common(one: EventGroup, other: EventGroup) -> int:
    """Return how many people, places and words of meaning two events share."""
    people, places = people_of(one) & people_of(other), places_of(one) & places_of(other)
    words = max(len(a.meaning & b.meaning) for a in one.tellings for b in other.tellings)
    return len(people) + len(places) + words


def _waiting(plan: EventGroup, newest: date | None) -> Outcome:
    when = when_of(plan.tellings)
    day = when.date if when is not None else None
    bound = when is not None and when.basis == "bounded"
    last = day.last if day is not None and not bound else None
    told = told_last(plan)
    passed = last is not None and newest is not None and last < newest
    old = last is None and told is not None and newest is not None and told + OLD < newest
    if (passed or old) and newest is not None:
        return Outcome(state="no-report", to=None, up_to=newest.isoformat(), support=())
    return Outcome(state="pending", to=None, up_to=None, support=())
