"""Counts told apart by their place in, what each counts out: "21 in Ames and 12 in Bell"."""

from dataclasses import replace
from typing import Final

from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.meant import Bare, like
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import SentenceView
from onrecord.model.annotation import FigureReading

LONGEST_TAIL: Final = 5  # words of a place


def listed(
    view: SentenceView, quantity: Quantity, what: Counted, before: tuple[Quantity, FigureReading]
) -> Bare | None:
    """Return what the second of two counts told apart by their place counts: "21 in Ames and 12 in Bell"."""
    number, reading = before
    last = max(quantity.amount.last, quantity.hedged.last)
    between = quantity.hedged.first - number.amount.last - 1
    if what.phrase or not reading.keep or reading.measure != "count" or reading.part_of or not between:
        return None
    if view.word(quantity.hedged.first - 1) not in figure_words("apart.joins") or between > LONGEST_TAIL * 2:
        return None
    if not _opens_place(view, last + 1) or _place_after(view, number, quantity) is None:
        return None
    phrase = f"{_base(view, reading, number, quantity)} {_tail(view, last + 1)}"
    return Bare(what=replace(like(reading, what.node), phrase=phrase, noun=phrase))


def told_apart(
    view: SentenceView, number: Quantity, reading: FigureReading, after: Quantity
) -> FigureReading:
    """Return the first of two counts told apart by their place, with the words that say its place."""
    index = _place_after(view, number, after)
    tail = _tail(view, index) if index is not None else ""
    return reading if reading.counts.endswith(tail) else replace(reading, counts=f"{reading.counts} {tail}")


def _base(view: SentenceView, reading: FigureReading, number: Quantity, after: Quantity) -> str:
    """Return what a count told apart by its place counts, without the place."""
    index = _place_after(view, number, after)
    tail = _tail(view, index) if index is not None else ""
    return reading.counts.removesuffix(tail).rstrip()


def _place_after(view: SentenceView, number: Quantity, after: Quantity) -> int | None:
    places = range(number.amount.last + 1, after.hedged.first)
    return next((index for index in places if _opens_place(view, index)), None)


def _opens_place(view: SentenceView, index: int) -> bool:
    """Whether a preposition of place stands there: "in Ames", not "in all"."""
    if view.word(index) in figure_words("apart.ways"):
        return True
    return view.listed(view.word(index), "bare.places") and view.word(index + 1) not in figure_words(
        "apart.not_after"
    )


def _tail(view: SentenceView, first: int) -> str:
    """Return the words from a preposition on, as far as one place is named."""
    end = first
    while end - first < LONGEST_TAIL and view.word(end + 1)[:1].isalpha() and view.word(end + 1) != "and":
        end += 1
    return view.text[view.lexemes[first].start : view.lexemes[end].end]


def of_total(
    view: SentenceView, quantity: Quantity, what: Counted, before: tuple[Quantity, FigureReading]
) -> Counted | None:
    """Return what the first part of a total counts: "nine people in all, five in Ames"."""
    number, reading = before
    last = max(quantity.amount.last, quantity.hedged.last)
    if what.phrase or not reading.keep or reading.measure != "count" or reading.part_of:
        return None
    if view.word(quantity.hedged.first - 1) not in (",", ":") or not _opens_place(view, last + 1):
        return None
    if reading.low is None or quantity.hedged.low is None or quantity.hedged.low >= reading.low:
        return None
    if quantity.hedged.first - number.amount.last > LONGEST_TAIL * 2 or _place_after(view, number, quantity):
        return None
    phrase = f"{reading.counts} {_tail(view, last + 1)}"
    return replace(like(reading, what.node), phrase=phrase, noun=phrase)
