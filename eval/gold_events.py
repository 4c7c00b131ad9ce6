"""View in, tallies of events and of the outcomes of plans out."""

from __future__ import annotations

from dataclasses import dataclass

from eval.gold_days import days_agree
from eval.gold_result import Finding, Scored, Tally, false, miss
from eval.gold_view import Line, View


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """One event of the record, the gold event it is taken for, and the plans it also answers."""

    given: Line
    gold: int | None
    right: bool
    also: frozenset[int] = frozenset()


def score_events(view: View) -> Scored:
    """Return the tallies of event lines and of outcomes.

    A line is right if its day and modality agree with those of a gold event whose words it rests on. Each
    line that does counts; the gold event is found once, and what is over is reported as split.
    """
    matches = [_match(view, event) for event in view.record["events"]]
    right = [match.gold for match in matches if match.right and match.gold is not None]
    found = set(right) | {place for match in matches for place in match.also}
    required = {place for place, line in enumerate(view.gold["events"]) if line["required"]}
    findings = [_false_event(view, match) for match in matches if not match.right]
    for place in sorted(required - found):
        line = view.gold["events"][place]
        mention = line["mentions"][0]
        findings.append(miss("events", mention["report"], mention["words"], _expected(line)))
    tally = Tally(
        predicted=len(matches), right=len(right), expected=len(required), found=len(required & found)
    )
    outcomes = _score_outcomes(view, matches)
    return Scored(
        tallies={"events": tally, **outcomes.tallies},
        findings=(*findings, *outcomes.findings),
        surplus={"events": len(right) - len(set(right))},
    )


def _match(view: View, event: Line) -> _Match:
    """Return the gold event for a line: of those it overlaps one that it agrees with, then the nearest."""
    spans = [support["span"] for support in event["support"]]
    choices = []
    for place, line in enumerate(view.gold["events"]):
        share = view.best(spans, line["mentions"], "words")
        if share > 0:
            choices.append((_agrees(event, line), share, -place))
    if not choices:
        return _Match(given=event, gold=None, right=False)
    right, _, place = max(choices)
    also = {-other for agrees, _, other in choices if agrees and _held(event)}
    kept = {other for other in also if _held(view.gold["events"][other])}
    return _Match(given=event, gold=-place, right=right, also=frozenset(kept))


def _agrees(event: Line, gold: Line) -> bool:
    """Whether day and modality agree; a plan that was held may also stand as the happening, and reverse."""
    when = event["when"]["edtf"] if event["when"] else None
    modality = event["modality"] == gold["modality"] or (
        _held(event) and {event["modality"], gold["modality"]} <= {"planned", "possible", "happened"}
    )
    return modality and days_agree(gold["when"], when)


def _held(line: Line) -> bool:
    """Whether a line of either side is a plan that came about."""
    outcome = line["outcome"]
    return outcome == "held" or (isinstance(outcome, dict) and outcome["state"] == "held")


def _false_event(view: View, match: _Match) -> Finding:
    """Return the finding for a line that the gold doesn't hold or tells otherwise."""
    event = match.given
    support = event["support"][0]["span"] if event["support"] else None
    report = view.file(support["report"]) if support else "-"
    when = event["when"]["edtf"] if event["when"] else None
    words = f"{event['modality']} {when}: {event['label']}"
    expected = "no such event" if match.gold is None else _expected(view.gold["events"][match.gold])
    return false("events", report, words, expected)


def _expected(gold: Line) -> str:
    """Return modality, day and label of a gold event."""
    return f"{gold['modality']} {gold['when']}: {gold['label']}"


def _score_outcomes(view: View, matches: list[_Match]) -> Scored:
    """Return the tally of outcomes of those plans of the gold that a right line matches."""
    tally, findings = Tally(), []
    required: set[int] = set()
    found: set[int] = set()
    for match in matches:
        gold = view.gold["events"][match.gold] if match.right and match.gold is not None else None
        if gold is None or match.gold is None or gold["outcome"] is None:
            continue
        state = match.given["outcome"]["state"] if match.given["outcome"] else None
        right = state == gold["outcome"]
        tally += Tally(predicted=state is not None, right=right)
        required |= {match.gold} if gold["required"] else set()
        found |= {match.gold} if gold["required"] and right else set()
        if state is not None and not right:
            words = f"{state}: {match.given['label']}"
            findings.append(false("outcomes", gold["mentions"][0]["report"], words, gold["outcome"]))
    for place in sorted(required - found):
        gold = view.gold["events"][place]
        findings.append(miss("outcomes", gold["mentions"][0]["report"], gold["label"], gold["outcome"]))
    tally += Tally(expected=len(required), found=len(found))
    return Scored(tallies={"outcomes": tally}, findings=tuple(findings))
