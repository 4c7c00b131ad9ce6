"""What is exported in, ninjs 3.1 out: one composite item whose parts are the reports, events and plans.

Reports are `text` items. What happened, goes on or is planned is an `event` item; what is only possible,
demanded or denied is none, since it would read as if it had been or were to be. Each plan that nothing more
is told of has a `planning` item too, of which nobody has yet decided how to cover it.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from onrecord.model.record import Entity, Event, OutcomeState
from onrecord.model.report import Report
from onrecord.model.when import When
from onrecord.views.exports.atom import told_at
from onrecord.views.exports.exported import Exported, begins, first_day, last_day, said_day, titled, urn
from onrecord.views.exports.json_bytes import json_bytes, some
from onrecord.views.harmless import one_line
from onrecord.views.lines import event_line
from onrecord.views.news import plain_words
from onrecord.views.sheet import title_of

STANDARD: Final = {
    "name": "ninjs", "version": "3.1", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}  # fmt: skip
SHOWN: Final = frozenset({"happened", "ongoing", "planned"})
_OCCURS: Final = "http://cv.iptc.org/newscodes/eventoccurstatus/"
_COVERAGE_OPEN: Final = "http://cv.iptc.org/newscodes/newscoveragestatus/notdec"
_CALLED_OFF: Final[frozenset[OutcomeState]] = frozenset({"called-off", "put-off", "denied"})


def as_ninjs(given: Exported) -> bytes:
    """Return the record as one composite item."""
    events = [each for each in given.sure.events if each.modality in SHOWN]
    told, named = _events_in(events), _entities_in(given.record.entities)
    parts = [
        _report(line.report, told.get(line.report.id, ()), named.get(line.report.id, ()), given)
        for line in given.record.reports
    ]
    parts += [_event(event, given) for event in events if event.standing != "withdrawn"]
    parts += [_planning(event, given) for event in events if _is_pending(event)]
    item = some(
        standard=STANDARD,
        uri=urn("record", *(line.id for line in given.record.storylines)),
        type="composite",
        profile="onrecord",
        versionCreated=given.stamp,
        title=title_of(given.record),
        associations=parts,
    )
    return json_bytes(item)


def _events_in(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Return what each report tells."""
    found: dict[str, list[Event]] = {}
    for event in events:
        for report in dict.fromkeys(support.span.report for support in event.support):
            found.setdefault(report, []).append(event)
    return found


def _entities_in(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    """Return whom and what each report names."""
    found: dict[str, list[Entity]] = {}
    for entity in entities:
        for report in dict.fromkeys(mention.report for mention in entity.mentions):
            found.setdefault(report, []).append(entity)
    return found


def _report(
    report: Report, told: Iterable[Event], named: Iterable[Entity], given: Exported
) -> dict[str, Any]:
    text = given.text(report)
    return some(
        name=one_line(report.headline or report.address),
        uri=urn(report.id),
        type="text",
        representationType="full" if text else "partial",
        version=str(report.revision),
        versionCreated=told_at(report),
        language=report.language if report.language != "und" else None,
        headlines=[{"value": one_line(report.headline)}] if report.headline else None,
        bodies=[{"contentType": "text/plain", "value": text, "charCount": len(text)}] if text else None,
        by=one_line(", ".join(report.bylines)),
        located=one_line(report.dateline or ""),
        infoSources=[{"name": given.lookup.outlet(report.id), "role": "outlet"}],
        altIds=[{"role": "address", "value": report.address}, {"role": "onrecord", "value": report.id}],
        events=[{"name": _name(event, given), "uri": urn(event.id)} for event in told],
        **_who_is_in(named, given),
    )


def _event(event: Event, given: Exported) -> dict[str, Any]:
    return some(
        **_head(event, given),
        uri=urn(event.id),
        type="event",
        eventDetails=some(eventStatus=_status(event), dates=_dates(event.when)),
        altIds=[{"role": "onrecord", "value": event.id}],
        **_who_is_in(_taking_part(event, given), given),
    )


def _planning(event: Event, given: Exported) -> dict[str, Any]:
    """Return an item for a newsroom to plan by; of coverage it says that nothing is decided yet."""
    return some(
        **_head(event, given),
        uri=urn("planning", event.id),
        type="planning",
        events=[{"name": _name(event, given), "uri": urn(event.id)}],
        eventDetails=some(
            eventStatus=_status(event), plannedCoverageStatus=_COVERAGE_OPEN, dates=_dates(event.when)
        ),
    )


def _head(event: Event, given: Exported) -> dict[str, Any]:
    """Return what an event and the planning for it share: title, who says so, the sentences."""
    line = event_line(event, given.lookup)
    sentences = dict.fromkeys(given.sentence(support.span) for support in event.support)
    shown = [{"role": "line", "contentType": "text/plain", "value": plain_words(line)}]
    shown += [{"role": "sentence", "contentType": "text/plain", "value": each} for each in sentences if each]
    title = titled(event, line)
    return some(name=title, title=title, versionCreated=given.stamp, descriptions=shown)


def _name(event: Event, given: Exported) -> str:
    return titled(event, event_line(event, given.lookup))


def _status(event: Event) -> str | None:
    """Return how sure an event is to occur; None for what has happened."""
    if event.modality != "planned" or event.outcome is None or event.outcome.state == "held":
        return None
    return f"{_OCCURS}{'eos6' if event.outcome.state in _CALLED_OFF else 'eos1'}"


def _dates(when: When | None) -> dict[str, str]:
    """Return the limits of a day; a point in time as precise as it is known."""
    point = said_day(when)
    bound = when is not None and (last_day(when) is not None or begins(when))
    first = point or (first_day(when) if bound else None)
    return some(expectedStartDate=first, expectedEndDate=None if first and point else last_day(when))


def _is_pending(event: Event) -> bool:
    return event.modality == "planned" and event.outcome is not None and event.outcome.state == "pending"


def _taking_part(event: Event, given: Exported) -> Iterator[Entity]:
    for entity in dict.fromkeys((*(each.entity for each in event.participants), event.place)):
        if entity in given.lookup.entities:
            yield given.lookup.entities[entity or ""]


def _who_is_in(entities: Iterable[Entity], given: Exported) -> dict[str, list[dict[str, Any]]]:
    """Return people, organisations and places by the names of their lists."""
    found: dict[str, list[dict[str, Any]]] = {"people": [], "organisations": [], "places": []}
    lists = {"person": "people", "organization": "organisations", "place": "places"}
    for entity in entities:
        if entity.kind in lists:
            named: dict[str, Any] = {"name": given.lookup.name(entity.id), "uri": urn(entity.id)}
            place = entity.place
            if place is not None and place.latitude is not None and place.longitude is not None:
                named["geoJSON"] = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
            found[lists[entity.kind]].append(named)
    return found
