"""Reports of a storyline with their own origins in, what single passages of them were taken from out.

A passage is a report's words for a claim: what it says that another outlet reported, or was told, or that
stood in a release or post; or a paragraph that it lifted whole. Its origin is whom the words name, or what
the lifted paragraph's source has it from.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from onrecord.links.citing import Cited, find_cited
from onrecord.links.copies import RUN
from onrecord.links.entities import Entities, EntityGroup
from onrecord.links.lifted import Lifted, find_lifted
from onrecord.links.material import Material, published_key
from onrecord.links.names import plain
from onrecord.links.outlets import outlets_of
from onrecord.links.words import words_of
from onrecord.model.annotation import Mention, Quotation
from onrecord.model.ids import make_id
from onrecord.model.record import Origin, OriginKind, OriginTie
from onrecord.model.report import Report
from onrecord.model.span import Span

RELEASED: frozenset[OriginKind] = frozenset({"release", "post"})
LEAST_RUNS: Final = 3  # runs of four words, in six words and more, that two speakers don't share by chance
_MARKED = re.compile(r"[“\"]([^“”\"]{1,2000})[”\"]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A passage of a report that has another origin than the report: which, and what shows it.

    Attributes:
        words: where the passage stands.
        giver: the entity whose release or post it is.
    """

    report: str
    words: Span
    origin: Origin
    tie: OriginTie
    giver: str | None = None


def made_origin(kind: OriginKind, name: str, reason: str) -> Origin:
    """Return an origin of a name: press by its name alone, a release or post by its giver's and its kind."""
    key = (kind, plain(name)) if kind in RELEASED else (plain(name),)
    return Origin(id=make_id("origin", *key), kind=kind, name=name, reason=reason, evidence=None)


def find_taken(
    material: Material, entities: Entities, names: Iterable[str | None]
) -> dict[str, tuple[Taken, ...]]:
    """Return by report the passages that its words give another origin, in order of place.

    Args:
        material: The reports with what was found in them.
        entities: Who is who; a release is known by its giver.
        names: The names of the reports' outlets and origins.
    """
    outlets = outlets_of(names)
    groups = {group.id: group for group in entities.groups}
    found: dict[str, tuple[Taken, ...]] = {}
    for report in material.reports:
        cited = find_cited(report, material.found[report.id], outlets)
        taken = [one for words in cited for one in _taken(words, report, material, entities, groups)]
        taken += _more_of_releases(taken, report, material, entities)
        found[report.id] = tuple(sorted(taken, key=lambda one: (one.words, one.origin.id)))
    return found


def _taken(
    cited: Cited, report: Report, material: Material, entities: Entities, groups: Mapping[str, EntityGroup]
) -> Iterable[Taken]:
    evidence = report.passage(cited.words)
    giver = next(iter(entities.of([cited.giver])), None) if cited.giver is not None else None
    name = cited.name or _giver_name(cited.giver, giver, material.mentions, groups)
    if name is None:
        return
    reason = f"its words: “{' '.join(evidence.text.split())}”"
    origin = made_origin(cited.kind, name, reason)
    origin = Origin(id=origin.id, kind=origin.kind, name=name, reason=reason, evidence=evidence)
    tie = OriginTie(report=report.id, reason=reason, evidence=evidence)
    for words in cited.governs:
        yield Taken(report=report.id, words=words, origin=origin, tie=tie, giver=giver)


def _giver_name(
    mention: str | None,
    entity: str | None,
    mentions: Mapping[str, Mention],
    groups: Mapping[str, EntityGroup],
) -> str | None:
    """Return by what name a giver is known; None for one of whom only a pronoun is printed."""
    if entity is not None:
        return groups[entity].name
    printed = mentions.get(mention or "")
    return printed.name if printed is not None and printed.form != "pronoun" else None


def _more_of_releases(
    taken: Sequence[Taken], report: Report, material: Material, entities: Entities
) -> list[Taken]:
    """Return what the giver of a release goes on to say in a report, to nobody and in nothing else."""
    released = {one.giver: one for one in taken if one.giver is not None and one.origin.kind == "release"}
    known = {one.words for one in taken}
    more: list[Taken] = []
    for quotation in material.found[report.id].quotations:
        speakers = entities.of(quotation.speakers)
        first = released.get(speakers[0]) if len(speakers) == 1 else None
        if first is None or quotation.span.start < first.words.start or not _is_bare(quotation):
            continue
        more += [
            Taken(report=report.id, words=piece, origin=first.origin, tie=first.tie, giver=first.giver)
            for piece in quotation.content
            if piece not in known
        ]
    return more


def _is_bare(quotation: Quotation) -> bool:
    return quotation.to is None and quotation.medium is None and quotation.where is None


def with_lifted(
    taken: Mapping[str, Sequence[Taken]], reports: Sequence[Report], own: Mapping[str, Origin]
) -> dict[str, tuple[Taken, ...]]:
    """Return what was taken, with the paragraphs that reports lifted from earlier ones.

    Args:
        taken: What the words of reports say that they took.
        reports: The reports.
        own: The origin of each report as a whole.
    """
    found = {report: tuple(some) for report, some in taken.items()}
    family = {report: origin.id for report, origin in own.items()}
    in_order = sorted(reports, key=lambda report: _came_out(report, own[report.id]))
    by_id = {report.id: report for report in reports}
    for lifted in find_lifted(in_order, family):
        source, report = by_id[lifted.source], by_id[lifted.report]
        origin = origin_of(found.get(source.id, ()), lifted.place) or own[source.id]
        if origin.id != own[report.id].id:
            found[report.id] = (*found.get(report.id, ()), _lifted(lifted, report, source, origin))
    return found


def with_released(
    taken: Mapping[str, Sequence[Taken]], material: Material, own: Mapping[str, Origin]
) -> dict[str, tuple[Taken, ...]]:
    """Return what was taken, with quotations whose very words stand in a release of no later day."""
    found = {report: tuple(some) for report, some in taken.items()}
    for release in (report for report in material.reports if own[report.id].kind == "release"):
        runs, origin = frozenset(_runs(release.text)), own[release.id]
        day = published_key(release)[0]
        later = (report for report in material.reports if published_key(report)[0] >= day)
        for report in (one for one in later if own[one.id].id != origin.id):
            quoted = _in_release(material.found[report.id].quotations, report, runs)
            found[report.id] = (*found.get(report.id, ()), *(_released(w, report, origin) for w in quoted))
    return found


def _in_release(
    quotations: Iterable[Quotation], report: Report, runs: frozenset[tuple[str, ...]]
) -> Iterable[Span]:
    for quotation in quotations:
        direct = [piece for piece in quotation.content if quotation.kind == "direct"]
        for piece in (*direct, *marked_pieces(report.text, quotation)):
            own = _runs(piece.of(report.text))
            if len(own) >= LEAST_RUNS and runs.issuperset(own):
                yield piece if quotation.kind == "direct" else quotation.span


def marked_pieces(text: str, quotation: Quotation) -> list[Span]:
    """Return the words in marks within a quotation that is direct only in part."""
    if quotation.kind != "mixed":
        return []
    return [
        Span(match.start(1), match.end(1))
        for piece in quotation.content
        for match in _MARKED.finditer(text, piece.start, piece.end)
    ]


def _runs(text: str) -> list[tuple[str, ...]]:
    words = words_of(text)
    return [tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)]


def _released(words: Span, report: Report, origin: Origin) -> Taken:
    reason = f"these words stand in the release by {origin.name}"
    tie = OriginTie(report=report.id, reason=reason, evidence=report.passage(words))
    return Taken(report=report.id, words=words, origin=origin, tie=tie)


def _lifted(lifted: Lifted, report: Report, source: Report, origin: Origin) -> Taken:
    reason = f"this paragraph stands in an earlier report by {source.outlet or source.address}"
    tie = OriginTie(report=report.id, reason=reason, evidence=report.passage(lifted.words))
    return Taken(report=report.id, words=lifted.words, origin=origin, tie=tie)


def _came_out(report: Report, own: Origin) -> tuple[date, bool, str, str]:
    """Return what orders reports by when they came out: of one day, agencies before others."""
    when = report.published
    day = (when.date.first if when is not None and when.date is not None else None) or date.max
    return (
        day,
        own.kind not in ("agency", "release"),
        (when.edtf if when is not None else None) or "",
        report.id,
    )


def origin_of(taken: Iterable[Taken], words: Span) -> Origin | None:
    """Return the origin of some words of a report: that of the closest passage which holds most of them."""
    holding = [one for one in taken if 2 * _common(one.words, words) > len(words)]
    closest = min(holding, key=lambda one: (len(one.words), one.words, one.origin.id), default=None)
    return closest.origin if closest is not None else None


def _common(first: Span, second: Span) -> int:
    return max(0, min(first.end, second.end) - max(first.start, second.start))
