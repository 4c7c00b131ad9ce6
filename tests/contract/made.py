"""Reports and annotations for the contract, made by hand."""

import re
from dataclasses import replace
from typing import Any

from onrecord.model.annotation import EventMention, FigureReading, Found, Mention, Quotation, Timex
from onrecord.model.ids import make_id
from onrecord.model.record import Judgement
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.when import When
from tests.support import make_report

TEXT = (
    "The river Ance rose on Monday. “The dam will hold,” said Mayor Ilse Quandt, who visited the dam.\n"
    "More than 40 families left their homes."
)
FINDERS = ("timexes.rules/1", "quotations.rules/2")


def a_report(text: str = TEXT, **options: Any) -> Report:
    """Return a report with a headline."""
    return make_report(text, headline=options.pop("headline", "Dam above Tarnbeck holds"), **options)


def at(path: str, text: str, *, address: str | None = None) -> Report:
    """Return a report read from a path on this machine."""
    made = make_report(text, address=address or path.rsplit("/", 1)[-1])
    return replace(made, location=path)


def span_of(report: Report, words: str) -> Span:
    """Return where words stand in a report."""
    found = re.search(re.escape(words), report.text)
    assert found is not None
    return Span(*found.span())


def found_in(report: Report) -> Found:
    """Return an annotation of each kind in a report with the text above."""
    mayor, dam, event = (span_of(report, words) for words in ("Mayor Ilse Quandt", "the dam.", "visited"))
    clause = span_of(report, "who visited the dam")
    content, day, number = (
        span_of(report, words) for words in ("The dam will hold", "Monday", "More than 40")
    )
    when = When(edtf="2026-03-09", basis="resolved", printed="Monday", rule="weekday", anchor="2026-03-10")
    common: dict[str, Any] = {"report": report.id, "finder": FINDERS[0], "confidence": 0.8}
    name = make_id("name", report.id, mayor.start, mayor.end)
    quotation = make_id("quotation", report.id, content.start, content.end)
    return Found(
        timexes=(
            Timex(
                id=make_id("timex", report.id, day.start, day.end), span=day, type="DATE", mod=None,
                value="2026-03-09", when=when, **common,
            ),
        ),
        mentions=(
            Mention(
                id=name, span=mayor, form="name", kind="person", name="Ilse Quandt", chain=name,
                role=Span(mayor.start, mayor.start + 5), reason="name", **common,
            ),
            Mention(
                id=make_id("name", report.id, dam.start, dam.end), span=dam, form="role", kind="place",
                name="the dam", chain=None, role=None, reason="noun", latitude=50.25,
                longitude=-3.5, **common,
            ),
        ),
        quotations=(
            Quotation(
                id=quotation, span=content, kind="direct", content=(content,), cue=span_of(report, "said"),
                speaker_words=mayor, speakers=(name,), reason="inverted", said=when, **common,
            ),
        ),
        figures=(
            FigureReading(
                id=make_id("figure", report.id, number.start, number.end), span=number, low=40.0, high=None,
                hedge="more-than", unit="people", counts="families", head="family", measure="count",
                keep=True, clause=number, voice="own", given_by=(), **common,
            ),
        ),
        events=(
            EventMention(
                id=make_id("event", report.id, event.start, event.end), span=event, clause=clause, type=None,
                sort="visit", participants=(), when=when, modality="happened", voice="own", given_by=(),
                reason="verb", **common,
            ),
        ),
    )  # fmt: skip


def a_judgement(number: int, *, at: str = "2026-03-12T10:00:00Z", undone: bool = False) -> Judgement:
    """Return a ruling."""
    return Judgement(
        id=make_id("judgement", number),
        verdict="same",
        spans=(),
        by="a reader",
        at=at,
        because=None,
        undone=undone,
    )
