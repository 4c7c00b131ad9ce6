"""Settled reports in, their sentences out, with the stems that each holds and what a phrase of it tells."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from onrecord.english import english_table
from onrecord.links.words import function_words
from onrecord.model.report import NEWS
from onrecord.model.span import Span
from onrecord.record.claims import calendar, sentences_of
from onrecord.record.composing import composing_pattern
from onrecord.record.settled import Settled

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1\Z")  # "admitted", "admits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a report, with the stems that it holds.

    Attributes:
        moves: where a phrase ends that tells that something was moved; None where there is none.
        keeps: whether a phrase tells that something went as planned, and none that it was moved.
        known: where those stand of whom it speaks: with the sentence before, where it begins with a pronoun.
        before: where the sentence before it in its paragraph stands.
    """

    report: str
    span: Span
    told: date
    stems: frozenset[str]
    text: str
    moves: int | None
    keeps: bool
    known: Span
    before: Span | None


def says(phrases: Iterable[str], forms: Iterable[str], words: frozenset[str] | None, text: str) -> bool:
    """Whether a sentence says one of some phrases of something by its name, and not of another's.

    Args:
        phrases: Patterns.
        forms: The words that name it, as printed.
        words: Stems of all that it is told with: who won't pay a dividend may pay the fine. None: to nothing.
        text: The sentence.
    """
    objects = _objects(tuple(phrases), tuple(forms), text)
    return any(words is None or not each or each & words for each in objects)


@lru_cache(maxsize=8192)  # a sentence is read again for each moment
def _objects(phrases: tuple[str, ...], forms: tuple[str, ...], text: str) -> tuple[frozenset[str], ...]:
    """Return for each phrase that a sentence says of a name the stems of its object."""
    found = [match for phrase in _of_name(phrases, forms) if (match := phrase.search(text)) is not None]
    next_ = [object_after().match(text, match.end("name")) for match in found]
    return tuple(frozenset() if each is None else stems_in(each[0]) for each in next_)


@lru_cache(maxsize=256)  # each plan is looked for in many sentences
def _of_name(phrases: tuple[str, ...], forms: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return phrases as patterns, with the words that name a thing in them."""
    name = "(?P<name>" + "|".join(map(inflected, forms)) + ")"
    return tuple(re.compile(phrase.replace("NAME", name), re.IGNORECASE) for phrase in phrases)


def inflected(form: str) -> str:
    """Return a pattern for the words of a name; of one word with any ending."""
    stem = _stem(form) if form.isalpha() else ""
    return rf"{re.escape(stem)}\w{{0,3}}" if len(stem) > 2 else re.escape(form)


def sentences(settled: Settled) -> Iterator[Sentence]:
    """Yield the sentences of the running text of all reports of which it is known when they were out."""
    pronoun = composing_pattern("aftermath.pronoun")
    for report in settled.material.reports:
        day = report.published.date if report.published is not None else None
        if day is None or day.last is None or day.last == date.max:
            continue
        for block in report.blocks:
            if block.kind not in NEWS or block.kind in ("headline", "subhead"):
                continue
            before = None
            for span in sentences_of(report.text, block.start, block.end):
                text = re.sub(r"\s", " ", span.of(report.text))
                stems, moves, keeps = _read(text)
                yield Sentence(
                    report=report.id, span=span, told=day.last, stems=stems, text=text,
                    moves=moves, keeps=keeps,
                    known=Span(before.start, span.end) if before and pronoun.match(text) else span,
                    before=before,
                )  # fmt: skip
                before = span


@lru_cache(maxsize=8192)  # a sentence is read again for each moment
def _read(text: str) -> tuple[frozenset[str], int | None, bool]:
    """Return the stems of a sentence, where it tells that something was moved, and whether it was kept."""
    moved, kept = _moved_and_kept()
    phrase = moved.search(text)
    keeps = phrase is None and kept.search(text) is not None
    return stems_in(text), phrase.end() if phrase is not None else None, keeps


@lru_cache(maxsize=1)
def _moved_and_kept() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns that tell that something was moved, or went as planned."""
    moved, kept = (re.compile("|".join(phrases()[which]), re.IGNORECASE) for which in ("moved", "kept"))
    return moved, kept


@lru_cache(maxsize=8192)  # a sentence is held against plans, and against what is told later
def stems_in(text: str) -> frozenset[str]:
    """Return the words of a text that carry meaning, without their endings; days and months tell nothing."""
    return frozenset(stem for word in set(_WORD.findall(text)) if (stem := _stem(word)))


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """Return a word without its ending; nothing for a day, a month, and what carries no meaning."""
    small = word.casefold()
    if len(small) <= 2 or small in function_words() or (word.istitle() and small in calendar()):
        return ""
    return _DOUBLED.sub(r"\1", composing_pattern("aftermath.ending").sub("", small))


@lru_cache(maxsize=1)
def phrases() -> Mapping[str, tuple[str, ...]]:
    """Return the phrases of English."""
    return {name: tuple(listed) for name, listed in english_table("aftermath").items()}


@lru_cache(maxsize=1)
def light() -> frozenset[str]:
    """Return the stems of verbs that name no plan by themselves: "held", "opened"."""
    return stems_in(" ".join(phrases()["light"]))


@lru_cache(maxsize=1)
def saying() -> frozenset[str]:
    """Return the stems of words that tell who says so."""
    return stems_in(" ".join(phrases()["saying"]))


Way = Literal["off", "barred", "shifted", "later"]
"""What a phrase tells: that a thing was called off, that somebody called it off or forbade it, by how much it
was put off, and that what is named comes later."""


@lru_cache(maxsize=8192)  # a sentence is held against each plan whose name or words it has
def end_of(way: Way, text: str) -> int | None:
    """Return where the first phrase of words that tells so ends; None where there is none."""
    match = _phrase(way).search(text)
    return match.end() if match is not None else None


@lru_cache(maxsize=4)
def _phrase(way: Way) -> re.Pattern[str]:
    return re.compile("|".join(phrases()[way]), re.IGNORECASE)


@lru_cache(maxsize=16)
def phrase_of(name: str) -> re.Pattern[str]:
    """Return the pattern of all phrases of a name in the table."""
    return re.compile("|".join(phrases()[name]), re.IGNORECASE)


def without_asides(text: str) -> str:
    """Return a text with blanks for what is told beside a thing: "which had been put off twice"."""
    return phrase_of("beside").sub(lambda aside: "," + " " * (len(aside[0]) - 1), text)


@lru_cache(maxsize=1)
def doubt() -> re.Pattern[str]:
    """Return the words by which a sentence that speaks of a doing doesn't tell that it was done."""
    return re.compile("|".join(phrases()["doubt"]), re.IGNORECASE)


@lru_cache(maxsize=1)
def object_after() -> re.Pattern[str]:
    """Return what follows the name of what is done, up to where it is told when or where."""
    return re.compile(rf"(?:\s+(?!(?:{'|'.join(phrases()['aside'])})\b)[^\W_]+){{1,4}}", re.IGNORECASE)


@lru_cache(maxsize=1)
def length() -> re.Pattern[str]:
    """Return the phrases by which it is told how long something will take."""
    return re.compile("|".join(phrases()["length"]), re.IGNORECASE)


@lru_cache(maxsize=1)
def arranging() -> re.Pattern[str]:
    """Return the words that tell that something was arranged or spoken of, not that it was done."""
    return re.compile(rf"(?:{'|'.join(phrases()['arranging'])})\b", re.IGNORECASE)
