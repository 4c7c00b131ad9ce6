"""What later states of reports did to a line in, in words out: *changed by the revision of X: A to B*."""

from collections.abc import Iterable, Iterator
from typing import Final

from onrecord.model.record import HistoryStep
from onrecord.model.span import Passage
from onrecord.views.days import day_of
from onrecord.views.harmless import one_line
from onrecord.views.lookup import Lookup

SHOWN: Final = 60
"""Code points of what was changed that a mark shows; `why` shows all."""


def revision_marks(history: Iterable[HistoryStep], lookup: Lookup) -> tuple[str, ...]:
    """Return what later states of reports changed and took back, each once."""
    return tuple(dict.fromkeys(_marks(history, lookup)))


def _marks(history: Iterable[HistoryStep], lookup: Lookup) -> Iterator[str]:
    for step in history:
        if step.was is not None:
            what = "changed" if step.what == "changes" else "withdrawn"
            yield f"{what} by {state_words(step, lookup)}{_from_to(step, short=True)}"


def step_words(step: HistoryStep) -> str:
    """Return from what to what a step changed a line, in full; empty where it is no revision's."""
    return _from_to(step, short=False)


def state_words(step: HistoryStep, lookup: Lookup) -> str:
    """Return by what a line was changed: `the revision of X of DAY`, or a correction in another report."""
    report = lookup.reports.get(step.report)
    before = lookup.reports.get(step.was.report) if step.was is not None else None
    same = report is None or before is None or report.address == before.address
    words = f"the {'revision' if same else 'correction'} of {lookup.outlet(step.report)}"
    if report is None or (report.updated is None and report.published is None):
        return words
    return f"{words} of {day_of(report.updated or report.published, lookup.year).words}"


def _from_to(step: HistoryStep, *, short: bool) -> str:
    if step.was is None:
        return ""
    was = _quoted(step.was, short=short)
    if step.now is None:
        return "" if short else f": {was}"
    return f": from {was} to {_quoted(step.now, short=short)}"


def _quoted(passage: Passage, *, short: bool) -> str:
    words = one_line(passage.text)
    if short and len(words) > SHOWN:
        words = f"{words[:SHOWN].rsplit(' ', 1)[0]} …"
    return f"“{words}”"
