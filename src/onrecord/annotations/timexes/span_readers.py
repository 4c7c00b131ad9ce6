"""Readers of longer stretches: months, years, quarters, seasons, "last week"."""

from onrecord.annotations.timexes.around import time_words
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.length_readers import duration_value
from onrecord.annotations.timexes.words import Captured, value_of


def read_month(words: Captured) -> Expression:
    """Return what a month says."""
    return Expression(
        kind="month",
        grain="month",
        month=words["mon"].value,
        year=value_of(words, "year"),
        toward=value_of(words, "dir"),
        year_toward=value_of(words, "ydir"),
    )


def read_year(words: Captured) -> Expression | None:
    """Return what a year says."""
    if "short" in words:
        return Expression(kind="short-year", grain="year", year=words["short"].value)
    year = words["year"].value
    return Expression(kind="year", grain="year", year=int(year)) if 1000 <= year < 2200 else None


def read_decade(words: Captured) -> Expression:
    """Return what a decade says."""
    decade = words["decade"].value
    return Expression(kind="decade" if decade >= 1000 else "short-decade", grain="decade", year=decade)


def read_century(words: Captured) -> Expression | None:
    """Return what a century says."""
    order = words["order"].value
    return Expression(kind="century", grain="century", year=(order - 1) * 100) if 2 <= order <= 22 else None


def read_quarter(words: Captured) -> Expression | None:
    """Return what a quarter or half of a year says."""
    grain = "half" if "half" in words else "quarter"
    order = value_of(words, "order") if "order" in words else 2
    order = {"second": 2, -1: 2}.get(order, order)
    if not 1 <= order <= (2 if grain == "half" else 4):
        return None
    year = value_of(words, "year", "year2")
    if "decade" in words:
        return Expression(kind="short-decade", grain="decade", year=words["decade"].value)
    kind = "quarter-ago" if "qago" in words else "quarter"
    return Expression(kind=kind, grain=grain, order=order, year=year, year_toward=value_of(words, "ydir"))


def read_season(words: Captured) -> Expression:
    """Return what a season says."""
    if "baseseason" in words:
        return Expression(kind="season", grain="season", season=words["baseseason"].value)
    return Expression(
        kind="season",
        grain="season",
        season=words["season"].value,
        year=value_of(words, "year"),
        toward=value_of(words, "dir", "disc"),
    )


def read_unit(words: Captured) -> Expression | None:
    """Return what "last week", "this year", "the weekend" say."""
    if "season" in words:
        return read_season(words)
    if "weekon" in words:
        return Expression(kind="weekday-a-week-on", weekday=words["wd"].value)
    if "wd" in words:
        return Expression(kind="weekday-of-week", weekday=words["wd"].value, toward=words["wdir"].value)
    if "yearend" in words:
        return Expression(kind="year-end", grain="year", toward=0, mod="END")
    if "theweekend" in words:
        return Expression(kind="weekend", grain="weekend")
    if "thepart" in words:
        return Expression(kind="the-part", toward=0, part=words["thepart"].value)
    if "part" in words:
        toward = words["dir"].value
        return Expression(kind="offset", amount=toward) if toward < 1 else None
    if "theunit" in words and "ended" in words:
        return Expression(kind="duration", grain="year", value="P1Y")
    if "theunit" in words:
        return Expression(kind="the-unit", grain=words["theunit"].value)
    grain = words["unit"].value if "unit" in words else words["unitend"].value
    if "dir" in words and words["dir"].low == "coming" and "edgeof" not in words:
        return Expression(kind="span", grain=grain, amount=1, toward=1, value=duration_value(grain, 1))
    past = "dir" in words and words["dir"].low in time_words("span_readers.past")
    if past and grain in ("decade", "century"):
        return Expression(kind="span", grain=grain, amount=1, toward=-1, value=duration_value(grain, 1))
    if past and words["dir"].low in time_words("span_readers.up_to_now") and "edgeof" not in words:
        return Expression(kind="unit", grain=grain, amount=1, toward=-1)  # "the past week" ends now
    if grain == "day" and "cmp" in words:
        return Expression(kind="clock")  # "later in the day"
    if grain in ("minute", "hour", "second", "day"):
        return None
    mod = "END" if "unitend" in words else None
    return Expression(kind="unit", grain=grain, toward=value_of(words, "dir") or 0, mod=mod)


def read_period(words: Captured) -> Expression:
    """Return what "the quarter", "the year-earlier period" say."""
    kind = "period-ago" if "ago" in words else "period"
    return Expression(kind=kind, grain="quarter", year=value_of(words, "yr"))
