"""The name of an entry in, the English that records are composed by out: `data/en/composing.toml`."""

import re
from functools import cache

from onrecord.english import in_order, pattern, text, words


@cache
def composing_words(entry: str) -> frozenset[str]:
    """Return the words of an entry ("plans.saying")."""
    return words("composing", entry)


@cache
def composing_stems(entry: str) -> tuple[str, ...]:
    """Return what words begin with, in order ("claims.denying")."""
    return in_order("composing", entry)


@cache
def composing_pattern(entry: str) -> re.Pattern[str]:
    """Return the pattern of an entry."""
    return pattern("composing", entry)


def composing_text(entry: str) -> str:
    """Return an entry that is a part of patterns ("akin.spoken")."""
    return text("composing", entry)
