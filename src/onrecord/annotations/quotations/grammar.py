"""The name of an entry in, the closed class of English there out: `data/en/quotations_grammar.toml`."""

import re
from functools import cache

from onrecord.english import in_order, pattern, words


@cache
def quotation_words(entry: str) -> frozenset[str]:
    """Return the words of an entry ("direct.opens_another")."""
    return words("quotations_grammar", entry)


@cache
def quotation_endings(entry: str) -> tuple[str, ...]:
    """Return the endings or beginnings of an entry, in order ("cues.sibilant")."""
    return in_order("quotations_grammar", entry)


@cache
def quotation_pattern(entry: str) -> re.Pattern[str]:
    """Return the pattern of an entry."""
    return pattern("quotations_grammar", entry)
