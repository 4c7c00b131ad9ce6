"""Two events in, whether they can be one doing told in other words out: "will be buried", "was laid to rest".

The doings are a table of English (`came_about.toml`): of each the verbs that tell it, the nouns that name it
and, where what was done lasts, the words for that. An event can be of several ("took over").
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.english import english_table
from onrecord.links.events import EventGroup
from onrecord.model.span import Span
from onrecord.record.composing import composing_pattern, composing_text
from onrecord.record.happenings import once, people_of, places_of
from onrecord.record.settled import Settled

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
LONG = 40  # code points from its first word on that tell what is done


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What can be done, in words that tell that it was.

    Attributes:
        verbs, nouns: from the word that tells it on.
        spoken: in a sentence of its day, that it was done: "after the signing".
        lasting: before its day, the same: "has been open since", "was a shelter until".
        there: whether it is no more than being at a place: who was to travel there met somebody there.
    """

    verbs: re.Pattern[str]
    nouns: re.Pattern[str]
    spoken: re.Pattern[str]
    lasting: re.Pattern[str] | None
    there: bool = False


@once
def doings_of(group: EventGroup, settled: Settled) -> frozenset[int]:
    """Return the places in the table of what an event's tellings are tellings of."""
    texts = settled.material.by_id
    found: set[int] = set()
    for telling in group.tellings:
        start = telling.mention.span.start
        found |= _told_by(texts[telling.mention.report].text[start : start + LONG])
    return frozenset(found)


def are_akin(one: EventGroup, other: EventGroup, settled: Settled) -> bool:
    """Whether two events may be one doing; by being at a place alone if somebody was at it by both."""
    shared = doings_of(one, settled) & doings_of(other, settled)
    return any(not doings()[n].there for n in shared) or (bool(shared) and is_there(one, other, settled))


def is_there(one: EventGroup, other: EventGroup, settled: Settled) -> bool:
    """Whether somebody is told to be at one place by two events: "will travel to", "met him in"."""
    there = any(doings()[n].there for n in doings_of(one, settled) & doings_of(other, settled))
    return there and bool(people_of(one) & people_of(other)) and bool(places_of(one) & places_of(other))


def doings_planned(plan: EventGroup, settled: Settled) -> frozenset[int]:
    """Return the same of a plan; one that a noun tells is of what its verb tells: "the trial will begin"."""
    own = doings_of(plan, settled)
    texts = settled.material.by_id
    clauses = () if own else [t.mention.clause.of(texts[t.mention.report].text) for t in plan.tellings]
    ahead = [
        clause[m.end() : m.end() + LONG]
        for clause in clauses
        for m in composing_pattern("akin.ahead").finditer(clause)
    ]
    return own.union(*map(_told_by, ahead))


@lru_cache(maxsize=8192)
def _told_by(words: str) -> frozenset[int]:
    plain = re.sub(r"\s+", " ", words)
    return frozenset(
        n for n, doing in enumerate(doings()) if doing.verbs.match(plain) or doing.nouns.match(plain)
    )


def told_in(text: str, of: Iterable[Doing]) -> Iterator[tuple[Span, int]]:
    """Yield where a sentence tells in its report's own words that some doings were done.

    With it, for what lasted from a day or till one, the place from which that day is told; else 0.
    """
    own = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    for doing in of:
        spoken = doing.spoken.search(own)
        if spoken:
            yield Span(*spoken.span()), 0
        lasting = doing.lasting.search(own) if doing.lasting is not None else None
        if lasting:
            yield Span(*lasting.span()), lasting.end()


@lru_cache(maxsize=1)
def doings() -> tuple[Doing, ...]:
    """Return the table."""
    return tuple(_doing(entry) for entry in english_table("came_about")["doing"])


def _doing(entry: Mapping[str, Sequence[str]]) -> Doing:
    nouns, lasts = "|".join(entry["nouns"]), "|".join(entry.get("since", ()))
    spoken = [composing_text("akin.spoken").replace("NOUNS", nouns)]
    spoken += [rf"\b(?:{phrase})\b" for phrase in entry.get("done", ())]
    lasting = [composing_text("akin.since").replace("LASTING", lasts)] if lasts else []
    if entry.get("until"):
        lasting.append(composing_text("akin.until"))
    return Doing(
        verbs=re.compile("|".join(entry["verbs"]), re.IGNORECASE),
        nouns=re.compile(rf"(?:{nouns})\b", re.IGNORECASE),
        spoken=re.compile("|".join(spoken), re.IGNORECASE),
        lasting=re.compile("|".join(lasting), re.IGNORECASE) if lasting else None,
        there=bool(entry.get("there")),
    )
