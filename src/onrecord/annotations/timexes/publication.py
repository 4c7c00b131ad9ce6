"""A report without a printed day in, its own day as far as its words allow out.

A day that is told of as past, with its year, is the earliest that the report can be of; a day that is
still to come is the latest. Nothing else bounds it: a day without a year, or one that a past report
looked ahead to, fixes nothing by itself. A weekday with a day of the month gives the years in which
they meet. A day named beside "tomorrow" gives the day, and leaves its year open where none is told.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from onrecord.annotations.parsed import Parsed
from onrecord.annotations.timexes.anchor import Anchor
from onrecord.annotations.timexes.around import time_pattern, time_words
from onrecord.annotations.timexes.finder import locate
from onrecord.annotations.timexes.headlines import Located
from onrecord.annotations.timexes.told_day import told_day, when_told
from onrecord.annotations.timexes.weekday_rules import weekday_future
from onrecord.model.partial_date import PartialDate
from onrecord.model.span import Passage
from onrecord.model.when import When

_MARKS = '"“”'


class Bound(NamedTuple):
    """A day that the report's own can't be before ("from") or after ("to"), and why."""

    side: Literal["from", "to"]
    day: date
    reason: str
    span: Passage | None
    sure: bool = True


def own_day(parsed: Parsed) -> When | None:
    """Return a report's own day as its text bounds it; None where nothing can be said or a day is printed."""
    if parsed.report.published is not None and parsed.report.published.edtf is not None:
        return None
    located = list(locate(parsed))
    bounds = [bound for one in located if (bound := _bound(parsed, one)) is not None]
    bounds += _retrieved(parsed)
    low = max((b for b in bounds if b.side == "from"), key=lambda b: b.day, default=None)
    high = min((b for b in bounds if b.side == "to"), key=lambda b: b.day, default=None)
    if low is not None and high is None:
        high = _after_caption(parsed, located, low)
    by_weekday = _year_fixed(located, low, high)
    if by_weekday is not None and (low is None or by_weekday.day > low.day):
        low = by_weekday
    told = told_day(parsed.report, located)
    if told is not None:
        return when_told(parsed.report, told, low.day if low else None, high.day if high else None)
    return _between(low, high)


def _between(low: Bound | None, high: Bound | None) -> When | None:
    if low is not None and high is not None and high.day < low.day:
        return None  # the text contradicts itself, or was misread: claim nothing
    if low is None:
        return None  # an upper bound alone (the day it was fetched, a plan) says nothing of the day
    first = low.day.isoformat()
    if high is None:
        edtf, reasons = f"[{first}..]", [low.reason]
    else:
        last = high.day.isoformat()
        edtf, reasons = (first if first == last else f"[{first}..{last}]"), [low.reason, high.reason]
    fixed = high is not None and high.span is not None
    return When(
        edtf=edtf,
        basis="inferred" if fixed else "bounded",
        printed=low.span.text if low.span else None,
        span=low.span,
        rule="own-day-between-past-and-future",
        reason="; ".join(reasons),
    )


def _bound(parsed: Parsed, one: Located) -> Bound | None:
    when, around = one.timex.when, one.around
    if (
        when.basis != "stated"
        or when.date is None
        or when.span is None
        or one.timex.type not in ("DATE", "TIME")
    ):
        return None
    known: PartialDate = when.date
    if known.first is None or known.last is None:
        return None
    if _is_past(parsed, one):
        told = f"it tells of {when.printed} as past"
        return Bound("from", known.first, told, when.span)
    if around.verb.tense == "future" and around.verb.will and around.verb.direct and not _quoted(parsed, one):
        return Bound("to", known.last, f"it tells of {when.printed} as still to come", when.span)
    return None


def _is_past(parsed: Parsed, one: Located) -> bool:
    """Whether a stated day is told of as past: under a past verb, after "since", or as a picture's."""
    if parsed.kind_at(one.timex.span.start) == "caption":
        return one.expression.day is not None and one.around.before in time_words("publication.of_day")
    if time_pattern("publication.since").search(
        parsed.report.text[max(0, one.timex.span.start - 20) : one.timex.span.start]
    ):
        return True
    around = one.around
    return (
        around.verb.tense == "past"
        and around.verb.direct
        and not around.verb.infinitive
        and around.before not in time_words("publication.to_come")
    )


def _quoted(parsed: Parsed, one: Located) -> bool:
    """Whether a quotation mark stands before it in its line: what is quoted may have been said long ago."""
    text, start = parsed.report.text, one.timex.span.start
    line = text.rfind("\n", 0, start) + 1
    return any(mark in text[line:start] for mark in _MARKS)


def _retrieved(parsed: Parsed) -> list[Bound]:
    when = parsed.report.retrieved
    if when is None:
        return []
    return [Bound("to", when.date(), f"it was fetched on {when.date().isoformat()}", None)]


def _after_caption(parsed: Parsed, located: Iterable[Located], low: Bound) -> Bound | None:
    """The coming weekday of which the text speaks, where a dated picture was taken on the way to it.

    A picture from the files says nothing; one whose own caption looks ahead is of the report's days.
    """
    if low.span is None or parsed.kind_at(low.span.start) != "caption":
        return None
    block = next(b for b in parsed.report.blocks if b.start <= low.span.start < b.end)
    caption = block.span.of(parsed.report.text)
    if time_pattern("publication.file").search(caption) or not time_pattern("publication.ahead").search(
        caption
    ):
        return None
    for one in located:
        fits = one.expression.kind == "weekday" and one.around.verb.will and one.around.verb.tense == "future"
        if fits and parsed.kind_at(one.timex.span.start) in ("body", "headline", "subhead"):
            found = weekday_future(one.expression, Anchor(day=low.day))
            if found is not None:
                reason = f"its picture of that day looks ahead, as the text does to {one.timex.when.printed}"
                return Bound("to", found.period.first, reason, one.timex.when.span)
    return None


def _year_fixed(located: Iterable[Located], low: Bound | None, high: Bound | None) -> Bound | None:
    """The past weekday and day of the month, in the first year from the lower bound on in which they meet."""
    if low is None:
        return None
    best: Bound | None = None
    for one in located:
        expression = one.expression
        if expression.kind != "date" or expression.year is not None or expression.weekday is None:
            continue
        if one.around.verb.tense != "past" or one.around.before in time_words("publication.to_come"):
            continue
        day = _first_meeting(expression.month or 0, expression.day or 0, expression.weekday, low.day)
        if day is None or (high is not None and day > high.day):
            continue
        printed = one.timex.when.printed
        reason = f"{printed} is told of as past, and first met that weekday in {day.year}; {low.reason}"
        if best is None or day > best.day:
            best = Bound("from", day, reason, one.timex.when.span)
    return best


def _first_meeting(month: int, day: int, weekday: int, start: date) -> date | None:
    """Return the first such day, from a year before a day on, that falls on a weekday.

    From a year before: the day itself may lie before the lower bound.
    """
    for year in range(start.year - 1, start.year + 12):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found.weekday() == weekday and found >= start - timedelta(days=366):
            return found
    return None
