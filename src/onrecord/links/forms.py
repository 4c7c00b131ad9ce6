"""Two texts that share most of their words in, whether they are one form filled in twice out.

A market report, a dividend, a weekly notice keep every word but their numbers and whom they are about. So
numbers are compared that stand between the same words in both, and the names that open a short notice. A copy
keeps its numbers, save one or two that were mended.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from operator import eq
from typing import Final

from onrecord.english import english_table

AROUND: Final = 2  # words on either side between which a number stands
# Numbers alike for each that differs, from which a text keeps its numbers. Measured on the rows to fit of
# `eval/copies` and on other pairs of its wire: long copies have 4 or more and long forms 2.5 at most; of
# short ones sent again within the day copies have 4 or more; tables of a later day keep up to 11.
KEPT: Final = 3
KEPT_SHORT: Final = 4
KEPT_SHORT_LATER: Final = 12
SENTENCES: Final = 60  # words that are more than a form's: one number may have been mended within the day
OPENING: Final = 14  # words that hold whom a notice is about, ...
FIRST: Final = 3  # ... who is named from one of the first of them on
SHORT: Final = 120  # words of a notice; longer pieces are rewritten at the top without being another's
NUMBER: Final = "#"
Numbers = Mapping[tuple[str, ...], Sequence[str]]

_WORD = re.compile(r"\d+(?:[.,/:-]\d+)*|[^\W\d_][^\W_]*(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """How far two texts fill in one form alike.

    Attributes:
        alike: numbers between the same words that are the same.
        differing: numbers between the same words that aren't.
        renamed: whether their openings name one and another, of whom the other text knows nothing.
    """

    alike: int
    differing: int
    renamed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyWords:
    """The language's own words, by which a form, a correction and a page's own sentences are told.

    Attributes:
        numbers: what fills the blanks of a form though it is no figure, with the figure that it stands for.
        corrects: that a notice mends an earlier one.
        with_you: words that speak of the page where the reader is addressed too.
        alone: words that speak of the page.
    """

    numbers: Mapping[str, str]
    corrects: re.Pattern[str]
    with_you: re.Pattern[str]
    alone: re.Pattern[str]


@lru_cache(maxsize=1)
def copy_words() -> CopyWords:
    """Return the table of English."""
    table = english_table("copies")
    page = table["page"]
    return CopyWords(
        numbers={**{word: word for word in table["blanks"]}, **table["numbers"]},
        corrects=_pattern([table["corrects"]]),
        with_you=_pattern(page["with_you"]),
        alone=_pattern(page["alone"]),
    )


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    joined = "|".join(words).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)


def printed_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as printed, a number such as "6-1/4" or "1,500.5" whole."""
    return tuple(_WORD.findall(text))


def plain_words(words: Iterable[str]) -> list[str]:
    """Return words in small letters, with small numbers in figures: "two" as "2"."""
    numbers = copy_words().numbers
    folded = (word.casefold().replace("’", "'") for word in words)
    return [numbers.get(word, word) for word in folded]


def is_number(word: str) -> bool:
    """Whether a word is a number, in figures or not, or a month: what fills the blanks of a form."""
    return word[0].isdigit() or word.casefold() in copy_words().numbers


def filled(first: Sequence[str], second: Sequence[str]) -> Filled:
    """Return how two texts, given as printed words, fill in what they share."""
    places, others = numbers_of(first), numbers_of(second)
    alike = sum(_same(places, others))
    return Filled(alike=alike, differing=differing(places, others), renamed=_renamed(first, second))


def differing(places: Numbers, others: Numbers) -> int:
    """Return how many numbers of two texts are others among the same words."""
    return sum(not same for same in _same(places, others))


def _same(places: Numbers, others: Numbers) -> Iterator[bool]:
    """Yield of each number that stands among the same words in two texts whether it is the same."""
    for around in places.keys() & others.keys():
        if len(places[around]) == len(others[around]):
            yield from map(eq, places[around], others[around])


def is_form(found: Filled, *, words: int, same_day: bool) -> bool:
    """Whether two texts, the smaller of so many words, are one form filled in twice."""
    if words >= SHORT:
        return found.alike < KEPT * found.differing
    if same_day and words >= SENTENCES and found.differing == 1:
        return found.renamed
    return found.renamed or found.alike < (KEPT_SHORT if same_day else KEPT_SHORT_LATER) * found.differing


def numbers_of(words: Sequence[str]) -> dict[tuple[str, ...], list[str]]:
    """Return the numbers of a text by the words around them, in order."""
    plain = plain_words(words)
    masked = [NUMBER if is_number(word) else word for word in plain]
    padded = ["", *[""] * (AROUND - 1), *masked, *[""] * AROUND]
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for place, word in enumerate(plain):
        around = (*padded[place : place + AROUND], *padded[place + AROUND + 1 : place + 2 * AROUND + 1])
        if masked[place] == NUMBER and any(one not in ("", NUMBER) for one in around):
            found[around].append(word)
    return found


def _renamed(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether one opening begins with a name where the other has another, each strange to the other text."""
    openings = [[word.casefold() for word in words[:OPENING]] for words in (first, second)]
    codes = SequenceMatcher(a=openings[0], b=openings[1], autojunk=False).get_opcodes()
    return any(
        what == "replace"
        and min(start, begin) < FIRST
        and max(end, stop) < OPENING
        and _has_strange_name(first[start:end], second)
        and _has_strange_name(second[begin:stop], first)
        for what, start, end, begin, stop in codes
    )


def _has_strange_name(words: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of some words is a name that the other text doesn't have, not even in another spelling."""
    known = {word.casefold() for word in other}
    names = [word.casefold() for word in words if word[0].isupper() and not is_number(word)]
    return any(name not in known and not get_close_matches(name, known, n=1) for name in names)
