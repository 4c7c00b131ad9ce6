"""A line in, the days that it states out; None where it is no date line.

A date line holds nothing but days, times, zones and words such as "Published", and before them perhaps a
byline or the outlet's name ("ARDEN DAILY NEWS - Tuesday, May 6").
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from onrecord.reports.byline import Byline, is_office, parse_byline
from onrecord.reports.days import PrintedDay, day_at, find_day, time_at
from onrecord.reports.printing import printing_pattern, printing_words
from onrecord.reports.tables import furniture

_LONGEST: Final = 200
_NAMED = re.compile(r"(?:\|?\s*)(?P<name>[^\d|]{2,60}?)\s*[-–—|,:·•]\s*$")
_ZONE = re.compile(r"\(?(?:[A-Z]{2,4}|[+-]\d\d:?\d\d)\)?(?![\w])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A day on a date line, and whether it is that of an update."""

    day: PrintedDay
    is_update: bool
    is_labelled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dayline:
    """A date line: its days; where they begin and end in the line; and what stands before them."""

    days: tuple[Stated, ...]
    start: int
    end: int
    outlet: str | None = None
    byline: Byline | None = None


def parse_dayline(line: str) -> Dayline | None:
    """Return the date line that a whole line is."""
    if len(line) > _LONGEST or not any(character.isdigit() for character in line):
        return None
    start, outlet, byline = _before(line)
    if start is None:
        return None
    days, end = _days_from(line, start)
    rest = printing_pattern("dayline.between").sub(" ", line[end:]).strip(" |,.)]")
    if not days or (rest and not is_masthead(rest)):
        return None
    return Dayline(days=days, start=start, end=len(line), outlet=outlet or rest or None, byline=byline)


def leading_days(line: str) -> Dayline | None:
    """Return the date line that runs into a report's first sentence: "date 2025-02-04 The …".

    It needs a word such as "Published" or "date", an ISO date, or a dash or bar behind it.
    """
    days, end = _days_from(line, 0)
    if not days or days[0].day.year is None:
        return None
    rest = line[end:]
    begun = re.match(r"[\s|:–—.-]*(?=[^\W\d_a-z]|[\"“‘'])", rest)
    is_marked = (
        days[0].is_labelled
        or re.match(r"\d{4}-\d\d-\d\d", days[0].day.printed)
        or re.match(r"\s*[|–—-]\s", rest)
    )
    if begun is None or not is_marked or not rest.strip():
        return None
    return Dayline(days=days, start=0, end=end)


def trailing_days(line: str) -> Dayline | None:
    """Return the date line that runs on behind a headline or caption: "… Posted: Sunday, July 27, 2014"."""
    tables = furniture()
    for match in re.finditer(r"(?<=[\s(\[])(?=[PULFOpulfo])", line[-_LONGEST:]):
        start = max(0, len(line) - _LONGEST) + match.start()
        label = tables.date_label.match(line, start) or tables.update_label.match(line, start)
        if label is None or (":" not in label[0] and line[start - 1] not in "(["):
            continue
        days, end = _days_from(line, start)
        if days and not line[end:].strip(" |,.)]"):
            opening = start - 1 if line[start - 1] in "([" else start
            return Dayline(days=days, start=opening, end=len(line))
    return None


def _before(line: str) -> tuple[int | None, str | None, Byline | None]:
    """Return where the days begin, and the outlet or byline before them; None where other words stand."""
    first = find_day(line)
    if first is None:
        return None, None, None
    if _days_from(line, 0)[0]:
        return 0, None, None
    prefix = line[: first.start]
    # What stands before a label belongs to it: "Arden Daily News | Published May 6, 2025".
    for match in re.finditer(r"\b(?=[a-z])", prefix, re.IGNORECASE):
        label = furniture().date_label.match(line, match.start()) or furniture().update_label.match(
            line, match.start()
        )
        if label and label.end() >= first.start - 1 and match.start() > 0:
            prefix = line[: match.start()]
            break
    start = len(prefix)
    byline = parse_byline(prefix.strip(" |,-–—·•"))
    if byline:
        return start, byline.outlet, byline
    named = _NAMED.fullmatch(prefix)
    if named and is_masthead(named["name"]):
        return start, named["name"].strip(), None
    return None, None, None


def is_masthead(words: str) -> bool:
    """Whether words can be the printed name of an outlet: known, or of the words that outlets use."""
    tokens = words.split()
    if not 1 <= len(tokens) <= 7:
        return False
    named = any(token.lower().strip(".,'") in furniture().masthead for token in tokens)
    if is_office(words) and (named or len(tokens) == 1):
        return True
    return named and all(
        not token[0].islower() or token in printing_words("dayline.small") for token in tokens
    )


def _days_from(line: str, place: int) -> tuple[tuple[Stated, ...], int]:
    """Return the days that stand in a row from a place on, and where the row ends."""
    tables = furniture()
    days: list[Stated] = []
    is_update = is_labelled = False
    end = place
    while place < len(line):
        if day := day_at(line, place):
            day, place = _with_time(line, day)
            days.append(Stated(day=day, is_update=is_update, is_labelled=is_labelled))
            end, is_update, is_labelled = place, False, False
        elif label := tables.update_label.match(line, place):
            place, is_update, is_labelled = label.end(), True, True
        elif label := tables.date_label.match(line, place):
            place, is_update, is_labelled = label.end(), False, True
        elif clock := time_at(line, place):
            # The time of day before its day, or that of an update on the same day.
            place = clock[2]
            end = place if days else end
        elif between := printing_pattern("dayline.between").match(line, place):
            place = between.end()
        elif days and line[end:place].strip() == "" and (zone := _ZONE.match(line, place)):
            place = end = zone.end()
        else:
            break
    return tuple(days), end


def _with_time(line: str, day: PrintedDay) -> tuple[PrintedDay, int]:
    lead = re.compile(r"\s?[,|·•–—-]?\s?").match(line, day.end)
    clock = time_at(line, lead.end()) if lead and day.minute is None else None
    if clock is None:
        return day, day.end
    minute, offset, end = clock
    printed = line[day.start : end]
    return replace(day, minute=minute, offset=offset, end=end, printed=printed), end
