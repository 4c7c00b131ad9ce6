"""An annotation in, what was found there and by which rule out."""

from onrecord.model.annotation import Annotation, EventMention, FigureReading, Mention, Quotation, Timex
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.views.days import day_of
from onrecord.views.harmless import one_line
from onrecord.views.why_part import Fact, Part, day_facts, facts

KINDS = {
    Timex: "time", Mention: "mention", Quotation: "quotation", FigureReading: "figure", EventMention: "event",
}  # fmt: skip


def kind_of(annotation: Annotation) -> str:
    """Return what an annotation is called."""
    return KINDS[type(annotation)]


def annotation_part(annotation: Annotation, report: Report) -> Part:
    """Return an annotation with its words, rule, finder and confidence."""
    common = facts(
        ("words", f"“{_words(report, annotation.span)}” [{annotation.span.start}:{annotation.span.end}]"),
        (
            "report",
            f"{one_line(report.outlet or report.address)}, {day_of(report.published).words} ({report.id})",
        ),
        ("found by", f"{annotation.finder}, confidence {annotation.confidence:.2f}"),
    )
    heading = f"{kind_of(annotation).capitalize()} {annotation.id}"
    return Part(heading=heading, facts=(*common, *_own_facts(annotation, report)))


def _own_facts(annotation: Annotation, report: Report) -> tuple[Fact, ...]:
    match annotation:
        case Timex():
            value = f"{annotation.type} {annotation.value}"
            return (*facts(("TIMEX3", value)), *day_facts(annotation.when))
        case Mention():
            role = _words(report, annotation.role)
            form = f"{annotation.form}, {annotation.kind}"
            return facts(
                ("form", form), ("role", role), ("chain", annotation.chain), ("reason", annotation.reason)
            )
        case Quotation():
            return facts(
                ("kind", annotation.kind),
                ("speaker as printed", _words(report, annotation.speaker_words)),
                ("cue", _words(report, annotation.cue)),
                ("speakers", ", ".join(annotation.speakers) or "not known"),
                ("reason", annotation.reason),
            )
        case FigureReading():
            kept = "yes" if annotation.keep else "no: it counts nothing that the record holds"
            return facts(("counts", one_line(annotation.counts)), ("hedge", annotation.hedge), ("kept", kept))
        case EventMention():
            return facts(
                ("modality", annotation.modality),
                ("decided by", _words(report, annotation.decided_by)),
                ("reason", annotation.reason),
            )


def _words(report: Report, span: Span | None) -> str:
    return "" if span is None else one_line(span.of(report.text))
