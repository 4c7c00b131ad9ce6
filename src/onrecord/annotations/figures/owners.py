"""A number in, whose people or things it counts out: "four of its soldiers" are no other army's.

Whose they are is told by a possessive; "its" and "their" are of the one that the report takes them for, else
of the one who says so.
"""

from collections.abc import Sequence
from typing import Final

from onrecord.annotations.figures.counted import Counted
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.quantities import Quantity
from onrecord.annotations.figures.view import SentenceView
from onrecord.model.annotation import FigureReading, Mention, Quotation
from onrecord.model.span import Span

BETWEEN: Final = (
    6  # lexemes at most between two numbers of one breath: "three … had been killed and 21 wounded"
)


def owner_of(
    view: SentenceView, quantity: Quantity, mentions: Sequence[Mention], quotation: Quotation | None
) -> str | None:
    """Return the mention of whose people or things a quantity counts; None where it isn't said."""
    last = max(quantity.amount.last, quantity.hedged.last)
    ahead = view.word(last + 1) == "of" and view.word(last + 2) in figure_words("owners.own")
    at = last + 2 if ahead else quantity.hedged.first - 1
    if view.word(at) not in figure_words("owners.own"):
        return None
    spot = Span(view.lexemes[at].start, view.lexemes[at].end)
    meant = [m for m in mentions if m.span == spot and m.chain is not None]
    if meant:
        return meant[0].id
    return quotation.speakers[0] if quotation is not None and len(quotation.speakers) == 1 else None


def with_owner_before(
    view: SentenceView,
    quantity: Quantity,
    what: Counted,
    before: tuple[Quantity, FigureReading] | None,
) -> str | None:
    """Return the owner of the number before, where this one has no noun: "… and 21 wounded"."""
    if before is None or before[1].holder is None or what.noun or not (what.state and what.people):
        return None
    last = max(before[0].amount.last, before[0].hedged.last)
    words = view.words(last + 1, quantity.hedged.first - last - 1)
    return before[1].holder if words and words[-1] in figure_words("owners.joins") else None
