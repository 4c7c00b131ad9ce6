"""One sentence in, its quantities out: numerals with units, joined to ranges, screened, hedged."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotations.figures.amounts import Amount, amount_of, join
from onrecord.annotations.figures.change import change_of
from onrecord.annotations.figures.elided import in_currency
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.hedges import Hedged, hedged, like
from onrecord.annotations.figures.lexemes import Lexeme
from onrecord.annotations.figures.numerals import Reader
from onrecord.annotations.figures.screens import Screens
from onrecord.annotations.figures.view import SentenceView
from onrecord.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity of one sentence: amount, hedge and change, with the place of number and hedge.

    `converted` is the same amount again in another unit: "11 km" in "seven miles (11 km)".
    """

    amount: Amount
    hedged: Hedged
    change: str
    span: Span
    converted: bool = False

    @property
    def counted_by(self) -> str:
        """Sort of its unit ("money", "length"), how it is written ("share"), or "count" for a bare number."""
        if self.amount.unit is not None:
            return self.amount.unit.sort
        return self.amount.kind if self.amount.kind in ("fraction", "share", "multiple") else "count"


def find_quantities(view: SentenceView) -> list[Quantity]:
    """Return the quantities of a sentence in order; years, clock times, names and scores are none."""
    if not may_hold_number(view.lexemes, view):
        return []
    lexicon = view.lexicon
    screens = Screens(view.lexemes, lexicon, view.token)
    amounts = [in_currency(view, a) for a in _amounts(view) if not screens.stands_apart(a)]
    out: list[Quantity] = []
    before: tuple[int, str] | None = None
    for amount in join(view.lexemes, amounts, lexicon):
        if screens.reason(amount) is not None:
            continue
        hedge = hedged(view, amount)
        again = bool(out) and _again(view, out[-1], amount)
        if again:
            hedge = like(hedge, out[-1].hedged)
        change = out[-1].change if again else change_of(view, hedge, before)
        before = (hedge.last, change)
        span = view.span(hedge.first, hedge.last)
        out.append(Quantity(amount=amount, hedged=hedge, change=change, span=span, converted=again))
    return out


def _again(view: SentenceView, before: Quantity, amount: Amount) -> bool:
    """Whether an amount in brackets says the one before them in another unit."""
    first, other = before.amount.unit, amount.unit
    if first is None or other is None or first == other or "percent" in (first.sort, other.sort):
        return False
    if (first.sort == "money") != (other.sort == "money"):
        return False
    between = view.words(before.hedged.last + 1, amount.first - before.hedged.last - 1)
    opened = between == ("(",) or (between == ("/",) and before.converted)
    return opened and view.word(amount.last + 1) in (")", "/")


def _amounts(view: SentenceView) -> Iterator[Amount]:
    """Yield the amounts in order; the "million" of "parts per million" is part of a unit, no number."""
    last = -1
    for numeral in Reader(view.lexemes, view.lexicon).all():
        if numeral.first > last:
            amount = amount_of(view.lexemes, numeral, view.lexicon)
            last = amount.last
            yield amount


def may_hold_number(lexemes: list[Lexeme], view: SentenceView) -> bool:
    """Whether a sentence has a digit or a number word at all."""
    words = view.lexicon.number_words | figure_words("numerals.single")
    return any(x.kind == "number" or x.lower in words or x.lower.endswith("fold") for x in lexemes)
