"""A page in, names that a title stands before out: "Interior Minister Nora Pell", "Ms Varrick".

A title is read from its last word, the office, leftwards over the words that narrow it ("former deputy"),
and the name from there rightwards; so a name is found that the entity recogniser missed, and one that it
swallowed together with its title is set free.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotations.mentions.grammar import name_words
from onrecord.annotations.mentions.lexicon import Gender, Lexicon
from onrecord.annotations.mentions.page import Page, Stretch

LONGEST_NAME = 5
LONGEST_TITLE = 7
_PROPER = frozenset({"NNP", "NNPS", "NN", "JJ", ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A name `[first, last)` with the title `[title, first)`; `head` is its office in lower case."""

    first: int
    last: int
    title: int
    head: str
    honorific: bool
    gender: Gender | None


def titled_names(page: Page, stretch: Stretch, words: Lexicon) -> list[Titled]:
    """Return the names of a stretch that follow a title, in order."""
    found: list[Titled] = []
    place = stretch.first
    while place < stretch.last - 1:
        begin = _name_begin(page, stretch, place, words)
        if begin is None or (found and place < found[-1].last):
            place += 1
            continue
        last = name_end(page, stretch, begin, words)
        last = next((at for at in range(begin + 1, last) if page.begins(at, stretch)), last)
        if last > begin:
            found.append(_titled(page, stretch, (place, begin, last), words))
            place = last
        else:
            place += 1
    return found


def is_title(low: str, words: Lexicon) -> bool:
    """Whether a lower-case word is an office or honorific that can stand before a name."""
    office = low in words.persons and low not in words.generic and low not in words.kin
    return office or low in words.honorifics or low in words.short_titles


def _is_office(page: Page, place: int, words: Lexicon) -> bool:
    """Whether an office stands between an honorific and the name."""
    capitals = page.capital(place) and page.capital(place + 1)
    return capitals and page.lows[place] in words.persons and page.tags[place + 1].startswith("NNP")


def names_ship(page: Page, place: int, words: Lexicon) -> bool:
    """Whether a title is part of a ship's name: "the Lady Anne", "the steamer Prince Rupert"."""
    before = page.lows[place - 1] if place else ""
    return page.lows[place] in words.ship_titles and (before == "the" or before in words.vessels)


def _name_begin(page: Page, stretch: Stretch, place: int, words: Lexicon) -> int | None:
    low = page.lows[place]
    if not is_title(low, words) or names_ship(page, place, words):
        return None
    begin = place + 1
    if begin < stretch.last and page.words[begin] == "[":
        begin += 1
    if low in words.persons and begin < stretch.last and page.lows[begin] in name_words("shared.of"):
        begin = _past_of(page, stretch, begin, words)
        # Nothing but "of" between: "director of Sallow Bank".
        if page.lows[begin - 1] in name_words("shared.of"):
            return None
    if begin < stretch.last and page.lows[begin] in name_words("titles.elect") and page.lows[place] != "-":
        begin += 1 + (page.lows[begin] == "-")
    if begin >= stretch.last:
        return None
    if low in words.honorifics and begin + 1 < stretch.last and _is_office(page, begin, words):
        begin += 1  # "Mrs Justice NAME"
    if low in words.honorifics and page.capital(begin) and page.tags[begin].startswith("NNP"):
        return None if low == "king" or page.lows[begin] in words.calendar else begin
    if not _begins_name(page, begin, words):
        return None
    loose = low in words.persons and not page.capital(place)
    if loose and stretch.shouting:
        return None
    return begin


def _past_of(page: Page, stretch: Stretch, place: int, words: Lexicon) -> int:
    begin = place + 1
    while begin < stretch.last and (
        page.lows[begin] in words.of_what or page.lows[begin] in name_words("titles.joins")
    ):
        begin += 1
    return place + 1 if page.lows[begin - 1] in name_words("titles.before") else begin


def _begins_name(page: Page, place: int, words: Lexicon) -> bool:
    word, low = page.words[place], page.lows[place]
    if low in words.particles and place + 1 < len(page.words):
        return page.capital(place + 1) and page.tags[place + 1].startswith("NNP")
    return (
        word[:1].isupper()
        and page.tags[place] in ("NNP", "NNPS", "NN", "")
        and low not in words.calendar
        and not is_title(low, words)
        and low not in words.title_modifiers
        and low not in words.adjectives
    )


def name_end(page: Page, stretch: Stretch, begin: int, words: Lexicon) -> int:
    """Return the token after the last one of a person's name that begins at a token."""
    place = begin
    while place < stretch.last and place - begin < LONGEST_NAME:
        low = page.lows[place]
        another = place > begin and is_title(low, words) and low not in words.given
        ends = low in words.calendar or (place > begin and low in words.pronouns)
        ends = ends or (low in words.postnominals and page.words[place].isupper())
        if ends or another or not _in_name(page, stretch, (begin, place), words):
            break
        place += 1
    while place > begin and (page.lows[place - 1] in words.particles or page.lows[place - 1] in ("-", "]")):
        place -= 1
    return place


def _in_name(page: Page, stretch: Stretch, at: tuple[int, int], words: Lexicon) -> bool:
    """Whether a token may be part of the name that begins at another."""
    begin, place = at
    word, low = page.words[place], page.lows[place]
    before_capital = place + 1 < stretch.last and page.capital(place + 1)
    if word == "-":
        return place > begin
    if word == "]" or low in words.particles:
        return before_capital and (place > begin or word != "]")
    if low in words.suffixes or (place > begin + 1 and page.words[place - 1] == "-" and word.isalpha()):
        return True
    if not word[:1].isupper():
        return False
    return len(word) <= 2 or (page.tags[place] in _PROPER and word[-1].isalnum())


def _titled(page: Page, stretch: Stretch, at: tuple[int, int, int], words: Lexicon) -> Titled:
    head, begin, last = at
    low = page.lows[head]
    start = head
    while start > stretch.first and head - start < LONGEST_TITLE and _narrows(page, start - 1, words):
        start -= 1
    while start < head and page.lows[start] in ("-", ".", ",", "/"):
        start += 1
    honorific = low in words.honorifics
    gender = words.honorifics.get(low) or words.gendered.get(low)
    if honorific:
        start = head
    return Titled(first=begin, last=last, title=start, head=low, honorific=honorific, gender=gender)


def _narrows(page: Page, place: int, words: Lexicon) -> bool:
    low, tag = page.lows[place], page.tags[place]
    if low in words.title_modifiers or low == "-":
        return True
    if low in words.calendar or low in words.definite_determiners or low in words.unnamed_determiners:
        return False
    return page.words[place][:1].isalpha() and (tag in ("NN", "NNP", "NNPS", "JJ") or tag == "")


def given_names(page: Page, stretch: Stretch, words: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Yield capitalised words that begin with a common given name, as if labelled a person."""
    place = stretch.first
    while place < stretch.last - 1:
        low = page.lows[place]
        if stretch.shouting or low not in words.given or not page.capital(place):
            place += 1
            continue
        last = name_end(page, stretch, place, words)
        proper = all(page.tags[at].startswith("NNP") or page.words[at].islower() for at in range(place, last))
        ends = words.organization_words | words.place_words
        if last - place > 1 and proper and page.lows[last - 1] not in ends:
            yield place, last, "PERSON"
        place = max(last, place + 1)
