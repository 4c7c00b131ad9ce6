"""The name of an entry in, the words of reports there out that views choose by: `data/en/showing.toml`."""

from functools import cache

from onrecord.english import words


@cache
def showing_words(entry: str) -> frozenset[str]:
    """Return the words of an entry ("wordings.bare")."""
    return words("showing", entry)
