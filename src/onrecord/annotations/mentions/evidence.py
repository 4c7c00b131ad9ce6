"""One place where a name stands in, what that place tells of its kind out, each sign with its weight.

Weights are set by hand so that any one sure sign (a title, an age, a body's word) outweighs a label of the
recogniser, and two weak ones outweigh one.
"""

from collections.abc import Iterator
from typing import Literal

from onrecord.annotations.mentions.appositions import age_at, beside
from onrecord.annotations.mentions.grammar import name_endings, name_words
from onrecord.annotations.mentions.lexicon import Lexicon, singular
from onrecord.annotations.mentions.name import Name
from onrecord.annotations.mentions.page import Page

Kind = Literal["person", "organization", "place", "group", "adjective"]
Sign = tuple[Kind, float]
_LABELS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
# The model's label of a name of several words is right far oftener than that of a single word.
LONG, SHORT = 2.0, 1.0
ENOUGH = 3  # labels of one name count no more than so many: the model errs the same way each time


def from_label(name: Name, often: int) -> Iterator[Sign]:
    """Yield what the recogniser says of a name that stands in the report so often."""
    kind = _LABELS.get(name.label)
    if name.stretch.shouting or kind is None:
        return
    if kind == "group" and not name.words[-1].endswith("s"):
        kind = "adjective"
    worth = LONG if len(name.words) > 1 else SHORT
    yield kind, worth * min(often, ENOUGH) / often


def from_context(page: Page, name: Name, words: Lexicon, often: int) -> Iterator[Sign]:
    """Yield what title, age, shape and the words beside a name say of it."""
    stretch = name.stretch
    before = page.lows[name.first - 1] if name.first > stretch.first else ""
    after, second = (page.lows[at] if at < stretch.last else "" for at in (name.last, name.last + 1))
    if name.title is not None:
        yield "person", 6 if name.title.honorific else 4
    if after == "," and second == "who":
        yield "person", 3
    if after == "," and _age_follows(page, name, words):
        yield "person", 5
    if name.title is None and _has_role(page, name, words):
        yield "person", 4
    if before in name_words("shared.articles") and name.title is None:
        yield "person", -1.5
    if after in ("'s", "'") and (second in words.owned_by_places or _first_of_its_kind(page, name)):
        yield "place", 2
    yield from _from_before(page, name, words, before)
    for kind, weight in _from_shape(page, name, words):
        yield kind, weight * min(often, ENOUGH) / often


def _from_before(page: Page, name: Name, words: Lexicon, before: str) -> Iterator[Sign]:
    if before in words.place_prepositions:
        after = page.tags[name.last] if name.last < name.stretch.last else ""
        yield "place", 1.5 if after.startswith(("NN", "POS")) else 2.5  # not "in Orm Bank shares"
    elif before in words.vessels:
        yield "place", 6
    elif before == "the" and name.words[0] in words.ship_titles and len(name.words) > 1:
        yield "place", 4
    elif before in words.ways:
        yield "place", 0.7
    elif before in words.sides:
        yield "place", 2
    far = page.lows[name.first - 2] if name.first - 2 >= name.stretch.first else ""
    if before == "of" and far in words.towards_place:
        yield "place", 3


def _from_shape(page: Page, name: Name, words: Lexicon) -> Iterator[Sign]:
    last = name.last - 1
    head = page.heads[last]
    told = page.lows[head + 1 : head + 3] if page.lows[head] in words.speech_verbs else []
    if page.deps[last] == "nsubj" and not name_words("evidence.he").isdisjoint(told):
        yield "person", 3  # "Oskel Varn said she would stay"
    if page.deps[last] == "nsubj" and page.lows[head] in words.agency_verbs:
        yield "person", 0.6
        yield "organization", 0.5
    if len(name.words) > 1 or name.stretch.shouting:
        return
    word = page.words[name.first]
    if word.isupper() and 1 < len(word) < 6:
        yield "organization", 1
    if page.deps[last] in ("compound", "nmod", "amod") and _is_thing(page, head, words):
        yield "person", -1.2
    if page.lows[last].endswith(name_endings("evidence.adjective_ends")) and (
        page.tags[last] == "JJ" or (page.deps[last] in ("amod", "compound") and page.words[head].islower())
    ):
        yield "adjective", 2.5


def _has_role(page: Page, name: Name, words: Lexicon) -> bool:
    """Whether a person's role stands beside a name: "its mayor, NAME,"; an operator may be a body."""
    about = beside(page, name, words)
    return about.role is not None and about.head not in words.bodies


def _is_thing(page: Page, head: int, words: Lexicon) -> bool:
    """Whether a name stands before a noun for no person: "a Dawn kettle", not "the Solway lawyer"."""
    return page.words[head].islower() and page.noun(head) and singular(page.lows[head]) not in words.persons


def _first_of_its_kind(page: Page, name: Name) -> bool:
    """Whether something is called the largest, oldest or last that a name has: "Norland's largest port"."""
    at = name.last + 1
    return at < name.stretch.last and page.tags[at] == "JJS"


def _age_follows(page: Page, name: Name, words: Lexicon) -> bool:
    age = age_at(page, name.stretch, name.last, words)[1]
    return age is not None and age < 100
