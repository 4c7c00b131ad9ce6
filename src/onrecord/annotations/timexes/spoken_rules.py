"""Rules that count from what was spoken of last: "the next day", "a year earlier", "the quarter"."""

from dataclasses import replace
from datetime import timedelta

from onrecord.annotations.timexes.anchor import Anchor, Outcome, from_report, from_spoken, on_day
from onrecord.annotations.timexes.counted_rules import ABOUT, ROUND, counted
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.period import Grain, Period, month_shifted, season_of


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
        return from_spoken(anchor, season_of(anchor.spoken.first.year, expression.season or "SU"))
    grain: Grain = "day" if expression.grain in ("hour", "minute", "second") else expression.grain  # type: ignore[assignment]
    start = anchor.spoken.last if shift > 0 and anchor.spoken.grain == "day" else anchor.spoken.first
    return from_spoken(anchor, Period.holding(start, grain).shifted(shift))


def units_from_last_spoken(expression: Expression, anchor: Anchor) -> Outcome | None:
    """So many days, weeks, months or years from the last stretch spoken of ("a year earlier")."""
    spoken, amount = anchor.spoken, expression.amount
    if spoken is None or amount is None:
        return None
    if expression.grain == "day":
        return _days_from(spoken, expression, anchor) if spoken.grain == "day" else None
    if expression.grain == "year" and spoken.grain in ("quarter", "half", "month", "season", "year"):
        month = month_shifted(spoken.first, round(12 * amount))
        return from_spoken(anchor, Period(spoken.grain, month))
    found = counted(expression, Anchor(day=spoken.first), spoken.first)
    if found is None:
        return None
    return Outcome(
        period=found.period, edtf=found.edtf, reason=found.reason, counted_from=spoken.edtf, sure=found.sure
    )


def _days_from(spoken: Period, expression: Expression, anchor: Anchor) -> Outcome:
    day = spoken.first + timedelta(days=int(expression.amount or 0))
    found = from_spoken(anchor, on_day(day))
    if expression.mod not in ABOUT:
        return found
    return replace(found, edtf=f"[{day - timedelta(days=1)}..{day + timedelta(days=1)}]", reason=ROUND)


def last_spoken_quarter(expression: Expression, anchor: Anchor) -> Outcome | None:
    """The quarter spoken of last ("the quarter", "the latest period"); else a guess, kept from the record."""
    if anchor.spoken is not None:
        found = from_spoken(anchor, anchor.spoken)
    elif anchor.day is not None:
        guess = Period.holding(anchor.day, "quarter").shifted(-1)
        found = from_report(anchor, guess, timex=f"{guess.first.year:04d}-QX", sure=False)
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
    return None if anchor.day is None else Outcome(period=on_day(anchor.day), sure=False)
