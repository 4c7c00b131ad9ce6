"""Differences in, where reports part out: what about, each side with who says it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.model.record import Difference, Record, Side
from onrecord.record.difference_denials import CHARGED
from onrecord.views.days import iso_words
from onrecord.views.evidence import Evidence
from onrecord.views.harmless import one_line
from onrecord.views.lines import evidence_for, refs_of, who_says
from onrecord.views.lookup import Lookup
from onrecord.views.numbers import what_is_counted
from onrecord.views.wordings import speakers_words

KINDS: Final = {
    "figure": "number", "date": "day", "place": "place", "participant": "who took part",
    "modality": "whether it happened", "wording": "wordings differ", "attribution": "who said it",
}  # fmt: skip
_ISO: Final = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
ORDER: Final = ("conflict", "wording", "update")


@dataclass(frozen=True, slots=True, kw_only=True)
class SideLine:
    """One side: the claim in the reports' words, who says so, and the sentences."""

    claim: str
    who: str
    refs: tuple[int, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """One place where reports part; several differing words of one statement stand together."""

    ids: tuple[str, ...]
    kind: str
    verdict: str
    about: str
    reason: str
    rows: tuple[tuple[SideLine, ...], ...]


def partings(record: Record, lookup: Lookup) -> tuple[Parting, ...]:
    """Return where reports part, conflicts first; updates are told with their figures and left out here."""
    gathered: dict[tuple[str, str, str], list[Difference]] = {}
    for difference in record.differences:
        if difference.verdict != "update":
            key = (difference.verdict, difference.kind, difference.about)
            gathered.setdefault(key, []).append(difference)
    ordered = sorted(gathered.values(), key=lambda same: ORDER.index(same[0].verdict))
    return tuple(_parting(same, lookup) for same in ordered)


def _parting(same: Sequence[Difference], lookup: Lookup) -> Parting:
    first = same[0]
    return Parting(
        ids=tuple(difference.id for difference in same),
        kind="guilt" if first.reason == CHARGED else KINDS[first.kind],
        verdict=first.verdict,
        about=about_words(first, lookup),
        reason="" if first.verdict == "wording" else reason_words(first, lookup),
        rows=tuple(tuple(_side(side, first, lookup) for side in each.sides) for each in same),
    )


def reason_words(difference: Difference, lookup: Lookup) -> str:
    """Return why reports part, with its days in words."""
    return _ISO.sub(lambda match: iso_words(match[0], lookup.year), one_line(difference.reason))


def _side(side: Side, difference: Difference, lookup: Lookup) -> SideLine:
    claim = one_line(side.claim)
    if difference.kind == "figure":
        figure = lookup.figures.get(difference.about)
        claim = claim.removesuffix(f" ({one_line(figure.counts)})") if figure is not None else claim
    else:
        claim = f"“{claim}”"
    return SideLine(
        claim=claim,
        who=who_says(side.support, lookup),
        refs=refs_of((support.span.report for support in side.support), lookup),
        evidence=evidence_for(side.support, lookup),
    )


def about_words(difference: Difference, lookup: Lookup) -> str:
    """Return what reports part on: the figure, event or statement in words."""
    about = difference.about
    if about in lookup.figures:
        return what_is_counted(lookup.figures[about])
    if about in lookup.events:
        return f"“{one_line(lookup.events[about].label)}”"
    if about in lookup.statements:
        return f"statement by {speakers_words(lookup.statements[about], lookup)}"
    return lookup.name(about) if about in lookup.entities else KINDS[difference.kind]


def verdicts_about(differences: Iterable[Difference]) -> dict[str, frozenset[str]]:
    """Return the verdicts of the differences about each thing."""
    found: dict[str, set[str]] = {}
    for difference in differences:
        found.setdefault(difference.about, set()).add(difference.verdict)
    return {about: frozenset(verdicts) for about, verdicts in found.items()}
