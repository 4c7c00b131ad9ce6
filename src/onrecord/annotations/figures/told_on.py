"""A number told in the report's own words in, who gave the number before it out, where the telling goes on.

Shares of a vote go on over sentences: "The poll gave New Hope 34 percent. The Greens had 15." So does what
somebody is quoted for, as the tense tells: "Fourteen were in hospital, she added. Nine had gone home."
"""

from collections.abc import Sequence

from onrecord.annotations.figures.around import Around
from onrecord.annotations.figures.clauses import Clause
from onrecord.annotations.figures.grammar import figure_words
from onrecord.annotations.figures.parts import goes_on
from onrecord.annotations.figures.quantities import Quantity
from onrecord.model.annotation import FigureReading
from onrecord.model.span import Span


def told_on(
    around: Around,
    reading: FigureReading,
    clause: Clause,
    before: tuple[FigureReading, ...],
) -> tuple[str, ...]:
    """Return who gave the numbers of the sentence before, if this one's goes on with them."""
    view = around.view
    last = next((r for r in reversed(before) if r.keep), None)
    if last is None or not last.given_by or reading.voice != "own" or not reading.keep:
        return ()
    if "\n" in view.text[last.span.end : view.sent.start_char] or around.turns:
        return ()
    shares = all(
        view.listed(r.head, "holders.heads") or r.head in figure_words("votes.named") for r in (reading, last)
    )
    return last.given_by if shares or _told_after(around, reading, clause, last) else ()


def _told_after(around: Around, reading: FigureReading, clause: Clause, last: FigureReading) -> bool:
    """Whether people are counted in the past perfect after others of whom somebody was quoted."""
    if clause.verb is None or reading.unit != "people" or last.unit != "people":
        return False
    had = any(kid.lower_ in figure_words("told_on.had") for kid in clause.verb.children if kid.dep_ == "aux")
    opens = reading.span.start - around.view.sent.start_char <= 2
    return had and opens and last.voice == "attributed" and not _quoted_directly(around, last)


def _quoted_directly(around: Around, reading: FigureReading) -> bool:
    """Whether a number stands within quotation marks."""
    found = around.nearby.to(Span(reading.span.start, reading.span.end)).quotations
    return any(q.kind == "direct" and any(p.holds(reading.span) for p in q.content) for q in found)


def joined_to(
    around: Around, quantity: Quantity, reading: FigureReading, done: Sequence[tuple[Quantity, FigureReading]]
) -> tuple[str, ...]:
    """Return who gives the number that this one is joined to: "lists 71 complaints and 24 people scalded"."""
    if not done or reading.voice != "own":
        return ()
    number, before = done[-1]
    joined = goes_on(around.view, number.hedged.last, quantity.hedged.first)
    return before.given_by if joined and before.voice == "attributed" else ()
