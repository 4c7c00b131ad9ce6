"""A number beside a place in a list in, what it counts out: "Spain has 311 cases, France 40 and Italy 9".

The verb and the noun are said once. Each count is told apart by its place, the first one too.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.meant import Bare, closed, like, one_size
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import SentenceView
from onrecord.model.annotation import FigureReading, Mention

FAR: Final = 12  # lexemes from one number to the next
BODIES: Final = ("organization", "person")  # a body whose name isn't known is often taken for a person
VERBS: Final = 4  # lexemes of "has so far reported"


def of_next_place(
    view: SentenceView,
    quantity: Quantity,
    what: Counted,
    before: tuple[Quantity, FigureReading],
    mentions: Sequence[Mention],
) -> tuple[Bare, FigureReading] | None:
    """Return what a number right after a place counts, and the number before it with its own place."""
    number, reading = before
    first = quantity.hedged.first
    if what.phrase or not reading.keep or reading.measure != "count" or reading.part_of:
        return None
    if first - number.amount.last > FAR or not closed(view, quantity):
        return None
    place = _place_before(view, first, mentions)
    if place is None or view.word(view.lexeme_at(place.span.start) - 1) not in figure_words("gapped.joins"):
        return None
    known = _place_before(view, number.hedged.first, mentions)
    if known is not None and reading.counts.endswith(f" in {known.name}"):
        base, told = reading.counts.removesuffix(f" in {known.name}"), reading
    else:
        known = known or _place_before(view, _past_verbs(view, number.hedged.first), mentions)
        if known is None:
            return None
        base, told = reading.counts, replace(reading, counts=f"{reading.counts} in {known.name}")
    phrase = f"{base} in {place.name}"
    itself = known.id in reading.given_by  # each country reports its own
    counts = replace(like(reading, what.node), phrase=phrase, noun=phrase)
    return Bare(what=counts, giver=view.token(first - 1) if itself else None), told


def of_next_giver(
    view: SentenceView,
    quantity: Quantity,
    what: Counted,
    before: tuple[Quantity, FigureReading],
    mentions: Sequence[Mention],
) -> Bare | None:
    """Return what a number right after a body counts: "the office counts 21,000 people, Coast Aid 30,000"."""
    number, reading = before
    first = quantity.hedged.first
    if what.phrase or not (reading.keep and reading.given_by) or reading.measure != "count":
        return None
    if not 1 < first - number.amount.last <= FAR or not closed(view, quantity):
        return None
    if not one_size(quantity.amount.value, reading):
        return None
    end = view.lexemes[first - 1].end
    body = next((m for m in mentions if m.span.end == end and m.kind in BODIES and m.form == "name"), None)
    if body is None or view.word(view.lexeme_at(body.span.start) - 1) not in figure_words("gapped.joins"):
        return None
    if body.id in reading.given_by:
        return None
    return Bare(what=like(reading, what.node), giver=view.token(first - 1))


def _place_before(view: SentenceView, first: int, mentions: Sequence[Mention]) -> Mention | None:
    """Return the place whose name ends right before a lexeme."""
    if first < 1:
        return None
    end = view.lexemes[first - 1].end
    return next((m for m in mentions if m.span.end == end and m.kind == "place" and m.form == "name"), None)


def _past_verbs(view: SentenceView, first: int) -> int:
    """Return the lexeme before which somebody is named who "has", "has so far reported" a number."""
    at = first
    for _ in range(VERBS):
        if view.word(at - 1) not in figure_words("gapped.having"):
            break
        at -= 1
    return at
