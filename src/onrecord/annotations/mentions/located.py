"""Place names of a report in, their rows of the place table out, where only one can be meant.

A town is sought in the countries and states that the report names (its dateline counts); the full rule is
`Gazetteer.resolve`. A name that follows another with a comma ("Springfield, Illinois") takes the state or
country from it. What stays ambiguous has no row.
"""

from collections.abc import Iterable, Sequence

from onrecord.annotations.mentions.items import Item
from onrecord.annotations.mentions.lexicon import Lexicon
from onrecord.annotations.mentions.places import LARGE, Gazetteer, Place
from onrecord.model.report import Report


def located(report: Report, items: Sequence[Item], words: Lexicon, table: Gazetteer) -> dict[int, Place]:
    """Return the place of each place name that can be told, by its number; regions have none."""
    names = {
        n: item
        for n, item in enumerate(items)
        if item.form == "name" and item.kind == "place" and item.key not in words.known
    }
    near = _codes((item.key for item in names.values()), table)
    near |= _codes(
        (part.strip().lower().replace(".", "") for part in (report.dateline or "").split(",")), table
    )
    after = {item.first: item for item in names.values()}
    by_key: dict[tuple[str, frozenset[str]], Place | None] = {}
    found: dict[int, Place] = {}
    for n, item in names.items():
        beside = after.get(item.last + 1)
        told = frozenset(_codes([beside.key], table)) if beside is not None else frozenset()
        place = _resolved(item.key, told or frozenset(near), by_key, table)
        if place is not None:
            found[n] = place
    return _one_a_name(found, names)


def _codes(keys: Iterable[str], table: Gazetteer) -> set[str]:
    codes: set[str] = set()
    for key in keys:
        if key in table.states and table.population(key) < LARGE:  # "Washington" may be the town
            codes |= {table.states[key], "US"}
        elif key in table.nations:
            codes.add(table.nations[key])
    return codes


def _resolved(
    key: str,
    near: frozenset[str],
    by_key: dict[tuple[str, frozenset[str]], Place | None],
    table: Gazetteer,
) -> Place | None:
    if (key, near) not in by_key:
        found = table.resolve(key, near)
        by_key[(key, near)] = None if found is None else found[0]
    return by_key[(key, near)]


def _one_a_name(found: dict[int, Place], names: dict[int, Item]) -> dict[int, Place]:
    """Let a place told once with its state or country hold for the name in the whole report."""
    told: dict[str, set[Place]] = {}
    for n, place in found.items():
        told.setdefault(names[n].key, set()).add(place)
    return {n: next(iter(told[item.key])) for n, item in names.items() if len(told.get(item.key, ())) == 1}
