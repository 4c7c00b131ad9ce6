"""A parsed report in, plain columns out: words, tags, arcs, and the stretches that may name.

Rules read tokens many times; columns of Python strings are several times faster than token objects.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, SENT_START, TAG

from onrecord.annotations.parsed import Parsed
from onrecord.model.report import NEWS, BlockKind
from onrecord.model.span import Span

READ: frozenset[BlockKind] = NEWS | {"caption"}
# Share of capitalised words among the long ones: a title-case headline has nearly all, a sentence full of
# names seldom six of ten. A line of body text is taken for a heading only if it ends in no stop.
TITLE_CASE, HEADING = 0.6, 0.85
_SENTENCE_ENDS = frozenset({".", "!", "?", '"', "”", "''", ":", ";", ","})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A sentence, or the part of it that lies in one block; tokens `[first, last)`.

    Attributes:
        block: number of its block in the report.
        shouting: most words are capitalised, as in a title-case headline: capitals tell nothing.
    """

    number: int
    first: int
    last: int
    block: int
    kind: BlockKind
    shouting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A report as columns, one row a token, with its stretches in order of place."""

    text: str = field(repr=False)
    words: list[str] = field(repr=False)
    lows: list[str] = field(repr=False)
    tags: list[str] = field(repr=False)
    deps: list[str] = field(repr=False)
    heads: list[int] = field(repr=False)
    places: list[int] = field(repr=False)
    entities: list[tuple[int, int, str]] = field(repr=False)
    stretches: tuple[Stretch, ...] = field(repr=False)

    def span(self, first: int, last: int) -> Span:
        """Return the place of tokens `[first, last)` in the report's text."""
        return Span(self.places[first], self.places[last - 1] + len(self.words[last - 1]))

    def capital(self, place: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.words[place][:1].isupper()

    def begins(self, place: int, stretch: Stretch) -> bool:
        """Whether a capital preposition begins something new, as after a line that ends in no stop.

        In a title-case headline it tells nothing.
        """
        if stretch.shouting or self.tags[place] != "IN" or not self.capital(place):
            return False
        if self.words[place].isupper():
            return False
        return place + 1 < len(self.words) and (self.capital(place + 1) or self.tags[place + 1] == "DT")

    def noun(self, place: int) -> bool:
        """Whether a token is tagged as a noun."""
        return self.tags[place].startswith("NN")


def page_of(parsed: Parsed) -> Page:
    """Return the columns of a report; a parse without tags or arcs gives empty ones."""
    doc = parsed.doc
    words: list[str] = []
    places: list[int] = []
    for token in doc:
        words.append(token.text)
        places.append(token.idx)
    rows = doc.to_array([TAG, DEP, HEAD, SENT_START, ENT_IOB, ENT_TYPE])
    strings = {int(key): doc.vocab.strings[int(key)] if key else "" for key in {*rows[:, [0, 1, 5]].flat}}
    heads = rows[:, 2].astype("int64")
    starts = [int(value) == 1 for value in rows[:, 3]]
    return Page(
        text=parsed.report.text,
        words=words,
        lows=[_low(word) for word in words],
        tags=[strings[int(key)] for key in rows[:, 0]],
        deps=[strings[int(key)] for key in rows[:, 1]],
        heads=[place + int(step) for place, step in enumerate(heads)],
        places=places,
        entities=[(ent.start, ent.end, ent.label_) for ent in doc.ents if ent.label_ in _NAMES],
        stretches=_stretches(parsed, words, places, starts),
    )


def _low(word: str) -> str:
    low = word.lower().replace("’", "'")
    return (low.lstrip("[(") or low) if low.startswith(("[", "(")) else low


def _stretches(
    parsed: Parsed, words: list[str], places: list[int], starts: list[bool]
) -> tuple[Stretch, ...]:
    blocks = parsed.report.blocks
    begins = [block.start for block in blocks]
    found: list[Stretch] = []
    first, current = 0, -1
    for place in range(len(words) + 1):
        block = -1
        if place < len(words):
            if words[place].isspace():
                continue
            block = bisect_right(begins, places[place]) - 1
            if block >= 0 and places[place] >= blocks[block].end:
                block = -1
        if block == current and place < len(words) and not starts[place]:
            continue
        if current >= 0 and blocks[current].kind in READ:
            found.append(_stretch(len(found), (first, place), current, blocks[current].kind, words))
        first, current = place, block
    return tuple(found)


def _stretch(number: int, at: tuple[int, int], block: int, kind: BlockKind, words: list[str]) -> Stretch:
    first, last = at
    while last > first and words[last - 1].isspace():
        last -= 1
    letters = [word for word in words[first:last] if word[:1].isalpha() and len(word) > 3]
    capitals = sum(word[:1].isupper() for word in letters)
    ends = first < last and words[last - 1] in _SENTENCE_ENDS
    if kind in ("headline", "subhead"):
        shouting = len(letters) > 2 and capitals > TITLE_CASE * len(letters)
    else:
        shouting = "".join(letters).isupper() or (capitals > HEADING * len(letters) and not ends)
        shouting = shouting and len(letters) > 3
    return Stretch(number=number, first=first, last=last, block=block, kind=kind, shouting=shouting)
