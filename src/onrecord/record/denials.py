"""Settled reports in, the places where something is denied out, with what is denied and by whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from onrecord.links.differing import differing
from onrecord.model.report import NEWS, Report
from onrecord.model.span import Span
from onrecord.record.claims import sentences_of, stems_of
from onrecord.record.composing import composing_pattern
from onrecord.record.settled import Settled

Denies = Literal["back", "ahead", "guilt"]
LONGEST = 2000  # code points of a sentence in which a denial is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """Words that deny something.

    Attributes:
        report, sentence: where they stand.
        verb: the denying words.
        what: where what is denied stands; the verb's own place if it stands before.
        way: whether that stands before ("denied it"), follows ("denied that …") or is a charge.
        stems: of what is denied, where it follows; else of what the sentence before says that somebody said.
        entities: who denies: whose words they are, and whom the sentence names before the verb.
    """

    report: str
    sentence: Span
    verb: Span
    what: Span
    way: Denies
    stems: frozenset[str]
    entities: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The patterns of the package, by way; and the sorts of event that are charges.

    Attributes:
        small: the patterns for a sentence in small letters: few sentences deny, and heeding no letter's case
            takes a search twice as long.
    """

    patterns: tuple[tuple[Denies, re.Pattern[str]], ...]
    small: tuple[re.Pattern[str], ...]
    charges: frozenset[str]


@lru_cache(maxsize=1)
def opposing() -> re.Pattern[str]:
    """Return what sets the rest of a sentence against its beginning, right before a denial."""
    return re.compile(differing("denial")["opposing"], re.IGNORECASE)


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Return the tables of the package."""
    raw = differing("denial")
    ways: tuple[Denies, ...] = ("ahead", "back", "guilt")
    return Tables(
        patterns=tuple((way, re.compile("|".join(raw[way]), re.IGNORECASE)) for way in ways),
        small=tuple(re.compile("|".join(map(_small, raw[way]))) for way in ways),
        charges=frozenset(raw["charges"]),
    )


def _small(pattern: str) -> str:
    """Return a pattern with its letters small, but for those that stand for sorts of letters."""
    return re.sub(r"\\.|[A-Z]", lambda part: part[0] if len(part[0]) > 1 else part[0].lower(), pattern)


def denials_of(report: Report, settled: Settled) -> Iterator[Denial]:
    """Yield the denials of one report, in order of place; furniture is left out.

    So are words in marks that are given to nobody: they may be the very one's whose claim they would deny.
    """
    for block in report.blocks:
        if block.kind in NEWS:
            before = Span(block.start, block.start)
            for sentence in sentences_of(report.text, block.start, block.end):
                if len(sentence) <= LONGEST:
                    for denial in _in_sentence(report, sentence, before, settled):
                        at = denial.verb.start
                        if _saying(report, at, settled) or not _in_marks(report.text, block.start, at):
                            yield denial
                before = sentence


def _in_sentence(report: Report, sentence: Span, last: Span, settled: Settled) -> Iterator[Denial]:
    for verb, way in _denying(sentence.of(report.text)):
        start, end = sentence.start + verb.start, sentence.start + verb.end
        what = Span(end, _clause_end(report.text, end, sentence.end)) if way == "ahead" else Span(start, end)
        mentions = settled.material.found[report.id].mentions
        part = part_of(report.text, sentence.start, start)
        before = [m.id for m in mentions if part <= m.span.start and m.span.end <= start]
        saying = _saying(report, start, settled) if part == sentence.start else []
        yield Denial(
            report=report.id,
            sentence=sentence,
            verb=Span(start, end),
            what=what,
            way=way,
            stems=stems_of(what.of(report.text) if way == "ahead" else _said_in(last.of(report.text))),
            entities=frozenset(settled.entities.of([*before, *saying])),
        )


def part_of(text: str, start: int, at: int) -> int:
    """Return where the part of a sentence begins in which a place stands: "he said so; they denied it"."""
    end = text.rfind(";", start, at)
    return start if end < 0 else end + 1


@lru_cache(maxsize=8192)  # a sentence is read again for each moment
def _denying(sentence: str) -> tuple[tuple[Span, Denies], ...]:
    """Return the words of a sentence that deny, in order: of two that overlap the first."""
    small = sentence.lower()
    found = [
        (match.start(), match.end(), way)
        for (way, pattern), first in zip(tables().patterns, tables().small, strict=True)
        if first.search(small) is not None
        for match in pattern.finditer(sentence)
    ]
    denying: list[tuple[Span, Denies]] = []
    done = 0
    for start, end, way in sorted(found):
        if start >= done:
            denying.append((Span(start, end), way))
            done = end
    return tuple(denying)


def _saying(report: Report, at: int, settled: Settled) -> list[str]:
    """Return the mentions of those whose words stand at a place."""
    return [
        speaker
        for quotation in settled.material.found[report.id].quotations
        if any(piece.start <= at < piece.end for piece in quotation.content)
        for speaker in quotation.speakers
    ]


def _in_marks(text: str, start: int, at: int) -> bool:
    """Whether a quotation mark stands open at a place, in the block that begins at `start`."""
    before = text[start:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _said_in(sentence: str) -> str:
    """Return what a sentence says that somebody wrote or said; nothing where it reports nothing."""
    match = composing_pattern("denials.reports").search(sentence[:LONGEST])
    return sentence[match.end() : LONGEST] if match is not None else ""


def _clause_end(text: str, start: int, end: int) -> int:
    """Return where what is denied ends: at the next comma, dash or stop, or the sentence's end."""
    match = re.compile(r"[,;:—–]|\s-\s|[.!?]").search(text, start + 12, end) if start + 12 < end else None
    return match.start() if match is not None else end
