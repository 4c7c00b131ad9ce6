"""A sentence in, explicit zeros out: "no one was hurt", "there were no injuries".

Only what is said outright is zero. "No injuries were reported", "no immediate word of casualties" and "no
number was given" say that nothing is known, and are no zero.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotations.figures.forms import singular
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.lexicon import State
from onrecord.annotations.figures.view import SentenceView

TOLLS = ("killed", "injured", "missing", "casualty", "infected", "stranded", "trapped")
"""States of which "nobody" is a number; "nobody was charged" tells what was not done."""
REACH = 8  # lexemes from "no one" to the word of the state


@dataclass(frozen=True, slots=True, kw_only=True)
class Zero:
    """A zero: its lexemes ("no one"), the state, and the lexeme of the word that says the state."""

    first: int
    last: int
    state: State
    at: int


def find_zeros(view: SentenceView) -> Iterator[Zero]:
    """Yield the explicit zeros of a sentence; none where a word of doubt stands in its clause."""
    opening = figure_words("zero.nobody_or_no")
    for index, lexeme in enumerate(view.lexemes):
        if lexeme.lower not in opening:
            continue
        zero = _nobody(view, index) or _no_injuries(view, index)
        if zero is not None and not _unsure(view, zero):
            yield zero


def _nobody(view: SentenceView, index: int) -> Zero | None:
    """Return "no one was hurt", "nobody died"."""
    last = index
    if view.word(index) == "no":
        last = index + 1 + (view.word(index + 1) == "-")
        if view.word(last) != "one":
            return None
    for at in range(last + 1, min(last + 1 + REACH, len(view.lexemes))):
        token = view.token(at)
        told = token is not None and token.tag_ in ("VBN", "VBD")
        for state in view.lexicon.states:
            said = view.word(at) in state.adjectives or (told and view.word(at) in state.verbs)
            if said and not state.things and state.name in TOLLS:
                return Zero(first=index, last=last, state=state, at=at)
        if view.word(at) not in figure_words("zero.be"):
            return None
    return None


def _no_injuries(view: SentenceView, index: int) -> Zero | None:
    """Return "there were no injuries", "caused no deaths"."""
    lemma = singular(view.word(index + 1), view.lexicon.singulars)
    if view.word(index - 1) not in figure_words("zero.caused"):
        return None
    for state in view.lexicon.states:
        if not state.things and lemma in state.nouns and view.word(index + 1) != lemma:
            return Zero(first=index, last=index, state=state, at=index + 1)
    return None


def _unsure(view: SentenceView, zero: Zero) -> bool:
    """Whether a word near it takes the zero back: "reported", "immediate", "if", "seriously"."""
    near = view.words(max(0, zero.first - REACH), zero.at + 5 - max(0, zero.first - REACH))
    return any(view.listed(word, "zero.unsure") for word in near)
