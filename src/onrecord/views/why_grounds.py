"""A line and the store in, what its evidence stands on out: rules, links, reports, versions.

A sheet is checked by somebody who has neither the record nor the program: so each report is told with its
address and the digest of its text, each sentence with the rule that read it, and the reports' links with
their scores.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from onrecord.links.events import LEVELS
from onrecord.model.annotation import EventMention, FigureReading, Found, Quotation
from onrecord.model.record import Difference, Event, Figure, Statement
from onrecord.model.report import Report
from onrecord.model.span import Passage, Span
from onrecord.record.store import Layer, View
from onrecord.views.belonging import Thing
from onrecord.views.days import day_of
from onrecord.views.harmless import one_line
from onrecord.views.lookup import Lookup
from onrecord.views.why_groups import pair_words
from onrecord.views.why_part import Part

Claim = EventMention | FigureReading | Quotation
LINKED: tuple[Layer, ...] = ("copies", "stories")

JOINED: Final = (
    "what speaks for it and against, in log odds; they are joined while the mean of all pairs is "
    f"{LEVELS.least:g} or more"
)
COMPARED: Final = (
    "stories, happening and storyline: log odds that they are of one; copies: share of the text; the rest: "
    "features with their values, words by their stems, what is 0 left out"
)


def grounds(view: View, thing: Thing, lookup: Lookup) -> tuple[Part, ...]:
    """Return the parts that tell what the evidence of a line stands on; none for what is no line."""
    passages = tuple(_passages(thing))
    if not passages:
        return ()
    ids = sorted({p.report for p in passages}, key=lambda i: (lookup.numbers.get(i, 0), i))
    parts = (
        Part(heading="Read by these rules", lines=tuple(_rules(view, thing, passages, lookup))),
        Part(
            heading=f"Why these tellings are of one event ({JOINED})",
            lines=tuple(_joinings(thing, lookup)),
        ),
        Part(
            heading=f"How the reports were compared ({COMPARED})",
            lines=tuple(_links(view, ids, lookup)),
        ),
        Part(heading="Reports", lines=tuple(_report(view.report(i), lookup) for i in ids)),
        Part(heading="Made by", lines=tuple(_made_by(thing, lookup))),
    )
    return tuple(part for part in parts if part.lines)


def _made_by(thing: Thing, lookup: Lookup) -> Iterator[str]:
    """Yield the record that the line is of, and every rule set that made it or is named on the sheet."""
    lines = " and ".join(line.id for line in lookup.record.storylines)
    yield f"out of the record of {len(lookup.record.reports)} reports of storyline {lines}"
    versions = {(name, each) for name, every in lookup.record.versions for each in every.split(", ")}
    for finder in _finders(thing):
        name, _, version = finder.rpartition("/")
        versions.add((name, version))
    yield from (f"{name} {version}" for name, version in sorted(versions))


def _finders(thing: Thing) -> Iterator[str]:
    """Yield what found the words that a line rests on."""
    match thing:
        case Event():
            yield from (support.finder for support in thing.support)
            yield from (s.finder for s in (thing.outcome.support if thing.outcome is not None else ()))
        case Statement():
            yield from (variant.finder for variant in thing.variants)
        case Figure():
            yield from (reading.support.finder for reading in thing.readings)
        case Difference():
            yield from (support.finder for side in thing.sides for support in side.support)


def _passages(thing: Thing) -> Iterator[Passage]:
    """Yield the passages that a line rests on."""
    match thing:
        case Event():
            yield from (support.span for support in thing.support)
            yield from (s.span for s in (thing.outcome.support if thing.outcome is not None else ()))
        case Statement():
            yield from (p for v in thing.variants for piece in v.pieces for p in piece.content)
        case Figure():
            yield from (reading.support.span for reading in thing.readings)
        case Difference():
            yield from (support.span for side in thing.sides for support in side.support)


def _rules(view: View, thing: Thing, passages: Iterable[Passage], lookup: Lookup) -> Iterator[str]:
    """Yield what was read in each passage: the words found, the reason and the finder."""
    wanted: dict[str, set[Span]] = {}
    for passage in passages:
        wanted.setdefault(passage.report, set()).add(passage.span)
    found = view.annotations(wanted)
    for report_id in sorted(wanted, key=lambda i: (lookup.numbers.get(i, 0), i)):
        report = view.report(report_id)
        for claim in _claims(found.get(report_id, Found())):
            if wanted[report_id] & set(_stretches(claim)) and _tells(claim, thing):
                words = one_line(claim.span.of(report.text))
                yield (
                    f"[{lookup.numbers.get(report_id, 0)}] “{words}” {_reason(claim, report)}"
                    f"{claim.finder}, confidence {claim.confidence:.2f} ({claim.id})"
                )


def _tells(claim: Claim, thing: Thing) -> bool:
    """Whether an annotation on the words of a line is of its kind: others stand in the same sentence."""
    match thing:
        case Event():
            return isinstance(claim, EventMention) and claim.type == thing.type
        case Statement():
            return isinstance(claim, Quotation)
        case Figure():
            return any(claim.id == reading.id for reading in thing.readings)
    return True


def _claims(found: Found) -> Iterator[Claim]:
    claims: list[Claim] = [*found.events, *found.figures, *found.quotations]
    yield from sorted(claims, key=lambda claim: (claim.span, claim.id))


def _stretches(claim: Claim) -> tuple[Span, ...]:
    """Return the stretches of words by which a record leads to an annotation."""
    return claim.content if isinstance(claim, Quotation) else (claim.clause,)


def _reason(claim: Claim, report: Report) -> str:
    match claim:
        case EventMention():
            by = f", told by “{one_line(claim.decided_by.of(report.text))}”" if claim.decided_by else ""
            return f"read as {claim.modality}: {_words(claim.reason)}{by}; "
        case Quotation():
            return f"read as {claim.kind} quotation: {_words(claim.reason)}; "
        case FigureReading():
            return f"read as a number of {one_line(claim.counts)}; "


def _words(reason: str) -> str:
    """Return a finder's reason, without the step that decided nothing."""
    return "; ".join(step for step in one_line(reason).split("; ") if step != "none")


def _joinings(thing: Thing, lookup: Lookup) -> Iterator[str]:
    """Yield the pairs that hold the tellings of an event together, and what they share."""
    for joining in lookup.record.joinings:
        if joining.event == thing.id:
            ends = [
                f"[{lookup.numbers.get(p.report, 0)}] “{one_line(p.text)}”"
                for p in (joining.telling, joining.like)
            ]
            added = "; ".join(f"{name} {score:+.2f}" for name, score in joining.reasons)
            yield f"{ends[0]} with {ends[1]} · {joining.score:.2f} · {added}"


def _links(view: View, ids: Iterable[str], lookup: Lookup) -> Iterator[str]:
    """Yield what speaks for two of the reports being copies or of one story."""
    inside = frozenset(ids)
    for layer in LINKED:
        for pair in view.pairs(layer, sorted(inside)):
            if pair.first in inside and pair.second in inside:
                telling = tuple(reason for reason in pair.reasons if reason[1])
                yield pair_words(replace(pair, reasons=telling), lookup)


def _report(report: Report, lookup: Lookup) -> str:
    """Return a report as it can be found again and its text be compared."""
    published = f"published {day_of(report.published).words}"
    retrieved = f", retrieved {_moment(report.retrieved)}" if report.retrieved is not None else ""
    revision = f", revision {report.revision}" if report.revision > 1 else ""
    headline = f"“{one_line(report.headline)}”" if report.headline else "with no headline"
    return (
        f"[{lookup.numbers.get(report.id, 0)}] {one_line(report.outlet or 'outlet not printed')}, "
        f"{headline}, {published}{revision}{retrieved}; "
        f"{one_line(report.address)}; report {report.id}; SHA-256 of its text {report.sha256}"
    )


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
