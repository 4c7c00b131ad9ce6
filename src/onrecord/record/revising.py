"""Two states of a report in, what the later one took back or changed out.

An annotation of the earlier state stands when the words that found it still do, in much of their clause. What
stands nowhere in the later state is lost; where the later one says something of the same kind in its
place, that is what it was changed to. Headlines tell again what the body tells, and take nothing back.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.links.event_tellings import STATES
from onrecord.links.words import content_words, words_of
from onrecord.model.annotation import Annotation, EventMention, FigureReading, Found, Quotation
from onrecord.model.report import Report
from onrecord.model.span import Passage, Span
from onrecord.record.aligning import Aligned, Edit, align

Claim = EventMention | FigureReading | Quotation

STANDS = 0.5  # share of a clause's words that must stand for what it tells to stand
SAID = 0.9  # share of a quotation's words: a comma or a cut word takes nothing back
TELLING = ("body", "correction")
_END = re.compile(r"[.!?][”’\"')]*\s+(?=[“‘\"'A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A claim that a later state no longer makes; `now` is what it says instead, of the same kind."""

    claim: Claim
    now: Claim | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A claim that a later state still makes, in words that differ: from what, to what."""

    claim: Claim
    now: Claim
    was: Passage
    is_: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """What one state of a report took back and changed of the state before."""

    before: Report
    after: Report
    lost: tuple[Lost, ...]
    changed: tuple[Changed, ...]


def revised(before: tuple[Report, Found], after: tuple[Report, Found]) -> Revised:
    """Return what a state of a report took back and changed of the state before."""
    old, new = before[0], after[0]
    aligned = align(old, new)
    lost: list[Lost] = []
    changed: list[Changed] = []
    for claim in claims(old, before[1]):
        there = [each for each in claims(new, after[1]) if type(each) is type(claim)]
        if not stands(claim, aligned):
            lost.append(Lost(claim=claim, now=_instead(claim, there, aligned, new)))
        elif (now := same_claim(claim, there, aligned)) is not None:
            edit = _difference(claim, now, aligned, old, new)
            if edit is not None and edit.before is not None and edit.after is not None:
                was, is_ = old.passage(edit.before), new.passage(edit.after)
                changed.append(Changed(claim=claim, now=now, was=was, is_=is_))
    return Revised(before=old, after=new, lost=tuple(lost), changed=tuple(changed))


def claims(report: Report, found: Found) -> tuple[Claim, ...]:
    """Return what a report's body claims: events, readings that count, quotations."""
    telling = [block.span for block in report.blocks if block.kind in TELLING]
    made: Sequence[Claim] = (*found.events, *(f for f in found.figures if f.keep), *found.quotations)
    return tuple(claim for claim in made if any(span.holds(claim.span) for span in telling))


def stands(claim: Claim, aligned: Aligned) -> bool:
    """Whether the words of a claim still stand in the later state."""
    if isinstance(claim, Quotation):
        return min(aligned.share(span) for span in claim.content) >= SAID
    return aligned.share(claim.span) == 1.0 and aligned.share(claim.clause) >= STANDS


def same_claim(claim: Claim, there: Iterable[Claim], aligned: Aligned) -> Claim | None:
    """Return the claim of the later state, of one kind, on the words that one of the earlier is on."""
    place = aligned.carried(claim.span)
    alike = (each for each in there if type(each) is type(claim))
    return next((each for each in alike if place is not None and each.span.overlaps(place)), None)


def _instead(claim: Claim, there: Iterable[Claim], aligned: Aligned, new: Report) -> Claim | None:
    """Return what the later state says in the place of a claim, of the same kind; None if nothing.

    An event whose other words stand is told by one of its sort in their sentence: two sentences made one.
    """
    alike = [each for each in there if _alike(claim, each)]
    places = [aligned.instead(claim.span)]
    if isinstance(claim, EventMention) and aligned.share(claim.clause) >= STANDS:
        places.append(_sentence(aligned.carried(claim.clause), new))
    for place in places:
        near = [each for each in alike if place is not None and each.span.overlaps(place)]
        if len(near) == 1:
            return near[0]
    return None


def _sentence(span: Span | None, report: Report) -> Span | None:
    """Return the sentence around some words, told by its marks and the end of its block."""
    if span is None:
        return None
    block = next((b.span for b in report.blocks if b.span.overlaps(span)), span)
    before = [m.end() for m in _END.finditer(report.text, block.start, span.start)]
    after = _END.search(report.text, span.end, block.end)
    return Span(before[-1] if before else block.start, after.start() if after else block.end).to(span)


def _alike(first: Claim, second: Claim) -> bool:
    """Whether one claim can be what another was changed to: of one count, or of one sort and state."""
    if isinstance(first, FigureReading) and isinstance(second, FigureReading):
        return (first.head, first.measure, first.unit) == (second.head, second.measure, second.unit)
    if isinstance(first, EventMention) and isinstance(second, EventMention):
        return (first.sort, STATES[first.modality]) == (second.sort, STATES[second.modality])
    return True


def _difference(claim: Claim, now: Claim, aligned: Aligned, old: Report, new: Report) -> Edit | None:
    """Return where a claim's clause says something else than it did: the first change of telling words."""
    if isinstance(claim, Quotation):
        return None
    place = clause_of(now)
    edits = (e for e in aligned.edits_in(clause_of(claim)) if e.after is not None and place.holds(e.after))
    return next((edit for edit in edits if _telling(edit, old, new)), None)


def clause_of(claim: Claim) -> Span:
    """Return the words that support a claim: its clause, or what is quoted."""
    return claim.span if isinstance(claim, Quotation) else claim.clause


def _telling(edit: Edit, old: Report, new: Report) -> bool:
    """Whether a change is of words that carry meaning, or of numbers."""
    words = [
        words_of(span.of(r.text)) for span, r in ((edit.before, old), (edit.after, new)) if span is not None
    ]
    meaning = [content_words(each) | {w for w in each if any(c.isdigit() for c in w)} for each in words]
    return bool(meaning[0] or meaning[1]) and meaning[0] != meaning[1]


def mentions_for(found: Found, claims_: Iterable[Annotation]) -> Found:
    """Return of a report's annotations some claims, with the mentions of those that they speak of."""
    kept = list(claims_)
    wanted = {mention for claim in kept for mention in _mentioned(claim)}
    chains = {m.chain or m.id for m in found.mentions if m.id in wanted}
    return Found(
        mentions=tuple(m for m in found.mentions if (m.chain or m.id) in chains),
        quotations=tuple(c for c in kept if isinstance(c, Quotation)),
        figures=tuple(c for c in kept if isinstance(c, FigureReading)),
        events=tuple(c for c in kept if isinstance(c, EventMention)),
    )


def _mentioned(claim: Annotation) -> tuple[str, ...]:
    match claim:
        case EventMention():
            place = () if claim.place is None else (claim.place,)
            return (*(p.mention for p in claim.participants), *place, *claim.given_by, *claim.via)
        case FigureReading():
            return claim.given_by
        case Quotation():
            return (*claim.speakers, *claim.via)
    return ()


def words_of_claim(claim: Claim) -> Span:
    """Return the words of a claim that a history shows: a number as printed, else what supports it."""
    return claim.span if isinstance(claim, FigureReading) else clause_of(claim)
