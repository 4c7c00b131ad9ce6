"""A document in, its report and its problems out: the one door of this stage."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.ids import make_id
from onrecord.model.report import NEWS, BlockKind, Document, Problem, Report
from onrecord.reports.blocks import Layout, lay_out
from onrecord.reports.credits import bylines_of, credit_of, dateline_of
from onrecord.reports.decoding import Doubt, decode
from onrecord.reports.languages import UNKNOWN, language_of, name_of
from onrecord.reports.metadata import PageFacts, Said
from onrecord.reports.outlets import outlet_of
from onrecord.reports.pages import Page, read_page
from onrecord.reports.publication import Days, Place, days_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document as read: its report, None where it holds none, and what was wrong or doubtful."""

    report: Report | None
    problems: tuple[Problem, ...]


def read_document(document: Document) -> ReadDocument:
    """Return the report that a document holds. Whatever the bytes are, nothing is raised."""
    decoded = decode(document)
    if decoded.text is None:
        return _nothing(document, decoded.doubts)
    if document.media == "html":
        page = read_page(decoded.text)
    else:
        page = Page(text=decoded.text, facts=None, hints={}, reason="it holds no words")
    if not any(map(str.isalnum, page.text)):
        message = f"no text to read: {page.reason or 'it holds no words'}; give the report's text itself"
        return _nothing(document, (*decoded.doubts, ("no-text", message)))
    return _report(document, page, decoded.doubts)


def _nothing(document: Document, doubts: Iterable[Doubt]) -> ReadDocument:
    problems = (
        Problem(report=None, address=document.address, kind=kind, message=words) for kind, words in doubts
    )
    return ReadDocument(report=None, problems=tuple(problems))


def _report(document: Document, page: Page, doubts: Iterable[Doubt]) -> ReadDocument:
    fields, facts, text = document.fields, page.facts, page.text
    address = (facts.canonical if facts and document.media == "html" else None) or document.address
    if "://" in document.address:
        address = document.address
    layout = lay_out(text, page.hints)
    report_id = make_id("report", address, text)
    days = _days(document, facts, layout, Place(report=report_id, text=text, retrieved=document.retrieved))
    language = language_of(_news(text, layout), fields.get("language") or (facts.language if facts else None))
    authors = [fields["byline"]] if fields.get("byline") else list(facts.authors if facts else ())
    report = Report(
        id=report_id,
        address=address,
        location=document.location,
        outlet=outlet_of((fields.get("outlet"), facts.outlet if facts else None), layout.found, address),
        headline=fields.get("headline")
        or _first(text, layout, "headline")
        or (facts.headline if facts else None),
        subhead=fields.get("subhead") or _subhead(text, layout),
        bylines=bylines_of(layout.found, authors),
        dateline=dateline_of(layout.found),
        credit=fields.get("credit") or credit_of(layout.found, authors),
        published=days.published,
        updated=days.updated,
        retrieved=document.retrieved,
        language=language,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        blocks=layout.blocks,
    )
    return ReadDocument(
        report=report, problems=_problems(report, (*doubts, *days.doubts, *_foreign(language)))
    )


def _days(document: Document, facts: PageFacts | None, layout: Layout, place: Place) -> Days:
    published = (
        [Said(words=words, where="published in the delivery")]
        if (words := document.fields.get("published"))
        else []
    )
    updated = (
        [Said(words=words, where="updated in the delivery")]
        if (words := document.fields.get("updated"))
        else []
    )
    if facts:
        published += facts.published
        updated += facts.updated
    return days_of(published, updated, layout.found, place)


def _problems(report: Report, doubts: Iterable[Doubt]) -> tuple[Problem, ...]:
    return tuple(
        Problem(report=report.id, address=report.address, kind=kind, message=words) for kind, words in doubts
    )  # fmt: skip


def _foreign(language: str) -> tuple[Doubt, ...]:
    if language == UNKNOWN or language.split("-")[0] == "en":
        return ()
    return (("not-annotated", f"in {name_of(language)}: kept, dated and searchable, not annotated"),)


def _news(text: str, layout: Layout) -> str:
    return "\n".join(text[block.start : block.end] for block in layout.blocks if block.kind in NEWS)


def _subhead(text: str, layout: Layout) -> str | None:
    """Return the subhead below the headline; headings within the text are none."""
    before = []
    for block in layout.blocks:
        if block.kind == "body":
            break
        before.append(block)
    if not any(block.kind == "headline" for block in before):
        return None
    return _first(text, Layout(blocks=tuple(before), found=()), "subhead")


def _first(text: str, layout: Layout, kind: BlockKind) -> str | None:
    for block in layout.blocks:
        if block.kind == kind:
            return " ".join(text[block.start : block.end].split())
    return None
