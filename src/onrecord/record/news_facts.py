"""A record in, its facts out: what a reader is told of it, each with the marks by which it is known again.

Told is what is sure, stands, and isn't old: neither background (unless of a day since the first report, told
by none), nor told before in other words. A plan's day is news of its own where it comes later than the plan.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import Final

from onrecord.links.gist import opening_end
from onrecord.model.record import (
    Difference,
    Event,
    Figure,
    Outcome,
    Reading,
    Record,
    Side,
    Statement,
    Support,
    Variant,
)
from onrecord.model.span import Passage
from onrecord.record.aftermath_sentences import stems_in
from onrecord.record.claims import sentences_of
from onrecord.record.new_fact import TAKEN_BACK, Facts, NewFact, NewsKind, Reads, overlap
from onrecord.record.notices import notice_words
from onrecord.record.old_years import of_old_years
from onrecord.record.retold import Retold
from onrecord.record.standing import Perhaps, standing_of

REPORTED: Final = frozenset({"held", "put-off", "called-off", "denied", "changed"})
"""Outcomes that a report tells; that nothing is told yet is no news."""

AGAIN: Final = frozenset({"put-off", "changed"})
"""Outcomes that a plan can have more than once."""

FEW: Final = 3
"""Words up to which what somebody is told to have said, with no quotation marks, only names its subject."""

SURE: Final = 0.7
"""Confidence from which what somebody is told to have said, with no quotation marks, is told."""

NOUN: Final = 0.7
"""Confidence of an event that a noun tells of nobody known."""

FIXED: Final = frozenset({"stated", "resolved"})
"""Days that an event's own words give."""

_WORDS: Final = re.compile(r"\w+")


def facts_of(records: Iterable[Record], reads: Reads, *, least: float) -> Facts:
    """Return the facts of some storylines' records.

    Args:
        records: Each of one storyline.
        reads: Of every report, its place in the order of reading.
        least: Confidence that something of an event or statement must be found with to be told.
    """
    told: list[NewFact] = []
    standing: dict[NewsKind, set[str]] = {kind: set() for kind in TAKEN_BACK}
    withdrawn: dict[str, str] = {}
    changed: list[tuple[Passage, bool]] = []
    for record in records:
        maker = _Maker(record, reads, least)
        told += maker.told()
        changed += maker.changed()
        for kind, marks, by in maker.lines():
            if by is None:
                standing[kind] |= marks
            else:
                withdrawn.update(dict.fromkeys(marks, by))
    kept = {kind: frozenset(marks) for kind, marks in standing.items()}
    return Facts(told=tuple(told), standing=kept, withdrawn=withdrawn, changed=tuple(changed))


class _Maker:
    """Makes the facts of one record."""

    def __init__(self, record: Record, reads: Reads, least: float) -> None:
        self.record = record
        self.reads = reads
        self.least = least
        self.perhaps = Perhaps({e.id: e.perhaps for e in record.entities if e.perhaps})
        self.events = {event.id: event for event in record.events}
        self.readings = {reading.id: reading for figure in record.figures for reading in figure.readings}
        self.counted: dict[str, list[Passage]] = {}
        for reading in self.readings.values():
            self.counted.setdefault(reading.support.span.report, []).append(reading.support.span)
        newest: dict[str, str] = {}
        for line in sorted(record.reports, key=lambda line: reads.number.get(line.report.id, 0)):
            newest[reads.first.get(line.report.id, line.report.id)] = line.report.id
        self.standing = frozenset(newest.values())
        self.outs = {
            line.report.id: day.last
            for line in record.reports
            if line.report.published is not None
            and (day := line.report.published.date) is not None
            and day.last is not None
        }
        names = (name for e in record.entities for name in (e.name, *e.aliases))
        self.named = frozenset(stem for name in names for stem in stems_in(name))
        self.begun = min(self.outs.values(), default=None)
        self.openings = {line.report.id: opening_end(line.report) for line in record.reports}
        self.reports = {line.report.id: line.report for line in record.reports}
        self.notes = {
            line.report.id: [block for block in line.report.blocks if block.kind == "correction"]
            for line in record.reports
        }
        self.retold = Retold(record, reads.number, reads.first, kept=reads.kept)
        self.came = frozenset(e.outcome.to for e in record.events if e.outcome is not None and e.outcome.to)
        plans = [e for e in record.events if self._tells(e) and e.modality == "planned"]
        self.clauses = [support.span for event in plans for support in event.support]

    def told(self) -> Iterator[NewFact]:
        """Yield the facts that a reader is told."""
        for event in self.record.events:
            if self._tells(event):
                yield from self._of_event(event, retold=self.retold.told_before(event))
        for statement in self.record.statements:
            if self._says(statement) and not self.retold.said_before(statement):
                yield from self._of_statement(statement)
        for figure in self.record.figures:
            for readings in self._values(figure):
                yield from self._of_value(figure, readings)
        for difference in self.record.differences:
            yield from self._of_difference(difference)

    def lines(self) -> Iterator[tuple[NewsKind, frozenset[str], str | None]]:
        """Yield the marks of each line, with the report that withdrew it; None where it stands."""
        for event in self.record.events:
            steps = [step.report for step in event.history if step.what == "withdraws"]
            by = (steps or [""])[-1] if event.standing == "withdrawn" else None
            yield "event", self._marks(event.support), by
        for statement in self.record.statements:
            by = "" if statement.standing == "withdrawn" else None
            yield "statement", self._contents(statement), by
        for figure in self.record.figures:
            for reading in figure.readings:
                stands = reading.support.span.report in self.standing
                yield "reading", frozenset([self._reading(reading)]), None if stands else ""

    def changed(self) -> Iterator[tuple[Passage, bool]]:
        """Yield the words of earlier states that histories name, with whether others stand for them."""
        lines = (self.record.events, self.record.statements, self.record.figures)
        for history in (line.history for kind in lines for line in kind):
            yield from ((step.was, step.now is not None) for step in history if step.was is not None)

    def _tells(self, event: Event) -> bool:
        """Whether an event is told as news: not as background only, nor unsure, nor taken back.

        What is found unsurely but came as planned is told.
        """
        came = event.id in self.came
        sure = came or max(support.confidence for support in event.support) >= self.least
        slight = not came and self.least > 0 and self._is_slight(event)
        old = event.background and not self._is_since(event)
        return sure and not slight and not old and event.standing != "withdrawn"

    def _is_since(self, event: Event) -> bool:
        """Whether an event that is told as known is of a day since the first report was out."""
        day = event.when.date if event.when is not None and event.when.basis in FIXED else None
        if event.modality != "happened" or day is None or day.first is None or self.begun is None:
            return False
        return day.first > self.begun

    def _is_slight(self, event: Event) -> bool:
        """Whether an event is told by a noun of nobody, or below the opening of nobody and no day.

        A noun presupposes what it names: "the strike". What tells no day and nobody, lower down, in the
        report's own voice, is mostly what went before.
        """
        if event.modality == "possible":
            came = event.outcome is not None and event.outcome.state in REPORTED
            return not came and not any(self._is_opening(s.span) for s in event.support)
        own = all(support.voice == "own" for support in event.support)  # a charge is of old years, and new
        if own and self._is_undated(event) and all(self._is_of_old_years(s.span) for s in event.support):
            return True
        if event.modality not in ("happened", "ongoing", "planned") or self._is_counted(event):
            return False
        if event.modality == "happened" and all(s.confidence <= NOUN for s in event.support):
            return True
        return (
            self._is_undated(event)
            and event.type is None
            and not event.participants
            and all(s.voice == "own" and not self._is_opening(s.span) for s in event.support)
        )

    def _is_undated(self, event: Event) -> bool:
        return event.when is None or event.when.basis in ("bounded", "open")

    def _is_of_old_years(self, passage: Passage) -> bool:
        """Whether words speak of old years alone."""
        return of_old_years(passage.text, self.outs.get(passage.report))

    def _is_counted(self, event: Event) -> bool:
        """Whether a number is told in the words of an event."""
        return any(overlap(s.span, p) for s in event.support for p in self.counted.get(s.span.report, ()))

    def _is_opening(self, passage: Passage) -> bool:
        """Whether words stand in the opening of a report."""
        return passage.report in self.openings and passage.start < self.openings[passage.report]

    def _says(self, statement: Statement) -> bool:
        """Whether a statement is told: sure, standing, and more than a plan that is told beside it."""
        if statement.standing == "withdrawn":
            return False
        sure = max(variant.confidence for variant in statement.variants)
        if sure < self.least:
            return False
        pieces = [piece for variant in statement.variants for piece in variant.pieces]
        if self._only_names([p for piece in pieces for p in piece.content]):
            return False
        if any(piece.kind != "indirect" for piece in pieces):
            return True
        if self.least and sure < SURE:
            return False
        contents = [passage for piece in pieces for passage in piece.content]
        return any(
            len(_WORDS.findall(p.text)) > FEW and not any(overlap(p, clause) for clause in self.clauses)
            for p in contents
        )

    def _only_names(self, contents: Sequence[Passage]) -> bool:
        """Whether all that is told to have been said is somebody's name."""
        stems = [stems_in(passage.text) for passage in contents]
        few = all(len(_WORDS.findall(passage.text)) <= FEW for passage in contents)
        return few and all(each and each <= self.named for each in stems)

    def _marks(self, supports: Iterable[Support]) -> frozenset[str]:
        return frozenset(self.reads.mark(support.span) for support in supports)

    def _contents(self, statement: Statement) -> frozenset[str]:
        pieces = (piece for variant in statement.variants for piece in variant.pieces)
        return frozenset(self.reads.mark(passage) for piece in pieces for passage in piece.content)

    def _reading(self, reading: Reading) -> str:
        return self.reads.mark(reading.support.span, reading.printed)

    def _fact(
        self, kind: NewsKind, about: str, rests: Sequence[Passage], marks: frozenset[str], *, fold: str = ""
    ) -> NewFact:
        """Return a fact; `rests` begin with the words that brought it."""
        passage = rests[0]
        return NewFact(
            kind=kind,
            about=about,
            report=passage.report,
            read=self.reads.of(passage)[0],
            passage=passage,
            rests=tuple(rests),
            marks=marks,
            fold=fold or f"{passage.start}-{passage.end}",
        )

    def _read(self, passages: Iterable[Passage]) -> list[Passage]:
        """Return passages in the order in which they were read."""
        return sorted(passages, key=self.reads.of)

    def _of_event(self, event: Event, *, retold: bool) -> Iterator[NewFact]:
        marks = self._marks(event.support)
        for n, supports in enumerate(self._by_day(event)):
            own = self._marks(supports)
            if n or not retold:
                fold = f"{n} {event.id}" if n else ""
                yield self._fact("event", event.id, self._read(s.span for s in supports), own, fold=fold)
            if standing_of(supports, self.perhaps) == "several-origins":
                yield from self._second("event", event.id, supports, own)
        outcome = event.outcome
        if outcome is not None and outcome.state in REPORTED:
            to = self.events.get(outcome.to or "")
            told = self._telling(outcome, to)
            if told:
                ends = self._marks((*told, *(to.support if to is not None else ())))
                again = ends if outcome.state in AGAIN else frozenset([""])
                both = frozenset(f"{outcome.state}|{a}|{b}" for a, b in product(marks, again))
                fold = f"{outcome.state} {outcome.to}" if to is not None else ""
                yield self._fact("outcome", event.id, self._read(s.span for s in told), both, fold=fold)

    def _by_day(self, event: Event) -> Iterator[Sequence[Support]]:
        """Yield what tells an event; of a plan first what told it before its day was told."""
        when = event.when
        told = when.span.report if when is not None and when.span is not None else None
        number = self.reads.number.get(told or "", 0)
        before = [s for s in event.support if self.reads.number.get(s.span.report, 0) < number]
        if event.modality != "planned" or when is None or when.basis not in FIXED or not before:
            yield event.support
            return
        yield before
        yield [s for s in event.support if s not in before]

    def _telling(self, outcome: Outcome, to: Event | None) -> tuple[Support, ...]:
        """Return what tells an outcome: its own words, with those of what came in the same reports."""
        came = to.support if to is not None else ()
        reports = {support.span.report for support in outcome.support}
        return (*outcome.support, *(s for s in came if not reports or s.span.report in reports))

    def _of_statement(self, statement: Statement) -> Iterator[NewFact]:
        firsts = {_telling(v): v.origin for v in statement.variants}
        marks = self._contents(statement)
        ordered = self._read(firsts)
        every = (passage for v in statement.variants for piece in v.pieces for passage in piece.content)
        rests = [*ordered, *(p for p in self._read(every) if p not in firsts)]
        yield self._fact("statement", statement.id, rests, marks)
        if statement.standing == "several-origins":
            tip = next((n for n, p in enumerate(ordered) if firsts[p] != firsts[ordered[0]]), -1)
            more = frozenset(f"statement|{mark}" for mark in marks)
            fold = f"statement {ordered[tip].start}"
            yield self._fact("second-origin", statement.id, ordered[tip:], more, fold=fold)

    def _values(self, figure: Figure) -> Iterable[list[Reading]]:
        """Return a figure's readings by what they say: a number told again is the same fact."""
        values: dict[tuple[float | None, float | None], list[Reading]] = {}
        for reading in figure.readings:
            if reading.support.span.report in self.standing:  # a number of an earlier state was taken back
                values.setdefault((reading.low, reading.high), []).append(reading)
        return values.values()

    def _of_value(self, figure: Figure, readings: Sequence[Reading]) -> Iterator[NewFact]:
        ordered = sorted(readings, key=lambda reading: self.reads.of(reading.support.span))
        marks = frozenset(map(self._reading, readings))
        spans = [reading.support.span for reading in ordered]
        old = self.least > 0 and all(map(self._is_of_old_years, spans))
        if not old and not self.retold.counted_before(ordered[0]):
            yield self._fact("reading", ordered[0].id, spans, marks, fold=ordered[0].id)
        supports = [reading.support for reading in readings]
        if len(supports) > 1 and standing_of(supports, self.perhaps) == "several-origins":
            yield from self._second("reading", figure.id, supports, marks)

    def _second(
        self, sort: str, about: str, supports: Sequence[Support], marks: frozenset[str]
    ) -> Iterator[NewFact]:
        """Yield the fact that a claim got a second origin: with the support that brought it.

        A note of correction tells again what its outlet had got wrong, and gathered nothing.
        """
        ordered = sorted(supports, key=lambda support: self.reads.of(support.span))
        tips = (
            n
            for n in range(1, len(ordered))
            if standing_of(ordered[: n + 1], self.perhaps) == "several-origins"
        )
        spans = [support.span for support in ordered[next(tips, -1) :]]
        more = frozenset(f"{sort}|{mark}" for mark in marks)
        if not any(block.span.holds(spans[0].span) for block in self.notes.get(spans[0].report, ())):
            yield self._fact("second-origin", about, spans, more)

    def _of_difference(self, difference: Difference) -> Iterator[NewFact]:
        """Yield one fact for each two sides: a side that comes later parts from all that were there."""
        for sides in combinations(difference.sides, 2):
            firsts = self._read(self._read(s.span for s in side.support)[0] for side in sides)
            ends = [self._side(side) for side in sides]
            what = f"{difference.kind}|{difference.verdict}"
            marks = frozenset(f"{what}|{'|'.join(sorted(pair))}" for pair in product(*ends))
            late = [*firsts[::-1], *self._noted(firsts[-1])]
            yield self._fact("difference", difference.id, late, marks, fold=f"{difference.about}|{what}")

    def _noted(self, passage: Passage) -> list[Passage]:
        """Return what goes with words that only call others wrong: the next sentence, and the notice's title.

        "Correction: Dana Reyes is alive … That was wrong. She is in hospital."
        """
        report, words = self.reports.get(passage.report), notice_words()
        if report is None or re.match(words.wrong, passage.text, re.IGNORECASE) is None:
            return []
        around = [
            next((s for s in sentences_of(report.text, b.start, b.end) if s.start >= passage.end), None)
            for b in report.blocks
            if b.span.holds(passage.span)
        ]
        around += [b.span for b in report.blocks if re.match(words.notice, b.span.of(report.text), re.I)]
        return [report.passage(span) for span in around if span is not None]

    def _side(self, side: Side) -> frozenset[str]:
        readings = [self.readings[item] for item in side.items if item in self.readings]
        return frozenset(map(self._reading, readings)) or self._marks(side.support)


def _telling(variant: Variant) -> Passage:
    """Return the words that stand for a variant: the first in quotation marks, else the first."""
    pieces = [piece for piece in variant.pieces if piece.kind == "direct"] or variant.pieces
    return pieces[0].content[0]
