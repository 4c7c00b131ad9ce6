"""A number's place and the report's quotations in, its voice and giver out."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotations.figures.view import child
from onrecord.model.annotation import Mention, Quotation, Voice
from onrecord.model.span import Span

PUT = ("put", "puts", "estimated", "estimates")


def quotation_round(quotations: Sequence[Quotation], number: Span) -> Quotation | None:
    """Return the quotation that gives a number: the shortest whose content holds it; None if none does."""
    round_it = [q for q in quotations if any(piece.holds(number) for piece in q.content)]
    return min(round_it, key=lambda q: (len(q.span), q.span), default=None)


def giver(quotation: Quotation | None) -> tuple[Voice, tuple[str, ...]]:
    """Return voice and speakers: attributed with no speaker where it is not known who said it."""
    if quotation is None:
        return "own", ()
    return "attributed", quotation.speakers


def who_put(verb: Token | None, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return who puts a toll at a number ("the ministry put the toll at 45"); empty for other verbs."""
    subject = child(verb, "nsubj") if verb is not None and verb.lower_ in PUT else None
    if subject is None:
        return ()
    at = Span(subject.idx, subject.idx + len(subject.text))
    named = [mention for mention in mentions if mention.span.holds(at)]
    return (max(named, key=lambda mention: len(mention.span)).id,) if named else ()


def with_attribution(clause: Span, quotation: Quotation | None, sentence: Span) -> Span:
    """Return the clause widened to the words that attribute it, where they stand in the same sentence."""
    if quotation is None:
        return clause
    for words in (quotation.cue, quotation.speaker_words):
        if words is not None and sentence.holds(words):
            clause = clause.to(words)
    return clause
