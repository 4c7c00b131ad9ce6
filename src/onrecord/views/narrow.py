"""A storyline's record and one of its stories in, that story's record out.

What any report of the story tells stays, with all its support, so that origins are counted as they are; the
reports that give that support stay with it.
"""

from collections.abc import Iterable, Set
from dataclasses import replace

from onrecord.model.record import Difference, Entity, Event, Figure, Origin, Record, Story
from onrecord.record.entities import referred_in


def narrow(record: Record, story: Story) -> Record:
    """Return what a record holds of one of its stories."""
    own = _with_states(frozenset(story.reports), record)
    events = tuple(e for e in record.events if own & {s.span.report for s in e.support})
    statements = tuple(s for s in record.statements if own & {v.report for v in s.variants})
    figures = tuple(f for f in record.figures if own & {r.support.span.report for r in f.readings})
    kept = {e.id for e in events} | {s.id for s in statements} | {f.id for f in figures}
    differences = tuple(d for d in record.differences if d.about in kept)
    lines = replace(
        record,
        events=tuple(_within(e, kept) for e in events),
        statements=statements,
        figures=tuple(_counting(f, kept) for f in figures),
    )
    reports = own | _reports_of(lines, differences)
    shown = referred_in(lines)
    return replace(
        lines,
        reports=tuple(line for line in record.reports if line.report.id in reports),
        origins=tuple(_shown_origin(o, reports) for o in record.origins if o.id in _origins_of(lines)),
        copies=tuple(c for c in record.copies if {share.report for share in c.reports} <= reports),
        stories=(story,),
        storylines=tuple(
            replace(line, title=story.title, stories=(story.id,))
            for line in record.storylines
            if line.id == story.storyline
        ),
        entities=tuple(_mentioned(e, reports) for e in record.entities if e.id in shown),
        differences=differences,
        problems=tuple(p for p in record.problems if p.report in reports),
        joinings=tuple(joining for joining in record.joinings if joining.event in kept),
    )


def _with_states(reports: frozenset[str], record: Record) -> frozenset[str]:
    """Return reports with the earlier states of them that the record holds."""
    revises = {line.report.id: line.report.revises for line in record.reports}
    found = set(reports)
    for report in reports:
        earlier = revises.get(report)
        while earlier is not None and earlier in revises:
            found.add(earlier)
            earlier = revises[earlier]
    return frozenset(found)


def _within(event: Event, kept: Set[str]) -> Event:
    """Return an event that refers to no line that isn't kept."""
    outcome = event.outcome
    if outcome is not None and outcome.to is not None and outcome.to not in kept:
        outcome = replace(outcome, to=None)
    part_of = event.part_of if event.part_of in kept else None
    return replace(event, outcome=outcome, part_of=part_of)


def _counting(figure: Figure, kept: Set[str]) -> Figure:
    return replace(
        figure,
        event=figure.event if figure.event in kept else None,
        part_of=figure.part_of if figure.part_of in kept else None,
    )


def _shown_origin(origin: Origin, reports: Set[str]) -> Origin:
    evidence = origin.evidence
    return replace(
        origin,
        evidence=evidence if evidence is not None and evidence.report in reports else None,
        ties=tuple(tie for tie in origin.ties if tie.report in reports),
    )


def _origins_of(lines: Record) -> set[str]:
    """Return the origins that reports and lines refer to."""
    found = {line.origin for line in lines.reports}
    found |= {i for e in lines.events for i in (*e.origins_for, *e.origins_against)}
    found |= {support.origin for event in lines.events for support in event.support}
    found |= {reading.support.origin for figure in lines.figures for reading in figure.readings}
    return found | {v.origin for s in lines.statements for v in s.variants}


def _reports_of(lines: Record, differences: Iterable[Difference]) -> set[str]:
    found = {s.span.report for e in lines.events for s in e.support}
    found |= {s.span.report for e in lines.events if e.outcome is not None for s in e.outcome.support}
    found |= {v.report for s in lines.statements for v in s.variants}
    found |= {r.support.span.report for f in lines.figures for r in f.readings}
    found |= {s.span.report for d in differences for side in d.sides for s in side.support}
    steps = [
        s for each in (lines.events, lines.statements, lines.figures) for line in each for s in line.history
    ]
    found |= {passage.report for s in steps for passage in (s.was, s.now) if passage is not None}
    found |= {step.report for step in steps if step.was is not None}
    whens = (
        [e.when for e in lines.events] + [s.said for s in lines.statements] + [f.since for f in lines.figures]
    )
    whens += [r.as_of for f in lines.figures for r in f.readings]
    return found | {when.span.report for when in whens if when is not None and when.span is not None}


def _mentioned(entity: Entity, reports: Set[str]) -> Entity:
    return replace(
        entity,
        mentions=tuple(m for m in entity.mentions if m.report in reports),
        roles=tuple(role for role in entity.roles if role.span.report in reports),
    )
