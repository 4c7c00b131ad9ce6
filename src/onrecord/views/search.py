"""Words in, where they stand out: reports, statements, events and people, each with its report and story."""

from dataclasses import dataclass

from onrecord.record.store import HitKind, Store
from onrecord.views.days import Day, day_of
from onrecord.views.harmless import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchLine:
    """One hit: `id` is what `why` takes, `story` what `show` takes.

    Attributes:
        start, end: where in the report the words that were found stand; equal where they stand in a headline
            that came beside the text.
        exact: the report's words there, as they are.
    """

    kind: HitKind
    id: str
    words: str
    outlet: str
    day: Day
    headline: str
    report: str
    story: str | None
    address: str = ""
    start: int = 0
    end: int = 0
    exact: str = ""


def search(
    store: Store, words: str, *, kind: HitKind | None = None, limit: int = 20
) -> tuple[SearchLine, ...]:
    """Return where words stand, best first; not in what a later revision has replaced."""
    with store.view() as view:
        gone = view.superseded()
        hits = [hit for hit in view.search(words, kind=kind, limit=limit) if hit.report not in gone]
        ids = sorted({hit.report for hit in hits})
        reports = {report.id: report for report in view.reports(ids)}
        stories = {r: story for story, members in view.groups("stories", ids).items() for r in members}
    return tuple(
        SearchLine(
            kind=hit.kind,
            id=hit.id,
            words=one_line(hit.excerpt),
            outlet=one_line(reports[hit.report].outlet or reports[hit.report].address),
            day=day_of(reports[hit.report].published),
            headline=one_line(reports[hit.report].headline or ""),
            report=hit.report,
            story=stories.get(hit.report),
            address=one_line(reports[hit.report].address),
            start=hit.start,
            end=hit.end,
            exact=reports[hit.report].text[hit.start : hit.end],
        )
        for hit in hits
    )
