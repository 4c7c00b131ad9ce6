"""A reporting verb and its speaker in, the sentence around them out: "The vote, they said, was a sham".

Told by commas, not by the parse: the cue clause is the speaker's words and the verb side by side, with a
comma before and a comma or the sentence's end after; what stands around it in the sentence is reported.
"""

from typing import Final

from spacy.tokens import Doc, Token

from onrecord.annotations.quotations.clauses import stretch
from onrecord.annotations.quotations.cues import english
from onrecord.annotations.quotations.draft import Speaker
from onrecord.annotations.quotations.sentence import sentence_bounds
from onrecord.annotations.quotations.speakers import is_passive
from onrecord.model.span import Span

BETWEEN: Final = frozenset({"AUX", "ADV", "PART"})
ENDS: Final = frozenset({".", "?", "!", ";"})
SHORTEST: Final = 3
"""Words before the cue clause, at least: "On Monday, he said." reports nothing."""


def sentence_around(verb: Token, speaker: Speaker) -> tuple[Span, ...] | None:
    """Return the reported pieces before and after a cue clause between commas; None where it's none."""
    edges = _cue_clause(verb, speaker)
    if edges is None or is_passive(verb):
        return None
    first, last = edges
    doc = verb.doc
    start, end = sentence_bounds(verb)
    if first - 1 <= start or doc[first - 1].text not in {",", "—", "–", "-", "--"}:
        return None
    closing = next((i for i in range(last + 1, end) if not doc[i].is_space), None)
    before = stretch(doc, start, first - 2)
    if closing is None or doc[closing].text in ENDS or _reports_on(doc, closing + 1, end):
        told = first - 1 - start >= SHORTEST and not _is_where(doc, start, first - 1)
        return before if told else None
    if doc[closing].text not in {",", "—", "–", "-", "--"} or closing + 1 >= end:
        return None
    if _goes_on_by_itself(doc, closing + 1, end):
        return before
    return (*before, *stretch(doc, closing + 1, end - 1))


def _is_where(doc: Doc, start: int, end: int) -> bool:
    """Whether words only tell where or in what somebody speaks: "From Port Leven, Ada Finn reports."."""
    return doc[start].pos_ == "ADP" and not any(token.pos_ in {"VERB", "AUX"} for token in doc[start:end])


def _goes_on_by_itself(doc: Doc, at: int, end: int) -> bool:
    """Whether a clause with its own subject is joined on: "It rained, he said, but the bank is silent"."""
    joined = doc[at].dep_ == "cc" and doc[at].head.i < at
    return joined and any(t.dep_ in {"nsubj", "nsubjpass"} for t in doc[at + 1 : end])


def _reports_on(doc: Doc, at: int, end: int) -> bool:
    """Whether a participle after the cue clause reports in its turn: "…, she said, adding that …"."""
    if at >= end or doc[at - 1].text != ",":
        return False
    cue = english().verbs.get(doc[at].lower_)
    return doc[at].tag_ == "VBG" and cue is not None and (cue.takes("that") or cue.takes("direct"))


def _cue_clause(verb: Token, speaker: Speaker) -> tuple[int, int] | None:
    """Return the first and last token of speaker and verb, if they stand side by side."""
    doc = verb.doc
    words = doc.char_span(speaker.words.start, speaker.words.end, alignment_mode="expand")
    if words is None or not words.start <= speaker.head.i < words.end:
        return None
    if words.end <= verb.i and all(doc[i].pos_ in BETWEEN for i in range(words.end, verb.i)):
        return words.start, verb.i
    if words.start == verb.i + 1:
        return verb.i, words.end - 1
    return None
