"""A name in, whether it tells by itself whom or what it names out.

"The Supreme Court" and "Mill Lane" mean one thing in one story and another in the next; "the Lake Orm Ferry
Company" means the same wherever it stands. So only names of the second sort are keys over the whole record.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.english import english_table
from onrecord.links.names import plain

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyWords:
    """Words by which bodies are told the same; the comments of `entities.toml` say what each set holds."""

    general: Words
    ways: Words
    standing: Words
    crews: Words
    companies: Words
    legal: Words
    known: Words
    trades: Words
    seats: Words
    owners: Words
    demonyms: tuple[str, ...]
    spellings: Mapping[str, str]


@lru_cache(maxsize=1)
def body_words() -> BodyWords:
    """Return the words of English."""
    general, kinds = english_table("entities")["general"], english_table("names")["kinds"]
    sets = {name: frozenset(text.split()) for name, text in general.items() if name != "demonyms"}
    return BodyWords(
        general=sets.pop("words"),
        known=frozenset(kinds["bodies"]),
        trades=frozenset(kinds["trades"]) | frozenset(kinds["firms"]),
        demonyms=tuple(general["demonyms"].split()),
        spellings=english_table("entities")["spellings"],
        **sets,
    )


def body_key(name: str) -> str:
    """Return the plain name of a body in one spelling, without what the law adds to a firm's name."""
    words = [body_words().spellings.get(word, word) for word in plain(name).split()]
    while len(words) > 1 and words[-1] in body_words().legal:
        words.pop()
    return " ".join(words)


def is_telling(name: str) -> bool:
    """Whether a body's name has a capitalised word of its own, be it a place's: "Orm Harbour Board"."""
    general = body_words().general
    words = _WORD.findall(name)
    return any(
        word[0].isupper() and len(word) > 1 and word.casefold().replace("’", "'") not in general
        for word in words
    )


def is_telling_place(name: str) -> bool:
    """Whether a place's name is no street's, hall's or the like, as many towns have."""
    return is_telling(name) and plain(name).rsplit(" ", 1)[-1] not in body_words().ways


def is_of(word: str, place: str) -> bool:
    """Whether a plain word is a plain place name with the ending of its people: "calverran"."""
    return (
        len(place) > 3
        and word != place
        and any(word in (place + ending, place[:-1] + ending) for ending in body_words().demonyms)
    )
