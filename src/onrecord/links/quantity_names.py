"""A reading and its report in, the same reading under one name for what is counted out.

"Participation stood at 49 percent" and "turnout was 57" count one thing, as do "the tunnel will cost 300
million" and "the cost of the tunnel was put at 400 million". The words of a reading stay as they are printed:
this name is only what it is held against others by.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.links.counting import tables as counting_tables
from onrecord.links.differing import differing
from onrecord.links.linking import linking_pattern, linking_words
from onrecord.links.words import words_of
from onrecord.model.annotation import FigureReading

MEASURED = frozenset({"percent", "money", "measure"})
AFTER = 60  # code points after a number in which it is told that they voted


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Words that name one quantity, words that tell nothing of what is counted, and how sums are told.

    Attributes:
        one: the name of each quantity by the words for it.
        setting: words by which an amount is set for a thing ("stood", "put").
        winning: words by which seats and votes come to somebody.
        costs: words that tell of what a thing costs.
        cost_of: what costs it, in the words of a clause.
        speed: units that tell how fast a thing moves.
        units: what votes are counted by ("wards"), by its one name.
        counted: words that tell that votes or wards have been counted.
        took_part: words that tell that voters voted.
    """

    one: Mapping[str, str]
    setting: frozenset[str]
    winning: frozenset[str]
    costs: frozenset[str]
    cost_of: re.Pattern[str]
    speed: frozenset[str]
    units: Mapping[str, str]
    counted: re.Pattern[str]
    took_part: re.Pattern[str]


@lru_cache(maxsize=1)
def names() -> Names:
    """Return the tables of the package."""
    raw = differing("quantity")["names"]
    return Names(
        one={word: line.split()[0] for line in raw["one"] for word in line.split()},
        setting=frozenset(raw["setting"]),
        winning=frozenset(raw["winning"]),
        costs=frozenset(raw["costs"]),
        cost_of=re.compile(raw["cost_of"], re.IGNORECASE),
        speed=frozenset(raw["speed"]),
        units={word: line.split()[0] for line in raw["units"] for word in line.split()},
        counted=re.compile("|".join(raw["counted"]), re.IGNORECASE),
        took_part=re.compile("|".join(raw["took_part"]), re.IGNORECASE),
    )


def as_named(reading: FigureReading, text: str) -> FigureReading:
    """Return a reading under the name that its quantity bears in every report."""
    if (progress := _progress(reading, text)) is not None:
        return progress
    if reading.measure == "count":
        return _count(reading)
    if reading.measure not in MEASURED or reading.head in counting_tables().unnamed:
        return reading
    known = names()
    if reading.head in linking_words("quantity_names.voters") and known.took_part.match(
        text, reading.span.end, reading.span.end + AFTER
    ):
        return replace(reading, head="turnout", counts="turnout")
    words = words_of(reading.counts)
    if reading.measure == "money" and (cost := _cost(reading, words, text)) is not None:
        return replace(reading, head="cost", counts=f"cost {cost}")
    if reading.unit in known.speed:
        return replace(reading, counts=f"{reading.head} speed")
    kept = [known.one.get(word, word) for word in words if word not in known.setting] or words
    head = known.one.get(reading.head, reading.head)
    if head in counting_tables().held:
        return replace(reading, counts=_won_by_nobody(reading.counts))
    return replace(reading, head=head, counts=" ".join(kept))


def _progress(reading: FigureReading, text: str) -> FigureReading | None:
    """Return how far a count of votes has come ("14 percent of polling stations"); None for others."""
    known = names()
    unit = known.units.get(reading.head.partition(" ")[0])
    if (
        unit is None
        or reading.holder is not None
        or linking_pattern("quantity_names.of_all").search(
            text[max(0, reading.span.start - 12) : reading.span.start]
        )
    ):
        return None
    if unit in counting_tables().held and (
        reading.measure == "count" or "counted" not in f"{reading.counts} {reading.head}"
    ):
        return None
    around = text[reading.clause.start : min(len(text), reading.clause.end + AFTER)]
    if known.counted.search(around) is None:
        return None
    return replace(reading, head=f"{unit} counted", counts=f"{unit} counted")


def _count(reading: FigureReading) -> FigureReading:
    """Return a count without "the number of", and one of seats without the word by which they were won."""
    counts = linking_pattern("quantity_names.number_of").sub("", reading.counts)
    if reading.head in counting_tables().held:
        return replace(reading, counts=_won_by_nobody(counts))
    words = words_of(counts)
    if counts != reading.counts and reading.unit == "" and len(words) > 1 and words[-1] == reading.head:
        return replace(reading, head=f"{words[-2].removesuffix('s')} {reading.head}", counts=counts)
    return replace(reading, counts=counts) if counts != reading.counts else reading


def _won_by_nobody(counts: str) -> str:
    what, of, holder = counts.partition(" of ")
    many = linking_words("quantity_names.held")
    words = [word for word in what.lower().split() if word not in names().winning]
    kept = " ".join(word.removesuffix("s") if word in many else word for word in words)
    return f"{kept or what}{of}{holder}"


def _cost(reading: FigureReading, words: list[str], text: str) -> str | None:
    """Return what it is that costs a sum; None where a sum isn't told to be a cost, or of nothing."""
    known = names()
    if not any(word in known.costs for word in words):
        return None
    left = [word for word in words if word not in known.costs and word not in known.setting]
    if left:
        return " ".join(left)
    match = known.cost_of.search(reading.clause.of(text))
    return match["what"] if match is not None else None
