"""Reports in, the list of them out: outlet, day, headline and origin, with who carries whose copy."""

from dataclasses import dataclass

from onrecord.model.record import Copies, Record, ReportLine
from onrecord.model.report import Problem
from onrecord.views.days import Day, day_of
from onrecord.views.harmless import harmless, one_line
from onrecord.views.lines import refs_of, refs_words
from onrecord.views.lookup import Lookup


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One report in the list of reports."""

    number: int
    id: str
    outlet: str
    day: Day
    headline: str
    address: str
    origin: str
    reason: str
    credit: str
    marks: tuple[str, ...]
    text: str


def listed_reports(record: Record, lookup: Lookup, *, full: bool = False) -> tuple[Listed, ...]:
    """Return the reports by number; with their texts if `full`."""
    return tuple(_listed(line, lookup, full=full) for line in record.reports)


def _listed(line: ReportLine, lookup: Lookup, *, full: bool) -> Listed:
    report = line.report
    marks = [f"revision {report.revision}"] if report.revision > 1 else []
    if report.id in lookup.replaced:
        marks.append("replaced by a later revision")
    if report.language not in ("en", "und") and not report.language.startswith("en-"):
        marks.append(f"in {report.language}: not annotated")
    return Listed(
        number=lookup.numbers[report.id],
        id=report.id,
        outlet=lookup.outlet(report.id),
        day=day_of(report.published, lookup.year),
        headline=one_line(report.headline or ""),
        address=one_line(report.address),
        origin=lookup.origin(line.origin),
        reason=lookup.origin_reason(report.id),
        credit=one_line(report.credit or ""),
        marks=tuple(marks),
        text=harmless(report.text) if full else "",
    )


def copies_words(copies: Copies, lookup: Lookup) -> str:
    """Return who carries whose copy, in a sentence."""
    others = [share for share in copies.reports if share.report != copies.original]
    others.sort(key=lambda share: lookup.numbers.get(share.report, 0))
    carried = ", ".join(
        f"{refs_words(refs_of([share.report], lookup))} {lookup.outlet(share.report)} ({share.share:.0%})"
        for share in others
    )
    if copies.original is None:
        return f"same copy in {carried}"
    original = refs_words(refs_of([copies.original], lookup))
    return f"copy of {original} {lookup.outlet(copies.original)} carried by {carried}"


def problem_words(problem: Problem) -> str:
    """Return a problem as one line: kind, address, message."""
    where = one_line(problem.address or problem.report or "")
    return f"{one_line(problem.kind)}: {where}: {one_line(problem.message)}"
