"""A reporting verb in, its speaker out: the grammatical subject, followed through the sentence.

A verb without a subject of its own has that of the verb it is joined to, of the verb that governs it, or the
noun that it modifies. What a passive verb reports is its agent's.
"""

from typing import Final

from spacy.tokens import Token

from onrecord.annotations.parsed import place_of
from onrecord.annotations.quotations.draft import Speaker
from onrecord.model.span import Span

SUBJECTS: Final = frozenset({"nsubj", "csubj"})
RELATIVE: Final = frozenset({"who", "which", "that"})
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
MODIFIERS: Final = frozenset({"acl", "relcl"})
GOVERNED: Final = frozenset({"xcomp", "advcl", "pcomp", "prep", "ccomp"})
STEPS: Final = 5


def speaker_of(verb: Token) -> Speaker | None:
    """Return who says what a verb reports; None where the sentence doesn't tell."""
    if is_passive(verb):
        return _agent(verb)
    token = verb
    for _ in range(STEPS):
        subject = subject_of(token)
        if subject is not None:
            return _from_subject(subject, token, verb)
        if token.dep_ == "xcomp" and (controller := _controller(token)) is not None:
            return Speaker(
                words=phrase(controller, verb), head=controller, reason="the one who is told or made to"
            )
        if token.dep_ in MODIFIERS:
            return _from_noun(token.head, verb)
        if token.dep_ == "conj" or (
            token.dep_ in GOVERNED and token.head.pos_ in {"VERB", "AUX", "ADP", "SCONJ"}
        ):
            token = token.head
            continue
        return None
    return None


def subject_of(verb: Token) -> Token | None:
    """Return the active subject of a verb."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _controller(infinitive: Token) -> Token | None:
    """Return the object that an infinitive's verb belongs to: "asked the minister to say"."""
    if infinitive.head.lower_.startswith("promis"):
        return None
    return next((c for c in infinitive.head.children if c.dep_ == "dobj" and c.i < infinitive.i), None)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive, finite or as a bare participle with an agent."""
    roles = {child.dep_ for child in verb.children}
    if roles & {"nsubjpass", "auxpass", "agent"}:
        return True
    bare = not roles & {"aux", "nsubj"} and verb.dep_ != "conj"
    return bare and (verb.tag_ == "VBN" or (verb.lower_ == "asked" and verb.dep_ == "advcl"))


def _agent(verb: Token) -> Speaker | None:
    for child in verb.children:
        if child.dep_ == "agent":
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return Speaker(words=phrase(noun, verb), head=noun, reason="the agent of a passive")
    return None


def _from_subject(subject: Token, owner: Token, verb: Token) -> Speaker:
    if subject.lower_ in RELATIVE and owner.dep_ == "relcl":
        return Speaker(words=place_of(subject), head=owner.head, reason="the antecedent of a relative clause")
    how = (
        "the subject of its verb"
        if owner == verb
        else f"the subject of “{owner.text}”, which governs the verb"
    )
    return Speaker(words=phrase(subject, verb), head=subject, reason=how)


def _from_noun(noun: Token, verb: Token) -> Speaker | None:
    if noun.pos_ not in NOMINAL:
        return None
    return Speaker(words=phrase(noun, verb), head=noun, reason="the noun that the verb modifies")


def phrase(head: Token, verb: Token) -> Span:
    """Return the whole noun phrase of a head, cut at the verb."""
    first, last = head.left_edge.i, head.right_edge.i
    if head.i < verb.i <= last:
        last = verb.i - 1
    if first <= verb.i < head.i:
        first = verb.i + 1
    return trimmed(head, first, last)


def trimmed(head: Token, first: int, last: int) -> Span:
    """Return a stretch of tokens without punctuation and blanks at its ends; it holds its head."""
    doc = head.doc
    while last > head.i and (doc[last].is_punct or doc[last].is_space) and doc[last].text not in ")]":
        last -= 1
    while first < head.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    return Span(doc[first].idx, doc[last].idx + len(doc[last].text))
