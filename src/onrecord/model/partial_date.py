"""EDTF text in, days as precise as they are known out.

The subset of EDTF (ISO 8601-2:2019) that news needs: a year, month, day or minute; a decade (`197X`);
a season or quarter (`2025-21` to `2025-36`); a month or day whose year isn't known (`XXXX-07`,
`XXXX-07-07`); lasting from a to b (`a/b`, `a/..`); one day between (`[a..b]`, `[a..]`); not after
(`../b`, `[..b]`). Comparison goes by the earliest and latest day that a value allows, and by month and
day where the year is open.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_POINT = re.compile(
    r"(?P<year>\d{3}[\dX]|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:T(?P<hour>\d{2})(?::(?P<minute>\d{2})(?::\d{2})?)?(?P<zone>Z|[+-]\d{2}:\d{2})?)?)?)?[?~%]?",
    re.ASCII,
)
_YEARLY = re.compile(r"XXXX-(?P<month>\d{2})(?:-(?P<day>\d{2}))?[?~%]?", re.ASCII)
_LEAP = 2000  # a year that has every day of the calendar
_LEAPS_APART = 8  # years in which each day of the calendar comes at least once, 29 February too
# Seasons 21-24 and quarters 33-36 of EDTF level 2, as (first month, months). Winter is taken as
# December of the year before to February, the way northern news writes "winter 2025".
_SPANS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (-1, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Yearly:
    """A month, or a day of one, that comes every year."""

    month: int
    day: int | None = None

    def may_be(self, other: "Yearly") -> bool:
        """Whether some day is of both."""
        same = self.day is None or other.day is None or self.day == other.day
        return self.month == other.month and same

    def within(self, other: "Yearly") -> bool:
        """Whether every day of this one is of the other."""
        return self.month == other.month and other.day in (None, self.day)

    def comes_between(self, first: date, last: date) -> bool:
        """Whether it comes in a stretch of days."""
        years = range(first.year, min(last.year, first.year + _LEAPS_APART) + 1)
        return any(days is not None and days[0] <= last and first <= days[1] for days in map(self._of, years))

    def holds(self, first: date, last: date) -> bool:
        """Whether a stretch of days lies in it, of one year."""
        days = self._of(first.year)
        return days is not None and days[0] <= first and last <= days[1]

    def in_year(self, year: int) -> date | None:
        """Return the day in a year; None for a month, and where the year has no such day."""
        try:
            return None if self.day is None else date(year, self.month, self.day)
        except ValueError:
            return None

    def _of(self, year: int) -> tuple[date, date] | None:
        if self.day is None:
            return _months(year, self.month)
        day = self.in_year(year)
        return None if day is None else (day, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A day or stretch of days; `first` and `last` are None where that side is open.

    Both are None where only the year isn't known: `yearly` then holds the month and the day.
    """

    edtf: str
    first: date | None
    last: date | None
    lasting: bool
    yearly: Yearly | None = None

    @staticmethod
    def parse(edtf: str) -> "PartialDate":
        """Return the partial date that an EDTF text stands for.

        Raises:
            ValueError: The text is not in the subset that the module names.
        """
        return _parse(edtf)

    @staticmethod
    def of(day: date) -> "PartialDate":
        """Return one whole day."""
        return _parse(day.isoformat())

    @property
    def day(self) -> date | None:
        """The day, where the value is fixed to a single one."""
        return self.first if self.first is not None and self.first == self.last else None

    def may_be(self, other: "PartialDate") -> bool:
        """Whether some day lies in both."""
        if self.yearly is not None:
            return _may_be_of(self.yearly, other)
        if other.yearly is not None:
            return _may_be_of(other.yearly, self)
        return not (
            (self.first is not None and other.last is not None and other.last < self.first)
            or (other.first is not None and self.last is not None and self.last < other.first)
        )

    def within(self, other: "PartialDate") -> bool:
        """Whether every day of this one lies in the other."""
        if other.yearly is not None:
            if self.yearly is not None:
                return self.yearly.within(other.yearly)
            return (
                self.first is not None and self.last is not None and other.yearly.holds(self.first, self.last)
            )
        after = other.first is None or (self.first is not None and other.first <= self.first)
        before = other.last is None or (self.last is not None and self.last <= other.last)
        return after and before

    def sort_key(self) -> tuple[date, date, str]:
        """Return a key that orders by earliest day, then latest, then text."""
        return (self.first or date.min, self.last or date.max, self.edtf)


@lru_cache(maxsize=4096)
def _parse(edtf: str) -> PartialDate:
    text = edtf.strip()
    if text.startswith("[") and text.endswith("]") and ".." in text:
        left, right = text[1:-1].split("..", 1)
        return _between(edtf, left, right, lasting=False)
    if "/" in text:
        left, right = text.split("/", 1)
        left, right = left.replace("..", ""), right.replace("..", "")
        return _between(edtf, left, right, lasting=bool(left))
    yearly = _YEARLY.fullmatch(text)
    if yearly is not None:
        return PartialDate(edtf=edtf, first=None, last=None, lasting=False, yearly=_every_year(yearly))
    first, last = _point(text)
    return PartialDate(edtf=edtf, first=first, last=last, lasting=False)


def _may_be_of(yearly: Yearly, other: PartialDate) -> bool:
    """Whether a month or day of an open year may lie in a value: any year will do where that is open too."""
    if other.yearly is not None:
        return yearly.may_be(other.yearly)
    if other.first is None or other.last is None:
        return True
    return yearly.comes_between(other.first, other.last)


def _every_year(match: re.Match[str]) -> Yearly:
    month, day = int(match["month"]), int(match["day"]) if match["day"] else None
    date(_LEAP, month, day or 1)  # refuses what no calendar has
    return Yearly(month=month, day=day)


def _between(edtf: str, left: str, right: str, *, lasting: bool) -> PartialDate:
    if not left and not right:
        raise ValueError(f"not a date with a beginning or an end: {edtf!r}")
    first = _point(left)[0] if left else None
    last = _point(right)[1] if right else None
    if first is not None and last is not None and last < first:
        raise ValueError(f"ends before it begins: {edtf!r}")
    return PartialDate(edtf=edtf, first=first, last=last, lasting=lasting)


def _point(text: str) -> tuple[date, date]:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"not an EDTF date of the supported kind: {text!r}")
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year:
        if month:
            raise ValueError(f"a month in an unknown year: {text!r}")
        return date(int(year.replace("X", "0")) or 1, 1, 1), date(int(year.replace("X", "9")), 12, 31)
    if not month:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    if day:
        whole = date(int(year), int(month), int(day))
        return whole, whole
    return _months(int(year), int(month))


def _months(year: int, month: int) -> tuple[date, date]:
    start, count = _SPANS.get(month, (month, 1))
    if start < 1:
        year, start = year - 1, start + 13
    first = date(year, start, 1)
    end_year, end_month = divmod(year * 12 + start - 1 + count - 1, 12)
    return first, date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1])


def days_between(first: date, second: date) -> int:
    """Return how many days lie from the first to the second; negative if it is earlier."""
    return (second - first) // timedelta(days=1)
