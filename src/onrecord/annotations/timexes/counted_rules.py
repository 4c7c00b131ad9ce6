"""Rules that count from the report's own day: "two weeks ago", "last month", "the past two years"."""

from dataclasses import replace
from datetime import date, timedelta

from onrecord.annotations.timexes.anchor import Anchor, Outcome, from_report, from_spoken, on_day
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.period import Grain, Period, month_shifted

ABOUT = frozenset({"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})
ROUND = "the number is not exact"
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


_COUNTED_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}


def days_from_report(expression: Expression, anchor: Anchor) -> Outcome | None:
    """So many days from the report's own ("yesterday", "three days ago", "in two days")."""
    if anchor.day is None or expression.amount is None:
        return None
    day = anchor.day + timedelta(days=int(expression.amount))
    if expression.mod not in ABOUT:
        return from_report(anchor, on_day(day))
    edtf = f"[{day - timedelta(days=1)}..{day + timedelta(days=1)}]"
    return from_report(anchor, on_day(day), edtf=edtf, reason=ROUND)


def days_from_saying(expression: Expression, anchor: Anchor) -> Outcome | None:
    """So many days from the day of a saying; where that isn't told, the report's or the one before."""
    if expression.amount is None:
        return None
    apart = timedelta(days=int(expression.amount))
    if anchor.spoken is not None:
        return from_spoken(anchor, on_day(anchor.spoken.first + apart))
    if anchor.day is None:
        return None
    day = anchor.day + apart
    edtf = f"[{day - timedelta(days=1)}..{day}]"
    reason = "it is quoted, and the day on which it was said is not told"
    return from_report(anchor, on_day(day), edtf=edtf, reason=reason)


def overnight(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The night that ended on the report's day: on that day or the one before."""
    del expression
    if anchor.day is None:
        return None
    before = anchor.day - timedelta(days=1)
    reason = "a night lies on two days"
    return from_report(anchor, on_day(before), edtf=f"[{before}..{anchor.day}]", reason=reason)


def units_from_report(expression: Expression, anchor: Anchor) -> Outcome | None:
    """So many weeks, months or years from the report's day, no more precise than their unit."""
    if anchor.day is None or expression.amount is None:
        return None
    return counted(expression, anchor, anchor.day)


def counted(expression: Expression, anchor: Anchor, start: date) -> Outcome | None:
    """Return what lies so many units from a day, no more precise than the unit."""
    amount = expression.amount or 0
    grain = expression.grain
    if grain in ("week", "fortnight"):
        middle = start + timedelta(days=round(amount * (14 if grain == "fortnight" else 7)))
        either = timedelta(days=7 if expression.mod in ABOUT else 3)
        edtf = f"[{middle - either}..{middle + either}]"
        timex = middle.isoformat() if abs(amount) <= 3 else None
        reason = f"weeks are counted to within {either.days} days"
        return from_report(anchor, Period.holding(middle, "week"), edtf=edtf, timex=timex, reason=reason)
    if grain in ("minute", "hour", "second"):
        return from_report(anchor, on_day(start), sure=False)
    if grain in ("decade", "century"):
        year = start.year + round(amount * (10 if grain == "decade" else 100))
        about = 2 if grain == "decade" else 20
        edtf = f"[{year - about:04d}..{year + about:04d}]"
        return from_report(
            anchor, Period("year", date(year, 1, 1)), edtf=edtf, reason=f"a {grain} is a round number"
        )
    months = _COUNTED_MONTHS.get(grain)
    if months is None:
        return None
    fine = amount != int(amount) and grain == "year"
    day = month_shifted(start, round(amount * months))
    period = Period.holding(day, "month" if fine else grain)  # type: ignore[arg-type]
    if expression.mod in ABOUT:
        edtf = f"[{period.shifted(-1).first}..{period.shifted(1).last}]"
        return from_report(anchor, period, edtf=edtf, reason=ROUND)
    return from_report(anchor, period)


def span_to_report(expression: Expression, anchor: Anchor) -> Outcome | None:
    """So many days, weeks, months or years up to the report's day, or from it on ("the past two months")."""
    here, amount = anchor.day, expression.amount
    if here is None or amount is None or expression.grain not in _DAYS | _COUNTED_MONTHS:
        return None
    signed = amount * (expression.toward or 0)
    if expression.grain in _DAYS:
        other = here + timedelta(days=round(signed * _DAYS[expression.grain]))
    else:
        other = month_shifted(here, round(signed * _COUNTED_MONTHS[expression.grain]))
    first, last = min(here, other), max(here, other)
    return from_report(anchor, on_day(here), edtf=f"{first}/{last}", timex=expression.value)


def unit_of_report(expression: Expression, anchor: Anchor) -> Outcome | None:
    """This, last or next week, month, year, counted from the one that holds the report's day."""
    if anchor.day is None:
        return None
    grain: Grain = expression.grain  # type: ignore[assignment]
    here = Period.holding(anchor.day, grain)
    period = here.shifted(expression.toward or 0)
    if expression.kind == "the-unit" and grain == "week":  # the one at hand, or the one that is over
        return from_report(anchor, here, timex=f"{anchor.day.isocalendar().year:04d}-WXX", sure=False)
    edtf = None
    if expression.toward == 0 and expression.mod == "BEFORE" and grain != "day":
        edtf = _between(period.first, anchor.day)
    if expression.toward == 0 and expression.mod == "AFTER" and grain != "day":
        edtf = _between(anchor.day, period.last)
    if grain == "week" and anchor.day.weekday() == 6 and (expression.toward or 0) < 1:
        last = anchor.day - timedelta(days=1) if expression.toward == -1 else anchor.day + timedelta(days=6)
        reason = "on a Sunday it may be the week that ends or the one that begins"
        return from_report(anchor, period, edtf=_between(period.first, last), reason=reason)
    return from_report(anchor, period, edtf=edtf)


def unit_up_to_report(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The week, month or year that ends with the report's day ("the past week").

    Its TIMEX3 value is the one before the report's own, as corpora have it; its day is what the words say.
    """
    told, before = unit_of_report(expression, anchor), span_to_report(expression, anchor)
    return told if told is None or before is None else replace(told, edtf=before.edtf, reason=None)


def _between(first: date, last: date) -> str:
    return f"[{first}..{last}]" if first < last else first.isoformat()


def weekend_of_report(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The last weekend by the report's day (toward -1), or the next (1), counting one that it lies in."""
    if anchor.day is None:
        return None
    here = Period.holding(anchor.day, "weekend")
    within = anchor.day >= here.first
    shift = 0 if within or expression.toward == 1 else -1
    return from_report(anchor, here.shifted(shift))
