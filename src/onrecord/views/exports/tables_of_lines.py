"""What is exported in, the rows on lines out: events, statements, figures, differences, evidence."""

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.model.record import Event, Support
from onrecord.model.span import Passage
from onrecord.views.exports.exported import Exported, hash_of, joined
from onrecord.views.exports.tables import WHEN, Plan, Row, when_cells
from onrecord.views.lines import event_line


def _events(given: Exported) -> Iterator[Row]:
    for event in given.record.events:
        line = event_line(event, given.lookup)
        outcome = event.outcome
        yield {
            "id": event.id, "type": event.type, "modality": event.modality, "label": event.label,
            "who_says": line.who, **when_cells("day", event.when, given),
            "place": event.place, "where": event.where, "background": event.background,
            "part_of": event.part_of, "outcome": outcome.state if outcome else None,
            "outcome_to": outcome.to if outcome else None,
            "no_report_up_to": outcome.up_to if outcome else None,
            "standing": event.standing, "origins_for": len(event.origins_for),
            "origins_against": len(event.origins_against), "givers": given.lookup.names(event.givers) or None,
            "reports": len({support.span.report for support in event.support}),
            "confidence": max(support.confidence for support in event.support),
            "marks": joined(line.marks),
        }  # fmt: skip


def _participants(given: Exported) -> Iterator[Row]:
    for event in given.record.events:
        for each in event.participants:
            name = given.lookup.name(each.entity)
            yield {"event": event.id, "entity": each.entity, "name": name, "role": each.role}


def _statements(given: Exported) -> Iterator[Row]:
    for said in given.record.statements:
        yield {
            "id": said.id, "speakers": joined(said.speakers) or None,
            "speaker_names": given.lookup.names(said.speakers) or None, "speaker_kind": said.speaker_kind,
            "via": joined(said.via) or None, "via_names": given.lookup.names(said.via) or None,
            **when_cells("said", said.said, given), "to": said.to, "medium": said.medium, "where": said.where,
            "standing": said.standing, "wordings": len(said.variants),
            "confidence": max(variant.confidence for variant in said.variants),
        }  # fmt: skip


def _quotations(given: Exported) -> Iterator[Row]:
    for said in given.record.statements:
        for variant in said.variants:
            for number, piece in enumerate(variant.pieces, start=1):
                yield from (
                    {
                        "statement": said.id, "report": variant.report, "piece": number, "kind": piece.kind,
                        "start": passage.start, "end": passage.end, "words": given.words(passage),
                        "sentence": given.sentence(passage), "relation": variant.relation,
                        "speaker_words": _words(piece.speaker_words, given), "cue": _words(piece.cue, given),
                        "origin": variant.origin, "finder": variant.finder, "confidence": variant.confidence,
                        "sha256": hash_of(passage),
                    }
                    for passage in piece.content
                )  # fmt: skip


def _words(passage: Passage | None, given: Exported) -> str | None:
    return None if passage is None else given.words(passage)


def _readings(given: Exported) -> Iterator[Row]:
    for figure in given.record.figures:
        for reading in figure.readings:
            yield {
                "figure": figure.id, "reading": reading.id, "counts": figure.counts, "unit": figure.unit,
                "printed": reading.printed, "low": reading.low, "high": reading.high, "hedge": reading.hedge,
                "givers": given.lookup.names(reading.support.given_by) or None,
                "outlet": given.lookup.outlet(reading.support.span.report),
                **when_cells("as_of", reading.as_of, given), **when_cells("since", figure.since, given),
                "replaces": reading.replaces, "event": figure.event, "part_of": figure.part_of,
                "standing": reading.standing, "report": reading.support.span.report,
            }  # fmt: skip


def _sides(given: Exported) -> Iterator[Row]:
    for difference in given.record.differences:
        for number, side in enumerate(difference.sides, start=1):
            yield {
                "difference": difference.id, "kind": difference.kind, "about": difference.about,
                "verdict": difference.verdict, "reason": difference.reason, "side": number,
                "claim": side.claim, "items": joined(side.items),
                "outlets": given.lookup.outlets([support.span.report for support in side.support]),
            }  # fmt: skip


def _evidence(given: Exported) -> Iterator[Row]:
    for kind, line, support in _supports(given):
        span = support.span
        yield {
            "kind": kind, "line": line, "report": span.report, "start": span.start, "end": span.end,
            "words": given.words(span), "sentence": given.sentence(span),
            "outlet": given.lookup.outlet(span.report),
            "voice": support.voice, "given_by": joined(support.given_by) or None,
            "given_by_names": given.lookup.names(support.given_by) or None,
            "via": joined(support.via) or None, "origin": support.origin, "from": support.from_,
            "finder": support.finder,
            "confidence": support.confidence, "sha256": hash_of(span),
        }  # fmt: skip


def _supports(given: Exported) -> Iterator[tuple[str, str, Support]]:
    """Yield every support with the line that it bears out; statements rest on their quotations."""
    for event in given.record.events:
        yield from (("event", event.id, support) for support in event.support)
        yield from (("outcome", event.id, support) for support in _of_outcome(event))
    for figure in given.record.figures:
        yield from (("reading", reading.id, reading.support) for reading in figure.readings)
    for difference in given.record.differences:
        yield from (("difference", difference.id, s) for side in difference.sides for s in side.support)


def _of_outcome(event: Event) -> Iterable[Support]:
    return event.outcome.support if event.outcome is not None else ()


LINES: Final = (
    Plan(
        name="events", rows=_events,
        columns=f"id type modality label who_says {WHEN.format('day')} place where background:bool part_of "
        "outcome outcome_to no_report_up_to standing origins_for:int origins_against:int givers reports:int "
        "confidence:float marks",
    ),
    Plan(name="participants", rows=_participants, columns="event entity name role"),
    Plan(
        name="statements", rows=_statements,
        columns=f"id speakers speaker_names speaker_kind via via_names {WHEN.format('said')} to medium where "
        "standing wordings:int confidence:float",
    ),
    Plan(
        name="quotations", rows=_quotations,
        columns="statement report piece:int kind start:int end:int words sentence relation speaker_words cue "
        "origin finder confidence:float sha256",
    ),
    Plan(
        name="figures", rows=_readings,
        columns="figure reading counts unit printed low:float high:float hedge givers outlet "
        f"{WHEN.format('as_of')} {WHEN.format('since')} replaces event part_of standing report",
    ),
    Plan(
        name="differences", rows=_sides,
        columns="difference kind about verdict reason side:int claim items outlets",
    ),
    Plan(
        name="evidence", rows=_evidence,
        columns="kind line report start:int end:int words sentence outlet voice given_by given_by_names via "
        "origin from finder confidence:float sha256",
    ),
)  # fmt: skip
