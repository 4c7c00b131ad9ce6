"""Readers of lengths of time and of what is counted in them: durations, sets, "two years ago", "now"."""

from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.words import Captured, value_of

_LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "weekend": "D", "week": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y", "millennium": "Y",
}  # fmt: skip
_TIMES = {"fortnight": 2, "weekend": 2, "decade": 10, "century": 100, "millennium": 1000}


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


def _amount(words: Captured) -> float | None:
    amount = value_of(words, "n")
    if amount is not None and "andhalf" in words:
        amount += 0.5
    return amount  # type: ignore[no-any-return]


def read_ago(words: Captured) -> Expression:
    """Return what "two years ago" says."""
    amount = _amount(words)
    kind, amount = ("ago", -amount) if amount is not None else ("reference", None)
    return Expression(kind=kind, grain=words["unit"].value, amount=amount, value="PAST_REF")


def read_hence(words: Captured) -> Expression:
    """Return what "two years from now" says."""
    return Expression(kind="ago", grain=words["unit"].value, amount=_amount(words), value="FUTURE_REF")


def read_shifted(words: Captured) -> Expression | None:
    """Return what "two days later", "the year before" say."""
    if "beside" in words:
        sign = -1 if words["beside"].low == "before" else 1
        return Expression(kind="shifted", grain=words["unit"].value, amount=sign)
    amount = _amount(words)
    back = words["cmp"].value == "BEFORE"
    if amount is None:
        return Expression(kind="reference", value="PAST_REF" if back else "FUTURE_REF")
    return Expression(kind="shifted", grain=words["unit"].value, amount=-amount if back else amount)


def read_span(words: Captured) -> Expression:
    """Return what "the past two months", "recent weeks" say."""
    grain, amount = words["unit"].value, _amount(words)
    if "bygone" in words:
        return Expression(kind="reference", value="PAST_REF")
    if "recent" in words and grain in ("year", "decade", "century"):
        return Expression(kind="reference", value="PAST_REF")
    toward: int | None = -1 if "recent" in words else value_of(words, "dir")
    if "ahead" in words and words["ahead"].low == "future":
        return Expression(kind="reference", value="FUTURE_REF")
    toward = 1 if "ahead" in words else toward
    return Expression(
        kind="span", grain=grain, amount=amount, toward=toward, value=duration_value(grain, amount)
    )


def read_duration(words: Captured) -> Expression | None:
    """Return what a length of time says."""
    if "bare" in words or "allunit" in words:
        unit = words.get("bare") or words["allunit"]
        value = duration_value(unit.value, 1 if "allunit" in words else None)
        return Expression(kind="duration", grain=unit.value, value=value)
    if "length" in words:
        return Expression(kind="duration", value=words["length"].value)
    if "unit" not in words:
        return None
    grain = words["unit"].value
    amount = _amount(words)
    if "n" in words and words["n"].kind == "one" and words["unit"].kind == "units":
        return None  # "a decades-long dispute"
    if "n" in words and words["n"].kind == "year" and words["n"].low.isdigit():
        return None
    if words["unit"].kind == "second" and (amount is None or amount < 2):
        return None
    return Expression(kind="duration", grain=grain, amount=amount, value=duration_value(grain, amount))


def read_set(words: Captured) -> Expression | None:
    """Return what "every day", "Mondays", "twice a year" say."""
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
    amount = value_of(words, "n", "each") or 1
    return Expression(
        kind="per" if "perunit" in words else "set",
        grain=unit.value,
        value=duration_value(unit.value, amount),
    )


def read_reference(words: Captured) -> Expression | None:
    """Return what "now", "recently", "the future" say."""
    if "past" in words:
        return Expression(kind="reference", value="PAST_REF") if words["past"].low == "past" else None
    if "refadj" in words:
        value = {"recent": "PAST_REF", "current": "PRESENT_REF", "future": "FUTURE_REF"}.get(
            words["refadj"].low
        )
        return Expression(kind="reference", value=value) if value else None
    return Expression(kind="reference", value=words["ref"].value)
