"""What is exported in, JSON-LD in schema.org's words out: reports, events, quotations and claims.

Every line is a `Claim` that appears in the reports that tell it, with who makes it. What happened or is
planned is an `Event` besides; what is denied, demanded or only possible stays a claim.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from onrecord.model.record import Entity, Event, Figure, OutcomeState, Statement
from onrecord.model.report import Report
from onrecord.model.when import When
from onrecord.views.exports.exported import Exported, quoted, said_day, titled, urn, web_address
from onrecord.views.exports.json_bytes import json_bytes, some
from onrecord.views.exports.ninjs import SHOWN
from onrecord.views.harmless import one_line
from onrecord.views.lines import event_line
from onrecord.views.news import plain_words
from onrecord.views.numbers import printed_words, what_is_counted
from onrecord.views.sheet import title_of

KINDS: Final = {"person": "Person", "organization": "Organization", "place": "Place", "group": "Organization"}
STATUS: Final[dict[OutcomeState, str]] = {
    "pending": "EventScheduled", "no-report": "EventScheduled", "put-off": "EventPostponed",
    "called-off": "EventCancelled", "changed": "EventRescheduled",
}  # fmt: skip
_SCHEMA: Final = "https://schema.org/"


def as_schemaorg(given: Exported) -> bytes:
    """Return the record as one graph."""
    record = given.sure
    graph = [
        some(
            id=urn("record", *(line.id for line in record.storylines)), type="Dataset",
            name=title_of(record), dateCreated=given.stamp,
        ),
        *(_report(line.report, given) for line in record.reports),
        *(_entity(entity) for entity in record.entities if entity.kind in KINDS),
        *(_event(e, given) for e in record.events if e.modality in SHOWN and e.standing != "withdrawn"),
        *(_claim_of_event(event, given) for event in record.events),
        *(each for said in record.statements for each in _quotations(said, given)),
        *(each for figure in record.figures for each in _claims_of_figure(figure, given)),
    ]  # fmt: skip
    return json_bytes({"@context": {"@vocab": _SCHEMA}, "@graph": [_marked(each) for each in graph]})


def _marked(thing: dict[str, Any]) -> dict[str, Any]:
    """Return a thing whose `id` and `type` are JSON-LD's."""
    return {f"@{name}" if name in ("id", "type") else name: value for name, value in thing.items()}


def _report(report: Report, given: Exported) -> dict[str, Any]:
    return some(
        id=urn(report.id), type="NewsArticle", identifier=report.id, headline=one_line(report.headline or ""),
        url=web_address(report.address), datePublished=said_day(report.published),
        dateModified=said_day(report.updated), publisher=_outlet(report),
        inLanguage=report.language if report.language != "und" else None,
        author=[{"@type": "Person", "name": one_line(each)} for each in report.bylines],
        articleBody=given.text(report), version=report.revision,
    )  # fmt: skip


def _outlet(report: Report) -> dict[str, str] | None:
    return {"@type": "Organization", "name": one_line(report.outlet)} if report.outlet else None


def _named_place(where: str | None) -> dict[str, str] | None:
    return {"@type": "Place", "name": one_line(where)} if where else None


def _entity(entity: Entity) -> dict[str, Any]:
    place = entity.place
    known = place is not None and place.latitude is not None
    return some(
        id=urn(entity.id), type=KINDS[entity.kind], identifier=entity.id, name=one_line(entity.name),
        alternateName=[one_line(alias) for alias in entity.aliases if alias != entity.name],
        geo={"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}
        if known and place is not None
        else None,
    )  # fmt: skip


def _event(event: Event, given: Exported) -> dict[str, Any]:
    line = event_line(event, given.lookup)
    state = event.outcome.state if event.outcome is not None else None
    start, end = _days(event.when)
    return some(
        id=urn(event.id), type="Event", identifier=event.id, name=titled(event, line),
        description=plain_words(line),
        startDate=start, endDate=end,
        eventStatus=f"{_SCHEMA}{STATUS[state]}" if event.modality == "planned" and state in STATUS else None,
        location=_ref(event.place, given) or _named_place(event.where),
        about=[ref for each in event.participants if (ref := _ref(each.entity, given)) is not None],
    )  # fmt: skip


def _claim_of_event(event: Event, given: Exported) -> dict[str, Any]:
    line = event_line(event, given.lookup)
    shown = event.modality in SHOWN and event.standing != "withdrawn"
    return some(
        id=urn("claim", event.id), type="Claim", identifier=event.id, name=titled(event, line),
        text=plain_words(line),
        about={"@id": urn(event.id)} if shown else None,
        author=_refs(event.givers, given),
        appearance=_articles((support.span.report for support in event.support), given),
    )  # fmt: skip


def _quotations(statement: Statement, given: Exported) -> Iterator[dict[str, Any]]:
    """Yield what each report quotes: direct words as a quotation, their sense, with its cue, as a claim."""
    for variant in statement.variants if statement.standing != "withdrawn" else ():
        passages = [(piece, passage) for piece in variant.pieces for passage in piece.content]
        for piece, passage in passages:
            direct = piece.kind == "direct"
            yield some(
                id=urn(statement.id, variant.report, str(passage.start), str(passage.end)),
                type="Quotation" if direct else "Claim", identifier=statement.id,
                text=quoted(piece, passage), dateCreated=said_day(statement.said),
                **{"spokenByCharacter" if direct else "author": _refs(statement.speakers, given)},
                **{"isPartOf" if direct else "appearance": _articles([variant.report], given)},
            )  # fmt: skip


def _claims_of_figure(figure: Figure, given: Exported) -> Iterator[dict[str, Any]]:
    for reading in figure.readings:
        if reading.standing == "withdrawn":
            continue
        number, hedge = printed_words(reading)
        words = f"{what_is_counted(figure)}: {f'{hedge} {number}'.strip()}"
        yield some(
            id=urn("claim", reading.id), type="Claim", identifier=reading.id, name=words, text=words,
            temporalCoverage=said_day(reading.as_of), author=_refs(reading.support.given_by, given),
            appearance=_articles([reading.support.span.report], given),
        )  # fmt: skip


def _articles(reports: Iterable[str], given: Exported) -> list[dict[str, str]]:
    return [{"@id": urn(each)} for each in dict.fromkeys(reports) if each in given.lookup.reports]


def _refs(ids: Iterable[str], given: Exported) -> list[dict[str, str]]:
    return [ref for each in ids if (ref := _ref(each, given)) is not None]


def _ref(entity: str | None, given: Exported) -> dict[str, str] | None:
    """Return a pointer to an entity; one who stays unnamed stands by the description alone."""
    found = given.lookup.entities.get(entity or "")
    if found is None:
        return None
    if found.kind in KINDS:
        return {"@id": urn(found.id)}
    return {"@type": "Thing", "description": given.lookup.name(found.id)}


def _days(when: When | None) -> tuple[str | None, str | None]:
    """Return when an event began and ended, as precise as known; a day between limits has neither."""
    point = said_day(when)
    if point is not None or when is None or "/" not in (when.edtf or "") or when.basis == "bounded":
        return point, None
    first, last = (None if side in ("", "..") else side for side in (when.edtf or "").split("/", 1))
    return (first, last) if first is not None else (None, None)
