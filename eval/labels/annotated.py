"""The sample and the benchmarks in, the annotators' answers out.

A document is read as a report of one body block a line, published on the day that its task gives.
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from eval.labels.answers import Answers, Event, Name, Place, Pronoun, Sample
from eval.labels.texts import by_key, day_of
from onrecord.annotations.reading import annotate_report
from onrecord.evaluation.reports import report_of
from onrecord.evaluation.scorer import TaskDoc
from onrecord.model.annotation import EventMention, Found, Mention
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.when import When


def answers(benchmarks: Path, sample: Sample) -> Answers:
    """Return what the annotators find within the places of the sample."""
    docs = by_key(benchmarks)
    keys = dict.fromkeys(place.key for place in (*sample.reports, *sample.sentences))
    found = {key: annotate_report(report(docs[key])).found for key in keys}
    whole = Answers()
    for place in sample.reports:
        whole = replace(
            whole,
            names=(*whole.names, *names(found[place.key], place)),
            pronouns=(*whole.pronouns, *pronouns(found[place.key], place)),
        )
    for place in sample.sentences:
        whole = replace(whole, events=(*whole.events, *events(found[place.key], place)))
    return whole


def report(doc: TaskDoc) -> Report:
    """Return a document as a report with its day."""
    day = day_of(doc)
    return replace(report_of(doc), published=When(edtf=day, basis="stated", printed=day))


def names(found: Found, place: Place) -> Iterable[Name]:
    """Yield the mentions by name that begin within a place."""
    for mention in found.mentions:
        if mention.form == "name" and _within(mention.span, place):
            yield Name(place=Place(key=place.key, span=mention.span), kind=mention.kind)


def pronouns(found: Found, place: Place) -> Iterable[Pronoun]:
    """Yield the pronouns within a place, with all that their chains name or describe."""
    for mention in found.mentions:
        if mention.form == "pronoun" and _within(mention.span, place):
            refers = (m.span for m in _chain(found, mention) if m.form != "pronoun")
            yield Pronoun(place=Place(key=place.key, span=mention.span), refers=tuple(refers))


def events(found: Found, place: Place) -> Iterable[Event]:
    """Yield the event mentions within a place."""
    for event in found.events:
        if _within(event.span, place):
            yield Event(
                place=Place(key=place.key, span=event.span),
                modality=event.modality,
                day=None if event.when is None else event.when.edtf,
                participants=tuple(_participants(found, event, place)),
            )


def _participants(found: Found, event: EventMention, place: Place) -> Iterable[tuple[Span, ...]]:
    """Yield each participant once, as its mentions in the sentence; none of who is told of elsewhere."""
    by_id = {mention.id: mention for mention in found.mentions}
    given = (by_id[participant.mention] for participant in event.participants)
    for mention in {m.chain or m.id: m for m in given}.values():
        own = (mention, *(m for m in _chain(found, mention) if m.id != mention.id))
        yield tuple(m.span for m in own if _within(m.span, place))


def _chain(found: Found, mention: Mention) -> tuple[Mention, ...]:
    if mention.chain is None:
        return ()
    return tuple(m for m in found.mentions if m.chain == mention.chain)


def _within(span: Span, place: Place) -> bool:
    return place.span.start <= span.start < place.span.end
