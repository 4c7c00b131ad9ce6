"""EDTF text in, days as precise as they are known out.

The subset of EDTF (ISO 8601-2:2019) that news needs: a year, month, day or minute; a decade (`197X`);
a season or quarter (`2025-21` to `2025-36`); lasting from a to b (`a/b`, `a/..`); one day between
(`[a..b]`, `[a..]`); not after (`../b`, `[..b]`). Comparison goes by the earliest and latest day that a
value allows.
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
# Seasons 21-24 and quarters 33-36 of EDTF level 2, as (first month, months). Winter is taken as
# December of the year before to February, the way northern news writes "winter 2025".
_SPANS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (-1, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A day or stretch of days; `first` and `last` are None where that side is open."""

    edtf: str
    first: date | None
    last: date | None
    lasting: bool

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
        return not (
            (self.first is not None and other.last is not None and other.last < self.first)
            or (other.first is not None and self.last is not None and self.last < other.first)
        )

    def within(self, other: "PartialDate") -> bool:
        """Whether every day of this one lies in the other."""
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
    first, last = _point(text)
    return PartialDate(edtf=edtf, first=first, last=last, lasting=False)


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
