"""A line of the record in, the same with its standing and citations out: what programs are given.

Every face for programs says a line in the words that people are shown, with the exact words, place, report
and address that it rests on beside it, so that nothing has to be believed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from onrecord.model.annotation import Voice
from onrecord.model.record import (
    Difference,
    Entity,
    Event,
    Figure,
    Reading,
    ReportLine,
    Standing,
    Statement,
    Story,
    Support,
)
from onrecord.model.report import NEWS, Report
from onrecord.model.span import Passage, Span
from onrecord.views.days import Day, day_of, edtf_words
from onrecord.views.evidence import part_of
from onrecord.views.harmless import one_line
from onrecord.views.lines import Line, event_line, giver_words
from onrecord.views.lookup import Lookup, counted
from onrecord.views.news import plain_words
from onrecord.views.numbers import ReadingLine, as_of_words, counted_line, printed_words, what_is_counted
from onrecord.views.parting import KINDS, about_words, reason_words
from onrecord.views.wordings import differing_places, said

LineKind = Literal["event", "statement", "figure", "reading", "difference", "entity", "report", "story"]
Citable = Event | Statement | Figure | Difference | Entity | ReportLine | Story

OPENING = 200
"""Code points of its news that a report without a headline is known by."""
MENTIONS = 5
"""Mentions that an entity is cited with: `why` shows all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words that a line rests on, and where they stand.

    Attributes:
        published: the report's day of publication in EDTF; None where it isn't known.
        start, end: the place in the report's text, in code points.
        words: the report's words at that place, to the letter.
        part: headline, subhead, body or caption.
        voice: own, or attributed to `given_by`; None for words that are no claim.
        note: what these words are to the line: how a wording relates to the first, or whose side it is.
    """

    report: str
    outlet: str
    address: str
    published: str | None
    start: int
    end: int
    words: str
    part: str
    voice: Voice | None = None
    given_by: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedLine:
    """One line of the record, in words, with its standing and what it rests on.

    Attributes:
        text: the whole line in words.
        standing: of a figure, that of its newest reading; None for stories, reports, entities, differences.
        origins: how many origins bear it out, in words.
        confidence: the best that anything it rests on was found with; 1 for stories, reports and entities.
    """

    id: str
    kind: LineKind
    text: str
    day: Day
    what: str
    who: str
    standing: Standing | None
    origins: str
    marks: tuple[str, ...]
    confidence: float
    citations: tuple[Citation, ...]


class Dated(Lookup):
    """What the ids of a record stand for, every day with its year: programs put many years together."""

    @property
    def year(self) -> None:
        """None: no year goes without saying."""

    @cached_property
    def differing(self) -> dict[str, dict[str, tuple[tuple[int, int], ...]]]:
        """Of each statement, by report, the places whose words other reports give otherwise."""
        return differing_places(self.record)
        return None


def cited(thing: Citable, lookup: Dated) -> CitedLine:
    """Return a thing on record as a cited line."""
    match thing:
        case Event():
            return _event(thing, lookup)
        case Statement():
            return _statement(thing, lookup)
        case Figure():
            return _figure(thing, lookup)
        case Difference():
            return _difference(thing, lookup)
        case Entity():
            return _entity(thing, lookup)
        case ReportLine():
            return _report(thing, lookup)
        case Story():
            return _story(thing, lookup)


def readings(figure: Figure, lookup: Lookup) -> tuple[CitedLine, ...]:
    """Return the history of a figure: each reading as a line of its own, in order."""
    replaced = {reading.replaces for reading in figure.readings}
    return tuple(_reading(each, figure, lookup, later=each.id in replaced) for each in figure.readings)


def citation(passage: Passage, lookup: Lookup, *, note: str = "") -> Citation:
    """Return words with where they stand."""
    report = lookup.reports.get(passage.report)
    return Citation(
        report=passage.report,
        outlet=lookup.outlet(passage.report),
        address=one_line(report.address) if report is not None else "",
        published=report.published.edtf if report is not None and report.published is not None else None,
        start=passage.start,
        end=passage.end,
        words=passage.text,
        part=part_of(report, passage.span) if report is not None else "body",
        note=note,
    )


def _supported(support: Support, lookup: Lookup, *, note: str = "") -> Citation:
    givers = tuple(lookup.name(each) for each in support.given_by)
    found = citation(support.span, lookup, note=note)
    return replace(found, part=support.from_, voice=support.voice, given_by=givers)


def _event(event: Event, lookup: Lookup) -> CitedLine:
    line = event_line(event, lookup)
    told = [_supported(support, lookup) for support in event.support]
    became = event.outcome.support if event.outcome is not None else ()
    told += [_supported(support, lookup, note="what became of it") for support in became]
    confidence = max(support.confidence for support in event.support)
    return _made(line, "event", event.standing, confidence, told)


def _statement(statement: Statement, lookup: Dated) -> CitedLine:
    found = said(statement, lookup, lookup.differing.get(statement.id, {}))
    line = Line(
        id=found.id,
        day=found.day,
        what=found.renderings[0].text,
        who=found.who,
        origins=found.origins,
        marks=tuple(mark for mark in (found.occasion, *found.marks) if mark),
    )
    told = [
        citation(passage, lookup, note=f"{piece.kind}, {variant.relation} wording")
        for variant in statement.variants
        for piece in variant.pieces
        for passage in piece.content
    ]
    confidence = max(variant.confidence for variant in statement.variants)
    return _made(line, "statement", statement.standing, confidence, told)


def _figure(figure: Figure, lookup: Lookup) -> CitedLine:
    history = readings(figure, lookup)
    standing = [each for each in history if each.standing != "withdrawn"] or list(history)
    numbers = "; ".join(map(_folded, counted_line(figure, lookup, frozenset()).readings))
    line = Line(
        id=figure.id,
        day=standing[-1].day,
        what=f"{what_is_counted(figure)}: {numbers}",
        who="",
        origins=standing[-1].origins,
    )
    told = [each for reading in history for each in reading.citations]
    best = max(each.confidence for each in history)
    return _made(line, "figure", standing[-1].standing, best, told)


def _folded(reading: ReadingLine) -> str:
    """Return one number of a figure's history in words."""
    how, day = reading.as_of
    mark = f", {reading.mark}" if reading.mark else ""
    return f"{f'{reading.hedge} {reading.printed}'.strip()} ({reading.who}, {how} {day.words}{mark})"


def _reading(reading: Reading, figure: Figure, lookup: Lookup, *, later: bool) -> CitedLine:
    printed, hedge = printed_words(reading)
    support = reading.support
    how, day = as_of_words(reading, lookup)
    outlet = lookup.outlet(support.span.report)
    gone = reading.standing == "withdrawn"
    marks = ("replaced later",) if later and not gone else ()
    line = Line(
        id=reading.id,
        day=day,
        what=f"{what_is_counted(figure)}: {f'{hedge} {printed}'.strip()}",
        who=f"{giver_words(support, lookup)} (in {outlet})" if support.voice == "attributed" else outlet,
        origins="withdrawn" if gone else "",
        marks=marks if how == "as of" else ("day of the report", *marks),
    )
    told = [_supported(support, lookup)]
    return _made(line, "reading", reading.standing, support.confidence, told)


def _difference(difference: Difference, lookup: Lookup) -> CitedLine:
    sides = " / ".join(f"“{one_line(side.claim)}”" for side in difference.sides)
    supports = [(side, support) for side in difference.sides for support in side.support]
    line = Line(
        id=difference.id,
        day=day_of(None),
        what=f"{KINDS[difference.kind]}: {about_words(difference, lookup)}: {sides}",
        who=lookup.outlets([support.span.report for _, support in supports]),
        origins=reason_words(difference, lookup),
        marks=(difference.verdict,),
    )
    told = [_supported(support, lookup, note=f"says {one_line(side.claim)}") for side, support in supports]
    return _made(line, "difference", None, max(s.confidence for _, s in supports), told)


def _entity(entity: Entity, lookup: Lookup) -> CitedLine:
    roles = tuple(dict.fromkeys(one_line(role.role) for role in entity.roles))
    line = Line(id=entity.id, day=day_of(None), what=lookup.name(entity.id), who="", origins="", marks=roles)
    told = [citation(mention, lookup) for mention in entity.mentions[:MENTIONS]]
    return _made(line, "entity", None, 1.0, told)


def _report(line: ReportLine, lookup: Lookup) -> CitedLine:
    report = line.report
    words = Line(
        id=report.id,
        day=day_of(report.published, lookup.year),
        what=one_line(report.headline or report.address),
        who=lookup.outlet(report.id),
        origins=f"origin {lookup.origin(line.origin)}",
        marks=(f"revision {report.revision}",) if report.revision > 1 else (),
    )
    return _made(words, "report", None, 1.0, (citation(each, lookup) for each in _head(report)))


def _story(story: Story, lookup: Lookup) -> CitedLine:
    """Return a story, cited with the headlines of its reports."""
    known = [edge for edge in (story.first, story.last) if edge is not None]
    edtf = "/".join(dict.fromkeys(known)) or None
    outlets = {lookup.outlet(report) for report in story.reports}
    line = Line(
        id=story.id,
        day=Day(words=edtf_words(edtf), look="stated", edtf=edtf) if edtf else day_of(None),
        what=one_line(story.title),
        who=f"{counted(len(story.reports), 'report')}, {counted(len(outlets), 'outlet')}",
        origins="",
    )
    own = (lookup.reports[each] for each in story.reports if each in lookup.reports)
    heads = (citation(each, lookup) for report in own for each in _head(report))
    return _made(line, "story", None, 1.0, heads)


def _head(report: Report) -> Iterable[Passage]:
    """Yield a report's headline as it stands in its text; where there is none, how its news begins."""
    news = [block for block in report.blocks if block.kind in NEWS]
    head = next((block for block in news if block.kind == "headline"), news[0] if news else None)
    if head is not None:
        yield report.passage(Span(head.start, min(head.end, head.start + OPENING)))


def _made(
    line: Line, kind: LineKind, standing: Standing | None, confidence: float, told: Iterable[Citation]
) -> CitedLine:
    timeless = kind in ("entity", "difference")
    told_of = [part for part in (line.who, line.origins, *line.marks) if part]
    return CitedLine(
        id=line.id,
        kind=kind,
        text=" · ".join((line.what, *told_of)) if timeless else plain_words(line),
        day=line.day,
        what=f"{line.lead}: {line.what}" if line.lead else line.what,
        who=line.who,
        standing=standing,
        origins=line.origins,
        marks=line.marks,
        confidence=confidence,
        citations=tuple(dict.fromkeys(told)),
    )
