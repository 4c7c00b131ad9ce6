"""The name of an entry in, the closed class of English there out: `data/en/figures_grammar.toml`."""

from functools import cache, partial
from typing import Final

from onrecord.english import in_order, pattern, words

figure_words: Final = partial(words, "figures_grammar")
"""The words of an entry ("days.at_start")."""


@cache
def figure_phrases(entry: str) -> frozenset[tuple[str, ...]]:
    """Return the phrases of an entry, lexeme by lexeme ("parts.openers")."""
    return frozenset(tuple(phrase.split()) for phrase in words("figures_grammar", entry))


figure_endings: Final = partial(in_order, "figures_grammar")
"""The endings of an entry, in order ("forms.plural")."""

figure_pattern: Final = partial(pattern, "figures_grammar")
"""The pattern of an entry ("shares.votes")."""
