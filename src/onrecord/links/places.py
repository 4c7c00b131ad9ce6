"""A report's place mentions and dateline in, the towns and states that it is about out.

A town is compared by name, with its state or country where that is known, so that namesakes are kept apart.
Names that the annotators hold for bodies ("Mapleton" of "Mapleton police") count where the place table knows
a town of that name.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.links.names import plain
from onrecord.model.annotation import Found
from onrecord.model.report import Report

if TYPE_CHECKING:
    from onrecord.annotations.mentions.places import Gazetteer, Place

KINDS = frozenset({"place", "organization"})


@lru_cache(maxsize=1)
def _table() -> "Gazetteer":
    # Annotators load the language model's library: not to be waited for by whoever reads a record back.
    from onrecord.annotations.mentions.places import gazetteer

    return gazetteer()


@lru_cache(maxsize=1)
def _by_id() -> "dict[int, Place]":
    return {place.geonames: place for places in _table().by_name.values() for place in places}


def towns_of(report: Report, found: Found) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return towns in order of prominence (dateline first, then by place), and codes of the states named."""
    table = _table()
    dateline = [_key(part) for part in (report.dateline or "").split(",")]
    names = [_key(m.name) for m in found.mentions if m.form == "name" and m.kind in KINDS]
    places = [
        _by_id()[m.geonames] for m in found.mentions if m.geonames is not None and m.geonames in _by_id()
    ]
    states = {table.states[name] for name in (*dateline[1:], *names) if name in table.states}
    states |= {f"US-{place.admin}" for place in places if place.sort == "town" and place.country == "US"}
    towns = list(dict.fromkeys(_towns(dateline[:1], table)))
    towns += [town for town in _in_order(names, table) if town not in towns]
    return tuple(towns), frozenset(states)


def _in_order(names: Sequence[str], table: "Gazetteer") -> list[str]:
    """Return towns by how often and early they are named: the place of the first naming over its count."""
    found = list(_towns(names, table))
    score = {town: (found.index(town) + 1) / found.count(town) for town in found}
    return sorted(score, key=lambda town: (score[town], town))


def _towns(names: Sequence[str], table: "Gazetteer") -> Iterator[str]:
    for name in names:
        if name not in table.states and name not in table.nations and table.population(name) > 0:
            yield plain(name)


def _key(name: str) -> str:
    return name.strip().lower().replace(".", "").replace("’", "'")
