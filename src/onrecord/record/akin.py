"""Two events in, whether they can be one doing told in other words out: "will be buried", "was laid to rest".

The doings are a table of English (`came_about.toml`): of each the verbs that tell it, the nouns that name it
and, where what was done lasts, the words for that. An event can be of several ("took over").
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.english import english_table
from onrecord.links.events import EventGroup
from onrecord.model.span import Span
from onrecord.record.about import about, around
from onrecord.record.aftermath_sentences import phrase_of
from onrecord.record.composing import composing_pattern, composing_text
from onrecord.record.happenings import once, people_of, places_of
from onrecord.record.settled import Settled

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
MOVED: Final = "to which day"  # how the finder ends its reason for a plan that stands in another's place
LONG = 40  # code points from its first word on that tell what is done


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What can be done, in words that tell that it was.

    Attributes:
        verbs, nouns: from the word that tells it on.
        spoken: in a sentence of its day, that it was done: "after the signing".
        lasting: before its day, the same: "has been open since", "was a shelter until".
        did: in a sentence, that whoever was to do it did.
        passed: that it took place, said of it as a thing.
        there: whether it is no more than being at a place: who was to travel there met somebody there.
        speech: whether it is done by what is said.
        crowd: whether many do it, whoever leads them.
    """

    verbs: re.Pattern[str]
    nouns: re.Pattern[str]
    spoken: re.Pattern[str]
    lasting: re.Pattern[str] | None
    did: re.Pattern[str] | None
    passed: re.Pattern[str]
    there: bool = False
    speech: bool = False
    crowd: bool = False


@once
def doings_of(group: EventGroup, settled: Settled) -> frozenset[int]:
    """Return the places in the table of what an event's tellings are tellings of."""
    texts = settled.material.by_id
    found: set[int] = set()
    for telling in group.tellings:
        start, text = telling.mention.span.start, texts[telling.mention.report].text
        found |= _told_by(text[start : start + LONG])
        if telling.mention.reason.endswith(MOVED):  # known by its day alone: what was moved stands before
            found |= _named_in(text[telling.mention.clause.start : start])
    return frozenset(found)


def are_akin(one: EventGroup, other: EventGroup, settled: Settled) -> bool:
    """Whether two events may be one doing; by being at a place alone if somebody was at it by both."""
    shared = doings_of(one, settled) & doings_of(other, settled)
    return any(not doings()[n].there for n in shared) or (bool(shared) and is_there(one, other, settled))


def is_there(one: EventGroup, other: EventGroup, settled: Settled) -> bool:
    """Whether somebody is told to be at one place by two events: "will travel to", "met him in"."""
    there = any(doings()[n].there for n in doings_of(one, settled) & doings_of(other, settled))
    if not there or not people_of(one) & people_of(other):
        return False
    return bool(_places_of(one, settled) & _places_of(other, settled))


def _places_of(group: EventGroup, settled: Settled) -> frozenset[str]:
    """Return the places of an event; where it tells none, those of its sentence, if it isn't from afar."""
    if places_of(group):
        return places_of(group)
    texts = settled.material.by_id
    sentences = [
        around(texts[t.mention.report], t.mention.clause)[0].of(texts[t.mention.report].text)
        for t in group.tellings
    ]
    if any(phrase_of("afar").search(sentence) for sentence in sentences):
        return frozenset()
    return about(group, settled) & settled.places


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


@lru_cache(maxsize=1024)
def _named_in(words: str) -> frozenset[int]:
    """Return the doings that words name as things."""
    starts = [match.start() for match in re.finditer(r"\b\w", words)]
    named = (n for n, doing in enumerate(doings()) for at in starts if doing.nouns.match(words, at))
    return frozenset(named)


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
    own = without_quoted(text)
    for doing in of:
        spoken = doing.spoken.search(own)
        if spoken:
            yield Span(*spoken.span()), 0
        lasting = doing.lasting.search(own) if doing.lasting is not None else None
        if lasting:
            yield Span(*lasting.span()), lasting.end()


def without_quoted(text: str) -> str:
    """Return a text with blanks for what stands in quotation marks."""
    return _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasting:
    """What lasts: the nouns that name it, and the words that tell that somebody is to keep it."""

    nouns: str
    verbs: re.Pattern[str] | None


@lru_cache(maxsize=1)
def lastings() -> tuple[Lasting, ...]:
    """Return the table of what lasts."""
    return tuple(
        Lasting(
            nouns="|".join(entry["nouns"]),
            verbs=re.compile(rf"\b(?:{'|'.join(entry['verbs'])})\b", re.IGNORECASE)
            if entry["verbs"]
            else None,
        )
        for entry in english_table("came_about")["lasting"]
    )


def lasting_of(clause: str, trigger: str) -> str | None:
    """Return the nouns of what lasts, where a clause tells that it is to begin; None where it doesn't."""
    plain, named = re.sub(r"\s+", " ", clause), re.sub(r"\s+", " ", trigger)
    for lasting in lastings():
        if lasting.verbs is not None and lasting.verbs.search(named):
            return lasting.nouns
        noun = re.compile(rf"\b(?:{lasting.nouns})\b", re.IGNORECASE)
        if noun.search(named) or (noun.search(plain) and _begins().search(named)):
            return lasting.nouns
    return None


@lru_cache(maxsize=1)
def _begins() -> re.Pattern[str]:
    return re.compile("|".join(english_table("aftermath")["begins"]), re.IGNORECASE)


@lru_cache(maxsize=1)
def doings() -> tuple[Doing, ...]:
    """Return the table."""
    return tuple(_doing(entry) for entry in english_table("came_about")["doing"])


def _doing(entry: Mapping[str, Sequence[str]]) -> Doing:
    nouns, lasts = "|".join(entry["nouns"]), "|".join(entry.get("since", ()))
    spoken = [composing_text("akin.spoken").replace("NOUNS", nouns)]
    spoken += [rf"\b(?:{phrase})\b" for phrase in entry.get("done", ())]
    lasting = [composing_text("akin.since").replace("LASTING", lasts)] if lasts else []
    passed = english_table("aftermath")["passed"]
    if entry.get("until"):
        lasting.append(composing_text("akin.until"))
    return Doing(
        verbs=re.compile("|".join(entry["verbs"]), re.IGNORECASE),
        nouns=re.compile(rf"(?:{nouns})\b", re.IGNORECASE),
        spoken=re.compile("|".join(spoken), re.IGNORECASE),
        lasting=re.compile("|".join(lasting), re.IGNORECASE) if lasting else None,
        did=re.compile(rf"\b(?:{'|'.join(entry['did'])})\b", re.IGNORECASE) if entry.get("did") else None,
        passed=re.compile("|".join(passed).replace("NOUNS", nouns), re.IGNORECASE),
        there=bool(entry.get("there")),
        speech=bool(entry.get("speech")),
        crowd=bool(entry.get("crowd")),
    )
