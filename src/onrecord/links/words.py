"""Texts in, how far they share words out."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from onrecord.english import english_list

STEM = 6
"""Letters to which a word is cut, so that inflection doesn't part it from its like."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*", re.UNICODE)


@lru_cache(maxsize=1)
def function_words() -> frozenset[str]:
    """Return the words that carry no likeness: two people can both say "it is the first that we have"."""
    text = english_list("function_words.txt")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(word for line in lines for word in line.split())


class Place(NamedTuple):
    """Where a word stands: a span for those that are made by the thousand."""

    start: int
    end: int


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, marks left out."""
    return folded(_WORD.findall(text))


def folded(words: list[str]) -> list[str]:
    """Return printed words in lower case.

    They are folded in one go: no letter hangs on what stands beside it, and no word holds a blank.
    """
    return " ".join(words).casefold().replace("’", "'").split(" ") if words else words


def placed_words(text: str, start: int, end: int) -> tuple[list[str], list[Place]]:
    """Return the words of a stretch of a text, as `words_of` does, and where each stands in the text."""
    found = list(_WORD.finditer(text, start, end))
    return folded([match[0] for match in found]), [Place(*match.span()) for match in found]


def content_words(words: Sequence[str]) -> frozenset[str]:
    """Return the words that carry meaning, cut to six letters so that inflection doesn't part them."""
    empty = function_words()
    return frozenset(word[:STEM] for word in words if word not in empty and (len(word) > 2 or word.isdigit()))


@lru_cache(maxsize=8192)  # the same names and nouns come in report after report
def content_of(text: str) -> frozenset[str]:
    """Return the words of a name or a few words that carry meaning, cut in the same way."""
    return content_words(words_of(text))


def longest_run(first: Sequence[str], second: Sequence[str]) -> int:
    """Return the length of the longest run of words that both have."""
    return _longest_run(tuple(first), tuple(second))


@lru_cache(maxsize=8192)  # two are held against each other by several rules
def _longest_run(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    return SequenceMatcher(a=first, b=second, autojunk=False).find_longest_match().size


def held_in(first: frozenset[str], second: frozenset[str]) -> float:
    """Return the share of the smaller set that the larger one holds; 0 where one is empty."""
    smaller, larger = sorted((first, second), key=lambda words: (len(words), sorted(words)))
    return len(smaller & larger) / len(smaller) if smaller else 0.0
