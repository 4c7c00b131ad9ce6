"""Reports with credits and copies in, origins out: who gathered what they say, as far as it shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.links.names import initials, plain
from onrecord.model.ids import make_id
from onrecord.model.record import Origin, OriginKind
from onrecord.model.report import Report
from onrecord.model.span import Passage
from onrecord.reports.credits import agency_of_credit

COPIED = "carries the copy of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The origins of some reports, and which is each report's."""

    origins: tuple[Origin, ...]
    of_report: Mapping[str, str]


def find_origins(reports: Sequence[Report], copies: Iterable[frozenset[str]]) -> Origins:
    """Return the origin of each report: its credit's agency, else the original it copies, else its outlet.

    Args:
        reports: In founding order; of copies without an agency credit, the first is taken as the original.
        copies: Sets of report ids that carry the same copy.
    """
    own = {report.id: _own_origin(report) for report in reports}
    by_id = {report.id: report for report in reports}
    for group in copies:
        members = [report for report in reports if report.id in group]
        original = next((r for r in members if own[r.id].kind == "agency"), members[0] if members else None)
        for report in members:
            if original is not None and report is not original and own[report.id].kind != "agency":
                own[report.id] = _copied(by_id[original.id], own[original.id])
    merged = _one_for_each_name(own.values())
    of_report = {report_id: merged[_key(origin)].id for report_id, origin in own.items()}
    return Origins(origins=tuple(sorted(merged.values(), key=lambda origin: origin.id)), of_report=of_report)


def original_of(group: frozenset[str], reports: Sequence[Report], origins: Origins) -> str | None:
    """Return the report that founded a set of copies: the one by the outlet that the others rest on."""
    members = [report for report in reports if report.id in group]
    names = {origin.id: plain(origin.name) for origin in origins.origins}
    for report in members:
        if report.outlet and names[origins.of_report[report.id]] == plain(report.outlet):
            return report.id
    return None


def _own_origin(report: Report) -> Origin:
    name = agency_of_credit(report.credit) if report.credit else None
    if name is not None:
        if report.outlet and plain(name) in (plain(report.outlet), initials(report.outlet)):
            name = report.outlet
        reason = "its own credit line" if name == report.outlet else "its credit names the agency"
        return _origin("agency", name, reason, _credit_passage(report))
    if report.outlet:
        byline = next((block for block in report.blocks if block.kind == "byline"), None)
        reason = "its own byline; " if byline is not None else ""
        evidence = report.passage(byline.span) if byline is not None else None
        return _origin("outlet", report.outlet, f"{reason}no tie to another report found", evidence)
    return Origin(
        id=make_id("origin", "report", report.id),
        kind="outlet",
        name=report.address,
        reason="no outlet is printed; no tie to another report found",
        evidence=None,
    )


def _copied(original: Report, origin: Origin) -> Origin:
    return Origin(
        id=origin.id,
        kind=origin.kind,
        name=origin.name,
        reason=f"{COPIED} {original.outlet or original.address}",
        evidence=origin.evidence,
    )


def _origin(kind: OriginKind, name: str, reason: str, evidence: Passage | None) -> Origin:
    return Origin(id=make_id("origin", plain(name)), kind=kind, name=name, reason=reason, evidence=evidence)


def _credit_passage(report: Report) -> Passage | None:
    for block in report.blocks:
        words = block.span.of(report.text)
        if block.kind in ("credit", "dateline", "byline") and report.credit and report.credit in words:
            return report.passage(block.span)
    return None


def _key(origin: Origin) -> str:
    """Return what two origins have in common when they are one: the name, or the initials it goes by."""
    return plain(origin.name)


def _own_first(origin: Origin) -> tuple[bool, bool, bool, str, str]:
    """Return what puts an origin's own reason before that of a report which carries its copy."""
    copied = origin.reason.startswith(COPIED)
    return (origin.kind != "agency", copied, origin.evidence is None, origin.reason, origin.name)


def _one_for_each_name(origins: Iterable[Origin]) -> dict[str, Origin]:
    """Return one origin for each name, an agency's before an outlet's; acronyms join the long form."""
    found: dict[str, Origin] = {}
    for origin in sorted(origins, key=_own_first):
        found.setdefault(_key(origin), origin)
    longer = {initials(origin.name): origin for origin in found.values() if " " in origin.name}
    return {key: longer.get(key, origin) for key, origin in found.items()}
