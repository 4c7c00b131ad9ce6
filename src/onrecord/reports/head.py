"""The lines of a report in, the same with its head told: masthead, headline, subhead, byline, date.

The head ends where the first paragraph of news begins. In it the first short line is the headline, unless it
is the outlet's name; others are subheads. A text that begins with a paragraph has no headline.
"""

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from onrecord.model.report import BlockKind
from onrecord.reports.byline import are_names, is_name, is_office, parse_bare_byline
from onrecord.reports.dateline import parse_dateline
from onrecord.reports.dayline import is_masthead, leading_days
from onrecord.reports.lines import Sort, is_news
from onrecord.reports.paragraphs import Paragraph
from onrecord.reports.printing import printing_pattern
from onrecord.reports.tables import furniture, known_outlets

_LONGEST_HEADLINE: Final = 200
_LONGEST_SUBHEAD: Final = 320
_LONGEST_MASTHEAD: Final = 5
"""Words of an outlet's name that no list knows."""

_HEAD: Final = 15
"""How many lines a head can have."""

Told = Sort | BlockKind
"""What is told of a line so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph and what it is; None as long as no rule claims it."""

    paragraph: Paragraph
    sort: Told | str | None

    @property
    def text(self) -> str:
        """The paragraph's words."""
        return self.paragraph.text

    def as_(self, sort: str) -> "Line":
        """Return the line as something else."""
        return replace(self, sort=sort)


def end_of_head(lines: list[Line]) -> int:
    """Return the place of the first line of news; the number of lines where there is none."""
    return next((place for place, line in enumerate(lines) if line.sort in {None, "body"}), len(lines))


def with_head(lines: list[Line]) -> list[Line]:
    """Return the lines with those before the first paragraph told apart."""
    end = _first_paragraph(lines)
    head, rest = lines[:end], lines[end:]
    head = _with_masthead(_with_entry(_with_section(_with_label(head))), has_body=bool(rest))
    out: list[Line] = []
    has_headline = any(line.sort == "headline" for line in head)
    for place, line in enumerate(head):
        if line.sort is None:
            before = out[-1].sort if out else None
            sort = _sort_in_head(line, before, head[place + 1 : place + 2], has_headline=has_headline)
            has_headline = has_headline or sort == "headline"
            line = line.as_(sort) if sort else line
        out.append(line)
    return out + rest


def _first_paragraph(lines: list[Line]) -> int:
    """Return the place of the first line that is a paragraph of news and no part of the head."""
    short = [
        place for place, line in enumerate(lines[:_HEAD]) if line.sort is None and not _is_paragraph(line)
    ]
    first = next(
        (place for place, line in enumerate(lines) if line.sort is None and _is_paragraph(line)), None
    )
    if first is None:
        # A text of nothing but short lines has a headline at most.
        return (short[0] + 1 if short and len(short) > 1 else 0) if short else 0
    if first >= _HEAD:
        return short[0] + 1 if short else 0
    while (after := _subhead_before(lines, first)) is not None:
        first = after
    return first


def _subhead_before(lines: list[Line], first: int) -> int | None:
    """Return the next paragraph, if the first one is a headline or subhead that ends with a full stop."""
    line = lines[first]
    below = range(first + 1, min(len(lines), first + 1 + _HEAD))
    rest = [place for place in below if lines[place].sort is None and _is_paragraph(lines[place])]
    if not rest or len(line.text) > _LONGEST_SUBHEAD:
        return None
    if parse_dateline(line.text) or leading_days(line.text):
        return None
    if first == 0 and _is_in_title_case(line.text) and lines[1].paragraph.gap > 0:
        return rest[0]
    between = lines[first + 1 : rest[0]]
    has_headline = any(one.sort in {None, "headline"} for one in lines[:first])
    is_followed = any(one.sort in {"byline", "date"} for one in between) and not any(
        one.sort in {"byline", "date"} for one in lines[1:first]
    )
    return rest[0] if has_headline and is_followed and len(rest) > 1 else None


def _is_paragraph(line: Line) -> bool:
    if parse_dateline(line.text) or leading_days(line.text):
        return True
    text = line.text
    if text[-1] in "?!" and len(text) <= _LONGEST_HEADLINE:
        return False
    return is_news(text)


def _is_in_title_case(text: str) -> bool:
    """Whether all words but small ones are capitalised, as headlines are in some papers."""
    words = [word for word in text.split() if len(word) > 4 and word[0].isalpha()]
    return 4 <= len(text.split()) <= 20 and len(words) >= 3 and all(word[0].isupper() for word in words)


def _with_section(head: list[Line]) -> list[Line]:
    """Return the head with the names of the page's sections, which stand above the headline, as no news."""
    free = [place for place, line in enumerate(head) if line.sort is None]
    above = takewhile(lambda place: furniture().section.match(head[place].text) is not None, free[:-1])
    sections = set(above)
    return [line.as_("boilerplate") if place in sections else line for place, line in enumerate(head)]


def _with_label(head: list[Line]) -> list[Line]:
    """Return the head with the line that is labelled as the headline as that: "HEADLINE: …", "Subject: …"."""
    labelled = next(
        (n for n, line in enumerate(head) if not line.sort and furniture().headline_label.match(line.text)),
        None,
    )
    if labelled is None or any(line.sort == "headline" for line in head):
        return head
    return [*head[:labelled], head[labelled].as_("headline"), *head[labelled + 1 :]]


def _with_entry(head: list[Line]) -> list[Line]:
    """Return the head of a database's entry told apart: its writer, length, day, outlet, code.

    Below the day stand the outlet's name and the letters that the database has for it.
    """
    length = next(
        (n for n, line in enumerate(head) if printing_pattern("head.length").fullmatch(line.text)), None
    )
    if length is None or length + 2 >= len(head) or head[length + 1].sort != "date":
        return head
    out = list(head)
    if length > 1 and out[length - 1].sort is None and are_names(out[length - 1].text):
        out[length - 1] = out[length - 1].as_("byline")
    for place in range(length + 2, len(out)):
        line = out[place]
        if line.sort is not None or line.paragraph.gap > 0:
            break
        out[place] = line.as_("masthead" if place == length + 2 else "boilerplate")
    return out


def _with_masthead(head: list[Line], *, has_body: bool) -> list[Line]:
    """Return the head with the line that is the outlet's name as `masthead`."""
    free = [place for place, line in enumerate(head) if line.sort is None]
    for place in free:
        line = head[place]
        has_day = (
            place + 1 < len(head) and head[place + 1].sort == "date" and head[place + 1].paragraph.gap == 0
        )
        after_byline = place > 0 and head[place - 1].sort == "byline" and line.paragraph.gap == 0
        is_known = line.text.lower() in known_outlets()
        if not (is_known or is_masthead(_unplaced(line.text))) or not has_body:
            continue
        others = [other for other in free if other != place]
        is_alone = line.text.upper() == line.text or is_known
        if (has_day and (others or is_alone)) or (is_known and others):
            return [*head[:place], line.as_("masthead"), *head[place + 1 :]]
        if after_byline:
            return [*head[:place], line.as_("byline"), *head[place + 1 :]]
    if has_body and _is_above_a_headline(head, free):
        return [*head[: free[0]], head[free[0]].as_("masthead"), *head[free[0] + 1 :]]
    return head


def _unplaced(text: str) -> str:
    """Return an outlet's name without the town behind it: "The Guardian (London)"."""
    return re.sub(r"\s*\([\w .,-]+\)$", "", text)


def _is_above_a_headline(head: list[Line], free: list[int]) -> bool:
    """Whether a head opens with an outlet that no list knows: "THE LAMPLIGHTER", a day, a headline.

    One that neither opens as outlets' names do nor holds a word of them, and one without its day, must stand
    in capitals over a headline that doesn't.
    """
    if len(free) < 2 or any(line.sort not in {"boilerplate", "credit"} for line in head[: free[0]]):
        return False
    text, headline, below = _unplaced(head[free[0]].text), head[free[1]].text, head[free[0] + 1]
    tokens = text.split()
    is_in_capitals = text.upper() == text
    is_named = tokens[0].lower() == "the" or is_masthead(text)
    has_day = below.sort == "date" and (below.paragraph.gap == 0 or is_named)
    return (
        0 < len(tokens) <= _LONGEST_MASTHEAD
        and all(token.replace("-", "").replace("'", "").isalpha() for token in tokens)
        and (is_in_capitals or (is_named and all(token[0].isupper() for token in tokens)))
        and (has_day or (is_in_capitals and is_named))
        and ((has_day and is_named) or _is_sentence_over(headline, tokens))
    )


def _is_sentence_over(headline: str, tokens: list[str]) -> bool:
    """Whether a headline is longer than what stands above it, and printed as a sentence is."""
    words = headline.split()
    return len(words) > len(tokens) and any(word[0].islower() for word in words)


def _sort_in_head(
    line: Line, before: Told | str | None, after: list[Line], *, has_headline: bool
) -> str | None:
    text = line.text
    if not has_headline:
        return "headline" if len(text) <= _LONGEST_HEADLINE else None
    if before == "byline" and line.paragraph.gap == 0 and (is_office(text) or is_name(text)):
        return "byline"
    has_day = any(line.sort in {"date", "masthead"} for line in after)
    is_below_furniture = before in {"date", "boilerplate"}
    if parse_bare_byline(text) or ((has_day or is_below_furniture) and are_names(text)):
        return "byline"
    return "subhead" if len(text) <= _LONGEST_SUBHEAD else None
