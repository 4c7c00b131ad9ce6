"""A line of the record in, its evidence out: events, statements, figures, persons and places, differences."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.model.record import (
    Difference,
    Entity,
    Event,
    Figure,
    HistoryStep,
    Origin,
    Side,
    Statement,
    Support,
    Variant,
)
from onrecord.views.belonging import Thing
from onrecord.views.days import day_of
from onrecord.views.evidence import Evidence, evidence_of
from onrecord.views.harmless import one_line
from onrecord.views.lines import event_line, giver_words, outcome_words, refs_words
from onrecord.views.lookup import Lookup
from onrecord.views.numbers import HEDGES, what_is_counted
from onrecord.views.parting import KINDS, about_words, reason_words
from onrecord.views.revised import state_words, step_words
from onrecord.views.why_part import Fact, Part, day_facts, facts
from onrecord.views.wordings import differing_places, said

RELATIONS: Final = {"first": "the first report of it, which others are held against"}
"""What a report's wording is to that of the first, where one word doesn't tell it."""


def line_parts(thing: Thing, lookup: Lookup) -> tuple[str, str, tuple[Part, ...]]:
    """Return what kind of line a thing is, its words, and the parts of its evidence."""
    match thing:
        case Event():
            return "event", _event_title(thing, lookup), _event_parts(thing, lookup)
        case Statement():
            return "statement", _statement_title(thing, lookup), _statement_parts(thing, lookup)
        case Figure():
            return "figure", _figure_title(thing), _figure_parts(thing, lookup)
        case Entity():
            return thing.kind, one_line(thing.name), _entity_parts(thing, lookup)
        case Difference():
            return "difference", f"{KINDS[thing.kind]}: {about_words(thing, lookup)}", _sides(thing, lookup)
        case Origin():
            return "origin", one_line(thing.name), _origin_parts(thing, lookup)
    return "group", thing.id, ()


def support_evidence(support: Support, lookup: Lookup, *, said: bool = False) -> Evidence:
    """Return one report's words for a claim, with all that is known of them.

    Args:
        support: The words.
        lookup: What ids stand for.
        said: Whether they are a report's wording of what somebody said, not a claim of its own.
    """
    own = "as the report words what was said" if said else "in the report's own voice"
    notes = (
        giver_words(support, lookup) if support.voice == "attributed" else own,
        f"origin {_origin(support.origin, support.span.report, lookup)}",
        f"from the {support.from_}",
        f"found by {support.finder}, confidence {support.confidence:.2f}",
    )
    return evidence_of(support.span, lookup, notes=notes)


def _origin(origin: str, report: str, lookup: Lookup) -> str:
    """Return an origin with its reason: the report's, or that of the origin where the words have another."""
    other = lookup.origins.get(origin) if lookup.origin_of.get(report) != origin else None
    if other is None:
        return f"{lookup.origin(origin)} ({lookup.origin_reason(report)})"
    told = next((tie.reason for tie in other.ties if tie.report == report), other.reason)
    return f"{lookup.origin(origin)} ({one_line(told)})"


def _supports(supports: Sequence[Support], lookup: Lookup) -> tuple[Evidence, ...]:
    return tuple(support_evidence(support, lookup) for support in supports)


def _event_title(event: Event, lookup: Lookup) -> str:
    line = event_line(event, lookup)
    lead = f"{line.lead}: " if line.lead else ""
    return f"{lead}{line.what} — {line.who}"


def _event_parts(event: Event, lookup: Lookup) -> tuple[Part, ...]:
    line = event_line(event, lookup)
    people = ", ".join(f"{lookup.name(p.entity)} ({p.role}, {p.entity})" for p in event.participants)
    against = ", ".join(lookup.origin(i) for i in event.origins_against)
    known = (
        *day_facts(event.when),
        *facts(
            ("where", one_line(event.where or "")),
            ("place", f"{lookup.name(event.place)} ({event.place})" if event.place else None),
            ("type", f"{event.type} (PLOVER)" if event.type else None),
            ("modality", event.modality),
            ("told as", "background" if event.background else None),
            ("who takes part", people),
            ("standing", line.origins),
            ("said otherwise by", against),
            ("became of it", outcome_words(event.outcome, lookup) if event.outcome else None),
            ("became of it, line", event.outcome.to if event.outcome else None),
        ),
    )
    parts = [Part(heading="What is known", facts=known)]
    parts.append(Part(heading="Rests on", evidence=_supports(event.support, lookup)))
    if event.outcome is not None and event.outcome.support:
        parts.append(
            Part(heading="What became of it rests on", evidence=_supports(event.outcome.support, lookup))
        )
    parts.append(Part(heading="Report by report", lines=tuple(_history(event, lookup))))
    return tuple(parts)


def _history(line: Event | Statement | Figure, lookup: Lookup) -> list[str]:
    words = {
        "first": "tells it first", "adds": "adds to it", "changes": "changes it", "repeats": "repeats it",
        "denies": "denies it", "withdraws": "withdraws it",
    }  # fmt: skip
    return [
        f"[{lookup.numbers.get(step.report, 0)}] {_who_and_when(step, lookup)} {words[step.what]}"
        f"{step_words(step)}"
        for step in line.history
    ]


def _who_and_when(step: HistoryStep, lookup: Lookup) -> str:
    """Return what did a step: an outlet's report, or its revision, each of its day."""
    if step.was is not None:
        return state_words(step, lookup)
    report = lookup.reports.get(step.report)
    day = report.published if report is not None else None
    outlet = lookup.outlet(step.report)
    return outlet if day is None else f"{outlet}, {day_of(day, lookup.year).words},"


def _revisions(line: Statement | Figure, lookup: Lookup) -> tuple[Part, ...]:
    words = tuple(_history(line, lookup))
    return (Part(heading="Report by report", lines=words),) if words else ()


def _statement_title(statement: Statement, lookup: Lookup) -> str:
    line = said(statement, lookup, {})
    return f"{line.who}: {line.renderings[0].text}"


def _statement_parts(statement: Statement, lookup: Lookup) -> tuple[Part, ...]:
    line = said(statement, lookup, differing_places(lookup.record).get(statement.id, {}))
    known = (
        *day_facts(statement.said, "said"),
        *facts(
            ("speakers", ", ".join(f"{lookup.name(i)} ({i})" for i in statement.speakers) or "not known"),
            ("speaker is", statement.speaker_kind),
            ("passed on by", lookup.names(statement.via)),
            ("occasion", line.occasion),
            ("standing", line.origins),
            ("marks", ", ".join(line.marks)),
        ),
    )
    return (
        Part(heading="What is known", facts=known),
        *(_variant_part(variant, lookup) for variant in statement.variants),
        *_revisions(statement, lookup),
    )


def _variant_part(variant: Variant, lookup: Lookup) -> Part:
    known = facts(
        ("found by", f"{variant.finder}, confidence {variant.confidence:.2f} (the lowest of its pieces)"),
        ("wording", RELATIONS.get(variant.relation, variant.relation)),
        ("differing words", "; ".join(one_line(p.text) for p in variant.differs)),
        ("origin", _origin(variant.origin, variant.report, lookup)),
        ("speaker as printed", _printed(variant, "speaker_words")),
        ("cue", _printed(variant, "cue")),
    )
    evidence = tuple(
        evidence_of(p, lookup, notes=(piece.kind,)) for piece in variant.pieces for p in piece.content
    )
    number = lookup.numbers.get(variant.report, 0)
    return Part(heading=f"[{number}] {lookup.outlet(variant.report)}", facts=known, evidence=evidence)


def _printed(variant: Variant, field: str) -> str:
    words = [getattr(piece, field) for piece in variant.pieces]
    return "; ".join(dict.fromkeys(one_line(each.text) for each in words if each is not None))


def _figure_title(figure: Figure) -> str:
    printed = dict.fromkeys(one_line(reading.printed) for reading in figure.readings)
    return f"{what_is_counted(figure)}: {', '.join(printed)}"


def _figure_parts(figure: Figure, lookup: Lookup) -> tuple[Part, ...]:
    event = lookup.events.get(figure.event or "")
    whole = lookup.figures.get(figure.part_of or "")
    known = facts(
        ("counts", one_line(figure.counts)),
        ("unit", one_line(figure.unit)),
        ("about", f"“{one_line(event.label)}” ({event.id})" if event is not None else None),
        ("part of", f"{what_is_counted(whole)} ({whole.id})" if whole is not None else None),
        ("since", day_of(figure.since).words if figure.since is not None else None),
    )
    return (
        Part(heading="What is known", facts=known),
        *(
            Part(
                heading=f"{one_line(reading.printed)} ({reading.id})",
                facts=(
                    *facts(
                        ("hedge", HEDGES[reading.hedge] or "exact"),
                        ("from", None if reading.low is None else f"{reading.low:,g}"),
                        ("to", None if reading.high is None else f"{reading.high:,g}"),
                        ("standing", "withdrawn" if reading.standing == "withdrawn" else None),
                        ("replaces", reading.replaces),
                    ),
                    *day_facts(reading.as_of, "as of"),
                ),
                evidence=(support_evidence(reading.support, lookup),),
            )
            for reading in figure.readings
        ),
        *_revisions(figure, lookup),
    )


def _entity_parts(entity: Entity, lookup: Lookup) -> tuple[Part, ...]:
    place = entity.place
    known: tuple[Fact, ...] = facts(
        ("kind", entity.kind),
        ("also", ", ".join(one_line(alias) for alias in entity.aliases)),
        ("roles", ", ".join(one_line(role.role) for role in entity.roles)),
        ("perhaps the same as", ", ".join(f"{lookup.name(i)} ({i})" for i in entity.perhaps)),
        ("GeoNames", str(place.geonames) if place is not None else None),
    )
    own = [
        *(f"{event.id}  {_event_title(event, lookup)}" for event in lookup.record.events
          if entity.id in {p.entity for p in event.participants}),
        *(f"{s.id}  {_statement_title(s, lookup)}" for s in lookup.record.statements
          if entity.id in s.speakers),
    ]  # fmt: skip
    parts = [Part(heading="What is known", facts=known)]
    parts += [Part(heading="On these lines", lines=tuple(own))] if own else []
    evidence = tuple(evidence_of(passage, lookup) for passage in entity.mentions)
    return (*parts, Part(heading="Mentioned", evidence=evidence))


def _sides(difference: Difference, lookup: Lookup) -> tuple[Part, ...]:
    known = facts(
        ("verdict", difference.verdict),
        ("reason", reason_words(difference, lookup)),
        ("about", f"{about_words(difference, lookup)} ({difference.about})"),
    )
    said = difference.kind == "wording"
    return (
        Part(heading="What is known", facts=known),
        *(
            Part(
                heading=_side_heading(side, lookup),
                evidence=tuple(support_evidence(s, lookup, said=said) for s in side.support),
            )
            for side in difference.sides
        ),
        *_wholly(difference, lookup),
    )


def _side_heading(side: Side, lookup: Lookup) -> str:
    """Return a side's words, led by the reports that give them."""
    refs = refs_words(sorted({lookup.numbers.get(support.span.report, 0) for support in side.support}))
    return f"{refs} “{one_line(side.claim)}”"


def _wholly(difference: Difference, lookup: Lookup) -> tuple[Part, ...]:
    """Return all that was said, as each report words it, where words of it differ."""
    statement = lookup.statements.get(difference.about)
    if statement is None or difference.kind != "wording":
        return ()
    reports = {support.span.report for side in difference.sides for support in side.support}
    ids = dict.fromkeys(item for side in difference.sides for item in side.items)
    own = [lookup.statements[each] for each in ids if each in lookup.statements]
    return tuple(
        replace(part, heading=f"{part.heading}: all that it gives of it")
        for each in own
        for variant in each.variants
        if variant.report in reports
        for part in [_variant_part(variant, lookup)]
    )


def _origin_parts(origin: Origin, lookup: Lookup) -> tuple[Part, ...]:
    carried = [number for report, number in lookup.numbers.items() if lookup.origin_of[report] == origin.id]
    known = facts(
        ("kind", origin.kind), ("reason", one_line(origin.reason)), ("reports", refs_words(carried))
    )
    evidence = (evidence_of(origin.evidence, lookup),) if origin.evidence is not None else ()
    return (Part(heading="What is known", facts=known, evidence=evidence),)
