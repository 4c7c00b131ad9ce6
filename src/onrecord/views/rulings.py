"""Judgements in, in words out: who ruled what, when and why, whether it counts, and where its words stand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from onrecord.model.record import Judgement
from onrecord.model.report import Report
from onrecord.record.rulings import Placed, resolve
from onrecord.record.store import Store
from onrecord.views.evidence import sentence_around
from onrecord.views.harmless import one_line
from onrecord.views.ruled import day_words

WORDS: Final = 80
"""Code points of a passage that a list of rulings shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingLine:
    """One ruling in the log.

    Attributes:
        state: counts, overruled, undone, or lost where its words are found no more.
        words: the words that it hangs on, each with its report.
        sentences: the sentence of each, where its report is on record.
        now: the ids that these words have now; empty where they are not found.
        note: what a reader must know of its state.
    """

    id: str
    verdict: str
    about: str
    by: str
    at: str
    because: str
    state: str
    note: str
    words: tuple[str, ...]
    reports: tuple[str, ...]
    now: tuple[str, ...]
    sentences: tuple[str, ...] = ()


def ruling_log(store: Store) -> tuple[RulingLine, ...]:
    """Return every ruling ever made, oldest first."""
    with store.view() as view:
        judgements = view.judgements()
        resolved = resolve(view, judgements)
        spoken = {span.report for judgement in judgements for span in judgement.spans}
        reports = {report.id: report for report in view.reports(spoken)}
    placed = {each.judgement.id: each for each in resolved.placed}
    lines = ((each, _line(each, placed.get(each.id), resolved.overruled.get(each.id))) for each in judgements)
    return tuple(replace(line, sentences=_sentences(each, reports)) for each, line in lines)


def _sentences(judgement: Judgement, reports: Mapping[str, Report]) -> tuple[str, ...]:
    """Return the sentence that each passage stands in; nothing where its report is gone."""
    found = ((reports.get(passage.report), passage) for passage in judgement.spans)
    return tuple(
        one_line(sentence_around(report, passage.span).of(report.text)) if report is not None else ""
        for report, passage in found
    )


def _line(judgement: Judgement, placed: Placed | None, overruled_by: str | None) -> RulingLine:
    state, note = "counts", ""
    if judgement.undone:
        state = "undone"
        note = f"undone by {judgement.undone_by or 'somebody'} on {day_words(judgement.undone_at)}"
    elif overruled_by is not None:
        state, note = "overruled", f"overruled by {overruled_by}"
    elif placed is not None and None in placed.ids:
        lost = placed.ids.count(None)
        state = "lost"
        note = f"{lost} of {len(placed.ids)} not found: no report on record has these words there now"
    return RulingLine(
        id=judgement.id,
        verdict=judgement.verdict,
        about=judgement.about or "",
        by=one_line(judgement.by),
        at=judgement.at,
        because=one_line(judgement.because or ""),
        state=state,
        note=note,
        words=tuple(_short(span.text) for span in judgement.spans),
        reports=tuple(span.report for span in judgement.spans),
        now=tuple(each or "" for each in placed.ids) if placed is not None else (),
    )


def _short(words: str) -> str:
    plain = one_line(words)
    return plain if len(plain) <= WORDS else f"{plain[:WORDS].rsplit(' ', 1)[0]} …"
