"""A plan and the other events of its storyline in, what became of it out.

By its own words ("was put off"), else by another telling of the same plan that tells so, else by a later
denial of it, else by a phrase in a later sentence on it, else by an event that is its coming about, else
by what became of the same plan told in other words. Of one of which nothing more is told: `waiting.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.links.event_tellings import Telling
from onrecord.links.events import EventGroup
from onrecord.model.record import Outcome, OutcomeState
from onrecord.record.about import about
from onrecord.record.aftermath import Aftermath
from onrecord.record.aftermath_facts import facts_of
from onrecord.record.akin import MOVED, are_akin
from onrecord.record.coming_about import Came, is_instead, is_late, is_length, is_of_old_years
from onrecord.record.happenings import (
    day_told,
    fixed_days,
    people_of,
    set_aside,
    told_first,
)
from onrecord.record.planned import (
    days_may_meet,
    in_common,
    may_fall_on,
    meaning_of,
    own_words,
    same_sort,
    window_of,
)
from onrecord.record.settled import Settled
from onrecord.record.spoken import spoken
from onrecord.record.waiting import waiting

ALIKE: Final = 3  # things that two tellings of one plan in other words must have in common
ENOUGH: Final = 2  # things that a plan and its coming about must have in common, beside their sort and day


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What surrounds a plan: the events of its storyline, the settled reports and their sentences.

    Attributes:
        came: those of the events that came about.
    """

    groups: Sequence[EventGroup]
    came: Came
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
    if any(_takes_back(group, plan, around.settled) for group in around.groups):
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
    may_come = found is None and not is_length(plan, settled)
    held = around.came.as_planned(plan, window, settled) if may_come else []
    held = [g for g in held if not is_of_old_years(g, settled) and not _is_disputed(g, groups)]
    if held:
        return _outcome("held", min(held, key=lambda g: -in_common(plan, g)), settled, to=True)
    found = found or _told_after(plan, around, "held") or spoken(plan, settled)
    if found is None and state == "demanded":
        found = _refused(plan, around, "denied") or _told_after(plan, around, "denied")
    if found is None and state == "planned":
        found = _told_after(plan, around, "changed")
    if found is None and state == "planned":
        found = _denied(plan, around)
    late = next((g for g in groups if _is_late(g, plan, settled)), None) if found is None else None
    return found if late is None else _outcome("changed", late, settled, to=True)


def _is_disputed(real: EventGroup, groups: Sequence[EventGroup]) -> bool:
    """Whether an event is denied: of its sort, by or of its people, on a day that can be its own."""
    return any(
        group.tellings[0].state == "denied"
        and same_sort(real, group)
        and days_may_meet(real, group)
        and in_common(real, group) >= ENOUGH
        and bool(people_of(real) & people_of(group))
        for group in groups
    )


def _is_late(group: EventGroup, plan: EventGroup, settled: Settled) -> bool:
    return is_late(group, plan, settled) or is_instead(group, plan, settled)


def _denied(plan: EventGroup, around: Around) -> Outcome | None:
    """Return that a plan was denied, by the sentence after the one that tells it: "the firm denies it"."""
    told = [(t.mention.report, t.mention.clause) for t in plan.tellings]
    for group in around.groups:
        mention = group.tellings[0].mention
        answers = mention.modality == "denied" and mention.reason.endswith("; denied it")
        held = (r == mention.report and mention.clause.holds(clause) for r, clause in told)
        if answers and same_sort(plan, group) and any(held):
            return _outcome("denied", group, around.settled)
    return None


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
    denied = next((g for g in around.groups if _takes_back(g, plan, around.settled)), None)
    if denied is None:
        return None
    found = _with_place(_outcome("called-off", denied, around.settled), plan, around.groups)
    day = fixed_days(denied)
    if found.state == "put-off" or day is None or day[0] != day[1] or _is_known_by_its_day(denied):
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


def _is_known_by_its_day(denied: EventGroup) -> bool:
    """Whether a day only tells what it is that won't be: "tomorrow's meeting will not take place"."""
    mention = denied.tellings[0].mention
    day, negated = mention.when.span if mention.when is not None else None, mention.decided_by
    return day is not None and negated is not None and day.span.end <= negated.start


def _refused(demand: EventGroup, around: Around, state: OutcomeState) -> Outcome | None:
    """Return a state of what is demanded or may be, of which who could do it says later that it won't be."""
    settled = around.settled
    for group in around.groups:
        if _takes_back(group, demand, settled) and _by_the_same(group, demand, settled):
            return _outcome(state, group, settled)
    return None


def _by_the_same(denial: EventGroup, demand: EventGroup, settled: Settled) -> bool:
    """Whether who could do it says so; where a clause leaves it open, whoever its sentence names."""
    if people_of(denial):
        return bool(people_of(denial) & people_of(demand))
    return bool(about(denial, settled) & facts_of(demand, settled).actors)


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
            and not _is_of_another_day(told, plan, settled)
        ):
            support = (settled.support(told.mention),)
            return Outcome(state=told.mention.outcome, to=None, up_to=None, support=support)
    return None


def _is_of_another_day(told: Telling, plan: EventGroup, settled: Settled) -> bool:
    """Whether the words that tell what was set aside tell days, and none that can be the plan's."""
    day, clause = day_told(plan), told.mention.clause
    timexes = settled.material.found[told.mention.report].timexes
    days = [t.when for t in timexes if clause.holds(t.span) and t.when.date is not None]
    may = [each for each in days if day and each.date and each.date.may_be(day) and may_fall_on(each, day)]
    return day is not None and bool(days) and not may


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


def _takes_back(denial: EventGroup, plan: EventGroup, settled: Settled) -> bool:
    """Whether an event is the plan denied later, by its own sort: "will not close its plant".

    Somebody else may not do it, and it comes about all the same; but where both tell of one day, other words
    for it, or for who takes part, will do.
    """
    mention = denial.tellings[0].mention
    if mention.modality != "denied" or not mention.reason.endswith("; negated"):
        return False  # it isn't denied, or by somebody else
    first, later = told_first(plan), told_first(denial)
    shared = people_of(plan) & (people_of(denial) or about(denial, settled))
    return (
        first is not None
        and later is not None
        and later > first
        and (same_sort(plan, denial) or (_of_one_day(plan, denial) and are_akin(plan, denial, settled)))
        and days_may_meet(plan, denial)
        and in_common(plan, denial) >= (ENOUGH if shared else 2 * ENOUGH)
        and (bool(shared) or not people_of(denial) or _of_one_day(plan, denial))
    )


def _of_one_day(plan: EventGroup, other: EventGroup) -> bool:
    """Whether two events are told for the same one day."""
    day = fixed_days(plan)
    return day is not None and day[0] == day[1] and day == fixed_days(other)
