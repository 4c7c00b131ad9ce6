"""A paper that speaks in, who issued it out: "the statement said" after "the ministry said in a statement".

The paper is one told of before: definite, and the same noun stands further up with who issued it: who speaks
in it, who publishes it, its possessor, whom it is by. The nearest such noun decides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.quotations.cues import english
from onrecord.annotations.quotations.draft import Draft, Speaker
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.reading import Reading
from onrecord.annotations.quotations.speakers import is_passive, speaker_of, subject_of

REACH: Final = 300
"""Tokens back within which the paper must have been told of."""


def with_issuer(reading: Reading, draft: Draft) -> Draft:
    """Return a draft; if a paper speaks in it, with who issued the paper as the one who speaks."""
    speaker = draft.speaker
    if speaker is None or speaker.head.pos_ != "NOUN" or not _is_told_of(speaker.head):
        return draft
    issuer = next(_issuers(reading, speaker.head), None)
    if issuer is None:
        return draft
    reason = f"{speaker.reason}, a paper issued by “{issuer.text}”"
    return replace(draft, speaker=Speaker(words=speaker.words, head=issuer, reason=reason, own=speaker.own))


def issuer_in(tokens: Sequence[Token]) -> Token | None:
    """Return who issued the last paper that a sentence tells of: "Hale replied in a letter"."""
    papers = [t for t in tokens if t.pos_ == "NOUN" and t.lower_ in english().issued]
    return _issuer(papers[-1]) if papers else None


def _is_told_of(noun: Token) -> bool:
    """Whether a noun is a paper told of before, with nothing further said of it: "the statement"."""
    cues = english()
    papers = cues.issued | cues.speaking
    return (
        noun.lower_ in papers
        and noun.n_rights == 0
        and any(c.lower_ in quotation_words("issuers.definite") for c in noun.lefts)
    )


def _issuers(reading: Reading, paper: Token) -> Iterator[Token]:
    """Yield who issued the nearest papers of that name before, the nearest first."""
    doc = paper.doc
    for i in range(paper.i - 1, max(-1, paper.i - REACH), -1):
        if doc[i].lower_ == paper.lower_ and reading.piece_at(doc[i].idx) is None:
            issuer = _issuer(doc[i])
            if issuer is not None:
                yield issuer


def _issuer(paper: Token) -> Token | None:
    owner = next((c for c in paper.lefts if c.dep_ == "poss" and c.pos_ in {"PROPN", "NOUN"}), None)
    named = (
        n
        for c in paper.rights
        if c.lower_ in quotation_words("issuers.sources")
        for n in c.children
        if n.dep_ == "pobj"
    )
    return owner or next(named, None) or _publisher(paper) or _speaks_in(paper)


def _publisher(paper: Token) -> Token | None:
    """Return who publishes a paper: "a report that the office published", "the bank issued a statement"."""
    cues = english()
    verbs = [child for child in paper.rights if child.dep_ in {"relcl", "acl"}]
    if paper.dep_ == "dobj":
        verbs.append(paper.head)
    for verb in verbs:
        if verb.lower_ not in cues.issuing:
            continue
        if is_passive(verb):
            agents = (n for c in verb.children if c.dep_ == "agent" for n in c.children if n.dep_ == "pobj")
            return next(agents, None)
        subject = subject_of(verb)
        if subject is not None and subject.tag_ not in {"WDT", "WP"}:
            return subject
    return None


def _speaks_in(paper: Token) -> Token | None:
    """Return who says something in a paper: "the ministry said in a statement"."""
    if paper.dep_ != "pobj" or paper.head.lower_ != "in" or paper.head.head.lower_ not in english().verbs:
        return None
    speaker = speaker_of(paper.head.head)
    return None if speaker is None else speaker.head
