"""A `When` in, a day in words out, with how far it is known.

Every face says a day in the same words. A day that is inferred, bounded or open says so in its words, not
in its colour alone. The year is left out where it is the year of the record.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from onrecord.model.when import When
from onrecord.views.harmless import one_line

Look = Literal["stated", "resolved", "inferred", "bounded", "open", "unknown"]

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_SEASONS: Final = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_POINT: Final = re.compile(
    r"(?P<year>\d{2}[\dX]{2}|XXXX(?=-\d))(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:T(?P<time>\d{2}(?::\d{2})?))?)?)?"
)
_MODS: Final = {
    "about": "about {}", "before": "before {}", "after": "after {}", "start": "early {}", "mid": "mid-{}",
    "end": "late {}",
}  # fmt: skip
_OPEN_YEAR: Final = "XXXX"
UNKNOWN: Final = "day not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as it is shown: its words, how far it is known, its EDTF, and how it came to be known."""

    words: str
    look: Look
    edtf: str | None = None
    how: str = ""

    @property
    def sure(self) -> bool:
        """Whether the day was printed, or counted from the report's own day by a rule."""
        return self.look in ("stated", "resolved")


@lru_cache(maxsize=2048)  # lines and evidence of one report or event show one day again and again
def day_of(when: When | None, year: int | None = None) -> Day:
    """Return a day in words; `year` is the one that goes without saying."""
    if when is None:
        return Day(words=UNKNOWN, look="unknown")
    if when.edtf is None:
        return Day(words=_open(when), look="open", how=how_known(when))
    words = _modified(edtf_words(when.edtf, year), when)
    if when.basis == "inferred":
        words += " (inferred)"
    elif when.basis == "open" and not when.edtf.startswith(_OPEN_YEAR):
        words += " (day open)"
    return Day(words=words, look=_look(when), edtf=when.edtf, how=how_known(when))


def _look(when: When) -> Look:
    """Return how far a day is known: one of which only limits are known is bounded, however it was found."""
    sure = when.basis in ("stated", "resolved")
    limited = (when.edtf or "").startswith(("[", "..")) or when.mod in ("before", "after", "about")
    return "bounded" if sure and limited else when.basis


def _open(when: When) -> str:
    """Return the words of a day that can't be fixed: its weekday, else what is printed."""
    dated = any(each.isdigit() for each in when.printed or "")
    if when.weekday is not None and not dated:
        return f"on a {when.weekday} (day open)"
    return f"“{one_line(when.printed)}” (day open)" if when.printed else UNKNOWN


def _modified(words: str, when: When) -> str:
    if when.mod is None or words.startswith(("not ", "between ")):
        return words
    if when.mod in ("start", "mid", "end") and words[:1].isdigit() and not words.isdigit():
        part = {"start": "early on", "mid": "in the middle of", "end": "late on"}[when.mod]
        return f"{part} {words}"
    return _MODS[when.mod].format(words)


def how_known(when: When) -> str:
    """Return how a day came to be known: what is printed, the rule, what it counts from, the reason."""
    parts = []
    if when.printed:
        parts.append(f"printed “{one_line(when.printed)}”")
    if when.rule:
        parts.append(f"rule {when.rule}" + (f", counted from {when.anchor}" if when.anchor else ""))
    if when.reason:
        parts.append(one_line(when.reason))
    if when.zone:
        parts.append(f"zone {when.zone}")
    return "; ".join(parts) or f"{when.basis}"


def edtf_words(edtf: str, year: int | None = None) -> str:
    """Return an EDTF value in words."""
    bare = edtf.strip()
    if bare.startswith("[") and ".." in bare:
        left, right = bare.strip("[]").split("..", 1)
        return _between(left, right, year, lasting=False)
    if "/" in bare:
        left, right = (side.replace("..", "") for side in bare.split("/", 1))
        return _between(left, right, year, lasting=bool(left))
    return _point(bare, year)


def _between(left: str, right: str, year: int | None, *, lasting: bool) -> str:
    if not left:
        return f"not after {_point(right, year)}"
    if not right:
        return f"{'since' if lasting else 'not before'} {_point(left, year)}"
    first, last = _point(left, year), _point(right, year)
    month = last.partition(" ")[2]
    if month and first.endswith(f" {month}") and first[:1].isdigit():
        first = first.removesuffix(f" {month}")
    if lasting:
        return f"{first} to {last}"
    return f"between {first} and {last}"


def _point(edtf: str, year: int | None) -> str:
    """Return a year, month, day, minute, decade, season or quarter in words."""
    match = _POINT.match(edtf)
    if match is None:
        return one_line(edtf)
    printed = match["year"]
    if printed == _OPEN_YEAR:
        tail = " (year open)"
    elif "X" in printed:
        return f"the {printed.replace('X', '0')}s"
    else:
        tail = "" if year is not None and printed == str(year) else f" {int(printed)}"
    if not match["month"]:
        return str(int(printed))
    month = int(match["month"])
    if month > len(MONTHS):
        return (_SEASONS[month] if month in _SEASONS else _part(month)) + f" {int(printed)}"
    if not match["day"]:
        return f"{MONTHS[month - 1]}{tail}"
    day = f"{int(match['day'])} {MONTHS[month - 1]}{tail}"
    return f"{day}, {match['time']}" if match["time"] else day


def _part(month: int) -> str:
    return f"quarter {month - 32}" if month in range(33, 37) else f"part {month}"


def iso_words(day: str | None, year: int | None = None) -> str:
    """Return a bare ISO day in words."""
    return UNKNOWN if day is None else edtf_words(day, year)


def place_in_time(when: When | None, told: date | None) -> tuple[date, int]:
    """Return what orders lines by day: a day not known, or only not after one, stands after the fixed ones.

    Args:
        when: The line's day.
        told: Day of the first report that tells it, for a line whose day is open.
    """
    known = when.date if when is not None else None
    if known is None or known.yearly is not None:
        return (told or date.max, 2)
    if known.first is None:
        return (known.last or date.max, 1)
    return (known.first, 0)
