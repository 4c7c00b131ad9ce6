"""Readers of days: weekdays, dates, "today", named days, times of day, "the next day"."""

from datetime import date

from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.words import Captured, value_of


def read_weekday(words: Captured) -> Expression:
    """Return what a weekday says, with "last", "next", "the following"."""
    if "thatwd" in words:
        return Expression(kind="weekday-spoken", weekday=words["thatwd"].value, toward=0)
    if "disc" in words:
        return Expression(kind="weekday-spoken", weekday=words["wd"].value, toward=words["disc"].value)
    return Expression(kind="weekday", weekday=words["wd"].value, toward=value_of(words, "dir"))


def read_date(words: Captured) -> Expression | None:
    """Return what a day of the month says; None where the calendar has no such day."""
    if "iso" in words:
        return _iso(words["iso"].value)
    if "slash" in words:
        return _slash(words["slash"].value)
    month, day, year = words["mon"].value, words["day"].value, value_of(words, "year")
    try:
        date(year or 2024, month, day)
    except (ValueError, TypeError):
        return None
    return Expression(
        kind="date",
        grain="week" if "weekof" in words else "day",
        year=year,
        month=month,
        day=day,
        weekday=value_of(words, "wd"),
        toward=value_of(words, "dir"),
        year_toward=value_of(words, "ydir"),
    )


def _iso(text: str) -> Expression | None:
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    clock = text[10:16].upper() or None
    return Expression(kind="date", year=day.year, month=day.month, day=day.day, clock=clock)


def _slash(text: str) -> Expression | None:
    """A number over 12 is the day; if either may be it, the order isn't known, nor is the day."""
    first, second, year = (int(part) for part in text.split("/"))
    if len(text.rsplit("/", 1)[1]) == 2:
        return None
    if first <= 12 and second <= 12 and first != second:
        return Expression(kind="unclear", value=f"{year:04d}-XX-XX")
    month, day = (first, second) if first <= 12 else (second, first)
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Expression(kind="date", year=year, month=month, day=day)


def read_deictic(words: Captured) -> Expression:
    """Return what "today", "tonight", "last night" say."""
    if "tonight" in words:
        return Expression(kind="offset", amount=0, part="NI")
    if "overnight" in words:
        return Expression(kind="overnight", part="NI")
    if "lastnight" in words:
        return Expression(kind="offset", amount=-1, part=words["part"].value)
    return Expression(kind="offset", amount=words["deictic"].value)


def read_spoken(words: Captured) -> Expression | None:
    """Return what "the next day", "that evening" say."""
    if "that" in words:
        toward = 0
    elif "nextday" in words:
        if "unit" in words and words["unit"].value != "day":
            return None
        toward = 1
    else:
        toward = words["disc"].value
    grain = words["unit"].value if "unit" in words else "season" if "season" in words else "day"
    return Expression(kind="spoken", grain=grain, toward=toward, season=value_of(words, "season"))


def read_clock(words: Captured) -> Expression | None:
    """Return what a time of day says."""
    if "hour" not in words:
        return Expression(kind="clock")
    hour = words["hour"].value
    if hour != int(hour) or not 1 <= hour <= 12:
        return None
    hour = int(hour) % 12 + (0 if words["part"].value == "MO" else 12)
    return Expression(kind="clock", clock=f"T{hour:02d}:00")


def read_named(words: Captured) -> Expression | None:
    """Return what a named day says; None where it is printed as other words or has no rule."""
    code: str = words["named"].value
    if code[:4].isdigit():
        return _iso(code)
    if not words["named"].capital or not code:
        return None
    return Expression(
        kind="named",
        named=words["named"].value,
        year=value_of(words, "year"),
        toward=value_of(words, "dir"),
        year_toward=value_of(words, "ydir"),
    )
