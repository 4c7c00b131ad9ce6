"""A place in a report in, whether the report speaks of votes round it out; and what a turnout or lead is.

"6.5 points" is a lead, and "60 percent had voted" a turnout, only where votes are spoken of again and again.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.grammar import figure_pattern, figure_phrases, figure_words
from onrecord.annotations.figures.meant import noun_of
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.tails import gone
from onrecord.annotations.figures.view import SentenceView
from onrecord.model.annotation import FigureReading

REACH: Final = 1500  # code points round a number in which its report speaks of votes
OFTEN: Final = 2  # times that it does so there
NEAR: Final = 8  # lexemes beside points in which they are called a lead
BETWEEN: Final = 10  # lexemes from a number to the former one that it is held against


def speaks_of_votes(view: SentenceView, index: int) -> bool:
    """Whether a report speaks of votes again and again round a lexeme."""
    start = view.lexemes[index].start
    spoken = figure_pattern("shares.votes").finditer(view.text, max(0, start - REACH), start + REACH)
    return sum(1 for _ in zip(range(OFTEN), spoken, strict=False)) == OFTEN


def of_a_vote(
    view: SentenceView, quantity: Quantity, what: Counted, done: Sequence[tuple[Quantity, FigureReading]]
) -> Counted | None:
    """Return what a percentage without a noun tells of a vote: a lead, a turnout, how far the count has come.

    A former one is of what the one before it is of: "71.2 percent, up from 66 in 2022".
    """
    if in_points(quantity):
        return (
            None
            if what.phrase and what.head not in figure_words("votes.leads")
            else _lead(view, quantity, what)
        )
    if what.phrase or quantity.counted_by != "percent":
        return None
    return (
        _turnout(view, quantity, what)
        or _progress(view, quantity, what)
        or _former(view, quantity, what, done)
        or _others(view, quantity, what, done)
    )


def in_points(quantity: Quantity) -> bool:
    """Whether a number is of points, or of percentage points."""
    unit = quantity.amount.unit
    return unit is not None and unit.name in figure_words("votes.points")


def _lead(view: SentenceView, quantity: Quantity, what: Counted) -> Counted | None:
    first, last = quantity.hedged.first, max(quantity.amount.last, quantity.hedged.last)
    before, after = view.words(max(0, first - NEAR), min(NEAR, first)), view.words(last + 1, 2)
    if not speaks_of_votes(view, first):
        return None
    if after in figure_phrases("votes.either_way") or before[-2:] in figure_phrases("votes.out_by"):
        return _named("margin of error", what)
    led = any(word in figure_words("votes.leads") for word in (*before, what.head, *after[:1]))
    beside = after[:1] in (("ahead",), ("behind",), ("clear",)) or after in figure_phrases("votes.more_than")
    return _named("lead", what) if led or beside else None


def _turnout(view: SentenceView, quantity: Quantity, what: Counted) -> Counted | None:
    """Return the turnout of "more than 60 percent had voted by then"."""
    at = max(quantity.amount.last, quantity.hedged.last) + 1
    while view.word(at) in figure_words("votes.auxiliaries"):
        at += 1
    side = view.word(at + 1)
    if view.word(at) in figure_words("votes.voted") and side in figure_words("votes.sides"):
        if side in figure_words("votes.cast") and view.word(at + 2) in figure_words("votes.it"):
            side = "no" if side in figure_words("votes.against") else "yes"
        elif not view.listed(side, "holders.sides"):
            return None
        vote = _named("vote", what)  # "62 percent voted no" tells no turnout
        return replace(vote, phrase=f"{vote.phrase} of {side}")
    voted = view.word(at) in figure_words("votes.voted") or view.words(at, 2) in figure_phrases(
        "votes.turned_out"
    )
    return _named("turnout", what) if voted else None


def _progress(view: SentenceView, quantity: Quantity, what: Counted) -> Counted | None:
    """Return how far a count has come: "with 14 percent counted"."""
    at = max(quantity.amount.last, quantity.hedged.last) + 1
    counted = view.word(at) in figure_words("votes.counted") and speaks_of_votes(view, at)
    return _named("vote counted", what) if counted else None


def _former(
    view: SentenceView, quantity: Quantity, what: Counted, done: Sequence[tuple[Quantity, FigureReading]]
) -> Counted | None:
    """Return what "up from 66 percent" counts: what the percentage before it does."""
    first = quantity.hedged.first
    if not done or view.words(first - 2, 2) not in figure_phrases("votes.up_from"):
        return None
    number, reading = done[-1]
    near = first - number.amount.last <= BETWEEN
    if not near or not reading.keep or reading.measure != "percent":
        return None
    return replace(_named(reading.counts, what), lemma=reading.head, head=reading.head)


def _others(
    view: SentenceView, quantity: Quantity, what: Counted, done: Sequence[tuple[Quantity, FigureReading]]
) -> Counted | None:
    """Return who else of those just shared out did something: "61 percent of parents …, 27 opposed it"."""
    last = max(quantity.amount.last, quantity.hedged.last)
    verb = view.token(last + 1)
    if not done or verb is None or verb.tag_ not in ("VBD", "VBP") or verb.pos_ != "VERB":
        return None
    number, reading = done[-1]
    if not reading.keep or reading.measure != "percent" or view.word(number.amount.last + 1) != "of":
        return None
    noun, tail = noun_of(reading, view.lexicon.singulars), gone(view, last + 1)
    if not noun or not tail:
        return None
    return replace(_named(f"{noun} {tail}", what), lemma=reading.head, head=reading.head)


def _named(phrase: str, what: Counted) -> Counted:
    return Counted(
        phrase=phrase, noun=phrase, lemma=phrase, head=phrase, people=False, state="", node=what.node
    )
