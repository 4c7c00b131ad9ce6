"""A reading in, quotations by fixed phrases out: "according to X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotations.quotations.clauses import pieces_around
from onrecord.annotations.quotations.draft import Draft, Speaker
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.sentence import sentence_bounds
from onrecord.annotations.quotations.speakers import trimmed
from onrecord.model.annotation import QuotationKind
from onrecord.model.span import Span


def find_according(reading: Reading) -> Iterator[Draft]:
    """Yield a draft for each "according to" that governs a noun phrase."""
    for token in reading.free_tokens():
        for phrase in reading.cues.phrases:
            if token.lower_ == phrase[0] and _matches(token, phrase):
                draft = _draft(reading, token, len(phrase))
                if draft is not None:
                    yield draft
                break


def _matches(token: Token, phrase: tuple[str, ...]) -> bool:
    doc = token.doc
    return [t.lower_ for t in doc[token.i : token.i + len(phrase)]] == list(phrase)


def _draft(reading: Reading, token: Token, length: int) -> Draft | None:
    doc = token.doc
    last = doc[token.i + length - 1]
    noun = next((child for child in last.children if child.dep_ == "pobj"), None)
    if noun is None:
        return None
    words = trimmed(noun, last.i + 1, _phrase_end(token, noun))
    kind: QuotationKind
    content = pieces_around(token, Span(token.idx, words.end))
    if not content:
        return None
    piece = reading.piece_at(content[0].start)
    if piece is not None and piece.closed and piece.span.holds(content[0]):
        kind, content = "direct", (piece.inner,)
    else:
        kind = "mixed" if any(reading.quotes(part) for part in content) else "indirect"
    return Draft(
        kind=kind,
        content=content,
        cue=Span(token.idx, last.idx + len(last.text)),
        verb=token,
        speaker=Speaker(words=words, head=noun, reason="the words after it"),
        rule="according",
        reason=f"“{doc[token.i : last.i + 1].text}”; the speaker is the words after it",
    )


def _phrase_end(token: Token, noun: Token) -> int:
    """Return the last token of the phrase: where it opens the sentence, before the clause's comma.

    Parsers take the clause's first noun for an apposition: "According to the coastguard, three boats sank."
    """
    first, end = sentence_bounds(token)
    doc = noun.doc
    if token.i - first > 1:
        return int(noun.right_edge.i)
    for i in range(noun.i + 1, min(noun.right_edge.i, end - 1)):
        if doc[i].text == "," and doc[i + 1].lower_ not in quotation_words("according.opens_aside"):
            return i - 1
    return int(noun.right_edge.i)
