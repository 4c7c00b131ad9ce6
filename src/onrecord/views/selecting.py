"""A record and what is asked for in, the things of one kind that match out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.model.record import Difference, Entity, Event, Figure, Record, ReportLine, Statement
from onrecord.model.when import When
from onrecord.views.sheet import is_unsure


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days that are asked for, both ends counting; None is open."""

    since: date | None = None
    until: date | None = None

    def hold(self, when: When | None) -> bool:
        """Whether a day may be one of these; one of which a limit isn't known is never taken for one."""
        if self.since is None and self.until is None:
            return True
        known = when.date if when is not None else None
        if known is None or known.yearly is not None or known.first is None or known.last is None:
            return False
        return (self.until is None or known.first <= self.until) and (
            self.since is None or known.last >= self.since
        )


def called(record: Record, asked: str) -> frozenset[str]:
    """Return the ids of those whom an id, or words of a name, mean in a record."""
    words = set(asked.casefold().split())
    return frozenset(
        entity.id
        for entity in record.entities
        if asked in (entity.id, *entity.formerly)
        or any(words and words <= set(form.casefold().split()) for form in (entity.name, *entity.aliases))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAsked:
    """Which statements: by whom, on which days; None is any."""

    person: str | None = None
    days: Days = Days()
    unsure: bool = False


def statements(record: Record, asked: SaidAsked) -> Iterable[Statement]:
    """Yield the statements that are asked for."""
    who = called(record, asked.person) if asked.person is not None else frozenset()
    for statement in record.statements:
        by_them = asked.person is None or not who.isdisjoint(statement.speakers)
        if by_them and asked.days.hold(statement.said) and (asked.unsure or not is_unsure(statement)):
            yield statement


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsAsked:
    """Which events: of which modality, who takes part, on which days; None is any."""

    modality: str | None = None
    person: str | None = None
    background: bool | None = None
    days: Days = Days()
    unsure: bool = False


def events(record: Record, asked: EventsAsked) -> Iterable[Event]:
    """Yield the events that are asked for."""
    who = called(record, asked.person) if asked.person is not None else frozenset()
    for event in record.events:
        if (
            (asked.modality is None or event.modality == asked.modality)
            and (asked.background is None or event.background == asked.background)
            and (asked.person is None or any(party.entity in who for party in event.participants))
            and asked.days.hold(event.when)
            and (asked.unsure or not is_unsure(event))
        ):
            yield event


def figures(record: Record, counts: str | None) -> Iterable[Figure]:
    """Yield the figures whose count has all these words."""
    words = set((counts or "").casefold().split())
    return (f for f in record.figures if words <= set(f"{f.counts} {f.unit}".casefold().split()))


def entities(record: Record, *, name: str | None, kind: str | None) -> Iterable[Entity]:
    """Yield the entities of a kind and name."""
    who = called(record, name) if name is not None else frozenset()
    return (e for e in record.entities if kind in (None, e.kind) and (name is None or e.id in who))


def differences(record: Record, *, kind: str | None, verdict: str | None) -> Iterable[Difference]:
    """Yield where reports part."""
    return (d for d in record.differences if kind in (None, d.kind) and verdict in (None, d.verdict))


def reports(record: Record, *, outlet: str | None, days: Days) -> Iterable[ReportLine]:
    """Yield the reports of an outlet and of some days."""
    for line in record.reports:
        same = outlet is None or (line.report.outlet or "").casefold() == outlet.casefold()
        if same and days.hold(line.report.published):
            yield line
