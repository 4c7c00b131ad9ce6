"""A plan and another event in, whether that is its coming about out, or its coming about too late."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from onrecord.links.events import EventGroup
from onrecord.record.about import about, in_clauses, is_told_so, known_people, owners
from onrecord.record.about import around as sentence_of
from onrecord.record.aftermath_facts import facts_of
from onrecord.record.aftermath_sentences import arranging, end_of, length, phrase_of, stems_in
from onrecord.record.akin import are_akin, doings, doings_of, is_there
from onrecord.record.happenings import (
    fixed_days,
    once,
    people_of,
    places_of,
    sorts_of,
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

ALIKE: Final = (
    3  # things that a plan with no day, or one that came too late, and its coming about have in common
)
ENOUGH: Final = 2  # things that a plan and its coming about must have in common, beside their sort and day
NEAR: Final = timedelta(days=8)  # the longest stretch of which what comes about in it may be of another sort
SOON: Final = timedelta(days=2)  # from a plan's day on, in which it is told that it came about


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """The events of a storyline that came about, by their sorts and doings: few can be what was planned."""

    groups: Sequence[EventGroup]
    by_sort: Mapping[str, Sequence[int]]
    by_doing: Mapping[int, Sequence[int]]

    @staticmethod
    def of(groups: Sequence[EventGroup], settled: Settled) -> "Came":
        """Return those of some events that came about."""
        real = [group for group in groups if group.tellings[0].state == "real"]
        by_sort: dict[str, list[int]] = defaultdict(list)
        by_doing: dict[int, list[int]] = defaultdict(list)
        for place, group in enumerate(real):
            for sort in sorts_of(group):
                by_sort[sort].append(place)
            for doing in doings_of(group, settled):
                by_doing[doing].append(place)
        return Came(groups=real, by_sort=by_sort, by_doing=by_doing)

    def as_planned(
        self, plan: EventGroup, window: tuple[date, date] | None, settled: Settled
    ) -> list[EventGroup]:
        """Return the events that are a plan's coming about, in order."""
        near: set[int] = set()
        near.update(*(self.by_sort.get(sort, ()) for sort in sorts_of(plan)))
        near.update(*(self.by_doing.get(doing, ()) for doing in doings_of(plan, settled)))
        near.update(place for place, group in enumerate(self.groups) if _is_within(fixed_days(group), window))
        some = (self.groups[place] for place in sorted(near))
        return [group for group in some if is_coming_about(group, plan, window, settled)]


def _is_within(days: tuple[date, date] | None, window: tuple[date, date] | None) -> bool:
    return window is not None and days is not None and window[0] <= days[0] and days[1] <= window[1]


def is_coming_about(
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
    on_day = _is_within(day, window)
    akin = not alike and are_akin(plan, real, settled)
    if not (alike or on_day or akin) or not days_may_meet(plan, real) or _in_its_words(real, plan):
        return False
    on_day = on_day or (akin and _is_about(day, window) and is_there(plan, real, settled))
    if _tells_of_others(plan, real, settled) or _is_undone(real, settled):
        return False
    if _arranges(real, settled) and not _arranges(plan, settled):
        return False
    first, told, begun = told_first(plan), told_last(real), told_first(real)
    if plan.tellings[0].state == "possible":
        later = alike and on_day and first is not None and begun is not None and begun > first
        if not later and not (people_of(plan) & people_of(real) and _in_its_word(real, plan, settled)):
            return False
    if first is not None and told is not None and told < max(first, window[0] if window else first):
        return False
    things = bare_in_common(plan, real)
    if on_day and alike:
        return in_common(plan, real) > 0 and things >= _needed(real, plan, settled)
    if on_day and window is not None:
        if window[1] - window[0] > NEAR:
            return False
        own = akin or _in_its_word(real, plan, settled)
        there = akin and not places_of(real) and is_there(plan, real, settled)
        return things + there >= (ENOUGH if own else ENOUGH + 1)
    if window is None:
        needed = 0 if alike and _is_done(real, plan, settled) else ALIKE
    else:
        needed = 1 if _is_soon_told(real, plan, window) else ENOUGH
    if things < needed or first is None or told is None:
        return False
    since = told >= window[0] if window is not None and day is None else day is None or day[1] >= first
    new = window is not None or not all(t.mention.background for t in real.tellings)
    return since and new and begun is not None and (begun > first or _is_at_once(real, plan))


def _needed(real: EventGroup, plan: EventGroup, settled: Settled) -> int:
    """Return how many things an event of a plan's sort, on its day, must have in common with it.

    By others, many: unless a crowd did what somebody was to lead, or who it was is told without a name.
    """
    together = bool(people_of(plan) & people_of(real))
    if _elsewhere(plan, real) or (not together and _is_away(plan, real, settled)):
        return 2 * ENOUGH if _of_others(plan, real, settled) else ENOUGH + 1
    shared = [doings()[n] for n in doings_of(plan, settled) & doings_of(real, settled)]
    there = any(doing.there for doing in shared)  # who meets on that day may be others
    own = _in_its_word(real, plan, settled)
    if not _of_others(plan, real, settled):
        return 0 if together or own or not there else 1
    if (known_people(plan, settled) and known_people(real, settled)) or there or not own:
        return 2 * ENOUGH
    return 1 if any(doing.crowd for doing in shared) else ENOUGH


def _is_away(plan: EventGroup, real: EventGroup, settled: Settled) -> bool:
    """Whether an event is told of a town, and others are named about a plan."""
    here, there = about(plan, settled) & settled.towns, places_of(real)
    return bool(here and there) and here.isdisjoint(there)


def _is_at_once(real: EventGroup, plan: EventGroup) -> bool:
    """Whether what was announced on a day is told to have been done on that very day."""
    day, first = fixed_days(real), told_first(plan)
    reports = {t.mention.report for t in plan.tellings}
    return day == (first, first) and not any(t.mention.report in reports for t in real.tellings)


def _is_done(real: EventGroup, plan: EventGroup, settled: Settled) -> bool:
    """Whether a plan without a day is told as done within days, by its word and of its thing.

    "Would lodge a complaint", "lodged a complaint"; but not by others.
    """
    first, begun = told_first(plan), told_first(real)
    if first is None or begun is None or begun > first + NEAR or _of_others(plan, real, settled):
        return False
    actors, doers = facts_of(plan, settled).actors, known_people(real, settled)
    if actors and doers and actors.isdisjoint(doers):
        return False
    near = about(plan, settled) & about(real, settled) & settled.named
    of_one_thing = bool(near) or any(a.own & b.own for a in real.tellings for b in plan.tellings)
    return of_one_thing and (_in_its_word(real, plan, settled) or are_akin(plan, real, settled))


def is_late(real: EventGroup, plan: EventGroup, settled: Settled) -> bool:
    """Whether an event is what was to come about by a day, and came after it, or is to."""
    due, day = _due(plan), fixed_days(real)
    if due is None or day is None or day[0] <= due:
        return False
    first, told, state = told_first(plan), told_first(real), real.tellings[0].state
    later = state == "planned" and first is not None and told is not None and told > first
    if told is None or not (later or state == "real"):
        return False
    if in_common(plan, real) < ALIKE or _names_others(plan, real, settled):
        return False
    own = same_sort(plan, real) and _in_its_word(real, plan, settled)
    return own or are_akin(plan, real, settled)


def is_instead(real: EventGroup, plan: EventGroup, settled: Settled) -> bool:
    """Whether the sentence that tells what was to have come about tells that it did on a later day."""
    day, due = fixed_days(real), fixed_days(plan)
    if real.tellings[0].state != "real" or day is None or due is None or day[0] <= due[1]:
        return False
    if not is_told_so("unfulfilled", plan, settled):
        return False
    if not (same_sort(plan, real) or are_akin(plan, real, settled)):
        return False
    sentences = {
        (t.mention.report, sentence_of(settled.material.by_id[t.mention.report], t.mention.span)[0])
        for t in plan.tellings
    }
    return any(
        t.mention.report == report and sentence.holds(t.mention.span)
        for t in real.tellings
        for report, sentence in sentences
    )


def _tells_of_others(plan: EventGroup, other: EventGroup, settled: Settled) -> bool:
    """Whether it is told whose a plan is, and another event's clauses name other persons alone."""
    here, there = owners(plan, settled) & settled.persons, in_clauses(other, settled) & settled.persons
    return bool(here and there) and here.isdisjoint(there)


def _names_others(plan: EventGroup, other: EventGroup, settled: Settled) -> bool:
    """Whether the words about both name persons, and not one of them is the same."""
    here, there = (about(group, settled) & settled.persons for group in (plan, other))
    return bool(here and there) and here.isdisjoint(there)


def _is_about(day: tuple[date, date] | None, window: tuple[date, date] | None) -> bool:
    """Whether some days, told of what happened, are those about a plan's day: "last week"."""
    return (
        window is not None
        and day is not None
        and day[0] <= window[0]
        and window[1] <= day[1]
        and day[1] - day[0] <= NEAR
    )


@once
def _due(plan: EventGroup) -> date | None:
    """Return the day by which something was to come about; None where it isn't told so."""
    when, window = when_of(plan.tellings), window_of(plan)
    by = when is not None and when.date is not None and when.date.first in (None, date.min)
    return window[1] if by and window is not None else None


def is_of_old_years(group: EventGroup, settled: Settled) -> bool:
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


def _is_soon_told(real: EventGroup, plan: EventGroup, window: tuple[date, date]) -> bool:
    """Whether an event with no day is first told about a plan's day, and done to whom it was to be done to.

    Somebody who is to meet others on a day may meet some others then; who is to be sentenced is sentenced.
    """
    begun, here, there = told_first(real), _done_to(plan), _done_to(real)
    alone = bool(here and there) and (here <= there or there <= here)
    return alone and begun is not None and window[0] <= begun <= window[1] + SOON


def _done_to(group: EventGroup) -> frozenset[str]:
    """Return those to whom an event is done."""
    return frozenset().union(*(telling.done_to for telling in group.tellings))


def _of_others(plan: EventGroup, other: EventGroup, settled: Settled) -> bool:
    """Whether both a plan, wherever it is told, and another event tell who does it, and nobody does both."""
    bodies = settled.somebody - settled.persons  # "are to enter their pleas before the court"
    here, there = people_of(plan) - (_done_to(plan) & bodies), people_of(other)
    told = here and there and all(t.participants for t in plan.tellings)
    return bool(told) and here.isdisjoint(there)


@once
def _is_undone(real: EventGroup, settled: Settled) -> bool:
    """Whether an event is told before its day, or in words that tell of what was called off or is to come."""
    day, told, texts = fixed_days(real), told_last(real), settled.material.by_id
    early = day is not None and told is not None and told < day[0]
    if is_told_so("unwillingly", real, settled):
        return True
    clauses = [t.mention.clause.of(texts[t.mention.report].text) for t in real.tellings]
    return early or all(end_of("off", clause) or phrase_of("to_come").search(clause) for clause in clauses)


def _in_its_word(real: EventGroup, plan: EventGroup, settled: Settled) -> bool:
    """Whether an event is told with the word that names a plan, or another form of it: "clear", "cleared"."""
    if own_words(plan) & meaning_of(real):
        return True
    texts = settled.material.by_id
    named = (stems_in(t.mention.span.of(texts[t.mention.report].text)) for t in plan.tellings)
    told = (stems_in(t.mention.clause.of(texts[t.mention.report].text)) for t in real.tellings)
    return not frozenset().union(*named).isdisjoint(frozenset().union(*told))


def _arranges(event: EventGroup, settled: Settled) -> bool:
    """Whether all that tells an event tells that something was arranged, or spoken of: "has invited him"."""
    texts = settled.material.by_id
    return all(arranging().match(t.mention.span.of(texts[t.mention.report].text)) for t in event.tellings)


def is_length(plan: EventGroup, settled: Settled) -> bool:
    """Whether it is only told how long something will take: "is expected to last five weeks"."""
    texts = settled.material.by_id
    return all(length().search(t.mention.clause.of(texts[t.mention.report].text)) for t in plan.tellings)


def _in_its_words(other: EventGroup, plan: EventGroup) -> bool:
    """Whether an event is told in the very words that tell a plan: "was forced to ask for a loan"."""
    told = [(t.mention.report, t.mention.clause) for t in plan.tellings]
    return any(
        t.mention.report == report and t.mention.clause.overlaps(clause)
        for t in other.tellings
        for report, clause in told
    )
