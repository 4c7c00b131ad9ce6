"""A sentence that denies the one before it in, the denied event out ("Her office denied it").

What is denied is the last thing that the sentence before tells on somebody's word, or what it tells that
somebody was accused of; its line holds both.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.lexicon import Lexicon, event_words
from onrecord.annotations.events.people import People
from onrecord.annotations.parsed import place_of
from onrecord.model.annotation import EventMention
from onrecord.model.ids import make_id
from onrecord.model.span import Span

CHARGED = "charged"
FAR = 400  # code points from what is denied to the end of its denial


def denied_before(
    sent: TokenSpan, before: Sequence[EventMention], people: People, words: Lexicon, *, finder: str
) -> EventMention | None:
    """Return the event of the sentence before that this one denies; None if it denies none."""
    verb = _denial(sent, words)
    told = [m for m in before if m.voice == "attributed" and m.modality in ("happened", "ongoing", "planned")]
    charges = [m for m in before if _is_charge(m)]
    if verb is None or not (told or charges):
        return None
    last = replace(charges[-1], sort=CHARGED, type=None) if charges else told[-1]
    subject = grammar.subject(verb)
    giver = None if subject is None else people.at(subject)
    span = place_of(verb)
    clause = Span(last.clause.start, place_of(_end(sent)).end)
    if len(clause) > FAR:
        return None
    return replace(
        last,
        id=make_id("event", last.report, span.start, span.end),
        span=span,
        clause=clause,
        modality="denied",
        voice="attributed",
        given_by=() if giver is None else (giver.id,),
        via=(),
        reason=f"what the sentence before tells ({last.sort}); denied it",
        finder=finder,
        confidence=0.7,
        decided_by=span,
        outcome=None,
        part_of=None,
    )


def _is_charge(mention: EventMention) -> bool:
    """Whether somebody is charged with a thing: that is denied then, not what is told beside it."""
    return mention.sort in event_words("denials.charges") and mention.modality == "happened"


def _denial(sent: TokenSpan, words: Lexicon) -> Token | None:
    """Return the verb by which a sentence denies what was said before, and nothing of its own."""
    root = sent.root
    thing = grammar.child(root, "dobj")
    if (
        thing is None
        or thing.lower_ not in event_words("denials.pointing")
        or grammar.child(root, "neg") is not None
    ):
        return None
    return root if words.says("object", "disputed", root.lemma_.lower()) else None


def _end(sent: TokenSpan) -> Token:
    return next((t for t in reversed(list(sent)) if not t.is_space and not t.is_punct), sent[-1])
