"""A text in, its blocks out: headline, byline, date line, dateline, caption, credit, paragraphs of news.

First each line is judged by its own words (`lines`), then by its place: the head of a report stands before
its first paragraph, a caption beside the credit of its picture, links below their heading. What no rule
claims is body. Every block is one paragraph or a part of one; in order, without overlap, they cover all that
isn't blank.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from onrecord.model.report import Block, BlockKind
from onrecord.reports.byline import Byline, read_byline
from onrecord.reports.captions import with_captions
from onrecord.reports.dateline import Dateline, parse_dateline
from onrecord.reports.dayline import Dayline, leading_days, parse_dayline, trailing_days
from onrecord.reports.head import Line, end_of_head, with_head
from onrecord.reports.lines import Sort, ends_sentence, photo_credit_at_end, sort_of_line
from onrecord.reports.paragraphs import Paragraph, paragraphs
from onrecord.reports.tables import furniture

KIND: Mapping[str, BlockKind] = {"photo": "credit", "heading": "related", "masthead": "boilerplate"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something read from a line, with where that line begins in the text.

    `is_head`: not below the first paragraph; `is_foot`: below the last one.
    """

    start: int
    value: Dayline | Dateline | Byline | str
    is_head: bool
    is_foot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The blocks of a text and what was read in them, in order of place."""

    blocks: tuple[Block, ...]
    found: tuple[Found, ...]


def lay_out(text: str, hints: Mapping[str, BlockKind] | None = None) -> Layout:
    """Return the blocks of a text.

    Args:
        text: The text of a report.
        hints: What a page's own tags say of its lines: the line's words to the kind of block.
    """
    lines = [Line(paragraph=one, sort=_sort(one, hints or {})) for one in paragraphs(text)]
    lines = with_head(lines)
    lines = with_captions(lines)
    lines = _with_links(lines)
    lines = _with_crossheads(lines)
    return _laid(lines)


def _sort(paragraph: Paragraph, hints: Mapping[str, BlockKind]) -> Sort | BlockKind | None:
    own = sort_of_line(paragraph.text) or _captioned(paragraph.text)
    hinted = hints.get(" ".join(paragraph.text.split()))
    return own if hinted is None or own in {"date", "byline", "correction"} else hinted


def _captioned(text: str) -> BlockKind | None:
    """Return that a line is a caption, if it ends with the credit or the day of a picture or video."""
    days = trailing_days(text)
    has_day = days is not None and text[days.start] in "([" and ends_sentence(text[: days.start].rstrip())
    return "caption" if has_day or photo_credit_at_end(text) is not None else None


def _with_links(lines: list[Line]) -> list[Line]:
    """Return the lines with short ones below a heading of links as links, and headings of boxes as boxes."""
    out: list[Line] = []
    after_heading = False
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if line.sort is None and after_heading and not ends_sentence(line.text) and len(line.text) < 160:
            line = line.as_("related")
        elif line.sort is None and following is not None and _heads_box(line, following):
            line = line.as_("boilerplate")
        after_heading = line.sort == "heading" or (after_heading and line.sort == "related")
        out.append(line)
    return out


def _heads_box(line: Line, following: Line) -> bool:
    """Whether a line in capitals is the heading of the box that begins on the next line."""
    is_box = following.sort == "boilerplate" and following.paragraph.gap == 0
    return is_box and line.text.upper() == line.text and len(line.text.split()) <= 6


def _with_crossheads(lines: list[Line]) -> list[Line]:
    """Return the lines with short ones between two paragraphs as headings within the text."""
    out = list(lines)
    for place in range(end_of_head(lines) + 1, len(lines) - 1):
        line, following = lines[place], lines[place + 1]
        text = line.text
        is_day = line.sort == "date" and not _is_labelled(text)
        is_short = line.sort is None and len(text.split()) <= 8 and text[0].isupper() and text[-1].isalnum()
        if (is_short or is_day) and following.sort is None and ends_sentence(following.text):
            out[place] = line.as_("subhead")
    return out


def _is_labelled(text: str) -> bool:
    dayline = parse_dayline(text)
    return dayline is not None and any(stated.is_labelled for stated in dayline.days)


def _laid(lines: list[Line]) -> Layout:
    blocks: list[Block] = []
    found: list[Found] = []
    first_body = end_of_head(lines)
    dateline = _dateline_at(lines)
    last_body = max((place for place, line in enumerate(lines) if line.sort in {None, "body"}), default=0)
    for place, line in enumerate(lines):
        some_blocks, some_found = _blocks_of(
            line, is_first=place in {first_body, dateline}, is_head=place <= first_body
        )
        blocks += some_blocks
        found += [replace(one, is_foot=place > last_body) for one in some_found]
    return Layout(blocks=tuple(blocks), found=tuple(found))


def _dateline_at(lines: list[Line]) -> int | None:
    """Return the place of the paragraph with the dateline, which a teaser or two may precede."""
    bodies = [place for place, line in enumerate(lines) if line.sort in {None, "body"}][:4]
    for number, place in enumerate(bodies):
        dateline = parse_dateline(lines[place].text)
        if dateline and (number == 0 or (dateline.place or "").split(",")[0].isupper()):
            return place
    return None


def _blocks_of(line: Line, *, is_first: bool, is_head: bool) -> tuple[list[Block], list[Found]]:
    sort = line.sort or "body"
    if sort == "body" and is_first:
        return _opening(line)
    if sort == "date":
        return _day_blocks(line, is_head=is_head)
    if sort == "caption":
        return _caption(line), []
    days = trailing_days(line.text) if sort in {"headline", "body"} else None
    if days and line.text[days.start] not in "([":
        kind: BlockKind = "headline" if sort == "headline" else "body"
        return _cut(line, ((kind, days.start), ("date", None))), [_found(line, days, is_head=True)]
    if sort == "headline" and (label := furniture().headline_label.match(line.text)):
        return _cut(line, (("boilerplate", label.end()), ("headline", None))), []
    whole = _cut(line, ((KIND.get(sort, sort), None),))  # type: ignore[arg-type]
    if sort == "byline":
        byline = read_byline(line.text)
        return whole, [_found(line, byline if byline else line.text, is_head=is_head)]
    if sort in {"credit", "masthead"}:
        return whole, [_found(line, f"{sort}:{line.text}", is_head=is_head)]
    return whole, []


def _opening(line: Line) -> tuple[list[Block], list[Found]]:
    """Return the blocks of the first paragraph: perhaps a day, perhaps a dateline, then the body."""
    found: list[Found] = []
    parts: list[tuple[BlockKind, int | None]] = []
    start = 0
    if days := leading_days(line.text):
        start = len(line.text) - len(line.text[days.end :].lstrip(" \t|–—-.:"))
        parts.append(("date", days.end))
        found.append(_found(line, days, is_head=True))
    dateline = parse_dateline(line.text[start:])
    if dateline:
        parts.append(("dateline", start + dateline.end))
        found.append(
            Found(start=line.paragraph.start + start, value=dateline, is_head=True)
        )  # fmt: skip
    elif (days := trailing_days(line.text)) and line.text[days.start] not in "([":
        return _cut(line, (*parts, ("body", days.start), ("date", None))), [
            *found,
            _found(line, days, is_head=True),
        ]
    return _cut(line, (*parts, ("body", None))), found


def _day_blocks(line: Line, *, is_head: bool) -> tuple[list[Block], list[Found]]:
    dayline = parse_dayline(line.text)
    if dayline is None:
        return _cut(line, (("date", None),)), []
    # In brackets stands the day of a picture or video.
    found = [] if line.text[0] in "([" else [_found(line, dayline, is_head=is_head)]
    if dayline.byline:
        parts: tuple[tuple[BlockKind, int | None], ...] = (("byline", dayline.start), ("date", None))
        return _cut(line, parts), [_found(line, dayline.byline, is_head=is_head), *found]
    return _cut(line, (("date", None),)), found


def _caption(line: Line) -> list[Block]:
    # The day at the end of a caption is the picture's, not the report's.
    days = trailing_days(line.text)
    if days:
        return _cut(line, (("caption", days.start), ("date", None)))
    credit = photo_credit_at_end(line.text)
    return _cut(line, (("caption", credit), ("credit", None)) if credit else (("caption", None),))


def _found(line: Line, value: Dayline | Dateline | Byline | str, *, is_head: bool) -> Found:
    return Found(start=line.paragraph.start, value=value, is_head=is_head)


def _cut(line: Line, parts: tuple[tuple[BlockKind, int | None], ...]) -> list[Block]:
    """Return a line as blocks, each up to a place in it (None: its end), without the blanks at their ends.

    A date or dateline keeps its dash: where the body follows, the dateline's block reaches up to it.
    """
    blocks: list[Block] = []
    text, start = line.text, 0
    for kind, end in parts:
        stop = len(text) if end is None else end
        part = text[start:stop]
        left = start + len(part) - len(part.lstrip())
        right = start + len(part.rstrip())
        if left < right:
            offset = line.paragraph.start
            blocks.append(Block(kind=kind, start=offset + left, end=offset + right))
        start = stop
    return blocks
