"""Text in, its paragraphs out, as places.

A paragraph is a line, whether or not blank lines stand between; in a text that was broken at a fixed
width it is the lines up to the next blank or indented one.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

# A text is taken as broken at a fixed width if it has at least so many lines, ...
_LEAST_LINES: Final = 5
# ... none of its lines is longer, ...
_WIDEST: Final = 100
# ... and so many of those that a line follows at once go on in small letters or stop without a full stop.
_SHARE: Final = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph at `[start, end)`, blanks around it left out; `gap` is how many blank lines precede it."""

    start: int
    end: int
    text: str
    gap: int


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text in order."""
    lines = _lines(text)
    return _unbroken(text, lines) if _is_broken(lines) else lines


def _lines(text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    place = gap = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = place + len(line) - len(line.lstrip())
            found.append(Paragraph(start=start, end=start + len(bare), text=bare, gap=gap))
            gap = 0
        else:
            gap += 1
        place += len(line) + 1
    return found


def _is_broken(lines: list[Paragraph]) -> bool:
    if len(lines) < _LEAST_LINES or any(len(line.text) > _WIDEST for line in lines):
        return False
    pairs = [(line, after) for line, after in pairwise(lines) if after.gap == 0]
    going_on = sum(1 for line, after in pairs if _goes_on(line, after))
    return len(pairs) >= _LEAST_LINES - 1 and going_on >= _SHARE * len(pairs)


def _goes_on(line: Paragraph, after: Paragraph) -> bool:
    """Whether a sentence plainly reaches over the end of a line of the usual width."""
    return len(line.text) >= 40 and line.text[-1] not in ".!?:\"'”’" and len(after.text.split()) > 0


def _unbroken(text: str, lines: list[Paragraph]) -> list[Paragraph]:
    """Join lines to paragraphs: a new one begins after a blank line and at an indented line."""
    joined: list[Paragraph] = []
    for line in lines:
        left = text.rfind("\n", 0, line.start) + 1
        if joined and line.gap == 0 and line.start == left:
            first = joined[-1]
            joined[-1] = Paragraph(
                start=first.start, end=line.end, text=text[first.start : line.end], gap=first.gap
            )
        else:
            joined.append(line)
    return joined
