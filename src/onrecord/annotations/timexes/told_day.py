"""The expressions of a report in, the day that it is of where it names a day beside "tomorrow" out.

"Tomorrow, March 14" is told on 13 March of some year. Which year, a printed one says, or bounds that only
one such day lies between; otherwise the year stays open, with the weekday where the text tells it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from onrecord.annotations.timexes.around import time_words
from onrecord.annotations.timexes.counted_rules import ABOUT
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.headlines import Located
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.when import WEEKDAYS, When

RULE = "day-beside-tomorrow"
_COMMON = 2025  # a year with no leap day, to count from day to day of the month
_NEAR = 60  # days back within which a weekday and day of the month are of the report's own year


class Told(NamedTuple):
    """A report's own month and day, with year and weekday (Monday is 0) where they are told."""

    month: int
    day: int
    year: int | None
    weekday: int | None
    word: Located
    named: Located

    def in_year(self, year: int) -> date | None:
        """Return the day in a year; None where it doesn't exist, or is another weekday there."""
        try:
            found = date(year, self.month, self.day)
        except ValueError:
            return None
        return found if self.weekday in (None, found.weekday()) else None


def told_day(report: Report, located: Sequence[Located]) -> Told | None:
    """Return the day that the text names beside "today" or "tomorrow"; None if it names several."""
    own = [one for one in located if not _in_entry(report, one)]
    told = list(_named(report.text, own))
    if not told or len({(one.month, one.day) for one in told}) > 1:
        return None
    years = {one.year for one in told if one.year is not None}
    weekdays = {one.weekday for one in told if one.weekday is not None} | set(_weekdays(own, told[0]))
    if len(years) > 1 or len(weekdays) > 1:
        return None
    return told[0]._replace(year=next(iter(years), None), weekday=next(iter(weekdays), None))


def _in_entry(report: Report, one: Located) -> bool:
    """Whether it stands in an entry with a day of its own."""
    start = one.timex.span.start
    return any(entry.start <= start < entry.end and entry.when is not None for entry in report.entries)


def when_told(report: Report, told: Told, first: date | None, last: date | None) -> When | None:
    """Return the report's own day as told, its year open unless it is printed or lies between two bounds.

    None where no such day lies between the bounds: the text was misread, or contradicts itself.
    """
    span = Span(told.word.timex.span.start, told.named.timex.span.end)
    weekday = None if told.weekday is None else WEEKDAYS[told.weekday]
    open_day = When(
        edtf=f"XXXX-{told.month:02d}-{told.day:02d}",
        basis="open",
        printed=span.of(report.text),
        span=report.passage(span),
        rule=RULE,
        reason=f"it says “{' '.join(span.of(report.text).split())}”; the year is not told",
        weekday=weekday,
    )
    years: Iterable[int] = () if told.year is None else (told.year,)
    if told.year is None and first is not None and last is not None:
        years = range(first.year, last.year + 1)
    fits = [found for year in years if (found := told.in_year(year)) and _lies(found, first, last)]
    if len(fits) == 1:
        reason = (open_day.reason or "").partition(";")[0]
        if told.year is None:
            reason += f", and one such day only lies between {first} and {last}"
        return replace(open_day, edtf=fits[0].isoformat(), basis="inferred", reason=reason)
    return None if years and not fits else open_day


def _lies(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def _named(text: str, located: Sequence[Located]) -> Iterator[Told]:
    for word, named in pairwise(located):
        between = text[word.timex.span.end : named.timex.span.start].strip()
        if (
            between not in time_words("told_day.between")
            or named.around.after not in time_words("told_day.closes")
            or word.around.quoted
        ):
            continue
        found = _own(word.expression, named.expression)
        if found is None:
            continue
        printed, apart = named.expression.weekday, int(word.expression.amount or 0)
        weekday = None if printed is None else (printed - apart) % 7
        yield Told(found.month, found.day, named.expression.year and found.year, weekday, word, named)


def _own(word: Expression, named: Expression) -> date | None:
    """Return the day of the telling, in the year printed, else in one with no leap day.

    Where no year is printed, what lies across the end of a February or of a year is left out: "tomorrow,
    March 1" may be said on the 28th or the 29th.
    """
    if word.kind != "offset" or word.amount is None or word.mod in ABOUT:
        return None
    if named.kind != "date" or not named.month or not named.day:
        return None
    if named.toward is not None or named.year_toward is not None:
        return None
    try:
        there = date(named.year or _COMMON, named.month, named.day)
        day = there - timedelta(days=int(word.amount))
    except (ValueError, OverflowError):
        return None
    across = day.year != there.year or (min(day, there) < date(there.year, 3, 1) <= max(day, there))
    return None if across and named.year is None else day


def _weekdays(located: Iterable[Located], told: Told) -> Iterator[int]:
    """Yield the own day's weekday by each near day told as past with its weekday ("Tuesday, March 11")."""
    if (told.month, told.day) == (2, 29):
        return
    here = date(_COMMON, told.month, told.day)
    for one in located:
        named = one.expression
        if named.kind != "date" or named.weekday is None or not named.month or not named.day or named.year:
            continue
        if one.around.verb.tense != "past" or one.around.quoted:
            continue
        try:
            apart = (here - date(_COMMON, named.month, named.day)).days
        except ValueError:
            continue
        leap = (named.month, named.day) < (3, 1) <= (told.month, told.day)
        if 0 <= apart <= _NEAR and not leap:
            yield (named.weekday + apart) % 7
