"""Reports with what was found in them in, origins out: who gathered what they say, as far as it shows.

A report as a whole rests on its credit's agency, on the original that it copies, or on its outlet; single
passages of it on whom they name or were lifted from (`taken`). What no words tie is the outlet's own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from onrecord.links.citing import released_by
from onrecord.links.entities import Entities
from onrecord.links.material import Material
from onrecord.links.names import initials, plain
from onrecord.links.outlets import Outlets, is_agency, outlets_of
from onrecord.model.ids import make_id
from onrecord.model.record import Origin, OriginTie
from onrecord.model.report import Report
from onrecord.model.span import Passage, Span
from onrecord.record.taken import (
    RELEASED,
    Taken,
    find_taken,
    made_origin,
    origin_of,
    with_lifted,
    with_released,
)
from onrecord.reports.credits import agency_of_credit

COPIED = "carries the copy of"
SOURCES = ("release", "agency")  # whose words a set of copies is, in this order, before its first outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The origins of some reports and their passages.

    Attributes:
        of_report: the origin of each report as a whole.
        taken: by report, the passages that have another one.
        voices: of each release or post, the entity whose word it is.
    """

    origins: tuple[Origin, ...]
    of_report: Mapping[str, str]
    taken: Mapping[str, tuple[Taken, ...]]
    voices: Mapping[str, tuple[str, ...]]

    def of(self, report: str, words: Span) -> str:
        """Return the origin of some words of a report."""
        origin = origin_of(self.taken.get(report, ()), words)
        return origin.id if origin is not None else self.of_report[report]

    def of_occasion(self, report: str, pieces: Iterable[Span]) -> str:
        """Return the origin of what was said on one occasion: that of a piece which was taken, if any was."""
        found = (origin_of(self.taken.get(report, ()), piece) for piece in pieces)
        return next((origin.id for origin in found if origin is not None), self.of_report[report])


def find_origins(material: Material, entities: Entities) -> Origins:
    """Return the origins of reports and of what they took from elsewhere.

    Of copies without an agency's or a release's own among them, the first is taken as the original.
    """
    own = _of_reports(material.reports, material.copies)
    cited = find_taken(material, entities, _press(material.reports, own))
    merged = _one_for_each_name(chain(own.values(), (one.origin for some in cited.values() for one in some)))
    own = {report: merged[origin.id] for report, origin in own.items()}
    cited = {
        report: tuple(replace(one, origin=merged[one.origin.id]) for one in some)
        for report, some in cited.items()
    }
    taken = with_lifted(with_released(cited, material, own), material.reports, own)
    ties = _ties(chain.from_iterable(taken.values()))
    origins = {origin.id: origin for origin in merged.values()}
    return Origins(
        origins=tuple(replace(origins[i], ties=ties.get(i, ())) for i in sorted(origins)),
        of_report={report: origin.id for report, origin in own.items()},
        taken=taken,
        voices=_voices(own, taken, entities),
    )


def _press(reports: Sequence[Report], own: Mapping[str, Origin]) -> list[str]:
    """Return the names of outlets and agencies that have reports here, or whose copies stand here."""
    origins = [origin for origin in own.values() if origin.kind not in RELEASED]
    givers = {plain(origin.name) for origin in own.values() if origin.kind in RELEASED}
    outlets = [report.outlet for report in reports if report.outlet and plain(report.outlet) not in givers]
    return [*outlets, *(origin.name for origin in origins)]


def _of_reports(reports: Sequence[Report], copies: Iterable[frozenset[str]]) -> dict[str, Origin]:
    outlets = outlets_of(report.outlet for report in reports)
    own = {report.id: _own_origin(report, outlets) for report in reports}
    for group in copies:
        members = [report for report in reports if report.id in group]
        original = _original(members, own)
        for report in members:
            if original is not None and report is not original and _may_be_copy(own, report, original):
                own[report.id] = _copied(original, own[original.id])
    return own


def _original(members: Sequence[Report], own: Mapping[str, Origin]) -> Report | None:
    """Return the report whose words a set of copies is: a release, else an agency's, else the first."""
    ranked = (report for kind in SOURCES for report in members if own[report.id].kind == kind)
    return next(ranked, members[0] if members else None)


def _may_be_copy(own: Mapping[str, Origin], report: Report, original: Report) -> bool:
    return own[original.id].kind == "release" or own[report.id].kind != "agency"


def original_of(group: frozenset[str], reports: Sequence[Report], origins: Origins) -> str | None:
    """Return the report that founded a set of copies: the one by the outlet that the others rest on."""
    members = [report for report in reports if report.id in group]
    names = {origin.id: plain(origin.name) for origin in origins.origins}
    for report in members:
        if report.outlet and names[origins.of_report[report.id]] == plain(report.outlet):
            return report.id
    return None


def _own_origin(report: Report, outlets: Outlets) -> Origin:
    if (giver := released_by(report)) is not None:
        return made_origin("release", giver, "it calls itself a release")
    name = _credited(report.credit, outlets) if report.credit else None
    if name is not None:
        if report.outlet and plain(name) in (plain(report.outlet), initials(report.outlet)):
            name = report.outlet
        reason = "its own credit line" if name == report.outlet else "its credit names the agency"
        return replace(made_origin("agency", name, reason), evidence=_credit_passage(report))
    if report.outlet:
        byline = next((block for block in report.blocks if block.kind == "byline"), None)
        reason = "its own byline; " if byline is not None else ""
        origin = made_origin(
            "agency" if is_agency(report.outlet) else "outlet",
            report.outlet,
            f"{reason}no tie to another report found",
        )
        return replace(origin, evidence=report.passage(byline.span) if byline is not None else None)
    return Origin(
        id=_unnamed(report),
        kind="outlet",
        name=report.address,
        reason="no outlet is printed; no tie to another report found",
        evidence=None,
    )


def own_ids(report: Report) -> frozenset[str]:
    """Return the ids that the origin of a report has where it is by itself: by its outlet, or without one."""
    named = (made_origin("outlet", report.outlet, "").id,) if report.outlet else ()
    return frozenset((_unnamed(report), *named))


def _unnamed(report: Report) -> str:
    return make_id("origin", "report", report.id)


def _credited(credit: str, outlets: Outlets) -> str | None:
    """Return the agency that a credit names: an acronym is first that of an outlet at hand."""
    return outlets.of_initials(credit.strip(" ()[].—–-")) or agency_of_credit(credit)


def _copied(original: Report, origin: Origin) -> Origin:
    return replace(origin, reason=f"{COPIED} {original.outlet or original.address}")


def _credit_passage(report: Report) -> Passage | None:
    for block in report.blocks:
        words = block.span.of(report.text)
        if block.kind in ("credit", "dateline", "byline") and report.credit and report.credit in words:
            return report.passage(block.span)
    return None


def _own_first(origin: Origin) -> tuple[bool, bool, bool, bool, str, str]:
    """Return what puts an origin's own reason before that of a report which carries or cites it."""
    copied, cited = origin.reason.startswith(COPIED), origin.reason.startswith("its words")
    return (cited, origin.kind != "agency", copied, origin.evidence is None, origin.reason, origin.name)


def _one_for_each_name(origins: Iterable[Origin]) -> dict[str, Origin]:
    """Return by id one origin for each name, an agency's before an outlet's; acronyms join the long form."""
    found: dict[str, Origin] = {}
    for origin in sorted(origins, key=_own_first):
        found.setdefault(origin.id, origin)
    press = [origin for origin in found.values() if origin.kind not in RELEASED]
    longer = {made_origin("outlet", initials(o.name), "").id: o for o in press if " " in o.name}
    return {key: longer.get(key, origin) for key, origin in found.items()}


def _ties(taken: Iterable[Taken]) -> dict[str, tuple[OriginTie, ...]]:
    """Return by origin the words that tie passages to it, each once, in order of report and place."""
    ties: dict[str, set[OriginTie]] = {}
    for one in taken:
        ties.setdefault(one.origin.id, set()).add(one.tie)
    return {
        origin: tuple(sorted(some, key=lambda tie: (tie.report, tie.evidence.start, tie.evidence.end)))
        for origin, some in ties.items()
    }


def _voices(
    own: Mapping[str, Origin], taken: Mapping[str, tuple[Taken, ...]], entities: Entities
) -> dict[str, tuple[str, ...]]:
    """Return whose word each release or post is, by the giver's mention or by name."""
    voices: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    for group in entities.groups:
        named.setdefault(plain(group.name), set()).add(group.id)
    for origin in own.values():
        if origin.kind in RELEASED:
            voices.setdefault(origin.id, set()).update(named.get(plain(origin.name), ()))
    for one in chain.from_iterable(taken.values()):
        if one.giver is not None:
            voices.setdefault(one.origin.id, set()).add(one.giver)
    return {origin: tuple(sorted(some)) for origin, some in voices.items() if some}


def together(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return origins of several storylines, each once with all that ties passages to it, in order of id."""
    found: dict[str, list[Origin]] = {}
    for origin in sorted(origins, key=_own_first):
        found.setdefault(origin.id, []).append(origin)
    return tuple(
        replace(same[0], ties=tuple(dict.fromkeys(tie for origin in same for tie in origin.ties)))
        for _, same in sorted(found.items())
    )
