"""Two readings in, whether they count the same out.

A toll's head is its state ("killed", "missing"), whatever the printed words; what is left of the words, less
those that tell nothing apart, is the restriction ("children"). Two counts compare if head, unit and
restriction are one. A count of nothing but "people" is of anybody, and compares with none; nor does what
comes on top ("a further 12").
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf

from onrecord.english import english_table
from onrecord.links.linking import linking_pattern
from onrecord.links.words import content_of, content_words, words_of
from onrecord.model.annotation import FigureReading

TELLING = 100  # a number from which two counts of one noun with it are one count
TELLING_SUM = 1000  # a sum of money from which it is one sum


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Stems of the words of each state, and of those that restrict nothing; and heads by how they count.

    Attributes:
        states: stems of the words of each state.
        generic: stems that restrict nothing.
        alone: heads of which alone nothing is counted.
        unnamed: heads of a number whose thing isn't named, which meets others by its number alone.
        numbered: heads of what a story has one number of, though nothing more is said of it.
        personal: heads of sums that are one person's own.
        increments: first words of what comes on top of a number.
        fixed: heads that count one moment, which no later day changes.
        bound: heads that count something of one day only.
        falling: heads whose numbers may fall fast.
        held: heads of what is somebody's own.
        happenings: sorts of event that tolls are counted for.
        said: states by the heads that count them in other words.
    """

    states: dict[str, frozenset[str]]
    generic: frozenset[str]
    alone: frozenset[str]
    unnamed: frozenset[str]
    numbered: frozenset[str]
    personal: frozenset[str]
    increments: frozenset[str]
    fixed: frozenset[str]
    bound: frozenset[str]
    falling: frozenset[str]
    held: frozenset[str]
    happenings: frozenset[str]
    said: dict[str, str]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Return the tables of the package."""
    counting, states = english_table("counting"), english_table("figures")["states"]
    return Tables(
        states={
            state: _stems(state, {**table, "said": counting["said"].get(state, [])})
            for state, table in states.items()
        },
        said={head: state for state, heads in counting["said"].items() for head in heads},
        generic=content_words([*counting["generic"], *counting["told"]]),
        fixed=frozenset(counting["fixed"]),
        bound=frozenset(counting["bound"]),
        falling=frozenset(counting["falling"]),
        held=frozenset(counting["held"]),
        happenings=frozenset(counting["happenings"]),
        alone=frozenset(counting["alone"]),
        unnamed=frozenset(counting["unnamed"]),
        numbered=frozenset(counting["numbered"]),
        personal=frozenset(counting["personal"]),
        increments=frozenset(counting["increments"]),
    )


def _stems(state: str, table: dict[str, object]) -> frozenset[str]:
    words = [state] + [str(w) for value in table.values() if isinstance(value, list) for w in value]
    return content_words([form for word in words for part in words_of(word) for form in _forms(part)])


def _forms(word: str) -> tuple[str, ...]:
    """Return a word with its regular inflections."""
    short = word[:-1] if word.endswith(("e", "y")) else word
    return (
        word,
        f"{word}s",
        f"{word}es",
        f"{word}d",
        f"{word}ed",
        f"{short}ing",
        f"{short}ies",
        f"{short}ied",
    )


def restriction(reading: FigureReading) -> frozenset[str]:
    """Return the stems of what restricts a count: none for "people killed", one for "children killed"."""
    return _restriction(reading.counts, reading.head)


@lru_cache(maxsize=4096)  # each reading is held against many
def _restriction(counts: str, head: str) -> frozenset[str]:
    found = tables()
    counts = linking_pattern("counting.cause").sub(" ", counts)
    if head in found.states:
        counts = linking_pattern("counting.cause_after").sub(" ", counts)
    if head in found.held:
        counts = counts.partition(" of ")[0]
    stems = content_of(counts) - found.generic
    return stems - found.states.get(head, frozenset())


def counting_as(reading: FigureReading) -> FigureReading:
    """Return a reading under the head that all others of its state have."""
    head = tables().said.get(reading.head)
    return reading if head is None else replace(reading, head=head)


def part_counted(reading: FigureReading, whole: str) -> frozenset[str]:
    """Return what part of a state's toll is counted: "five children" and "eight of them children" are one."""
    found = tables()
    return content_of(reading.counts) - found.states.get(whole, frozenset()) - found.generic


def holder_named(reading: FigureReading) -> frozenset[str]:
    """Return the stems of the name of whose share it is, where no mention names the holder."""
    return content_of(reading.counts.partition(" of ")[2])


@lru_cache(maxsize=4096)
def _cause(counts: str, head: str) -> str:
    """Return what a toll is named for ("flood" in "flood toll", "toll of the flood"), or an empty text."""
    for pattern in ("counting.cause", "counting.cause_after"):
        match = linking_pattern(pattern).search(counts)
        if match is not None and head in tables().states:
            stems = content_of(match[1]) - tables().generic - tables().states[head]
            return " ".join(sorted(stems))
    return ""


def is_comparable(reading: FigureReading) -> bool:
    """Whether a reading counts something that another can be held against."""
    return _is_comparable(reading.counts, reading.head)


@lru_cache(maxsize=4096)
def _is_comparable(counts: str, head: str) -> bool:
    found = tables()
    words = words_of(counts)
    if (words and words[0] in found.increments) or head in found.unnamed:
        return False
    if head in found.states:
        return True
    return head not in found.alone or bool(_restriction(counts, head) - content_words([head]))


def count_the_same(first: FigureReading, second: FigureReading) -> bool:
    """Whether two readings count one thing, from one beginning, and both or neither as a part."""
    if (first.head, first.measure) != (second.head, second.measure):
        return False
    if (first.part_of is None) != (second.part_of is None):
        return False
    if not _begin_together(first, second):
        return False
    return _count_the_same(first.head, (first.counts, first.unit), (second.counts, second.unit))


@lru_cache(maxsize=4096)
def _count_the_same(head: str, first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Whether two counts of one head, each with its words and its unit, are of one thing."""
    (counts, unit), (other, other_unit) = first, second
    if not _one_unit(head, unit, other_unit) or not (
        _is_comparable(counts, head) and _is_comparable(other, head)
    ):
        return False
    if _restriction(counts, head) != _restriction(other, head):
        return False
    return len({_cause(counts, head), _cause(other, head)} - {""}) < 2


def _begin_together(first: FigureReading, second: FigureReading) -> bool:
    """Whether two readings can count from one day on, as far as they tell."""
    if first.since is None or second.since is None:
        return True
    one, other = first.since.date, second.since.date
    return one is None or other is None or one.may_be(other)


def alike_from(first: FigureReading, second: FigureReading) -> float:
    """Return from which number on two readings that give it count one thing, though one says more of it.

    A number of hundreds or more is seldom given for two things of one name; of a smaller one, one report must
    say all that the other says of what it counts. Of money, the sum alone tells. It is infinite where no
    number tells.
    """
    if first.measure != second.measure or not _one_unit(first.head, first.unit, second.unit):
        return inf
    if (first.part_of is None) != (second.part_of is None) or first.head in tables().held:
        return inf
    if first.measure == "money":
        return TELLING_SUM
    if first.head != second.head or not (is_comparable(first) or is_comparable(second)):
        return inf
    more, less = sorted((restriction(first), restriction(second)), key=len, reverse=True)
    return -inf if less <= more else TELLING


def is_former(reading: FigureReading, text: str) -> bool:
    """Whether a number is what another was before: the 33 of "from 33 to 29", of "up from 33"."""
    if linking_pattern("counting.former").search(text, max(0, reading.span.start - 24), reading.span.start):
        return True
    before = words_of(text[max(0, reading.span.start - 12) : reading.span.start])
    if before[-1:] != ["from"]:
        return False
    return words_of(text[reading.span.end : reading.span.end + 12])[:1] == ["to"]


def _one_unit(head: str, unit: str, other: str) -> bool:
    """Whether units agree; of tolls, "people" and none do."""
    return unit == other or (head in tables().states and {unit, other} <= {"", "people"})
