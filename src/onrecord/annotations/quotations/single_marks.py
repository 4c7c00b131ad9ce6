"""A paragraph and its double-marked pieces in, all its outermost pieces out.

Single marks are apostrophes as often as not. One opens only at the start of a word that isn't a known
clipping ('em, '90s), and closes only at the end of one: best after a full stop or comma, else after a short
phrase. Where single marks are the outer ones, the double-marked words within them belong to them.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from onrecord.annotations.quotations.grammar import quotation_pattern
from onrecord.annotations.quotations.piece import Piece
from onrecord.model.span import Span

SINGLE: Final = re.compile(r"(?<!')['‘’](?!')")
STOPS: Final = frozenset(',.?!…”"')
SHORT: Final = 60
"""Code points that a phrase in single marks may have when no stop stands before its closing mark."""


def with_single_marks(text: str, paragraph: Span, doubles: Sequence[Piece]) -> list[Piece]:
    """Return all pieces of a paragraph in order of place, none within another."""
    marks = [mark.start() for mark in SINGLE.finditer(text, paragraph.start, paragraph.end)]
    if not marks:
        return list(doubles)
    free = _outside(marks, doubles)
    singles = _singles(text, paragraph, free)
    return _outermost([*doubles, *singles])


def _outside(marks: Sequence[int], pieces: Sequence[Piece]) -> list[int]:
    starts = [piece.inner.start for piece in pieces]
    at = [bisect_right(starts, mark) - 1 for mark in marks]
    return [mark for mark, i in zip(marks, at, strict=True) if i < 0 or mark >= pieces[i].inner.end]


def _outermost(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces in order, without those within another; of two that cross, the first."""
    kept: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (piece.span.start, -piece.span.end)):
        if not kept or piece.span.start >= kept[-1].span.end:
            kept.append(piece)
    return kept


def _singles(text: str, paragraph: Span, marks: Sequence[int]) -> list[Piece]:
    found: list[Piece] = []
    start: int | None = None
    for mark in marks:
        if _opens(text, paragraph, mark):
            start = mark
        elif start is not None and _closes(text, paragraph, start, mark):
            found.append(Piece(Span(start, mark + 1), Span(start + 1, mark), closed=True))
            start = None
    return found


def _opens(text: str, paragraph: Span, mark: int) -> bool:
    before = text[mark - 1] if mark > paragraph.start else " "
    after = text[mark + 1 : mark + 2]
    apart = before.isspace() or before in "([{—–-:/"
    return (
        text[mark] != "’"
        and apart
        and after.isalnum()
        and quotation_pattern("single_marks.clipped").match(text, mark) is None
    )


def _closes(text: str, paragraph: Span, start: int, mark: int) -> bool:
    after = text[mark + 1] if mark + 1 < paragraph.end else " "
    if text[mark] == "‘" or after.isalnum() or text[mark - 1].isspace():
        return False
    return text[mark - 1] in STOPS or (mark - start <= SHORT and text[mark - 1] != "s")
