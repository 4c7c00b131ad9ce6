"""A reading of the grammar in, what its words mean out.

One small reader for each form of the grammar.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from onrecord.annotations.timexes.day_readers import (
    read_clock,
    read_date,
    read_deictic,
    read_named,
    read_spoken,
    read_weekday,
)
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.grammar import Reading
from onrecord.annotations.timexes.length_readers import (
    read_ago,
    read_duration,
    read_hence,
    read_reference,
    read_set,
    read_shifted,
    read_span,
)
from onrecord.annotations.timexes.span_readers import (
    read_century,
    read_decade,
    read_month,
    read_period,
    read_quarter,
    read_season,
    read_unit,
    read_year,
)
from onrecord.annotations.timexes.words import Captured, Word


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
    number = words.get("n")
    if "mod" not in out and found.mod is None and number is not None and number.kind == "couple":
        out["mod"] = "APPROX"  # two or three
    clock = words.get("clock") or words.get("clock24")
    if found.clock:
        out["part"] = None
    elif clock:
        out["clock"], out["vague_clock"] = _on_the_clock(words, clock)
    if "zone" in words:
        out["zone"] = words["zone"].value
    part = words.get("part") or words.get("part2")
    if part and found.part is None and not found.clock:
        out["part"] = part.value
    return out


def _on_the_clock(words: Captured, clock: Word) -> tuple[str, bool]:
    """Return a time of day, and whether it may be twelve hours later: "7:30" without more.

    A part of the day beside it decides ("7:30 Wednesday night"), as does an hour over 12.
    """
    value: str = clock.value
    hour = int(value[1:3])
    if clock.kind != "clock24" or hour > 12 or hour == 0 or "zone" in words:
        return value, False
    part = words.get("part") or words.get("part2")
    if part is None:
        return value, True
    if part.value == "MO":
        return value, False
    late = part.value == "NI" and (hour < 6 or hour == 12)
    return (value, True) if late else (f"T{hour % 12 + 12:02d}{value[3:]}", False)


_READERS: dict[str, Callable[[Captured], Expression | None]] = {
    "weekday": read_weekday,
    "date": read_date,
    "month": read_month,
    "year": read_year,
    "decade": read_decade,
    "century": read_century,
    "quarter": read_quarter,
    "season": read_season,
    "unit": read_unit,
    "deictic": read_deictic,
    "ago": read_ago,
    "hence": read_hence,
    "shifted": read_shifted,
    "spoken": read_spoken,
    "clock": read_clock,
    "named": read_named,
    "span": read_span,
    "duration": read_duration,
    "set": read_set,
    "period": read_period,
    "reference": read_reference,
}
