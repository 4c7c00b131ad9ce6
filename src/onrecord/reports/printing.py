"""The name of an entry in, the English there out, by which bylines and the like are read: `printing.toml`."""

import re
from functools import cache

from onrecord.english import in_order, pattern, text, words


@cache
def printing_words(entry: str) -> frozenset[str]:
    """Return the words of an entry ("byline.roles")."""
    return words("printing", entry)


@cache
def printing_endings(entry: str) -> tuple[str, ...]:
    """Return the endings or beginnings of an entry, in order ("byline.agencies")."""
    return in_order("printing", entry)


@cache
def printing_pattern(entry: str) -> re.Pattern[str]:
    """Return the pattern of an entry ("captions.shows")."""
    return pattern("printing", entry)


def printing_text(entry: str) -> str:
    """Return an entry that is a part of patterns ("dateline.between")."""
    return text("printing", entry)
