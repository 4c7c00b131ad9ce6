"""What is exported in, rows of coded events out: PLOVER's event types, with modality and source sentence.

A row is one report's words for one event that has a type; rows of one event share its id. `mode` names
PLOVER's auxiliary modes (historical, future, hypothetical, negated): a row with one has not simply happened.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from onrecord.model.annotation import ParticipantRole
from onrecord.model.record import Event, Support
from onrecord.views.days import day_of
from onrecord.views.exports.csv_tables import csv_of
from onrecord.views.exports.exported import Exported, first_day, hash_of, last_day
from onrecord.views.exports.tables import Plan, Row

QUADS: Final[Mapping[str, int]] = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4,
    "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""Cooperation in words (1) and in deeds (2), conflict in words (3) and in deeds (4)."""

MODES: Final[Mapping[str, str]] = {
    "planned": "future", "possible": "hypothetical", "demanded": "hypothetical", "denied": "negated",
}  # fmt: skip


def as_plover(given: Exported) -> bytes:
    """Return the coded events as CSV."""
    return csv_of(ROWS.made(given))


def _rows(given: Exported) -> Iterator[Row]:
    for event in given.record.events:
        if event.type is not None:
            yield from (_row(event, support, given) for support in event.support)


def _row(event: Event, support: Support, given: Exported) -> Row:
    lookup, span = given.lookup, support.span
    report = lookup.reports.get(span.report)
    entity = lookup.entities.get(event.place or "")
    place = entity.place if entity is not None else None
    return {
        "event": event.id, "type": event.type, "quad": QUADS.get(event.type or ""), "mode": mode_of(event),
        "modality": event.modality, "background": event.background,
        "day": event.when.edtf if event.when else None,
        "day_words": day_of(event.when).words if event.when else None, "day_first": first_day(event.when),
        "day_last": last_day(event.when), **_who(event, "actor", given), **_who(event, "recipient", given),
        **_who(event, "party", given), "place": lookup.name(entity.id) if entity else event.where,
        "geonames": place.geonames if place else None, "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None, "voice": support.voice,
        "givers": lookup.names(support.given_by) or None, "words": given.words(span),
        "sentence": given.sentence(span), "sha256": hash_of(span), "outlet": lookup.outlet(span.report),
        "origin": lookup.origin(support.origin), "published": first_day(report.published) if report else None,
        "address": report.address if report else None, "report": span.report, "start": span.start,
        "end": span.end, "standing": event.standing,
        "outcome": event.outcome.state if event.outcome else None,
        "finder": support.finder, "confidence": support.confidence,
    }  # fmt: skip


def mode_of(event: Event) -> str | None:
    """Return PLOVER's auxiliary mode of an event; None for what has simply happened."""
    return MODES.get(event.modality) or ("historical" if event.background else None)


def _who(event: Event, role: ParticipantRole, given: Exported) -> dict[str, str | None]:
    """Return the names and ids of those who take one part in an event."""
    ids = tuple(each.entity for each in event.participants if each.role == role)
    return {
        f"{role}_names": "; ".join(map(given.lookup.name, ids)) or None, f"{role}_ids": " ".join(ids) or None
    }  # fmt: skip


ROWS: Final = Plan(
    name="plover", rows=_rows,
    columns="event type quad:int mode modality background:bool day day_words day_first day_last actor_names "
    "actor_ids recipient_names recipient_ids party_names party_ids place geonames:int latitude:float "
    "longitude:float voice givers words sentence outlet origin published address report start:int end:int "
    "standing outcome finder confidence:float sha256",
)  # fmt: skip
