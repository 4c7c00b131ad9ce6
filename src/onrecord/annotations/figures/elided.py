"""An amount of millions with no currency in, the one that it is in out: "the true exposure at 1.5 billion".

Prose names the currency once. A number of millions is of it again where it stands before a sum's own noun
("the 800m guarantee"), or where what it is put to is told to be money, and the report has named one before.
"""

from dataclasses import replace
from typing import Final

from onrecord.annotations.figures.amounts import Amount, amount_of
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.lexemes import lex
from onrecord.annotations.figures.lexicon import Unit
from onrecord.annotations.figures.numerals import Reader
from onrecord.annotations.figures.view import SentenceView

LEAST: Final = 1_000_000.0  # the least scale of such a number
BACK: Final = 1500  # code points before it in which a currency is named
NEAR: Final = 6  # lexemes before it in which a sum is told of


def in_currency(view: SentenceView, amount: Amount) -> Amount:
    """Return an amount with the currency that its report has named; as it is where it isn't money."""
    if amount.unit is not None or amount.scale < LEAST or not _is_sum(view, amount):
        return amount
    unit = _named_before(view, view.lexemes[amount.first].start, back=BACK)
    return amount if unit is None else replace(amount, unit=unit)


def _is_sum(view: SentenceView, amount: Amount) -> bool:
    """Whether a number is told to be one of money."""
    after = view.words(amount.last + 1, 2)
    if any(word in figure_words("elided.sums") for word in after):
        return True
    place = view.lexemes[amount.first].start
    here = place - view.lexemes[0].start
    done = after[:1] and after[0] in figure_words("elided.done")
    if done and here and _named_before(view, place, back=here) is not None:
        return True
    if is_in_kind(view, amount):
        return True
    near = view.words(max(0, amount.first - NEAR), min(NEAR, amount.first))
    ends = not after or not after[0][0].isalnum()
    linked = near[-1:] and near[-1] in figure_words("elided.links")
    return bool(linked) and ends and any(word in figure_words("elided.money") for word in near)


def is_in_kind(view: SentenceView, amount: Amount) -> bool:
    """Whether it is told in what a number is: "25 million in aid", which no people are."""
    link, kind = view.word(amount.last + 1), view.word(amount.last + 2)
    return link in figure_words("elided.into") and kind in figure_words("elided.kinds")


def _named_before(view: SentenceView, place: int, *, back: int) -> Unit | None:
    """Return the currency that stands last before a place of the report, so many code points back."""
    lexemes = lex(view.text[max(0, place - back) : place])
    found = None
    for numeral in Reader(lexemes, view.lexicon).all():
        unit = amount_of(lexemes, numeral, view.lexicon).unit
        if unit is not None and unit.sort == "money":
            found = unit
    return found
