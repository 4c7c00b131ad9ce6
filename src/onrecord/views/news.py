"""What has come since a mark in, its lines in words out: each as the record has it, with its sentence.

A line of news is a line of the record, led by what is new about it. Its number in brackets is that of the
report in the order of reading; `cursor` is the number from which a program goes on after this line.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.model.record import Difference, Event, Figure, Reading, Record, Standing, Statement
from onrecord.model.report import Report
from onrecord.record.collecting import uncollected
from onrecord.record.new_fact import NewFact, NewsKind
from onrecord.record.news import News, news, news_in
from onrecord.record.store import Store
from onrecord.views.days import Day, day_of
from onrecord.views.evidence import sentence_around
from onrecord.views.harmless import one_line
from onrecord.views.lines import UNSURE, Line, event_line, giver_words
from onrecord.views.lookup import Lookup
from onrecord.views.numbers import as_of_words, printed_words, what_is_counted
from onrecord.views.parting import about_words, reason_words
from onrecord.views.stories import meant
from onrecord.views.wordings import said

READER: Final = "me"
"""Whose mark it is where no reader is named."""

BRIEF: Final = 3
"""How many lines stand for all that is new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsLine:
    """One thing that is new.

    Attributes:
        line: as the record has it; of a withdrawal, as the record had it.
        sentence: the sentence that brought it, or that was taken back.
        words: the words in it that the line rests on.
        report: id of the report that they stand in.
        read: number in the order of reading of the report that brought it.
        cursor: the read number up to which all has been told with this line.
        standing: of the line; None for what has none, as a difference or a revision.
        exact: the words as they are in the report.
    """

    kind: NewsKind
    line: Line
    sentence: str
    words: str
    outlet: str
    published: Day
    report: str
    start: int
    end: int
    read: int
    cursor: int
    standing: Standing | None = None
    address: str = ""
    exact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPage:
    """What has come since a mark; `cursor` is where the next news goes on."""

    reader: str
    since: int
    cursor: int
    lines: tuple[NewsLine, ...]


@uncollected()
def whats_new(
    store: Store, asked: str | None, *, reader: str = READER, since: int | None = None, unsure: bool = False
) -> NewsPage:
    """Return what has come since a reader's mark.

    Args:
        store: The store.
        asked: A story's id, the beginning of it, or words of its title; None is all.
        reader: Whose mark; a reader who has none has seen nothing.
        since: A read number in the place of the mark.
        unsure: Whether lines of which the machine is unsure are told too.

    Raises:
        NotOnRecordError: There is no such story.
        AmbiguousIdError: It may be one of several.
    """
    only = reports_of_story(store, asked) if asked is not None else None
    if since is None:
        with store.view() as view:
            since = view.marks().get(reader, 0)
    found = news(store, since, story=only, least=0.0 if unsure else UNSURE)
    return NewsPage(reader=reader, since=since, cursor=found.until, lines=tuple(lines_of(found)))


def reports_of_story(store: Store, asked: str) -> frozenset[str]:
    """Return the reports of a story or storyline, with the states that they replace."""
    found = meant(store, asked)
    with store.view() as view:
        layer, group = ("stories", found.story) if found.story else ("storylines", found.storyline)
        inside = set(view.group(layer, group))  # type: ignore[arg-type]  # one of the layers' names
        earlier = inside
        while earlier := {r.revises for r in view.reports(earlier) if r.revises is not None} - inside:
            inside |= earlier
    return frozenset(inside)


def lines_of(found: News) -> Iterator[NewsLine]:
    """Yield the lines; after the last that a report brought, the cursor stands behind that report."""
    shown = _Shown(found)
    told = found.since
    for place, fact in enumerate(found.facts, start=1):
        last = place == len(found.facts) or found.facts[place].read > fact.read
        told = max(told, fact.read) if last else told
        yield shown.line_of(fact, cursor=told)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsInBrief:
    """The few lines that stand for all that is new, how many there are, and where the next news goes on."""

    total: int
    cursor: int
    lines: tuple[NewsLine, ...]


@uncollected()
def new_in_brief(
    store: Store, asked: str, *, since: int, record: Record, unsure: bool = False
) -> NewsInBrief:
    """Return the few lines that stand for all that has come of a story since a read number.

    They are of the report read last, of each kind the first; others only where these are fewer.

    Args:
        store: The store.
        asked: The story's id.
        since: The read number; 0 is the beginning.
        record: The story's record as it is, from which news since the beginning is told.
        unsure: Whether lines of which the machine is unsure count too.
    """
    least = 0.0 if unsure else UNSURE
    own = frozenset(report for story in record.stories for report in story.reports)
    with store.view() as view:
        last = view.last_read()
    if since:
        found = news(store, since, story=reports_of_story(store, asked), least=least)
    else:
        found = news_in(record, least=least)
    facts = [fact for fact in found.facts if since or fact.report in own]
    newest = sorted(facts, key=lambda fact: -fact.read)
    first = {fact.kind: fact for fact in reversed(newest)}
    chosen = [fact for fact in newest if first[fact.kind] is fact][:BRIEF]
    chosen += [fact for fact in newest if fact not in chosen][: BRIEF - len(chosen)]
    shown = _Shown(found)
    return NewsInBrief(
        total=len(facts),
        cursor=last,
        lines=tuple(shown.line_of(fact, cursor=fact.read) for fact in newest if fact in chosen),
    )


class _Shown:
    """Puts facts in words, by the records that they are of."""

    def __init__(self, found: News) -> None:
        self._reports = found.reports
        self._now = dict(_things(found.now))
        self._before = dict(_things(found.before))

    def line_of(self, fact: NewFact, *, cursor: int) -> NewsLine:
        """Return a fact in words."""
        report = self._reports[fact.report]
        sentence = sentence_around(report, fact.passage.span)
        return NewsLine(
            kind=fact.kind,
            line=replace(self._line(fact, report), refs=(fact.read,)),
            sentence=one_line(sentence.of(report.text)),
            words=one_line(fact.passage.text),
            outlet=one_line(report.outlet or report.address),
            published=day_of(report.published),
            report=fact.report,
            start=fact.passage.start,
            end=fact.passage.end,
            read=fact.read,
            cursor=cursor,
            standing=self._standing(fact),
            address=one_line(report.address),
            exact=fact.passage.text,
        )

    def _standing(self, fact: NewFact) -> Standing | None:
        if fact.kind == "withdrawal":
            return "withdrawn"
        thing = None if fact.kind == "revision" else self._thing(fact)[0]
        if isinstance(thing, Figure):
            return thing.readings[0].standing
        return None if thing is None or isinstance(thing, Difference) else thing.standing

    def _thing(self, fact: NewFact) -> "tuple[Thing, Lookup]":
        return (self._before if fact.kind == "withdrawal" else self._now)[fact.about]

    def _line(self, fact: NewFact, report: Report) -> Line:
        if fact.kind == "revision":
            return _revision_line(report)
        thing, lookup = self._thing(fact)
        match thing:
            case Event():
                return event_line(thing, lookup)
            case Statement():
                return _statement_line(thing, lookup)
            case Figure():
                return _figure_line(thing, lookup)
            case Reading():
                return _reading_line(thing, lookup)
            case Difference():
                return _difference_line(thing, lookup)


Thing = Event | Statement | Figure | Reading | Difference


def _things(records: Iterable[Record]) -> Iterator[tuple[str, tuple[Thing, Lookup]]]:
    """Yield what facts are about, by id; a figure goes by its own id where that isn't a reading's."""
    for record in records:
        lookup = Lookup(record)
        things: Sequence[Thing] = (*record.events, *record.statements, *record.differences)
        readings = [reading for figure in record.figures for reading in figure.readings]
        yield from ((thing.id, (thing, lookup)) for thing in (*record.figures, *things, *readings))


def _statement_line(statement: Statement, lookup: Lookup) -> Line:
    found = said(statement, lookup, {})
    first = found.renderings[0]
    return Line(
        id=found.id,
        day=found.day,
        what=first.text,
        who=found.who,
        origins=found.origins,
        marks=tuple(mark for mark in (found.occasion, *found.marks) if mark),
    )


def _figure_line(figure: Figure, lookup: Lookup) -> Line:
    return replace(_reading_line(figure.readings[0], lookup), id=figure.id)


def _reading_line(reading: Reading, lookup: Lookup) -> Line:
    figure = next(f for f in lookup.figures.values() if reading in f.readings)
    printed, hedge = printed_words(reading)
    support = reading.support
    cited = giver_words(support, lookup) if support.voice == "attributed" else ""
    outlet = lookup.outlet(support.span.report)
    return Line(
        id=reading.id,
        day=as_of_words(reading, lookup)[1],
        what=f"{what_is_counted(figure)}: {f'{hedge} ' if hedge else ''}{printed}",
        who=f"{cited} (in {outlet})" if cited else outlet,
        origins="",
    )


def _difference_line(difference: Difference, lookup: Lookup) -> Line:
    sides = " / ".join(f"“{one_line(side.claim)}”" for side in difference.sides)
    supports = [side.support[0].span.report for side in difference.sides if side.support]
    days = [lookup.reports[i].published for i in supports if i in lookup.reports]
    return Line(
        id=difference.id,
        day=day_of(days[-1] if days else None, lookup.year),
        what=sides if difference.about in lookup.events else f"{about_words(difference, lookup)}: {sides}",
        who=lookup.outlets(supports),
        origins="" if difference.verdict == "wording" else reason_words(difference, lookup),
        marks=(difference.verdict,),
    )


def _revision_line(report: Report) -> Line:
    return Line(
        id=report.id,
        day=day_of(report.updated or report.published),
        what=one_line(report.headline or report.address),
        who=one_line(report.outlet or report.address),
        origins="",
        marks=(f"revision {report.revision}",),
    )


def plain_words(line: Line) -> str:
    """Return a line as plain text, without reports and id."""
    what = f"{line.lead}: {line.what}" if line.lead else line.what
    return " · ".join(part for part in (line.day.words, what, line.who, line.origins, *line.marks) if part)
