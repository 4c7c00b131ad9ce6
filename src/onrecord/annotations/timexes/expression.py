"""A reading of the grammar in, what its words mean before any day is counted out.

One small reader for each form of the grammar. An expression holds only what is printed: "last Friday" is the
weekday 4, one back; which day that is, the rules say.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from onrecord.annotations.timexes.grammar import Reading
from onrecord.annotations.timexes.words import Word

Captured = dict[str, Word]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """What the words of a time expression say.

    Attributes:
        kind: sort of expression; with the context it decides the rule.
        grain: unit that is counted or named.
        toward: -1 last, 0 this, 1 next.
        year_toward: the same for a year named beside it ("June last year").
        amount: how many units; None where not said or vague ("several").
        part: MO, AF, EV, NI; clock: T10:30; zone: offset, or "" where not known.
        mod: TIMEX3 mod.
        value: a TIMEX3 value that hangs on no day (sets, references, durations).
    """

    kind: str
    grain: str = "day"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    order: int | None = None
    toward: int | None = None
    year_toward: int | None = None
    amount: float | None = None
    part: str | None = None
    clock: str | None = None
    zone: str | None = None
    mod: str | None = None
    named: str | None = None
    value: str | None = None


def expression_of(reading: Reading) -> Expression | None:
    """Return what a reading means; None where its numbers make no date."""
    found = _READERS[reading.form](reading.words)
    if found is None:
        return None
    return replace(found, **_common(reading.words, found))


def _common(words: Captured, found: Expression) -> dict[str, Any]:
    """Return what may stand in any form: edges, time of day, part of day."""
    out: dict[str, Any] = {}
    for name in ("edge", "cmp", "edgeof", "approx"):
        if name in words and found.mod is None and (name != "cmp" or found.kind != "shifted"):
            out["mod"] = words[name].value
    clock = words.get("clock") or words.get("clock24")
    if found.clock:
        out["part"] = None
    elif clock:
        out["clock"] = clock.value
    if "zone" in words:
        out["zone"] = words["zone"].value
    part = words.get("part") or words.get("part2")
    if part and found.part is None and not found.clock:
        out["part"] = part.value
    return out


def _value(words: Captured, *names: str) -> Any:
    return next((words[name].value for name in names if name in words), None)


def _weekday(words: Captured) -> Expression:
    if "thatwd" in words:
        return Expression(kind="weekday-spoken", weekday=words["thatwd"].value, toward=0)
    if "disc" in words:
        return Expression(kind="weekday-spoken", weekday=words["wd"].value, toward=words["disc"].value)
    return Expression(kind="weekday", weekday=words["wd"].value, toward=_value(words, "dir"))


def _date(words: Captured) -> Expression | None:
    if "iso" in words:
        return _iso(words["iso"].value)
    if "slash" in words:
        return _slash(words["slash"].value)
    month, day, year = words["mon"].value, words["day"].value, _value(words, "year")
    try:
        date(year or 2024, month, day)
    except (ValueError, TypeError):
        return None
    return Expression(
        kind="date",
        year=year,
        month=month,
        day=day,
        weekday=_value(words, "wd"),
        toward=_value(words, "dir"),
        year_toward=_value(words, "ydir"),
    )


def _iso(text: str) -> Expression | None:
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    clock = text[10:16].upper() or None
    return Expression(kind="date", year=day.year, month=day.month, day=day.day, clock=clock)


def _slash(text: str) -> Expression | None:
    """Month first, as American news has it; a first number over 12 is the day; if both fit, nothing is known."""
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


def _month(words: Captured) -> Expression:
    return Expression(
        kind="month",
        grain="month",
        month=words["mon"].value,
        year=_value(words, "year"),
        toward=_value(words, "dir"),
        year_toward=_value(words, "ydir"),
    )


def _year(words: Captured) -> Expression | None:
    if "short" in words:
        return Expression(kind="short-year", grain="year", year=words["short"].value)
    year = words["year"].value
    return Expression(kind="year", grain="year", year=int(year)) if 1000 <= year < 2200 else None


def _decade(words: Captured) -> Expression:
    decade = words["decade"].value
    return Expression(kind="decade" if decade >= 1000 else "short-decade", grain="decade", year=decade)


def _century(words: Captured) -> Expression | None:
    order = words["order"].value
    return Expression(kind="century", grain="century", year=(order - 1) * 100) if 2 <= order <= 22 else None


def _quarter(words: Captured) -> Expression | None:
    grain = "half" if "half" in words else "quarter"
    order = _value(words, "order") if "order" in words else 2
    order = {"second": 2, -1: 2}.get(order, order)
    if not 1 <= order <= (2 if grain == "half" else 4):
        return None
    year = _value(words, "year", "year2")
    if "decade" in words:
        return Expression(kind="short-decade", grain="decade", year=words["decade"].value)
    kind = "quarter-ago" if "qago" in words else "quarter"
    return Expression(kind=kind, grain=grain, order=order, year=year, year_toward=_value(words, "ydir"))


def _season(words: Captured) -> Expression:
    if "baseseason" in words:
        return Expression(kind="season", grain="season", season=words["baseseason"].value)
    return Expression(
        kind="season",
        grain="season",
        season=words["season"].value,
        year=_value(words, "year"),
        toward=_value(words, "dir", "disc"),
    )


def _unit(words: Captured) -> Expression | None:
    if "season" in words:
        return _season(words)
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
    if (
        grain in ("decade", "century")
        and "dir" in words
        and words["dir"].low in ("past", "last", "this past")
    ):
        return Expression(kind="span", grain=grain, amount=1, toward=-1, value=duration_value(grain, 1))
    if grain in ("minute", "hour", "second", "day"):
        return None
    mod = "END" if "unitend" in words else None
    return Expression(kind="unit", grain=grain, toward=_value(words, "dir") or 0, mod=mod)


def _deictic(words: Captured) -> Expression:
    if "tonight" in words:
        return Expression(kind="offset", amount=0, part="NI")
    if "lastnight" in words:
        return Expression(kind="offset", amount=-1, part=words["part"].value)
    return Expression(kind="offset", amount=words["deictic"].value)


def _amount(words: Captured) -> float | None:
    amount = _value(words, "n")
    if amount is not None and "andhalf" in words:
        amount += 0.5
    return amount  # type: ignore[no-any-return]


def _ago(words: Captured) -> Expression:
    amount = _amount(words)
    kind, amount = ("ago", -amount) if amount is not None else ("reference", None)
    return Expression(kind=kind, grain=words["unit"].value, amount=amount, value="PAST_REF")


def _hence(words: Captured) -> Expression:
    return Expression(kind="ago", grain=words["unit"].value, amount=_amount(words), value="FUTURE_REF")


def _shifted(words: Captured) -> Expression | None:
    if "beside" in words:
        sign = -1 if words["beside"].low == "before" else 1
        return Expression(kind="shifted", grain=words["unit"].value, amount=sign)
    amount = _amount(words)
    back = words["cmp"].value == "BEFORE"
    if amount is None:
        return Expression(kind="reference", value="PAST_REF" if back else "FUTURE_REF")
    return Expression(kind="shifted", grain=words["unit"].value, amount=-amount if back else amount)


def _spoken(words: Captured) -> Expression | None:
    if "that" in words:
        toward = 0
    elif "nextday" in words:
        if "unit" in words and words["unit"].value != "day":
            return None
        toward = 1
    else:
        toward = words["disc"].value
    grain = words["unit"].value if "unit" in words else "season" if "season" in words else "day"
    return Expression(kind="spoken", grain=grain, toward=toward, season=_value(words, "season"))


def _clock(words: Captured) -> Expression | None:
    if "hour" not in words:
        return Expression(kind="clock")
    hour = words["hour"].value
    if hour != int(hour) or not 1 <= hour <= 12:
        return None
    hour = int(hour) % 12 + (0 if words["part"].value == "MO" else 12)
    return Expression(kind="clock", clock=f"T{hour:02d}:00")


def _named(words: Captured) -> Expression | None:
    if not words["named"].capital or not words["named"].value:
        return None
    return Expression(
        kind="named",
        named=words["named"].value,
        year=_value(words, "year"),
        toward=_value(words, "dir"),
        year_toward=_value(words, "ydir"),
    )


_LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "weekend": "D", "week": "W", "fortnight": "W",
            "month": "M", "quarter": "M", "year": "Y", "decade": "Y", "century": "Y", "millennium": "Y"}  # fmt: skip
_TIMES = {"fortnight": 2, "weekend": 2, "quarter": 3, "decade": 10, "century": 100, "millennium": 1000}
_VAGUE = {"decade": "PXY", "century": "PXC", "quarter": "PXM", "weekend": "PXW", "fortnight": "PXW"}


def duration_value(grain: str, amount: float | None) -> str:
    """Return the TIMEX3 value of a duration; X for an amount that isn't said."""
    time = "T" if grain in ("second", "minute", "hour") else ""
    if amount is None:
        return _VAGUE.get(grain, f"P{time}X{_LETTERS[grain]}")
    total = amount * _TIMES.get(grain, 1)
    letter = _LETTERS[grain]
    whole = int(total)
    if total == whole:
        return f"P{time}{whole}{letter}"
    smaller = {
        "Y": (12, "M"),
        "H": (60, "M"),
        "M": (60, "S") if time else (30, "D"),
        "D": (24, "H"),
        "W": (7, "D"),
    }
    times, below = smaller.get(letter, (1, letter))
    rest = round((total - whole) * times)
    head = f"{whole}{letter}" if whole else ""
    return f"P{time}{head}{'T' if below == 'H' else ''}{rest}{below}"


def _span(words: Captured) -> Expression:
    grain, amount = words["unit"].value, _amount(words)
    toward = -1 if "recent" in words else _value(words, "dir")
    if "ahead" in words and words["ahead"].low == "future":
        return Expression(kind="reference", value="FUTURE_REF")
    toward = 1 if "ahead" in words else toward
    return Expression(
        kind="span", grain=grain, amount=amount, toward=toward, value=duration_value(grain, amount)
    )


def _duration(words: Captured) -> Expression | None:
    if "bare" in words or "allunit" in words:
        unit = words.get("bare") or words["allunit"]
        amount = 1 if "allunit" in words else None
        return Expression(kind="duration", grain=unit.value, value=duration_value(unit.value, amount))
    grain = words["unit"].value
    amount = _amount(words)
    if "n" in words and words["n"].kind == "year" and words["n"].low.isdigit():
        return None
    if words["unit"].kind == "second" and (amount is None or amount < 2):
        return None
    return Expression(kind="duration", grain=grain, amount=amount, value=duration_value(grain, amount))


def _set(words: Captured) -> Expression | None:
    if "setword" in words:
        return Expression(kind="set", value=words["setword"].value)
    if "wd" in words or "wds" in words:
        weekday = words["wd"].value if "wd" in words else words["wds"].value
        part = f"T{words['part'].value}" if "part" in words else ""
        return Expression(kind="set", value=f"XXXX-WXX-{weekday + 1}{part}", part="")
    if "mon" in words:
        return Expression(kind="set", value=f"XXXX-{words['mon'].value:02d}")
    if "season" in words:
        return Expression(kind="set", value=f"XXXX-{words['season'].value}")
    if "part" in words:
        return Expression(kind="set", value=f"XXXX-XX-XXT{words['part'].value}", part="")
    unit = words.get("unit") or words["perunit"]
    amount = _value(words, "n", "each") or 1
    return Expression(
        kind="per" if "perunit" in words else "set",
        grain=unit.value,
        value=duration_value(unit.value, amount),
    )


def _period(words: Captured) -> Expression:
    kind = "period-ago" if "ago" in words else "period"
    return Expression(kind=kind, grain="quarter", year=_value(words, "yr"))


def _reference(words: Captured) -> Expression:
    if "past" in words:
        return Expression(kind="reference", value="PAST_REF") if words["past"].low == "past" else None
    if "refadj" in words:
        value = {"recent": "PAST_REF", "current": "PRESENT_REF", "future": "FUTURE_REF"}.get(
            words["refadj"].low
        )
        return Expression(kind="reference", value=value) if value else None
    return Expression(kind="reference", value=words["ref"].value)


_READERS: dict[str, Callable[[Captured], Expression | None]] = {
    "weekday": _weekday,
    "date": _date,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "season": _season,
    "unit": _unit,
    "deictic": _deictic,
    "ago": _ago,
    "hence": _hence,
    "shifted": _shifted,
    "spoken": _spoken,
    "clock": _clock,
    "named": _named,
    "span": _span,
    "duration": _duration,
    "set": _set,
    "period": _period,
    "reference": _reference,
}
