"""Lines of the record in, what a language-model client is given out: standing and citations in each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypedDict

from onrecord.mcp.quoting import NOTE, quoted
from onrecord.model.record import Standing
from onrecord.views.cited import Citation, CitedLine
from onrecord.views.days import Day
from onrecord.views.news import NewsLine
from onrecord.views.search import SearchLine

CITED: Final = 6
"""Citations that a line is given with: a line of many reports would fill a page. `why` gives more."""
NAME: Final = 120
"""Code points of a name, an outlet or an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Words that a line rests on.

    Attributes:
        report: the report's id, which `why` takes.
        published: day of publication in EDTF.
        start, end: the place in the report's text, in code points.
        words: what stands there.
        voice: own, or attributed to `given_by`.
    """

    report: str
    outlet: str
    address: str
    published: str | None
    start: int
    end: int
    words: str
    part: str
    voice: str | None
    given_by: list[str]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line of the record.

    Attributes:
        id: what `why` takes.
        day, edtf: when, in words and in EDTF; a day that isn't known is said to be that.
        what: in the reports' words; what has not simply happened is led by what it is (planned, denied ...).
        who: who says so.
        standing: one-origin, several-origins or withdrawn; null for what has none.
        marks: what else must be known before the line is used.
        confidence: how sure the machine is of having read it rightly, 0 to 1.
        more_citations: how many more it rests on.
    """

    id: str
    kind: str
    day: str
    edtf: str | None
    what: str
    who: str
    standing: Standing | None
    origins: str
    marks: list[str]
    confidence: float | None
    citations: list[Cited]
    more_citations: int


class Answer(TypedDict):
    """What a tool answers; a mapping, since the protocol's package takes the shape of its answers from that.

    Attributes:
        note: how to take what others wrote.
        about: what the lines are of.
        next: `cursor` of the next page; null at the end.
    """

    note: str
    about: str
    lines: list[Told]
    next: str | None


def answer(about: str, lines: Iterable[Told], *, following: str | None = None) -> Answer:
    """Return lines as an answer."""
    return Answer(note=NOTE, about=about, lines=list(lines), next=following)


def told(line: CitedLine, *, most: int = CITED) -> Told:
    """Return a line, with so many citations at most."""
    return Told(
        id=line.id,
        kind=line.kind,
        day=day_words(line.day),
        edtf=line.day.edtf,
        what=quoted(line.what),
        who=quoted(line.who),
        standing=line.standing,
        origins=quoted(line.origins),
        marks=[quoted(mark, most=NAME) for mark in line.marks],
        confidence=line.confidence,
        citations=[_cited(each) for each in line.citations[:most]],
        more_citations=max(0, len(line.citations) - most),
    )


def told_news(line: NewsLine) -> Told:
    """Return a piece of news; its kind is what is new about the line."""
    what = f"{line.line.lead}: {line.line.what}" if line.line.lead else line.line.what
    place = Citation(
        report=line.report,
        outlet=line.outlet,
        address=line.address,
        published=line.published.edtf,
        start=line.start,
        end=line.end,
        words=line.exact,
        part="",
    )
    return Told(
        id=line.line.id,
        kind=f"new {line.kind}",
        day=day_words(line.line.day),
        edtf=line.line.day.edtf,
        what=quoted(what),
        who=quoted(line.line.who),
        standing=line.standing,
        origins=quoted(line.line.origins),
        marks=[quoted(mark, most=NAME) for mark in line.line.marks],
        confidence=None,
        citations=[_cited(place)],
        more_citations=0,
    )


def told_hit(hit: SearchLine, line: CitedLine | None) -> Told:
    """Return what a search found, with the standing of the line that it is in, if it is in one."""
    place = Citation(
        report=hit.report,
        outlet=hit.outlet,
        address=hit.address,
        published=hit.day.edtf,
        start=hit.start,
        end=hit.end,
        words=hit.exact or hit.headline,
        part="" if hit.exact else "headline",
    )
    found = Told(
        id=hit.id,
        kind=hit.kind,
        day=day_words(hit.day),
        edtf=hit.day.edtf,
        what=quoted(hit.words),
        who=quoted(hit.outlet, most=NAME),
        standing=None,
        origins="",
        marks=[],
        confidence=None,
        citations=[_cited(place)],
        more_citations=0,
    )
    if line is None:
        return found
    marks = [quoted(mark, most=NAME) for mark in line.marks]
    return replace(found, standing=line.standing, origins=quoted(line.origins), marks=marks)


def passages(citations: Sequence[Citation], *, begin: int, many: int) -> list[Cited]:
    """Return some of the words that a line rests on."""
    return [_cited(each) for each in citations[begin : begin + many]]


def day_words(day: Day) -> str:
    """Return a day in words; the words of one that isn't fixed are the report's."""
    return quoted(day.words, most=NAME) if day.look == "open" else day.words


def _cited(citation: Citation) -> Cited:
    return Cited(
        report=citation.report,
        outlet=quoted(citation.outlet, most=NAME),
        address=quoted(citation.address, most=2 * NAME),
        published=citation.published,
        start=citation.start,
        end=citation.end,
        words=quoted(citation.words),
        part=citation.part,
        voice=citation.voice,
        given_by=[quoted(each, most=NAME) for each in citation.given_by],
        note=quoted(citation.note, most=NAME),
    )
