"""The words of time expressions, out of the English tables in `data/en/times.toml`.

Every word belongs to one class (`month`, `weekday`, `unit` …) and has a value (4, 0, "week"). The grammar
sees classes only, so another language is another table. Words of a table that only joins several
("day before yesterday") are joined before the grammar looks.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from onrecord.english import english_table

# Where a word stands in several tables, the first of these wins; the grammar knows the other meaning.
_CAPITALISED = frozenset({"month", "month_short", "weekday", "weekday_short", "weekdays"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A word's class and value; `capital` where it must be printed with a capital."""

    kind: str
    value: Any
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and joined words of time expressions.

    Attributes:
        words: by lower-case text.
        joined: for the first word of each multi-word entry, the entries as word tuples, longest first.
        keys: the key in `words` of each of these tuples.
    """

    words: dict[str, Entry]
    joined: dict[str, tuple[tuple[str, ...], ...]]
    keys: dict[tuple[str, ...], str]


@lru_cache(maxsize=1)
def english() -> Lexicon:
    """Return the English table."""
    tables = english_table("times")
    words: dict[str, Entry] = {}
    for kind, table in tables.items():
        for key, value in table.items():
            words.setdefault(key, Entry(kind, value, kind in _CAPITALISED))
    joined: dict[str, list[tuple[str, ...]]] = {}
    keys: dict[tuple[str, ...], str] = {}
    for key in words:
        parts = tuple(_parts(key))
        if len(parts) > 1:
            keys[parts] = key
            joined.setdefault(parts[0], []).append(parts)
    ordered = {first: tuple(sorted(lists, key=len, reverse=True)) for first, lists in joined.items()}
    return Lexicon(words=words, joined=ordered, keys=keys)


def _parts(key: str) -> list[str]:
    """Return a key's words the way the grammar cuts them: "new year's" is new, year, ', s."""
    return re.findall(r"[^\W\d_]+|[0-9]+|[^\s\w]", key)
