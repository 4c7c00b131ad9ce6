"""What a report says of its days in, when it was published and updated out, each with where that stood.

Order: the delivery, the page's tags, a date line above the text, the dateline, a date line below it. The
first that gives a day decides; a day that prints no year stays open unless its weekday fits exactly one year
that it can be of. A stated day that can't be is kept as printed, and told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from onrecord.model.span import Passage
from onrecord.model.when import When
from onrecord.reports.blocks import Found
from onrecord.reports.dateline import Dateline
from onrecord.reports.dayline import Dayline, Stated, parse_dayline
from onrecord.reports.days import IMPOSSIBLE, PrintedDay, when_of
from onrecord.reports.decoding import Doubt
from onrecord.reports.metadata import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """When a report was published and updated, and what is doubtful about it."""

    published: When | None
    updated: When | None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The report whose text the days stand in: its id and text, and when it was fetched."""

    report: str
    text: str
    retrieved: datetime | None


def days_of(published: Iterable[Said], updated: Iterable[Said], found: Iterable[Found], place: Place) -> Days:
    """Return a report's days from what is declared and what its text prints."""
    printed = list(_printed(found))
    near = _near(printed, place)
    declared = [when for said in published if (when := when_said(said))]
    lines = [_when(one, place, near) for one in printed if not one.is_update]
    first = _best([*declared, *lines])
    updates = [when for said in updated if (when := when_said(said))]
    updates += [_when(one, place, near) for one in printed if one.is_update]
    return Days(published=first, updated=_best(updates), doubts=tuple(_doubts(first, declared, lines, place)))


def when_said(said: Said) -> When | None:
    """Return the day that declared words state; None where they hold no day in a form that is known."""
    line = parse_dayline(_spelled(said.words))
    if line is None:
        return None
    day = line.days[0].day
    # Midnight to the second in UTC is how a system writes a day without a time.
    if day.minute == 0 and day.offset == 0:
        day = replace(day, minute=None, offset=None)
    return replace(when_of(day, reason=said.where), printed=said.words)


def _spelled(words: str) -> str:
    return f"{words[:4]}-{words[4:6]}-{words[6:]}" if len(words) == 8 and words.isdigit() else words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """A day in the text, with the start of its line, the name of the place, and whether it is an update's."""

    day: PrintedDay
    start: int
    where: str
    is_update: bool
    rank: int


def _printed(found: Iterable[Found]) -> Iterator[_Printed]:
    """Yield the days printed in the text, best first."""
    every = [day for one in found for day in _days_in(one)]
    yield from sorted(every, key=lambda one: one.rank)


def _days_in(one: Found) -> Iterator[_Printed]:
    value = one.value
    if isinstance(value, Dateline) and value.day:
        yield _Printed(day=value.day, start=one.start, where="dateline", is_update=False, rank=1)
    elif isinstance(value, Dayline):
        for stated in value.days:
            if one.is_head or (stated.is_labelled and one.is_foot):
                yield _of_line(stated, one)


def _of_line(stated: Stated, one: Found) -> _Printed:
    rank = 0 if one.is_head else 2
    return _Printed(day=stated.day, start=one.start, where="date line", is_update=stated.is_update, rank=rank)


def _near(printed: list[_Printed], place: Place) -> tuple[int, ...]:
    """Return the years that a day without a year may be of."""
    years = {one.day.year for one in printed if one.day.year is not None}
    if years:
        return tuple(sorted(years))
    return (place.retrieved.year - 1, place.retrieved.year) if place.retrieved else ()


def _when(one: _Printed, place: Place, near: tuple[int, ...]) -> When:
    possible = [year for year in near if _is_past(one.day, year, place)]
    when = when_of(one.day, reason=f"printed in the {one.where}", near=possible)
    start, end = one.start + one.day.start, one.start + one.day.end
    return replace(when, span=Passage(report=place.report, start=start, end=end, text=place.text[start:end]))


def _is_past(day: PrintedDay, year: int, place: Place) -> bool:
    """Whether a day of a year isn't after the day of retrieval."""
    retrieved = place.retrieved
    return retrieved is None or (year, day.month, day.day) <= (retrieved.year, retrieved.month, retrieved.day)


def _best(whens: list[When]) -> When | None:
    """Return the first day that is fixed; else the first that is open."""
    return next((when for when in whens if when.edtf), whens[0] if whens else None)


def _doubts(first: When | None, declared: list[When], lines: list[When], place: Place) -> Iterator[Doubt]:
    if first is None:
        return
    date = first.date
    if date is None or date.first is None:
        if first.rule == IMPOSSIBLE:
            yield "impossible-day", f"the report's day stays open: {first.reason}"
        return
    if place.retrieved and date.first > place.retrieved.date() + timedelta(days=1):
        day = place.retrieved.date().isoformat()
        yield "day-after-retrieval", f"says it was published on {first.printed}, but was fetched on {day}"
    for other in (*declared, *lines):
        far = other.date
        if far is not None and far.first is not None and abs(far.first - date.first) > timedelta(days=2):
            yield (
                "days-differ",
                f"{first.printed} ({first.reason}) is taken, but {other.printed} ({other.reason}) stands too",
            )
            return
