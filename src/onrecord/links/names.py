"""Names in, comparable names out."""

import re
import unicodedata
from functools import lru_cache

from onrecord.links.linking import linking_words

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?", re.UNICODE)


@lru_cache(maxsize=8192)  # a story's names are looked at again and again
def plain(name: str) -> str:
    """Return a name without case, accents, possessive, article and doubled blanks."""
    text = unicodedata.normalize("NFKD", name).casefold()
    text = "".join(char for char in text if not unicodedata.combining(char))
    words = [word.rstrip(".") for word in _WORD.findall(text.replace("’", "'"))]
    if words and words[-1].endswith("'s"):
        words[-1] = words[-1][:-2]
    while len(words) > 1 and words[0] in linking_words("names.articles"):
        words = words[1:]
    return " ".join(word.replace(".", "") for word in words)


def surname(name: str) -> str:
    """Return the last word of a plain name."""
    return plain(name).rsplit(" ", 1)[-1]


def is_full(name: str) -> bool:
    """Whether a person's name has a given name and a surname."""
    return " " in plain(name)


def full_key(name: str) -> str:
    """Return a person's plain full name without middle initials: "Owen J. Hale" and "Owen Hale" are one."""
    words = plain(name).split()
    inner = [word for word in words[1:-1] if len(word) > 1]
    return " ".join((words[0], *inner, words[-1])) if len(words) > 2 else " ".join(words)


def initials(name: str) -> str:
    """Return the first letters of the capitalised words, as an acronym would have them."""
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper()).casefold()
