"""Settled renderings in, the record's statements out, with wordings compared."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.links.statements import Rendering, StatementGroup
from onrecord.model.annotation import Quotation
from onrecord.model.record import Piece, SpeakerKind, Statement, Support, Variant
from onrecord.model.report import Report
from onrecord.model.span import Passage, Span
from onrecord.model.when import When
from onrecord.record.settled import Settled
from onrecord.record.standing import standing_of
from onrecord.record.wordings import Wording, changes, relation, wording_of


def compose_statements(settled: Settled) -> tuple[Statement, ...]:
    """Return the statements of a storyline, in founding order."""
    return tuple(_statement(group, settled) for group in settled.statements)


def _statement(group: StatementGroup, settled: Settled) -> Statement:
    by_report: dict[str, list[Rendering]] = {}
    for rendering in group.renderings:
        by_report.setdefault(rendering.report, []).append(rendering)
    founder = group.renderings[0]
    first = _wording(by_report[founder.report], settled)
    variants = tuple(
        _variant(renderings, first, is_first=place == 0, settled=settled)
        for place, renderings in enumerate(by_report.values())
    )
    quotations = [q for rendering in group.renderings for q in rendering.quotations]
    speakers = next((rendering.speakers for rendering in group.renderings if rendering.speakers), ())
    return Statement(
        id=founder.id,
        formerly=(),
        speakers=speakers,
        via=settled.entities.of(founder.quotations[0].via),
        speaker_kind=speaker_kind(speakers, settled),
        said=_said(group, settled),
        to=_words(((q.report, q.to) for q in quotations), settled),
        medium=_words(((q.report, q.medium) for q in quotations), settled),
        where=_words(((q.report, q.where) for q in quotations), settled),
        variants=variants,
        standing=standing_of(_supports(by_report, settled), settled.perhaps),
        judgements=settled.ruled_on(group.quotations),
    )


def _variant(renderings: Sequence[Rendering], first: Wording, *, is_first: bool, settled: Settled) -> Variant:
    report = settled.material.by_id[renderings[0].report]
    quotations = sorted((q for r in renderings for q in r.quotations), key=lambda q: q.span)
    wording = _wording(renderings, settled)
    differs = () if is_first else changes(first, wording)
    return Variant(
        report=report.id,
        pieces=tuple(_piece(q, report) for q in quotations),
        relation="first" if is_first else relation(first, wording),
        differs=tuple(report.passage(change.second) for change in differs if change.second is not None),
        origin=settled.origins.of_occasion(report.id, (q.span for q in quotations)),
        finder=quotations[0].finder,
        confidence=min(q.confidence for q in quotations),
    )


def _piece(quotation: Quotation, report: Report) -> Piece:
    def passage(span: Span | None) -> Passage | None:
        return None if span is None else report.passage(span)

    return Piece(
        kind=quotation.kind,
        content=tuple(report.passage(span) for span in quotation.content),
        speaker_words=passage(quotation.speaker_words),
        cue=passage(quotation.cue),
    )


def _wording(renderings: Sequence[Rendering], settled: Settled) -> Wording:
    """Return the words of one report's renderings: the direct ones where there are any."""
    report = settled.material.by_id[renderings[0].report]
    quotations = sorted((q for r in renderings for q in r.quotations), key=lambda q: q.span)
    direct = [q for q in quotations if q.kind != "indirect"]
    spans = [span for q in (direct or quotations) for span in q.content]
    return wording_of(report.text, spans, direct=bool(direct))


def speaker_kind(speakers: Sequence[str], settled: Settled) -> SpeakerKind:
    """Return what sort of speakers these are, together."""
    groups = {group.id: group for group in settled.entities.groups}
    kinds = {groups[speaker].kind for speaker in speakers}
    if not kinds:
        return "unknown"
    if "unnamed" in kinds:
        return "unnamed"
    if kinds == {"person"}:
        named = all(any(chain.named for chain in groups[speaker].chains) for speaker in speakers)
        return "named" if named else "unnamed"
    return "collective"


def _said(group: StatementGroup, settled: Settled) -> When | None:
    """Return the firmest day that a rendering gives; else not after the day of its first report."""
    told = [
        r.said for r in group.renderings if r.said is not None and r.said.basis not in ("bounded", "open")
    ]
    if told:
        return told[0]
    still_open = next(
        (r.said for r in group.renderings if r.said is not None and r.said.basis == "open"), None
    )
    if still_open is not None:
        return still_open
    published = settled.material.by_id[group.renderings[0].report].published
    last = published.date.last if published is not None and published.date is not None else None
    if last is None:
        return None
    reason = f"no words tell the day; the first report of it is of {last.isoformat()}"
    return When(edtf=f"../{last.isoformat()}", basis="bounded", reason=reason)


def _words(spans: Iterable[tuple[str, Span | None]], settled: Settled) -> str | None:
    """Return the first printed words among some spans."""
    for report_id, span in spans:
        if span is not None:
            return span.of(settled.material.by_id[report_id].text)
    return None


def _supports(by_report: dict[str, list[Rendering]], settled: Settled) -> list[Support]:
    """Return a support for each report: a report that quotes somebody has heard it, so voice is its own."""
    return [
        replace(
            settled.wording(report, renderings[0].quotations[0].span, finder="statements/2", confidence=1.0),
            origin=settled.origins.of_occasion(report, (q.span for r in renderings for q in r.quotations)),
        )
        for report, renderings in by_report.items()
    ]
