"""A pronoun that speaks in, the mention that it stands for out, where its chain leaves it open.

Who acts in one sentence and is quoted in the next is the one quoted: "Ida Moss was in tears. “It was home,”
she said." Chains go by gender, and leave a "she" open where a name tells none, or take the one "she" that
they know, though a sentence of another's stands between. Only within a paragraph, for the subject of the
sentence right before, of no other gender, and with nobody else named who may be meant: in the pronoun's own
sentence, or acted on in that.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.quotations.draft import Draft
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.reading import NEAR, Reading
from onrecord.annotations.quotations.who import mention_at
from onrecord.model.annotation import Mention

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
SOMEBODY: Final = frozenset({"person", "unnamed"})
BODIES: Final = frozenset({"organization", "place", "group"})
UNSURE: Final = 0.6
"""Confidence of a mention up to which a body's name may be a person's."""

STOPS: Final = frozenset({".", "!", "?"})


def stands_for(reading: Reading, pronoun: Token, mentions: Sequence[Mention]) -> Mention | None:
    """Return the mention that a speaking pronoun stands for; None to leave it with its chain.

    It stays with a chain that the sentence before tells of, or its own.
    """
    meant = mention_at(pronoun, mentions)
    if meant is None or meant.form != "pronoun" or meant.plural or meant.gender is None:
        return None
    own, before = _sentences(reading, pronoun)
    if not before and meant.chain is None and (alone := _alone_above(reading, pronoun, meant, mentions)):
        return alone
    # "Prewitt shook his hand": whose hand it is tells nothing of who speaks next.
    people = tuple(_people((t for t in before if t.tag_ != "PRP$"), mentions))
    if meant.chain is not None and meant.chain in {m.chain for m in (*_people(own, mentions), *people)}:
        return None
    genders = _genders(mentions)
    if any(_may_be(other, meant, genders) for other in _people(own, mentions)):
        return None
    acting = [t for t in before if t.dep_ in SUBJECTS and _is_main(t.head)]
    acts = {m.chain: m for m in _people(acting, mentions) if _may_be(m, meant, genders)}
    if len(acts) != 1:
        return None
    subject = next(iter(acts.values()))
    others = [m for m in people if m.chain != subject.chain and _may_be(m, meant, genders)]
    speaks = any(t.head.lower_ in reading.cues.verbs for t in acting)
    return subject if speaks or not others else None


def speaks_on(
    reading: Reading, draft: Draft, before: Draft | None, mentions: Sequence[Mention]
) -> Mention | None:
    """Return who spoke last, for a pronoun that speaks on: "“…,” he continued"; None to leave it open.

    Args:
        reading: The report.
        draft: What the pronoun says.
        before: The last quotation before it that has a speaker: right before it, or in the paragraph above.
        mentions: All of the report, in order of place.
    """
    if draft.speaker is None or before is None or before.speaker is None:
        return None
    if draft.verb is None or draft.verb.lower_ not in reading.cues.goes_on:
        return None
    meant, last = (mention_at(each.head, mentions) for each in (draft.speaker, before.speaker))
    if meant is None or meant.form != "pronoun" or meant.plural or meant.chain not in (None, meant.id):
        return None
    if last is None or last.kind not in SOMEBODY or last.chain is None or last.plural:
        return None
    far = reading.text[before.span.end : draft.span.start].strip().count("\n") > 1
    return None if far or not _may_be(last, meant, _genders(mentions)) else last


def is_body_pronoun(token: Token) -> bool:
    """Whether a speaker is "it": a body that was told of, or a paper."""
    return token.lower_ in quotation_words("pronouns.body") and token.pos_ == "PRON"


def body_meant(
    reading: Reading, draft: Draft, before: Draft | None, mentions: Sequence[Mention]
) -> Mention | None:
    """Return the body that "it" stands for where "it" says something; None to leave it open.

    That is the only body to act in its own sentence or in the one before, of several the one that speaks
    there, else the one that spoke last, in this paragraph or the one above.
    """
    if draft.speaker is None or not is_body_pronoun(draft.speaker.head):
        return None
    own, above = _sentences(reading, draft.speaker.head)
    for sentence in (own, above):
        told = [t for t in sentence if not any(part.start <= t.idx < part.end for part in draft.content)]
        acting = [t for t in told if t.dep_ in SUBJECTS and (sentence is own or _is_main(t.head))]
        speaking = [t for t in acting if t.head.lower_ in reading.cues.verbs]
        for some in (acting, speaking):
            bodies = {m.chain or m.id: m for m in _bodies(some, mentions)}
            if len(bodies) == 1:
                return next(iter(bodies.values()))
        if not _leaves_open(acting, before, mentions):
            return None
    if before is None or before.speaker is None:
        return None
    last = mention_at(before.speaker.head, mentions)
    paper = before.speaker.head.lower_ in reading.cues.voices.papers
    far = reading.text[before.span.end : draft.span.start].strip().count("\n") > 2
    return None if far or last is None or last.plural or not (paper or last.kind in BODIES) else last


def _leaves_open(acting: Sequence[Token], before: Draft | None, mentions: Sequence[Mention]) -> bool:
    """Whether "it" may still be who spoke before: none acts but that one and people, who are no "it"."""
    spoke = None if before is None or before.speaker is None else before.speaker.words
    for token in acting:
        if token.pos_ not in {"PROPN", "NOUN"} or (
            spoke is not None and spoke.start <= token.idx < spoke.end
        ):
            continue
        found = mention_at(token, mentions)
        if found is None or found.kind != "person":
            return False
    return True


def _bodies(tokens: Sequence[Token], mentions: Sequence[Mention]) -> Iterator[Mention]:
    for token in tokens:
        found = mention_at(token, mentions) if token.pos_ in {"PROPN", "NOUN"} else None
        if found is not None and found.kind in BODIES and (found.form != "name" or found.confidence > UNSURE):
            yield found


def _sentences(reading: Reading, pronoun: Token) -> tuple[list[Token], list[Token]]:
    """Return what stands outside marks before a pronoun in its sentence, and the sentence before that."""
    lead = reading.tokens(reading.lead(pronoun.idx))
    free = [t for t in lead if reading.piece_at(t.idx) is None and not t.is_space]
    stops = [i for i, t in enumerate(free) if t.text in STOPS]
    if not stops:
        return free, []
    start = stops[-2] + 1 if len(stops) > 1 else 0
    return free[stops[-1] + 1 :], free[start : stops[-1]]


def _is_main(verb: Token) -> bool:
    """Whether a verb is its sentence's main one, or all that is reported in it: "Vale left, we hear"."""
    while verb.dep_ == "conj" and verb.head.i < verb.i and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    reported = verb.dep_ == "ccomp" and verb.i < verb.head.i and verb.head.dep_ == "ROOT"
    return bool(verb.dep_ == "ROOT" or reported)


def _alone_above(
    reading: Reading, pronoun: Token, meant: Mention, mentions: Sequence[Mention]
) -> Mention | None:
    """Return the one who acts in the paragraph above, where nobody else is named there."""
    here = reading.paragraph_at(pronoun.idx)
    place = bisect_left(reading.paragraphs, here)
    if not place or reading.paragraphs[place - 1].end - reading.paragraphs[place - 1].start > NEAR:
        return None
    above = [t for t in reading.tokens(reading.paragraphs[place - 1]) if reading.piece_at(t.idx) is None]
    named = {m.chain: m for m in _people(above, mentions) if m.form == "name"}
    others = [m for m in _people(_sentences(reading, pronoun)[0], mentions) if m.chain not in named]
    acting = {
        m.chain for m in _people([t for t in above if t.dep_ in SUBJECTS and _is_main(t.head)], mentions)
    }
    if len(named) != 1 or others or acting != set(named):
        return None
    alone = next(iter(named.values()))
    return alone if _may_be(alone, meant, _genders(mentions)) else None


def _people(tokens: Iterable[Token], mentions: Sequence[Mention]) -> Iterator[Mention]:
    for token in tokens:
        found = mention_at(token, mentions) if token.pos_ in {"PROPN", "NOUN", "PRON"} else None
        if found is not None and found.kind in SOMEBODY and found.chain is not None and not found.plural:
            yield found


def _may_be(other: Mention, meant: Mention, genders: Mapping[str | None, set[str]]) -> bool:
    told = genders.get(other.chain, set())
    return not told or meant.gender in told


def _genders(mentions: Sequence[Mention]) -> dict[str | None, set[str]]:
    """Return the genders that the mentions of each chain tell."""
    genders: dict[str | None, set[str]] = {}
    for mention in mentions:
        if mention.chain is not None and mention.gender is not None:
            genders.setdefault(mention.chain, set()).add(mention.gender)
    return genders
