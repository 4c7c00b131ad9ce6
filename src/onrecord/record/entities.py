"""Settled chains in, the record's entities out: those that are named, or that some line refers to."""

from collections.abc import Iterable

from onrecord.links.entities import EntityGroup
from onrecord.model.annotation import Mention
from onrecord.model.record import Entity, Place, Role
from onrecord.record.settled import Settled

SURE = 0.5  # confidence below which a name that no line refers to makes no entity


def compose_entities(settled: Settled, referred: frozenset[str]) -> tuple[Entity, ...]:
    """Return the entities of a storyline in founding order; `referred` are the ids that lines refer to."""
    kept = [group for group in settled.entities.groups if group.id in referred or _stands_alone(group)]
    shown = frozenset(group.id for group in kept)
    return tuple(_entity(group, shown, settled) for group in kept)


def _stands_alone(group: EntityGroup) -> bool:
    """Whether a name is sure enough to be listed though no line refers to it."""
    return any(m.form == "name" and m.confidence >= SURE for m in group.mentions)


def _entity(group: EntityGroup, shown: frozenset[str], settled: Settled) -> Entity:
    return Entity(
        id=group.id,
        formerly=(),
        name=group.name,
        kind=group.kind,
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
    seen: set[str] = set()
    for mention in group.mentions:
        if mention.role is not None:
            passage = settled.material.by_id[mention.report].passage(mention.role)
            if passage.text.casefold() not in seen:
                seen.add(passage.text.casefold())
                yield Role(role=passage.text, when=None, span=passage)


def _place(mentions: Iterable[Mention]) -> Place | None:
    for mention in mentions:
        if mention.geonames is not None:
            return Place(geonames=mention.geonames, latitude=mention.latitude, longitude=mention.longitude)
    return None
