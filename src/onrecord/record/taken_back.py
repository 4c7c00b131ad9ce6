"""The states of the reports at hand in, what later ones took back and changed of earlier ones out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.model.annotation import Found
from onrecord.model.report import Report
from onrecord.record.aligning import align
from onrecord.record.corrections import retold, without
from onrecord.record.notices import notices_in
from onrecord.record.revising import (
    Changed,
    Claim,
    Lost,
    Revised,
    claims,
    mentions_for,
    revised,
    same_claim,
    stands,
)

State = tuple[Report, Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What was taken back, and changed, by which state of which report.

    Attributes:
        lost: by the id of the claim, with the change that lost it. What a later state tells again isn't lost.
        changed: claims that stand in other words.
        found: of each earlier state, what it alone claims, with those of whom it speaks.
        current: of each claim that stands in the place of another, the one of the newest state on its words.
        states: the earlier states of each of the reports at hand, by id, that ever claimed more.
    """

    lost: Mapping[str, tuple[Revised, Lost]]
    changed: tuple[tuple[Revised, Changed], ...]
    found: Mapping[str, Found]
    current: Mapping[str, str]
    states: Mapping[str, tuple[Report, ...]]

    def earlier_of(self, reports: Iterable[str]) -> tuple[str, ...]:
        """Return the earlier states of some reports."""
        return tuple(state.id for report in reports for state in self.states.get(report, ()))


def take_back(
    reports: Sequence[Report],
    found: Mapping[str, Found],
    earlier: Sequence[Report],
    before: Mapping[str, Found],
) -> TakenBack:
    """Return what reports took back of what their earlier states claimed.

    Args:
        reports: The reports at hand.
        found: Their annotations.
        earlier: The states that they revise, directly or by others.
        before: The annotations of those.
    """
    lost: dict[str, tuple[Revised, Lost]] = {}
    changed: list[tuple[Revised, Changed]] = []
    kept: dict[str, Found] = {}
    states: dict[str, tuple[Report, ...]] = {}
    current: dict[str, str] = {}
    for states_, newest in _chains(reports, found, earlier, before):
        steps = [revised(one, other) for one, other in pairwise((*states_, newest))]
        mine = {each.claim.id: (step, each) for step in steps for each in _gone(step, newest[0])}
        own = [(step, each) for step in steps for each in step.changed]
        if mine or own:
            states[newest[0].id] = tuple(report for report, _ in states_)
        current |= _current(
            [*(each.now for _, each in mine.values()), *(c.now for _, c in own)], steps, newest
        )
        lost |= mine
        changed += own
        for report, annotations in states_:
            claimed = [each.claim for _, each in mine.values() if each.claim.report == report.id]
            if claimed:
                kept[report.id] = mentions_for(annotations, claimed)
    return TakenBack(lost=lost, changed=tuple(changed), found=kept, current=current, states=states)


def with_notices(
    taken: TakenBack, lost: Mapping[str, tuple[Revised, Lost]], found: Mapping[str, Found]
) -> TakenBack:
    """Return what was taken back, with what later reports called wrong; `found` are all annotations."""
    claimed: dict[str, list[Claim]] = {}
    for _, each in lost.values():
        claimed.setdefault(each.claim.report, []).append(each.claim)
    kept = {report: mentions_for(found[report], made) for report, made in claimed.items()}
    return replace(taken, lost={**taken.lost, **lost}, found={**taken.found, **kept})


def _claimed(report: Report, found: Found) -> Found:
    """Return the annotations of an earlier state, without what it only told again as wrong."""
    return without(found, {each.id for each in retold(found, notices_in(report))})


def _gone(step: Revised, newest: Report) -> tuple[Lost, ...]:
    """Return what a change lost for good: what the newest state doesn't tell again."""
    if step.after.id == newest.id or not step.lost:
        return step.lost
    aligned = align(step.before, newest)
    return tuple(each for each in step.lost if not stands(each.claim, aligned))


def _current(now: Iterable[Claim | None], steps: Sequence[Revised], newest: State) -> dict[str, str]:
    """Return of claims of later states the ids of those that the newest state makes in the same words."""
    after = {step.after.id: step.after for step in steps}
    found: dict[str, str] = {}
    for claim in now:
        if claim is not None and claim.report != newest[0].id:
            aligned = align(after[claim.report], newest[0])
            same = same_claim(claim, claims(*newest), aligned) if stands(claim, aligned) else None
            if same is not None:
                found[claim.id] = same.id
    return found


def _chains(
    reports: Sequence[Report],
    found: Mapping[str, Found],
    earlier: Sequence[Report],
    before: Mapping[str, Found],
) -> Iterator[tuple[list[State], State]]:
    """Yield the earlier states of each report that has any, oldest first, and its newest."""
    known = {report.id: report for report in earlier}
    for report in reports:
        states: list[State] = []
        state = known.get(report.revises or "")
        while state is not None:
            states.append((state, _claimed(state, before.get(state.id, Found()))))
            state = known.get(state.revises or "")
        if states:
            yield states[::-1], (report, found.get(report.id, Found()))
