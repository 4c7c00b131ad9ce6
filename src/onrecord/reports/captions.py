"""Lines in, the same with captions told: the words beside the credit of a picture.

Beside means: no blank line between, where paragraphs are parted by blank lines. Where they aren't, the line
after a credit that stands before the first paragraph is its caption; elsewhere the words themselves must say
that they describe a picture.
"""

import re

from onrecord.reports.head import Line

# Words that only captions use so.
_SHOWS = re.compile(
    r"\((?:left|right|cent(?:re|er)|L|R|C|top|bottom|above|below|pictured|seen|file)\)"
    r"|, (?:left|right|cent(?:re|er)|pictured|seen (?:here )?in|second from (?:left|right)),?(?=\s|$)"
    r"|\b(?:is|are) (?:seen|pictured|shown)\b"
    r"|\bthis (?:file|aerial|undated|handout|satellite|combination)?\s?(?:photo|picture|image|frame grab)\b"
    r"|\bon \w+ \d{1,2},? \d{4}\.?$",
    re.IGNORECASE,
)


def with_captions(lines: list[Line]) -> list[Line]:
    """Return the lines with captions told."""
    is_gapped = _is_gapped(lines)
    out = list(lines)
    for place, line in enumerate(lines):
        if line.sort == "photo":
            caption = _caption_of(out, place, is_gapped=is_gapped)
            if caption is not None:
                out[caption] = out[caption].as_("caption")
    return out


def _is_gapped(lines: list[Line]) -> bool:
    """Whether blank lines stand between most paragraphs."""
    gaps = [line.paragraph.gap > 0 for line in lines[1:]]
    return sum(gaps) * 2 >= len(gaps)


def _caption_of(lines: list[Line], place: int, *, is_gapped: bool) -> int | None:
    """Return the place of the line that describes the picture whose credit stands at a place."""
    before = place - 1 if place > 0 and lines[place - 1].sort in {None, "subhead"} else None
    after = place + 1 if place + 1 < len(lines) and lines[place + 1].sort is None else None
    has_more = any(line.sort is None for line in lines[place + 2 :])
    if after is not None and not has_more:
        after = None
    is_close_before = before is not None and lines[place].paragraph.gap == 0
    is_close_after = after is not None and lines[after].paragraph.gap == 0
    for near, is_close in ((before, is_close_before), (after, is_close_after)):
        if near is not None and is_close and _SHOWS.search(lines[near].text):
            return near
    is_on_top = not any(line.sort is None for line in lines[:place])
    if is_on_top and is_close_after:
        return after
    if is_gapped and is_close_before and before is not None and lines[before].sort is None:
        return before
    if is_gapped and is_close_after:
        return after
    if before is not None and lines[before].sort is None and _SHOWS.search(lines[before].text):
        return before
    return None
