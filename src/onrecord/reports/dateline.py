"""The opening of a report in, its dateline out: "PORT LEVEN, May 6, 2025 (AP) — ".

A place in capitals needs only the dash; one in small letters needs an agency in brackets or a day. After
the dash a sentence must begin.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from onrecord.reports.days import PrintedDay, day_at, time_at
from onrecord.reports.printing import printing_pattern, printing_text
from onrecord.reports.tables import furniture, known_outlets

_TITLE = re.compile(r"[A-ZÀ-Þ][\w.'’]+(?:[ -][A-ZÀ-Þ][\w.'’]+){0,3}(?=[\s,(])")
_REGION = re.compile(r",\s(?:[A-ZÀ-Þ][\w.'’]*)(?:[ -][A-ZÀ-Þ][\w.'’]*){0,3}")
# A state or country cut short, as in "Ashland, Ala." or "Ashland, AL".
_ABBREVIATED = re.compile(r",\s(?:[A-Z][\w.]*\.|[A-Z]{2})$")
_AGENCY = re.compile(r"\s?[(\[]\s?([^\W\d_][\w.,&/ -]{1,30}?)\s?[)\]]")
# "Feb 4 (Reuters) - ": the place is left out.
_DAY_AND_AGENCY = re.compile(r"(\w{3,9}\.?\s\d{1,2})\s\(([^\W\d_][\w.&/ -]{1,30})\)")
_DASH = re.compile(r"\s?(?:--+|[–—―])\s*|\s-\s*(?=\s|$)\s*|-\s+|-$|\s?[-–—]$")
_COLON = re.compile(r"\s?:\s+")
_BEGINS: Final = "\"'“‘«[("


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What a dateline says; `end` is where the body begins, counted from the line's start like the day."""

    end: int
    place: str | None
    agency: str | None
    day: PrintedDay | None


def parse_dateline(line: str) -> Dateline | None:
    """Return the dateline that a line opens with."""
    if opening := _DAY_AND_AGENCY.match(line):
        opening_day = day_at(line, 0)
        if opening_day and opening_day.end == opening.end(1):
            return _closed(line, opening.end(), None, agency=opening[2], day=opening_day)
    place, end = _place(line)
    is_capital = place is not None and sum(map(str.islower, place)) <= 3 and place[-1] == place[-1].upper()
    full, end = _region(line, end) if place else (None, end)
    is_sure = is_capital or _ABBREVIATED.search(full or "") is not None
    day, end = _day(line, end)
    agency = None if day else _AGENCY.match(line, end)
    if agency and (inside := day_at(line, agency.start(1))) and inside.end == agency.end(1):
        day, end, agency = inside, agency.end(), None
    agency = agency or _AGENCY.match(line, end)
    if agency:
        end = agency.end()
        if day is None:
            day, end = _day(line, end)
    if place is None and agency is None:
        return None
    if not is_sure and agency is None and day is None:
        return None
    return _closed(line, end, full, agency=agency[1] if agency else None, day=day)


def _closed(
    line: str, end: int, place: str | None, *, agency: str | None, day: PrintedDay | None
) -> Dateline | None:
    dash = _DASH.match(line, end) or (_COLON.match(line, end) if place else None)
    if dash is None:
        return None
    after = line[dash.end() : dash.end() + 1]
    if after and not (after.isupper() or after.isdigit() or after in _BEGINS):
        return None
    if place is not None and _is_no_place(place):
        return None
    # A colon parts a speaker or an acronym from what it says as well.
    if place is not None and ":" in dash[0] and agency is None and day is None and len(place) <= 5:
        return None
    if place is not None and place.lower() in known_outlets() and agency is None:
        place, agency = None, place
    if place is not None and agency is None and day is None and sum(map(str.isalpha, place)) < 3:
        return None
    return Dateline(end=dash.end(), place=place, agency=agency, day=day)


def _is_no_place(place: str) -> bool:
    lower = place.lower().strip(".")
    return lower in furniture().not_places or bool(printing_pattern("dateline.no_place").search(lower))


@cache
def _capitals() -> re.Pattern[str]:
    """Return the pattern of a place in capitals."""
    prefix, between = printing_text("dateline.prefixes"), printing_text("dateline.between")
    one = rf"(?:(?:{prefix})(?=[A-ZÀ-Þ]{{2}}))?[^\W\d_a-zß-ÿ](?:[^\W\d_a-zß-ÿ]|[.'’])*"
    more = rf"(?:[ /-]|\s?/\s?|\s(?:{between})\s)"
    return re.compile(rf"(?!\S[\s(:])(?:{one})(?:{more}{one}){{0,5}}(?=[\s,(:–—-])")


def _place(line: str) -> tuple[str | None, int]:
    head = line[:80]
    found = _capitals().match(head) or _TITLE.match(head)
    return (found[0], found.end()) if found else (None, 0)


def _region(line: str, end: int) -> tuple[str, int]:
    """Return the place with its region or country: what stands between commas and is no day."""
    for _ in range(2):
        match = _REGION.match(line, end)
        if match is None or day_at(line, end + 2) is not None:
            break
        end = match.end()
    return line[:end], end


def _day(line: str, end: int) -> tuple[PrintedDay | None, int]:
    lead = re.compile(r"\s?,\s?|\s[-–—|]\s|\s").match(line, end)
    if lead is None:
        return None, end
    day = day_at(line, lead.end())
    if day is None:
        return None, end
    time = re.compile(r",?\s").match(line, day.end)
    clock = time_at(line, time.end()) if time else None
    return day, clock[2] if clock else day.end
