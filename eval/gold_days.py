"""EDTF in, first and last possible day out; whether two dates agree.

The forms are those of the record: a day, month, season or year, `a/b`, `[a..b]`, with an open end on either
side. A season is of the northern half of the world, and winter is called after the year that it begins in.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

Bounds = tuple[date, date]
WINTER: Final = 24
SEASONS: Final = {21: 3, 22: 6, 23: 9, WINTER: 12}
"""EDTF's numbers for spring to winter, each with its first month."""


def bounds(edtf: str | None) -> Bounds:
    """Return the first and the last day that a date allows; the whole calendar where it is open."""
    if not edtf or edtf.startswith("XXXX"):  # a month and day of a year that isn't known fix no day
        return date.min, date.max
    plain = edtf.strip("[]")
    first, _, last = plain.partition("/") if "/" in plain else _split_range(plain)
    return _first(first), _last(last or first)


def is_fixed(edtf: str | None) -> bool:
    """Whether a date has both a beginning and an end."""
    low, high = bounds(edtf)
    return low != date.min and high != date.max


def days_agree(gold: str | None, predicted: str | None) -> bool:
    """Whether two dates agree: the same, both without a fixed day, or one within the other's bounds.

    An open gold date does not agree with a fixed day: it was not to be had from the reports.
    """
    if not is_fixed(gold) and not is_fixed(predicted):
        return True
    if not gold or not predicted:
        return False
    (gold_low, gold_high), (low, high) = bounds(gold), bounds(predicted)
    return (gold_low <= low and high <= gold_high) or (low <= gold_low and gold_high <= high)


def same_day(gold: str | None, predicted: str | None) -> bool:
    """Whether two dates allow exactly the same days."""
    return bounds(gold) == bounds(predicted)


def local_day(when: Mapping[str, Any]) -> str:
    """Return a record's date; of a minute, the day that it was where it was printed.

    Half past midnight at +02:00 is the day before in the record's own time.
    """
    edtf, zone = str(when["edtf"]), when.get("zone")
    if "T" not in edtf or not zone:
        return edtf
    try:
        there = datetime.fromisoformat(f"2000-01-01T00:00{zone}").tzinfo
        return datetime.fromisoformat(edtf).astimezone(there).date().isoformat()
    except ValueError:  # a zone that is no distance from Greenwich
        return edtf


def _split_range(text: str) -> tuple[str, str, str]:
    """Return the two ends of `a..b`; a date that is no range is its own end."""
    first, dots, last = text.partition("..")
    return (first or "..", "..", last or "..") if dots else (text, "", text)


def _first(text: str) -> date:
    """Return the first day of a year, month or day."""
    if text in {"", ".."}:
        return date.min
    parts = [int(part) for part in text[:10].split("-")]
    year, month, day = [*parts, 1, 1][:3]
    return date(year, SEASONS.get(month, month), day)


def _last(text: str) -> date:
    """Return the last day of a year, month or day."""
    if text in {"", ".."}:
        return date.max
    parts = [int(part) for part in text[:10].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    if month in SEASONS:
        year, month = year + (month == WINTER), (SEASONS[month] + 1) % 12 + 1
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])
