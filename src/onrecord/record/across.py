"""Records of several storylines in, the same with one entity for each full name out.

Inside a storyline short names, roles and clashes have been settled; here a name counts only if it tells by
itself whom it names (DESIGN 3.13g). The id is that of the earliest mention; the other ids are `formerly`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from onrecord.links.groups import settle
from onrecord.links.material import published_key
from onrecord.links.names import full_key, is_full, plain, surname
from onrecord.links.telling import body_key, is_telling, is_telling_place
from onrecord.model.record import Difference, Entity, Event, Figure, Record, Role, Statement, Support
from onrecord.model.span import Passage

Key = tuple[str, str]
Order = Mapping[str, tuple[date, str]]
Ids = Mapping[str, str]


def one_by_name(parts: Sequence[Record]) -> tuple[Record, ...]:
    """Return the records, each entity standing in one of them alone and under one id in all."""
    if len(parts) < 2:
        return tuple(parts)
    order = {line.report.id: published_key(line.report) for part in parts for line in part.reports}
    groups = [group for group in _groups(parts, order) if len(group) > 1]
    if not groups:
        return tuple(parts)
    ids = {entity.id: group[0].id for group in groups for entity in group}
    merged = {group[0].id: _merged(group, order) for group in groups}
    return tuple(_renamed(part, ids, merged) for part in parts)


def _groups(parts: Sequence[Record], order: Order) -> list[list[Entity]]:
    entities = {entity.id: entity for part in parts for entity in part.entities}
    part_of = {entity.id: number for number, part in enumerate(parts) for entity in part.entities}
    founded = sorted(entities, key=lambda i: (_place(entities[i].mentions[0], order), i))
    by_key: dict[Key, list[str]] = defaultdict(list)
    for entity_id in founded:
        for key in sorted(_keys(entities[entity_id])):
            by_key[key].append(entity_id)
    links = []
    for sharing in by_key.values():
        if len({part_of[i] for i in sharing}) == len(sharing):  # else a storyline knows two of that name
            links += [(1.0, sharing[0], other) for other in sharing[1:]]

    def may_meet(left: Sequence[str], right: Sequence[str]) -> bool:
        """Two of one storyline were told apart there, and one judgement on both says that they differ."""
        apart = {part_of[i] for i in left}.isdisjoint(part_of[i] for i in right)
        judged = {judgement for i in left for judgement in entities[i].judgements}
        return apart and judged.isdisjoint(judgement for i in right for judgement in entities[i].judgements)

    rank = {entity_id: place for place, entity_id in enumerate(founded)}
    settled = settle(founded, links, rank=rank, may_meet=may_meet)
    return [[entities[entity_id] for entity_id in group] for group in settled]


def _keys(entity: Entity) -> set[Key]:
    """Return what an entity goes by in any story; nothing for one that is only told of."""
    match entity.kind:
        case "person":
            names = [entity.name, *(alias for alias in entity.aliases if _is_like(alias, entity.name))]
            return {("person", full_key(name)) for name in names if is_full(name)}
        case "place":
            if entity.place is not None and entity.place.geonames is not None:
                return {("geonames", str(entity.place.geonames))}
            return {("place", plain(entity.name))} if is_telling_place(entity.name) else set()
        case "organization" | "group":
            return {(entity.kind, body_key(entity.name))} if is_telling(entity.name) else set()
        case _:
            return set()


def _is_like(alias: str, name: str) -> bool:
    """Whether another form of a person's name is a full name too, and no role."""
    return surname(alias) == surname(name) and alias[:1].isupper() and alias.split()[-1][:1].isupper()


def _place(passage: Passage, order: Order) -> tuple[date, str, int]:
    return (*order.get(passage.report, (date.max, passage.report)), passage.start)


def _merged(group: Sequence[Entity], order: Order) -> Entity:
    """Return one entity for several, earliest first."""
    mentions = sorted((m for entity in group for m in entity.mentions), key=lambda m: _place(m, order))
    name = min(group, key=lambda entity: (-len(entity.name.split()), -len(entity.mentions), entity.name)).name
    forms = dict.fromkeys(form for entity in group for form in (entity.name, *entity.aliases))
    return replace(
        group[0],
        formerly=tuple(sorted({i for e in group for i in (e.id, *e.formerly)} - {group[0].id})),
        name=name,
        aliases=tuple(form for form in forms if form != name),
        roles=tuple(_roles(group, order)),
        mentions=tuple(mentions),
        perhaps=tuple(sorted({i for entity in group for i in entity.perhaps})),
        place=next((entity.place for entity in group if entity.place is not None), None),
        judgements=tuple(sorted({judgement for entity in group for judgement in entity.judgements})),
    )


def _roles(group: Sequence[Entity], order: Order) -> Iterable[Role]:
    seen: set[str] = set()
    for role in sorted((r for e in group for r in e.roles), key=lambda role: _place(role.span, order)):
        if role.role.casefold() not in seen:
            seen.add(role.role.casefold())
            yield role


def _renamed(part: Record, ids: Ids, merged: Mapping[str, Entity]) -> Record:
    """Return a record with the merged entities in it that it founds, and no line by an id that is no more."""
    kept = [
        merged.get(entity.id, entity) for entity in part.entities if ids.get(entity.id) in (None, entity.id)
    ]
    return replace(
        part,
        entities=tuple(
            replace(e, perhaps=tuple(i for i in _now(e.perhaps, ids) if i != e.id)) if e.perhaps else e
            for e in kept
        ),
        statements=tuple(_statement(statement, ids) for statement in part.statements),
        events=tuple(_event(event, ids) for event in part.events),
        figures=tuple(_figure(figure, ids) for figure in part.figures),
        differences=tuple(_difference(difference, ids) for difference in part.differences),
    )


def _now(old: tuple[str, ...], ids: Ids) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids.get(i, i) for i in old))


def _statement(statement: Statement, ids: Ids) -> Statement:
    return replace(statement, speakers=_now(statement.speakers, ids), via=_now(statement.via, ids))


def _event(event: Event, ids: Ids) -> Event:
    outcome = event.outcome
    return replace(
        event,
        place=None if event.place is None else ids.get(event.place, event.place),
        participants=tuple(
            replace(party, entity=ids.get(party.entity, party.entity)) for party in event.participants
        ),
        givers=_now(event.givers, ids),
        support=_supports(event.support, ids),
        outcome=None if outcome is None else replace(outcome, support=_supports(outcome.support, ids)),
    )


def _figure(figure: Figure, ids: Ids) -> Figure:
    readings = (
        replace(reading, support=_supports((reading.support,), ids)[0]) for reading in figure.readings
    )
    return replace(figure, readings=tuple(readings))


def _difference(difference: Difference, ids: Ids) -> Difference:
    sides = (
        replace(side, items=_now(side.items, ids), support=_supports(side.support, ids))
        for side in difference.sides
    )
    return replace(difference, sides=tuple(sides))


def _supports(supports: tuple[Support, ...], ids: Ids) -> tuple[Support, ...]:
    return tuple(
        replace(support, given_by=_now(support.given_by, ids), via=_now(support.via, ids))
        if support.given_by or support.via
        else support
        for support in supports
    )
