"""A name in its sentence in, what stands beside it out: role, age, gender.

"Lena Ortiz, 43, a spokeswoman for the port," gives the role words "a spokeswoman for the port", the age and
the gender; "the port's director, Paul Hale," gives the role before the name.
"""

from dataclasses import dataclass

from onrecord.annotations.mentions.grammar import name_words
from onrecord.annotations.mentions.lexicon import Gender, Lexicon, singular
from onrecord.annotations.mentions.name import Name
from onrecord.annotations.mentions.page import Page, Stretch

LONGEST_ROLE = 16
LONGEST_BEFORE = 10
_ENDS = frozenset({",", ".", ";", ":", "—", "–", "--", ")", "(", '"', "“", "”", "''", "``", "!", "?"})
_BEFORE_HEAD = frozenset(
    {
        "DT",
        "JJ",
        "JJR",
        "JJS",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "POS",
        "PRP$",
        "CD",
        "VBG",
        "VBN",
        "HYPH",
        "RB",
        "",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside a name: tokens of the role, its head noun in lower case, age, gender."""

    role: tuple[int, int] | None = None
    head: str = ""
    age: int | None = None
    gender: Gender | None = None


def beside(page: Page, name: Name, words: Lexicon) -> Beside:
    """Return role, age and gender that the words around a person's name tell."""
    stretch = name.stretch
    place, age = age_at(page, stretch, name.last, words)
    role = None
    if place < stretch.last and page.lows[place] in (",", "—", "–", "--", "-", "("):
        role = role_from(page, stretch, place + 1, words)
    if role is None and name.title is None:
        role = _before(page, name, words)
    if role is None:
        return Beside(age=age)
    first, last, head = role
    gender = words.gendered.get(head)
    if head in words.generic and head not in words.persons:
        return Beside(age=age, gender=gender)
    if head in words.generic or head in words.kin:
        return Beside(age=age, gender=gender, role=(first, last) if head in words.kin else None, head=head)
    return Beside(role=(first, last), head=head, age=age, gender=gender)


def age_at(page: Page, stretch: Stretch, place: int, words: Lexicon) -> tuple[int, int | None]:
    """Return the token after the age that follows a name, and the age; the token itself and None for none."""
    at = place
    if at < stretch.last and page.lows[at] in (",", "("):
        at += 1
    aged = at < stretch.last and page.lows[at] == "aged"
    at += aged
    if at == place or at >= stretch.last:
        return place, None
    word = page.words[at]
    age = int(word[:4]) if word.isdecimal() else words.ages.get(page.lows[at], 0)
    following = page.lows[at + 1] if at + 1 < stretch.last else "."
    goes_on = following in name_words("appositions.behind_age") and (
        aged or word.isdecimal() or following in name_words("appositions.stops")
    )
    return (at + 1, age) if 0 < age < 116 and goes_on else (place, None)


def role_from(page: Page, stretch: Stretch, first: int, words: Lexicon) -> tuple[int, int, str] | None:
    """Return the role phrase that begins at a token, with its head; None if none begins there."""
    head = _head(page, stretch, first)
    if head is None:
        return None
    low = page.lows[head]
    one = low if low in words.persons else singular(low.split("-")[-1])
    if one not in words.persons and one not in words.kin and one not in words.gendered:
        return None
    return first, _role_end(page, stretch, (first, head), words), singular(low)


def body_from(page: Page, name: Name, words: Lexicon) -> tuple[int, int, str] | None:
    """Return what a body is called behind its name: "Northwind, the company that runs the ferry"."""
    stretch, first = name.stretch, name.last + 1
    if first >= stretch.last or page.lows[name.last] != "," or page.tags[first] not in ("DT", "PRP$"):
        return None
    head = _head(page, stretch, first)
    if head is None or singular(page.lows[head]) not in words.bodies:
        return None
    return first, _role_end(page, stretch, (first, head), words), singular(page.lows[head])


def _role_end(page: Page, stretch: Stretch, at: tuple[int, int], words: Lexicon) -> int:
    first, head = at
    last = head + 1
    while last < stretch.last and last - first < LONGEST_ROLE:
        low, tag = page.lows[last], page.tags[last]
        if low in _ENDS or low in words.role_stops or tag in ("VBD", "VBZ", "VBP", "MD"):
            break
        last += 1
    while page.tags[last - 1] in ("IN", "DT", "CC", "TO"):
        last -= 1
    return last


def _head(page: Page, stretch: Stretch, first: int) -> int | None:
    """Return the token of the head of the singular noun phrase that begins at a token."""
    place = first
    while place < stretch.last and place - first < LONGEST_BEFORE and _before_head(page, place):
        place += 1
    nouns = [at for at in range(first, place) if page.noun(at)]
    return nouns[-1] if nouns and page.tags[nouns[-1]] != "NNS" else None


def _before_head(page: Page, place: int) -> bool:
    word = page.words[place]
    return page.tags[place] in _BEFORE_HEAD and (word[:1].isalnum() or page.lows[place] in ("-", "'s", "'"))


def _before(page: Page, name: Name, words: Lexicon) -> tuple[int, int, str] | None:
    """Return a role that ends in a comma before the name, as in "its mayor, NAME,"; kin need none."""
    stretch, comma = name.stretch, name.first - 1
    kin = comma > stretch.first and page.lows[comma] in words.kin
    if kin and page.tags[comma - 1] in ("PRP$", "POS"):
        return comma - (1 if page.tags[comma - 1] == "PRP$" else 0), name.first, page.lows[comma]
    if comma <= stretch.first or page.lows[comma] != ",":
        return None
    if name.last < stretch.last and page.lows[name.last] not in name_words("appositions.ends"):
        return None
    first = comma
    while first > stretch.first and comma - first < LONGEST_BEFORE and _may_stand_in(page, first - 1):
        first -= 1
    for start in range(first, comma):
        opens = page.tags[start] in ("DT", "PRP$", "NNP") or page.tags[start + 1] == "POS"
        if opens and (role := role_from(page, stretch, start, words)):
            return role if role[1] == comma else None
    return None


def _may_stand_in(page: Page, place: int) -> bool:
    low, tag = page.lows[place], page.tags[place]
    if tag == "IN":
        return low in name_words("appositions.prepositions")
    return _before_head(page, place)
