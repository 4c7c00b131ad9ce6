"""What later reports of an outlet took back of earlier ones in, where the two part out.

"On Thursday we wrote that the mill had burnt down. That was not so. It lost its roof." The earlier report and
the correction can't both hold, whoever else tells either. What is put right tells of what kind it is: "it was
the Orley mill that burnt" is of a place, "it was his brother who was dismissed" of who took part.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.model.annotation import EventMention, FigureReading, Found
from onrecord.model.record import Difference, DifferenceKind, Record, Side, Support
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.record.claims import sentences_of
from onrecord.record.composing import composing_pattern
from onrecord.record.corrections import Corrected
from onrecord.record.difference import make_difference
from onrecord.record.notices import notice_words
from onrecord.record.revising import Claim, words_of_claim
from onrecord.record.settled import Settled

FINDER: Final = "corrections/1"
CORRECTED: Final = "told, and corrected by its outlet"
BEFORE: Final = 60  # code points before a thing within which it is said that a wrong day was given for it
SHORTEST: Final = 6  # code points of what follows in a sentence that put something right


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was taken back, the line that it stands on, and the words that put it right."""

    claim: Claim
    line: str
    kind: DifferenceKind
    report: Report
    notice: Span
    right: tuple[Span, ...]


def differences_of_correction(
    record: Record, settled: Settled, corrected: Corrected, told: Sequence[Difference]
) -> tuple[Difference, ...]:
    """Return a conflict for each thing that an outlet told and then called wrong.

    Args:
        record: The record, with what was withdrawn.
        settled: The settled links.
        corrected: What was taken back, and by which words.
        told: The differences that are told already: what one of them rests on the notice for is told once.
    """
    made: dict[tuple[str, int, str], list[Correction]] = {}
    for each in _corrections(record, settled, corrected):
        if not any(_rests_on(difference, each) for difference in told):
            made.setdefault((each.report.id, each.notice.start, each.kind), []).append(each)
    of_number = {place[:2] for place in made if place[2] == "figure"}
    return tuple(
        _difference(several, settled)
        for place, several in made.items()
        if place[2] != "modality" or place[:2] not in of_number or not _gives_number(several[0], settled)
    )


def _gives_number(correction: Correction, settled: Settled) -> bool:
    """Whether what puts something right is another number: then what was counted stands."""
    figures = settled.material.found[correction.report.id].figures
    return any(span.overlaps(figure.span) for span in correction.right for figure in figures) or any(
        composing_pattern("corrected.number").search(span.of(correction.report.text)) is not None
        for span in correction.right
    )


def _corrections(record: Record, settled: Settled, corrected: Corrected) -> Iterator[Correction]:
    """Yield what was taken back and stands on a line, in founding order."""
    lines = _lines(record)
    order = settled.material.order
    lost = sorted(corrected.lost.values(), key=lambda b: order(b[1].claim.report, b[1].claim.span.start))
    for step, each in lost:
        claim, notice = each.claim, corrected.notices.get(each.claim.id)
        words = words_of_claim(claim)
        line = lines.get((step.after.id, claim.report, words.start, words.end))
        if notice is None or line is None or not isinstance(claim, EventMention | FigureReading):
            continue
        right = _put_right(step.after, notice)
        if right:
            kind = _kind(claim, step.after, notice, right, settled.material.found[step.after.id])
            yield Correction(claim=claim, line=line, kind=kind, report=step.after, notice=notice, right=right)


def _lines(record: Record) -> dict[tuple[str, str, int, int], str]:
    """Return the events and figures of whose words later reports took some back, by both places."""
    return {
        (step.report, step.was.report, step.was.start, step.was.end): line.id
        for lines in (record.events, record.figures)
        for line in lines
        for step in line.history
        if step.was is not None
    }


def _put_right(report: Report, notice: Span) -> tuple[Span, ...]:
    """Return the words that put right what was wrong: the rest of its sentence, else what follows it.

    Where it is called wrong first, that sentence stands with the one that says how it is.
    """
    block = next(b for b in report.blocks if b.start <= notice.start < b.end)
    sentences = [s for s in sentences_of(report.text, block.start, block.end) if s.end > notice.end]
    found = [_trimmed(report.text, Span(max(s.start, notice.end), s.end)) for s in sentences]
    found = [span for span in found if len(span) >= SHORTEST]
    wrong = re.compile(notice_words().wrong, re.IGNORECASE)
    if found and wrong.match(report.text, found[0].start):
        return tuple(found[:2])
    return tuple(found[:1])


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without the stops and blanks at its ends."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum() and text[start] not in '"“‘':
        start += 1
    return Span(start, start + len(text[start:end].rstrip(" \n.;,")))


def _kind(claim: Claim, report: Report, notice: Span, right: Sequence[Span], found: Found) -> DifferenceKind:
    """Return what was wrong: the number, the day, the place, who it was, or that it was so."""
    if isinstance(claim, FigureReading):
        return "figure"
    if re.compile(notice_words().misdated, re.IGNORECASE).search(
        report.text, max(0, notice.start - BEFORE), notice.start
    ):
        return "date"
    for span in right:
        cleft = composing_pattern("corrected.instead").match(report.text, span.start)
        if cleft is not None and cleft.end() <= span.end:
            who = Span(*cleft.span("who"))
            kinds = {m.kind for m in found.mentions if m.form == "name" and who.overlaps(m.span)}
            placed = _is_placed(cleft["who"]) or ("place" in kinds and "person" not in kinds)
            return "place" if placed and cleft["link"] == "that" else "participant"
    return "modality"


def _is_placed(words: str) -> bool:
    """Whether words tell a place by what stands in them: "the branch in Mill Lane"."""
    return composing_pattern("corrected.placed").search(words) is not None


def _rests_on(difference: Difference, correction: Correction) -> bool:
    """Whether a difference that is told already has words of the notice for a side."""
    last = max(span.end for span in correction.right)
    whole = Span(correction.notice.start, last)
    return (difference.kind, difference.verdict) == (correction.kind, "conflict") and any(
        support.span.report == correction.report.id and support.span.span.overlaps(whole)
        for side in difference.sides
        for support in side.support
    )


def _difference(several: Sequence[Correction], settled: Settled) -> Difference:
    """Return the difference between what was told and what put it right."""
    first = several[0]
    wrong = [_wrong(each, settled) for each in several]
    right = [
        settled.wording(first.report.id, span, finder=FINDER, confidence=0.9)
        for span in dict.fromkeys(span for each in several for span in each.right)
    ]
    figure = isinstance(first.claim, FigureReading)
    sides = [
        Side(
            claim=" ".join(wrong[0].span.text.split()),
            items=tuple(dict.fromkeys(each.claim.id if figure else each.line for each in several)),
            support=tuple(dict.fromkeys(wrong)),
        ),
        Side(claim=" ".join(right[-1].span.text.split()), items=(), support=tuple(right)),
    ]
    return make_difference(first.kind, first.line, "conflict", CORRECTED, sides)


def _wrong(correction: Correction, settled: Settled) -> Support:
    claim = correction.claim
    clause = claim.clause if isinstance(claim, EventMention | FigureReading) else words_of_claim(claim)
    return settled.wording(claim.report, clause, finder=FINDER, confidence=0.9)
