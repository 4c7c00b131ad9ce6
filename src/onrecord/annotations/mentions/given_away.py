"""A stretch in, the names out that the recogniser may miss and the words beside them give away.

An age behind it or a word for kin before it tells a person ("his wife, Doreen, 69,"); "near", "in" or "the
town of" before it tells a place. Capitalised words tagged as proper names are taken whole, and only where
nothing else capitalised stands beside them.
"""

from collections.abc import Iterator

from onrecord.annotations.mentions.appositions import age_at
from onrecord.annotations.mentions.grammar import name_words
from onrecord.annotations.mentions.lexicon import Lexicon, singular
from onrecord.annotations.mentions.page import Page, Stretch

LONGEST = 3
Piece = tuple[int, int, str]


def given_away(page: Page, stretch: Stretch, words: Lexicon) -> Iterator[Piece]:
    """Yield tokens `[first, last)` with the label that the words beside them are worth."""
    if stretch.shouting:
        return
    place = stretch.first
    while place < stretch.last:
        last = _run(page, stretch, place, words)
        if last == place:
            place += 1
            continue
        if last - place <= LONGEST:
            label = _label(page, stretch, (place, last), words)
            if label:
                yield place, last, label
        place = last


def _run(page: Page, stretch: Stretch, first: int, words: Lexicon) -> int:
    """Return the end of the capitalised proper words that begin at a token."""
    place = first
    while place < stretch.last and _is_proper(page, place, words):
        place += 1
    return place


def _is_proper(page: Page, place: int, words: Lexicon) -> bool:
    word, low = page.words[place], page.lows[place]
    return (
        page.tags[place] in ("NNP", "NNPS")
        and word[0].isupper()
        and len(word) > 2
        and word.replace("-", "").replace("'", "").isalpha()
        and low not in words.calendar
        and low not in words.adjectives
        and low not in words.persons
    )


def _label(page: Page, stretch: Stretch, at: tuple[int, int], words: Lexicon) -> str:
    first, last = at
    if first == stretch.first:
        return ""
    before = page.lows[first - 1]
    age = age_at(page, stretch, last, words)[1]
    if (
        age is not None
        and age < 100
        and page.words[last] == ","
        and before in name_words("given_away.before")
    ):
        return "PERSON"
    kin = page.lows[first - 2] if before == "," and first - 2 >= stretch.first else before
    if (kin in words.kin or singular(kin) in words.kin) and _ends(page, stretch, last):
        return "PERSON"
    far = page.lows[first - 2] if first - 2 >= stretch.first else ""
    town = before == "of" and far in words.towards_place
    located = before in words.place_prepositions and page.deps[last - 1] == "pobj"
    return "GPE" if (town or located) and _ends(page, stretch, last) else ""


def _ends(page: Page, stretch: Stretch, last: int) -> bool:
    """Whether no noun and no possessive follows: "near Orm", not "in Orm shares" or "in Orm's view"."""
    return last >= stretch.last or not page.tags[last].startswith(("NN", "POS", "HYPH", "CD"))
