"""A report's text and words in, how far two stretches of it overlap out.

White space is collapsed and typographic marks are taken for plain ones, so that words of the gold are found
in whatever text a page was read as.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

_PLAIN = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")
_TOKEN = re.compile(r"\w+(?:'\w+)*")
_ARTICLE = re.compile(r"^(?:the|a|an) ")

Span = Mapping[str, Any]
Label = Mapping[str, Any]


def plain(text: str) -> str:
    """Return a text with plain marks and single spaces."""
    return " ".join(text.translate(_PLAIN).split())


def folded(text: str) -> str:
    """Return a name for comparing: plain, case-folded, without a leading article."""
    return _ARTICLE.sub("", plain(text).casefold())


def tokens(text: str) -> Counter[str]:
    """Return the words of a text with their numbers."""
    return Counter(_TOKEN.findall(plain(text).casefold()))


def jaccard(one: Counter[str], other: Counter[str]) -> float:
    """Return the part of all words that two texts share; 0 for two empty ones."""
    whole = (one | other).total()
    return (one & other).total() / whole if whole else 0.0


class Page:
    """One report's text, with places in it counted in its plain form.

    `headline` is given where the text leaves it out; the gold's places count from there.
    """

    def __init__(self, text: str, headline: str = "") -> None:
        self._headline = plain(headline)
        kept: list[str] = []
        self._place: list[int] = []
        for char in text.translate(_PLAIN):
            self._place.append(len(kept))
            if not char.isspace():
                kept.append(char)
            elif kept and kept[-1] != " ":
                kept.append(" ")
        self._place.append(len(kept))
        self._text = "".join(kept)

    def places(self, words: str, nth: int | None) -> list[tuple[int, int]]:
        """Return where words stand: the nth place, or each where no number is given.

        A place in a headline that the text leaves out is before its beginning.
        """
        wanted = plain(words)
        found = [(match.start(), match.end()) for match in re.finditer(re.escape(wanted), self._text)]
        if nth is None or not found:
            return found
        nth -= self._headline.count(wanted)
        return [found[min(nth, len(found) - 1)]] if nth >= 0 else [(-1, -1)]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return a span of the text as it was, as a span of its plain form."""
        last = len(self._place) - 1
        return self._place[min(start, last)], self._place[min(end, last)]


def overlap(page: Page | None, span: Span, words: str, nth: int | None) -> float:
    """Return the shared part of a span and of words in one report: 0 for none, 1 for the same.

    Where the report's text is not at hand, or doesn't hold the words, one must contain the other.
    """
    places = page.places(words, nth) if page else []
    if not page or not places:
        return _containment(plain(str(span["text"])), plain(words))
    start, end = page.place(int(span["start"]), int(span["end"]))
    shares = []
    for first, last in places:
        shared = min(end, last) - max(start, first)
        shares.append(shared / (max(end, last) - min(start, first)) if shared > 0 else 0.0)
    return max(shares)


def _containment(one: str, other: str) -> float:
    """Return the length of the shorter text over that of the longer if it lies in it, else 0."""
    short, long = sorted((one, other), key=len)
    return len(short) / len(long) if short and short in long else 0.0
