"""The name of an entry in, the closed class of English there out: `data/en/names_grammar.toml`."""

from functools import cache

from onrecord.english import in_order, words


@cache
def name_words(entry: str) -> frozenset[str]:
    """Return the words of an entry ("phrases.links")."""
    return words("names_grammar", entry)


@cache
def name_endings(entry: str) -> tuple[str, ...]:
    """Return the endings or beginnings of an entry, in order ("kinds.demonyms")."""
    return in_order("names_grammar", entry)
