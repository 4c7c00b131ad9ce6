"""Text and its paragraphs in, quoted regions out: the state machine of the quotation marks.

Pure text, no parse. Marks are read paragraph by paragraph, so that a mark that is never closed spoils
nothing after its own. A paragraph that ends inside a quotation goes on in the next one only if that one
begins with an opening mark, as print has it: every paragraph opened, the last one closed.

A mark's role is told by its neighbours first, then by its shape, then by the state: `“` at the end of a
word closes, `"` between two blanks opens or closes by turns. Nesting is tried first; where it doesn't come
out even, the paragraph is read again flat, each opening mark ending what was open.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from onrecord.annotations.quotations.piece import Piece
from onrecord.annotations.quotations.single_marks import with_single_marks
from onrecord.model.report import NEWS, Report
from onrecord.model.span import Span

Role = Literal["open", "close", "either"]

DOUBLE: Final = re.compile(r"''|``|[\"“”„‟″«»]")
OPENING: Final = frozenset({"“", "„", "‟", "``", "«"})
CLOSING: Final = frozenset({"”", "»"})
BEFORE_OPEN: Final = frozenset("([{—–-/:‘'…")
AFTER_CLOSE: Final = frozenset(")]}—–-/.,;:?!’'…")
BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Region:
    """One quotation by its marks: a piece for each paragraph that it runs through."""

    pieces: tuple[Piece, ...]

    @property
    def span(self) -> Span:
        """From the first mark to the last."""
        return self.pieces[0].span.to(self.pieces[-1].span)

    @property
    def closed(self) -> bool:
        """Whether its last paragraph has a closing mark."""
        return self.pieces[-1].closed


def paragraphs_of(report: Report) -> tuple[Span, ...]:
    """Return the paragraphs of what may be quoted, in order: blocks, cut at blank lines."""
    return tuple(
        part
        for block in sorted(report.blocks, key=lambda block: block.start)
        if block.kind in NEWS
        for part in _cut(report.text, block.span)
    )


def quoted_regions(report: Report) -> tuple[Span, ...]:
    """Return every stretch between quotation marks, marks included, one a paragraph, in order."""
    regions = find_regions(report.text, paragraphs_of(report))
    return tuple(sorted(piece.span for region in regions for piece in region.pieces))


def find_regions(text: str, paragraphs: Sequence[Span]) -> tuple[Region, ...]:
    """Return the outermost quoted regions of a text, in order of place."""
    regions: list[Region] = []
    running: Region | None = None
    for paragraph in paragraphs:
        doubles = _double_pieces(text, paragraph)
        pieces = with_single_marks(text, paragraph, doubles)
        starts = bool(pieces) and not text[paragraph.start : pieces[0].span.start].strip()
        if running is not None and starts:
            regions[-1] = replace(running, pieces=(*running.pieces, pieces[0]))
            regions += [Region((piece,)) for piece in pieces[1:]]
        else:
            regions += [Region((piece,)) for piece in pieces]
        running = regions[-1] if pieces and not pieces[-1].closed else None
    return tuple(regions)


def _cut(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for gap in BLANK_LINE.finditer(text, block.start, block.end):
        if gap.start() > start:
            yield Span(start, gap.start())
        start = gap.end()
    if start < block.end:
        yield Span(start, block.end)


def _double_pieces(text: str, paragraph: Span) -> list[Piece]:
    marks = [(mark.span(), _role(text, paragraph, mark)) for mark in _marks(text, paragraph)]
    nested, even = _read(text, paragraph, marks, nest=True)
    return nested if even else _read(text, paragraph, marks, nest=False)[0]


def _marks(text: str, paragraph: Span) -> Iterator[re.Match[str]]:
    for mark in DOUBLE.finditer(text, paragraph.start, paragraph.end):
        inches = mark.group() in {'"', "''", "″"} and text[max(mark.start() - 1, 0)].isdigit()
        if not (inches and text[mark.end() : mark.end() + 1] in {"", " ", "x", "-"} and _bare(text, mark)):
            yield mark


def _bare(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark after a digit is a measure: the number stands alone, with feet or after a blank."""
    return bool(re.search(r"\d['’′]\s?\d{1,2}$", text[max(mark.start() - 8, 0) : mark.start()]))


def _role(text: str, paragraph: Span, mark: re.Match[str]) -> Role:
    before = text[mark.start() - 1] if mark.start() > paragraph.start else ""
    after = text[mark.end()] if mark.end() < paragraph.end else ""
    apart = not before or before.isspace()
    opens = (apart or before in BEFORE_OPEN) and bool(after) and not after.isspace()
    closes = not apart and (not after or after.isspace() or after in AFTER_CLOSE)
    if opens != closes:
        return "open" if opens else "close"
    if mark.group() in OPENING:
        return "open"
    return "close" if mark.group() in CLOSING else "either"


def _read(
    text: str, paragraph: Span, marks: Sequence[tuple[tuple[int, int], Role]], *, nest: bool
) -> tuple[list[Piece], bool]:
    """Return the outermost pieces of a paragraph, and whether all marks came out even."""
    pieces: list[Piece] = []
    start: tuple[int, int] | None = None
    depth = 0
    for place, role in marks:
        if start is None:
            if role != "close":
                start, depth = place, 1
        elif role == "open":
            if nest:
                depth += 1
            else:
                pieces.append(_unclosed(text, start, place[0]))
                start = place
        elif depth > 1:
            depth -= 1
        else:
            pieces.append(
                Piece(Span(start[0], place[1]), Span(start[1], max(start[1], place[0])), closed=True)
            )
            start, depth = None, 0
    if start is not None:
        pieces.append(_unclosed(text, start, paragraph.end))
    return pieces, start is None


def _unclosed(text: str, start: tuple[int, int], end: int) -> Piece:
    while end > start[1] and text[end - 1].isspace():
        end -= 1
    return Piece(Span(start[0], end), Span(start[1], end), closed=False)
