"""A stretch of the calendar: a day, week, month, quarter, season, year … as TIMEX3 and as EDTF.

Pure arithmetic: the period that holds a day, the one so many before or after it, and its two written
forms. Weeks are those of ISO 8601; a season begins with its month (March, June, September, December).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Grain = Literal["day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"]

_MONTHS: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_SEASONS = ("SP", "SU", "FA", "WI")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of one grain, named by its first day."""

    grain: Grain
    first: date

    @staticmethod
    def holding(day: date, grain: Grain) -> "Period":
        """Return the period of a grain that a day lies in; for a weekend, that of the day's week.

        Raises:
            ValueError: The grain is none of the calendar's (an hour).
        """
        if grain == "day":
            return Period(grain, day)
        if grain in ("week", "weekend"):
            monday = day - timedelta(days=day.weekday())
            return Period(grain, monday + timedelta(days=5 if grain == "weekend" else 0))
        if grain == "season":
            start = (day.month // 3) * 3
            return Period(grain, date(day.year, start, 1) if start else date(day.year - 1, 12, 1))
        if grain not in _MONTHS:
            raise ValueError(f"no stretch of the calendar: {grain!r}")
        size = _MONTHS[grain]
        months = (day.year * 12 + day.month - 1) // size * size
        return Period(grain, _month_start(months))

    def shifted(self, count: int) -> "Period":
        """Return the period so many of its own grain later.

        Raises:
            OverflowError: The calendar doesn't reach so far.
        """
        if self.grain == "day":
            return Period(self.grain, self.first + timedelta(days=count))
        if self.grain in ("week", "weekend"):
            return Period(self.grain, self.first + timedelta(weeks=count))
        size = 3 if self.grain == "season" else _MONTHS[self.grain]
        return Period(self.grain, _month_start(self.first.year * 12 + self.first.month - 1 + size * count))

    @property
    def last(self) -> date:
        """The last day."""
        if self.grain == "day":
            return self.first
        if self.grain in ("week", "weekend"):
            return self.first + timedelta(days=1 if self.grain == "weekend" else 6)
        return self.shifted(1).first - timedelta(days=1)

    @property
    def timex(self) -> str:
        """TIMEX3 value."""
        year = f"{self.first.year:04d}"
        if self.grain in ("week", "weekend"):
            iso = self.first.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if self.grain == "weekend" else "")
        if self.grain == "season":
            season = _SEASONS[self.first.month // 3 - 1]
            return f"{self.first.year + (season == 'WI'):04d}-{season}"
        by_grain = {
            "day": self.first.isoformat(),
            "month": year + f"-{self.first.month:02d}",
            "quarter": year + f"-Q{(self.first.month + 2) // 3}",
            "half": year + f"-H{(self.first.month + 5) // 6}",
            "year": year,
            "decade": year[:3],
            "century": year[:2],
        }
        return by_grain[self.grain]

    @property
    def edtf(self) -> str:
        """EDTF; what it has no form for (weeks, halves) as one day between two."""
        year = f"{self.first.year:04d}"
        if self.grain in ("week", "weekend"):
            return f"[{self.first}..{self.last}]"
        if self.grain == "half":
            return f"[{year}-{self.first.month:02d}..{self.last.year:04d}-{self.last.month:02d}]"
        if self.grain == "season":
            number = 21 + self.first.month // 3 - 1
            return f"{self.first.year + (number == 24):04d}-{number}"
        if self.grain == "quarter":
            return f"{year}-{33 + self.first.month // 3}"
        return {"decade": year[:3] + "X", "century": year[:2] + "XX"}.get(self.grain, self.timex)


def season_of(year: int, season: str) -> Period:
    """Return a season of a year; winter is the one that ends in it."""
    return Period(
        "season", date(year - 1, 12, 1) if season == "WI" else date(year, _SEASONS.index(season) * 3 + 3, 1)
    )


def month_shifted(day: date, months: int) -> date:
    """Return the day so many months later, or the last of that month where it has no such day."""
    start = _month_start(day.year * 12 + day.month - 1 + months)
    return start.replace(day=min(day.day, monthrange(start.year, start.month)[1]))


def _month_start(months: int) -> date:
    year, month = divmod(months, 12)
    if not 1 <= year <= 9998:
        raise OverflowError(f"the calendar has no year {year}")
    return date(year, month + 1, 1)
