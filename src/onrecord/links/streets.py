"""A text in, the streets that it names out: the finest grain of place that news gives.

A street is compared by its bare name, without its kind, direction and house number: one report has "the 500
block of North Alder Avenue", another "Alder Ave." The kind or "block of" must stand by it, so that a person
or a firm of that name isn't one.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from onrecord.english import english_table


def tables() -> Mapping[str, Any]:
    """Return the English words by which reports are told to be of one happening."""
    return english_table("stories")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    streets = tables()["streets"]
    kinds = "|".join(sorted(streets["kinds"], key=len, reverse=True))
    numbers, ordinals = "|".join(streets["numbers"]), "|".join(streets["ordinals"])
    blocks = "|".join(streets["blocks"])
    directions = "|".join(sorted(streets["directions"], key=len, reverse=True))
    direction = rf"(?:(?i:{directions})\.?[ ])"
    word = rf"(?:[A-Z][\w'’]+|\d{{1,3}}(?i:{ordinals})\b|(?i:{numbers})\b)"
    named = re.compile(rf"(?<![\w'’]){direction}?((?:{word}[ ]){{1,3}})(?i:{kinds})\b", re.ASCII)
    block = re.compile(rf"\b(?i:{blocks})[ ]{direction}?({word}(?:[ ]{word}){{0,2}})", re.ASCII)
    return named, block


def streets_of(text: str) -> Iterator[str]:
    """Yield the bare names of the streets that a text names, in lower case, as often as it names them."""
    bars, directions = set(tables()["streets"]["bars"]), set(tables()["streets"]["directions"])
    kinds = set(tables()["streets"]["kinds"])
    for pattern in _patterns():
        for match in pattern.finditer(text):
            words = [word.rstrip(".,") for word in match[1].casefold().replace("’", "'").split()]
            while words and (words[0] in directions or words[0] in bars):
                words = words[1:]
            while words and (words[-1] in directions or words[-1] in kinds):
                words = words[:-1]
            if words and not bars & set(words):
                yield " ".join(_ordinal(word) for word in words)


def _ordinal(word: str) -> str:
    """Return an ordinal in letters as one in digits."""
    numbers = tables()["streets"]["numbers"]
    if word not in numbers:
        return word
    value = numbers.index(word) + 1
    return f"{value}{({1: 'st', 2: 'nd', 3: 'rd'}).get(value, 'th')}"
