"""The name of an entry in, the English that reports are linked by out: `data/en/linking.toml`."""

import re
from functools import cache

from onrecord.english import in_order, pattern, words


@cache
def linking_words(entry: str) -> frozenset[str]:
    """Return the words of an entry ("offices.former")."""
    return words("linking", entry)


@cache
def linking_endings(entry: str) -> tuple[str, ...]:
    """Return the endings of an entry, in order."""
    return in_order("linking", entry)


@cache
def linking_pattern(entry: str) -> re.Pattern[str]:
    """Return the pattern of an entry."""
    return pattern("linking", entry)
