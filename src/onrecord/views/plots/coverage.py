"""A record in, who reported when out: a row for each outlet, its copies of others' copy apart."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from onrecord.model.record import Record
from onrecord.views.days import MONTHS, iso_words
from onrecord.views.lookup import Lookup, counted, published_by
from onrecord.views.plots.scale import Scale, Tick, day_ticks

WIDTH: Final = 680.0
NAMES: Final = 170.0
"""Width of the outlets' names."""

ROW: Final = 26.0
BAR: Final = 20.0
"""Height of a row, and of the highest bar in it."""

FOOT: Final = 24.0
ROWS: Final = 14
"""Outlets with a row of their own, those that report most; the others share the last one."""

LONGEST: Final = 24
"""Characters of an outlet's name: the table has it whole."""

DAYS: Final = 62
WEEKS: Final = 62 * 7
"""Days up to which bars stand for days, and for weeks; beyond, for months."""


Key = tuple[str, date | None]
"""An outlet, and the first day of a bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What one outlet published in a day, week or month."""

    x: float
    width: float
    own: float
    copied: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One outlet's bars, standing on `y`."""

    name: str
    y: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A line of the table: when, who, how many."""

    when: str
    outlet: str
    own: int
    copied: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Who reported when.

    Attributes:
        each: what a bar stands for: a day, week or month.
        undated: how many reports bear no day; they stand in the table alone.
    """

    width: float
    height: float
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    table: tuple[Cell, ...]
    each: str
    words: str
    undated: int


def coverage(record: Record) -> Coverage | None:
    """Return who reported when; None where fewer than two reports bear a day."""
    lookup = Lookup(record)
    copies = copied(record, lookup)
    told = [
        (report.id, published_by(report))
        for report in lookup.reports.values()
        if report.id not in lookup.replaced
    ]
    days = sorted(day for _, day in told if day is not None)
    if len(days) < 2:
        return None
    size = _size((days[-1] - days[0]).days)
    own: Counter[Key] = Counter()
    copy: Counter[Key] = Counter()
    for report, day in told:
        key = (lookup.outlet(report), _begin(day, size) if day is not None else None)
        (copy if report in copies else own)[key] += 1
    names = _names(own + copy)
    scale = Scale(
        low=_begin(days[0], size).toordinal(), high=_next(_begin(days[-1], size), size).toordinal(),
        start=NAMES, end=WIDTH - 8,
    )  # fmt: skip
    rows = tuple(_rows(names, own, copy, scale, size))
    return Coverage(
        width=WIDTH,
        height=len(rows) * ROW + FOOT,
        rows=rows,
        ticks=day_ticks(days[0], days[-1], scale),
        table=tuple(_table(own, copy, size)),
        each=size,
        words=_summary(own, copy, days),
        undated=sum(number for (_, day), number in (own + copy).items() if day is None),
    )


def copied(record: Record, lookup: Lookup) -> frozenset[str]:
    """Return the reports that carry another's copy: all of a set but its original, or else its first."""
    found: set[str] = set()
    for copies in record.copies:
        reports = sorted((share.report for share in copies.reports), key=lambda i: _first(i, lookup))
        original = copies.original or next(iter(reports), None)
        found |= {report for report in reports if report != original}
    return frozenset(found)


def _first(report: str, lookup: Lookup) -> tuple[date, int]:
    return (lookup.told([report]) or date.max, lookup.numbers.get(report, 0))


def _names(counts: Mapping[Key, int]) -> list[str]:
    by_outlet: Counter[str] = Counter()
    for (outlet, _), number in counts.items():
        by_outlet[outlet] += number
    return sorted(by_outlet, key=lambda outlet: (-by_outlet[outlet], outlet))


def _rows(
    names: list[str],
    own: Mapping[Key, int],
    copy: Mapping[Key, int],
    scale: Scale,
    size: str,
) -> Iterable[Row]:
    kept = names if len(names) <= ROWS else names[: ROWS - 1]
    groups = [(name, [name]) for name in kept]
    if len(kept) < len(names):
        groups.append((f"{len(names) - len(kept)} other outlets", names[len(kept) :]))
    sums = [(name, _summed(own, members), _summed(copy, members)) for name, members in groups]
    most = max((a[day] + b[day] for _, a, b in sums for day in {*a, *b}), default=1)
    for number, (name, mine, theirs) in enumerate(sums):
        bars = tuple(
            _bar(day, mine[day], theirs[day], most, (scale, size)) for day in sorted({*mine, *theirs})
        )
        yield Row(
            name=name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…",
            y=(number + 1) * ROW - 3,
            bars=bars,
        )


def _summed(counts: Mapping[Key, int], members: Iterable[str]) -> Counter[date]:
    wanted, found = set(members), Counter[date]()
    for (outlet, day), number in counts.items():
        if outlet in wanted and day is not None:
            found[day] += number
    return found


def _bar(day: date, own: int, copies: int, most: int, drawn: tuple[Scale, str]) -> Bar:
    scale, size = drawn
    left, right = scale.at(day.toordinal()), scale.at(_next(day, size).toordinal())
    width = min(18.0, max(2.0, right - left - 1))
    return Bar(
        x=round(left + (right - left - width) / 2, 1),
        width=round(width, 1),
        own=round(own / most * BAR, 1),
        copied=round(copies / most * BAR, 1),
        words=f"{when_words(day, size)}: {counts_words(own, copies)}",
    )


def _table(own: Mapping[Key, int], copy: Mapping[Key, int], size: str) -> Iterable[Cell]:
    for outlet, day in sorted({*own, *copy}, key=lambda key: (key[1] or date.max, key[0])):
        when = when_words(day, size) if day is not None else "day not known"
        key = (outlet, day)
        yield Cell(when=when, outlet=outlet, own=own.get(key, 0), copied=copy.get(key, 0))


def _size(days: int) -> str:
    return "day" if days <= DAYS else "week" if days <= WEEKS else "month"


def _begin(day: date, size: str) -> date:
    if size == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if size == "week" else day


def _next(day: date, size: str) -> date:
    if size == "month":
        return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return day + timedelta(days=7 if size == "week" else 1)


def when_words(day: date, size: str) -> str:
    """Return a day, week or month in words."""
    if size == "month":
        return f"{MONTHS[day.month - 1]} {day.year}"
    return f"week of {iso_words(day.isoformat())}" if size == "week" else iso_words(day.isoformat())


def counts_words(own: int, copies: int) -> str:
    """Return how many reports, and how many of them are another's copy."""
    parts = [counted(own, "report")] if own or not copies else []
    parts += [counted(copies, "copy", "copies")] if copies else []
    return ", ".join(parts)


def _summary(own: Counter[Key], copy: Counter[Key], days: list[date]) -> str:
    first, last = iso_words(days[0].isoformat()), iso_words(days[-1].isoformat())
    return f"{counts_words(sum(own.values()), sum(copy.values()))}, {first} to {last}"
