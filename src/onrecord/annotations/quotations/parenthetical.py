"""A reporting verb and its speaker in, the sentence around them out: "The vote, they said, was a sham".

Told by commas, not by the parse: the cue clause is the speaker's words and the verb side by side, with a
comma before and a comma or the sentence's end after; what stands around it in the sentence is reported.
"""

from typing import Final

from spacy.tokens import Doc, Token

from onrecord.annotations.quotations.clauses import leads_on, stretch
from onrecord.annotations.quotations.cues import english
from onrecord.annotations.quotations.draft import Speaker
from onrecord.annotations.quotations.grammar import quotation_words
from onrecord.annotations.quotations.joined import FINITE, takes_a_stand
from onrecord.annotations.quotations.sentence import sentence_bounds
from onrecord.annotations.quotations.speakers import is_passive
from onrecord.model.span import Span

BETWEEN: Final = frozenset({"AUX", "ADV", "PART"})
ENDS: Final = frozenset({".", "?", "!", ";"})
PARTS: Final = frozenset({";", ":"})
SETS_OFF: Final = frozenset({",", "—", "–", "-", "--"})
RELATIVE: Final = frozenset({"WDT", "WP"})
CLAUSAL: Final = frozenset({*FINITE, "MD", "VB", "VBG", "WP", "WDT", "WRB"})
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
    if first - 1 <= start or doc[first - 1].text not in SETS_OFF:
        return None
    start = _part(doc, start, first - 1, ends=_ends_it(doc, last + 1, end))
    if first - 1 <= start:
        return None
    before = stretch(doc, start, first - 2)
    if (heard := _heard(verb, last, end)) is not None:
        own = any(c.dep_ == "ccomp" and c.tag_ != "VBG" and start <= c.i < first for c in verb.children)
        if not own and not _is_clause(doc, start, first - 1):
            return None
        last = heard
    closing = next((i for i in range(last + 1, end) if not doc[i].is_space), None)
    if closing is not None and doc[closing].text == ":":
        quotes = any(t.is_quote for t in doc[closing:end])
        own = any(c.dep_ == "ccomp" and start <= c.i < first for c in verb.children)
        if quotes or not (own or _is_clause(doc, start, first - 1)):
            return None
        return (*before, *stretch(doc, closing + 1, end - 1))  # "It broke, she said: the wall was old."
    if closing is None or doc[closing].text in ENDS or _reports_on(doc, closing + 1, end):
        told = first - 1 - start >= SHORTEST and not _is_where(doc, start, first - 1)
        return before if told else None
    if doc[closing].text not in SETS_OFF or closing + 1 >= end:
        return None
    if heard is not None and not any(t.pos_ in {"VERB", "AUX"} for t in doc[closing + 1 : end]):
        return before  # "…, she said from Pell, the capital."
    if doc[first - 2].tag_ in RELATIVE or (
        doc[first - 2].dep_ == "mark" and doc[first - 2].head.dep_ == "relcl"
    ):
        return _of_relative(doc, closing + 1, end)
    if _goes_on_by_itself(doc, closing + 1, end):
        return before
    after = stretch(doc, closing + 1, end - 1)
    return after if leads_on(doc, first - 1, start) else (*before, *after)


def _ends_it(doc: Doc, at: int, end: int) -> bool:
    """Whether nothing but a stop follows: the cue clause ends the sentence."""
    return all(doc[i].is_space or doc[i].is_punct for i in range(at, end))


def _part(doc: Doc, start: int, stop: int, *, ends: bool) -> int:
    """Return where the part of a sentence begins that a cue clause stands in.

    A colon or semicolon before it parts what was said from what the report tells, where the cue clause stands
    amid the words after it ("It was denied: one man, he said, had died"), and where another reports before.
    """
    marks = [i for i in range(start, stop) if doc[i].text in PARTS]
    if not marks or any(t.is_quote for t in doc[start:stop]):
        return start
    reported = any(takes_a_stand(t) for t in doc[start : marks[-1]])
    return marks[-1] + 1 if reported or not ends else start


def _of_relative(doc: Doc, start: int, end: int) -> tuple[Span, ...] | None:
    """Return what is told of a noun: "a ferry that, he said, had been full", up to the end of that clause."""
    verb = next((t for t in doc[start:end] if t.dep_ == "relcl" and t.head.i < start), None)
    return None if verb is None else stretch(doc, start, min(verb.right_edge.i, end - 1))


def _heard(verb: Token, last: int, end: int) -> int | None:
    """Return the last token of what a cue clause tells of hearer and circumstances, if no more follows.

    "…, a clerk told the Courier by telephone.", "…, she said on Monday."
    """
    doc = verb.doc
    stop = next((i for i in range(last + 1, end) if doc[i].text in ENDS | SETS_OFF | PARTS), end)
    words = doc[last + 1 : stop]
    if not len(words) or any(t.is_quote or t.tag_ in CLAUSAL or t.dep_ == "mark" for t in words):
        return None
    cue = english().verbs.get(verb.lower_)
    if cue is None or cue.frames.get("that") not in quotation_words("indirect.sayings"):
        return None
    listens = cue.takes("listener")
    hearing = any(t.dep_ in {"dobj", "dative"} and t.head == verb for t in words)
    top = next((t for t in words if t.head == verb), words[0])
    told = top.dep_ in {"prep", "npadvmod", "advmod"} and top.head == verb
    circumstances = told and top.left_edge.i == words[0].i
    return stop - 1 if (hearing and listens) or (circumstances and not hearing) else None


def _is_clause(doc: Doc, start: int, end: int) -> bool:
    """Whether words are a main clause: a finite verb, and no word that makes them depend."""
    tokens = [token for token in doc[start:end] if not token.is_space]
    if not tokens or tokens[0].tag_ in {"VBG", "VBN", "WRB"} or tokens[0].dep_ == "mark":
        return False
    return any(token.tag_ in FINITE or token.tag_ == "MD" for token in tokens)


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
    aside = any(token.text == "," for token in words)  # "its leader, Ada Finn, told": a comma ends the aside
    between = [i for i in range(words.end, verb.i) if not (aside and i == words.end and doc[i].text == ",")]
    if words.end <= verb.i and all(doc[i].pos_ in BETWEEN for i in between):
        return words.start, verb.i
    if words.start == verb.i + 1:
        return verb.i, words.end - 1
    return None
