"""The name of an entry in, the closed class of English there out: `data/en/times_around.toml`."""

import re
from functools import cache

from onrecord.english import pattern, text, words


@cache
def time_words(entry: str) -> frozenset[str]:
    """Return the words of an entry ("traps.owners")."""
    return words("times_around", entry)


@cache
def time_pattern(entry: str) -> re.Pattern[str]:
    """Return the pattern of an entry ("publication.archive")."""
    return pattern("times_around", entry)


def time_text(entry: str) -> str:
    """Return an entry that is a part of patterns ("words.ordinal")."""
    return text("times_around", entry)
