"""Words that look like times and are none: may, march, ages, counts of a year's size, the second of two."""

from collections.abc import Callable
from typing import NamedTuple

from onrecord.annotations.timexes.around import time_words
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.grammar import Reading
from onrecord.annotations.timexes.surroundings import words_around
from onrecord.annotations.timexes.words import Word


class Here(NamedTuple):
    """A reading with its sentence and the words beside it."""

    reading: Reading
    words: list[Word]
    tags: dict[int, str]
    before: str
    after: str


def is_trap(reading: Reading, expression: Expression, words: list[Word], tags: dict[int, str]) -> bool:
    """Whether a reading's words are no time here. `tags` gives the part-of-speech tag by place."""
    before = words[reading.first - 1].low if reading.first else ""
    after = words[reading.end].low if reading.end < len(words) else ""
    beyond = words[reading.end + 1].low if reading.end + 1 < len(words) else ""
    if (
        after in time_words("traps.old")
        or (after == "-" and beyond in time_words("traps.old"))
        or (after in ("of",) and beyond == "age")
    ):
        return True
    check = _CHECKS.get(expression.kind)
    return check is not None and check(Here(reading, words, tags, before, after))


def _month(here: Here) -> bool:
    name = here.reading.words["mon"]
    if name.kind == "month_short" and here.words[here.reading.end - 1] is name:
        return True
    if name.low not in time_words("traps.months_that_are_words") or here.reading.end - here.reading.first > 1:
        return False
    if here.before == "the" and name.low == "march":
        return not here.after.isalpha() or here.after in time_words("traps.of_months")
    return here.before not in words_around()["before_month"]


def _year(here: Here) -> bool:
    if here.reading.end - here.reading.first > 1:
        return False
    before, after = here.before, here.after
    lists = words_around()
    if (
        before == "-"
        and here.reading.first > 1
        and here.words[here.reading.first - 2].low in time_words("traps.prefixes")
    ):
        return False
    if after in lists["after_number"] or before in time_words("traps.no_year") or after in ("/", "$"):
        return True
    if before in time_words("traps.copyright") and _is_furniture(here):
        return True
    year = here.reading.words.get("year")
    if year is None:
        return before not in time_words("traps.before_year")
    plain = year.low.isdigit()
    if plain and 1700 <= year.value < 2100:
        follows = (
            here.tags.get(here.words[here.reading.end].start, "")
            if here.reading.end < len(here.words)
            else ""
        )
        return follows == "NNS" and before not in time_words("traps.before_plural")
    return before not in time_words("traps.before_plain_year") if plain else False


def _is_furniture(here: Here) -> bool:
    """Whether a year ends a telephone number or a line of copyright."""
    first = here.reading.first
    return here.before != "-" or (first > 1 and here.words[first - 2].low.isdigit())


def _season(here: Here) -> bool:
    if "baseseason" not in here.reading.words:
        return False
    if here.after == "of":
        return True  # "the fall of the old order"
    if here.words[here.reading.first].low == "the":
        return here.before not in words_around()["before_season"]
    return (
        here.before not in time_words("traps.before_season")
        or here.tags.get(here.words[here.reading.first].start) == "VB"
    )


def _period(here: Here) -> bool:
    first = here.words[here.reading.first]
    if here.after == "-":
        return True
    return first.low in time_words("traps.compared")


def _the_unit(here: Here) -> bool:
    unit = here.reading.words["theunit"].value
    return unit not in ("year", "week", "month") or here.before not in time_words("traps.lengths")


def _the_part(here: Here) -> bool:
    if "edge" in here.reading.words:
        return here.before not in time_words("traps.before_edge")
    return here.before not in time_words("traps.within") or here.after in time_words("traps.after")


def _offset(here: Here) -> bool:
    """A title ("World Today") has a capital in mid-sentence, after another one; "today's youth" has none."""
    word = here.reading.words.get("deictic")
    owned = [each.low for each in here.words[here.reading.end : here.reading.end + 3]]
    of_our_days = owned[:2] == ["'", "s"] and owned[-1] in words_around()["of_our_days"]
    if of_our_days and word is not None and word.value == 0:
        return True
    if (
        word is None
        or not word.capital
        or here.reading.first == 0
        or word is not here.words[here.reading.first]
    ):
        return False
    return here.words[here.reading.first - 1].capital


def _decade(here: Here) -> bool:
    owners = time_words("traps.owners")
    first, word = here.words[here.reading.first], here.reading.words["decade"]
    if word.low[0].isdigit() and first.low != "the":
        return True  # "in his early 30s", "highs in 60s"
    return here.before in owners or (
        here.reading.first > 1 and here.words[here.reading.first - 2].low in owners
    )


def _duration(here: Here) -> bool:
    unit = here.reading.words.get("bare") or here.reading.words.get("unit")
    if unit is None:
        return False
    if _is_rate(here):
        return True
    if "bare" in here.reading.words:
        if here.words[here.reading.end - 1].low == "long":
            return False  # "a decades-long dispute"
        return (
            here.before not in words_around()["before_bare"]
            and here.after not in words_around()["after_bare"]
        )
    if unit.value == "quarter":
        number = here.reading.words.get("n")
        return (
            here.after == "of"
            or (number is None and "vague" not in here.reading.words)
            or (number is not None and number.value in (1, 3) and here.after != "in")
        )
    return False


def _is_rate(here: Here) -> bool:
    """Whether what is counted stands before "a year": "two flights a week", "$2 million a year"."""
    first = here.reading.first
    if (
        not first
        or here.words[first].low not in time_words("traps.indefinite")
        or here.reading.end - first != 2
    ):
        return False
    counted = here.tags.get(here.words[first - 1].start, "") in ("CD", "NNS")
    return counted and here.after not in time_words("traps.counted_to")


def _clock(here: Here) -> bool:
    if "clock24" not in here.reading.words:
        clock = here.reading.words.get("clock")
        return (
            clock is not None
            and clock.kind == "clock"
            and clock.low.isalpha()
            and clock.capital
            and here.reading.first > 0
        )
    return here.before not in time_words("traps.before_clock")


def _reference(here: Here) -> bool:
    if "refadj" in here.reading.words and here.before == "then":
        return True  # "the then current price"
    word = here.reading.words.get("ref")
    return (
        word is not None
        and word.low == "soon"
        and (here.before == "as" or here.after in time_words("traps.soon"))
    )


def _unit(here: Here) -> bool:
    """A title ("This Week") is printed with capitals all through."""
    inner = here.words[here.reading.first : here.reading.end]
    return len(inner) == 2 and all(word.capital for word in inner)


def _shifted(here: Here) -> bool:
    return "beside" in here.reading.words and here.after not in time_words("traps.ends")


def _week_on(here: Here) -> bool:
    """Whether "Monday week" only stands before more: "Monday week-long talks", "the Saturday week after"."""
    if here.before in time_words("traps.before_no_week_on"):
        return True
    more = here.after.isalpha() and here.after not in time_words("traps.after_week_on")
    return more or here.after.isdigit() or here.after in time_words("traps.joins_week")


_CHECKS: dict[str, Callable[[Here], bool]] = {
    "month": _month,
    "year": _year,
    "short-year": _year,
    "season": _season,
    "period": _period,
    "the-unit": _the_unit,
    "weekday-a-week-on": _week_on,
    "clock": _clock,
    "per": lambda _: True,  # "$2 a year": a rate, read as a length of time where it is one
    "unit": _unit,
    "the-part": _the_part,
    "short-decade": _decade,
    "offset": _offset,
    "duration": _duration,
    "reference": _reference,
    "shifted": _shifted,
}
