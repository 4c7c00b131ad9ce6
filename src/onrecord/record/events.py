"""Settled tellings in, the record's events out: pooled day, place and participants, standing, history."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.links.events import ALIKE, EventGroup, Telling
from onrecord.links.words import held_in
from onrecord.model.annotation import Modality, ParticipantRole
from onrecord.model.record import Event, EventParticipant, HistoryStep, HistoryWhat, Outcome, Support
from onrecord.model.when import Basis, When
from onrecord.record.settled import Settled
from onrecord.record.standing import standing_of

FIRMNESS: dict[Basis, int] = {"stated": 0, "resolved": 1, "inferred": 2, "bounded": 3, "open": 4}
SURE = 0.5  # confidence below which an event mention makes no line of its own


def compose_events(settled: Settled) -> tuple[Event, ...]:
    """Return the events of a storyline that are sure enough for a line, in founding order."""
    groups = [group for group in settled.events if makes_a_line(group)]
    return tuple(_event(group, groups, settled) for group in groups)


def makes_a_line(group: EventGroup) -> bool:
    """Whether an event can stand as a line: some telling of it is sure."""
    return any(telling.mention.confidence >= SURE for telling in group.tellings)


def _event(group: EventGroup, groups: Sequence[EventGroup], settled: Settled) -> Event:
    tellings = group.tellings
    founder = tellings[0].mention
    supports = tuple(settled.support(telling.mention) for telling in tellings)
    against = _against(group, groups)
    best = label_of(group)
    report = settled.material.by_id[best.mention.report]
    where = next((t.mention for t in tellings if t.mention.where is not None), None)
    return Event(
        id=founder.id,
        formerly=(),
        type=founder.type,
        label=" ".join(best.mention.clause.of(report.text).split()),
        when=when_of(tellings),
        place=_commonest(t.place for t in tellings),
        where=where.where.of(settled.material.by_id[where.report].text) if where and where.where else None,
        participants=_participants(tellings, settled),
        modality=_commonest_modality(tellings),
        background=all(telling.mention.background for telling in tellings),
        part_of=None,
        outcome=_outcome(group, groups, settled),
        standing=standing_of(supports, settled.perhaps),
        givers=tuple(dict.fromkeys(giver for support in supports for giver in support.given_by)),
        origins_for=_origins(supports),
        origins_against=_origins(settled.support(t.mention) for other in against for t in other.tellings),
        history=tuple(_history(tellings)),
        support=supports,
        judgements=settled.ruled_on(telling.mention.id for telling in tellings),
    )


def label_of(group: EventGroup) -> Telling:
    """Return the telling whose words stand for the event: with a fixed day, most people, surest, first."""
    return min(
        group.tellings,
        key=lambda t: (not t.fixed, -len(t.participants), -t.mention.confidence),
    )


def when_of(tellings: Iterable[Telling]) -> When | None:
    """Return the firmest day told; among equals the commonest, then the first."""
    told = [t.mention.when for t in tellings if t.mention.when is not None]
    counts = Counter(when.edtf for when in told)
    return min(told, key=lambda when: (FIRMNESS[when.basis], -counts[when.edtf]), default=None)


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


def resembles(group: EventGroup, other: EventGroup, *, needed: int) -> bool:
    """Whether two events are of one sort, share enough participants, and can be of one day."""
    if group is other or group.tellings[0].mention.sort != other.tellings[0].mention.sort:
        return False
    first, second = when_of(group.tellings), when_of(other.tellings)
    days = [when.date for when in (first, second) if when is not None and when.date is not None]
    people = [frozenset().union(*(t.participants for t in g.tellings)) for g in (group, other)]
    return len(people[0] & people[1]) >= needed and (len(days) < 2 or days[0].may_be(days[1]))


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


def _outcome(group: EventGroup, groups: Sequence[EventGroup], settled: Settled) -> Outcome | None:
    """Return what became of a plan: told so in words, or held by an event of its sort, people and day."""
    if group.tellings[0].state != "planned":
        return None
    told = next((t for t in group.tellings if t.mention.outcome is not None), None)
    if told is not None and told.mention.outcome is not None:
        support = (settled.support(told.mention),)
        to = _moved_to(group, groups) if told.mention.outcome == "put-off" else None
        return Outcome(state=told.mention.outcome, to=to, up_to=None, support=support)
    held = next((g for g in groups if g.tellings[0].state == "real" and _held_by(group, g)), None)
    if held is not None:
        support = (settled.support(held.tellings[0].mention),)
        return Outcome(state="held", to=held.tellings[0].mention.id, up_to=None, support=support)
    return _waiting(when_of(group.tellings), settled.newest)


def _moved_to(plan: EventGroup, groups: Sequence[EventGroup]) -> str | None:
    """Return the next event of the plan's sort with people, place or words in common: where it went."""
    last = _last_day(plan)
    later = [
        (day, group.tellings[0].mention.id)
        for group in groups
        if group.tellings[0].state in ("planned", "possible", "real")
        and group.tellings[0].mention.sort == plan.tellings[0].mention.sort
        and (day := _last_day(group)) is not None
        and last is not None
        and day > last
        and _in_common(plan, group)
    ]
    return min(later)[1] if later else None


def _last_day(group: EventGroup) -> date | None:
    when = when_of(group.tellings)
    fixed = when is not None and when.basis != "bounded" and when.date is not None
    return when.date.last if fixed and when is not None and when.date is not None else None


def _in_common(first: EventGroup, second: EventGroup) -> bool:
    """Whether two events share two participants, or a place, or most words of a clause."""
    people = [{p for t in g.tellings for p in t.participants} for g in (first, second)]
    places = [{t.place for t in g.tellings if t.place} for g in (first, second)]
    alike = any(held_in(a.meaning, b.meaning) >= ALIKE for a in first.tellings for b in second.tellings)
    return len(people[0] & people[1]) >= 2 or bool(places[0] & places[1]) or alike


def _held_by(plan: EventGroup, real: EventGroup) -> bool:
    """Whether a real event is the plan's own: of its sort and day, with people, place or words in common."""
    when, day = when_of(plan.tellings), when_of(real.tellings)
    if when is None or day is None or "bounded" in (when.basis, day.basis) or when.date is None:
        return False
    if when.date.day is None:
        return resembles(plan, real, needed=2)
    return resembles(plan, real, needed=0 if _in_common(plan, real) else 1)


def _waiting(when: When | None, newest: date | None) -> Outcome:
    """Return the outcome of a plan of which nothing more is told: pending until its last day has passed."""
    last = when.date.last if when is not None and when.date is not None and when.basis != "bounded" else None
    if last is not None and newest is not None and last < newest:
        return Outcome(state="no-report", to=None, up_to=newest.isoformat(), support=())
    return Outcome(state="pending", to=None, up_to=None, support=())
