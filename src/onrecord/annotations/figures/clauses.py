"""A number's token in, its clause out: the verb, the words that support it, and whether it is told as so."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from onrecord.annotations.figures.grammar import figure_pattern, figure_words
from onrecord.annotations.figures.view import SentenceView, climb
from onrecord.model.span import Span

Telling = Literal["fact", "plan", "meant", "may", "unreal"]
VERBAL = ("VERB", "AUX")
TRIMMED = " \t\n\u00a0,;:.\u2014\u2013-\"'“”‘’()"
FAR = 80  # tokens of a sentence in which a condition may stand
STEPS = 3  # verbs that one "to" goes with: "wants to close 34 branches and cut 600 posts"
LONGEST = 60  # tokens; a longer clause is cut to the words around its number


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The clause of a number: its verb (None in a fragment), its place, and how it is told."""

    verb: Token | None
    span: Span
    telling: Telling


def clause_of(view: SentenceView, token: Token, number: Span) -> Clause:
    """Return the clause in which a token stands; its span holds the number and lies in the sentence."""
    verb = _governor(token)
    bounds = _subject_clause(token)
    low, high = _edges(view, bounds, number)
    doc = view.sent.doc
    span = Span(doc[low].idx, doc[high].idx + len(doc[high].text)).to(number)
    return Clause(verb=verb, span=_trim(view.text, span, number), telling=_telling(view, verb))


def _governor(token: Token) -> Token | None:
    if token.pos_ in VERBAL:
        return token
    return next((head for head in climb(token) if head.pos_ in VERBAL), None)


def _subject_clause(token: Token) -> Token:
    """Return the head of the smallest clause round a token with its own subject; else the topmost head."""
    top = token
    for head in (token, *climb(token)):
        top = head
        if head.pos_ in VERBAL and any(
            kid.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for kid in head.children
        ):
            return head
    return top


def _edges(view: SentenceView, verb: Token, number: Span) -> tuple[int, int]:
    """Return first and last token of a clause without coordinated clauses that don't hold the number."""
    low, high = verb.left_edge.i, verb.right_edge.i
    for kid in verb.children:
        if kid.dep_ not in ("conj", "parataxis", "cc") or kid.pos_ not in VERBAL:
            continue
        start, end = kid.left_edge, kid.right_edge
        if start.idx <= number.start < end.idx + len(end.text):
            continue
        if start.i > verb.i and view.sent.doc[start.i].idx >= number.end:
            high = min(high, start.i - 1)
        elif end.i < verb.i:
            low = max(low, end.i + 1)
    low, high = max(low, view.sent.start), min(high, view.sent.end - 1)
    while high > low and view.sent.doc[high].tag_ in ("CC", ",", ":"):
        high -= 1
    return _short(view, low, high, number)


def _short(view: SentenceView, low: int, high: int, number: Span) -> tuple[int, int]:
    if high - low < LONGEST:
        return low, max(low, high)
    at = next((token.i for token in view.sent if token.idx + len(token.text) > number.start), low)
    return max(low, at - LONGEST // 2), min(high, at + LONGEST // 2)


def _trim(text: str, span: Span, number: Span) -> Span:
    start, end = span.start, span.end
    while start < number.start and text[start] in TRIMMED:
        start += 1
    while end > number.end:
        if text[end - 1] in TRIMMED:
            end -= 1
        elif (
            loose := figure_pattern("clauses.loose").search(text, max(start, end - 8), end)
        ) and loose.start() >= number.end:
            end = loose.start()
        else:
            break
    return Span(start, end)


def _verbs(verb: Token | None) -> Iterator[Token]:
    """Yield the verb of a number and those that it hangs on, up to the first that reports or stands alone."""
    if verb is None:
        return
    yield verb
    for head in climb(verb, 8):
        if head.pos_ in VERBAL:
            yield head


def _is_enough_for(verb: Token) -> bool:
    """Whether a verb tells what something is enough for, or too little: "enough to feed 300 families"."""
    if not any(kid.lower_ == "to" and kid.dep_ == "aux" for kid in verb.children):
        return False
    over = verb.head
    words = (
        over,
        *over.children,
        *(kid for each in over.children if each.dep_ == "acomp" for kid in each.children),
    )
    return any(word.i < verb.i and word.lower_ in figure_words("clauses.enough") for word in words)


def _telling(view: SentenceView, verb: Token | None) -> Telling:
    """Return whether the number is told as fact, as planned or meant, as what may be, or as not so."""
    telling: Telling = "fact"
    below = verb
    for at in _verbs(verb):
        words = {kid.lower_ for kid in at.children if kid.dep_ in ("aux", "auxpass", "neg", "mark", "advmod")}
        if at is verb and _infinitive(view, _first(at)):
            telling = "meant" if _is_meant(view, _first(at)) else "may"
        negated = any(kid.dep_ == "neg" for kid in at.children)
        governs = (
            at is not below
            and below is not None
            and below.dep_ in ("xcomp", "advcl")
            and _aims(view, at, below)
        )
        if negated or words & view.lexicon.words["modality.if"] or _is_enough_for(at):
            return "unreal"
        foretold = _foretold(view, at, words)
        may = bool(words & view.lexicon.words["modality.may"]) and not foretold
        if may or (governs and telling != "meant"):
            telling = "may"
        elif telling == "fact" and foretold:
            telling = "meant"
        elif telling == "fact" and words & view.lexicon.words["modality.plan"]:
            telling = "plan"
        if at.dep_ in ("ccomp", "parataxis", "relcl", "ROOT"):
            break
        below = at
    return telling


def _first(verb: Token) -> Token:
    """Return the verb whose "to" goes with another too: "wants to close 34 branches and cut 600 posts"."""
    first = verb
    for _ in range(STEPS):
        if (
            first.dep_ != "conj"
            or verb.lower_ != verb.lemma_.lower()
            or any(kid.dep_ == "aux" for kid in verb.children)
        ):
            break
        first = first.head
    return first


def _is_meant(view: SentenceView, verb: Token) -> bool:
    """Whether an infinitive tells what somebody has resolved to do: "wants to close 34 branches"."""
    over = verb.head
    negated = any(kid.dep_ == "neg" for kid in over.children)
    return verb.dep_ == "xcomp" and over.lower_ in view.lexicon.words["modality.meant"] and not negated


def _foretold(view: SentenceView, verb: Token, words: set[str]) -> bool:
    """Whether "would" tells what was then to come, as somebody told: "said that 240 posts would go"."""
    if words & view.lexicon.words["modality.may"] != {"would"} or words & view.lexicon.words["modality.if"]:
        return False
    on_terms = any(
        t.dep_ == "mark" and t.lower_ in view.lexicon.words["modality.if"] for t in view.sent[:FAR]
    )
    past = verb.head.tag_ in ("VBD", "VBN", "VBG") and not view.listed(
        verb.head.lower_, "modality.hypothetical"
    )
    return verb.dep_ == "ccomp" and past and not on_terms


def _infinitive(view: SentenceView, verb: Token) -> bool:
    """Whether a verb with "to" tells an aim, no deed: "flew in to rescue 12", not "managed to rescue"."""
    to = any(kid.lower_ == "to" and kid.dep_ == "aux" for kid in verb.children)
    perfect = any(kid.lower_ == "have" for kid in verb.children)
    if verb.lower_ in figure_words("clauses.paying") and verb.head.lower_ in figure_words("clauses.ordered"):
        return False  # "the court ordered him to repay 190,000 crowns"
    return to and not perfect and verb.head.lower_ not in view.lexicon.words["modality.done"]


def _aims(view: SentenceView, verb: Token, below: Token) -> bool:
    to = any(kid.lower_ == "to" and kid.dep_ == "aux" for kid in below.children)
    return to and verb.lower_ in view.lexicon.words["modality.hypothetical"]
