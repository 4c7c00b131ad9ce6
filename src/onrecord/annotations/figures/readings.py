"""A parsed report and what was found before in, its figures out: one reading for each quantity."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotations.figures import parts
from onrecord.annotations.figures.clauses import Clause, clause_of
from onrecord.annotations.figures.counted import Counted, counted
from onrecord.annotations.figures.days import as_said, as_told, days_of
from onrecord.annotations.figures.givers import giver, quotation_round, who_put, with_attribution
from onrecord.annotations.figures.hedges import passed
from onrecord.annotations.figures.keeping import confidence_of, kept, measure_of
from onrecord.annotations.figures.lexicon import Lexicon, lexicon
from onrecord.annotations.figures.nearby import Nearby
from onrecord.annotations.figures.quantities import Quantity, find_quantities
from onrecord.annotations.figures.view import SentenceView
from onrecord.annotations.figures.zero import Zero, find_zeros
from onrecord.annotations.parsed import Parsed, place_of
from onrecord.model.annotation import FigureReading, Found
from onrecord.model.ids import make_id
from onrecord.model.span import Span

FINDER = "figures.rules/1"
SURE_OF_NONE = 0.8
TOLL = ("toll", "number", "count", "tally")
PASSED = ("passed", "passes", "passing")  # "the toll passed 20": more than 20


def find(parsed: Parsed, found: Found) -> tuple[FigureReading, ...]:
    """Return the readings of a report in order of place; furniture is left out."""
    tables = lexicon()
    out: list[FigureReading] = []
    nearby = Nearby(found)
    for sent in parsed.sentences():
        out += _of_sentence(SentenceView(sent, tables, parsed.report.text), parsed, nearby)
    return tuple(out)


def _of_sentence(view: SentenceView, parsed: Parsed, nearby: Nearby) -> list[FigureReading]:
    quantities, zeros = find_quantities(view), list(find_zeros(view))
    if not quantities and not zeros:
        return []
    near = nearby.to(place_of(view.sent))
    done: list[tuple[Quantity, FigureReading]] = []
    for quantity in quantities:
        what = counted(view, quantity)
        whole = _whole(view, quantity, done)
        if whole is not None:
            what, whole = _as_part(view.lexicon, what, whole)
        reading = _reading(view, quantity, what, parsed=parsed, found=near)
        done.append((quantity, replace(reading, part_of=whole.id if whole is not None else None)))
    none = [_zero(view, zero, parsed=parsed, found=near) for zero in zeros]
    return sorted([*none, *(reading for _, reading in done)], key=lambda reading: reading.span)


def _zero(view: SentenceView, zero: Zero, *, parsed: Parsed, found: Found) -> FigureReading:
    """Return the reading of "no one was hurt"."""
    report, span = parsed.report, view.span(zero.first, zero.last)
    token = view.token(zero.at) or view.sent[0]
    clause = clause_of(view, token, span)
    quotation = quotation_round(found.quotations, span)
    voice, given_by = giver(quotation)
    return FigureReading(
        id=make_id("figure", report.id, span.start, span.end),
        report=report.id,
        span=span,
        low=0.0,
        high=0.0,
        hedge="exact",
        unit="people",
        counts=view.lexemes[zero.at].text,
        head=zero.state.name,
        measure="count",
        keep=True,
        clause=with_attribution(clause.span, quotation, place_of(view.sent)),
        voice=voice,
        given_by=given_by,
        finder=FINDER,
        confidence=SURE_OF_NONE,
        as_of=as_said(quotation),
    )


def _as_part(tables: Lexicon, what: Counted, whole: FigureReading) -> tuple[Counted, FigureReading | None]:
    """Return what a part counts, in its whole's state, and its whole; None where they don't go together.

    People are parts of people, things of things of one name; a part with no noun counts what its whole does.
    """
    if not what.phrase:
        return replace(
            what, phrase=whole.counts, head=whole.head, people=whole.unit == "people", state=""
        ), whole
    if what.people != (whole.unit == "people") or (what.state and what.state != whole.head):
        return what, None
    if what.people and not what.state and _is_state(tables, whole.head):
        return replace(what, head=whole.head, state=whole.head), whole
    return what, whole if what.people or what.lemma == whole.head.partition(" ")[0] else None


def _is_state(tables: Lexicon, head: str) -> bool:
    return any(state.name == head for state in tables.states)


def _reading(
    view: SentenceView, quantity: Quantity, what: Counted, *, parsed: Parsed, found: Found
) -> FigureReading:
    report = parsed.report
    clause = _clause(view, quantity, what)
    quotation = quotation_round(found.quotations, quantity.span)
    voice, given_by = giver(quotation)
    toll = any(word in TOLL for word in what.phrase.split())
    days = days_of(view, clause, found.timexes, number=quantity.span, toll=toll)
    if quotation is None and toll and (putters := who_put(clause.verb, found.mentions)):
        voice, given_by = "attributed", putters
    speaks = any(
        q.speaker_words is not None and q.speaker_words.overlaps(quantity.span) for q in found.quotations
    )
    if toll and quantity.hedged.hedge == "exact" and view.word(quantity.amount.first - 1) in PASSED:
        quantity = replace(quantity, hedged=passed(quantity.hedged))
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
        keep=not speaks and kept(view, quantity, what, clause),
        clause=with_attribution(clause.span, quotation, place_of(view.sent)),
        voice=voice,
        given_by=given_by,
        finder=FINDER,
        confidence=confidence_of(quantity, what, clause),
        change=quantity.change,
        as_of=days.as_of or as_said(quotation) or as_told(clause, report),
        since=days.since,
    )


def _clause(view: SentenceView, quantity: Quantity, what: Counted) -> Clause:
    token = view.token(quantity.amount.number[1])
    return clause_of(view, what.node or token or view.sent[0], quantity.span)


def _unit(quantity: Quantity, what: Counted) -> str:
    unit = quantity.amount.unit
    name = unit.name if unit is not None else "people" if what.people else ""
    per = quantity.amount.per or what.per
    return f"{name} per {per}".strip() if per else name


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
