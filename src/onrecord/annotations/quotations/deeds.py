"""A reporting verb and what it governs in, whether nothing was said out: deeds, and what is to come.

"The auditors refused to sign", "the court dismissed the appeal", "he wants her to say so", "each other":
grammar makes reported words of them, though nobody said them.
"""

from typing import Final

from spacy.tokens import Token

from onrecord.annotations.quotations.cues import english
from onrecord.annotations.quotations.draft import Speaker
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.sentence import sentence_bounds
from onrecord.annotations.quotations.speakers import TOLD, subject_of
from onrecord.model.span import Span

SHORT: Final = 4
"""Tokens of a clause that a preposition may leave open: "he spoke for"."""


def is_weak(verb: Token) -> bool:
    """Whether the report says that it wasn't said, or may be said, or asks whether it was."""
    if verb.i + 2 < len(verb.doc) and verb.nbor(1).lower_ in quotation_words("indirect.only"):
        return False  # "would say only that contacts continue"
    denied = any(
        child.dep_ == "neg"
        or (child.dep_ == "aux" and child.lower_ in quotation_words("indirect.modals"))
        or (child.dep_ == "mark" and child.lower_ in quotation_words("indirect.conditions"))
        for child in verb.children
    )
    return denied or (verb.dep_ == "ROOT" and verb.doc[sentence_bounds(verb)[1] - 1].text == "?")


def is_deed(verb: Token, speaker: Speaker, frame: str, sort: str) -> bool:
    """Whether it's to be said yet, or something else is done with these words.

    What a court orders is done by that, what is done with an appeal or a bill too, and what somebody refuses
    to do isn't done, nor said; "after finding that …" tells why something is done.
    """
    if frame == "to" and verb.lower_ in quotation_words("indirect.unwilling"):
        return True
    if frame == "object" and _is_dealt_with(verb):
        return True
    rules = frame == "to" and verb.lower_.startswith("order") and speaker.head.lower_ in english().courts
    finds = sort == "show" and verb.tag_ == "VBG" and verb.dep_ == "pcomp"
    return rules or finds or is_to_come(verb, speaker, sort)


def _is_dealt_with(verb: Token) -> bool:
    """Whether it's decided about an application, a bill and the like, and no more said of that."""
    if verb.lower_ not in quotation_words("indirect.dealing"):
        return False
    noun = next((c for c in verb.children if c.dep_ == "dobj"), None)
    judged = any(c.lower_ == "as" and c.i > verb.i for c in verb.children)
    return noun is not None and noun.lower_ in quotation_words("indirect.dealt_with") and not judged


def is_to_come(verb: Token, speaker: Speaker, sort: str) -> bool:
    """Whether somebody is to say it, and hasn't: "wants voters to recall …", "a call to admit …"."""
    if not is_infinitive(verb):
        return False
    if verb.dep_ == "xcomp" and verb.head.lower_ in quotation_words("indirect.unwilling"):
        return True
    if speaker.reason == TOLD:
        return verb.head.lower_ not in english().voices.making
    if (sort == "show" and verb.dep_ == "advcl") or _is_willed(verb):
        return True
    return verb.dep_ in {"acl", "relcl"} or (verb.dep_ != "ROOT" and subject_of(verb) is not None)


def _is_willed(verb: Token) -> bool:
    """Whether an infinitive stands right behind a noun of will: "a call to admit", "her offer to say"."""
    noun = verb.nbor(-2) if verb.i > 1 else None
    cue = None if noun is None else english().nouns.get(noun.lower_)
    return cue is not None and cue.takes("to")


def is_no_content(verb: Token, speaker: Speaker, pieces: tuple[Span, ...]) -> bool:
    """Whether words are no whole content: "each other", "he spoke for", "What they say [is new]"."""
    doc = verb.doc
    tokens = doc.char_span(pieces[0].start, pieces[-1].end, alignment_mode="expand")
    first = doc.char_span(speaker.words.start, speaker.words.end, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return False
    if tokens[:2].text.lower() in quotation_words("indirect.mutual"):
        return True
    bare = len(tokens) <= SHORT and tokens[-1].dep_ == "prep" and tokens[-1].n_rights == 0
    if bare and tokens[-1].tag_ == "IN":
        return True
    return (
        first is not None
        and first.start > 0
        and doc[first.start - 1].lower_ in quotation_words("indirect.what")
    )


def is_infinitive(token: Token) -> bool:
    """Whether a verb has "to" before it."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def points_back(words: str) -> bool:
    """Whether words only stand for what was told before: "it", "the claim"; by themselves no content."""
    first, _, rest = words.partition(" ")
    return words in quotation_words("indirect.pointers") or (
        first in quotation_words("indirect.pointing") and rest in quotation_words("indirect.claims")
    )
