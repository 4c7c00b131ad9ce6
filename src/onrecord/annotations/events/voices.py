"""A trigger and the report's quotations in, out: whose word it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotations.events import grammar
from onrecord.annotations.events.disclaimed import denied_by
from onrecord.annotations.events.lexicon import Lexicon
from onrecord.annotations.events.people import People
from onrecord.annotations.parsed import place_of
from onrecord.model.annotation import Quotation, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who says so: the outlet itself, or givers and those who passed it on; direct within quotation marks."""

    voice: Voice
    given_by: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    direct: bool = False
    words: Token | None = None


def told_by(
    token: Token, verb: Token | None, quotations: Sequence[Quotation], known: People, words: Lexicon
) -> Told:
    """Return whose word an event is: by quotations, else by a verb of saying above, else the outlet's own."""
    place = place_of(token)
    holding = [q for q in quotations if any(piece.holds(place) for piece in q.content)]
    if holding:
        inner = min(holding, key=lambda q: (len(q.span), q.span))
        direct = inner.kind == "direct" or (inner.kind == "mixed" and _in_marks(token))
        return Told(voice="attributed", given_by=inner.speakers, via=inner.via, direct=direct)
    return _by_verb(verb or token, known, words)


def _in_marks(token: Token) -> bool:
    marks = sum(t.text in ("“", "”", '"') for t in token.sent if t.i < token.i)
    return marks % 2 == 1


def _by_verb(token: Token, known: People, words: Lexicon) -> Told:
    for above in (token, *token.ancestors):
        adverb = next((t for t in above.children if t.lower_ in words.words["say"]["adverbs"]), None)
        if adverb is not None:
            return Told(voice="attributed", words=adverb)
        head = above.head
        if above.dep_ == "ccomp" and words.says("say", "verbs", head.lemma_.lower()):
            return _told(head, known)
        if (denying := denied_by(above, words)) is not None:
            return _told(denying, known)
    return Told(voice="own")


def _told(saying: Token, known: People) -> Told:
    speaker = grammar.subject(saying) or grammar.agent(saying)
    heads = [] if speaker is None else grammar.with_conjuncts(speaker)
    givers = tuple(m.id for m in map(known.at, heads) if m is not None)
    return Told(voice="attributed", given_by=givers, words=saying)
