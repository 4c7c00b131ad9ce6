"""One line in, what furniture it is out; None for news. Each line is judged by its own words alone."""

import re
from typing import Final, Literal

from onrecord.reports.byline import is_name, parse_byline
from onrecord.reports.dayline import is_masthead, parse_dayline
from onrecord.reports.printing import printing_pattern
from onrecord.reports.tables import agencies, furniture

Sort = Literal["date", "byline", "credit", "photo", "related", "heading", "boilerplate", "correction"]
"""Kinds of block, with two more: `photo`, the credit of a picture, and `heading`, that of related links."""

_YEAR_OF_BOX = re.compile(r"(?<![\w:])(?:1[6-9]|20)\d\d: ")
BOX = 3  # years with a colon from which a line is a box of them
_LONGEST: Final = 400
# A sentence may end before brackets that hold a credit or an aside.
_ENDS = re.compile(r"[.!?…][\"”’')\]]*(?:\s[(\[].{2,90}[)\]])?$")
_BRACKET = re.compile(r"\s*[(\[](?P<credit>[^()\[\]]{2,90})[)\]]\s*\.?$")
_AFTER_STOP = re.compile(r"(?<=[.!?”\"])\s+[(\[](?P<credit>.{2,90})[)\]]$")
_TAIL = re.compile(r"(?<=[.!?”\"])\s+(?P<credit>[A-ZÀ-Þ©][^.!?]{1,80}(?:\.[\w]{2,3})?)\.?$")


def sort_of_line(line: str) -> Sort | None:
    """Return what furniture a line is by its own words."""
    if is_box_of_years(line):
        return "boilerplate"
    if len(line) > _LONGEST:
        return None
    tables = furniture()
    if is_field(line) or _is_pictured(line):
        return "boilerplate"
    if parse_dayline(line):
        return "date"
    if parse_byline(line):
        return "byline"
    if tables.correction.match(line):
        return "correction"
    if tables.note.match(line):
        return "correction" if tables.corrects.search(line) else "boilerplate"
    if is_photo_credit(line):
        return "photo"
    if tables.heading.match(line):
        return "heading"
    if tables.related.match(line):
        return "related"
    if tables.credit.match(line) or line.strip(" ().[]").lower() in agencies():
        return "credit"
    if tables.copyright.match(line):
        return "credit" if names_agency(line) else "boilerplate"
    if tables.boilerplate.match(line):
        return "boilerplate"
    return None


def is_field(line: str) -> bool:
    """Whether a line is what a database of the press or a mail program writes round a report.

    "LOAD-DATE: March 18, 2026", "212 words", "From: desk@leven.example".
    """
    tables = furniture()
    if tables.field.match(line):
        return True
    label = tables.field_in_capitals.match(line)
    return label is not None and label[0].isupper()


def _is_pictured(line: str) -> bool:
    """Whether a line is an agency of pictures with what is to be seen run on to it, as pages are copied."""
    agency = furniture().pictured.match(line)
    return agency is not None and line[agency.end()].isupper() and not ends_sentence(line)


def is_box_of_years(line: str) -> bool:
    """Whether a line is a box of what happened in other years, run together: "1979: … 1983: … 1989: …".

    Where one entry ends and the next sentence begins can't be told, so none of it is news.
    """
    return len(_YEAR_OF_BOX.findall(line)) >= BOX


def is_photo_credit(line: str) -> bool:
    """Whether a whole line is the credit of a picture: "Miles Aubrey / Anselm Courier", "Photo: …"."""
    words = len(line.split())
    if words > 25:
        return False
    tables = furniture()
    if tables.photo_label.match(line) and not _is_sentence(line):
        return True
    if words > 15 or _is_sentence(line):
        return False
    # Credits are names: small words beside "via", "for" and "photo" are those of a sentence.
    small = sum(1 for word in line.split() if word.islower())
    return (
        bool(tables.photo_end.match(line) and small <= 3) or _is_slashed_credit(line) or _is_for_outlet(line)
    )


def _is_slashed_credit(words: str) -> bool:
    """Whether words are "Name / Outlet" in either order, with a person, an agency or an outlet in them."""
    bare = words.strip(" ©()[].")
    if printing_pattern("lines.slashed").fullmatch(bare) is None:
        return False
    parts = [re.sub(r"\(.*?\)", "", part).strip() for part in bare.split("/")]
    return names_agency(bare) or any(is_name(part) or is_masthead(part) for part in parts)


def _is_for_outlet(line: str) -> bool:
    """Whether a line is "Ann Lee for The Leven Post"."""
    name, _, outlet = line.partition(" for ")
    return bool(outlet) and is_name(name) and is_masthead(outlet)


def _is_sentence(line: str) -> bool:
    """Whether a line ends a sentence of more than a few words."""
    return bool(_ENDS.search(line)) and len(line.split()) > 12


def photo_credit_at_end(line: str) -> int | None:
    """Return where the credit of a picture begins at the end of a caption; None where there is none."""
    tables = furniture()
    for pattern in (_BRACKET, _AFTER_STOP, _TAIL):
        match = pattern.search(line, max(0, len(line) - 120))
        if match is None or match.start() == 0:
            continue
        credit = match["credit"]
        is_short = len(credit.split()) <= 10
        if is_short and (tables.photo_label.match(credit) or tables.photo_end.match(credit)):
            return match.start() + len(match[0]) - len(match[0].lstrip())
        if is_short and _is_slashed_credit(credit):
            return match.start() + len(match[0]) - len(match[0].lstrip())
    return None


def names_agency(line: str) -> bool:
    """Whether a line holds the full name of an agency, or its short one in capitals."""
    lower = line.lower()
    for short, full in agencies().items():
        name = full.lower()
        if name in lower or (short.isupper() and re.search(rf"\b{re.escape(short)}\b", line)):
            return True
    return bool(printing_pattern("lines.agencies").search(line))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_ENDS.search(line))


def is_news(line: str) -> bool:
    """Whether a line is long or ends like a paragraph, so that it is neither headline nor heading."""
    return ends_sentence(line) or len(line) > 220 or bool(re.search(r"[a-z\"”]\.[\"”]?\s[A-Z\"“]", line))
