"""What a number counts that has no noun of its own, and who gives it: values and how to make them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.forms import singular
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import SentenceView
from onrecord.model.annotation import FigureReading

SIZE: Final = 10  # times that one number for a thing may be another at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """What a bare number counts, who gives it and what it is part of, where the words say so."""

    what: Counted
    giver: Token | None = None
    whole: FigureReading | None = None


def closed(view: SentenceView, quantity: Quantity) -> bool:
    """Whether the number ends its phrase: a mark, a conjunction, a day or an attribution follows."""
    word = view.word(max(quantity.amount.last, quantity.hedged.last) + 1)
    return not word or not word[0].isalnum() or view.listed(word, "bare.closers")


def like(reading: FigureReading, node: Token | None) -> Counted:
    """Return the count of what another reading counts."""
    state = reading.head if reading.unit == "people" else ""
    return Counted(
        phrase=reading.counts,
        noun=reading.counts,
        lemma=reading.head,
        head=reading.head,
        people=reading.unit == "people",
        state=state,
        node=node,
    )


def people(phrase: str, head: str, node: Token | None) -> Counted:
    """Return a count of people under a phrase of one's own."""
    return Counted(phrase=phrase, noun=phrase, lemma=head, head=head, people=True, state="", node=node)


def noun_of(reading: FigureReading, singulars: Mapping[str, str]) -> str:
    """Return the noun of what a reading counts, without what restricts it: "samples" of "samples tested"."""
    words = reading.counts.split()
    lemma = reading.head.partition(" ")[0]
    at = next((i for i, word in enumerate(words) if singular(word, singulars) == lemma), None)
    return " ".join(words[: at + 1]) if at is not None else ""


def one_size(value: float, other: FigureReading) -> bool:
    """Whether a number may be another for what a reading counts: not 150 for "two lines"."""
    number = other.low if other.low is not None else other.high
    if number is None:
        return True
    return abs(number) <= SIZE * abs(value) <= SIZE * SIZE * max(1.0, abs(number))


def counts_a_toll(view: SentenceView, head: str) -> bool:
    """Whether what is counted is a toll: deaths, cases, people in a state; who cuts these counts anew."""
    states = any(head.endswith(state.name) for state in view.lexicon.states)
    return states or view.listed(head, "givers.confirmed")
