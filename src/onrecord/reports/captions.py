"""Lines in, the same with captions told: the words beside the credit of a picture.

Beside means: no blank line between, where paragraphs are parted by blank lines. Where they aren't, the line
after a credit that stands before the first paragraph is its caption; elsewhere the words themselves must say
that they describe a picture. Where they say so beyond doubt, no credit is needed.
"""

import re
from dataclasses import dataclass

from onrecord.reports.head import Line
from onrecord.reports.printing import printing_pattern

_TAKEN = re.compile(r"\b[A-Z][a-z]+\.? \d{1,2}, (?:19|20)\d\d\.?(?: \([^()]{2,40}\))?$")


def with_captions(lines: list[Line]) -> list[Line]:
    """Return the lines with captions told."""
    free = [place for place, line in enumerate(lines) if line.sort is None]
    if not free:
        return lines
    is_gapped = _is_gapped(lines)
    out = [line.as_("caption") if line.sort is None and _tells_picture(line.text) else line for line in lines]
    if not any(line.sort is None for line in out):
        return lines
    for place, line in enumerate(lines):
        if line.sort == "photo":
            # The last paragraph is no caption: something must be left that tells the news.
            near = _Near(lines=out, place=place, is_on_top=place < free[0], last=free[-1] - 1)
            caption = _caption_of(near, is_gapped=is_gapped)
            if caption is not None:
                out[caption] = out[caption].as_("caption")
    return out


def _tells_picture(text: str) -> bool:
    """Whether a line by itself says that it describes a picture."""
    return bool(
        printing_pattern("captions.picture").search(text)
        or (printing_pattern("captions.stands").search(text) and _TAKEN.search(text.rstrip()))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Near:
    """The lines about the credit at a place; `last` is the last one below it that may be its caption."""

    lines: list[Line]
    place: int
    is_on_top: bool
    last: int

    @property
    def before(self) -> Line | None:
        """The line above the credit, if nothing else has claimed it."""
        line = self.lines[self.place - 1] if self.place else None
        return line if line is not None and line.sort in {None, "subhead"} else None

    @property
    def after(self) -> Line | None:
        """The line below it, if nothing else has claimed it."""
        line = self.lines[self.place + 1] if self.place < self.last else None
        return line if line is not None and line.sort is None else None


def _is_gapped(lines: list[Line]) -> bool:
    """Whether blank lines stand between most paragraphs."""
    gaps = [line.paragraph.gap > 0 for line in lines[1:]]
    return sum(gaps) * 2 >= len(gaps)


def _caption_of(near: _Near, *, is_gapped: bool) -> int | None:
    """Return the place of the line that describes the picture whose credit stands at a place."""
    before, after, place = near.before, near.after, near.place
    touches_before = before is not None and near.lines[place].paragraph.gap == 0
    touches_after = after is not None and after.paragraph.gap == 0
    if before is not None and touches_before and printing_pattern("captions.shows").search(before.text):
        return place - 1
    if (
        after is not None
        and touches_after
        and (near.is_on_top or printing_pattern("captions.shows").search(after.text))
    ):
        return place + 1
    if before is None or before.sort is not None:
        return place + 1 if is_gapped and touches_after else None
    if (is_gapped and touches_before) or printing_pattern("captions.shows").search(before.text):
        return place - 1
    return place + 1 if is_gapped and touches_after else None
