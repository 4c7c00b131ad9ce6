"""An entity span of the small model in, the names it holds out.

Mended in general terms: cut at line ends, colons and dashes, and behind a possessor; freed of articles,
titles, lower-case words and possessives; a person's name widened by the capitalised words beside it.
"""

import re
from collections.abc import Iterator

from onrecord.annotations.mentions.grammar import name_words
from onrecord.annotations.mentions.lexicon import Lexicon
from onrecord.annotations.mentions.page import Page, Stretch
from onrecord.annotations.mentions.titles import is_title, name_end, names_ship

POSSESSIVE = frozenset({"'s", "'", "’s", "’", "''", "‘s"})
CUTS = frozenset(':;|"“”()*•—–―/…') | {"--", "...", "-", "]", "[", ","}
STRONG = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
LONGEST = 12
HOUR = re.compile(r"\d{1,2}[:.]\d{2}")


def repaired(
    page: Page, stretch: Stretch, ent: tuple[int, int, str], words: Lexicon
) -> Iterator[tuple[int, int, str]]:
    """Yield what an entity span of the recogniser holds of names: one, several, or nothing."""
    first, last, label = ent
    for start, end in _pieces(page, first, last, words):
        if end - start > 1 and HOUR.fullmatch(page.words[start]):
            start += 1  # "15:30 Hahn replies"
            label = label if label in STRONG else "PERSON"
        start, end = _trimmed(page, (start, end), words, body=label not in ("PERSON", "NORP"))
        if start >= end or (end - start > LONGEST):
            continue
        owned = end + 1 < stretch.last and page.lows[end] in POSSESSIVE and page.capital(end + 1)
        if owned and page.lows[end + 1] in words.organization_words:
            yield start, end + 2, "ORG"  # "Harlan Children's Hospital"
            continue
        if label == "PERSON" and end - start > 2 and page.words[end - 1].isdecimal():
            end -= 1  # an age without a comma
        if start > stretch.first and page.lows[start - 1] in words.station_first and page.capital(start - 1):
            yield start - 1, end, "ORG"  # "Radio Orm"
            continue
        if label == "PERSON":
            start, end = _widened(page, stretch, (start, end), words)
            start -= _half(page, stretch, (start, end), words)
        elif _half(page, stretch, (start, end), words):
            start, label = start - 1, "PERSON"
        elif label not in STRONG and not telling(page, end, words):
            continue
        yield start, end, label


def telling(page: Page, end: int, words: Lexicon) -> bool:
    """Whether the word before a token tells that a body or a place is named."""
    return page.lows[end - 1] in words.place_words or page.lows[end - 1] in words.organization_words


def _pieces(page: Page, first: int, last: int, words: Lexicon) -> Iterator[tuple[int, int]]:
    start = first
    for place in range(first, last):
        low = page.lows[place]
        hyphen = low in ("-", "/", "–") and _joined(page, place)
        comma = (
            low == ","
            and place + 1 < last
            and page.lows[place + 1] in words.suffixes | name_words("repair.firms")
        )
        bracket = low in ("]", "[") and place > first and page.words[place - 1][:1].isupper()
        owner = low in POSSESSIVE and place + 1 < last and _is_person(page, place + 1, last, words)
        owner = owner or (low == "and" and _two_people(page, (start, place, last), words))
        owner = owner or (low in POSSESSIVE and _is_body(page, start, place, words))
        owner = owner or (page.words[place].islower() and page.tags[place] in ("VBZ", "VBD", "VBP", "MD"))
        if owner or "\n" in low or (low in CUTS and not (hyphen or comma or bracket)):
            if start < place:
                yield start, place
            start = place + 1
    if start < last:
        yield start, last


def _is_body(page: Page, first: int, last: int, words: Lexicon) -> bool:
    """Whether the words before a possessive are a body's name: "Interior Department's", not "Children's"."""
    known = " ".join(page.lows[first:last]).replace(".", "") in words.known
    return known or (last - first > 1 and page.lows[last - 1] in words.organization_words)


def _two_people(page: Page, at: tuple[int, int, int], words: Lexicon) -> bool:
    """Whether an "and" stands between two full names of people, one of them with a known given name."""
    start, place, last = at
    halves = ((start, place), (place + 1, last))
    lows = page.lows[start:last]
    return (
        all(2 <= end - first <= 3 and all(map(page.capital, range(first, end))) for first, end in halves)
        and any(page.lows[first] in words.given for first, _ in halves)
        and not (words.organization_words | words.place_words).intersection(lows)
    )


def _joined(page: Page, place: int) -> bool:
    """Whether a hyphen stands within a word: no blank on either side."""
    after = page.places[place] + len(page.words[place])
    before = page.places[place]
    return before > 0 and after < len(page.text) and page.text[before - 1] != " " and page.text[after] != " "


def _hyphened(page: Page, place: int) -> bool:
    """Whether a word is the second half of a hyphened name ("Ki-moon")."""
    return place > 1 and page.lows[place - 1] == "-" and _joined(page, place - 1)


def _is_person(page: Page, first: int, last: int, words: Lexicon) -> bool:
    return page.lows[first] in words.given or (
        last - first >= 2 and page.lows[last - 1] not in words.organization_words | words.place_words
    )


_LEADING = ("RB", "IN", "CC", "WRB", "UH", "VB", "MD", "PRP", "DT")


def _trimmed(page: Page, at: tuple[int, int], words: Lexicon, *, body: bool) -> tuple[int, int]:
    first, last = at
    while first < last and _leads(page, first, words, alone=last - first < 2):
        first += 1
    while first < last and _trails(page, last - 1, words, body=body):
        last -= 1
    lone_particle = last - first == 1 and page.words[first].islower()
    return (last, last) if lone_particle else (first, last)


def _leads(page: Page, place: int, words: Lexicon, *, alone: bool) -> bool:
    """Whether a word before a name is none of it: article, title, adverb, lower-case word."""
    word, low = page.words[place], page.lows[place]
    if low in name_words("shared.articles") or (
        low in words.honorifics and not names_ship(page, place, words)
    ):
        return True
    if alone:
        return not word[:1].isupper() and not word[:1].isdigit()
    if low in words.short_titles:
        return True
    if word[:1].isupper():
        given = low in words.given and page.tags[place] != "MD"  # "Will Hollis resign?"
        return page.tags[place].startswith(_LEADING) and not given and low not in words.known
    return low not in words.particles and not word[:1].isdigit()


def _trails(page: Page, place: int, words: Lexicon, *, body: bool) -> bool:
    """Whether a word behind a name is none of it: possessive, sign, lower-case word."""
    word, low = page.words[place], page.lows[place]
    if low in POSSESSIVE or low in words.short_titles or low in name_words("shared.articles"):
        return True
    if not body and low in words.postnominals and word.isupper():
        return True
    if word.isdigit() and page.lows[place - 1] in POSSESSIVE:
        return True
    if not word[-1:].isalnum():
        return not (word.endswith(".") and len(word) > 1)
    telling_word = body and telling(page, place + 1, words)
    return word.islower() and not telling_word and not _hyphened(page, place)


def _half(page: Page, stretch: Stretch, at: tuple[int, int], words: Lexicon) -> bool:
    """Whether a single word is the surname behind a given name that the recogniser left out."""
    first, last = at
    given = first - 1
    if last - first > 1 or given < stretch.first or stretch.shouting or page.heads[given] != first:
        return False
    both = (page.lows[given], page.lows[first])
    telling = words.organization_words | words.place_words | words.place_first | words.organization_first
    other = telling | words.adjectives | words.title_modifiers | words.calendar | words.vessels | words.sides
    return (
        all(page.tags[place] == "NNP" and page.words[place].isalpha() for place in (given, first))
        and all(page.capital(place) and not page.words[place].isupper() for place in (given, first))
        and page.deps[given] == "compound"
        and page.deps[first] in ("nsubj", "nsubjpass")
        and other.isdisjoint(both)
        and not any(is_title(low, words) or low in words.known for low in both)
    )


def _widened(page: Page, stretch: Stretch, at: tuple[int, int], words: Lexicon) -> tuple[int, int]:
    """Return a person's span with the capitalised words beside it that the recogniser left out."""
    first, last = at
    end = name_end(page, stretch, first, words)
    if end > last and not stretch.shouting and page.tags[end - 1].startswith("NNP"):
        last = end
    while (
        first - 1 > stretch.first
        and page.lows[first - 1] in words.given
        and page.words[first - 1][:1].isupper()
    ):
        first -= 1
    return first, last
