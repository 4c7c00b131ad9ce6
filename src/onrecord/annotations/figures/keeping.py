"""A quantity and what it counts in, whether the record keeps it out, with its measure and confidence.

The record keeps what counts or measures something of the news and is told as so. Ages, durations, talk ("one of
the reasons"), sport and numbers in clauses of "could", "if" and "not" are found and not kept.
"""

from typing import Literal

from onrecord.annotations.figures.clauses import Clause
from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import SentenceView

Measure = Literal["count", "money", "percent", "measure", "ratio", "other"]
_MEASURES: dict[str, Measure] = {
    "count": "count", "money": "money", "percent": "percent", "fraction": "ratio", "share": "ratio",
    "multiple": "ratio", "ratio": "ratio", "duration": "other", "age": "other", "other": "other",
}  # fmt: skip


def measure_of(quantity: Quantity) -> Measure:
    """Return the sort of number."""
    return _MEASURES.get(quantity.counted_by, "measure")


def kept(view: SentenceView, quantity: Quantity, what: Counted, clause: Clause) -> bool:
    """Whether the record keeps a quantity."""
    measure = measure_of(quantity)
    if measure == "other" or clause.telling == "unreal" or not what.phrase:
        return False
    if what.state:
        return True
    if measure != "count":
        return bool(what.noun)
    return _counts_things(view, quantity, what)


def _counts_things(view: SentenceView, quantity: Quantity, what: Counted) -> bool:
    """Whether a bare number counts things or people of the news."""
    if not what.noun or what.head in view.lexicon.words["keep.not_heads"] or what.node is None:
        return False
    amount = quantity.amount
    hyphen = view.word(amount.last + 1) in ("-", "‑") and view.lexemes[amount.last + 1].glued
    if hyphen or what.node.tag_ in ("NNP", "NNPS"):
        return False
    one = amount.value == 1 and amount.upto is None
    if one:
        return quantity.hedged.hedge != "exact" or what.people
    return what.node.tag_ == "NNS" or what.people or what.node.lower_ in view.lexicon.singulars


def confidence_of(quantity: Quantity, what: Counted, clause: Clause) -> float:
    """Return how sure the reading is, in steps: a state or unit and a clause .9, a thing .8, vague or planned less."""
    sure = 0.9 if what.state or quantity.amount.unit is not None else 0.8 if what.noun else 0.5
    if quantity.amount.kind == "plural":
        sure = min(sure, 0.7)
    if clause.telling != "fact":
        sure = min(sure, 0.6)
    return sure
