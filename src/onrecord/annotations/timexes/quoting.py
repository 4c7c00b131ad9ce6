"""Which places of a report stand between quotation marks.

"Today" between quotation marks is the day of the saying, which need not be the report's. Marks are
paired within a paragraph; one that isn't closed runs to the paragraph's end and no farther.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from onrecord.model.report import Block

_OPEN, _CLOSE, _BOTH = "“„«", "”»", '"'


class Quoted:
    """The quoted places of a text."""

    def __init__(self, text: str, blocks: Iterable[Block]) -> None:
        self._ranges = [found for block in blocks for found in _ranges(text, block)]
        self._starts = [start for start, _ in self._ranges]

    def holds(self, place: int) -> bool:
        """Whether a place stands between quotation marks."""
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._ranges[at][1]


def _ranges(text: str, block: Block) -> Iterator[tuple[int, int]]:
    begun: int | None = None
    place = block.start
    while place < block.end:
        mark, size = text[place], 1
        if text.startswith(("``", "''"), place):
            mark, size = ("“" if mark == "`" else "”"), 2
        if begun is None and mark in _OPEN + _BOTH:
            begun = place
        elif begun is not None and mark in _CLOSE + _BOTH:
            yield begun, place
            begun = None
        place += size
    if begun is not None:
        yield begun, block.end
