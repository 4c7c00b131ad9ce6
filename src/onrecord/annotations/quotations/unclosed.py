"""Regions in, the same without paragraphs whose closing mark was forgotten out.

A paragraph that opens and doesn't close, with the next one opening again, is one long quotation by the
printers' rule. But if narration stands within it ("…, she said. …"), its closing mark was left out, and
where the quoted words end isn't known: it's kept apart, so that its words aren't given to the next speaker.
"""

from collections.abc import Iterator, Sequence

from onrecord.annotations.quotations.grammar import quotation_pattern
from onrecord.annotations.quotations.marks import Region
from onrecord.annotations.quotations.piece import Piece


def apart(regions: Sequence[Region], text: str) -> tuple[Region, ...]:
    """Return the regions, cut after each paragraph that holds narration."""
    return tuple(part for region in regions for part in _cut(region, text))


def _cut(region: Region, text: str) -> Iterator[Region]:
    if len(region.pieces) == 1:
        yield region
        return
    run: list[Piece] = []
    for piece in region.pieces:
        run.append(piece)
        if not piece.closed and quotation_pattern("unclosed.narration").search(
            text, piece.inner.start, piece.inner.end
        ):
            yield Region(tuple(run))
            run = []
    if run:
        yield Region(tuple(run))
