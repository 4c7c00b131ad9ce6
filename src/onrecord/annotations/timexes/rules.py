"""The named rules: what an expression and an anchor say, as a stretch of the calendar.

Each rule is a pure function of the printed expression and the anchor. Its name is kept with the value it gave,
so that a reader can check it, and so that the same rule can be applied again when a better anchor is
learnt. A rule gives None where the anchor doesn't suffice: the expression then stays open.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.named_days import named_day
from onrecord.annotations.timexes.period import Grain, Period, month_shifted, season_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What an expression may be counted from.

    Attributes:
        day: the report's own day, or that of the dated entry; None where not known.
        until: the latest day that it may be, where only bounds are known and `day` is the earliest.
        spoken: the last stretch of the calendar that the text spoke of, of the fitting kind.
    """

    day: date | None = None
    until: date | None = None
    spoken: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a rule gave.

    Attributes:
        period: the stretch of the calendar.
        edtf: its EDTF, where the words allow less than the period says.
        timex: its TIMEX3 value, where that isn't the period's.
        reason: in words, where the value is bounded rather than resolved.
        counted_from: the day or stretch that it was counted from, in EDTF; None for what is stated in full.
        sure: False where the rule guesses well but the record must not say so.
    """

    period: Period
    edtf: str | None = None
    timex: str | None = None
    reason: str | None = None
    counted_from: str | None = None
    sure: bool = True


_AHEAD_DAYS = 120

Rule = Callable[[Expression, Anchor], Outcome | None]


def _from(anchor: Anchor, period: Period, **more: str | bool | None) -> Outcome:
    return Outcome(period=period, counted_from=anchor.day.isoformat() if anchor.day else None, **more)  # type: ignore[arg-type]


def _spoken(anchor: Anchor, period: Period) -> Outcome:
    return Outcome(period=period, counted_from=anchor.spoken.edtf if anchor.spoken else None)


def _on(day: date) -> Period:
    return Period("day", day)


# ------------------------------------------------------------------ weekdays


def _weekday(expression: Expression, anchor: Anchor, *, back: bool, own: bool) -> Outcome | None:
    """The nearest such day before or after the report's own, counting its own or not."""
    if anchor.day is None or expression.weekday is None:
        return None
    here = anchor.day.weekday()
    if back:
        apart = (here - expression.weekday) % 7
        return _from(anchor, _on(anchor.day - timedelta(days=apart if apart or own else 7)))
    apart = (expression.weekday - here) % 7
    return _from(anchor, _on(anchor.day + timedelta(days=apart if apart or own else 7)))


def weekday_past(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The last such day, counting the report's own."""
    return _weekday(expression, anchor, back=True, own=True)


def weekday_future(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The next such day, counting the report's own."""
    return _weekday(expression, anchor, back=False, own=True)


def weekday_last(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The last such day before the report's own ("last Friday")."""
    return _weekday(expression, anchor, back=True, own=False)


def weekday_next(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The next such day after the report's own; within one week "next" may mean the week after: bounded."""
    found = _weekday(expression, anchor, back=False, own=False)
    if found is None or anchor.day is None:
        return None
    day = found.period.first
    if Period.holding(day, "week") != Period.holding(anchor.day, "week"):
        return found
    reason = f"'next' on a {anchor.day:%A} may mean {day} or a week later"
    return _from(anchor, found.period, edtf=f"[{day}..{day + timedelta(days=7)}]", reason=reason)


def weekday_of_this_week(expression: Expression, anchor: Anchor) -> Outcome | None:
    """Such a day in the week of the report, or so many weeks away ("Tuesday of last week")."""
    if anchor.day is None or expression.weekday is None:
        return None
    monday = Period.holding(anchor.day, "week").first
    return _from(anchor, _on(monday + timedelta(days=expression.weekday + 7 * (expression.toward or 0))))


def weekday_beside_last_spoken(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The such day before or after the last day spoken of ("the following Friday", "that Friday")."""
    if anchor.spoken is None or expression.weekday is None:
        return None
    toward = expression.toward or 0
    other = Anchor(day=anchor.spoken.last if toward > 0 else anchor.spoken.first)
    found = _weekday(expression, other, back=toward < 0, own=toward == 0)
    return None if found is None else _spoken(anchor, found.period)


# ------------------------------------------------------------------ days of the month


def stated(expression: Expression, anchor: Anchor) -> Outcome | None:
    """What is written out in full: day, month, year, quarter, season, decade, century."""
    del anchor
    year = expression.year
    if year is None:
        return None
    if expression.season:
        return Outcome(period=season_of(year, expression.season))
    if expression.order and expression.grain in ("quarter", "half"):
        size = 3 if expression.grain == "quarter" else 6
        return Outcome(period=Period(expression.grain, date(year, (expression.order - 1) * size + 1, 1)))
    if expression.named:
        day = named_day(expression.named, year)
        return None if day is None else Outcome(period=_on(day))
    try:
        first = date(year, expression.month or 1, expression.day or 1)
    except ValueError:
        return None
    grain: Grain = "day" if expression.day else "month" if expression.month else _plain_grain(expression)
    return Outcome(period=Period(grain, first))


def _plain_grain(expression: Expression) -> Grain:
    return expression.grain if expression.grain in ("decade", "century") else "year"  # type: ignore[return-value]


def year_beside(expression: Expression, anchor: Anchor) -> Outcome | None:
    """A month, day or quarter of "this year", "last year", "next year", counted from the report's year."""
    if anchor.day is None:
        return None
    year = anchor.day.year + (expression.year_toward or 0)
    return _in_year(expression, anchor, year)


def year_of_the_sentence(expression: Expression, anchor: Anchor) -> Outcome | None:
    """A day or month with no year, in a report with no day, beside one stated year in its sentence."""
    found = stated(expression, anchor)
    return None if found is None else replace(found, reason="the year is that of its sentence")


def _in_year(expression: Expression, anchor: Anchor, year: int) -> Outcome | None:
    from dataclasses import replace

    found = stated(replace(expression, year=year), anchor)
    return None if found is None else _from(anchor, found.period)


def _year_candidates(expression: Expression, anchor: Anchor) -> list[Outcome]:
    if anchor.day is None:
        return []
    years = range(anchor.day.year - 1, anchor.day.year + 2)
    if expression.day == 29 and expression.month == 2:
        years = range(anchor.day.year - 4, anchor.day.year + 5)
    return [found for year in years if (found := _in_year(expression, anchor, year)) is not None]


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
    return None if anchor.day is None else _in_year(expression, anchor, anchor.day.year)


def weekday_fixes_year(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The nearest year in which the day of the month falls on the printed weekday."""
    if anchor.day is None:
        return None
    here = anchor.day
    fits = [
        found
        for year in range(here.year - 6, here.year + 7)
        if (found := _in_year(expression, anchor, year))
        and found.period.first.weekday() == expression.weekday
    ]
    return min(fits, key=lambda o: abs((o.period.first - here).days), default=None)


# ------------------------------------------------------------------ counted


def days_from_report(expression: Expression, anchor: Anchor) -> Outcome | None:
    """So many days from the report's own ("yesterday", "three days ago", "in two days")."""
    if anchor.day is None or expression.amount is None:
        return None
    return _from(anchor, _on(anchor.day + timedelta(days=int(expression.amount))))


def units_from_report(expression: Expression, anchor: Anchor) -> Outcome | None:
    """So many weeks, months or years from the report's day, no more precise than their unit."""
    if anchor.day is None or expression.amount is None:
        return None
    return _counted(expression, anchor, anchor.day)


def _counted(expression: Expression, anchor: Anchor, start: date) -> Outcome | None:
    amount = expression.amount or 0
    grain = expression.grain
    if grain in ("week", "fortnight"):
        middle = start + timedelta(days=round(amount * (14 if grain == "fortnight" else 7)))
        edtf = f"[{middle - timedelta(days=3)}..{middle + timedelta(days=3)}]"
        timex = middle.isoformat() if abs(amount) <= 3 else None
        reason = "weeks are counted to within three days"
        return _from(anchor, Period.holding(middle, "week"), edtf=edtf, timex=timex, reason=reason)
    if grain in ("minute", "hour", "second"):
        return _from(anchor, _on(start), sure=False)
    if grain in ("decade", "century"):
        year = start.year + round(amount * (10 if grain == "decade" else 100))
        about = 2 if grain == "decade" else 20
        edtf = f"[{year - about:04d}..{year + about:04d}]"
        return _from(
            anchor, Period("year", date(year, 1, 1)), edtf=edtf, reason=f"a {grain} is a round number"
        )
    months = _COUNTED_MONTHS.get(grain)
    if months is None:
        return None
    fine = amount != int(amount) and grain == "year"
    day = month_shifted(start, round(amount * months))
    return _from(anchor, Period.holding(day, "month" if fine else grain))  # type: ignore[arg-type]


def span_to_report(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The so many days, weeks, months or years up to the report's day, or from it on ("the past two months")."""
    here, amount = anchor.day, expression.amount
    if here is None or amount is None or expression.grain not in _DAYS | _COUNTED_MONTHS:
        return None
    signed = amount * (expression.toward or 0)
    if expression.grain in _DAYS:
        other = here + timedelta(days=round(signed * _DAYS[expression.grain]))
    else:
        other = month_shifted(here, round(signed * _COUNTED_MONTHS[expression.grain]))
    first, last = min(here, other), max(here, other)
    return _from(anchor, _on(here), edtf=f"{first}/{last}", timex=expression.value)


_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_COUNTED_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def unit_of_report(expression: Expression, anchor: Anchor) -> Outcome | None:
    """This, last or next week, month, quarter, year, decade, counted from the one that holds the report's day."""
    if anchor.day is None:
        return None
    grain: Grain = expression.grain  # type: ignore[assignment]
    here = Period.holding(anchor.day, grain)
    period = here.shifted(expression.toward or 0)
    edtf = None
    if expression.toward == 0 and expression.mod == "BEFORE" and grain != "day":
        edtf = _between(period.first, anchor.day)
    if expression.toward == 0 and expression.mod == "AFTER" and grain != "day":
        edtf = _between(anchor.day, period.last)
    return _from(anchor, period, edtf=edtf)


def _between(first: date, last: date) -> str:
    return f"[{first}..{last}]" if first < last else first.isoformat()


def weekend_of_report(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The last weekend by the report's day (toward -1), or the next (1), counting one that it lies in."""
    if anchor.day is None:
        return None
    here = Period.holding(anchor.day, "weekend")
    within = anchor.day >= here.first
    shift = 0 if within or expression.toward == 1 else -1
    return _from(anchor, here.shifted(shift))


# ------------------------------------------------------------------ from the last spoken of


def next_day_after_last_spoken(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The day, week, month … after the last one spoken of ("the next day")."""
    return _beside_spoken(expression, anchor, 1)


def day_before_last_spoken(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The day, week, month … before the last one spoken of ("the previous day")."""
    return _beside_spoken(expression, anchor, -1)


def same_as_last_spoken(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The day, week, month … spoken of last ("that evening", "the same day")."""
    return _beside_spoken(expression, anchor, 0)


def _beside_spoken(expression: Expression, anchor: Anchor, shift: int) -> Outcome | None:
    if anchor.spoken is None:
        return None
    if expression.grain == "season":
        return _spoken(anchor, season_of(anchor.spoken.first.year, expression.season or "SU"))
    grain: Grain = "day" if expression.grain in ("hour", "minute", "second") else expression.grain  # type: ignore[assignment]
    start = anchor.spoken.last if shift > 0 and anchor.spoken.grain == "day" else anchor.spoken.first
    return _spoken(anchor, Period.holding(start, grain).shifted(shift))


def units_from_last_spoken(expression: Expression, anchor: Anchor) -> Outcome | None:
    """So many days, weeks, months or years from the last stretch spoken of ("a year earlier")."""
    spoken, amount = anchor.spoken, expression.amount
    if spoken is None or amount is None:
        return None
    if expression.grain == "day":
        return (
            _spoken(anchor, _on(spoken.first + timedelta(days=int(amount))))
            if spoken.grain == "day"
            else None
        )
    if expression.grain == "year" and spoken.grain in ("quarter", "half", "month", "season", "year"):
        month = month_shifted(spoken.first, round(12 * amount))
        return _spoken(anchor, Period(spoken.grain, month))
    found = _counted(expression, Anchor(day=spoken.first), spoken.first)
    if found is None:
        return None
    return Outcome(
        period=found.period, edtf=found.edtf, reason=found.reason, counted_from=spoken.edtf, sure=found.sure
    )


def last_spoken_quarter(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The quarter spoken of last ("the quarter", "the latest period"); else a guess, kept from the record."""
    if anchor.spoken is not None:
        found = _spoken(anchor, anchor.spoken)
    elif anchor.day is not None:
        guess = Period.holding(anchor.day, "quarter").shifted(-1)
        found = _from(anchor, guess, timex=f"{guess.first.year:04d}-QX", sure=False)
    else:
        return None
    if expression.year is None:
        return found
    period = Period(found.period.grain, found.period.first.replace(year=expression.year))
    return replace(found, period=period, timex=None if anchor.spoken else f"{expression.year:04d}")


def year_before_last_spoken_quarter(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The same quarter a year before the one spoken of last ("the year-earlier quarter")."""
    found = last_spoken_quarter(expression, anchor)
    if found is None:
        return None
    months = found.period.first
    before = Period(found.period.grain, month_shifted(months, -12))
    timex = f"{before.first.year:04d}-QX" if found.timex else None
    return replace(found, period=before, timex=timex)


def time_of_day(expression: Expression, anchor: Anchor) -> Outcome | None:
    """A time of day whose day isn't said: on the day last spoken of or the report's, a guess."""
    del expression
    if anchor.spoken is not None:
        return Outcome(period=anchor.spoken, sure=False)
    return None if anchor.day is None else Outcome(period=_on(anchor.day), sure=False)


def short_year(expression: Expression, anchor: Anchor) -> Outcome | None:
    """A year or decade of two digits: the latest that has begun by the report's year."""
    if anchor.day is None or expression.year is None:
        return None
    size = 10 if expression.grain == "decade" else 1
    year = anchor.day.year // 100 * 100 + expression.year
    ahead = 0 if size == 10 else 10
    if year > anchor.day.year + ahead:
        year -= 100
    return _from(anchor, Period("decade" if size == 10 else "year", date(year, 1, 1)))


def apply_rule(name: str, expression: Expression, anchor: Anchor) -> Outcome | None:
    """Return what a rule gives; None where the anchor doesn't suffice or the calendar has no such day.

    Where the anchor is only bounded, every day that it may be must give the same.
    """
    try:
        found = RULES[name](expression, anchor)
        if found is None or anchor.day is None or anchor.until is None or found.counted_from is None:
            return found
        for apart in range(1, min((anchor.until - anchor.day).days, _MOST_DAYS) + 1):
            other = RULES[name](expression, replace(anchor, day=anchor.day + timedelta(days=apart)))
            if other is None or (other.period, other.edtf) != (found.period, found.edtf):
                return None
        return replace(found, counted_from=f"[{anchor.day}..{anchor.until}]")
    except (OverflowError, ValueError):
        return None


_MOST_DAYS = 31  # an anchor less certain than a month fixes nothing; see `own_day_at`


RULES: dict[str, Rule] = {
    "stated": stated,
    "weekday-past": weekday_past,
    "weekday-future": weekday_future,
    "weekday-last": weekday_last,
    "weekday-next": weekday_next,
    "weekday-of-week": weekday_of_this_week,
    "weekday-beside-last-spoken": weekday_beside_last_spoken,
    "weekday-and-day-fix-the-year": weekday_fixes_year,
    "year-beside": year_beside,
    "year-of-the-sentence": year_of_the_sentence,
    "month-day-of-anchor-year": of_this_year,
    "last-such-date": last_such_date,
    "last-such-date-before": last_such_date_before,
    "next-such-date": next_such_date,
    "nearest-such-date": nearest_such_date,
    "days-from-report": days_from_report,
    "units-from-report": units_from_report,
    "unit-of-report": unit_of_report,
    "span-to-report": span_to_report,
    "weekend-of-report": weekend_of_report,
    "next-day-after-last-spoken": next_day_after_last_spoken,
    "day-before-last-spoken": day_before_last_spoken,
    "same-as-last-spoken": same_as_last_spoken,
    "units-from-last-spoken": units_from_last_spoken,
    "last-spoken-quarter": last_spoken_quarter,
    "year-before-last-spoken-quarter": year_before_last_spoken_quarter,
    "time-of-day": time_of_day,
    "short-year": short_year,
}
"""Every rule by name."""
