"""A figure in, the course of its readings out: each with its range, hedge, giver and day.

A reading stands at the day that it is given for (a dot), or else at that of its report (a square). No line
joins readings of different givers, and none rises slowly: a number holds until its giver gives another.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from onrecord.model.record import Figure, Reading
from onrecord.views.days import Day
from onrecord.views.lookup import Lookup
from onrecord.views.numbers import as_of_words, printed_words, reading_giver, what_is_counted
from onrecord.views.plots.scale import Scale, Tick, day_ticks, number_ticks, number_words

WIDTH: Final = 400.0
HEIGHT: Final = 170.0
LEFT: Final = 52.0
RIGHT: Final = 14.0
TOP: Final = 20.0
FOOT: Final = 22.0
GIVERS: Final = 5
"""Givers with a colour of their own; the others share one. The table names all."""

ARROW: Final = 14.0
SHORT: Final = 9
"""Characters of a number as printed that stand beside its mark; of a longer one its value does."""

APART: Final = 13.0
"""Height below which two numbers at one place would run into each other."""

LARGEST: Final = 1e15
"""Numbers past it stand in the table alone: a misprint would flatten all others."""

Open = Literal["", "up", "down"]
_OPEN: Final[dict[str, Open]] = {
    "at-least": "up", "more-than": "up", "at-most": "down", "less-than": "down",
}  # fmt: skip
_LOOSE: Final = ("about", "nearly")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One number as it is given.

    Attributes:
        y, to: where it stands; the two ends of a range.
        open: in which direction it is left open ("at least", "at most").
        loose: whether it is about so many.
        dated: whether it is given for this day; else the day is that of its report.
        giver: number of the giver, in order of first appearance.
        label: the number over it, at height `above`; empty where it would run into another.
        anchor: begin, end or nothing: where in the label the point is.
    """

    x: float
    y: float
    to: float
    open: Open
    loose: bool
    dated: bool
    giver: int
    label: str
    above: float
    anchor: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A giver's number until the same giver gives another: a path's data."""

    giver: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """A line of the table."""

    day: tuple[str, Day]
    number: str
    range: str
    who: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The course of a figure."""

    id: str
    title: str
    words: str
    width: float
    height: float
    numbers: tuple[Tick, ...]
    days: tuple[Tick, ...]
    points: tuple[Point, ...]
    steps: tuple[Step, ...]
    givers: tuple[str, ...]
    notes: tuple[str, ...]
    table: tuple[HistoryRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """A reading that can be drawn: its day, the ends of its range, who gives it."""

    reading: Reading
    day: date
    low: float
    high: float
    who: str
    dated: bool


def history(figure: Figure, lookup: Lookup) -> History | None:
    """Return the course of a figure; None where it has none: fewer than two different numbers are drawn."""
    given = sorted(_drawable(figure, lookup), key=lambda each: (each.day, each.low, each.high, each.who))
    if len({(each.low, each.high, each.reading.hedge) for each in given}) < 2:
        return None
    marks = number_ticks(value for each in given for value in (each.low, each.high))
    upright = Scale(low=marks[0], high=marks[-1], start=HEIGHT - FOOT, end=TOP)
    first, last = given[0].day, given[-1].day
    along = Scale(low=first.toordinal(), high=last.toordinal(), start=LEFT + 10, end=WIDTH - RIGHT)
    count = Counter(each.who for each in given)
    who = sorted(count, key=lambda name: -count[name])  # of equals, who speaks first
    points = tuple(_points(given, along, upright, who, lookup))
    title = what_is_counted(figure)
    return History(
        id=figure.id,
        title=title,
        words=f"{title}: {len(points)} numbers, {points[0].words} first, {points[-1].words} last",
        width=WIDTH,
        height=HEIGHT,
        numbers=tuple(Tick(at=upright.at(value), words=number_words(value)) for value in marks),
        days=day_ticks(first, last, along),
        points=points,
        steps=tuple(_steps(points)),
        givers=(*who,) if len(who) <= GIVERS else (*who[: GIVERS - 1], f"{len(who) - GIVERS + 1} others"),
        notes=tuple(_notes(points)),
        table=tuple(_row(reading, lookup) for reading in figure.readings),
    )


def _drawable(figure: Figure, lookup: Lookup) -> Iterable[_Given]:
    """Yield readings of a number and a day that aren't withdrawn, each number of a giver for a day once."""
    seen = set()
    for reading in figure.readings:
        low = reading.low if reading.low is not None else reading.high
        high = reading.high if reading.high is not None else reading.low
        day, dated = _day_of(reading, lookup)
        if low is None or high is None or day is None or reading.standing == "withdrawn":
            continue
        if max(abs(low), abs(high)) > LARGEST:
            continue
        if reading.hedge in _OPEN:  # "at least 5" is drawn at 5, with an arrow
            low = high = reading.low if reading.low is not None and _OPEN[reading.hedge] == "up" else high
        who = reading_giver(reading, lookup) or lookup.outlet(reading.support.span.report)
        key = (day, low, high, reading.hedge, who)
        if key not in seen:
            seen.add(key)
            yield _Given(reading=reading, day=day, low=low, high=high, who=who, dated=dated)


def _day_of(reading: Reading, lookup: Lookup) -> tuple[date | None, bool]:
    """Return the last day that a reading may hold for, and whether it is given for that day."""
    known = reading.as_of.date if reading.as_of is not None else None
    if known is not None and (known.last or known.first) is not None:
        return known.last or known.first, True
    return lookup.told([reading.support.span.report]), False


def _points(
    given: Sequence[_Given], along: Scale, upright: Scale, who: Sequence[str], lookup: Lookup
) -> Iterable[Point]:
    labelled: list[tuple[float, float]] = []
    for each in given:
        printed, hedge = printed_words(each.reading)
        x, y, to = along.at(each.day.toordinal()), upright.at(each.low), upright.at(each.high)
        above = min(y, to) - (16 if _OPEN.get(each.reading.hedge) == "up" else 7)
        label = printed if len(printed) <= SHORT else number_words(each.low) if each.low == each.high else ""
        if any(abs(x - a) < 7 * len(label) and abs(above - b) < APART for a, b in labelled):
            label = ""
        if label:
            labelled.append((x, above))
        kind, day = as_of_words(each.reading, lookup)
        yield Point(
            x=x,
            y=y,
            to=to,
            open=_OPEN.get(each.reading.hedge, ""),
            loose=each.reading.hedge in _LOOSE,
            dated=each.dated,
            giver=min(who.index(each.who), GIVERS - 1),
            label=label,
            above=round(above, 1),
            anchor="begin" if x < along.start + 20 else "end" if x > along.end - 20 else "",
            words=f"{f'{hedge} ' if hedge else ''}{printed}, {each.who}, {kind} {day.words}",
        )


def _notes(points: Sequence[Point]) -> Iterable[str]:
    """Yield what marks stand for, as far as there are such."""
    if any(point.dated for point in points):
        yield "a dot stands at the day that a number is given for"
    if any(not point.dated for point in points):
        yield "a square stands at the day of the report"
    if any(point.loose for point in points):
        yield "hollow: about so many"
    if any(point.open == "up" for point in points):
        yield "arrow up: at least"
    if any(point.open == "down" for point in points):
        yield "arrow down: at most"


def _steps(points: Sequence[Point]) -> Iterable[Step]:
    for giver in sorted({point.giver for point in points} - {GIVERS - 1}):
        own = [point for point in points if point.giver == giver]
        if len({point.x for point in own}) > 1:
            path = f"M{own[0].x} {own[0].to}" + "".join(f"H{point.x}V{point.to}" for point in own[1:])
            yield Step(giver=giver, path=path)


def _row(reading: Reading, lookup: Lookup) -> HistoryRow:
    printed, hedge = printed_words(reading)
    ends = [number_words(value) if value is not None else "open" for value in (reading.low, reading.high)]
    return HistoryRow(
        day=as_of_words(reading, lookup),
        number=f"{hedge} {printed}".strip(),
        range=ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}",
        who=reading_giver(reading, lookup) or lookup.outlet(reading.support.span.report),
        mark="withdrawn" if reading.standing == "withdrawn" else "",
    )
