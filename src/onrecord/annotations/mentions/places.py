"""The place table in, what is known of a name as a place out; and which place a name means.

The table (GeoNames, CC BY 4.0, built by `scripts/build_places.py`) is read when the first name is looked up.
"""

import gzip
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.english import english_list

# Chosen, not fitted: a town that dwarfs its namesakes is meant when nothing else is told.
DOMINANT = 8
LARGE = 300_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A row of the table: GeoNames id, sort (country, state, town), codes, degrees, inhabitants."""

    geonames: int
    sort: str
    country: str
    admin: str
    latitude: float | None
    longitude: float | None
    population: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Places by lower-case name; `nations`, `states` and `demonyms` give the code of the country or state."""

    by_name: dict[str, tuple[Place, ...]]
    nations: dict[str, str]
    states: dict[str, str]
    demonyms: dict[str, str]
    peoples: dict[str, str]

    def population(self, key: str) -> int:
        """Return the inhabitants of the largest town of that name; 0 if none is in the table."""
        return max(
            (place.population for place in self.by_name.get(key, ()) if place.sort == "town"), default=0
        )

    def resolve(self, key: str, near: Collection[str]) -> tuple[Place, str] | None:
        """Return the place that a name means, with the rule; None where it might be another.

        `near` holds codes of the countries ("FR") and states ("US-TX") that the report names.
        """
        if key in self.nations:
            code = self.nations[key]
            nation = next((p for p in self.by_name.get(code.lower() + "\x1f", ())), None)
            return None if nation is None else (nation, "a country's name")
        if key in self.states and self.population(key) < LARGE:
            return self.by_name[self.states[key].lower() + "\x1f"][0], "a state's name"
        towns = sorted((p for p in self.by_name.get(key, ()) if p.sort == "town"), key=_by_size)
        told = [p for p in towns if p.country in near and (p.country != "US" or f"US-{p.admin}" in near)]
        if len(told) == 1:
            return told[0], "the one town of that name in a country or state that the report names"
        if len(towns) == 1 and (towns[0].population >= LARGE or towns[0].country in near):
            return towns[0], "the only town of that name"
        if (
            towns
            and towns[0].population >= LARGE
            and (len(towns) == 1 or towns[0].population >= DOMINANT * towns[1].population)
        ):
            return towns[0], "by far the largest town of that name"
        return None


def _by_size(place: Place) -> tuple[int, int]:
    return -place.population, place.geonames


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the table of the package."""
    by_name: dict[str, list[Place]] = defaultdict(list)
    states: dict[str, str] = {}
    raw = (files("onrecord") / "data" / "places.tsv.gz").read_bytes()
    for line in gzip.decompress(raw).decode("utf-8").splitlines()[1:]:
        place, names = _row(line)
        for name in names:
            by_name[_key(name)].append(place)
        if place.sort == "country":
            by_name[place.country.lower() + "\x1f"].append(place)
        elif place.sort == "state":
            by_name[f"us-{place.admin.lower()}\x1f"].append(place)
            states[_key(names[0])] = f"US-{place.admin}"
    for code, short in _abbreviations():
        if f"us-{code.lower()}\x1f" in by_name:
            states[short] = f"US-{code}"
    for alias, name, country in _aliases():
        known = [place for place in by_name[name] if place.country == country and place.sort == "town"]
        by_name[alias] += sorted(known, key=_by_size)[:1]
    nations, demonyms, peoples = _nations()
    return Gazetteer(
        by_name={name: tuple(places) for name, places in by_name.items()},
        nations=nations,
        states={name: code for name, code in states.items() if name not in nations},
        demonyms=demonyms,
        peoples=peoples,
    )


def _row(line: str) -> tuple[Place, list[str]]:
    number, name, plain, sort, country, admin, latitude, longitude, population = line.split("\t")
    place = Place(
        geonames=int(number), sort=sort, country=country, admin=admin,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        population=int(population),
    )  # fmt: skip
    return place, [name, plain] if plain else [name]


def _key(name: str) -> str:
    return name.lower().replace(".", "").replace("’", "'")


def _abbreviations() -> list[tuple[str, str]]:
    text = english_list("names_states.txt")
    rows = [line.split(": ") for line in text.splitlines() if ": " in line and not line.startswith("#")]
    return [(row[0], _key(row[1])) for row in rows]


def _aliases() -> list[tuple[str, str, str]]:
    text = english_list("names_towns.txt")
    rows = [line.split(" | ") for line in text.splitlines() if " | " in line and not line.startswith("#")]
    return [(row[0], row[1], row[2]) for row in rows]


def _nations() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    nations: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    peoples: dict[str, str] = {}
    text = english_list("names_nations.txt")
    for line in text.splitlines():
        code, colon, rest = line.partition(": ")
        if not colon or line.startswith("#"):
            continue
        names, adjectives, people = (*rest.split("|"), "", "")[:3]
        nations.update(dict.fromkeys(_parts(names), code))
        demonyms.update(dict.fromkeys(_parts(adjectives), code))
        peoples.update(dict.fromkeys(_parts(people) or [f"{word}s" for word in _parts(adjectives)], code))
    return nations, demonyms, peoples


def _parts(text: str) -> list[str]:
    return [_key(part.strip()) for part in text.split(";") if part.strip()]
