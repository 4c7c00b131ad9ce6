"""The nouns of what is new: a fact that a reader can be told, the facts of a record, the order of reading.

A fact is known by the words that it rests on: its marks are the clauses or contents of its supports, each
with the first state of the report that it stands in. So an event or entity that gets another id, since an
earlier report came late, is the same fact; so are words that a revision leaves as they were. A fact has been
told when one of its marks has.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from onrecord.model.span import Passage
from onrecord.record.retold import Kept

NewsKind = Literal[
    "revision", "withdrawal", "event", "outcome", "statement", "reading", "second-origin", "difference",
]  # fmt: skip
TAKEN_BACK: Final[tuple[NewsKind, ...]] = ("event", "statement", "reading")

_WORDS: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFact:
    """One thing that a reader can be told.

    Attributes:
        about: id of the thing on record that it is of.
        report: the report that brought it; of a withdrawal, the one whose words are gone.
        read: number in the order of reading, of the report that brought it.
        passage: the words that it rests on.
        rests: all words that it rests on.
        marks: what it is known again by.
        fold: what facts of one kind and report share that are told as one.
    """

    kind: NewsKind
    about: str
    report: str
    read: int
    passage: Passage
    rests: tuple[Passage, ...]
    marks: frozenset[str]
    fold: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a record tells.

    Attributes:
        told: the facts that a reader is told.
        standing: by kind, the marks of all that stands on record, told or not.
        withdrawn: marks of what the record itself shows as withdrawn, with the id of the report
            that withdrew it; 0 where that isn't said.
        changed: words of earlier states that the record says were changed, with whether they were
            changed into others.
    """

    told: tuple[NewFact, ...]
    standing: Mapping[NewsKind, frozenset[str]]
    withdrawn: Mapping[str, str]
    changed: tuple[tuple[Passage, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reads:
    """What news asks of reports.

    Attributes:
        number: of each its place in the order of reading.
        first: of each that revises another the first state of its piece.
        kept: sentences, as far as they are worked out.
    """

    number: Mapping[str, int] = field(default_factory=dict)
    first: Mapping[str, str] = field(default_factory=dict)
    kept: Kept = field(default_factory=dict, compare=False, repr=False)

    def mark(self, passage: Passage, more: str = "") -> str:
        """Return what words are known again by, whichever state of the report they stand in."""
        return f"{self.first.get(passage.report, passage.report)}|{_bare(passage.text)}|{more}"

    def of(self, passage: Passage) -> tuple[int, int]:
        """Return what orders passages as they were read."""
        return self.number.get(passage.report, 0), passage.start


@lru_cache(maxsize=8192)  # a clause is marked as told, as standing and as a side, now and as it was
def _bare(text: str) -> str:
    """Return the words of a text alone, small."""
    return " ".join(_WORDS.findall(text.casefold()))


def overlap(one: Passage, other: Passage) -> bool:
    """Whether two passages share words of one report."""
    return one.report == other.report and one.start < other.end and other.start < one.end
