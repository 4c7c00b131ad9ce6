"""Statements, events and figures in, where reports part out.

Each kind of difference is found in a file of its own: of figures, of wordings, of plans,
of what is told and denied.
Silence is not a side, and what one copy cut away of another is none.
"""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.links.events import EventGroup
from onrecord.model.record import Difference, Event, Figure
from onrecord.record.difference import event_side, make_difference
from onrecord.record.difference_beside import differences_beside
from onrecord.record.difference_clauses import each_its_own
from onrecord.record.difference_denials import differences_of_denial
from onrecord.record.difference_figures import differences_of_figure
from onrecord.record.difference_moments import differences_of_moment
from onrecord.record.difference_plans import differences_of_plans
from onrecord.record.difference_wordings import differences_of_wording
from onrecord.record.settled import Settled


def find_differences(
    settled: Settled, figures: Iterable[Figure], events: Sequence[Event]
) -> tuple[Difference, ...]:
    """Return where the reports of a storyline part, by what they are about."""
    group_of = {group.readings[0].id: group for group in settled.figures}
    lines = frozenset((*(e.id for e in events), *(g.renderings[0].id for g in settled.statements)))
    figures = tuple(figures)
    of_figures = [d for f in figures for d in differences_of_figure(f, group_of[f.id], settled)]
    of_figures += differences_beside(figures, of_figures, settled)
    found = [
        *each_its_own(of_figures, settled),
        *differences_of_wording(settled),
        *differences_of_denial(settled, lines),
        *_of_modality(settled, lines),
        *(of_plans := list(differences_of_plans(settled, events))),
        *_beside(of_plans, differences_of_moment(settled, lines)),
    ]
    unique = {difference.id: difference for difference in found}
    return tuple(sorted(unique.values(), key=lambda d: (d.kind, d.about, d.id)))


def _beside(told: Sequence[Difference], others: Iterable[Difference]) -> Iterator[Difference]:
    """Yield differences that aren't of one kind and one thing with some that are told already."""
    known = {(d.kind, item) for d in told for side in d.sides for item in side.items}
    for other in others:
        if known.isdisjoint((other.kind, item) for side in other.sides for item in side.items):
            yield other


def _of_modality(settled: Settled, lines: frozenset[str]) -> Iterator[Difference]:
    """Yield a difference for each event that one report tells and another denies."""
    groups = [group for group in settled.events if group.tellings[0].mention.id in lines]
    denied = [group for group in groups if group.tellings[0].state == "denied"]
    for group in groups:
        for other in denied if group.tellings[0].state == "real" else ():
            if _tell_of_one(group, other):
                sides = [event_side(group, settled), event_side(other, settled)]
                reason = "told as having happened, and denied"
                yield make_difference("modality", group.tellings[0].mention.id, "conflict", reason, sides)


def _tell_of_one(group: EventGroup, other: EventGroup) -> bool:
    """Whether two events are of one sort, share two participants, and can be of one day."""
    if group.tellings[0].mention.sort != other.tellings[0].mention.sort:
        return False
    people = [{entity for t in g.tellings for entity in t.participants} for g in (group, other)]
    days = [[t.day for t in g.tellings if t.day is not None] for g in (group, other)]
    return len(people[0] & people[1]) >= 2 and all(a.may_be(b) for a in days[0] for b in days[1])
