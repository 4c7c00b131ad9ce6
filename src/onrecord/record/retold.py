"""A record in, what of it an earlier report told already, in other words, out.

Two reports may tell one thing in words too different to be known for one: then the later telling is a line of
its own, but no news. What may be old (told with no day of its own, or with one some days back) is none where
one sentence of a report read before holds most of what it is told with, its numbers too. A plan is none where
something was told before for its day, with a word in common; an indirect statement where all of its words
stand in one sentence read before; an undated headline where another line tells the same below it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from math import ceil
from typing import Final

from onrecord.links.words import words_of
from onrecord.model.record import Event, Reading, Record, Statement
from onrecord.model.report import NEWS, Report
from onrecord.model.span import Passage, Span
from onrecord.record.aftermath_sentences import stems_in
from onrecord.record.claims import calendar, sentences_of
from onrecord.record.composing import composing_pattern

BACK: Final = timedelta(days=3)  # from an event's day to a report that may tell it as background
ABOVE: Final = ("headline", "subhead")

_EXACT: Final = re.compile(r"\d[\d,.]*|\b[A-Z][a-z]+\b")

Stems = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """What one sentence must hold of a passage to tell the same.

    Attributes:
        bare, whole: shares of its words, without and with names.
        days: whether its weekdays and months must be there as well; a day may be told in other words.
    """

    bare: float
    whole: float
    days: bool = True


NEARLY: Final = Shares(bare=0.6, whole=0.6)  # of an event with no day of its own
HALF: Final = Shares(bare=0.5, whole=0.4, days=False)  # of one with a day some days back
MOST: Final = Shares(bare=2 / 3, whole=0.6, days=False)  # of a reading, beside its number
ALL: Final = Shares(bare=1.0, whole=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its report and stems.

    Attributes:
        known: the stems of what it speaks of: with the sentence before, where it begins with a pronoun.
    """

    report: str
    span: Span
    stems: Stems
    known: Stems
    text: str


Kept = dict[str, tuple[Sentence, ...]]


class Retold:
    """What the reports of a record told, sentence by sentence, in the order in which they were read."""

    def __init__(
        self, record: Record, number: Mapping[str, int], first: Mapping[str, str], *, kept: Kept
    ) -> None:
        """Take a record.

        Args:
            record: Of one storyline.
            number: Of every report, its place in the order of reading.
            first: Of every report, the first state of its piece.
            kept: Sentences by report, as far as they are worked out; grows.
        """
        self._record = record
        self._kept = kept
        self._reports = {line.report.id: line.report for line in record.reports}
        self._number = number
        self._first = first

    def told_before(self, event: Event) -> bool:
        """Whether a report read before the first that tells an event tells the same."""
        words = self._first_of(support.span for support in event.support)
        if any(support.from_ in ABOVE for support in event.support):
            return self._only_headed(event)
        day = _day(event)
        if event.modality == "planned":
            return day is not None and self._set_before(event, day, words)
        if event.modality not in ("happened", "ongoing"):
            return False
        if day is None:
            return self._held(words, words.report, NEARLY)
        report = self._reports.get(words.report)
        out = report.published.date if report is not None and report.published is not None else None
        old = out is not None and out.last is not None and out.last != date.max and day + BACK <= out.last
        return old and self._held(words, words.report, HALF)

    def said_before(self, statement: Statement) -> bool:
        """Whether all that somebody is told to have said, none of it in quotation marks, was told before."""
        pieces = [piece for variant in statement.variants for piece in variant.pieces]
        if any(piece.kind != "indirect" for piece in pieces):
            return False
        contents = [passage for piece in pieces for passage in piece.content]
        report = self._first_of(contents).report
        return all(self._held(passage, report, ALL) for passage in contents)

    def counted_before(self, reading: Reading) -> bool:
        """Whether a sentence read before has a reading's number, and most of the words it is told with."""
        words = reading.support.span
        return self._held(words, words.report, MOST, printed=frozenset(words_of(reading.printed)))

    def _first_of(self, passages: Iterable[Passage]) -> Passage:
        """Return the passage that was read first."""
        return min(passages, key=lambda p: (self._number.get(p.report, 0), p.start))

    def _before(self, report: str, other: str) -> bool:
        """Whether another report was read before one, and is no earlier state of its piece."""
        mine = self._first.get(report, report)
        return (
            self._number.get(other, 0) < self._number.get(report, 0) and self._first.get(other, other) != mine
        )

    def _held(
        self, passage: Passage, report: str, shares: Shares, *, printed: frozenset[str] = frozenset()
    ) -> bool:
        """Whether a sentence read before a report tells the same as a passage, with some words as printed."""
        text = composing_pattern("retold.aside").sub(" ", passage.text)
        words, exact = stems_in(text), _exact(text, days=shares.days)
        bare = words - self._names
        needed = ceil(shares.bare * len(bare))
        # a sentence that holds so many of the words holds one of the rarest that are left without them
        rarest = sorted(bare, key=lambda stem: (len(self._at.get(stem, ())), stem))[: len(bare) - needed + 1]
        near = {place for stem in rarest for place in self._at.get(stem, ())} if bare else set()
        return any(
            self._before(report, told.report)
            and len(bare & told.stems) >= needed
            and len(words & told.stems) >= shares.whole * len(words)
            and exact <= _exact(told.text, days=shares.days)
            and (not printed or printed <= set(words_of(told.text)))
            for told in (self._sentences[place] for place in near)
        )

    def _set_before(self, plan: Event, day: date, words: Passage) -> bool:
        """Whether something with a plan's day and a word in common was told before."""
        stems = stems_in(plan.label) - self._names
        return any(
            other is not plan
            and any(self._before(words.report, report) for report in _telling_day(other))
            and not stems.isdisjoint(self._spoken_of(other) - self._names)
            for other in self._on.get(day, ())
        )

    def _spoken_of(self, event: Event) -> Stems:
        """Return the stems of an event's label, and of what comes before words that begin with a pronoun."""
        around = (
            sentence.known - sentence.stems
            for support in event.support
            for sentence in self._told_in(support.span.report)
            if sentence.span.holds(support.span.span)
        )
        return stems_in(event.label).union(*around)

    def _only_headed(self, event: Event) -> bool:
        """Whether headlines alone tell an undated event, and another line has it from what stands below."""
        if _day(event) is not None or any(support.from_ not in ABOVE for support in event.support):
            return False
        words = {s.span.report: stems_in(s.span.text) - self._names for s in event.support}
        return any(
            len(words[report] & stems_in(passage.text)) >= HALF.bare * len(words[report])
            for report in words
            for modality, passage in self._below.get(report, ())
            if modality == event.modality
        )

    @cached_property
    def _names(self) -> Stems:
        """The stems of all names of the record."""
        entities = self._record.entities
        return frozenset().union(*(stems_in(name) for e in entities for name in (e.name, *e.aliases)))

    @cached_property
    def _sentences(self) -> Sequence[Sentence]:
        """The sentences of the running text of all reports."""
        return [sentence for report in self._reports for sentence in self._told_in(report)]

    def _told_in(self, report: str) -> Sequence[Sentence]:
        """Return the sentences of one report."""
        if report not in self._kept and report in self._reports:
            self._kept[report] = tuple(_sentences(self._reports[report]))
        return self._kept.get(report, ())

    @cached_property
    def _at(self) -> Mapping[str, Sequence[int]]:
        """The places of the sentences that hold each stem."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, sentence in enumerate(self._sentences):
            for stem in sentence.stems:
                places[stem].append(place)
        return places

    @cached_property
    def _on(self) -> Mapping[date, Sequence[Event]]:
        """The events by the last of their days."""
        events: dict[date, list[Event]] = defaultdict(list)
        for event in self._record.events:
            if (day := _day(event)) is not None:
                events[day].append(event)
        return events

    @cached_property
    def _below(self) -> Mapping[str, Sequence[tuple[str, Passage]]]:
        """By report, the modality and words of what is told below headlines, and not as background."""
        told: dict[str, list[tuple[str, Passage]]] = defaultdict(list)
        for event in self._record.events:
            for support in event.support:
                if support.from_ not in ABOVE and not event.background:
                    told[support.span.report].append((event.modality, support.span))
        return told


def _sentences(report: Report) -> Iterable[Sentence]:
    """Yield the sentences of a report's headline and running text."""
    for block in report.blocks:
        if block.kind in NEWS:
            before: Stems = frozenset()
            for span in sentences_of(report.text, block.start, block.end):
                text = span.of(report.text)
                stems = stems_in(text)
                known = stems | before if composing_pattern("retold.pronoun").match(text) else stems
                yield Sentence(report=report.id, span=span, stems=stems, known=known, text=text)
                before = stems


@lru_cache(maxsize=8192)  # a sentence is held against many passages
def _exact(text: str, *, days: bool) -> frozenset[str]:
    """Return what must be the same for two texts to tell one thing: numbers, if asked weekdays and months."""
    words = _EXACT.findall(text)
    return frozenset(w for w in words if w[0].isdigit() or (days and w.casefold() in calendar()))


def _telling_day(event: Event) -> Iterable[str]:
    """Return the reports that can have told an event's day first: where its words stand, if that is known."""
    told = event.when.span if event.when is not None else None
    return [told.report] if told is not None else [support.span.report for support in event.support]


def _day(event: Event) -> date | None:
    """Return the last day that an event's own words allow; None where they leave it open."""
    when = event.when
    day = when.date if when is not None and when.basis not in ("bounded", "open") else None
    return day.last if day is not None and day.last != date.max else None
