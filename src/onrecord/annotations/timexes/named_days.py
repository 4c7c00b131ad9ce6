"""Named days of a year: fixed ones, moving ones of the civil calendar, and those that hang on Easter.

The table of names is data; Easter comes from a library.
"""

import re
from datetime import date, timedelta

from dateutil.easter import easter


def named_day(code: str, year: int) -> date | None:
    """Return the day that a code of the table `named_day` stands for in a year; None for one it can't tell.

    Codes: "12-25"; "easter-2"; "11/3/4" the fourth Thursday of November (Monday is 0; -1 the last),
    with "+1" the day after it.
    """
    fixed = re.fullmatch(r"(\d\d)-(\d\d)", code)
    if fixed:
        return date(year, int(fixed[1]), int(fixed[2]))
    moving = re.fullmatch(r"easter([+-]\d+)", code)
    if moving:
        return easter(year) + timedelta(days=int(moving[1]))
    nth = re.fullmatch(r"(\d+)/(\d)/(-?\d)(\+\d)?", code)
    if nth:
        day = _nth(year, int(nth[1]), int(nth[2]), int(nth[3]))
        return day + timedelta(days=int(nth[4] or 0))
    return None


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-count - 1))
