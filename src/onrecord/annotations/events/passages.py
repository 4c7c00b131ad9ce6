"""The events of a sentence and of the one before in, those that go on from its day with that day out.

"A train crashed near Leven on 3 May 2019. Nine people died." A passage that tells of blows and disasters
stays at its day until words of time lead away from it; what people do otherwise (resign, agree, rule) may
come at any time, and takes no day from its neighbour. Only the next sentence of the paragraph goes on.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.lexicon import Lexicon
from onrecord.annotations.parsed import Parsed
from onrecord.model.annotation import EventMention

RULE: Final = "passage"
SURE: Final = 0.6
"""The least confidence of what goes on from a day: an event with a day that stands in no words of its own."""


def going_on(
    sent: TokenSpan,
    now: Sequence[EventMention],
    before: Sequence[EventMention],
    *,
    parsed: Parsed,
    words: Lexicon,
) -> list[EventMention]:
    """Return the events of a sentence, those with no day of their own on the day of the sentence before.

    Args:
        sent: The sentence, with no day or time in it.
        now: Its events.
        before: Those of the sentence before.
        parsed: The report.
        words: The lexicon.
    """
    told = _dated(before, words)
    if (
        told is None
        or not _narrates(told, parsed)
        or _leads_away(sent, words)
        or _new_paragraph(sent, parsed)
    ):
        return list(now)
    return [_with(mention, told) if _goes_on(mention, parsed, words) else mention for mention in now]


def _dated(before: Sequence[EventMention], words: Lexicon) -> EventMention | None:
    """Return the blow or disaster of a sentence that gives its day, and no other day, in its own words."""
    days = {m.when.edtf: m for m in before if m.when is not None and m.when.basis in ("stated", "resolved")}
    told = next(iter(days.values()), None)
    if told is None or len(days) > 1 or told.when is None or told.when.rule == RULE:
        return None
    day = told.when.date
    single = day is not None and day.first is not None and day.first == day.last
    happens = told.modality == "happened" and words.says("passage", "sorts", told.sort)
    return told if single and happens else None


def _narrates(told: EventMention, parsed: Parsed) -> bool:
    """Whether a sentence is told as past: a picture's is told as present, whatever came before it."""
    found = parsed.tokens_in(told.span)
    return found is not None and _is_plain_past(found.root.sent.root)


def _leads_away(sent: TokenSpan, words: Lexicon) -> bool:
    return any(words.says("passage", "away", token.lower_) for token in sent)


def _new_paragraph(sent: TokenSpan, parsed: Parsed) -> bool:
    start = sent.start_char
    return sent.start == 0 or "\n" in parsed.report.text[sent.doc[sent.start - 1].idx : start]


def _goes_on(mention: EventMention, parsed: Parsed, words: Lexicon) -> bool:
    """Whether an event is a blow or disaster, told as plain past, with no day."""
    told = mention.when is None or mention.when.basis in ("bounded", "open")
    if not told or mention.modality != "happened" or mention.background:
        return False
    found = parsed.tokens_in(mention.span)
    return found is not None and words.says("passage", "sorts", mention.sort) and _is_plain_past(found.root)


def _is_plain_past(verb: Token) -> bool:
    while verb.dep_ in ("advcl", "conj", "xcomp") and grammar.tense(verb) == "none" and verb.head != verb:
        verb = verb.head
    return verb.pos_ == "VERB" and grammar.tense(verb) == "past"


def _with(mention: EventMention, told: EventMention) -> EventMention:
    """Return an event on the day of the sentence before, and as old as that; with a day it is no fragment."""
    if told.when is None:
        return mention
    when = replace(told.when, basis="resolved", rule=RULE, reason="the day of the sentence before")
    sure = max(mention.confidence, SURE)
    return replace(mention, when=when, background=told.background, confidence=sure)
