"""A draft with its cue and the report's times in, to whom, in what, where and when it was said out.

Only words that hang on the cue's verb count, and none from within the content.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.quotations.cues import english
from onrecord.annotations.quotations.draft import Draft
from onrecord.annotations.quotations.grammar import quotation_endings, quotation_words
from onrecord.annotations.quotations.speakers import trimmed
from onrecord.model.annotation import Timex
from onrecord.model.span import Span
from onrecord.model.when import When

PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
LISTENER: Final = frozenset({"dobj", "dative"})
NEAR: Final = 400
"""Code points between a cue and the words for its time, at most."""

DEPTH: Final = 4
"""Steps from a time expression up to the cue's verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Of one occasion of speech, as printed."""

    to: Span | None = None
    medium: Span | None = None
    where: Span | None = None
    said: When | None = None


def circumstances_of(draft: Draft, timexes: Sequence[Timex]) -> Circumstances:
    """Return to whom, in which medium, where and when a draft's words were said, as far as printed."""
    verb = draft.verb
    if verb is None or draft.rule.startswith(("according", "noun", "adjective", "object", "about")):
        return Circumstances()
    to, medium, where = _listener(draft, verb), None, None
    for preposition, noun in _phrases(verb):
        if _within(noun, draft.content):
            continue
        place = trimmed(noun, noun.left_edge.i, noun.i)
        if preposition.lower_ == "to" and to is None and noun.ent_type_ not in PLACES:
            to = trimmed(noun, noun.left_edge.i, noun.right_edge.i)
        elif noun.lower_ in english().media and medium is None:
            medium = place
        elif (
            preposition.lower_ in quotation_words("circumstances.at_a_place")
            and noun.ent_type_ in PLACES
            and where is None
        ):
            where = place
    return Circumstances(to=to, medium=medium, where=where, said=_said(draft, verb, timexes))


def _listener(draft: Draft, verb: Token) -> Span | None:
    cue = english().verbs.get(verb.lower_)
    if cue is None or not cue.takes("listener"):
        return None
    for child in verb.children:
        if (
            child.dep_ in LISTENER
            and child.i > verb.i
            and not _within(child, draft.content)
            and _hears(child)
        ):
            last = child.right_edge.i
            while last > child.i and _within(verb.doc[last], draft.content):
                last -= 1
            return trimmed(child, child.left_edge.i, last)
    return None


def _hears(noun: Token) -> bool:
    """Whether a noun is somebody who can be told or urged: "urged residents", not "urged an end"."""
    if noun.pos_ in {"PRON", "PROPN"} or noun.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"}:
        return True
    many = noun.tag_ == "NNS" and noun.lower_.endswith(quotation_endings("circumstances.people"))
    return many or noun.lower_ in english().hearers


def _phrases(verb: Token) -> Iterator[tuple[Token, Token]]:
    for child in verb.children:
        if child.dep_ in {"prep", "dative"} and child.pos_ in {"ADP", "SCONJ"}:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield child, noun


def _within(token: Token, content: tuple[Span, ...]) -> bool:
    return any(piece.start <= token.idx < piece.end for piece in content)


def _said(draft: Draft, verb: Token, timexes: Sequence[Timex]) -> When | None:
    last = bisect_right(timexes, verb.idx + NEAR, key=lambda timex: timex.span.start)
    first = bisect_left(timexes, verb.idx - NEAR, key=lambda timex: timex.span.start)
    for timex in timexes[first:last]:
        if timex.type not in {"DATE", "TIME"} or any(piece.overlaps(timex.span) for piece in draft.content):
            continue
        if draft.speaker is not None and draft.speaker.words.overlaps(timex.span):
            continue
        tokens = verb.doc.char_span(timex.span.start, timex.span.end, alignment_mode="expand")
        if tokens is not None and _hangs_on(tokens.root, verb):
            return timex.when
    return None


def _hangs_on(token: Token, verb: Token) -> bool:
    """Whether a time expression belongs to a verb itself, with at most prepositions between."""
    for _ in range(DEPTH):
        if token.head == verb:
            return True
        if token.head.pos_ not in {"ADP", "NOUN", "NUM", "PROPN"} or token.head == token:
            return False
        token = token.head
    return False
