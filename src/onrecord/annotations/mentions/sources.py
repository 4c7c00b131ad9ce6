"""A page and its mentions in, sources without one out: noun phrases that a reporting word gives as speaker.

"Critics", "most voters", "the complaint", "a poll" say things too. Papers, and people of whom no more is
told, are descriptions of a source that stays unnamed. A definite person ("the billionaire") is a role, which
stays open if nobody is known by it. A capitalised word that is a name elsewhere is that name here too; one
that says something and is no word of the report's is a name that nothing else tells of.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.annotations.mentions.given_away import says
from onrecord.annotations.mentions.grammar import name_words
from onrecord.annotations.mentions.items import Item
from onrecord.annotations.mentions.lexicon import Lexicon, singular
from onrecord.annotations.mentions.page import Page, Stretch
from onrecord.annotations.mentions.phrases import LONGEST, begin, end
from onrecord.annotations.mentions.titles import is_title
from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations.between_commas import speaker_between_commas
from onrecord.annotations.quotations.cues import Cues, english
from onrecord.annotations.quotations.speakers import speaker_of
from onrecord.model.annotation import EntityKind, MentionForm

# Classes of cues whose subjects speak often enough to be worth a mention.
REPORTS = frozenset({"say", "tell", "write", "voice", "ask", "show", "think", "order", "judge", "name"})
SURE = 0.75
_BEFORE = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "cc", "conj", "quantmod"})
_QUANTITY = frozenset({"CD", "JJ", "JJR", "JJS", "DT", "RBR"})


def sources_of(parsed: Parsed, page: Page, known: Sequence[Item], words: Lexicon) -> list[Item]:
    """Return a mention for each printed source that has none yet, in order of place."""
    if not parsed.doc.has_annotation("DEP"):
        return []
    covered = {place for item in known for place in range(item.first, item.last)}
    names = {item.key: item for item in known if item.form == "name"}
    begins = [stretch.first for stretch in page.stretches]
    found: dict[int, Item] = {}
    for head in _heads(parsed, page, english()):
        at = bisect_right(begins, head) - 1
        if head in covered or head in found or at < 0 or head >= page.stretches[at].last:
            continue
        stretch = page.stretches[at]
        item = None if stretch.kind == "caption" else _item(page, stretch, head, (names, words))
        if item is not None:
            found[head] = item
    return _apart(sorted(found.values(), key=lambda item: item.first))


def _apart(items: Sequence[Item]) -> list[Item]:
    """Return the items without those that begin within another."""
    kept: list[Item] = []
    for item in items:
        if not kept or item.first >= kept[-1].last:
            kept.append(item)
    return kept


def _heads(parsed: Parsed, page: Page, cues: Cues) -> Iterator[int]:
    doc = parsed.doc
    for place, low in enumerate(page.lows):
        if low == "according" and page.lows[place + 1 : place + 2] == ["to"]:
            yield from (child.i for child in doc[place + 1].children if child.dep_ == "pobj")
            continue
        cue = cues.verbs.get(low)
        if cue is None or not page.tags[place].startswith("VB") or REPORTS.isdisjoint(cue.frames.values()):
            continue
        yield from _of_verb(doc[place], page)


def _of_verb(verb: Token, page: Page) -> Iterator[int]:
    speaker = speaker_of(verb)
    # "Those who oppose the war" are nobody in particular.
    if speaker is not None and not (
        verb.dep_ == "relcl" and speaker.head.lower_ in name_words("sources.pointing")
    ):
        yield speaker.head.i
        yield from (child.i for child in speaker.head.children if child.dep_ == "conj" and page.noun(child.i))
    if says(verb.lower_) and (beside := speaker_between_commas(verb)) is not None:
        yield beside.head.i


def _item(page: Page, stretch: Stretch, head: int, given: tuple[dict[str, Item], Lexicon]) -> Item | None:
    names, words = given
    low, tag = page.lows[head], page.tags[head]
    if tag in ("NNP", "NNPS") and stretch.shouting:
        return None
    first = _first(page, stretch, head, counted=low in words.quantities and not tag.startswith("NN"))
    lead = page.lows[first]
    counted = low in words.quantities and not page.noun(head)
    if counted and page.lows[head + 1 : head + 2] and page.lows[head + 1] in name_words("sources.comparing"):
        return None  # "four more than the firm admitted" are no four who speak
    if (
        (page.deps[head] == "appos" and page.lows[first - 1] != ",")
        or lead in words.denying
        or lead in name_words("shared.owners")
    ):
        return None
    noun = low if low in words.sources else singular(low)
    known = words.sources | words.bodies | words.unnamed
    if tag in ("NNP", "NNPS") and not (noun in words.sources or (tag == "NNPS" and noun in known)):
        return _name(page, stretch, head, names) or _unheard(page, stretch, head, words)
    if not (tag.startswith("NN") or (low in words.quantities and tag in _QUANTITY)):
        return None
    paper = noun in words.sources
    plural = tag == "NNS" or (low in words.quantities and low not in name_words("sources.single"))
    last = end(page, stretch, head)
    if low in name_words("sources.pointing") and last == head + 1:
        return None  # "those said" tells of nobody
    sort = _sort(lead, paper=paper, plural=plural, words=words)
    person = not paper and low not in words.quantities
    return Item(
        first=first, last=last, head=head, stretch=stretch, form=sort[0], kind=sort[1],
        name=" ".join(page.span(first, last).of(page.text).split()),
        words=tuple(page.lows[first : head + 1]), confidence=SURE,
        offices=(noun,) if person else (), plural=plural,
    )  # fmt: skip


def _first(page: Page, stretch: Stretch, head: int, *, counted: bool) -> int:
    """Return where a noun phrase begins, compounds in the plural and joined adjectives included."""
    first = head if counted else begin(page, stretch, head)
    while first > stretch.first and head - first < LONGEST:
        before = first - 1
        hangs = page.heads[before] == head or page.heads[page.heads[before]] == head
        if not hangs or page.deps[before] not in _BEFORE or not page.words[before][:1].isalnum():
            break
        first = before
    while first < head and page.deps[first] in ("prep", "prt", "cc", "conj", "advmod"):
        first += 1
    return first


def _sort(lead: str, *, paper: bool, plural: bool, words: Lexicon) -> tuple[MentionForm, EntityKind]:
    """Return form and kind: a definite person is somebody told of, all others are described and no more."""
    if paper or plural or lead not in words.definite_determiners:
        return "description", "unnamed"
    return "role", "person"


def _name(page: Page, stretch: Stretch, head: int, names: dict[str, Item]) -> Item | None:
    """Return a capitalised word as the name that it is elsewhere, or as a body's if it is an acronym."""
    word = page.words[head]
    like = names.get(page.lows[head])
    if like is None and not (word.isupper() and word.isalpha() and 2 < len(word) < 7):
        return None
    alone = head == stretch.first or page.tags[head - 1] not in ("NNP", "NNPS")
    if not alone or page.lows[head + 1 : head + 2] in (["'s"], ["-"]):
        return None
    return Item(
        first=head, last=head + 1, head=head, stretch=stretch, form="name",
        kind="organization" if like is None else like.kind, name=word, words=(page.lows[head],),
        confidence=0.5, plural=like is not None and like.plural,
    )  # fmt: skip


def _unheard(page: Page, stretch: Stretch, head: int, words: Lexicon) -> Item | None:
    """Return a capitalised word that says something, as a name of which nothing else tells.

    Whoever is "he" or "she" in what is said is a person; a body, or perhaps one, is all else.
    """
    word, low, verb = page.words[head], page.lows[head], page.heads[head]
    if not says(page.lows[verb]) or not _looks_like_a_name(page, stretch, head):
        return None
    listed = words.persons | words.bodies | words.calendar | words.adjectives | words.unnamed | words.sources
    listed |= words.organization_words | english().voices.people
    if is_title(low, words) or page.lows[head + 1 : head + 2] == ["."]:
        return None
    if not listed.isdisjoint((low, singular(low))) or low in page.words:
        return None
    told = page.lows[verb + 1 : verb + 3]
    behind = page.lows[head + 2 : head + 3] if page.lows[head + 1 : head + 2] == [","] else []
    person = not name_words("sources.he").isdisjoint(told) or not name_words("given_away.who").isdisjoint(
        behind
    )
    return Item(
        first=head, last=head + 1, head=head, stretch=stretch, form="name",
        kind="person" if person else "organization", name=word, words=(low,), confidence=0.5,
    )  # fmt: skip


def _looks_like_a_name(page: Page, stretch: Stretch, head: int) -> bool:
    """Whether a subject is one capitalised word by itself, with nothing before it that goes with it."""
    word = page.words[head]
    before = range(stretch.first, head)
    return (
        page.tags[head] == "NNP"
        and page.deps[head] == "nsubj"
        and len(word) > 2
        and word.isalpha()
        and word[0].isupper()
        and word[1:].islower()
        and not any(
            page.heads[place] == head or (place == head - 1 and page.tags[place] == "NNP") for place in before
        )
        and page.tags[head + 1 : head + 2] not in (["POS"], ["HYPH"], ["NNP"], ["NNPS"])
    )
