"""What a rule is given and what it gives: the anchor and the outcome."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.period import Period


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


Rule = Callable[[Expression, Anchor], Outcome | None]


def from_report(anchor: Anchor, period: Period, **more: str | bool | None) -> Outcome:
    """Return a period counted from the report's own day."""
    return Outcome(period=period, counted_from=anchor.day.isoformat() if anchor.day else None, **more)  # type: ignore[arg-type]


def from_spoken(anchor: Anchor, period: Period) -> Outcome:
    """Return a period counted from the last stretch spoken of."""
    return Outcome(period=period, counted_from=anchor.spoken.edtf if anchor.spoken else None)


def on_day(day: date) -> Period:
    """Return one day as a period."""
    return Period("day", day)
