"""A name in, whether it tells by itself whom or what it names out.

"The Supreme Court" and "Mill Lane" mean one thing in one story and another in the next; "the Lake Orm Ferry
Company" means the same wherever it stands. So only names of the second sort are keys over the whole record.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from onrecord.links.names import plain

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneralWords:
    """Words that tell nobody from others: those of bodies, and what ends the name of a way or a building."""

    words: frozenset[str]
    ways: frozenset[str]


@lru_cache(maxsize=1)
def general_words() -> GeneralWords:
    """Return the words of English."""
    text = (files("onrecord") / "data/en/entities.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)["general"]
    return GeneralWords(words=frozenset(table["words"].split()), ways=frozenset(table["ways"].split()))


def is_telling(name: str) -> bool:
    """Whether a body's name has a capitalised word of its own, be it a place's: "Orm Harbour Board"."""
    general = general_words().words
    words = _WORD.findall(name)
    return any(
        word[0].isupper() and len(word) > 1 and word.casefold().replace("’", "'") not in general
        for word in words
    )


def is_telling_place(name: str) -> bool:
    """Whether a place's name is no street's, hall's or the like, as many towns have."""
    return is_telling(name) and plain(name).rsplit(" ", 1)[-1] not in general_words().ways
