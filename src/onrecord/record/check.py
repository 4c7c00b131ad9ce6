"""A record in, its soundness out: every span to the letter, no number without a support that holds it."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from onrecord.errors import UnsupportedNumberError, WordsDifferError
from onrecord.model.record import Event, Figure, HistoryStep, Record, Support
from onrecord.model.span import Passage
from onrecord.model.when import When

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


def check(record: Record) -> Record:
    """Return the record as it came, if it is sound.

    Raises:
        WordsDifferError: A span's words are not its report's at that place.
        UnsupportedNumberError: A line states a number that no support of it holds.
    """
    texts = {line.report.id: line.report.text for line in record.reports}
    for line in record.reports:
        if sha256(line.report.text.encode("utf-8")).hexdigest() != line.report.sha256:
            raise WordsDifferError("a report's text is not the text that was read", subject=line.report.id)
    for passage in passages_of(record):
        text = texts.get(passage.report)
        if text is None or text[passage.start : passage.end] != passage.text:
            raise WordsDifferError(subject=f"{passage.report} [{passage.start}:{passage.end}]")
    for event in record.events:
        _check_numbers(event.label, event.support, event.id)
    for figure in record.figures:
        for reading in figure.readings:
            _check_numbers(reading.printed, (reading.support,), reading.id)
    return record


def _check_numbers(line: str, supports: tuple[Support, ...], subject: str) -> None:
    held = {number for support in supports for number in _NUMBER.findall(support.span.text)}
    missing = [number for number in _NUMBER.findall(line) if number not in held]
    if missing:
        raise UnsupportedNumberError(subject=f"{subject}: {', '.join(missing)}")


def passages_of(record: Record) -> Iterator[Passage]:
    """Yield every passage of a record, wherever it stands."""
    for line in record.reports:
        yield from _of_whens((line.report.published, line.report.updated))
    for origin in record.origins:
        if origin.evidence is not None:
            yield origin.evidence
        yield from (tie.evidence for tie in origin.ties)
    for entity in record.entities:
        yield from entity.mentions
        yield from (role.span for role in entity.roles)
    for statement in record.statements:
        yield from _of_whens((statement.said,))
        yield from _of_history(statement.history)
        for variant in statement.variants:
            yield from variant.differs
            for piece in variant.pieces:
                yield from piece.content
                yield from (p for p in (piece.speaker_words, piece.cue) if p is not None)
    yield from (p for event in record.events for p in _of_event(event))
    yield from (p for figure in record.figures for p in _of_figure(figure))
    for difference in record.differences:
        yield from (support.span for side in difference.sides for support in side.support)


def _of_whens(whens: tuple[When | None, ...]) -> Iterator[Passage]:
    yield from (when.span for when in whens if when is not None and when.span is not None)


def _of_history(steps: Iterable[HistoryStep]) -> Iterator[Passage]:
    yield from (passage for step in steps for passage in (step.was, step.now) if passage is not None)


def _of_event(event: Event) -> Iterator[Passage]:
    yield from _of_whens((event.when,))
    yield from (support.span for support in event.support)
    yield from _of_history(event.history)
    if event.outcome is not None:
        yield from (support.span for support in event.outcome.support)


def _of_figure(figure: Figure) -> Iterator[Passage]:
    yield from _of_whens((figure.since,))
    yield from _of_history(figure.history)
    for reading in figure.readings:
        yield from _of_whens((reading.as_of,))
        yield reading.support.span
