"""A pronoun that speaks in, the mention that it stands for out, where its chain leaves it open.

Who acts in one sentence and is quoted in the next is the one quoted: "Ida Moss was in tears. “It was home,”
she said." Chains go by gender, and leave a "she" open where a name tells none, or take the one "she" that
they know, though a sentence of another's stands between. Only within a paragraph, for the subject of the
sentence right before, of no other gender, and with nobody else named who may be meant: in the pronoun's own
sentence, or acted on in that. Where that leaves it open too, it is the only one of whom the paragraph told
who may be meant, or who spoke last in it, if nobody else acts since.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.parsed import place_of
from onrecord.annotations.quotations.draft import Draft
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.issuers import issuer_in
from onrecord.annotations.quotations.reading import NEAR, Reading
from onrecord.annotations.quotations.who import mention_at
from onrecord.model.annotation import Mention
from onrecord.model.span import Span

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
SOMEBODY: Final = frozenset({"person", "unnamed"})
BODIES: Final = frozenset({"organization", "place", "group"})
UNSURE: Final = 0.6
"""Confidence of a mention up to which a body's name may be a person's."""

DOUBTFUL: Final = 0.75
"""Confidence of a mention up to which nobody may be meant at all."""

STOPS: Final = frozenset({".", "!", "?"})


def stands_for(
    reading: Reading, draft: Draft, last: Draft | None, mentions: Sequence[Mention]
) -> Mention | None:
    """Return the mention that a speaking pronoun stands for; None to leave it with its chain.

    It stays with a chain that the sentence before tells of, or its own.

    Args:
        reading: The report.
        draft: What the pronoun says.
        last: The last quotation before it that has a speaker.
        mentions: All of the report, in order of place.
    """
    pronoun = None if draft.speaker is None else draft.speaker.head
    meant = None if pronoun is None else mention_at(pronoun, mentions)
    if pronoun is None or meant is None or meant.form != "pronoun":
        return None
    if meant.plural:
        return None if meant.chain is not None else _several_before(reading, draft, mentions)
    if meant.gender is None:
        return None
    acts = _acts_before(reading, pronoun, meant, mentions)
    if acts is not None or meant.chain is not None:
        return acts
    return _of_paragraph(reading, draft, meant, last, mentions)


def _acts_before(
    reading: Reading, pronoun: Token, meant: Mention, mentions: Sequence[Mention]
) -> Mention | None:
    """Return who acts in the sentence before a pronoun's own, or alone in the paragraph above."""
    own, before = _sentences(reading, pronoun)
    if not before and meant.chain is None and (alone := _alone_above(reading, pronoun, meant, mentions)):
        return alone
    # "Prewitt shook his hand": whose hand it is tells nothing of who speaks next.
    founders = {m.id: m for m in mentions}
    people = tuple(
        m for m in _people((t for t in before if t.tag_ != "PRP$"), mentions) if _is_somebody(m, founders)
    )
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


def _several_before(reading: Reading, draft: Draft, mentions: Sequence[Mention]) -> Mention | None:
    """Return the body or the people that speak in the sentence before "they", if none else acts there.

    "The miners tell it otherwise. They accuse the owner of …".
    """
    assert draft.speaker is not None
    own, before = _sentences(reading, draft.speaker.head)
    acting = [t for t in before if t.dep_ in SUBJECTS and _is_main(t.head)]
    told = [t for t in _outside(own, reading, draft) if t.dep_ in SUBJECTS]
    told = [t for t in told if t.pos_ != "PRON"]
    found = [mention_at(t, mentions) for t in (*acting, *told)]
    if len(acting) != 1 or len(found) != 1 or acting[0].head.lower_ not in reading.cues.verbs:
        return None
    several = found[0]
    if several is None or several.form == "pronoun" or not (several.plural or several.kind in BODIES):
        return None
    return several


def _of_paragraph(
    reading: Reading, draft: Draft, meant: Mention, last: Draft | None, mentions: Sequence[Mention]
) -> Mention | None:
    """Return the only one in the paragraph so far who may be meant, else who spoke last in it.

    The only one acts in a main clause, or is told to be of the pronoun's gender. Since the last who spoke,
    none else may have acted who may be meant.
    """
    assert draft.speaker is not None
    pronoun = draft.speaker.head
    if draft.kind != "direct" and not draft.rule.startswith("around") and not _speaks_in_main(draft):
        return None
    told = _outside(reading.tokens(reading.lead(pronoun.idx)), reading, draft)
    here = _outside(_sentences(reading, pronoun)[0], reading, draft)
    genders, founders = _genders(mentions), {m.id: m for m in mentions}

    def meanable(tokens: Iterable[Token]) -> dict[str, Mention]:
        found = _somebody(tokens, mentions)
        return {_key(m): m for m in found if _is_somebody(m, founders) and _may_be(m, meant, genders)}

    may_be = meanable(told)
    acting = [t for t in told if t.dep_ in SUBJECTS and _is_main(t.head)]
    near = last is not None and last.span.end <= pronoun.idx
    near = near and last is not None and "\n" not in reading.text[last.span.end : pronoun.idx]
    spoke = mention_at(last.speaker.head, mentions) if near and last and last.speaker else None
    if len(may_be) == 1:
        who, alone = next(iter(may_be.items()))
        if any(_is_unheard(t, mentions) for t in acting):
            return None  # somebody acts whose name isn't known to be one
        if who in meanable(acting):
            return alone
        another = near and (spoke is None or (spoke.kind in SOMEBODY and _key(spoke) != who))
        earlier = [t for t in told if not here or t.idx < here[0].idx]
        agrees = meant.gender in genders.get(who, set()) and who in meanable(earlier)
        return alone if agrees and not another else None
    if spoke is None or last is None or last.speaker is None or _key(spoke) not in may_be:
        return None
    since = [t for t in acting if t.idx > max(last.span.end, last.speaker.words.end)]
    return spoke if meanable([*since, *here]).keys() <= {_key(spoke)} else None


def _speaks_in_main(draft: Draft) -> bool:
    """Whether the cue is its sentence's main verb, and no aside's: "…, when he said that …"."""
    verb = draft.verb
    heard = verb is not None and verb.tag_ in {"VB", "VBP"} and verb.dep_ == "ccomp" and _is_main(verb.head)
    return heard or (verb is not None and _is_main(verb))  # "two hundred heard her say that …"


def _is_unheard(token: Token, mentions: Sequence[Mention]) -> bool:
    """Whether a subject is written as a name, and nobody is known by it."""
    capital = token.text[:1].isupper() and not token.is_sent_start and token.pos_ != "PRON"
    return (token.pos_ == "PROPN" or capital) and mention_at(token, mentions) is None


def _outside(tokens: Iterable[Token], reading: Reading, draft: Draft) -> list[Token]:
    """Return the tokens outside quotation marks and what a draft reports."""
    return [
        t
        for t in tokens
        if reading.piece_at(t.idx) is None
        and not t.is_space
        and not any(part.start <= t.idx < part.end for part in draft.content)
    ]


def _somebody(tokens: Iterable[Token], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield who is told of by these tokens, without pronouns of whom nobody knows whom they mean."""
    for token in tokens:
        found = mention_at(token, mentions) if token.pos_ in {"PROPN", "NOUN", "PRON"} else None
        if found is None or found.plural or found.kind not in SOMEBODY or found.confidence <= DOUBTFUL:
            continue
        if found.form != "pronoun" or found.chain is not None:
            yield found


def _is_somebody(mention: Mention, founders: Mapping[str, Mention]) -> bool:
    """Whether a mention is a person's; "Stavelin" of "Stavelin Waterworks" is not, whatever it looks like."""
    founder = founders.get(mention.chain or mention.id, mention)
    return founder.kind in SOMEBODY


def _key(mention: Mention) -> str:
    """Return what tells people apart: the chain, or the mention where it has none."""
    return mention.chain or mention.id


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
        if (
            sentence is above
            and (issuer := issuer_in(told)) is not None
            and not any(_bodies(acting, mentions))
        ):
            return mention_at(issuer, mentions)
        if not _leaves_open(acting, before, mentions):
            return None
    if before is None or before.speaker is None:
        return None
    last = mention_at(before.speaker.head, mentions)
    paper = before.speaker.head.lower_ in reading.cues.voices.papers
    far = reading.text[before.span.end : draft.span.start].strip().count("\n") > 2
    return None if far or last is None or last.plural or not (paper or last.kind in BODIES) else last


def paper_meant(reading: Reading, draft: Draft) -> Span | None:
    """Return the paper that "it" speaks as: "Hale replied in a letter. “No,” it said."; None of a body."""
    if draft.speaker is None or not is_body_pronoun(draft.speaker.head):
        return None
    papers = [t for t in _sentences(reading, draft.speaker.head)[1] if t.lower_ in reading.cues.issued]
    return place_of(papers[-1]) if papers and issuer_in(papers) is not None else None


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


def _may_be(other: Mention, meant: Mention, genders: Mapping[str, set[str]]) -> bool:
    told = genders.get(_key(other), set())
    return not told or meant.gender in told


def _genders(mentions: Sequence[Mention]) -> dict[str, set[str]]:
    """Return the genders that the mentions of each chain tell."""
    genders: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.gender is not None:
            genders.setdefault(_key(mention), set()).add(mention.gender)
    return genders
