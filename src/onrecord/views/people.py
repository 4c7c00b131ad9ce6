"""Entities in, who is who out: those that lines speak of, the most present first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.record import Entity, Record
from onrecord.views.harmless import one_line
from onrecord.views.lines import refs_of
from onrecord.views.lookup import Lookup, counted, listed, within
from onrecord.views.ruled import rulings_of

NAMED = 3
"""Names of others that an entity may be which are told; an unnamed official may be any of twenty."""

PRESENT = ("person", "organization", "group", "unnamed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """One entity: its name, what it is called otherwise, and how often lines speak of it."""

    id: str
    name: str
    kind: str
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    part: str
    perhaps: str
    refs: tuple[int, ...]


def who_is_who(record: Record, lookup: Lookup) -> tuple[Who, ...]:
    """Return the persons, organisations and groups that lines speak of; unnamed ones last."""
    said = Counter(speaker for s in record.statements for speaker in (*s.speakers, *s.via))
    told = Counter(p.entity for event in record.events for p in event.participants)
    cited = Counter(giver for giver in _givers(record))
    shown = [
        entity
        for entity in record.entities
        if entity.kind in PRESENT and said[entity.id] + told[entity.id] + cited[entity.id]
    ]
    weight = {e.id: 2 * said[e.id] + told[e.id] + cited[e.id] for e in shown}
    shown.sort(key=lambda e: (e.kind == "unnamed", -weight[e.id], e.name, e.id))
    return tuple(_who(e, said[e.id], told[e.id], cited[e.id], lookup) for e in shown)


def _givers(record: Record) -> Iterable[str]:
    for event in record.events:
        yield from event.givers
    for figure in record.figures:
        for reading in figure.readings:
            yield from reading.support.given_by


def _perhaps(entity: Entity, lookup: Lookup) -> str:
    """Return who an entity may be: each name once, with how many go by it, and few of them."""
    names: dict[str, list[str]] = {}
    for other in entity.perhaps:
        if other in lookup.entities:
            names.setdefault(lookup.name(other).casefold(), []).append(lookup.name(other))
    called = [each[0] if len(each) == 1 else f"{len(each)} more called {each[0]}" for each in names.values()]
    if len(called) > NAMED + 1:
        rest = sum(map(len, list(names.values())[NAMED:]))
        called = [*called[:NAMED], f"{rest} others"]
    return listed(called)


def _who(entity: Entity, said: int, told: int, cited: int, lookup: Lookup) -> Who:
    parts = [(said, "statement"), (told, "event"), (cited, "claim cited", "claims cited")]
    present = [counted(*each) for each in parts if each[0]]  # type: ignore[arg-type]
    return Who(
        id=entity.id,
        name=lookup.name(entity.id),
        kind=entity.kind,
        roles=tuple(dict.fromkeys(within(one_line(role.role)) for role in entity.roles)),
        aliases=tuple(one_line(alias) for alias in entity.aliases),
        part=", ".join((*present, *rulings_of(entity.judgements, lookup))),
        perhaps=_perhaps(entity, lookup),
        refs=refs_of((mention.report for mention in entity.mentions), lookup),
    )
