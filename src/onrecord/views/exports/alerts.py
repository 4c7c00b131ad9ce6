"""What is new and what somebody follows in, the facts to tell them out: each with a key, to be told once.

What is followed is a story (by its id), a person (by id or name), or words. Words that are somebody's name
mean that person: what they say, what is said of them, what they take part in. Else words in a story's title
mean the story; and whatever says all the words is told in any case.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from onrecord.model.record import Difference, Event, Figure, Reading, Record, Statement, Support
from onrecord.model.report import Report
from onrecord.record.new_fact import NewFact
from onrecord.record.news import News, news
from onrecord.record.store import Store
from onrecord.views.exports.described import Names, described
from onrecord.views.harmless import one_line
from onrecord.views.lines import UNSURE
from onrecord.views.news import NewsLine, lines_of, plain_words, reports_of_story

_WORD: Final = re.compile(r"[\w’'-]+")
Thing = Event | Statement | Figure | Reading | Difference
_NAMED: Final = ("person", "organization", "group")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One fact to tell.

    Attributes:
        key: the same for the same fact, whenever it is asked for.
        line: the line of the record, in words.
        sentence, words: what it rests on, and the words in it.
        read: number of the report that brought it, in the order of reading.
    """

    key: str
    kind: str
    line: str
    sentence: str
    words: str
    outlet: str
    day: str
    edtf: str | None
    address: str
    report: str
    start: int
    end: int
    id: str
    read: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerts:
    """What to tell somebody since a read number; `until` is the last."""

    since: int
    until: int
    alerts: tuple[Alert, ...]


def alerts(
    store: Store, asked: str, *, since: int, names: Names = "described", unsure: bool = False
) -> Alerts:
    """Return what is new about what somebody follows, in the order of reading.

    Args:
        store: The store.
        asked: A story's or person's id, or the beginning of it; a name; or words.
        since: The read number up to which all was told.
        names: Whether persons known only as victim, witness, suspect or minor are named.
        unsure: Whether lines of which the machine is unsure are told too.

    Raises:
        NotOnRecordError: It is a story's id, and there is no such story.
        AmbiguousIdError: It is the beginning of several stories' ids.
    """
    story = reports_of_story(store, asked) if asked[:2] in ("s-", "l-") else None
    found = news(store, since, story=story, least=0.0 if unsure else UNSURE)
    plain = tuple(lines_of(found))
    told = tuple(lines_of(_described(found))) if names == "described" else plain
    follows = _Follows(found, asked) if story is None else None
    kept = (
        _alert(fact, line)
        for fact, open_line, line in zip(found.facts, plain, told, strict=True)
        if follows is None or follows.has(fact, open_line)
    )
    return Alerts(since=since, until=found.until, alerts=tuple(kept))


def _alert(fact: NewFact, line: NewsLine) -> Alert:
    key = sha256("\x1f".join((fact.kind, fact.report, fact.fold)).encode("utf-8", "replace")).hexdigest()
    return Alert(
        key=key[:32], kind=line.kind, line=plain_words(line.line), sentence=line.sentence, words=line.words,
        outlet=line.outlet, day=line.published.words, edtf=line.published.edtf, address=line.address,
        report=line.report, start=line.start, end=line.end, id=line.line.id, read=line.read,
    )  # fmt: skip


def _described(found: News) -> News:
    """Return news in which those who are private stand by a description."""
    now, before = tuple(map(described, found.now)), tuple(map(described, found.before))
    shown: dict[str, Report] = {
        line.report.id: line.report for record in (*before, *now) for line in record.reports
    }
    reports = {i: shown.get(i, report) for i, report in found.reports.items()}
    facts = tuple(
        replace(fact, passage=reports[fact.report].passage(fact.passage.span)) for fact in found.facts
    )
    return replace(found, now=now, before=before, reports=reports, facts=facts)


class _Follows:
    """Tells whether a fact is of what somebody follows."""

    def __init__(self, found: News, asked: str) -> None:
        records = (*found.before, *found.now)
        self._words = frozenset(_bare(word) for word in _WORD.findall(asked.casefold()))
        self._people = frozenset(_people(records, asked, self._words))
        titles = () if self._people or not self._words else records
        self._reports = frozenset(
            report
            for record in titles
            for story in record.stories
            if self._words <= set(_words(story.title))
            for report in story.reports
        )
        self._things = {thing.id: thing for record in records for thing in _things(record)}

    def has(self, fact: NewFact, line: NewsLine) -> bool:
        """Whether a fact is of it: by who takes part, by its story, or by its words."""
        if fact.report in self._reports:
            return True
        thing = self._things.get(fact.about)
        if thing is not None and self._people & set(_in(thing)):
            return True
        said = f"{plain_words(line.line)} {line.sentence}"
        return bool(self._words) and self._words <= set(_words(said))


def _people(records: Iterable[Record], asked: str, words: frozenset[str]) -> Iterator[str]:
    """Yield the ids of those whom an id, or a name, means."""
    name = one_line(asked).casefold()
    for record in records:
        for entity in record.entities:
            if asked.startswith("n-") and entity.id.startswith(asked):
                yield entity.id
            elif entity.kind in _NAMED and words:
                names = (entity.name, *entity.aliases)
                if any(each.casefold() == name for each in names) or words <= set(_words(entity.name)):
                    yield entity.id


def _things(record: Record) -> Iterator[Thing]:
    """Yield what facts are about; a reading in the place of a figure that bears its id."""
    yield from record.figures
    yield from record.events
    yield from record.statements
    yield from record.differences
    yield from (reading for figure in record.figures for reading in figure.readings)


def _in(thing: Thing) -> Iterator[str]:
    """Yield the entities that a thing is of: who takes part, speaks, passes on, or is cited."""
    match thing:
        case Event():
            yield from (each.entity for each in thing.participants)
            yield from _cited(thing.support)
        case Statement():
            yield from (*thing.speakers, *thing.via)
        case Figure():
            yield from _cited(reading.support for reading in thing.readings)
        case Reading():
            yield from _cited([thing.support])
        case Difference():
            yield from _cited(support for side in thing.sides for support in side.support)


def _cited(supports: Iterable[Support]) -> Iterator[str]:
    for support in supports:
        yield from (*support.given_by, *support.via)


def _words(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.casefold()):
        yield word
        yield _bare(word)


def _bare(word: str) -> str:
    """Return a word without the mark of whose something is."""
    return re.sub(r"['’]s?$", "", word)
