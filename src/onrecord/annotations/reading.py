"""A report in, everything that the annotators find in it out: what a worker process does."""

import logging
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.annotations import english
from onrecord.annotations.annotator import Annotator, annotate, in_order
from onrecord.annotations.english_model import installed
from onrecord.annotations.events import ANNOTATOR as EVENTS
from onrecord.annotations.figures import ANNOTATOR as FIGURES
from onrecord.annotations.mentions import ANNOTATOR as MENTIONS
from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations import ANNOTATOR as QUOTATIONS
from onrecord.annotations.quotations_tagger import installed_annotator
from onrecord.annotations.timexes import ANNOTATOR as TIMEXES
from onrecord.annotations.timexes import own_day
from onrecord.model.annotation import Found
from onrecord.model.report import Problem, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A report with its annotations; its day is worked out from the text where none is printed."""

    report: Report
    found: Found
    finders: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


@lru_cache(maxsize=1)
def annotators() -> tuple[Annotator, ...]:
    """Return the annotators that every English report goes through, in order.

    Quotations are found by the tagger that the user has trained, where there is one, else by rules.
    """
    return in_order((TIMEXES, MENTIONS, installed_annotator() or QUOTATIONS, FIGURES, EVENTS))


def finders() -> tuple[str, ...]:
    """Return the names and versions of the annotators, and of the model whose parse they read."""
    model = installed()
    return (f"{model.package}/{model.version}", *(annotator.finder for annotator in annotators()))


def annotate_report(report: Report) -> Annotated:
    """Return a report with its annotations, or without any and a problem that says why."""
    problems = _not_read(report)
    if problems is not None:
        return Annotated(report=report, found=Found(), finders=(), problems=problems)
    with english.passing():
        return _annotated(report)


def _annotated(report: Report) -> Annotated:
    parsed = next(iter(english.parse([report])))
    try:
        parsed = _with_day(parsed)
        found = annotate(parsed, annotators())
    except Exception as error:  # one report that a rule can't bear must not stop the others
        logging.getLogger(__name__).info("annotating %s failed", report.address, exc_info=True)
        return Annotated(report=report, found=Found(), finders=(), problems=(_failed(report, error),))
    return Annotated(report=parsed.report, found=found, finders=finders())


def _with_day(parsed: Parsed) -> Parsed:
    """Return a parsed report with the day that its text tells, where none is printed."""
    published = parsed.report.published
    if published is not None and published.edtf is not None:
        return parsed
    inferred = own_day(parsed)
    if inferred is None or (published is not None and inferred.basis == "bounded"):
        return (
            parsed  # a printed day without its year tells more than a bound: other reports may give the year
        )
    return replace(parsed, report=replace(parsed.report, published=inferred))


def _failed(report: Report, error: Exception) -> Problem:
    message = f"kept and searchable, not annotated: a rule failed ({type(error).__name__}: {error})"
    return Problem(report=report.id, address=report.address, kind="not-annotated", message=message)


def _not_read(report: Report) -> tuple[Problem, ...] | None:
    """Return why a report isn't annotated, or None; of another language the report's own problem tells."""
    if english.too_long(report):
        message = (
            f"the text is longer than {english.MAX_TEXT:,} characters: kept and searchable, not annotated"
        )
        return (Problem(report=report.id, address=report.address, kind="too-long", message=message),)
    return None if english.is_read(report.language) else ()
