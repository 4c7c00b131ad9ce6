"""The kinds of thing that a record holds: what one is called, where they stand, and how one is answered."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from onrecord.model.record import (
    Difference,
    Entity,
    Event,
    Figure,
    Record,
    ReportLine,
    Statement,
)
from onrecord.views.as_json import part_as_dict
from onrecord.views.cited import Citable, Dated, cited, readings


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """One kind of thing: what one is called, its type, and where a record holds them."""

    one: str
    type: type
    held: Callable[[Record], Iterable[Any]]


KINDS: Final[Mapping[str, Sort]] = {
    "reports": Sort(one="report", type=ReportLine, held=lambda record: record.reports),
    "events": Sort(one="event", type=Event, held=lambda record: record.events),
    "statements": Sort(one="statement", type=Statement, held=lambda record: record.statements),
    "figures": Sort(one="figure", type=Figure, held=lambda record: record.figures),
    "entities": Sort(one="entity", type=Entity, held=lambda record: record.entities),
    "differences": Sort(one="difference", type=Difference, held=lambda record: record.differences),
}


def name_of(thing: Citable) -> str:
    """Return the id of a thing."""
    return thing.report.id if isinstance(thing, ReportLine) else thing.id


def item(thing: Citable, lookup: Dated, *, texts: bool = False) -> dict[str, Any]:
    """Return a thing as it is answered: in words with its citations, and as the record has it.

    Args:
        thing: The thing.
        lookup: What the ids of its record stand for.
        texts: Whether a report's whole text goes along.
    """
    one = next(sort.one for sort in KINDS.values() if isinstance(thing, sort.type))
    found: dict[str, Any] = {"line": cited(thing, lookup)}
    if isinstance(thing, Figure):
        found["history"] = readings(thing, lookup)
    return found | {one: part_as_dict(thing, texts="full" if texts else "none")}
