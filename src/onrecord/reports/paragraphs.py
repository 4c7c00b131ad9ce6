"""Text in, its paragraphs out, as places.

A paragraph is a line, whether or not blank lines stand between; in a text that was broken at a fixed
width it is the lines up to the next blank or indented one.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

# A text is taken as broken at a fixed width if none of its lines is longer than this, ...
_WIDEST: Final = 100
# ... and of the lines that another follows at once, so many go on there in small letters, ...
_SHARE_IN_SMALL: Final = 0.3
# ... or, in a text of at least so many lines, so many just have no full stop at their end.
_SHARE_WITHOUT_STOP: Final = 0.6
_LEAST_LINES: Final = 5
_USUAL: Final = 30
"""Characters from which a line is long enough to have been broken."""


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
    if any(len(line.text) > _WIDEST for line in lines):
        return False
    pairs = [(line, after) for line, after in pairwise(lines) if after.gap == 0]
    open_ended = [(line, after) for line, after in pairs if _goes_on(line)]
    in_small = sum(1 for _, after in open_ended if after.text[0].islower() and after.text[:3] != "by ")
    if in_small and in_small >= _SHARE_IN_SMALL * len(pairs):
        return True
    return len(lines) >= _LEAST_LINES and len(open_ended) >= max(4, _SHARE_WITHOUT_STOP * len(pairs))


def _goes_on(line: Paragraph) -> bool:
    """Whether a line is of the usual width and ends in no mark that ends a sentence."""
    return len(line.text) >= _USUAL and line.text[-1] not in ".!?:\"'”’"


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
