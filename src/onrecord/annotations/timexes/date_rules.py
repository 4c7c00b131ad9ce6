"""Rules for what is written as a date: days of the month, months, quarters, seasons, years, named days."""

from dataclasses import replace
from datetime import date

from onrecord.annotations.timexes.anchor import Anchor, Outcome, from_report, on_day
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.named_days import named_day
from onrecord.annotations.timexes.period import Grain, Period, season_of


def stated(expression: Expression, anchor: Anchor) -> Outcome | None:
    """What is written out in full: day, month, year, quarter, season, decade, century."""
    del anchor
    year = expression.year
    if year is None:
        return None
    if expression.season:
        return Outcome(period=season_of(year, expression.season))
    if expression.order and expression.grain in ("quarter", "half"):
        part: Grain = "quarter" if expression.grain == "quarter" else "half"
        size = 3 if part == "quarter" else 6
        return Outcome(period=Period(part, date(year, (expression.order - 1) * size + 1, 1)))
    if expression.named:
        day = named_day(expression.named, year)
        return None if day is None else Outcome(period=on_day(day))
    try:
        first = date(year, expression.month or 1, expression.day or 1)
    except ValueError:
        return None
    grain: Grain = "day" if expression.day else "month" if expression.month else _plain_grain(expression)
    if expression.grain == "week" and expression.day:
        return _week_of(first)
    return Outcome(period=Period(grain, first))


def _week_of(day: date) -> Outcome | None:
    """The week that a day stands for; None for a Sunday, which may begin it or end it."""
    return None if day.weekday() == 6 else Outcome(period=Period.holding(day, "week"))


def _plain_grain(expression: Expression) -> Grain:
    return expression.grain if expression.grain in ("decade", "century") else "year"  # type: ignore[return-value]


def year_beside(expression: Expression, anchor: Anchor) -> Outcome | None:
    """A month, day or quarter of "this year", "last year", "next year", counted from the report's year."""
    if anchor.day is None:
        return None
    year = anchor.day.year + (expression.year_toward or 0)
    return in_year(expression, anchor, year)


def year_of_the_sentence(expression: Expression, anchor: Anchor) -> Outcome | None:
    """A day or month with no year, in a report with no day, beside one stated year in its sentence."""
    found = stated(expression, anchor)
    return None if found is None else replace(found, reason="the year is that of its sentence")


def in_year(expression: Expression, anchor: Anchor, year: int) -> Outcome | None:
    """Return the expression's date in a year, counted from the report's own day."""
    found = stated(replace(expression, year=year), anchor)
    return None if found is None else from_report(anchor, found.period)


def _year_candidates(expression: Expression, anchor: Anchor) -> list[Outcome]:
    if anchor.day is None:
        return []
    years = range(anchor.day.year - 1, anchor.day.year + 2)
    if expression.day == 29 and expression.month == 2:
        years = range(anchor.day.year - 4, anchor.day.year + 5)
    return [found for year in years if (found := in_year(expression, anchor, year)) is not None]


def last_such_date(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The last such day, month, quarter or season that has begun by the report's own day."""
    found = [o for o in _year_candidates(expression, anchor) if anchor.day and o.period.first <= anchor.day]
    return found[-1] if found else None


def last_such_date_before(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The last such day, month or season that was over before the report's own day ("last March")."""
    found = [o for o in _year_candidates(expression, anchor) if anchor.day and o.period.last < anchor.day]
    return found[-1] if found else None


def next_such_date(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The next such day, month or season that is not over on the report's own day."""
    found = [o for o in _year_candidates(expression, anchor) if anchor.day and o.period.last >= anchor.day]
    return found[0] if found else None


_AHEAD_DAYS = 120


def nearest_such_date(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The such day, month or season nearest to the report's own day; one ahead only within a third of a year.

    News looks back farther than it looks ahead without saying so.
    """
    if anchor.day is None:
        return None
    here = anchor.day
    found = [o for o in _year_candidates(expression, anchor) if (o.period.first - here).days <= _AHEAD_DAYS]

    def apart(outcome: Outcome) -> int:
        return max((outcome.period.first - here).days, (here - outcome.period.last).days, 0)

    return min(found, key=apart, default=None)


def of_this_year(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The such day, month, quarter or season of the report's own year."""
    if anchor.day is None:
        return None
    if expression.season == "WI":  # it begins in the year before: that of now, else the next from autumn on
        ahead = anchor.day.month >= 9
        return in_year(expression, anchor, anchor.day.year + ahead)
    return in_year(expression, anchor, anchor.day.year)


def weekday_fixes_year(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The nearest year in which the day of the month falls on the printed weekday."""
    if anchor.day is None:
        return None
    here = anchor.day
    fits = [
        found
        for year in range(here.year - 6, here.year + 7)
        if (found := in_year(expression, anchor, year)) and found.period.first.weekday() == expression.weekday
    ]
    return min(fits, key=lambda o: abs((o.period.first - here).days), default=None)


def short_year(expression: Expression, anchor: Anchor) -> Outcome | None:
    """A year or decade of two digits: the latest that has begun by the report's year."""
    if anchor.day is None or expression.year is None:
        return None
    size = 10 if expression.grain == "decade" else 1
    year = anchor.day.year // 100 * 100 + expression.year
    ahead = 0 if size == 10 else 10
    if year > anchor.day.year + ahead:
        year -= 100
    return from_report(anchor, Period("decade" if size == 10 else "year", date(year, 1, 1)))
