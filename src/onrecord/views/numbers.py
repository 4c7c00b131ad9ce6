"""Figures in, their histories in words out: each reading with hedge, giver and the day it holds for."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Final

from onrecord.model.record import Figure, Reading
from onrecord.views.days import Day, day_of
from onrecord.views.evidence import Evidence, evidence_of
from onrecord.views.harmless import one_line
from onrecord.views.lines import giver_words, refs_of, support_notes
from onrecord.views.lookup import Lookup
from onrecord.views.revised import revision_marks
from onrecord.views.ruled import rulings_of

HEDGES: Final = {
    "exact": "", "about": "about", "at-least": "at least", "more-than": "more than", "at-most": "at most",
    "less-than": "less than", "nearly": "nearly", "between": "between",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLine:
    """One number as given, with who gives it and for which day; reports that only repeat it are folded.

    `as_of` is the day that the number is given for (`as of`), else that of its report (`in a report of`).
    """

    ids: tuple[str, ...]
    printed: str
    hedge: str
    who: str
    as_of: tuple[str, Day]
    refs: tuple[int, ...]
    evidence: tuple[Evidence, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One figure, in words."""

    id: str
    counts: str
    about: str
    since: Day | None
    part_of: str
    readings: tuple[ReadingLine, ...]
    marks: tuple[str, ...]
    refs: tuple[int, ...]


def counted_line(figure: Figure, lookup: Lookup, verdicts: frozenset[str]) -> Counted:
    """Return a figure in words; `verdicts` are those of the differences about it."""
    event = lookup.events.get(figure.event or "")
    whole = lookup.figures.get(figure.part_of or "")
    return Counted(
        id=figure.id,
        counts=what_is_counted(figure),
        about=f"“{one_line(event.label)}”" if event is not None else "",
        since=day_of(figure.since, lookup.year) if figure.since is not None else None,
        part_of=what_is_counted(whole) if whole is not None else "",
        readings=tuple(_reading_lines(figure, lookup)),
        marks=(
            *_marks(verdicts),
            *revision_marks(figure.history, lookup),
            *rulings_of(figure.judgements, lookup),
        ),
        refs=refs_of((reading.support.span.report for reading in figure.readings), lookup),
    )


def what_is_counted(figure: Figure) -> str:
    """Return what a figure counts, with its unit where the words don't hold it."""
    counts, unit = one_line(figure.counts), one_line(figure.unit)
    if not counts:
        return unit or "number"
    return f"{counts} ({unit})" if unit and unit != "people" and unit not in counts else counts


def _marks(verdicts: frozenset[str]) -> Iterable[str]:
    if "conflict" in verdicts:
        yield "reports part"
    if "update" in verdicts:
        yield "changed over time"


def printed_words(reading: Reading) -> tuple[str, str]:
    """Return a number as printed, and its hedge where the printed words don't show it."""
    printed = one_line(reading.printed)
    bare = printed[:1].isdigit() and " to " not in printed and reading.hedge != "between"
    return printed, HEDGES[reading.hedge] if bare else ""


def _reading_lines(figure: Figure, lookup: Lookup) -> Iterable[ReadingLine]:
    """Yield each reading in order; same number, hedge, giver and day is one line."""
    folded: dict[tuple[object, ...], list[Reading]] = {}
    for reading in figure.readings:
        day = reading.as_of.edtf if reading.as_of is not None else None
        gone = reading.standing == "withdrawn"
        key = (reading.low, reading.high, reading.hedge, reading_giver(reading, lookup), day, gone)
        folded.setdefault(key, []).append(reading)
    replaced = {reading.replaces for reading in figure.readings if reading.replaces is not None}
    for same in folded.values():
        printed, hedge = printed_words(same[0])
        supports = [reading.support for reading in same]
        yield ReadingLine(
            ids=tuple(reading.id for reading in same),
            printed=printed,
            hedge=hedge,
            who=reading_giver(same[0], lookup) or lookup.outlets([s.span.report for s in supports]),
            as_of=as_of_words(same[0], lookup),
            refs=refs_of((s.span.report for s in supports), lookup),
            evidence=tuple(evidence_of(s.span, lookup, notes=support_notes(s, lookup)) for s in supports),
            mark=_mark_of(same, replaced),
        )


def _mark_of(same: Sequence[Reading], replaced: Set[str]) -> str:
    if same[0].standing == "withdrawn":
        return "withdrawn"
    return "replaced later" if any(reading.id in replaced for reading in same) else ""


def as_of_words(reading: Reading, lookup: Lookup) -> tuple[str, Day]:
    """Return for which day a number is given, or else of which day its report is."""
    if reading.as_of is not None and (reading.as_of.edtf is not None or reading.as_of.printed):
        return "as of", day_of(reading.as_of, lookup.year)
    report = lookup.reports.get(reading.support.span.report)
    return "in a report of", day_of(report.published if report is not None else None, lookup.year)


def reading_giver(reading: Reading, lookup: Lookup) -> str:
    """Return who is cited for a number; empty where the report gives it itself."""
    return giver_words(reading.support, lookup) if reading.support.voice == "attributed" else ""
