"""Words that look like times and are none: may, march, ages, counts of a year's size, the second of two."""

from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.grammar import Reading
from onrecord.annotations.timexes.surroundings import words_around
from onrecord.annotations.timexes.words import Word

_MONTHS_THAT_ARE_WORDS = frozenset({"may", "march", "mar"})
_OLD = frozenset({"old", "olds"})


def is_trap(reading: Reading, expression: Expression, words: list[Word], tags: dict[int, str]) -> bool:
    """Whether a reading's words are no time here. `tags` gives the part-of-speech tag by place."""
    before = words[reading.first - 1].low if reading.first else ""
    after = words[reading.end].low if reading.end < len(words) else ""
    beyond = words[reading.end + 1].low if reading.end + 1 < len(words) else ""
    if after in _OLD or (after == "-" and beyond in _OLD) or (after in ("of",) and beyond == "age"):
        return True
    check = _CHECKS.get(expression.kind)
    return check is not None and check(reading, words, tags, (before, after))


Beside = tuple[str, str]


def _month(reading: Reading, words: list[Word], tags: dict[int, str], beside: Beside) -> bool:
    name = reading.words["mon"]
    if name.kind == "month_short" and words[reading.end - 1] is name:
        return True
    if name.low not in _MONTHS_THAT_ARE_WORDS or reading.end - reading.first > 1:
        return False
    del tags
    return beside[0] not in words_around()["before_month"]


def _year(reading: Reading, words: list[Word], tags: dict[int, str], beside: Beside) -> bool:
    if reading.end - reading.first > 1:
        return False
    before, after = beside
    lists = words_around()
    if (
        after in lists["after_number"]
        or before in ("$", "£", "€", "#", "no", ".", "/", "'")
        or after in ("/", "$")
    ):
        return True
    year = reading.words.get("year")
    if year is None:
        return before not in ("of", "in", "since", "the", "class", "summer", "spring", "fall", "winter")
    plain = year.low.isdigit()
    if plain and 1700 <= year.value <= 2100:
        follows = tags.get(words[reading.end].start, "") if reading.end < len(words) else ""
        return follows == "NNS" and before not in ("the", "in")
    return before not in ("in", "since", "year") if plain else False


def _season(reading: Reading, words: list[Word], tags: dict[int, str], beside: Beside) -> bool:
    if "baseseason" not in reading.words:
        return False
    if words[reading.first].low == "the":
        return beside[0] not in words_around()["before_season"]
    return (
        beside[0] not in ("in", "since", "until", "by", "during")
        or tags.get(words[reading.first].start) == "VB"
    )


def _period(reading: Reading, words: list[Word], tags: dict[int, str], beside: Beside) -> bool:
    first = words[reading.first]
    if beside[1] == "-":
        return True
    return first.low in ("quarter", "period", "same", "comparable", "corresponding", "latest")


def _the_unit(reading: Reading, words: list[Word], tags: dict[int, str], beside: Beside) -> bool:
    unit = reading.words["theunit"].value
    return unit not in ("year", "week", "month") or beside[0] not in (
        "for",
        "in",
        "during",
        "throughout",
        "of",
        "through",
    )


def _the_part(reading: Reading, words: list[Word], tags: dict[int, str], beside: Beside) -> bool:
    return beside[0] not in ("in", "during") or beside[1] in ("of", "-")


def _decade(reading: Reading, words: list[Word], tags: dict[int, str], beside: Beside) -> bool:
    owners = ("his", "her", "their", "my", "our", "its", "your")
    return beside[0] in owners or (reading.first > 1 and words[reading.first - 2].low in owners)


def _duration(reading: Reading, words: list[Word], tags: dict[int, str], beside: Beside) -> bool:
    unit = reading.words.get("bare") or reading.words.get("unit")
    if unit is None:
        return False
    if "bare" in reading.words:
        return (
            beside[0] not in words_around()["before_bare"] and beside[1] not in words_around()["after_bare"]
        )
    if unit.value == "quarter":
        number = reading.words.get("n")
        return (
            beside[1] == "of"
            or (number is None and "vague" not in reading.words)
            or (number is not None and number.value in (1, 3) and beside[1] != "in")
        )
    return False


def _clock(reading: Reading, words: list[Word], tags: dict[int, str], beside: Beside) -> bool:
    if "clock24" not in reading.words:
        clock = reading.words.get("clock")
        return (
            clock is not None
            and clock.kind == "clock"
            and clock.low.isalpha()
            and clock.capital
            and reading.first > 0
        )
    return beside[0] not in (
        "at",
        "by",
        "until",
        "before",
        "after",
        "around",
        "about",
        "from",
        "since",
        "to",
        ",",
    )


def _reference(reading: Reading, words: list[Word], tags: dict[int, str], beside: Beside) -> bool:
    word = reading.words.get("ref")
    return word is not None and word.low == "soon" and (beside[0] == "as" or beside[1] in ("after", "as"))


def _unit(reading: Reading, words: list[Word], tags: dict[int, str], beside: Beside) -> bool:
    """A title ("This Week") is printed with capitals all through."""
    inner = words[reading.first : reading.end]
    return len(inner) == 2 and all(word.capital for word in inner)


def _shifted(reading: Reading, words: list[Word], tags: dict[int, str], beside: Beside) -> bool:
    return "beside" in reading.words and beside[1] not in ("", ".", ",", ";", "and", "but", ")", "-")


def _per(reading: Reading, words: list[Word], tags: dict[int, str], beside: Beside) -> bool:
    return True


_CHECKS = {
    "month": _month,
    "date": lambda *_: False,
    "year": _year,
    "short-year": _year,
    "season": _season,
    "period": _period,
    "the-unit": _the_unit,
    "clock": _clock,
    "per": _per,
    "unit": _unit,
    "the-part": _the_part,
    "short-decade": _decade,
    "duration": _duration,
    "reference": _reference,
    "shifted": _shifted,
}
