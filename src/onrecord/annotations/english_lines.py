"""A report's text in, the pieces to parse and the places where sentences begin out.

The parser keeps to sentence starts that are set before it runs, and neither it nor the finder of names
reaches across one. So each line and each block is made to begin a sentence. Long texts are cut at line
breaks, which are sentence starts anyway; so memory stays flat and time linear.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Doc, Span

from onrecord.model.report import Block

PIECE = 20_000  # code points parsed at once: memory stays under 100 MB a piece
WORD = 1_000  # a run without blanks longer than this is cut: the tokenizer takes quadratic time over it

_MONSTER = re.compile(rf"\S{{{WORD}}}")
_SURROGATE = re.compile("[\ud800-\udfff]")


def readable(text: str) -> str:
    """Return the text with what can't be written in UTF-8 replaced, code point for code point."""
    return _SURROGATE.sub("\ufffd", text)


def pieces(text: str) -> list[str]:
    """Return the text in pieces of at most `PIECE` code points; joined they are the text."""
    cuts = {0, len(text)}
    cuts.update(match.end() for match in _MONSTER.finditer(text))
    place = 0
    while len(text) - place > PIECE:
        place = _cut(text, place, place + PIECE)
        cuts.add(place)
    ordered = sorted(cuts)
    return [text[a:b] for a, b in pairwise(ordered)] or [text]


def _cut(text: str, start: int, end: int) -> int:
    """Return where to cut between two places: after a line break, else after a blank, else at the end."""
    for mark in ("\n", ". ", " "):
        found = text.rfind(mark, start + 1, end)
        if found > start:
            return found + len(mark)
    return end


def starts(text: str, blocks: Iterable[Block]) -> list[int]:
    """Return the places where a sentence must begin: first words of lines and blocks, in order."""
    places = {match.start() for match in re.finditer(r"(?m)^[^\S\n]*(?=\S)", text)}
    return sorted({*places, *(block.start for block in blocks)})


def begin_sentences(doc: Doc, places: list[int], offset: int) -> Doc:
    """Return the piece with sentence starts set at the first word at or after each place.

    Args:
        doc: A tokenized piece of a report.
        places: Where sentences must begin, in code points of the whole report, in order.
        offset: Where the piece begins in the report.
    """
    before = -1
    for token in doc:
        if token.is_space:
            continue
        reached = bisect_right(places, token.idx + offset)
        if reached != before and before != -1:
            token.is_sent_start = True
        before = reached
    return doc


def trim_names(doc: Doc) -> Doc:
    """Return the document with no name that ends in a blank: a line break after it is none of its words."""
    if any(name[-1].is_space for name in doc.ents):
        doc.ents = tuple(trimmed for name in doc.ents if (trimmed := _trimmed(name)) is not None)
    return doc


def _trimmed(name: Span) -> Span | None:
    end = name.end
    while end > name.start and name.doc[end - 1].is_space:
        end -= 1
    return Span(name.doc, name.start, end, label=name.label) if end > name.start else None
