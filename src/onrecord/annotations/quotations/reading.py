"""A parsed report made ready for the finders: its paragraphs, quoted regions, and what stands where."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from spacy.tokens import Doc, Token

from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations.cues import Cues, english
from onrecord.annotations.quotations.marks import Region, find_regions, paragraphs_of
from onrecord.annotations.quotations.piece import Piece
from onrecord.annotations.quotations.unclosed import apart
from onrecord.model.span import Span

NEAR: Final = 1200
"""Code points before a place that are looked at, so that time stays linear in paragraphs without end."""


@dataclass(frozen=True)
class Reading:
    """One report as the finders of quotations see it."""

    parsed: Parsed
    cues: Cues

    @classmethod
    def of(cls, parsed: Parsed) -> "Reading":
        """Return the reading of a report in English."""
        return cls(parsed=parsed, cues=english())

    @property
    def text(self) -> str:
        """The report's text."""
        return self.parsed.report.text

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.parsed.doc

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """What may be quoted, paragraph by paragraph."""
        return paragraphs_of(self.parsed.report)

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """What stands between quotation marks."""
        return apart(find_regions(self.text, self.paragraphs), self.text)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of all regions, in order."""
        return tuple(
            sorted((p for region in self.regions for p in region.pieces), key=lambda piece: piece.span)
        )

    @cached_property
    def _piece_starts(self) -> list[int]:
        return [piece.span.start for piece in self.pieces]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.idx for token in self.doc]

    def piece_at(self, place: int) -> Piece | None:
        """Return the quoted piece that a code point stands in."""
        i = bisect_right(self._piece_starts, place) - 1
        return self.pieces[i] if i >= 0 and place < self.pieces[i].span.end else None

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph_at(self, place: int) -> Span:
        """Return the paragraph that a code point of one stands in."""
        return self.paragraphs[max(0, bisect_right(self._paragraph_starts, place) - 1)]

    def lead(self, place: int) -> Span:
        """Return what stands before a place in its paragraph: at most `NEAR` code points of it."""
        return Span(max(self.paragraph_at(place).start, place - NEAR), place)

    def quotes(self, span: Span) -> bool:
        """Whether a span holds or touches quoted words."""
        i = bisect_left(self._piece_starts, span.end) - 1
        return i >= 0 and self.pieces[i].span.end > span.start

    def pieces_in(self, span: Span) -> tuple[Piece, ...]:
        """Return the quoted pieces that begin within a span."""
        first = bisect_left(self._piece_starts, span.start)
        return self.pieces[first : bisect_left(self._piece_starts, span.end)]

    def tokens(self, span: Span) -> list[Token]:
        """Return the tokens that begin within a span."""
        first = bisect_left(self._token_starts, span.start)
        return list(self.doc[first : bisect_left(self._token_starts, span.end)])

    def token_before(self, place: int) -> Token | None:
        """Return the last token that begins before a place and isn't blank."""
        i = bisect_left(self._token_starts, place) - 1
        while i >= 0 and self.doc[i].is_space:
            i -= 1
        return self.doc[i] if i >= 0 else None

    def free_tokens(self) -> Iterator[Token]:
        """Yield the tokens of paragraphs that aren't quoted."""
        for paragraph in self.paragraphs:
            for token in self.tokens(paragraph):
                if self.piece_at(token.idx) is None:
                    yield token
