"""A parsed report and what was found before in, its figures out: one reading for each quantity."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotations.figures import parts
from onrecord.annotations.figures.clauses import Clause, clause_of
from onrecord.annotations.figures.counted import Counted, counted
from onrecord.annotations.figures.days import days_of
from onrecord.annotations.figures.givers import giver, quotation_round, with_attribution
from onrecord.annotations.figures.keeping import confidence_of, kept, measure_of
from onrecord.annotations.figures.lexicon import Lexicon, lexicon
from onrecord.annotations.figures.quantities import Quantity, find_quantities
from onrecord.annotations.figures.view import SentenceView
from onrecord.annotations.parsed import Parsed, place_of
from onrecord.model.annotation import FigureReading, Found
from onrecord.model.ids import make_id
from onrecord.model.span import Span

FINDER = "figures.rules/1"


def find(parsed: Parsed, found: Found) -> tuple[FigureReading, ...]:
    """Return the readings of a report in order of place; furniture is left out."""
    tables = lexicon()
    out: list[FigureReading] = []
    for sent in parsed.sentences():
        out += _of_sentence(SentenceView(sent, tables), parsed, found)
    return tuple(out)


def _of_sentence(view: SentenceView, parsed: Parsed, found: Found) -> Iterator[FigureReading]:
    quantities = find_quantities(view)
    if not quantities:
        return
    sentence = place_of(view.sent)
    here = [q for q in found.quotations if q.span.start < sentence.end and sentence.start < q.span.end]
    done: list[tuple[Quantity, FigureReading]] = []
    for quantity in quantities:
        what = counted(view, quantity)
        whole = _whole(view, quantity, done)
        if whole is not None and not what.state and whole.head and what.people:
            what = replace(what, head=whole.head if _is_state(view.lexicon, whole.head) else what.head)
        reading = _reading(view, quantity, what, parsed=parsed, found=replace(found, quotations=tuple(here)))
        reading = replace(reading, part_of=whole.id if whole is not None else None)
        done.append((quantity, reading))
        yield reading


def _is_state(tables: Lexicon, head: str) -> bool:
    return any(state.name == head for state in tables.states)


def _reading(
    view: SentenceView, quantity: Quantity, what: Counted, *, parsed: Parsed, found: Found
) -> FigureReading:
    report = parsed.report
    clause = _clause(view, quantity, what)
    quotation = quotation_round(found.quotations, quantity.span)
    voice, given_by = giver(quotation)
    days = days_of(
        view, clause, found.timexes, toll="toll" in what.phrase or "number of" in what.phrase, report=report
    )
    return FigureReading(
        id=make_id("figure", report.id, quantity.span.start, quantity.span.end),
        report=report.id,
        span=quantity.span,
        low=quantity.hedged.low,
        high=quantity.hedged.high,
        hedge=quantity.hedged.hedge,
        unit=_unit(quantity, what),
        counts=what.phrase,
        head=what.head,
        measure=measure_of(quantity),
        keep=kept(view, quantity, what, clause),
        clause=with_attribution(clause.span, quotation, place_of(view.sent)),
        voice=voice,
        given_by=given_by,
        finder=FINDER,
        confidence=confidence_of(quantity, what, clause),
        change=quantity.change,
        as_of=days.as_of,
        since=days.since,
    )


def _clause(view: SentenceView, quantity: Quantity, what: Counted) -> Clause:
    token = view.token(quantity.amount.number[1])
    return clause_of(view, what.node or token or view.sent[0], quantity.span)


def _unit(quantity: Quantity, what: Counted) -> str:
    unit = quantity.amount.unit
    name = unit.name if unit is not None else "people" if what.people else ""
    return f"{name} per {quantity.amount.per}".strip() if quantity.amount.per else name


def _whole(
    view: SentenceView, quantity: Quantity, done: Sequence[tuple[Quantity, FigureReading]]
) -> FigureReading | None:
    """Return the reading that a quantity is said to be a part of; a list of parts hangs under one whole."""
    first, last = quantity.hedged.first, quantity.hedged.last
    if parts.opens_part(view, first, last):
        counts = [reading for _, reading in done if reading.measure == "count"]
        sizes: list[tuple[Span, float | None]] = [(r.span, r.high) for r in counts]
        index = parts.whole_of(sizes, quantity.span, quantity.hedged.low)
        return None if index is None else counts[index]
    if done and done[-1][1].part_of and parts.goes_on(view, done[-1][0].hedged.last, first):
        return next((r for _, r in done if r.id == done[-1][1].part_of), None)
    return None
