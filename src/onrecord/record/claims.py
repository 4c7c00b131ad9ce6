"""Settled reports in, what they claim out: each clause that tells of something, with its words and people."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from onrecord.english import english_table
from onrecord.links.words import function_words, words_of
from onrecord.model.annotation import EventMention, Mention, Quotation
from onrecord.model.record import Support
from onrecord.model.span import Span
from onrecord.record.composing import composing_pattern, composing_stems
from onrecord.record.settled import Settled

_BREAK = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(A-Z0-9])|\n")
FINDER = "denials/1"
BEFORE = 30  # code points before a clause in which "alleged that" stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Words of one report that tell that something is so.

    Attributes:
        report, span: where they stand.
        about: id of the event or statement that they are told by.
        stems: of their words that carry meaning.
        entities: who or what is named in them.
        speakers: who says so; empty where the report does.
        support: the support that they give.
        accuses: whether they are said as a charge: "alleged that …".
        charged: whom a charge can be against: not who makes it.
    """

    report: str
    span: Span
    about: str
    stems: frozenset[str]
    entities: frozenset[str]
    speakers: frozenset[str]
    support: Support
    accuses: bool = False
    charged: frozenset[str] = frozenset()


@lru_cache(maxsize=8192)  # one clause is asked for by several rules
def stems_of(text: str) -> frozenset[str]:
    """Return the words of a text that carry meaning, without their endings: "opening", "opened".

    Days and months tell no claim from another.
    """
    empty = function_words() | calendar()
    bare = composing_pattern("claims.endings").sub
    return frozenset(bare("", word) for word in words_of(text) if word not in empty and len(word) > 2)


@lru_cache(maxsize=1)
def calendar() -> frozenset[str]:
    """Return the days of the week and the months, in lower case."""
    times = english_table("times")
    return frozenset(times["weekday"]) | frozenset(times["month"])


@lru_cache(maxsize=1024)  # the paragraphs of a report are gone through for denials, plans and what is retold
def sentences_of(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the sentences of a stretch of text, by its full stops and lines."""
    edges = [start, *(match.end() for match in _BREAK.finditer(text, start, end)), end]
    return tuple(Span(a, b) for a, b in pairwise(edges) if a < b)


def claims_of(settled: Settled) -> dict[str, list[Claim]]:
    """Return the claims of each report, in order of place."""
    event_of = {t.mention.id: g.tellings[0].mention.id for g in settled.events for t in g.tellings}
    statement_of = {
        q.id: g.renderings[0].id for g in settled.statements for r in g.renderings for q in r.quotations
    }
    out: dict[str, list[Claim]] = {}
    for report in settled.material.reports:
        found = settled.material.found[report.id]
        mentions = sorted(found.mentions, key=lambda m: m.span)
        claims = [
            _told(event, event_of[event.id], mentions, settled)
            for event in found.events
            if event.id in event_of and event.modality not in ("denied", "demanded", "possible")
        ]
        for quotation in found.quotations:
            if quotation.id in statement_of:
                claims += _said(quotation, statement_of[quotation.id], mentions, settled)
        out[report.id] = sorted(claims, key=lambda claim: claim.span)
    return out


def _told(event: EventMention, about: str, mentions: Sequence[Mention], settled: Settled) -> Claim:
    text = settled.material.by_id[event.report].text
    named, charging = _named(event.clause, mentions, settled), after_accuser(event.clause, text)
    return Claim(
        report=event.report,
        span=event.clause,
        about=about,
        stems=stems_of(event.clause.of(text)),
        entities=named,
        charged=named if charging == event.clause else _named(charging, mentions, settled),
        speakers=frozenset(settled.entities.of(event.given_by)),
        support=settled.support(event),
        accuses=any(
            w.startswith(tuple(s for s in composing_stems("claims.accusing") if s != "charg"))
            for w in words_of(text[max(0, event.clause.start - BEFORE) : event.clause.end])
        ),
    )


def _said(quotation: Quotation, about: str, mentions: Sequence[Mention], settled: Settled) -> Iterator[Claim]:
    """Yield the sentences that somebody says, each as a claim; what somebody denies is no claim of theirs."""
    text = settled.material.by_id[quotation.report].text
    speakers = settled.entities.of(quotation.speakers)
    cue = quotation.cue.of(text).lower() if quotation.cue is not None else ""
    if any(word.startswith(composing_stems("claims.denying")) for word in words_of(cue)):
        return
    for piece in quotation.content:
        for span in sentences_of(text, piece.start, piece.end):
            support = settled.wording(quotation.report, span, finder=FINDER, confidence=quotation.confidence)
            named = _named(span, mentions, settled)
            yield Claim(
                report=quotation.report,
                span=span,
                about=about,
                stems=stems_of(span.of(text)),
                entities=named,
                charged=named,
                speakers=frozenset(speakers),
                support=replace(support, voice="attributed", given_by=speakers),
                accuses=cue.startswith(composing_stems("claims.accusing")),
            )


def after_accuser(clause: Span, text: str) -> Span:
    """Return a clause from where it accuses: before that stands who accuses, unless it is passive."""
    match = composing_pattern("claims.accuses").search(text, clause.start, clause.end)
    return clause if match is None else Span(match.end(), clause.end)


def _named(span: Span, mentions: Sequence[Mention], settled: Settled) -> frozenset[str]:
    """Return the entities that are mentioned within a place."""
    first = bisect_right(mentions, span.start - 1, key=lambda m: m.span.start)
    here = []
    for mention in mentions[first:]:
        if mention.span.start >= span.end:
            break
        here.append(mention.id)
    return frozenset(settled.entities.of(here))
