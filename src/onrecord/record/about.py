"""An event in, everybody and every place that the words about it name out.

A clause may leave open who does it, and where ("she was to visit the city later"). The sentence around it
tells then, or the one before; who says "we" speaks for himself, or for the firm or body for which he speaks.
"""

from collections.abc import Iterator
from itertools import pairwise

from onrecord.links.events import EventGroup
from onrecord.model.annotation import EventMention, Mention
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.record.aftermath_sentences import phrase_of
from onrecord.record.claims import sentences_of
from onrecord.record.happenings import once
from onrecord.record.settled import Settled

SOMEBODY = ("person", "organization", "group", "unnamed")


@once
def about(group: EventGroup, settled: Settled) -> frozenset[str]:
    """Return the entities that are named about an event: in its sentences, or before them."""
    mentions = (m for t in group.tellings for m in _about(t.mention, settled))
    return frozenset(settled.entities.of(mention.id for mention in mentions))


@once
def in_clauses(group: EventGroup, settled: Settled) -> frozenset[str]:
    """Return the entities that are named in an event's own clauses."""
    found = settled.material.found
    here = (
        m.id
        for t in group.tellings
        for m in found[t.mention.report].mentions
        if t.mention.clause.holds(m.span)
    )
    return frozenset(settled.entities.of(here))


@once
def owners(group: EventGroup, settled: Settled) -> frozenset[str]:
    """Return whose an event is told to be: "Reyes's trial", "the trial of Reyes"."""
    found, texts = settled.material.found, settled.material.by_id
    own = (
        m.id
        for t in group.tellings
        for m in found[t.mention.report].mentions
        if t.mention.clause.holds(m.span) and _is_owner(m.span, t.mention.span, texts[t.mention.report].text)
    )
    return frozenset(settled.entities.of(own))


def _is_owner(owner: Span, thing: Span, text: str) -> bool:
    if owner.end <= thing.start:
        return phrase_of("owned").fullmatch(text, owner.end, thing.start) is not None
    return phrase_of("owning").fullmatch(text, thing.end, owner.start) is not None


@once
def known_people(group: EventGroup, settled: Settled) -> frozenset[str]:
    """Return those that take part in an event, by any telling, of whom some report tells the name."""
    taking = (p.mention for t in group.tellings for p in t.mention.participants)
    return frozenset(settled.entities.of(taking)) & settled.named


def is_told_so(way: str, group: EventGroup, settled: Settled) -> bool:
    """Whether the words before an event, in some telling, are of a way to tell a plan.

    Args:
        way: "pledge": what "it" will do, by whoever says so; "ours": what "we" will; "decided": what will be
            done to something, which is no forecast.
        group: The event.
        settled: The settled reports.
    """
    texts = settled.material.by_id
    before = (_before(t.mention, texts[t.mention.report]) for t in group.tellings)
    return any(phrase_of(way).search(words) is not None for words in before)


def around(report: Report, span: Span) -> tuple[Span, Span | None]:
    """Return the sentence in which a span begins, and the one before it in its paragraph."""
    block = next((b for b in report.blocks if b.start <= span.start < b.end), None)
    if block is None:
        return span, None
    sentences = sentences_of(report.text, block.start, block.end)
    if sentences and sentences[0].end > span.start:
        return sentences[0], None
    pairs = ((one, other) for one, other in pairwise(sentences) if other.start <= span.start < other.end)
    return next(((other, one) for one, other in pairs), (span, None))


def _about(event: EventMention, settled: Settled) -> Iterator[Mention]:
    """Yield the mentions of whom and what the words about an event name."""
    report, mentions = settled.material.by_id[event.report], settled.material.found[event.report].mentions
    sentence, before = around(report, event.clause)
    here = [m for m in mentions if sentence.holds(m.span)]
    yield from here
    pronoun = phrase_of("openers").match(sentence.of(report.text).lstrip())
    if before is not None and (pronoun or not any(_is_somebody(m) for m in here)):
        yield from (m for m in mentions if before.holds(m.span))
    elif before is not None and phrase_of("there").search(sentence.of(report.text)):
        yield from (m for m in mentions if before.holds(m.span) and m.kind == "place")
    for quotation in settled.material.found[event.report].quotations:
        if any(piece.overlaps(event.span) for piece in quotation.content):
            for speaker in (settled.material.mentions[s] for s in quotation.speakers):
                yield from _spoken_for(speaker, mentions, report.text)


def _is_somebody(mention: Mention) -> bool:
    return mention.kind in SOMEBODY and mention.form == "name"


def _spoken_for(speaker: Mention, mentions: tuple[Mention, ...], text: str) -> Iterator[Mention]:
    """Yield who speaks, and the firm or body whose spokeswoman she is, as far as the report names it."""
    yield speaker
    told = [m for m in mentions if m.role is not None and m.chain == (speaker.chain or speaker.id)]
    for role in (m.role for m in told if m.role is not None):
        yield from (m for m in mentions if role.holds(m.span))
        if phrase_of("its_own").match(role.of(text)):
            bodies = [m for m in mentions if _is_body(m) and m.span.end <= role.start]
            yield from bodies[-1:]


def _is_body(mention: Mention) -> bool:
    return mention.kind == "organization" and mention.form == "name"


def _before(event: EventMention, report: Report) -> str:
    """Return the words of an event's sentence up to it."""
    sentence, _ = around(report, event.span)
    return report.text[sentence.start : event.span.start]
