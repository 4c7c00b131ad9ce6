"""Texts in, how far they share words out."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from onrecord.model.span import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*", re.UNICODE)
# Function words carry no likeness: two people can both say "it is the first that we have".
_EMPTY = frozenset(
    "a an and are as at be been but by can could did do does for from had has have he her him his i if in into is "
    "it its let may me my no not of on or our out she should so some than that the their them then there these "
    "they this those to too under up us very was we were what when which who will with would you your".split()
)


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, marks left out."""
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def places_of_words(text: str, offset: int = 0) -> list[Span]:
    """Return where each word of `words_of` stands, counted from an offset."""
    return [Span(m.start() + offset, m.end() + offset) for m in _WORD.finditer(text)]


def content_words(words: Sequence[str]) -> frozenset[str]:
    """Return the words that carry meaning, cut to a stem of six letters so that inflection doesn't part them."""
    return frozenset(word[:6] for word in words if word not in _EMPTY and (len(word) > 2 or word.isdigit()))


def longest_run(first: Sequence[str], second: Sequence[str]) -> int:
    """Return the length of the longest run of words that both have."""
    match = SequenceMatcher(a=first, b=second, autojunk=False).find_longest_match()
    return match.size


def held_in(first: frozenset[str], second: frozenset[str]) -> float:
    """Return the share of the smaller set that the larger one holds; 0 where one is empty."""
    smaller, larger = sorted((first, second), key=lambda words: (len(words), sorted(words)))
    return len(smaller & larger) / len(smaller) if smaller else 0.0
