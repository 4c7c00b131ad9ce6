"""View in, for each event of the record the gold event that it is taken for out."""

from __future__ import annotations

from dataclasses import dataclass

from eval.gold_days import days_agree
from eval.gold_view import Line, View


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMatch:
    """One event of the record, the gold event it is taken for, and the plans it also answers."""

    given: Line
    gold: int | None
    right: bool
    also: frozenset[int] = frozenset()


def match_events(view: View) -> tuple[EventMatch, ...]:
    """Return a match for each event of the record, in its order; none for what rests on old revisions.

    Of the gold events whose words a line overlaps, one that it agrees with is taken, then the nearest; of two
    that are alike in both, one that no line before it was taken for.
    """
    taken: set[int] = set()
    matches = []
    for event in view.record["events"]:
        if view.is_outdated(support["span"] for support in event["support"]):
            continue
        match = _match(view, event, taken)
        if match.right and match.gold is not None:
            taken.add(match.gold)
        matches.append(match)
    return tuple(matches)


def is_held(line: Line) -> bool:
    """Whether a line of either side is a plan that came about."""
    outcome = line["outcome"]
    return outcome == "held" or (isinstance(outcome, dict) and outcome["state"] == "held")


def _match(view: View, event: Line, taken: set[int]) -> EventMatch:
    """Return the gold event for one line."""
    spans = [support["span"] for support in event["support"]]
    choices = []
    for place, line in enumerate(view.gold["events"]):
        share = view.best(spans, line["mentions"], "words")
        if share > 0:
            choices.append((_agrees(event, line), share, place not in taken, -place))
    if not choices:
        return EventMatch(given=event, gold=None, right=False)
    right, _, _, place = max(choices)
    also = {-other for agrees, _, _, other in choices if agrees and is_held(event)}
    kept = {other for other in also if is_held(view.gold["events"][other])}
    return EventMatch(given=event, gold=-place, right=right, also=frozenset(kept))


def _agrees(event: Line, gold: Line) -> bool:
    """Whether day and modality agree; a plan that was held may also stand as the happening, and reverse."""
    when = event["when"]["edtf"] if event["when"] else None
    modality = event["modality"] == gold["modality"] or (
        is_held(event) and {event["modality"], gold["modality"]} <= {"planned", "possible", "happened"}
    )
    return modality and days_agree(gold["when"], when)
