"""A reading in, quotations by nouns and adjectives out: "his claim that …", "is confident that …".

A noun's speaker is its possessor, an adjective's the subject of its verb; without one it's left out.
"""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.parsed import place_of
from onrecord.annotations.quotations.clauses import spread, whole_quotes
from onrecord.annotations.quotations.cues import Cue
from onrecord.annotations.quotations.deeds import is_weak
from onrecord.annotations.quotations.draft import Draft, Speaker
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.speakers import phrase, speaker_of
from onrecord.model.span import Span

COPULAS: Final = frozenset({"acomp", "conj", "attr", "oprd"})


def find_nominal(reading: Reading) -> Iterator[Draft]:
    """Yield the drafts of reporting nouns and adjectives outside quotation marks."""
    for token in reading.free_tokens():
        if token.pos_ in {"NOUN", "PROPN"} and (cue := reading.cues.nouns.get(token.lower_)) is not None:
            yield from _draft(reading, token, cue, _possessor(token), "noun")
        elif token.pos_ == "ADJ" and (cue := reading.cues.adjectives.get(token.lower_)) is not None:
            yield from _draft(reading, token, cue, _bearer(token), "adjective")


def _draft(reading: Reading, token: Token, cue: Cue, speaker: Speaker | None, sort: str) -> Iterator[Draft]:
    found = _complement(token, cue)
    if (
        found is None
        or speaker is None
        or speaker.words.of(reading.text).lower() in quotation_words("nominal.not_speakers")
    ):
        return
    frame, complement = found
    content = whole_quotes(reading, spread(complement, token), token)
    yield Draft(
        kind="mixed" if any(reading.quotes(piece) for piece in content) else "indirect",
        content=content,
        cue=place_of(token),
        verb=token,
        speaker=speaker,
        rule=f"{sort}-{frame}:{cue.frames[frame]}",
        reason=f"“{token.text}” with what it reports; the speaker is {speaker.reason}",
        weak=sort == "adjective" and is_weak(token.head),
    )


def _possessor(noun: Token) -> Speaker | None:
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is None:
        return None
    words = phrase(owner, noun)
    mark = next((child for child in owner.children if child.dep_ == "case"), None)
    end = words.end if mark is None else mark.idx
    return Speaker(words=Span(words.start, end), head=owner, reason="its possessor")


def _bearer(adjective: Token) -> Speaker | None:
    if adjective.dep_ not in COPULAS or adjective.head.pos_ not in {"AUX", "VERB"}:
        return None
    return speaker_of(adjective.head)


def _complement(token: Token, cue: Cue) -> tuple[str, Token] | None:
    for child in token.children:
        if child.i <= token.i:
            continue
        words = {c.lower_ for c in child.children if c.i < child.i}
        if (
            child.dep_ in {"ccomp", "acl", "relcl"}
            and cue.takes("that")
            and ("that" in words or child.dep_ == "ccomp")
        ):
            return "that", child
        if child.dep_ in {"acl", "xcomp", "relcl", "ccomp"} and cue.takes("to") and "to" in words:
            return "to", child
        if child.dep_ == "prep" and cue.takes("about") and child.lower_ in cue.prepositions:
            return "about", child
    return None
