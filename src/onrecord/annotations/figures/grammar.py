"""The name of an entry in, the closed class of English there out: `data/en/figures_grammar.toml`."""

import re
from functools import cache

from onrecord.english import in_order, pattern, words


@cache
def figure_words(entry: str) -> frozenset[str]:
    """Return the words of an entry ("days.at_start")."""
    return words("figures_grammar", entry)


@cache
def figure_phrases(entry: str) -> frozenset[tuple[str, ...]]:
    """Return the phrases of an entry, lexeme by lexeme ("parts.openers")."""
    return frozenset(tuple(phrase.split()) for phrase in words("figures_grammar", entry))


@cache
def figure_endings(entry: str) -> tuple[str, ...]:
    """Return the endings of an entry, in order ("forms.plural")."""
    return in_order("figures_grammar", entry)


@cache
def figure_pattern(entry: str) -> re.Pattern[str]:
    """Return the pattern of an entry ("shares.votes")."""
    return pattern("figures_grammar", entry)
