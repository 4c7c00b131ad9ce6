"""Settled readings in, the record's figures out: one quantity with its history."""

from collections.abc import Mapping
from datetime import date

from onrecord.links.figures import FigureGroup
from onrecord.model.annotation import FigureReading
from onrecord.model.record import Figure, Reading
from onrecord.record.settled import Settled


def compose_figures(settled: Settled, lines: frozenset[str]) -> tuple[Figure, ...]:
    """Return the figures of a storyline, in founding order; `lines` are the ids of events that are lines."""
    figure_of = {r.id: group.readings[0].id for group in settled.figures for r in group.readings}
    return tuple(_figure(group, figure_of, lines, settled) for group in settled.figures)


def _figure(
    group: FigureGroup, figure_of: Mapping[str, str], lines: frozenset[str], settled: Settled
) -> Figure:
    founder = group.readings[0]
    whole = next(
        (figure_of[r.part_of] for r in group.readings if r.part_of is not None and r.part_of in figure_of),
        None,
    )
    ordered = sorted(group.readings, key=lambda reading: _holds_from(reading, settled))
    return Figure(
        id=founder.id,
        formerly=(),
        counts=founder.counts,
        unit=founder.unit,
        event=group.event if group.event in lines else None,
        part_of=whole if whole != founder.id else None,
        since=next((r.since for r in group.readings if r.since is not None), None),
        readings=tuple(_reading(reading, settled) for reading in ordered),
        judgements=settled.ruled_on(reading.id for reading in group.readings),
    )


def _reading(reading: FigureReading, settled: Settled) -> Reading:
    report = settled.material.by_id[reading.report]
    return Reading(
        id=reading.id,
        printed=reading.span.of(report.text),
        low=reading.low,
        high=reading.high,
        hedge=reading.hedge,
        as_of=reading.as_of,
        replaces=None,
        support=settled.support(reading),
    )


def _holds_from(reading: FigureReading, settled: Settled) -> tuple[date, date, str, int]:
    """Return what orders readings: the day they hold for, then the day of their report."""
    published = settled.material.order(reading.report, reading.span.start)
    when = reading.as_of.date if reading.as_of is not None else None
    return ((when.last if when is not None and when.last else published[0]), *published)
