"""What is exported in, FollowTheMoney entities out, one a line: articles, whom they name, events, notes.

An event of the record is an `Event` only where it happened, goes on or is planned; all else, and every
statement and number, is a `Note` whose words say whose they are.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from onrecord.model.record import Entity, Event, Figure, Statement
from onrecord.model.report import Report
from onrecord.views.exports.exported import Exported, said_day, shortened, titled, urn, web_address
from onrecord.views.exports.json_bytes import json_line
from onrecord.views.exports.ninjs import SHOWN
from onrecord.views.harmless import one_line
from onrecord.views.lines import event_line, giver_words
from onrecord.views.news import plain_words
from onrecord.views.numbers import printed_words, what_is_counted
from onrecord.views.wordings import said

SCHEMATA: Final = {
    "person": "Person",
    "organization": "Organization",
    "group": "LegalEntity",
    "place": "Address",
}
"""What an entity is here; who stays unnamed is none."""

LONGEST: Final = 240
"""Code points of a name or place; FollowTheMoney takes 384 and 250. The whole words stand beneath it."""

MOST: Final = 65_000
"""Code points of any value: FollowTheMoney takes no more."""

Ftm = dict[str, Any]


def as_ftm(given: Exported) -> bytes:
    """Return every entity as a line of JSON."""
    return b"".join(json_line(each) for each in _entities(given))


def _entities(given: Exported) -> Iterator[Ftm]:
    record = given.sure
    for line in record.reports:
        yield _article(line.report, given)
    for entity in record.entities:
        if entity.kind in SCHEMATA:
            yield from _named(entity, given)
    for event in record.events:
        yield _event(event, given)
    for statement in record.statements:
        yield from _statement(statement, given)
    for figure in record.figures:
        yield from _numbers(figure, given)


def _ftm(id: str, schema: str, **properties: str | Iterable[str | None] | None) -> Ftm:
    """Return an entity; each property is a list, and one that holds nothing is left out."""
    lists = {
        name: [shortened(each, MOST) for each in ([value] if isinstance(value, str) else value or ()) if each]
        for name, value in properties.items()
    }
    kept = {name: list(dict.fromkeys(values)) for name, values in lists.items() if values}
    return {"id": id, "schema": schema, "properties": kept}


def _article(report: Report, given: Exported) -> Ftm:
    return _ftm(
        report.id, "Article", title=_title(one_line(report.headline or report.address)),
        author=[_title(one_line(each)) for each in report.bylines], publishedAt=said_day(report.published),
        modifiedAt=said_day(report.updated), publisher=_title(one_line(report.outlet or "")),
        sourceUrl=web_address(report.address), bodyText=given.text(report),
        retrievedAt=report.retrieved.date().isoformat() if report.retrieved else None,
    )  # fmt: skip


def _named(entity: Entity, given: Exported) -> Iterator[Ftm]:
    """Yield a person, body or place, and where each report names it."""
    name, place = _title(one_line(entity.name)), entity.place
    reports: dict[str, list[str]] = {}
    for mention in entity.mentions:
        reports.setdefault(mention.report, []).append(_title(one_line(mention.text)))
    if entity.kind == "place":
        known = place is not None and place.latitude is not None
        yield _ftm(
            entity.id, "Address", full=name, name=name, proof=reports,
            latitude=str(place.latitude) if known and place else None,
            longitude=str(place.longitude) if known and place else None,
        )  # fmt: skip
        return
    roles = [_title(one_line(role.role)) for role in entity.roles]
    yield _ftm(
        entity.id, SCHEMATA[entity.kind], name=name, proof=reports,
        alias=[_title(one_line(alias)) for alias in entity.aliases if alias != name],
        **({"position": roles} if entity.kind == "person" else {}),
    )  # fmt: skip
    for report, names in reports.items():
        if report in given.lookup.reports:
            yield _ftm(
                _id("mention", entity.id, report), "Mention", document=report, resolved=entity.id, name=names,
                detectedSchema=SCHEMATA[entity.kind],
            )  # fmt: skip


def _event(event: Event, given: Exported) -> Ftm:
    line = event_line(event, given.lookup)
    shown = event.modality in SHOWN and event.standing != "withdrawn"
    sentences = [given.sentence(support.span) for support in event.support]
    proof = [support.span.report for support in event.support]
    if not shown:
        words = plain_words(line)
        return _ftm(event.id, "Note", name=_title(words), description=(words, *sentences), proof=proof)
    place = given.lookup.entities.get(event.place or "")
    taking = [each.entity for each in event.participants]
    return _ftm(
        event.id, "Event", summary=plain_words(line),
        name=_title(titled(event, line)),
        description=sentences, date=said_day(event.when), recordId=event.id, proof=proof,
        location=_title(one_line(place.name if place is not None else event.where or "")),
        addressEntity=place.id if place is not None else None,
        involved=[i for i in taking if _kind(i, given) in ("person", "organization", "group")],
    )  # fmt: skip


def _statement(statement: Statement, given: Exported) -> Iterator[Ftm]:
    """Yield a note for each report's wording of a statement."""
    if statement.standing == "withdrawn":
        return
    shown = said(statement, given.lookup, {})
    for number, each in enumerate(shown.renderings):
        reports = list(dict.fromkeys(evidence.report for evidence in each.evidence))
        words = f"{shown.who}: {each.text}"
        yield _ftm(
            _id(statement.id, str(number), *reports), "Note", name=_title(words),
            description=f"{words} · {shown.day.words} · {each.outlets} · {shown.origins}", proof=reports,
            entity=[i for i in statement.speakers if _kind(i, given) in SCHEMATA],
        )  # fmt: skip


def _numbers(figure: Figure, given: Exported) -> Iterator[Ftm]:
    for reading in figure.readings:
        if reading.standing == "withdrawn":
            continue
        number, hedge = printed_words(reading)
        support = reading.support
        who = given.lookup.outlet(support.span.report)
        cited = f" · {giver_words(support, given.lookup)}" if support.voice == "attributed" else ""
        words = f"{what_is_counted(figure)}: {f'{hedge} {number}'.strip()}{cited} ({who})"
        yield _ftm(
            reading.id, "Note", name=_title(words),
            description=(words, given.sentence(support.span)), proof=support.span.report,
            entity=[i for i in support.given_by if _kind(i, given) in SCHEMATA],
        )  # fmt: skip


def _title(words: str) -> str:
    return shortened(words, LONGEST)


def _kind(entity: str, given: Exported) -> str | None:
    found = given.lookup.entities.get(entity)
    return found.kind if found is not None else None


def _id(*parts: str) -> str:
    """Return an id for what has none of its own in the record."""
    return urn(*parts).removeprefix("urn:uuid:")
