"""A plan and the other events of its storyline in, what became of it out.

By its own words ("was put off"), else by another telling of the same plan that tells so, else by a later
denial of it, else by a phrase in a later sentence on it, else by an event that is its coming about, else
by what became of the same plan told in other words. Of one of which nothing more is told: `waiting.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.links.events import EventGroup
from onrecord.model.record import Outcome, OutcomeState
from onrecord.record.aftermath import Aftermath
from onrecord.record.akin import doings_of
from onrecord.record.happenings import (
    fixed_days,
    people_of,
    places_of,
    set_aside,
    told_first,
    told_last,
    when_of,
)
from onrecord.record.old_years import of_old_years
from onrecord.record.planned import (
    bare_in_common,
    days_may_meet,
    in_common,
    meaning_of,
    own_words,
    same_sort,
    window_of,
)
from onrecord.record.settled import Settled
from onrecord.record.waiting import waiting

MOVED: Final = "to which day"  # how the finder ends its reason for a plan that stands in another's place
ALIKE: Final = 3  # things that two tellings of one plan in other words must have in common
ENOUGH: Final = 2  # things that a plan and its coming about must have in common, beside their sort and day


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What surrounds a plan: the events of its storyline, the settled reports and their sentences."""

    groups: Sequence[EventGroup]
    settled: Settled
    aftermath: Aftermath


def outcome_of(plan: EventGroup, around: Around) -> Outcome | None:
    """Return what became of a plan, and of a demand or a possibility that came about; None for all else."""
    state = plan.tellings[0].state
    if state not in ("planned", "demanded", "possible"):
        return None
    own = _own(plan, around)
    if own is not None or state != "planned":
        return own
    if any(_takes_back(group, plan) for group in around.groups):
        return None  # not on that day, and nothing is told of another
    same = _of_the_same(plan, around)
    if same is None and _is_told_for_its_day(plan, around):
        return None  # that may be the same plan
    return same or waiting(plan, around.groups, around.settled, around.aftermath)


def _own(plan: EventGroup, around: Around) -> Outcome | None:
    """Return what is told of a plan itself."""
    groups, settled = around.groups, around.settled
    state = plan.tellings[0].state
    found = None
    if state == "planned":
        found = _told(plan, settled) or _told_elsewhere(plan, groups, settled)
        if found is None or found.state == "put-off":
            found = found and _with_place(found, plan, groups)
        found = found or _taken_back(plan, around) or _told_after(plan, around, "put-off", "called-off")
    elif state == "possible":
        found = _refused(plan, around, "called-off") or _told_after(plan, around, "called-off")
    window = window_of(plan)
    held = [g for g in groups if _is_coming_about(g, plan, window, settled)] if found is None else []
    held = [group for group in held if not _is_of_old_years(group, settled)]
    if held:
        return _outcome("held", min(held, key=lambda g: -in_common(plan, g)), settled, to=True)
    found = found or _told_after(plan, around, "held")
    if found is None and state == "demanded":
        found = _refused(plan, around, "denied") or _told_after(plan, around, "denied")
    late = next((g for g in groups if _is_late(g, plan, settled)), None) if found is None else None
    return found if late is None else _outcome("changed", late, settled, to=True)


def _told_after(plan: EventGroup, around: Around, *states: OutcomeState) -> Outcome | None:
    """Return the outcome that a later sentence tells in a known phrase."""
    told = around.aftermath.of(plan, states)
    if told is None:
        return None
    found = Outcome(state=told.state, to=None, up_to=None, support=(told.support,))
    return _with_place(found, plan, around.groups) if told.state in ("put-off", "called-off") else found


def _taken_back(plan: EventGroup, around: Around) -> Outcome | None:
    """Return the outcome of a plan that was taken back: put off where it is told for another day.

    Of what will not be "on Monday" nothing is known unless another day is told.
    """
    denied = next((g for g in around.groups if _takes_back(g, plan)), None)
    if denied is None:
        return None
    found = _with_place(_outcome("called-off", denied, around.settled), plan, around.groups)
    day = fixed_days(denied)
    if found.state == "put-off" or day is None or day[0] != day[1]:
        return found
    told = told_first(denied)
    later = [
        (when, group.tellings[0].mention.id)
        for group in around.groups
        if group.tellings[0].state in ("planned", "real")
        and same_sort(plan, group)
        and (when := fixed_days(group)) is not None
        and when[0] > day[1]
        and told is not None
        and (first := told_first(group)) is not None
        and first >= told
        and in_common(plan, group) > 0
    ]
    return Outcome(state="put-off", to=min(later)[1], up_to=None, support=found.support) if later else None


def _refused(demand: EventGroup, around: Around, state: OutcomeState) -> Outcome | None:
    """Return a state of what is demanded or may be, of which who could do it says later that it won't be."""
    for group in around.groups:
        if _takes_back(group, demand) and people_of(group) & people_of(demand):
            return _outcome(state, group, around.settled)
    return None


def _is_late(real: EventGroup, plan: EventGroup, settled: Settled) -> bool:
    """Whether an event is what was to come about by a day, and came after it."""
    if real.tellings[0].state != "real":
        return False
    when, window = when_of(plan.tellings), window_of(plan)
    by = when is not None and when.date is not None and when.date.first in (None, date.min)
    day = fixed_days(real)
    if not by or window is None or day is None or day[0] <= window[1] or told_first(real) is None:
        return False
    if in_common(plan, real) < ALIKE:
        return False
    own = same_sort(plan, real) and own_words(plan) & own_words(real)
    return bool(own or doings_of(plan, settled) & doings_of(real, settled))


def _of_the_same(plan: EventGroup, around: Around) -> Outcome | None:
    """Return what became of the same plan told in other words, where all such tellings agree."""
    same = [
        group
        for group in around.groups
        if group is not plan
        and group.tellings[0].state == plan.tellings[0].state
        and same_sort(plan, group)
        and days_may_meet(plan, group)
        and in_common(plan, group) >= ALIKE
    ]
    found = [outcome for group in same if (outcome := _own(group, around)) is not None]
    return found[0] if len({outcome.state for outcome in found}) == 1 else None


def _is_told_for_its_day(plan: EventGroup, around: Around) -> bool:
    """Whether it is told what became of a plan for the same day, named by a word of this one or naming it."""
    window = window_of(plan)
    return (
        window is not None
        and window[0] == window[1]
        and any(
            group is not plan
            and group.tellings[0].state == "planned"
            and window_of(group) == window
            and (own_words(plan) & meaning_of(group) or own_words(group) & meaning_of(plan))
            and _own(group, around) is not None
            for group in around.groups
        )
    )


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
        told = set_aside(group)
        if told is None or group is plan or told.mention.outcome is None:
            continue
        later = first is not None and told.told is not None and told.told > first
        if (
            later
            and same_sort(plan, group)
            and days_may_meet(plan, group)
            and in_common(plan, group) >= ENOUGH
        ):
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
        and (same_sort(plan, group) or _moved_in(report, group))
        and (when := fixed_days(group)) is not None
        and (days is None or when[1] > days[1])
        and ((told.state == "put-off" and days is not None) or _told_in(report, group))
        and in_common(plan, group) > 0
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
        and same_sort(plan, denial)
        and days_may_meet(plan, denial)
        and in_common(plan, denial) >= (ENOUGH if people_of(plan) & people_of(denial) else 2 * ENOUGH)
    )


def _is_of_old_years(group: EventGroup, settled: Settled) -> bool:
    """Whether an event of no day is told of old years alone."""
    if fixed_days(group) is not None:
        return False
    texts = settled.material.by_id
    return all(
        of_old_years(t.mention.clause.of(texts[t.mention.report].text), t.told) for t in group.tellings
    )


def _elsewhere(plan: EventGroup, other: EventGroup) -> bool:
    """Whether both a plan and another event tell a place, and not one of them is the same."""
    here, there = places_of(plan), places_of(other)
    return bool(here and there) and here.isdisjoint(there)


def _in_its_words(other: EventGroup, plan: EventGroup) -> bool:
    """Whether an event is told in the very words that tell a plan: "was forced to ask for a loan"."""
    told = [(t.mention.report, t.mention.clause) for t in plan.tellings]
    return any(
        t.mention.report == report and t.mention.clause.overlaps(clause)
        for t in other.tellings
        for report, clause in told
    )


def _is_coming_about(
    real: EventGroup, plan: EventGroup, window: tuple[date, date] | None, settled: Settled
) -> bool:
    """Whether an event is what was planned: of its sort, on its day, told later, with enough in common.

    On the very day one thing in common is enough; of another sort three, or two with the plan's own word or
    one for the same doing. What could be must come about on its day, told later, or by who could do it, told
    by its own word.
    """
    if real.tellings[0].state != "real":
        return False
    alike, day = same_sort(plan, real), fixed_days(real)
    on_day = window is not None and day is not None and window[0] <= day[0] and day[1] <= window[1]
    if not days_may_meet(plan, real) or _in_its_words(real, plan):
        return False
    akin = not alike and bool(doings_of(plan, settled) & doings_of(real, settled))
    if not (alike or on_day or akin):
        return False
    first, told, begun = told_first(plan), told_last(real), told_first(real)
    if plan.tellings[0].state == "possible":
        later = alike and on_day and first is not None and begun is not None and begun > first
        if not later and not (people_of(plan) & people_of(real) and own_words(plan) & meaning_of(real)):
            return False
    if first is not None and told is not None and told < max(first, window[0] if window else first):
        return False
    things = bare_in_common(plan, real)
    if on_day and alike:
        return in_common(plan, real) > 0 and (things > ENOUGH or not _elsewhere(plan, real))
    if on_day:
        own = akin or own_words(plan) & meaning_of(real)
        return things >= (ENOUGH if own else ENOUGH + 1)
    if things < ENOUGH or first is None or told is None:
        return False
    since = told >= window[0] if window is not None and day is None else day is None or day[1] >= first
    new = window is not None or not all(t.mention.background for t in real.tellings)
    return since and new and begun is not None and begun > first
