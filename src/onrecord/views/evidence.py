"""A passage in, its sentence out: with the report, outlet, day and address that it stands in."""

import re
from dataclasses import dataclass
from typing import Final

from onrecord.model.report import Report
from onrecord.model.span import Passage, Span
from onrecord.views.days import Day, day_of
from onrecord.views.harmless import harmless, one_line
from onrecord.views.lookup import Lookup

REACH: Final = 320
"""Code points to either side beyond which a sentence is cut: news has few longer ones."""

SENTENCE_END: Final = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9█])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A report's words for a line, within their sentence.

    Attributes:
        number: the report's short number on this page.
        before, words, after: the sentence in three parts; `words` are the supporting ones.
        from_: the part of the report that they stand in.
        start, end: the place of `words` in the report's text.
    """

    number: int
    report: str
    outlet: str
    day: Day
    address: str
    before: str
    words: str
    after: str
    from_: str
    notes: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


def evidence_of(passage: Passage, lookup: Lookup, *, notes: tuple[str, ...] = ()) -> Evidence:
    """Return a passage with its sentence and where it stands; without the report, its words alone."""
    report = lookup.reports.get(passage.report)
    before, after, part = "", "", "body"
    if report is not None and report.text:
        sentence = sentence_around(report, passage.span)
        before = report.text[sentence.start : passage.start]
        after = report.text[passage.end : sentence.end]
        part = part_of(report, passage.span)
    return Evidence(
        number=lookup.numbers.get(passage.report, 0),
        report=passage.report,
        outlet=lookup.outlet(passage.report),
        day=day_of(report.published if report is not None else None, lookup.year),
        address=one_line(report.address) if report is not None else "",
        before=_flat(before),
        words=one_line(passage.text),
        after=_flat(after),
        from_=part,
        notes=notes,
        start=passage.start,
        end=passage.end,
    )


def _flat(text: str) -> str:
    """Return text on one line, with the blanks at its ends kept as one."""
    return re.sub(r"\s+", " ", harmless(text))


def part_of(report: Report, span: Span) -> str:
    """Return the kind of block that a span begins in."""
    for block in report.blocks:
        if block.start <= span.start < block.end:
            return block.kind
    return "body"


def sentence_around(report: Report, span: Span) -> Span:
    """Return the sentences that a span touches, within its block, cut at `REACH`.

    Sentences are told by their marks alone: reading back needs no language model.
    """
    text = report.text
    first, last = max(0, span.start - REACH), min(len(text), span.end + REACH)
    for block in report.blocks:
        if block.start <= span.start < block.end:
            first, last = max(first, block.start), min(last, max(block.end, span.end))
    start = first
    for match in SENTENCE_END.finditer(text, first, min(len(text), span.start + 1)):
        start = match.end() if match.end() <= span.start else start
    after = SENTENCE_END.search(text, max(span.start, span.end - 2), last)
    end = after.end() if after is not None and after.end() >= span.end else last
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
