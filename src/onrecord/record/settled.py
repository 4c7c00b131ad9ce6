"""What composing works on: settled links of one storyline, with origins and ways to make supports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from onrecord.links.entities import Entities
from onrecord.links.events import EventGroup
from onrecord.links.figures import FigureGroup
from onrecord.links.material import Material
from onrecord.links.statements import StatementGroup
from onrecord.links.streets import streets_of
from onrecord.model.annotation import EventMention, FigureReading
from onrecord.model.record import Support, SupportFrom
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.record.origins import Origins
from onrecord.record.standing import Perhaps


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The settled links of one storyline."""

    material: Material
    entities: Entities
    statements: tuple[StatementGroup, ...]
    events: tuple[EventGroup, ...]
    figures: tuple[FigureGroup, ...]
    origins: Origins
    stories: Mapping[str, tuple[str, ...]]
    storyline: str
    kept: dict[str, Perhaps] = field(default_factory=dict, init=False, compare=False, repr=False)
    kinds: dict[str, str] = field(default_factory=dict, init=False, compare=False, repr=False)
    supports: dict[str, Support] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def perhaps(self) -> Mapping[str, tuple[str, ...]]:
        """Of each entity, the others that it may be; of a release, whose word it is."""
        if "perhaps" not in self.kept:  # asked for by every claim, so worked out once
            unsure = {group.id: group.perhaps for group in self.entities.groups if group.perhaps}
            self.kept["perhaps"] = Perhaps({**unsure, **self.origins.voices})
        return self.kept["perhaps"]

    @property
    def named(self) -> frozenset[str]:
        """The entities that some report names."""
        return frozenset(self._kinds())

    @property
    def somebody(self) -> frozenset[str]:
        """Those of them that are no places."""
        return frozenset(entity for entity, kind in self._kinds().items() if kind != "place")

    @property
    def persons(self) -> frozenset[str]:
        """Those of them that are persons."""
        return frozenset(entity for entity, kind in self._kinds().items() if kind == "person")

    @property
    def places(self) -> frozenset[str]:
        """Those of them that are places."""
        return self.named - self.somebody

    @property
    def towns(self) -> frozenset[str]:
        """Those of the places that are no streets or squares, which lie in others."""
        groups = (group for group in self.entities.groups if group.id in self.places)
        return frozenset(group.id for group in groups if not any(streets_of(group.name)))

    def _kinds(self) -> Mapping[str, str]:
        if not self.kinds:  # asked for by every plan, so worked out once
            named = (g for g in self.entities.groups if any(m.form == "name" for m in g.mentions))
            self.kinds.update((group.id, group.kind) for group in named)
        return self.kinds

    def ruled_on(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the judgements on a line whose founding mentions have these ids."""
        return self.material.ruled.judgements(ids)

    @property
    def newest(self) -> date | None:
        """The latest day of publication that is known."""
        days = [r.published.date for r in self.material.reports if r.published and r.published.date]
        return max((day.last for day in days if day.last is not None), default=None)

    def support(self, claim: EventMention | FigureReading) -> Support:
        """Return the support that one annotation gives: the words of its clause."""
        known = self.supports.get(claim.id)
        if known is None:  # lines, differences and outcomes rest on the same
            known = self.supports[claim.id] = self._support(claim)
        return known

    def _support(self, claim: EventMention | FigureReading) -> Support:
        shown = claim.shown if isinstance(claim, EventMention) else claim.clause
        return Support(
            span=self.material.by_id[claim.report].passage(shown),
            voice=claim.voice,
            given_by=self.entities.of(claim.given_by),
            via=self.entities.of(claim.via) if isinstance(claim, EventMention) else (),
            origin=self.origins.of(claim.report, claim.clause),
            from_=stands_in(self.material.by_id[claim.report], claim.clause),
            finder=claim.finder,
            confidence=claim.confidence,
        )

    def wording(self, report_id: str, span: Span, *, finder: str, confidence: float) -> Support:
        """Return a report's own words as support for how it words a thing."""
        report = self.material.by_id[report_id]
        return Support(
            span=report.passage(span),
            voice="own",
            given_by=(),
            via=(),
            origin=self.origins.of(report_id, span),
            from_=stands_in(report, span),
            finder=finder,
            confidence=confidence,
        )


def stands_in(report: Report, span: Span) -> SupportFrom:
    """Return the part of a report that a span stands in."""
    for block in report.blocks:
        if block.start <= span.start < block.end:
            if block.kind == "headline":
                return "headline"
            if block.kind == "subhead":
                return "subhead"
            if block.kind == "caption":
                return "caption"
    return "body"
