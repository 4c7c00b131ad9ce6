"""Plans and what became of them in, what changed out: one line for all the days that one thing was set for.

A plan that was put off, or came on another day, parts from the day that it came to; one that was called off
parts from whoever called it off. Several reports announce one thing, and it may be put off twice: what is
tied by an outcome is one line, with a side for each day. What one report alone tells is no line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.links.events import EventGroup
from onrecord.links.groups import components
from onrecord.model.record import Difference, DifferenceKind, Event, Side, Support
from onrecord.record.difference import event_side, make_difference
from onrecord.record.happenings import when_of
from onrecord.record.settled import Settled

CHANGES: Final[dict[str, DifferenceKind]] = {"put-off": "date", "changed": "date", "called-off": "modality"}
REASONS: Final[dict[str, str]] = {"date": "set for another day", "modality": "planned, and called off"}

Node = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A plan, and what it came to: an event, or words that are none."""

    plan: Event
    kind: DifferenceKind
    to: EventGroup | None
    told: tuple[Support, ...]

    @property
    def ends(self) -> tuple[Node, Node]:
        """The two ends of the tie, by name."""
        if self.to is not None:
            return (self.kind, self.plan.id), (self.kind, self.to.tellings[0].mention.id)
        place = self.told[0].span
        return (self.kind, self.plan.id), (self.kind, place.report, str(place.start))


def differences_of_plans(settled: Settled, events: Sequence[Event]) -> Iterator[Difference]:
    """Yield an update for each thing that was set for several days, and for each that was called off."""
    group_of = {group.tellings[0].mention.id: group for group in settled.events}
    changes = list(_changes(events, group_of))
    ties = [change.ends for change in changes]
    for tied in sorted(components(sorted({end for tie in ties for end in tie}), ties), key=sorted):
        line = _line([change for change in changes if change.ends[0] in tied], events, group_of, settled)
        if len(line.sides) > 1 and len({s.span.report for side in line.sides for s in side.support}) > 1:
            yield line


def _changes(events: Sequence[Event], group_of: dict[str, EventGroup]) -> Iterator[_Change]:
    """Yield each plan that was put off or called off, in the order of the record."""
    for event in events:
        outcome = event.outcome
        kind = CHANGES.get(outcome.state) if outcome is not None else None
        if outcome is None or kind is None or event.id not in group_of:
            continue
        to = group_of.get(outcome.to or "")
        if (to is None and not outcome.support) or (kind == "modality" and event.modality != "planned"):
            continue
        if kind == "date" and to is not None and _may_be_one_day(event, to):
            continue
        if kind == "date" and (event.when is None or (to is None and outcome.state == "changed")):
            continue  # what was set for no day isn't moved, and what changed may be something else
        yield _Change(plan=event, kind=kind, to=to, told=outcome.support)


def _may_be_one_day(plan: Event, to: EventGroup) -> bool:
    """Whether what a plan came to may be of its very day: "in April" is no other day than April 21."""
    day = plan.when.date if plan.when is not None else None
    came = when_of(to.tellings)
    other = came.date if came is not None else None
    fixed = came is not None and came.basis not in ("bounded", "open")
    return fixed and day is not None and other is not None and day.may_be(other)


def _line(
    changes: Sequence[_Change], events: Sequence[Event], group_of: dict[str, EventGroup], settled: Settled
) -> Difference:
    """Return one line: a side for each day, or for the plan and its calling off."""
    ids = {change.plan.id for change in changes} | {
        change.to.tellings[0].mention.id for change in changes if change.to is not None
    }
    sides: dict[str, Side] = {}
    for event in (each for each in events if each.id in ids):
        is_plan = any(change.plan.id == event.id for change in changes)
        key = _day(event) if changes[0].kind == "date" else "plan" if is_plan else "off"
        side = event_side(group_of[event.id], settled)
        sides[key] = side if key not in sides else _both(sides[key], side)
    for change in changes:
        if change.to is None:
            side = Side(claim=" ".join(change.told[0].span.text.split()), items=(), support=change.told)
            sides.setdefault(f"told {change.ends[1]}", side)
    kind = changes[0].kind
    return make_difference(kind, changes[0].plan.id, "update", REASONS[kind], list(sides.values()))


def _day(event: Event) -> str:
    """Return what tells an event's day from another: its date, else its own id."""
    return event.when.edtf[:10] if event.when is not None and event.when.edtf is not None else event.id


def _both(first: Side, second: Side) -> Side:
    """Return two sides that say the same as one."""
    return Side(
        claim=first.claim,
        items=(*first.items, *second.items),
        support=tuple(dict.fromkeys((*first.support, *second.support))),
    )
