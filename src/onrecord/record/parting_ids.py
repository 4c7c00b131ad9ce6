"""Differences in, the same under ids that lead back to what they are about out; and what an id was made of.

A difference has no words of its own, and may be gone when a report comes, goes, or is revised, or somebody
rules. So its id begins as that of the line that it is about, whose founding mention stays on record, and ends
in a hash of its kind, verdict and of what founds the side that parted from the first. Whoever asks for it
later is led to the line, and by trying what stands in its storyline, to the other side: no register is kept.
More readings on either side leave the id as it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Final, get_args

from onrecord.links.material import Material
from onrecord.model.annotation import EventMention, FigureReading, Found, Quotation
from onrecord.model.ids import PREFIXES, make_id
from onrecord.model.record import Difference, DifferenceKind, Side, Verdict
from onrecord.model.span import Span

LEAD: Final = 10
"""Characters of an id that are those of its line's: 50 bits, no clash expected below ten million lines."""

PREFIX: Final = f"{PREFIXES['difference']}-"
WHOLE: Final = len(make_id("difference", ""))
"""Characters of a whole id."""

_ABOUT: Final = tuple(f"{PREFIXES[kind]}-" for kind in ("event", "quotation", "figure", "name"))

Claim = EventMention | FigureReading | Quotation
Place = tuple[date, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Founded:
    """What the end of a difference's id was made of."""

    kind: DifferenceKind
    verdict: Verdict
    founder: str


def with_ids(differences: Iterable[Difference], material: Material) -> tuple[Difference, ...]:
    """Return differences under their ids, by what they are about; of two alike in all, one."""
    unique = sorted({difference.id: difference for difference in differences}.values(), key=lambda d: d.id)
    reports = {support.span.report for d in unique for side in d.sides for support in side.support}
    claims = {report: claims_of(material.found[report]) for report in reports}
    by_id = {claim.id: claim for of_report in claims.values() for claim in of_report}
    named: dict[str, Difference] = {}
    for difference in unique:
        first, other = _parted(difference, material)
        own = [by_id[item] for item in other.items if item not in first.items and item in by_id]
        _, report, start = _first(other, material)
        founder = _earliest(own, material) or nearest(claims[report], start) or report
        named |= {_free(difference, founder, named): difference}
    made = (replace(difference, id=id_) for id_, difference in named.items())
    return tuple(sorted(made, key=lambda d: (d.kind, d.about, d.id)))


def leads_to(difference: str) -> tuple[str, ...]:
    """Return how the id of the line begins that a difference is about, for each kind of line."""
    lead = difference.removeprefix(PREFIX)[:LEAD]
    return tuple(f"{prefix}{lead}" for prefix in _ABOUT)


def founded_by(difference: str, founders: Iterable[str]) -> Founded | None:
    """Return which of some founders an id was made of, with kind and verdict; None if none of them."""
    end = difference.removeprefix(PREFIX)[LEAD:]
    sorts = tuple(product(get_args(DifferenceKind), get_args(Verdict)))
    for founder in founders if end else ():
        for kind, verdict in sorts:
            if _end(kind, verdict, founder, 0).startswith(end):
                return Founded(kind=kind, verdict=verdict, founder=founder)
    return None


def claims_of(found: Found) -> tuple[Claim, ...]:
    """Return what can found a side, of what was found in a report."""
    return (*found.events, *found.figures, *found.quotations)


def words_of(claim: Claim) -> Span:
    """Return the clause of a claim, or the first words that are quoted."""
    return claim.content[0] if isinstance(claim, Quotation) else claim.clause


def nearest(claims: Iterable[Claim], start: int) -> str | None:
    """Return the claim of a report that founds a side which is no annotation: that nearest to its words."""
    near = ((abs(words_of(claim).start - start), claim.span, claim.id) for claim in claims)
    return min(near, default=(0, Span(0, 0), None))[2]


def _free(difference: Difference, founder: str, named: Mapping[str, Difference]) -> str:
    """Return the id of a difference; of several that one founder has brought, each has its own."""
    lead, again = difference.about.partition("-")[2][:LEAD], 0
    while True:
        end = _end(difference.kind, difference.verdict, founder, again)
        made = f"{PREFIX}{lead}{end[: len(end) - len(lead)]}"
        if made not in named:
            return made
        again += 1


def _end(kind: str, verdict: str, founder: str, again: int) -> str:
    return make_id("difference", kind, verdict, founder, again)[len(PREFIX) :]


def _parted(difference: Difference, material: Material) -> tuple[Side, Side]:
    """Return the first two sides by when their first words came out."""
    ordered = sorted(difference.sides, key=lambda side: _first(side, material))
    return ordered[0], ordered[min(1, len(ordered) - 1)]


def _first(side: Side, material: Material) -> Place:
    return min(material.order(support.span.report, support.span.start) for support in side.support)


def _earliest(claims: Iterable[Claim], material: Material) -> str | None:
    ordered = sorted((material.order(claim.report, claim.span.start), claim.id) for claim in claims)
    return ordered[0][1] if ordered else None
