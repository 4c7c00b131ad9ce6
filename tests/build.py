"""Annotations made by hand, each found by its words in the report."""

from typing import Any

from onrecord.model.annotation import (
    EventMention,
    FigureReading,
    Found,
    Mention,
    Participant,
    Quotation,
    Timex,
)
from onrecord.model.ids import make_id
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.when import When


def place(report: Report, words: str, nth: int = 0) -> Span:
    """Return where words stand in a report: the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = report.text.index(words, start + 1)
    return Span(start, start + len(words))


def name(report: Report, words: str, *, nth: int = 0, chain: Mention | None = None, **more: Any) -> Mention:
    """Return a mention by name, of a person unless `kind` says otherwise."""
    span = place(report, words, nth)
    mention_id = make_id("name", report.id, span.start, span.end)
    role = more.pop("role", None)
    fields: dict[str, Any] = {"form": "name", "kind": "person", "name": words, **more}
    return Mention(
        id=mention_id,
        report=report.id,
        span=span,
        chain=chain.id if chain is not None else mention_id,
        role=place(report, role) if role else None,
        reason="by hand",
        finder="hand/1",
        confidence=0.9,
        **fields,
    )


def said(report: Report, words: str, *speakers: Mention, day: str | None = None, **more: Any) -> Quotation:
    """Return a quotation, direct unless `kind` says otherwise."""
    span = place(report, words)
    fields: dict[str, Any] = {"kind": "direct", "cue": None, "speaker_words": None, **more}
    return Quotation(
        id=make_id("quotation", report.id, span.start, span.end),
        report=report.id,
        span=span,
        content=(span,),
        speakers=tuple(speaker.id for speaker in speakers),
        said=on(day),
        reason="by hand",
        finder="hand/1",
        confidence=0.9,
        **fields,
    )


def event(
    report: Report, clause: str, trigger: str, *people: Mention, day: str | None = None, **more: Any
) -> EventMention:
    """Return an event mention, a meeting that happened unless told otherwise."""
    span = place(report, trigger)
    giver: Mention | None = more.pop("giver", None)
    fields: dict[str, Any] = {"sort": "meeting", "type": "CONSULT", "modality": "happened", **more}
    return EventMention(
        id=make_id("event", report.id, span.start, span.end),
        report=report.id,
        span=span,
        clause=place(report, clause),
        participants=tuple(Participant(mention=person.id, role="party") for person in people),
        when=on(day),
        voice="own" if giver is None else "attributed",
        given_by=() if giver is None else (giver.id,),
        reason="by hand",
        finder="hand/1",
        confidence=0.9,
        **fields,
    )


def figure(
    report: Report, printed: str, clause: str, low: float | None, high: float | None, **more: Any
) -> FigureReading:
    """Return a reading, of people killed unless told otherwise."""
    span = place(report, printed)
    giver: Mention | None = more.pop("giver", None)
    day: str | None = more.pop("day", None)
    fields: dict[str, Any] = {"hedge": "exact", "unit": "people", "measure": "count", **more}
    fields = {"counts": "people killed", "head": "killed", **fields}
    return FigureReading(
        id=make_id("figure", report.id, span.start, span.end),
        report=report.id,
        span=span,
        low=low,
        high=high,
        keep=True,
        clause=place(report, clause),
        voice="own" if giver is None else "attributed",
        given_by=() if giver is None else (giver.id,),
        as_of=on(day),
        finder="hand/1",
        confidence=0.9,
        **fields,
    )


def timex(report: Report, words: str, edtf: str) -> Timex:
    """Return a time expression of a stated day."""
    span = place(report, words)
    return Timex(
        id=make_id("timex", report.id, span.start, span.end),
        report=report.id,
        span=span,
        type="DATE",
        value=edtf,
        mod=None,
        when=When(edtf=edtf, basis="stated", printed=words),
        finder="hand/1",
        confidence=1.0,
    )


def on(day: str | None) -> When | None:
    """Return a stated day."""
    return (
        None
        if day is None
        else When(edtf=day, basis="bounded" if ".." in day else "stated", reason="by hand")
    )


def found(*annotations: Any) -> Found:
    """Return annotations as found in one report."""

    def of(kind: type) -> Any:
        return tuple(sorted((a for a in annotations if isinstance(a, kind)), key=lambda a: a.span))

    return Found(
        timexes=of(Timex), mentions=of(Mention), quotations=of(Quotation), figures=of(FigureReading),
        events=of(EventMention),
    )  # fmt: skip
