"""A report in, all that is known of it out: day, links, problems, what was found in it and where."""

from collections.abc import Iterable

from onrecord.model.record import Record
from onrecord.model.report import Report
from onrecord.record.store import View
from onrecord.views.belonging import Found
from onrecord.views.harmless import one_line
from onrecord.views.lookup import Lookup
from onrecord.views.outlets import problem_words
from onrecord.views.why_annotations import kind_of
from onrecord.views.why_groups import pair_words
from onrecord.views.why_part import Part, Why, day_facts, facts

EMPTY = Record(made_at="", as_of=None, as_read=None, versions=())


def report_why(view: View, found: Found) -> Why:
    """Return what is known of a report."""
    report = view.report(found.id)
    lookup = Lookup(found.record or EMPTY)
    origin = lookup.origins.get(lookup.origin_of.get(report.id, ""))
    known = (
        *facts(
            ("outlet", one_line(report.outlet or "not printed")),
            ("headline", one_line(report.headline or "")),
            ("bylines", ", ".join(map(one_line, report.bylines))),
            ("filed from", one_line(report.dateline or "")),
            ("credit", one_line(report.credit or "")),
        ),
        *day_facts(report.published, "published"),
        *facts(
            ("address", one_line(report.address)),
            ("language", report.language),
            ("read", f"{report.read}, revision {report.revision}"),
            ("revises", report.revises),
            ("SHA-256", report.sha256),
            ("origin", f"{one_line(origin.name)} ({lookup.origin_reason(report.id)})" if origin else None),
            ("annotated by", ", ".join(view.finders(report.id)) or "nobody"),
        ),
    )
    problems = tuple(problem_words(problem) for problem in view.problems([report.id]))
    parts = (
        Part(heading="What is known", facts=known),
        Part(heading="Problems", lines=problems),
        Part(heading="Bound to others by", lines=tuple(_links(view, report.id, lookup))),
        *blocks_in_place(view, report),
    )
    title = one_line(report.headline or report.address)
    return Why(id=report.id, kind="report", title=title, parts=tuple(p for p in parts if p.facts or p.lines))


def _links(view: View, report: str, lookup: Lookup) -> Iterable[str]:
    for layer in ("copies", "stories"):
        yield from (pair_words(pair, lookup) for pair in view.pairs(layer, [report]))


def blocks_in_place(view: View, report: Report) -> Iterable[Part]:
    """Yield the blocks of a report in order, each with its words and the annotations that begin in it."""
    annotations = sorted(view.annotations([report.id])[report.id].all(), key=lambda a: (a.span, a.id))
    for block in report.blocks:
        inside = [a for a in annotations if block.start <= a.span.start < block.end]
        words = one_line(block.span.of(report.text))
        found = (
            f"  {a.span.start}–{a.span.end} {kind_of(a)} “{one_line(a.span.of(report.text))}”"
            f" {a.confidence:.2f} {a.id}"
            for a in inside
        )
        yield Part(heading=f"{block.kind} {block.start}–{block.end}", lines=(words, *found))
