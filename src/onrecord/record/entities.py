"""Settled chains in, the record's entities out: who and what is named, and whoever speaks without a name.

What is only told of ("60 people", "a company") stays a mention. Who has no name is listed as unnamed, and
only where a statement or a claim rests on his word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.links.entities import EntityGroup
from onrecord.links.names import plain
from onrecord.links.telling import body_words
from onrecord.model.annotation import EntityKind, Mention
from onrecord.model.record import Entity, Event, Place, Record, Role, Support
from onrecord.record.settled import Settled

SURE = 0.5  # confidence below which a name that no line refers to makes no entity


def compose_entities(settled: Settled, lines: Record) -> tuple[Entity, ...]:
    """Return the entities of a storyline in founding order; `lines` are the lines that may refer to them."""
    heard, referred = heard_in(lines), referred_in(lines)
    kinds = {group.id: _kind(group) for group in settled.entities.groups}
    kept = [
        group
        for group in settled.entities.groups
        if group.id in (heard if kinds[group.id] == "unnamed" else referred) or _stands_alone(group)
    ]
    shown = frozenset(group.id for group in kept)
    return tuple(_entity(group, kinds[group.id], shown, settled) for group in kept)


def heard_in(lines: Record) -> frozenset[str]:
    """Return the ids of those whom lines have from: speakers, relays, givers."""
    ids: set[str] = set()
    for statement in lines.statements:
        ids.update(statement.speakers, statement.via)
    for event in lines.events:
        ids.update(event.givers, _givers(event.support))
    for figure in lines.figures:
        ids.update(_givers(reading.support for reading in figure.readings))
    return frozenset(ids)


def referred_in(lines: Record) -> frozenset[str]:
    """Return the ids of the entities that lines refer to: those heard, and who and where events are of."""
    ids = set(heard_in(lines))
    for event in lines.events:
        ids.update(party.entity for party in event.participants)
        ids.update([event.place] if event.place is not None else [])
    return frozenset(ids)


def with_listed(events: Iterable[Event], entities: Iterable[Entity]) -> tuple[Event, ...]:
    """Return the events without participants and places that are no entities of the record."""
    listed = frozenset(entity.id for entity in entities)
    return tuple(
        event
        if listed.issuperset(_named_by(event))
        else replace(
            event,
            participants=tuple(party for party in event.participants if party.entity in listed),
            place=event.place if event.place in listed else None,
        )
        for event in events
    )


def _named_by(event: Event) -> Iterable[str]:
    """Yield the participants and the place of an event."""
    yield from (party.entity for party in event.participants)
    if event.place is not None:
        yield event.place


def _givers(supports: Iterable[Support]) -> Iterable[str]:
    return (i for support in supports for i in (*support.given_by, *support.via))


def _kind(group: EntityGroup) -> EntityKind:
    """Return what an entity is listed as: unnamed unless its words tell which body or people it is."""
    if any(chain.named for chain in group.chains):
        return group.kind
    if group.kind == "organization":
        return _kind_of_body([m for m in group.mentions if m.form == "role"], group)
    return "unnamed"


def _kind_of_body(roles: Sequence[Mention], group: EntityGroup) -> EntityKind:
    words = body_words()
    told = {word for chain in group.chains for word in (chain.words, chain.words.rsplit(" ", 1)[-1])}
    if roles and told & words.crews:
        return "group"
    owned = {f"{owner} " for owner in words.owners}
    known = any(
        chain.words in words.standing or (" " in chain.words and not chain.words.startswith(tuple(owned)))
        for chain in group.chains
    )
    return "organization" if roles and known else "unnamed"


def _stands_alone(group: EntityGroup) -> bool:
    """Whether a name is sure enough to be listed though no line refers to it.

    One word that nothing but the recogniser takes for a person's or a body's is not: it may be a product, a
    drug, a title, the beginning of something longer. An acronym and what has a role or an age are.
    """
    named = [m for m in group.mentions if m.form == "name" and m.confidence >= SURE]
    if group.kind not in ("person", "organization"):
        return bool(named)
    several = any(" " in m.name or m.role is not None or m.age is not None for m in named)
    if several or group.kind == "person":
        return several
    return any((m.name.isupper() and len(m.name) > 1) or plain(m.name) in body_words().known for m in named)


def _entity(group: EntityGroup, kind: EntityKind, shown: frozenset[str], settled: Settled) -> Entity:
    return Entity(
        id=group.id,
        formerly=(),
        name=group.name,
        kind=kind,
        aliases=tuple(_aliases(group)),
        roles=tuple(_roles(group, settled)),
        mentions=tuple(settled.material.by_id[m.report].passage(m.span) for m in group.mentions),
        perhaps=tuple(other for other in group.perhaps if other in shown),
        place=_place(group.mentions),
        judgements=settled.ruled_on(m.id for m in group.mentions),
    )


def _aliases(group: EntityGroup) -> list[str]:
    """Return the other printed forms, names and roles, each once, in founding order."""
    printed = (m.name for m in group.mentions if m.form != "pronoun")
    return [name for name in dict.fromkeys(printed) if name != group.name]


def _roles(group: EntityGroup, settled: Settled) -> Iterable[Role]:
    """Yield each role once, with the day of the first report that gives it."""
    seen: set[str] = set()
    for mention in group.mentions:
        if mention.role is not None:
            report = settled.material.by_id[mention.report]
            passage = report.passage(mention.role)
            if passage.text.casefold() not in seen:
                seen.add(passage.text.casefold())
                yield Role(role=passage.text, when=report.published, span=passage)


def _place(mentions: Iterable[Mention]) -> Place | None:
    for mention in mentions:
        if mention.geonames is not None:
            return Place(geonames=mention.geonames, latitude=mention.latitude, longitude=mention.longitude)
    return None
