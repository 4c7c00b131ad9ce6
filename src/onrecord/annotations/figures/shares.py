"""Percentages and bare numbers in, which of them are of a vote out: "Lane had 41 percent, the Greens 38.9".

A share of a vote is told by its sentence ("of the vote"), or, where its report has been speaking of votes,
by the name that holds it right before it, or by the side it was cast for: "53 percent in favour".
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.grammar import figure_endings, figure_pattern, figure_phrases, figure_words
from onrecord.annotations.figures.meant import closed
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import SentenceView
from onrecord.annotations.figures.votes import speaks_of_votes
from onrecord.model.annotation import FigureReading

FAR: Final = 10  # lexemes, and readings, before a share among which a verb or another share stands
WIDE: Final = 40  # lexemes before a share in which votes are spoken of
SEATS: Final = 400  # code points before a number in which seats are spoken of
FEWEST: Final = 1000  # votes that a number with no noun may be
PERCENT: Final = 5  # lexemes of "33.6 per cent to"
NAME: Final = 6  # lexemes of a name and the verb before it


def share_of_vote(
    view: SentenceView, quantity: Quantity, what: Counted, done: Sequence[tuple[Quantity, FigureReading]]
) -> Counted | None:
    """Return the share of the vote that a percentage is; None if it is another."""
    first, last = quantity.hedged.first, max(quantity.amount.last, quantity.hedged.last)
    if view.word(last + 1) == "of":
        return None
    shares = [r for _, r in done[-FAR:] if r.head == "vote" and r.measure == "percent" and _is_held(r)]
    near = view.words(max(0, first - FAR), min(FAR, first))
    voting = any(
        view.listed(lexeme.lower, "holders.votes") for lexeme in view.lexemes[max(0, first - WIDE) : first]
    )
    told = voting and any(view.listed(word, "holders.verbs") for word in near[-4:])
    if not shares and not told and not _is_of_votes(view, quantity) and not _against_another(view, quantity):
        return None
    phrase = "vote"
    return Counted(
        phrase=phrase, noun=phrase, lemma="vote", head="vote", people=False, state="", node=what.node
    )


def _is_held(reading: FigureReading) -> bool:
    return reading.holder is not None or " of " in reading.counts


def _is_of_votes(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a name holds a percentage, or it was cast for a side, where a report speaks of votes."""
    if not (side_of(view, quantity) or _held_by_name(view, quantity.hedged.first)):
        return False
    return speaks_of_votes(view, quantity.hedged.first)


def _against_another(view: SentenceView, quantity: Quantity) -> bool:
    """Whether two percentages stand against each other: "it led by 33.6 percent to 32.9 percent"."""
    first, last = quantity.hedged.first, max(quantity.amount.last, quantity.hedged.last)
    one = view.word(last + 1) == "to" and view.word(last + 2)[:1].isdigit()
    other = view.word(first - 1) == "to" and any(
        w[:1].isdigit() for w in view.words(first - PERCENT, PERCENT)
    )
    near = view.words(max(0, first - FAR), min(FAR, first))
    led = any(view.listed(word, "holders.winning") or view.listed(word, "holders.voting") for word in near)
    return (one or other) and led and speaks_of_votes(view, first)


def held_bare(view: SentenceView, quantity: Quantity, what: Counted) -> Counted | None:
    """Return the votes or seats of a bare number: "Lane stands at 20,598", "lost a seat and has 26"."""
    amount, first = quantity.amount, quantity.hedged.first
    if what.phrase or quantity.counted_by != "count" or amount.value != int(amount.value):
        return None
    if view.word(first - 1) == "by" and closed(view, quantity):
        won = any(
            view.listed(word, "holders.winning") for word in view.words(max(0, first - FAR), min(FAR, first))
        )
        return _counted("vote", what) if won and speaks_of_votes(view, quantity.hedged.first) else None
    if amount.value < FEWEST:
        return _counted("seat", what) if _has_seats(view, quantity) else None
    given = view.word(max(amount.last, quantity.hedged.last) + 1) == "for" and closed(view, quantity)
    if not (given or _held_by_name(view, first) or _given_to_name(view, first)) or not speaks_of_votes(
        view, first
    ):
        return None
    return _counted("vote", what)


def _has_seats(view: SentenceView, quantity: Quantity) -> bool:
    """Whether a bare number is of seats: "lost a seat and has 26", "keeps its 56", "the Greens' nine are"."""
    first, last = quantity.hedged.first, max(quantity.amount.last, quantity.hedged.last)
    own = view.word(first - 1) in figure_words("shares.own")
    has = closed(view, quantity) and view.listed(view.word(first - 1 - own), "holders.having")
    before = view.lexemes[first - 1] if first else None
    possessed = before is not None and before.lower.endswith(figure_endings("shares.possessive"))
    verb = view.word(last + 1) in figure_words("shares.be")
    if has and not own:
        near = view.words(max(0, first - WIDE), min(WIDE, first))
        return any(word in figure_words("shares.seats") for word in near)
    start = view.lexemes[first].start
    spoken = figure_pattern("shares.of_seats").search(view.text, max(0, start - SEATS), start)
    return (has or (possessed and verb)) and spoken is not None


def _given_to_name(view: SentenceView, first: int) -> bool:
    """Whether a number stands right after a name that it is given to: "the recount gave Lane 20,598"."""
    token = view.token(first - 1) if first > 0 else None
    near = view.words(max(0, first - NAME), min(NAME, first))
    given = any(view.listed(word, "holders.giving") for word in near)
    return given and token is not None and token.tag_ in ("NNP", "NNPS")


def _counted(head: str, what: Counted) -> Counted:
    phrase = f"{head}s"
    return Counted(phrase=phrase, noun=phrase, lemma=head, head=head, people=False, state="", node=what.node)


def _held_by_name(view: SentenceView, first: int) -> bool:
    """Whether a name stands before a number, with nothing between but what tells that it has it."""
    at = first - 1
    while at >= 0 and view.listed(view.word(at), "holders.holding"):
        at -= 1
    if view.word(at) == "," and view.word(first - 1) in figure_words("shares.with"):
        at -= 1  # "the League, with 15.9 percent, may decide"
    token = view.token(at) if 0 <= at < first - 1 else None
    if token is None or view.listed(view.word(at), "holders.no_names"):
        return False
    return token.tag_ in ("NNP", "NNPS") or view.listed(view.word(at), "holders.sides")


def side_of(view: SentenceView, quantity: Quantity) -> str:
    """Return the side that a share was cast for ("yes", "no"), as the words after it tell; "" if none do."""
    after = view.words(max(quantity.amount.last, quantity.hedged.last) + 1, 2)
    if after[:1] == ("against",):
        return "no"
    return "yes" if after in figure_phrases("shares.for_it") else ""


def side_before(view: SentenceView, index: int) -> str:
    """Return the side that is named at a place: "yes stood at 53 percent"; "" where none is."""
    word = view.word(index)
    return word if view.listed(word, "holders.sides") else ""


def in_its_unit(reading: FigureReading, before: FigureReading) -> FigureReading:
    """Return a bare share in the unit of the one it goes on: "41.2 percent and the Unionists 38.9"."""
    if (
        before.measure != "percent"
        or reading.unit
        or reading.measure != "count"
        or reading.head != before.head
    ):
        return reading
    return replace(reading, unit=before.unit, measure=before.measure)
