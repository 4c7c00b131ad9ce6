"""Events in, lines in words out: *day · what, in the reports' words · who says so · N origins · mark*.

Every face prints these words. What happened is always somebody's word: a line names who says so, and what
has not simply happened is led by what it is (denied, planned, possible, demanded).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.model.record import Event, Outcome, Standing, Support
from onrecord.views.days import Day, day_of, iso_words
from onrecord.views.evidence import Evidence, evidence_of
from onrecord.views.harmless import one_line
from onrecord.views.lookup import Lookup, counted, listed
from onrecord.views.revised import revision_marks
from onrecord.views.ruled import rulings_of

LEADS: Final = {
    "happened": "", "ongoing": "", "planned": "planned", "possible": "possible", "demanded": "demanded",
    "denied": "denied",
}  # fmt: skip
UNSURE: Final = 0.6
"""Confidence below which a line is marked: rules at that step are right about three times in four."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the record, in words.

    Attributes:
        id: what `why` takes.
        lead: what it is, where it has not simply happened; to be printed before `what`.
        what: in the reports' words.
        who: who says so.
        origins: how many origins bear it out, with what is known of them.
        marks: what else a reader must know.
        refs: short numbers of the reports, in order.
        evidence: the sentences that it rests on; one for each report.
        also: ids of other lines of the same day that its words say too, and that are folded into it.
    """

    id: str
    day: Day
    what: str
    who: str
    origins: str
    lead: str = ""
    marks: tuple[str, ...] = ()
    refs: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    also: tuple[str, ...] = ()


def event_line(event: Event, lookup: Lookup) -> Line:
    """Return the line of an event."""
    return Line(
        id=event.id,
        day=day_of(event.when, lookup.year),
        lead=LEADS[event.modality],
        what=one_line(event.label),
        who=who_says(event.support, lookup),
        origins=origins_words(event.standing, event.origins_for, event.givers, lookup),
        marks=tuple(event_marks(event, lookup)),
        refs=refs_of((support.span.report for support in event.support), lookup),
        evidence=evidence_for(event.support, lookup),
    )


def folded(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines in order, those of one day whose words are the same, or stand in another's, as one.

    Several events may rest on one clause, or one on a part of another's; a reader needs the words once. Of
    the same words the line with most reports stands, else the one that says more.
    """
    same: dict[tuple[object, ...], list[Line]] = {}
    for line in lines:
        same.setdefault((_told_as(line), line.what), []).append(line)
    return _outermost([_one_of(group) for group in same.values()])


def _told_as(line: Line) -> tuple[object, ...]:
    return line.day.words, line.lead, line.marks


def _one_of(group: Sequence[Line]) -> Line:
    best = max(group, key=lambda line: len(line.refs))
    return replace(best, also=tuple(line.id for line in group if line is not best))


def _outermost(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines, in order, each with those whose words stand wholly in its own."""
    alike: dict[tuple[object, ...], list[Line]] = {}
    for line in sorted(lines, key=lambda each: -len(each.what)):
        alike.setdefault(_told_as(line), []).append(line)
    held: dict[str, list[Line]] = {}
    for group in alike.values():
        outer: list[Line] = []
        for line in group:
            holder = next((o for o in outer if _holds(o, line)), None)
            if holder is None:
                outer.append(line)
                held[line.id] = []
            else:
                held[holder.id].append(line)
    return tuple(
        replace(line, also=(*line.also, *(i for o in held[line.id] for i in (o.id, *o.also))))
        for line in lines
        if line.id in held
    )


def _holds(line: Line, other: Line) -> bool:
    """Whether another line's words stand, in each of its reports, within those of a line that says more."""
    return bool(other.evidence) and all(
        any(e.report == o.report and e.start <= o.start and o.end <= e.end for e in line.evidence)
        for o in other.evidence
    )


def event_marks(event: Event, lookup: Lookup) -> Iterable[str]:
    """Yield what a reader must know beside an event's words."""
    if event.modality == "ongoing":
        yield "going on"
    if event.outcome is not None:
        yield outcome_words(event.outcome, lookup)
    if event.origins_against:
        yield f"said otherwise by {listed([lookup.origin(i) for i in event.origins_against])}"
    if any(step.what == "changes" and step.was is None for step in event.history):
        yield "changed since"
    yield from revision_marks(event.history, lookup)
    if all(support.confidence < UNSURE for support in event.support):
        yield "unsure"
    if all(support.from_ == "headline" for support in event.support):
        yield "headline only"
    yield from rulings_of(event.judgements, lookup)


def outcome_words(outcome: Outcome, lookup: Lookup) -> str:
    """Return what became of a plan."""
    if outcome.state == "no-report":
        return f"no report of it up to {iso_words(outcome.up_to, lookup.year)}"
    if outcome.state == "held":
        event = lookup.events.get(outcome.to or "")
        return f"held: {day_of(event.when, lookup.year).words}" if event and event.when else "held"
    return {
        "pending": "no outcome reported yet",
        "put-off": "put off",
        "called-off": "called off",
        "denied": "denied",
        "changed": "changed",
    }[outcome.state]


def who_says(supports: Sequence[Support], lookup: Lookup) -> str:
    """Return who says so: outlets in their own voice, then who is cited and by which outlets.

    A line is never without somebody who says it.
    """
    own = [s.span.report for s in supports if s.voice == "own"]
    cited: dict[str, list[str]] = {}
    for support in supports:
        if support.voice == "attributed":
            cited.setdefault(giver_words(support, lookup), []).append(support.span.report)
    parts = [f"{lookup.outlets(own)}"] if own else []
    parts += [f"{giver} (in {lookup.outlets(reports)})" for giver, reports in cited.items()]
    return "; ".join(parts)


def giver_words(support: Support, lookup: Lookup) -> str:
    """Return who is cited for a claim, with who passed it on."""
    if not support.given_by:
        return "according to somebody not made out"
    via = f", passed on by {lookup.names(support.via)}" if support.via else ""
    return f"according to {lookup.names(support.given_by)}{via}"


def origins_words(standing: Standing, origins: Sequence[str], givers: Sequence[str], lookup: Lookup) -> str:
    """Return how many origins bear a line out: `1 origin`, `2 origins, no tie found`."""
    number = len(set(origins))
    if standing == "withdrawn":
        return "withdrawn"
    if number < 2:
        return "1 origin"
    if standing == "several-origins":
        return f"{counted(number, 'origin')}, no tie found"
    if givers:
        return f"{counted(number, 'origin')}, all citing {lookup.names(tuple(givers[:3]))}"
    return f"{counted(number, 'origin')}, tied"


def refs_of(reports: Iterable[str], lookup: Lookup) -> tuple[int, ...]:
    """Return the short numbers of reports, each once, in order."""
    return tuple(sorted({lookup.numbers[i] for i in reports if i in lookup.numbers}))


def refs_words(refs: Sequence[int]) -> str:
    """Return short numbers as printed: `[1] [3]`."""
    return " ".join(f"[{number}]" for number in refs)


def evidence_for(supports: Iterable[Support], lookup: Lookup) -> tuple[Evidence, ...]:
    """Return the sentence of each support, one for each report and place."""
    seen: set[tuple[str, int, int]] = set()
    found = []
    for support in supports:
        place = (support.span.report, support.span.start, support.span.end)
        if place not in seen:
            seen.add(place)
            found.append(evidence_of(support.span, lookup, notes=support_notes(support, lookup)))
    return tuple(sorted(found, key=lambda each: each.number))


def support_notes(support: Support, lookup: Lookup) -> tuple[str, ...]:
    """Return what is to be known of one report's words: who is cited, and where they stand."""
    notes = []
    if support.voice == "attributed":
        notes.append(giver_words(support, lookup))
    if support.from_ != "body":
        notes.append(f"in the {support.from_}")
    return tuple(notes)
