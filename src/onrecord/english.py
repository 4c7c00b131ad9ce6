"""The name of a table and of one of its entries in, the English that stands there out: `data/en/*.toml`.

The one place that knows in which folder a language lies. Rules ask by the name of their own noun (such as
`event_words`), which is one of these for one table; so what they look for can be read, and put into another
language, as data. A table is read, and an entry made, when it is first asked for, and kept.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def english_table(name: str) -> Mapping[str, Any]:
    """Return a table whole."""
    return tomllib.loads(english_list(f"{name}.toml"))


def english_list(name: str) -> str:
    """Return a list of names or words as its file holds it ("names_given.txt")."""
    return (files("onrecord") / "data/en" / name).read_text(encoding="utf-8")


@cache
def words(name: str, entry: str) -> frozenset[str]:
    """Return the words or phrases of an entry ("clause.openers")."""
    return frozenset(_listed(name, entry))


@cache
def in_order(name: str, entry: str) -> tuple[str, ...]:
    """Return the words, phrases or endings of an entry, in the order of the table."""
    return tuple(_listed(name, entry))


@cache
def pattern(name: str, entry: str) -> re.Pattern[str]:
    """Return the pattern of an entry."""
    return re.compile(text(name, entry))


@cache
def text(name: str, entry: str) -> str:
    """Return an entry that is a part of patterns; where alternatives are listed, any of them."""
    section, _, key = entry.partition(".")
    found: str | list[str] = english_table(name)[section][key]
    return found if isinstance(found, str) else "|".join(found)


def _listed(name: str, entry: str) -> list[str]:
    section, _, key = entry.partition(".")
    found: list[str] = english_table(name)[section][key]
    return found
