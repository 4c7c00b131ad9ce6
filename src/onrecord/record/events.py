"""Settled tellings in, the record's events out: pooled day, place and participants, standing, history."""

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.links.event_tellings import Telling
from onrecord.links.events import EventGroup
from onrecord.model.annotation import Modality, ParticipantRole
from onrecord.model.record import Event, EventParticipant, HistoryStep, HistoryWhat, Joining, Support
from onrecord.model.span import Passage
from onrecord.record.aftermath import Aftermath
from onrecord.record.coming_about import Came
from onrecord.record.happenings import resembles, when_of
from onrecord.record.labels import label_of
from onrecord.record.outcomes import Around, outcome_of
from onrecord.record.parts import part_of
from onrecord.record.settled import Settled
from onrecord.record.standing import standing_of

SURE = 0.5  # confidence below which an event mention makes no line of its own


def compose_events(settled: Settled) -> tuple[Event, ...]:
    """Return the events of a storyline that are sure enough for a line, in founding order."""
    groups = [group for group in settled.events if makes_a_line(group)]
    around = Around(
        groups=groups, came=Came.of(groups, settled), settled=settled, aftermath=Aftermath(settled)
    )
    return tuple(_event(group, around) for group in groups)


def compose_joinings(settled: Settled) -> tuple[Joining, ...]:
    """Return why the tellings of each event that makes a line are of one event."""
    return tuple(
        Joining(
            event=group.tellings[0].mention.id,
            telling=_named(telling, settled),
            like=_named(other, settled),
            score=score,
            reasons=reasons,
        )
        for group in settled.events
        if makes_a_line(group)
        for telling, other, score, reasons in group.joined
    )


def _named(telling: Telling, settled: Settled) -> Passage:
    return settled.material.by_id[telling.mention.report].passage(telling.mention.span)


def makes_a_line(group: EventGroup) -> bool:
    """Whether an event can stand as a line: some telling of it is sure."""
    return any(telling.mention.confidence >= SURE for telling in group.tellings)


def _event(group: EventGroup, around: Around) -> Event:
    groups, settled = around.groups, around.settled
    tellings = group.tellings
    founder = tellings[0].mention
    supports = tuple(settled.support(telling.mention) for telling in tellings)
    against = _against(group, groups)
    where = next((t.mention for t in tellings if t.mention.where is not None), None)
    return Event(
        id=founder.id,
        formerly=(),
        type=founder.type,
        label=label_of(group, settled),
        when=when_of(tellings),
        place=_commonest(t.place for t in tellings),
        where=where.where.of(settled.material.by_id[where.report].text) if where and where.where else None,
        participants=_participants(tellings, settled),
        modality=_commonest_modality(tellings),
        background=all(telling.mention.background for telling in tellings),
        part_of=part_of(group, groups),
        outcome=outcome_of(group, around),
        standing=standing_of(supports, settled.perhaps),
        givers=tuple(dict.fromkeys(giver for support in supports for giver in support.given_by)),
        origins_for=_origins(supports),
        origins_against=_origins(settled.support(t.mention) for other in against for t in other.tellings),
        history=tuple(_history(tellings)),
        support=supports,
        judgements=settled.ruled_on(telling.mention.id for telling in tellings),
    )


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _commonest_modality(tellings: Sequence[Telling]) -> Modality:
    counts = Counter(t.mention.modality for t in tellings)
    return max(counts, key=lambda m: (counts[m], m == tellings[0].mention.modality))


def _participants(tellings: Sequence[Telling], settled: Settled) -> tuple[EventParticipant, ...]:
    roles: dict[str, Counter[ParticipantRole]] = {}
    for telling in tellings:
        for participant in telling.mention.participants:
            for entity in settled.entities.of([participant.mention]):
                roles.setdefault(entity, Counter())[participant.role] += 1
    return tuple(
        EventParticipant(entity=entity, role=counts.most_common(1)[0][0]) for entity, counts in roles.items()
    )


def _origins(supports: Iterable[Support]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(support.origin for support in supports))


def _against(group: EventGroup, groups: Sequence[EventGroup]) -> list[EventGroup]:
    """Return the denials of an event: of its sort, with its participants, on a day that can be its own."""
    if group.tellings[0].state == "denied":
        return []
    return [
        other for other in groups if other.tellings[0].state == "denied" and resembles(group, other, needed=2)
    ]


def _history(tellings: Sequence[Telling]) -> Iterable[HistoryStep]:
    """Yield what each report did to the event: told it first, added, repeated, changed its day, denied it."""
    seen: set[str] = set()
    people: set[str] = set()
    days: set[str] = set()
    for telling in tellings:
        if telling.mention.report in seen:
            continue
        same = [t for t in tellings if t.mention.report == telling.mention.report]
        now = {entity for t in same for entity in t.participants}
        day = {t.mention.when.edtf for t in same if t.fixed and t.mention.when and t.mention.when.edtf}
        what: HistoryWhat = "adds" if now - people or (day and not days) else "repeats"
        if not seen:
            what = "first"
        elif telling.mention.modality == "denied" and tellings[0].mention.modality != "denied":
            what = "denies"
        yield HistoryStep(report=telling.mention.report, what=what)
        seen.add(telling.mention.report)
        people |= now
        days |= day
