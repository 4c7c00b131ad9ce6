"""A draft's speaker in, whether such a noun can speak out.

People, bodies and whoever has a name speak, but not the writer, whom the text doesn't name, nor the outlet of
itself ("this newspaper reported"). Papers and polls
speak as subjects of their own verb. A thing or a deed doesn't, though grammar makes it the subject of a
reporting verb ("the delay shows that …").
"""

from typing import Final

from spacy.tokens import Token

from onrecord.annotations.quotations.cues import Voices, english
from onrecord.annotations.quotations.draft import Speaker
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.speakers import TOLD

PERCENT: Final = "%"
NAMED: Final = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
COUNTED: Final = frozenset({"PRON", "NUM", "DET", "ADJ", "SYM"})
SHORTEST: Final = 5
"""Letters of a noun that may be told by its ending: "actor", not "odor"."""


def can_speak(speaker: Speaker, verb: Token) -> bool:
    """Return whether the speaker of a verb is somebody, or a paper that speaks for itself."""
    head, voices = speaker.head, english().voices
    low = head.lower_
    if (low in voices.unsaid and head.pos_ == "PRON") or low in voices.selves:
        return False
    if low in voices.own and any(c.lower_ in quotation_words("voices.own") for c in head.lefts):
        return False
    if head.ent_type_ in {"DATE", "TIME", "MONEY"} and low not in voices.people:
        return False
    if low in voices.papers and head.pos_ == "NOUN":
        joined = verb.dep_ in {"xcomp", "conj"} and speaker.reason != TOLD
        return speaker.own or joined or low in voices.people
    return _is_somebody(head, voices)


def _is_somebody(head: Token, voices: Voices) -> bool:
    low = head.lower_
    if low in voices.counts and any(child.lower_ in english().nobody for child in head.children):
        return False  # "no one"
    if head.pos_ in COUNTED or head.tag_ in {"NNP", "NNPS"} or head.ent_type_ in NAMED or _like_a_name(head):
        return True
    if low in voices.people or low in voices.papers or low in voices.counts or low == PERCENT:
        return True
    last = low.rpartition("-")[2]
    return last in voices.people or (
        len(last) >= SHORTEST and last.endswith(voices.endings) and last not in voices.things
    )


def _like_a_name(head: Token) -> bool:
    """Whether a word that is tagged as a common noun is written as a name: "Hale blamed the council"."""
    if not head.text[:1].isupper():
        return False
    return not head.is_sent_start or (head.tag_ == "NN" and head.n_lefts + head.n_rights == 0)
