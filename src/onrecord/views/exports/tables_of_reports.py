"""What is exported in, the rows on reports out: reports, origins, stories, entities, rulings."""

from collections.abc import Iterator
from typing import Final

from onrecord.views.exports.exported import Exported, hash_of, joined
from onrecord.views.exports.tables import WHEN, Plan, Row, when_cells


def _reports(given: Exported) -> Iterator[Row]:
    lookup = given.lookup
    stories = {report: story for story in given.record.stories for report in story.reports}
    for line in given.record.reports:
        report = line.report
        story = stories.get(report.id)
        yield {
            "id": report.id, "number": lookup.numbers[report.id], "read": report.read,
            "address": report.address, "outlet": report.outlet, "headline": report.headline,
            "subhead": report.subhead, "bylines": joined(report.bylines), "dateline": report.dateline,
            "credit": report.credit, "language": report.language, "sha256": report.sha256,
            **when_cells("published", report.published, given),
            **when_cells("updated", report.updated, given),
            "retrieved": report.retrieved.isoformat() if report.retrieved else None,
            "revision": report.revision, "revises": report.revises, "origin": line.origin,
            "origin_name": lookup.origin(line.origin), "origin_reason": lookup.origin_reason(report.id),
            "story": story.id if story else None, "storyline": story.storyline if story else None,
            "text": given.text(report),
        }  # fmt: skip


def _origins(given: Exported) -> Iterator[Row]:
    for origin in given.record.origins:
        seen = origin.evidence
        yield {
            "id": origin.id, "kind": origin.kind, "name": origin.name, "reason": origin.reason,
            "report": seen.report if seen else None, "start": seen.start if seen else None,
            "end": seen.end if seen else None, "words": given.words(seen) if seen else None,
        }  # fmt: skip


def _copies(given: Exported) -> Iterator[Row]:
    for copies in given.record.copies:
        for share in copies.reports:
            yield {
                "id": copies.id, "report": share.report, "share": share.share,
                "is_original": share.report == copies.original, "reason": copies.reason,
            }  # fmt: skip


def _stories(given: Exported) -> Iterator[Row]:
    for story in given.record.stories:
        yield {
            "id": story.id, "title": story.title, "storyline": story.storyline, "focus": story.focus,
            "first": story.first, "last": story.last, "reports": len(story.reports),
        }  # fmt: skip


def _entities(given: Exported) -> Iterator[Row]:
    for entity in given.record.entities:
        place = entity.place
        yield {
            "id": entity.id, "kind": entity.kind, "name": entity.name, "aliases": joined(entity.aliases),
            "roles": joined(role.role for role in entity.roles), "mentions": len(entity.mentions),
            "perhaps": joined(entity.perhaps), "geonames": place.geonames if place else None,
            "latitude": place.latitude if place else None, "longitude": place.longitude if place else None,
        }  # fmt: skip


def _mentions(given: Exported) -> Iterator[Row]:
    for entity in given.record.entities:
        for mention in entity.mentions:
            yield {
                "entity": entity.id, "report": mention.report, "start": mention.start, "end": mention.end,
                "words": given.words(mention), "sha256": hash_of(mention),
            }  # fmt: skip


def _judgements(given: Exported) -> Iterator[Row]:
    for ruling in given.record.judgements:
        for span in ruling.spans:
            yield {
                "id": ruling.id, "verdict": ruling.verdict, "about": ruling.about, "by": ruling.by,
                "at": ruling.at, "because": ruling.because, "undone": ruling.undone, "report": span.report,
                "start": span.start, "end": span.end, "words": given.words(span),
            }  # fmt: skip


def _problems(given: Exported) -> Iterator[Row]:
    for problem in given.record.problems:
        yield {
            "report": problem.report, "address": problem.address, "kind": problem.kind,
            "message": problem.message,
        }  # fmt: skip


REPORTS: Final = (
    Plan(
        name="reports", rows=_reports,
        columns="id number:int read:int address outlet headline subhead bylines dateline credit language "
        f"{WHEN.format('published')} {WHEN.format('updated')} retrieved revision:int revises origin "
        "origin_name origin_reason story storyline sha256 text",
    ),
    Plan(name="origins", rows=_origins, columns="id kind name reason report start:int end:int words"),
    Plan(name="copies", rows=_copies, columns="id report share:float is_original:bool reason"),
    Plan(name="stories", rows=_stories, columns="id title storyline focus first last reports:int"),
    Plan(
        name="entities", rows=_entities,
        columns="id kind name aliases roles mentions:int perhaps geonames:int latitude:float longitude:float",
    ),
    Plan(name="mentions", rows=_mentions, columns="entity report start:int end:int words sha256"),
    Plan(
        name="judgements", rows=_judgements,
        columns="id verdict about by at because undone:bool report start:int end:int words",
    ),
    Plan(name="problems", rows=_problems, columns="report address kind message"),
)  # fmt: skip
