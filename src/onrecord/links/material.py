"""What linking works on: reports with their annotations, in the one order that founds ids."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.links.ruled import NOTHING_RULED, Ruled
from onrecord.model.annotation import Found, Mention
from onrecord.model.report import Report

OrderKey = tuple[date, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Reports of one storyline, by (published, id), with what was found in each.

    Attributes:
        reports: in founding order.
        found: annotations by report id.
        copies: sets of report ids that carry the same copy.
        by_id: the reports by id.
        mentions: every mention by its id.
        copied_by: of each report that carries another's copy, those that carry the same.
        keys: of each report what orders it, by id.
        ruled: what a person has ruled on these reports' annotations.
    """

    reports: tuple[Report, ...]
    found: Mapping[str, Found]
    copies: tuple[frozenset[str], ...]
    by_id: Mapping[str, Report]
    mentions: Mapping[str, Mention]
    copied_by: Mapping[str, frozenset[str]]
    keys: Mapping[str, tuple[date, str]]
    ruled: Ruled = NOTHING_RULED

    def order(self, report_id: str, start: int) -> OrderKey:
        """Return the place of a mention in founding order: published, report id, start."""
        return (*self.keys[report_id], start)

    def are_copies(self, first: str, second: str) -> bool:
        """Whether two reports carry the same copy, or are one report."""
        return first == second or second in self.copied_by.get(first, ())


def published_key(report: Report) -> tuple[date, str]:
    """Return what orders reports: the first day that the report may be of (open: last), then its id."""
    when = report.published.date if report.published else None
    return ((when.first if when else None) or date.max, report.id)


def gather(
    reports: Iterable[Report],
    found: Mapping[str, Found],
    copies: Iterable[frozenset[str]] = (),
    ruled: Ruled = NOTHING_RULED,
) -> Material:
    """Return reports and annotations as linking wants them."""
    ordered = tuple(sorted(reports, key=published_key))
    sets = tuple(sorted(copies, key=sorted))
    copied_by: dict[str, frozenset[str]] = {}
    for group in sets:
        copied_by.update((report, copied_by.get(report, frozenset()) | group) for report in group)
    return Material(
        reports=ordered,
        found={report.id: found.get(report.id, Found()) for report in ordered},
        copies=sets,
        copied_by=copied_by,
        by_id={report.id: report for report in ordered},
        keys={report.id: published_key(report) for report in ordered},
        mentions={
            mention.id: mention for report in ordered for mention in found.get(report.id, Found()).mentions
        },
        ruled=ruled,
    )
