"""A sentence's text in, its words as the time grammar sees them out.

The grammar has its own words, so that it doesn't hang on how a parser cuts "third-quarter", "mid-1996"
or "10p.m.". Number words are joined to one word with a value ("twenty-four", "2 1/2"), as are the fixed
phrases of the lexicon ("the day after tomorrow"). Each step looks at each word a bounded number of
times.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from onrecord.annotations.timexes.around import time_text, time_words
from onrecord.annotations.timexes.lexicon import Lexicon

_WORD = (
    r"(?P<iso>(?<![0-9-])[12][0-9]{3}-[01][0-9]-[0-3][0-9](?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?(?![0-9-]))"
    r"|(?P<slash>(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9/]))"
    r"|(?P<clock>(?<![0-9.:,$£€])[0-9]{1,2}(?:[:.][0-5][0-9])?[ \u00a0-]?HALF_DAY)"
    r"|(?P<clock24>(?<![0-9.:,$£€])[0-9]{1,2}:[0-5][0-9](?![0-9:]))"
    r"|(?P<decade>(?:(?<![\w,.$£€])[12][0-9]{2}0|[’'`]?(?<![\w,.$£€])[0-9]0)[’']?s\b)"
    r"|(?P<short>[’'`][0-9]{2}(?![0-9]))"
    r"|(?P<ordinal>[0-9]{1,4}(?:ORDINAL)\b)"
    r"|(?P<mixed>[0-9]{1,4}[ -][1-9]/[2-8](?![0-9/]))"
    r"|(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
    r"|(?P<word>[^\W\d_]+(?:\.(?=[^\W\d_]\.)[^\W\d_]\.)*)"
    r"|(?P<mark>\S)"
)
_MAX_DIGITS = 7  # a longer number counts no days; it also keeps a page of digits cheap


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the grammar: text in lower case, place in the whole text, class and value."""

    low: str
    start: int
    end: int
    kind: str
    value: Any = None
    capital: bool = False


def words_of(text: str, offset: int, lexicon: Lexicon) -> list[Word]:
    """Return the words of a sentence; places are counted from `offset`."""
    plain = [_word(match, offset) for match in _words_and_marks().finditer(text)]
    return [_classed(word, lexicon) for word in _join(_numbers(plain, lexicon), lexicon)]


@cache
def _words_and_marks() -> re.Pattern[str]:
    """Return the pattern of all words and marks."""
    english = _WORD.replace("HALF_DAY", time_text("words.half_day")).replace(
        "ORDINAL", time_text("words.ordinal")
    )
    return re.compile(english, re.IGNORECASE)


def _word(match: re.Match[str], offset: int) -> Word:
    kind = match.lastgroup or "mark"
    text = match[0]
    low = text.lower().replace("’", "'").replace("`", "'")
    start, end = match.start() + offset, match.end() + offset
    reader = _READERS.get(kind)
    value = reader(low) if reader else None
    if reader and value is None:
        kind = "mark"
    if kind == "number":
        kind = _number_kind(low, value or 0)
    return Word(low, start, end, kind, value, text[0].isupper())


def _number_kind(low: str, value: float) -> str:
    if low.isdigit() and 1 <= value <= 31 and len(low) <= 2:
        return "dd"
    if low.isdigit() and len(low) == 4 and 1000 <= value <= 2199:
        return "year"
    return "num"


def _read_number(low: str) -> float | None:
    if len(low) > _MAX_DIGITS:
        return None
    value = float(low.replace(",", ""))
    return int(value) if value == int(value) else value


def _read_mixed(low: str) -> float | None:
    whole, over = re.split(r"[ -]", low)
    top, bottom = over.split("/")
    return int(whole) + int(top) / int(bottom) if int(top) < int(bottom) else None


def _read_clock(low: str) -> str | None:
    digits = re.findall(r"[0-9]+", low)
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    if "m" in low:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if "p" in low else 0)
    return f"T{hour:02d}:{minute:02d}" if hour < 24 else None


def _read_decade(low: str) -> int:
    return int(re.sub(r"[^0-9]", "", low))


def _read_ordinal(low: str) -> int:
    return int(low[:-2])


_READERS: dict[str, Any] = {
    "number": _read_number,
    "mixed": _read_mixed,
    "clock": _read_clock,
    "clock24": _read_clock,
    "decade": _read_decade,
    "ordinal": _read_ordinal,
    "iso": lambda low: low,
    "slash": lambda low: low,
    "short": lambda low: int(low[-2:]),
}


def _classed(word: Word, lexicon: Lexicon) -> Word:
    if word.kind != "word":
        return replace(word, kind="num") if word.kind == "mixed" else word
    entry = lexicon.words.get(word.low)
    if entry is None or (entry.capital and not word.capital):
        return word
    return replace(word, kind=entry.kind, value=entry.value)


def _join(words: list[Word], lexicon: Lexicon) -> list[Word]:
    out: list[Word] = []
    place = 0
    while place < len(words):
        for parts in lexicon.joined.get(words[place].low, ()):
            if tuple(w.low for w in words[place : place + len(parts)]) == parts:
                out.append(_joined(words[place : place + len(parts)], lexicon))
                place += len(parts)
                break
        else:
            out.append(words[place])
            place += 1
    return out


def _joined(words: list[Word], lexicon: Lexicon) -> Word:
    key = _key(tuple(w.low for w in words), lexicon)
    entry = lexicon.words[key]
    return Word(key, words[0].start, words[-1].end, entry.kind, entry.value, words[0].capital)


def _key(parts: tuple[str, ...], lexicon: Lexicon) -> str:
    return lexicon.keys[parts]


def _numbers(words: list[Word], lexicon: Lexicon) -> list[Word]:
    out: list[Word] = []
    place = 0
    while place < len(words):
        end, value = _number_at(words, place, lexicon)
        if end > place:
            low = " ".join(w.low for w in words[place:end])
            year = end - place > 1 and 1000 <= value < 2200 and "hundred" not in low
            kind = "year" if year else "num"
            out.append(Word(low, words[place].start, words[end - 1].end, kind, value, words[place].capital))
        else:
            out.append(words[place])
        place = max(end, place + 1)
    return out


def _number_at(words: list[Word], place: int, lexicon: Lexicon) -> tuple[int, float]:
    """Return the end and the value of the number words that begin here; the same place if there are none."""
    total, part, end, at = 0, 0, place, place
    while at < len(words) and at - place < 12:
        value = _number_word(words[at], lexicon)
        if value is None:
            if (
                end == at
                and at > place
                and words[at].low in time_words("words.joins")
                and _goes_on(words, at, lexicon)
            ):
                at += 1
                continue
            break
        if value >= 100:
            if end == place and words[at].low not in time_words("words.scales"):
                break
            part = max(part, 1) * value
            total, part = (total + part, 0) if value == 1000 else (total, part)
        elif (
            part == 0
            or part % 100 == 0
            or (part >= 20 and part % 10 == 0 and part % 100 >= 20 and value < 10)
        ):
            part += value
        elif 13 <= part <= 20 and value >= 10:
            part = part * 100 + value
        else:
            break
        at += 1
        end = at
    return end, total + part


def _number_word(word: Word, lexicon: Lexicon) -> int | None:
    entry = lexicon.words.get(word.low) if word.kind == "word" else None
    return int(entry.value) if entry is not None and entry.kind == "number" else None


def _goes_on(words: list[Word], at: int, lexicon: Lexicon) -> bool:
    if at + 1 >= len(words):
        return False
    before, after = _number_word(words[at - 1], lexicon), _number_word(words[at + 1], lexicon)
    if before is None or after is None or after >= 100:
        return False
    return before >= 100 if words[at].low == "and" else 20 <= before < 100 and after < 10


Captured = dict[str, Word]
"""The words that a reading captured, by name."""


def value_of(words: Captured, *names: str) -> Any:  # noqa: ANN401  a word's value is of its class
    """Return the value of the first of some captured words; None if there is none."""
    return next((words[name].value for name in names if name in words), None)
