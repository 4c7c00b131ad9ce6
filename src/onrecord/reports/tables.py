"""The package's tables of furniture, agencies and outlets in, compiled patterns and names out."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from onrecord.english import english_table

# A line longer than this is no furniture whatever it opens with.
LONGEST = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The patterns that tell furniture from news; each is matched against a whole line."""

    related: re.Pattern[str]
    related_later: re.Pattern[str]
    heading: re.Pattern[str]
    boilerplate: re.Pattern[str]
    section: re.Pattern[str]
    headline_label: re.Pattern[str]
    outlet_label: re.Pattern[str]
    copyright: re.Pattern[str]
    correction: re.Pattern[str]
    note: re.Pattern[str]
    corrects: re.Pattern[str]
    credit: re.Pattern[str]
    photo_label: re.Pattern[str]
    photo_end: re.Pattern[str]
    pictured: re.Pattern[str]
    field: re.Pattern[str]
    field_in_capitals: re.Pattern[str]
    byline: re.Pattern[str]
    date_label: re.Pattern[str]
    update_label: re.Pattern[str]
    office: frozenset[str]
    stops: frozenset[str]
    particles: frozenset[str]
    masthead: frozenset[str]
    not_places: frozenset[str]


def _table(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("onrecord.data").joinpath(name).read_text(encoding="utf-8"))


def _any(entries: Iterable[str]) -> str:
    return "(?:" + "|".join(entry.replace(" ", r"\s") for entry in entries) + ")"


@lru_cache(maxsize=1)
def furniture() -> Furniture:
    """Return the patterns of English furniture."""
    table = english_table("blocks")

    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(text, re.IGNORECASE)

    related, boiler, right = table["related"], table["boilerplate"], table["correction"]
    credit, photo, field = table["credit"], table["photo"], table["fields"]
    ended = r"\s*[.:»›>]*\s*$"
    return Furniture(
        related=pattern(rf"{_any(related['labels'])}\s*[:|»›]\s*\S|{_any(related['openings'])}"),
        related_later=pattern(rf"{_any(related['later'])}\s*[:|»›]\s*\S"),
        heading=pattern(rf"{_any(related['labels'])}{ended}"),
        boilerplate=pattern(
            rf"{_any(boiler['labels'])}{ended}|{_any(boiler['openings'])}|{_any(boiler['whole'])}\s*\.?\s*$"
        ),
        section=pattern(rf"{_any(boiler['sections'])}$"),
        headline_label=pattern(rf"{_any(table['headline']['labels'])}\s?:\s+"),
        outlet_label=pattern(rf"{_any(table['headline']['outlets'])}\s?:\s+"),
        copyright=pattern(_any(table["copyright"]["openings"])),
        correction=pattern(rf"[*\[(]*(?:{_any(right['labels'])}\s*[:|—–-]|{_any(right['openings'])})"),
        note=pattern(rf"[*\[(]*{_any(right['notes'])}\s*[:|—–-]"),
        corrects=pattern(rf"\b{_any(right['words'])}\b"),
        credit=pattern(
            rf"[*\[(]*(?:{_any(credit['openings'])}|.{{2,300}}?\b{_any(credit['endings'])}\W*$"
            rf"|[^.;:\d]{{2,60}}?\b{_any(credit['short_endings'])}\W*$)"
        ),
        photo_label=pattern(
            rf"[\[(]?{_any(photo['labels'])}\s*[:|/]\s*\S|[\[(]?{_any(photo['openings'])}\s\S"
        ),
        photo_end=pattern(rf"(?:.*[\s/(\[|,])?{_any(photo['words'])}[\])]?\s*\.?$"),
        pictured=pattern(rf"{_any(photo['agencies'])}\s+(?=\S)"),
        field=pattern(
            rf"{_any(field['labels'])}\s?:\s|{_any(field['with_addresses'])}\s?:\s.*\S@\S"
            rf"|{_any(field['weighed'])}\s?:\s.*\(\d\d?%\)|{_any(field['whole'])}\s*$"
        ),
        field_in_capitals=pattern(rf"{_any(field['capitals'])}\s?:\s"),
        byline=pattern(rf"{_any(table['byline']['labels'])}\s*:?\s+(?=\S)"),
        date_label=pattern(rf"{_any(table['date']['labels'])}\s?:?\s*"),
        update_label=pattern(rf"{_any(table['date']['updates'])}\s?:?\s*"),
        office=frozenset(table["byline"]["words"]),
        stops=frozenset(table["byline"]["stops"]),
        particles=frozenset(table["byline"]["particles"]),
        masthead=frozenset(table["masthead"]["words"]),
        not_places=frozenset(table["dateline"]["not_places"]),
    )


@lru_cache(maxsize=1)
def agencies() -> Mapping[str, str]:
    """Return every name of an agency, in lower case, with its full name."""
    names: dict[str, str] = {}
    for agency in english_table("agencies")["agency"]:
        for name in (agency["short"], agency["name"], *agency["also"]):
            names[name.lower()] = agency["name"]
    return names


@lru_cache(maxsize=1)
def known_outlets() -> frozenset[str]:
    """Return the names of known outlets and agencies in lower case."""
    return frozenset(name.lower() for name in domains().values()) | frozenset(agencies())


@lru_cache(maxsize=1)
def domains() -> Mapping[str, str]:
    """Return the outlet of each known domain."""
    return dict(_table("outlets.toml"))
