"""An amount among its lexemes in, its hedge and bounds out, by the table of the record's schema."""

from dataclasses import dataclass, replace

from onrecord.annotations.figures.amounts import Amount
from onrecord.annotations.figures.grammar import figure_phrases
from onrecord.annotations.figures.lexicon import LONGEST
from onrecord.annotations.figures.view import SentenceView
from onrecord.model.annotation import Hedge

MOST_FILLERS = 3  # "more than another estimated 300"
SIGNS = {"at-least": ">", "more-than": ">", "at-most": "<", "less-than": "<", "about": "~", "nearly": "~"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedged:
    """A hedge with the bounds it gives, and the lexemes of hedge and number together."""

    hedge: Hedge
    low: float | None
    high: float | None
    first: int
    last: int
    plural: bool = False

    @property
    def sign(self) -> str:
        """The benchmark's sign of the hedge: = ~ > <."""
        return "=" if self.plural else SIGNS.get(self.hedge, "=")


def hedged(view: SentenceView, amount: Amount) -> Hedged:
    """Return hedge and bounds of an amount; low is never above high."""
    found, first = _before(view, amount.first)
    after, last = _after(view, amount.last)
    hedge: Hedge = _outer([*found, *after])
    if amount.upto is not None:
        low, high = sorted((amount.value, amount.upto))
        if hedge in ("exact", "about"):
            return Hedged(hedge="between", low=low, high=high, first=first, last=last)
        open_low, open_high = bounds(hedge, low)[0], bounds(hedge, high)[1]
        return Hedged(hedge=hedge, low=open_low, high=open_high, first=first, last=last)
    if amount.kind == "plural":
        return Hedged(hedge="at-least", low=amount.value, high=None, first=first, last=last, plural=True)
    low_, high_ = bounds(hedge, amount.value)
    return Hedged(hedge=hedge, low=low_, high=high_, first=first, last=last)


def bounds(hedge: Hedge, value: float) -> tuple[float | None, float | None]:
    """Return low and high for one number under a hedge; None is an open side."""
    if hedge in ("at-least", "more-than"):
        return value, None
    if hedge in ("at-most", "less-than", "nearly"):
        return None, value
    return value, value


def like(own: Hedged, other: Hedged) -> Hedged:
    """Return one's own number under another's hedge, where it has none: "more than 100 km (60 miles)"."""
    value = own.low
    if own.hedge != "exact" or value is None or other.hedge in ("exact", "between"):
        return own
    low, high = bounds(other.hedge, value)
    return replace(own, hedge=other.hedge, low=low, high=high)


def passed(own: Hedged) -> Hedged:
    """Return a number that a toll "passed": more than it."""
    return replace(own, hedge="more-than", high=None)


def _outer(found: list[Hedge]) -> Hedge:
    """Return the hedge that holds of several, inner first: a bound beats "about", and that "exactly"."""
    bounds_only = [hedge for hedge in found if hedge not in ("exact", "about")]
    if bounds_only:
        return bounds_only[0]
    return "about" if "about" in found else "exact"


def _before(view: SentenceView, first: int) -> tuple[list[Hedge], int]:
    found: list[Hedge] = []
    for _ in range(3):
        hit = _one_before(view, first)
        if hit is None:
            return found, first
        hedge, first = hit
        found.append(hedge)
    return found, first


def _one_before(view: SentenceView, first: int) -> tuple[Hedge, int] | None:
    """Return the hedge that ends before a lexeme, fillers between, and where it begins."""
    end = first
    for _ in range(MOST_FILLERS + 1):
        for count in range(min(LONGEST, end), 0, -1):
            hedge = view.lexicon.before.get(view.words(end - count, count))
            if hedge is not None and _hedges(view, end - count, count):
                return hedge, end - count
        if view.word(end - 1) == "-" and view.word(end - 2) == "sub":
            return "less-than", end - 2
        if not view.listed(view.word(end - 1), "fillers.words"):
            return None
        end -= 1
    return None


def _hedges(view: SentenceView, start: int, count: int) -> bool:
    """Whether words that may be a preposition hedge here: not "a dispute over 12 islands"."""
    word = view.word(start)
    if count > 1 or not view.listed(word, "prepositions.words"):
        return True
    if view.listed(view.word(start - 1), "prepositions.given") and word == "over":
        return False  # "has handed over hundreds of prisoners", however it is parsed
    token = view.token(start)
    if token is not None and token.dep_ == "prt":
        return False  # "handed over hundreds"
    if token is None or token.dep_ in ("quantmod", "advmod", "amod") or token.tag_ in ("RB", "JJ"):
        return True
    before = view.word(start - 1)
    if before.endswith("s") and view.listed(before[:-1], "prepositions.talk"):
        return False
    return not view.listed(before, "prepositions.talk")


def _after(view: SentenceView, last: int) -> tuple[list[Hedge], int]:
    """Return the hedges that follow the number, with where they end: "30 or more", "50-plus", "100+"."""
    at = last + 1
    hyphen = view.word(at) == "-" and view.word(at + 1) == "plus"
    at += hyphen
    for count in (3, 2, 1):
        words = view.words(at, count)
        hedge = view.lexicon.after.get(words) if len(words) == count else None
        if hedge is None or (words == ("plus",) and not hyphen):
            continue
        if words in figure_phrases("hedges.at_least") and view.word(at + 2).isdigit():
            continue
        return [hedge], at + count - 1
    return [], last
