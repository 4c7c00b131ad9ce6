"""What is exported in, W3C Web Annotations out: each passage that a line rests on, in its report.

The target is the report's text by position and, where text goes along, by quotation; positions are those of
the record: code points of the text as it was read. The body is the line, or the entity that is meant.
"""

from collections.abc import Iterator
from typing import Any, Final

from onrecord import __version__
from onrecord.model.span import Passage
from onrecord.views.exports.exported import Exported, address_of, hash_of, urn
from onrecord.views.exports.json_bytes import json_bytes
from onrecord.views.harmless import one_line
from onrecord.views.lines import event_line
from onrecord.views.news import plain_words
from onrecord.views.numbers import printed_words, what_is_counted
from onrecord.views.sheet import title_of
from onrecord.views.wordings import said

CONTEXT: Final = ["http://www.w3.org/ns/anno.jsonld", {"sha256": "https://schema.org/sha256"}]
AROUND: Final = 32
"""Code points before and after a quotation, by which it is told from the same words elsewhere."""


def as_webannotation(given: Exported) -> bytes:
    """Return all annotations as one collection with one page."""
    items = [_annotation(*each, given=given) for each in _passages(given)]
    name = [line.id for line in given.record.storylines]
    collection: dict[str, Any] = {
        "@context": CONTEXT,
        "id": urn("annotations", *name),
        "type": "AnnotationCollection",
        "label": title_of(given.record),
        "total": len(items),
    }
    if items:
        page = {
            "id": urn("annotations", "1", *name),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        }
        collection["first"] = page
    return json_bytes(collection)


def _passages(given: Exported) -> Iterator[tuple[str, str, str, Passage]]:
    """Yield what each passage is annotated with: motivation, id of the line or entity, words, passage."""
    lookup = given.lookup
    for event in given.sure.events:
        words = plain_words(event_line(event, lookup))
        yield from (("describing", event.id, words, support.span) for support in event.support)
    for statement in given.sure.statements:
        shown = said(statement, lookup, {})
        for piece in (piece for variant in statement.variants for piece in variant.pieces):
            cue = f", cue “{one_line(piece.cue.text)}”" if piece.cue is not None else ""
            words = f"{piece.kind} quotation, speaker: {shown.who}{cue}"
            yield from (("describing", shown.id, words, passage) for passage in piece.content)
    for figure in given.record.figures:
        for reading in figure.readings:
            number, hedge = printed_words(reading)
            words = f"{what_is_counted(figure)}: {f'{hedge} {number}'.strip()}"
            yield "describing", reading.id, words, reading.support.span
    for entity in given.record.entities:
        words = f"{lookup.name(entity.id)} ({entity.kind})"
        yield from (("identifying", entity.id, words, mention) for mention in entity.mentions)


def _annotation(
    motivation: str, line: str, words: str, passage: Passage, *, given: Exported
) -> dict[str, Any]:
    report = given.lookup.reports.get(passage.report)
    return {
        "id": urn(motivation, line, passage.report, str(passage.start), str(passage.end)),
        "type": "Annotation",
        "motivation": motivation,
        "created": given.stamp,
        "generator": {"type": "Software", "name": f"onrecord {__version__}"},
        "body": {
            "id": urn(line), "type": "TextualBody", "value": words, "format": "text/plain",
            "purpose": motivation,
        },
        "target": {
            "source": address_of(report) if report is not None else urn(passage.report),
            "selector": _selectors(passage, given),
        },
    }  # fmt: skip


def _selectors(passage: Passage, given: Exported) -> list[dict[str, Any]]:
    """Return where a passage stands: by position; and by its words, or by their hash."""
    place = {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
    if given.texts == "none":
        return [{**place, "sha256": hash_of(passage)}]
    quote = {"type": "TextQuoteSelector", "exact": passage.text}
    report = given.lookup.reports.get(passage.report)
    if report is not None and report.text:
        quote["prefix"] = report.text[max(0, passage.start - AROUND) : passage.start]
        quote["suffix"] = report.text[passage.end : passage.end + AROUND]
    return [place, quote]
