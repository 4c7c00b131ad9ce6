"""Printed dates in, days out: the date lines and datelines of English news, and ISO dates.

A day is read only where it is printed whole or where its weekday fixes its year; nothing is taken from
the clock. A date whose order of day and month can't be told (`3/4/2026`) is not read.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final, cast

from onrecord.model.when import Weekday, When

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS: Final[tuple[Weekday, ...]] = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
IMPOSSIBLE: Final = "weekday-contradicts-date"
# Hours from UTC. Left out are names that stand for several zones, such as IST.
ZONES: Final = {
    "GMT": 0, "UTC": 0, "Z": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip

_MONTH = (
    r"(?P<{0}>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_WEEKDAY = (
    r"(?P<weekday>mon(?:day|\.)?|tue(?:s(?:day|\.)?|\.)?|wed(?:nesday|\.)?|thu(?:r(?:s(?:day|\.)?|\.)?|\.)?"
    r"|fri(?:day|\.)?|sat(?:urday|\.)?|sun(?:day|\.)?)"
)
_ISO = (
    r"(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)"
    r"(?:[T ](?P<h1>\d\d):(?P<n1>\d\d)(?::\d\d(?:[.,]\d+)?)?\s?(?P<z1>Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
)
_DATE: Final = (
    rf"(?:{_WEEKDAY}[\s,]{{1,2}}\s?(?:the\s)?)?(?:"
    rf"{_MONTH.format('m2')}\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s?(?P<y2>(?:19|20)\d\d)(?!\d))?"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?[\s-]{_MONTH.format('m3')}(?![a-z])(?:,?[\s-](?P<y3>(?:19|20)\d\d)(?!\d))?"
    rf"|{_ISO}"
    r"|(?P<y4>(?:19|20)\d\d)/(?P<m4>\d\d)/(?P<d4>\d\d)(?!\d)"
    r"|(?P<a5>\d{1,2})[/.](?P<b5>\d{1,2})[/.](?P<y5>(?:19|20)\d\d)(?!\d)"
    r")"
)
_TIME: Final = (
    r"(?:at\s)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::\d\d)?\s?(?P<half>[apAP]\.?[mM]\.?)?(?![\w:])"
    r"(?:\s?\(?(?P<zone>[A-Z]{2,4}|[+-]\d\d:?\d\d)\b\)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDay:
    """A date as printed, at `[start, end)` of the text it was found in.

    `minute` counts from midnight in the zone, `offset` is that zone in minutes from UTC; both None if
    not printed or not known.
    """

    start: int
    end: int
    printed: str
    year: int | None
    month: int
    day: int
    weekday: Weekday | None = None
    minute: int | None = None
    offset: int | None = None

    @property
    def date(self) -> date | None:
        """The day, where the year is printed."""
        return None if self.year is None else date(self.year, self.month, self.day)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    day = re.compile(rf"(?<![\w/.-]){_DATE}", re.IGNORECASE)
    return day, re.compile(_TIME)


def find_day(text: str, start: int = 0, end: int | None = None) -> PrintedDay | None:
    """Return the first date printed in a stretch of text, without its time of day."""
    for match in _patterns()[0].finditer(text, start, len(text) if end is None else end):
        if found := _printed(match):
            return found
    return None


def day_at(text: str, start: int) -> PrintedDay | None:
    """Return the date that begins at a place."""
    match = _patterns()[0].match(text, start)
    return _printed(match) if match else None


def time_at(text: str, start: int) -> tuple[int, int | None, int] | None:
    """Return minutes from midnight, the zone's offset and the end of the time of day printed at a place."""
    match = _patterns()[1].match(text, start)
    if match is None or not (match["minute"] or match["half"]):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    if hour > 23 or minute > 59:
        return None
    zone = match["zone"]
    known = zone is not None and offset_of(zone) is not None
    unknown_word = (
        zone is not None and not known and zone not in {"ET", "CT", "MT", "PT", "IST", "CST", "AST", "SGT"}
    )
    end = match.start("zone") if unknown_word else match.end()
    return hour * 60 + minute, offset_of(zone) if zone else None, end


def offset_of(zone: str) -> int | None:
    """Return a zone's minutes from UTC; None for a name that is unknown or stands for several."""
    if zone.upper() in ZONES:
        return ZONES[zone.upper()] * 60
    match = re.fullmatch(r"([+-])(\d\d):?(\d\d)", zone)
    if match is None or int(match[2]) > 15:
        return None
    return (int(match[2]) * 60 + int(match[3])) * (-1 if match[1] == "-" else 1)


def _printed(match: re.Match[str]) -> PrintedDay | None:
    found = _numbers(match)
    if found is None:
        return None
    year, month, day = found
    if not _is_day(2024 if year is None else year, month, day):
        return None
    return PrintedDay(
        start=match.start(), end=match.end(), printed=match[0], year=year, month=month, day=day,
        weekday=_weekday(match["weekday"]), minute=_minute(match["h1"], match["n1"]),
        offset=offset_of(match["z1"]) if match["z1"] else None,
    )  # fmt: skip


def _minute(hour: str | None, minute: str | None) -> int | None:
    if hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
        return None
    return int(hour) * 60 + int(minute)


def _numbers(match: re.Match[str]) -> tuple[int | None, int, int] | None:
    for kind in "23":
        if name := match[f"m{kind}"]:
            year = match[f"y{kind}"]
            month = MONTHS.index(name[:3].lower()) + 1
            return int(year) if year else None, month, int(match[f"d{kind}"])
    for kind in "14":
        if match[f"y{kind}"]:
            return int(match[f"y{kind}"]), int(match[f"m{kind}"]), int(match[f"d{kind}"])
    return _in_either_order(int(match["a5"]), int(match["b5"]), int(match["y5"]), _weekday(match["weekday"]))


def _in_either_order(
    first: int, second: int, year: int, weekday: Weekday | None
) -> tuple[int, int, int] | None:
    """Return `3/14/2026` or `14/3/2026`; None where both orders make a day that fits."""
    orders = {(month, day) for month, day in ((first, second), (second, first)) if _is_day(year, month, day)}
    if len(orders) > 1 and weekday is not None:
        orders = {(month, day) for month, day in orders if _fits(weekday, month, day, year)}
    return (year, *orders.pop()) if len(orders) == 1 else None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _weekday(word: str | None) -> Weekday | None:
    if not word:
        return None
    return next(day for day in WEEKDAYS if day.lower().startswith(word[:3].lower()))


def when_of(found: PrintedDay, *, reason: str | None = None, near: Iterable[int] = ()) -> When:
    """Return the day that a printed date states, infers or leaves open.

    Args:
        found: The date as printed.
        reason: Where it stood, for the record.
        near: Years in which a date without a year may lie; used only if a weekday is printed and fits
            exactly one of them.
    """
    if found.date is not None:
        return _stated(found, found.date, reason)
    years = [year for year in near if _fits(found.weekday, found.month, found.day, year)]
    named = f"{found.day} {MONTHS[found.month - 1].title()}"
    if found.weekday is not None and len(years) == 1:
        day = date(years[0], found.month, found.day)
        why = f"{named} was a {found.weekday} in {years[0]}, and in no other year that it can be of"
        return When(
            edtf=day.isoformat(),
            basis="inferred",
            printed=found.printed,
            rule="weekday-and-day-fix-the-year",
            reason=why,
            weekday=found.weekday,
        )
    why = "no year is printed, and nothing in the report fixes it"
    return When(edtf=None, basis="open", printed=found.printed, reason=why, weekday=found.weekday)


def _stated(found: PrintedDay, day: date, reason: str | None) -> When:
    weekday = found.weekday
    if weekday is not None and WEEKDAYS[day.weekday()] != weekday:
        why = f"{day.isoformat()} was a {WEEKDAYS[day.weekday()]}, and {weekday} is printed"
        return When(
            edtf=None, basis="open", printed=found.printed, rule=IMPOSSIBLE, reason=why, weekday=weekday
        )
    edtf, zone = day.isoformat(), None
    if found.minute is not None and found.offset is not None:
        moment = datetime(day.year, day.month, day.day, found.minute // 60, found.minute % 60)
        edtf = _in_utc(moment.replace(tzinfo=timezone(timedelta(minutes=found.offset))))
        zone = _zone_words(found.offset)
    return When(
        edtf=edtf, basis="stated", printed=found.printed, reason=reason, weekday=weekday, zone=zone
    )  # fmt: skip


def _in_utc(moment: datetime) -> str:
    try:
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    except OverflowError:
        return moment.date().isoformat()


def _zone_words(offset: int) -> str:
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"


def fits_year(when: When, year: int) -> bool:
    """Whether the weekday, month and day that an open day prints can be of a year.

    False too where it prints no weekday: any year would do, so none is told.
    """
    found = find_day(when.printed or "")
    return found is not None and _fits(found.weekday, found.month, found.day, year)


def _fits(weekday: Weekday | None, month: int, day: int, year: int) -> bool:
    if weekday is None:
        return False
    try:
        return WEEKDAYS[date(year, month, day).weekday()] == weekday
    except ValueError:
        return False


def year_of(when: When, year: int) -> str | None:
    """Return the EDTF day of an open day in a year that it fits; None if it doesn't."""
    if not fits_year(when, year):
        return None
    found = cast("PrintedDay", find_day(when.printed or ""))
    return date(year, found.month, found.day).isoformat()
