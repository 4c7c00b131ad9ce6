"""A record and somebody's id in, all that they said and were part of, by day, out."""

from dataclasses import dataclass
from datetime import date

from onrecord.errors import NotOnRecordError
from onrecord.model.record import Entity, Event, Record, Statement
from onrecord.views.days import Day, place_in_time
from onrecord.views.harmless import one_line
from onrecord.views.lines import Line, event_line, folded
from onrecord.views.lookup import Lookup, within
from onrecord.views.ruled import rulings_of
from onrecord.views.sheet import is_unsure
from onrecord.views.wordings import Said, differing_places, said


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRole:
    """A role that a report gives somebody."""

    words: str
    number: int
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Somebody, and what the record has of them.

    Attributes:
        said: their statements; passed_on: those of others that they passed on.
        told: events that they take part in, in the reports' words.
        left_out: how many lines are left out because the machine is unsure of them.
    """

    id: str
    name: str
    kind: str
    roles: tuple[GivenRole, ...]
    aliases: tuple[str, ...]
    perhaps: tuple[tuple[str, str], ...]
    first: Day | None
    said: tuple[Said, ...]
    passed_on: tuple[Said, ...]
    told: tuple[Line, ...]
    rulings: tuple[str, ...]
    left_out: int


def person_page(record: Record, asked: str, *, unsure: bool = False) -> PersonPage:
    """Return somebody's page.

    Args:
        record: The record of the storyline that they are in.
        asked: Their id, or one that it had before.
        unsure: Whether lines of which the machine is unsure are shown, marked.

    Raises:
        NotOnRecordError: Nobody on it has this id.
    """
    lookup = Lookup(record)
    entity = next((e for e in record.entities if asked == e.id or asked in e.formerly), None)
    if entity is None:
        raise NotOnRecordError(subject=asked)
    mine = [s for s in record.statements if entity.id in (*s.speakers, *s.via)]
    part = [e for e in record.events if any(p.entity == entity.id for p in e.participants)]
    sure = [s for s in mine if unsure or not is_unsure(s)]
    shown = [e for e in part if unsure or not is_unsure(e)]
    differing = differing_places(record)
    sure.sort(key=lambda s: _key(s, lookup))
    shown.sort(key=lambda e: _key(e, lookup))
    lines = [(s, said(s, lookup, differing.get(s.id, {}))) for s in sure]
    return PersonPage(
        id=entity.id,
        name=lookup.name(entity.id),
        kind=entity.kind,
        roles=_roles(entity, lookup),
        aliases=_aliases(entity),
        perhaps=tuple((i, lookup.name(i)) for i in entity.perhaps if i in lookup.entities),
        first=lines[0][1].day if lines else None,
        said=tuple(line for s, line in lines if entity.id in s.speakers),
        passed_on=tuple(line for s, line in lines if entity.id not in s.speakers),
        told=folded(event_line(e, lookup) for e in shown),
        rulings=rulings_of(entity.judgements, lookup),
        left_out=len(mine) - len(sure) + len(part) - len(shown),
    )


def _aliases(entity: Entity) -> tuple[str, ...]:
    """Return what else they are called, each once whatever its first letter."""
    words = {
        within(one_line(alias)).casefold(): within(one_line(alias)) for alias in reversed(entity.aliases)
    }
    return tuple(reversed(words.values()))


def _roles(entity: Entity, lookup: Lookup) -> tuple[GivenRole, ...]:
    found: dict[str, GivenRole] = {}
    for role in entity.roles:
        words = within(one_line(role.role))
        number = lookup.numbers.get(role.span.report, 0)
        found.setdefault(words, GivenRole(words=words, number=number, report=role.span.report))
    return tuple(found.values())


def _key(line: Statement | Event, lookup: Lookup) -> tuple[date, int, date, str]:
    if isinstance(line, Statement):
        told = lookup.told([variant.report for variant in line.variants])
        return (*place_in_time(line.said, told), told or date.max, line.id)
    told = lookup.told([support.span.report for support in line.support])
    return (*place_in_time(line.when, told), told or date.max, line.id)
