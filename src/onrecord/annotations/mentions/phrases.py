"""A page and its names in, the noun phrases that stand for somebody out: roles and descriptions.

"The minister", "the company", "the two leaders" are roles: they point at somebody told before. "A senior
official", "two witnesses", "his lawyer" are descriptions of somebody who stays unnamed. What says what
somebody is ("she was the director", "as a teacher") points at nobody and is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotations.mentions.given_away import says
from onrecord.annotations.mentions.grammar import name_words
from onrecord.annotations.mentions.items import Item
from onrecord.annotations.mentions.lexicon import Lexicon, singular
from onrecord.annotations.mentions.page import Page, Stretch
from onrecord.annotations.quotations.cues import english
from onrecord.model.annotation import EntityKind, MentionForm

LONGEST = 14
STEPS = 6
_INSIDE = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "CD", "VBN", "VBG", "HYPH", "RBS", "RBR"})
_STARTS = frozenset({"DT", "PRP$", "PDT"})
# Arcs of a noun that says what somebody is, not who acts.
_TELLING = frozenset({"attr", "appos", "oprd", "npadvmod", "compound", "amod", "nmod", "poss", "dep"})
_ACTS = frozenset({"nsubj", "nsubjpass", "agent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase: tokens `[first, last)`, head token, determiner and head noun in the singular."""

    first: int
    last: int
    head: int
    determiner: str
    noun: str
    plural: bool


def phrases_of(page: Page, names: Sequence[Item], words: Lexicon) -> list[Item]:
    """Return the roles and descriptions of a page, in order of place."""
    taken = _taken(names)
    return [
        item
        for stretch in page.stretches
        if stretch.kind != "caption" and not stretch.shouting
        for item in _in_stretch(page, stretch, taken, words)
    ]


def _taken(names: Sequence[Item]) -> set[int]:
    """Return the tokens that are part of a name, of its title, or of the apposition beside it."""
    spans = [(item.first, item.last) for item in names] + [
        item.role for item in names if item.role is not None
    ]
    return {place for first, last in spans for place in range(first, last)}


def _in_stretch(page: Page, stretch: Stretch, taken: set[int], words: Lexicon) -> Iterator[Item]:
    for place in range(stretch.first, stretch.last):
        if page.lows[place : place + 2] == ["one", "of"] and (one := _one_of(page, stretch, place, words)):
            yield one
        if place in taken or not page.tags[place].startswith("NN"):
            continue
        low = page.lows[place]
        noun = (
            low
            if low in words.bodies_of_people or low in words.persons or low in words.bodies
            else singular(low)
        )
        if not (_person(noun, words) or noun in words.bodies or noun in words.bodies_of_people):
            continue
        phrase = _phrase(page, stretch, place, noun)
        item = None if phrase is None else _item(page, stretch, phrase, words)
        if item is not None:
            yield item


def _one_of(page: Page, stretch: Stretch, place: int, words: Lexicon) -> Item | None:
    """Return "one of the officials" as the description of a single person."""
    for head in range(place + 2, min(place + 8, stretch.last)):
        noun = singular(page.lows[head])
        if page.tags[head] in ("NNS", "NNPS"):
            if not _person(noun, words):
                return None
            return Item(
                first=place, last=head + 1, head=place, stretch=stretch, form="description", kind="unnamed",
                name=" ".join(page.words[place : head + 1]), words=tuple(page.lows[place : head + 1]),
                confidence=0.8, offices=(noun,), gender=words.gendered.get(noun),
            )  # fmt: skip
        if not page.tags[head].startswith(("DT", "JJ", "NN", "CD", "PRP")):
            return None
    return None


def _person(noun: str, words: Lexicon) -> bool:
    return noun in words.persons or noun in words.kin or noun in words.generic or noun in words.unnamed


def _phrase(page: Page, stretch: Stretch, head: int, noun: str) -> Phrase | None:
    after = head + 1
    if (
        after < stretch.last
        and (page.tags[after].startswith("NN") or page.lows[after] in ("-", "'s", "'"))
        and page.heads[head] == after
    ):
        return None
    first = begin(page, stretch, head)
    determiner = page.lows[first] if page.tags[first] in _STARTS | {"CD", "JJ"} else ""
    return Phrase(
        first=first, last=end(page, stretch, head), head=head, determiner=determiner, noun=noun,
        plural=(page.tags[head] in ("NNS", "NNPS") and page.lows[head] != "chairs") or noun == "people",
    )  # fmt: skip


def begin(page: Page, stretch: Stretch, head: int) -> int:
    """Return where a noun phrase begins: its determiner, or the first word that hangs on its head."""
    first = head
    while first > stretch.first and head - first < LONGEST:
        tag = page.tags[first - 1]
        if tag in _STARTS:
            first -= 1
            if tag != "PDT" and page.lows[first - 1] not in name_words("phrases.whole"):
                break
        elif tag == "POS" and first - 2 >= stretch.first:
            first -= 2
        elif tag in _INSIDE:
            first -= 1
        else:
            break
    while first < head and page.lows[first] in name_words("phrases.counting"):
        first += 1
    return first


def end(page: Page, stretch: Stretch, head: int) -> int:
    """Return the end of a noun phrase with what hangs on its head and tells which ones are meant.

    That is prepositional phrases ("sources close to her"), a participle or a word for being there right
    behind it ("a person involved in the talks", "voters there"), and of bare "people" who they are.
    """
    if (clause := _who_clause(page, stretch, head)) is not None:
        return clause
    last = head + 1
    inside = {head}
    while last < stretch.last and last - head < LONGEST:
        hangs = page.heads[last] in inside
        if not hangs and page.deps[last] not in (
            "compound",
            "amod",
            "det",
            "poss",
            "nummod",
            "case",
            "nmod",
            "punct",
        ):
            break
        described = last == head + 1 and _tells_which(page, last)
        if (
            page.heads[last] == head
            and not described
            and (
                page.deps[last] not in ("prep", "amod", "acl")
                or page.lows[last] not in name_words("phrases.links")
            )
        ):
            break
        if not page.words[last][:1].isalnum() and page.lows[last] not in ("'s", "'", "-"):
            break
        opens = page.tags[last].startswith(("VB", "W", "MD", "CC")) and page.lows[last] not in name_words(
            "phrases.links"
        )
        if opens and not described and not _joins_names(page, last, head, inside):
            break
        inside.add(last)
        last += 1
    while last > head + 1 and not _may_end(page, last - 1):
        last -= 1
    return last


def _who_clause(page: Page, stretch: Stretch, head: int) -> int | None:
    """Return the end of "people who were in the building"; None of a noun that tells more by itself."""
    who = head + 1
    aside = who < stretch.last and page.lows[who] == "," and page.lows[head] in name_words("phrases.bare")
    who += aside  # "a third person, who works there"
    if who >= stretch.last or page.lows[who] not in name_words("phrases.who"):
        return None
    lone = head > stretch.first and page.lows[head - 1] in name_words("phrases.indefinite")
    if not lone and page.lows[head] not in name_words("phrases.bare"):
        return None
    verb = page.heads[who] if page.deps[who] != "poss" else page.heads[page.heads[who]]
    if page.deps[verb] != "relcl" or page.heads[verb] != head:
        return None
    last = who
    while last < min(stretch.last, head + LONGEST) and (
        page.words[last][:1].isalnum() or page.tags[last] in ("POS", "HYPH")
    ):
        joins = page.tags[last] == "CC" and page.heads[last] == verb
        if joins or not _hangs_on(page, last, verb):
            break
        last += 1
    while last > verb and page.tags[last - 1] in ("IN", "DT", "CC", "TO"):
        last -= 1
    manner = not name_words("phrases.manner").isdisjoint(page.lows[who:last])
    return last if last > verb and not manner else None


def _hangs_on(page: Page, place: int, verb: int) -> bool:
    """Whether a word stands under a verb, a few steps at most."""
    for _ in range(STEPS):
        if place == verb:
            return True
        place = page.heads[place]
    return False


def _tells_which(page: Page, place: int) -> bool:
    """Whether a word right behind a noun that speaks tells which ones; no participle that reports."""
    low, arc, head = page.lows[place], page.deps[place], page.heads[place]
    if page.deps[head] != "nsubj" or not says(page.lows[page.heads[head]]):
        return False
    if low in name_words("phrases.there"):
        return arc in ("advmod", "amod", "acl")
    return arc == "acl" and page.tags[place] in ("VBN", "VBG") and low not in english().verbs


def _may_end(page: Page, place: int) -> bool:
    """Whether a noun phrase may end with a word: with a noun, "him" in "close to him", "there"."""
    pointing = page.tags[place] in ("PRP", "CD") and page.deps[place] == "pobj"
    return page.noun(place) or pointing or page.lows[place] in name_words("phrases.there")


def _joins_names(page: Page, place: int, head: int, inside: set[int]) -> bool:
    """Whether an "and" goes on within the phrase: "the foreign ministers of Norland and Weirholm"."""
    after = place + 1
    return (
        page.lows[place] == "and"
        and page.heads[place] in inside - {head}
        and after < len(page.words)
        and page.tags[after] == "NNP"
        and page.deps[after] == "conj"
        and page.heads[after] == page.heads[place]
    )


def _item(page: Page, stretch: Stretch, phrase: Phrase, words: Lexicon) -> Item | None:
    sort = _sort(page, phrase, words)
    if sort is None:
        return None
    form, kind, confidence = sort
    last = (
        phrase.last
        if form == "description"
        or page.lows[phrase.head + 1 : phrase.head + 2] == ["of"]
        or phrase.noun in words.bodies_of_people
        else phrase.head + 1
    )
    inner = tuple(
        low for low in page.lows[phrase.first : phrase.head + 1] if low not in name_words("phrases.articles")
    )
    return Item(
        first=phrase.first, last=last, head=phrase.head, stretch=stretch, form=form, kind=kind,
        name=" ".join(page.span(phrase.first, last).of(page.text).split()), words=inner,
        confidence=confidence, offices=(phrase.noun,), gender=words.gendered.get(phrase.noun),
        plural=phrase.plural or phrase.noun in words.bodies_of_people,
    )  # fmt: skip


def _sort(page: Page, phrase: Phrase, words: Lexicon) -> tuple[MentionForm, EntityKind, float] | None:
    noun = phrase.noun
    if _points_at_nobody(page, phrase, words):
        return None
    owner = page.tags[phrase.first] == "PRP$" or "POS" in page.tags[phrase.first : phrase.head]
    definite = phrase.determiner in words.definite_determiners or owner
    if noun in words.bodies_of_people or (noun in words.standing_bodies and not phrase.plural):
        return "role", "organization", 0.85
    if noun in words.bodies and not _person(noun, words):
        return None if phrase.plural else _body(page, phrase, definite=definite)
    if definite:
        if owner:
            return "description", "unnamed", 0.8
        return "role", "group" if phrase.plural else "person", 0.8
    return _unnamed(page, phrase, words)


def _points_at_nobody(page: Page, phrase: Phrase, words: Lexicon) -> bool:
    """Whether a phrase says what somebody is, denies that there is one, or is no person here."""
    head, arc = phrase.head, page.deps[phrase.head]
    acts = arc in _ACTS
    after = page.lows[head + 1] if head + 1 < len(page.words) else ""
    return (
        (arc in _TELLING and not (arc == "poss" and after in ("'s", "'")))
        or (arc == "pobj" and page.lows[page.heads[head]] in name_words("phrases.likening"))
        or phrase.determiner in words.denying
        or page.lows[phrase.first] in name_words("shared.owners")
        or after in name_words("phrases.named")
        or (phrase.noun in words.doubtful and not acts and after != "of")
    )


def _body(page: Page, phrase: Phrase, *, definite: bool) -> tuple[MentionForm, EntityKind, float] | None:
    if definite:
        return "role", "organization", 0.8
    acts = page.deps[phrase.head] == "nsubj" and phrase.determiner in name_words("phrases.indefinite")
    return ("description", "organization", 0.6) if acts else None


def _unnamed(page: Page, phrase: Phrase, words: Lexicon) -> tuple[MentionForm, EntityKind, float] | None:
    arc = page.deps[phrase.head]
    if phrase.determiner in words.unnamed_determiners or page.tags[phrase.first] == "CD":
        return "description", "unnamed", 0.85 if arc in _ACTS or arc == "dobj" else 0.7
    acts = arc in _ACTS or (
        arc == "pobj" and page.lows[page.heads[phrase.head]] in name_words("phrases.acting")
    )
    if not acts:
        return None
    if phrase.noun in words.unnamed and (phrase.plural or phrase.first < phrase.head):
        return "description", "unnamed", 0.8
    return None
