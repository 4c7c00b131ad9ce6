"""A stretch in, the names out that the recogniser may miss and the words beside them give away.

An age behind it or a word for kin before it tells a person ("his wife, Doreen, 69,"); "near", "in" or "the
town of" before it tells a place. Two or three words that say something, or that an office or "who" stands
behind, are somebody's full name, be it at the head of a sentence ("Oskel Varn, her deputy, said").
Capitalised words tagged as proper names are taken whole, and only where nothing else capitalised stands
beside them.
"""

from collections.abc import Iterator

from onrecord.annotations.mentions.appositions import age_at, role_from
from onrecord.annotations.mentions.grammar import name_words
from onrecord.annotations.mentions.lexicon import Lexicon, singular
from onrecord.annotations.mentions.page import Page, Stretch
from onrecord.annotations.quotations.cues import english

LONGEST = 3
ASIDE = 8  # tokens of an aside that are looked at
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
    article = first > stretch.first and page.lows[first - 1] in name_words("shared.articles")
    if article and _is_paper(page, stretch, last):
        return "ORG"
    full = not article and _is_full_name(page, at, words)
    if full and _says_or_is_described(page, stretch, last, words):
        return "PERSON"
    if not article and _is_body_name(page, at, words) and says(page.lows[page.heads[last - 1]]):
        return "ORG"
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


def _is_full_name(page: Page, at: tuple[int, int], words: Lexicon) -> bool:
    """Whether proper words may be a given name and a surname: one phrase, none tells something else."""
    first, last = at
    lows = page.lows[first:last]
    telling = words.organization_words | words.place_words | words.place_first | words.organization_first
    other = (
        telling | words.matters | words.bodies | words.sources | words.unnamed | words.sides | words.vessels
    )
    return (
        last - first > 1
        and page.tags[last - 1] == "NNP"
        and page.deps[last - 1] in ("nsubj", "pobj", "appos")
        and all(page.heads[place] == last - 1 for place in range(first, last - 1))
        and not any(page.words[place].isupper() for place in range(first, last))
        and other.isdisjoint((*lows, *map(singular, lows)))
        and not any(low in words.title_modifiers or low in words.known for low in lows)
    )


def _is_body_name(page: Page, at: tuple[int, int], words: Lexicon) -> bool:
    """Whether proper words name a body by the last of them: "Orrel Power"."""
    first, last = at
    return (
        last - first > 1
        and page.deps[last - 1] == "nsubj"
        and page.lows[last - 1] in words.organization_words | words.firms
        and all(page.heads[place] == last - 1 for place in range(first, last - 1))
        and words.title_modifiers.isdisjoint(page.lows[first:last])
    )


def _says_or_is_described(page: Page, stretch: Stretch, last: int, words: Lexicon) -> bool:
    """Whether somebody is the subject of a word of saying, or is told to hold an office."""
    head, arc = page.heads[last - 1], page.deps[last - 1]
    if arc == "pobj":
        return page.lows[head] == "to" and page.lows[head - 1] == "according"
    if arc == "appos":
        return singular(page.lows[head]) in words.persons and page.tags[head] == "NN"
    if says(page.lows[head]):
        return True
    if last + 1 >= stretch.last or page.lows[last] != ",":
        return False
    return (
        page.lows[last + 1] in name_words("given_away.who")
        or role_from(page, stretch, last + 1, words) is not None
    )


def says(low: str) -> bool:
    """Whether a word reports what somebody says, tells or writes."""
    cue = english().verbs.get(low)
    kinds = () if cue is None else (*map(cue.frames.get, ("that", "direct", "object")),)
    return not name_words("given_away.saying").isdisjoint(kinds)


def _is_paper(page: Page, stretch: Stretch, last: int) -> bool:
    """Whether an aside right behind a name tells that a paper goes by it: "The Bell, a daily, …"."""
    aside = page.lows[last : min(stretch.last, last + ASIDE)]
    if aside[:1] != [","] or aside[1:2] not in (["a"], ["an"], ["the"], ["our"], ["another"]):
        return False
    of_the_aside = aside[2 : aside.index(",", 1)] if "," in aside[1:] else aside[2:]
    return not name_words("given_away.papers").isdisjoint(of_the_aside)


def _ends(page: Page, stretch: Stretch, last: int) -> bool:
    """Whether no noun and no possessive follows: "near Orm", not "in Orm shares" or "in Orm's view"."""
    return last >= stretch.last or not page.tags[last].startswith(("NN", "POS", "HYPH", "CD"))
