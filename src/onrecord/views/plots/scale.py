"""Numbers and days in, places on paper out: scales with round steps and days that can be read."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from onrecord.views.days import MONTHS

STEPS: Final = (1, 2, 2.5, 5, 10)
MARKS: Final = 4
"""About how many numbers stand at an axis: a small chart has room for no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A place on an axis, with its words."""

    at: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Numbers from `low` to `high` laid on paper from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a number stands; what lies beyond stands at the end."""
        if self.high <= self.low:
            return (self.start + self.end) / 2
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def number_ticks(values: Iterable[float]) -> tuple[float, ...]:
    """Return round numbers, the first not above and the last not below all values.

    They begin at zero where the values don't all lie far from it, so that a small change looks small.
    """
    given = [value for value in values if math.isfinite(value)]
    low, high = min(given, default=0.0), max(given, default=1.0)
    if (low >= 0 and (high - low) > 0.2 * high) or low == high:
        low = min(low, 0.0)
    if high <= low:
        high = low + 1
    whole = all(value == int(value) for value in given)
    step = _step(max((high - low) / MARKS, 1.0 if whole else 1e-9))
    first, last = math.floor(low / step), math.ceil(high / step)
    return tuple(number * step for number in range(first, last + 1))


def _step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next(each * power for each in STEPS if each * power >= least * 0.999)


def number_words(value: float) -> str:
    """Return a number at an axis: short, as a person writes it."""
    for power, word in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= power:
            return f"{value / power:g} {word}"
    return f"{value:,.0f}" if abs(value) >= 10 or value == int(value) else f"{value:g}"


def day_ticks(first: date, last: date, scale: Scale) -> tuple[Tick, ...]:
    """Return the first day, the last, and days of equal distance between them, as far as there is room."""
    span = (last - first).days
    parts = min(span, 3) if span else 0
    days = sorted(
        {first + timedelta(days=round(span * part / parts)) for part in range(parts + 1)}
        if parts
        else {first}
    )
    years = first.year != last.year
    return tuple(Tick(at=scale.at(day.toordinal()), words=short_day(day, year=years)) for day in days)


def short_day(day: date, *, year: bool) -> str:
    """Return a day at an axis."""
    words = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return f"{words} {day.year}" if year else words
