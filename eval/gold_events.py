"""View in, tallies of events, of the outcomes of plans, of standing and of parts out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eval.gold_event_match import EventMatch, match_events
from eval.gold_parts import score_parts
from eval.gold_result import Finding, Scored, Tally, absent, false, hit, miss
from eval.gold_standing import Standing, score_standing
from eval.gold_view import Line, View


def score_events(view: View) -> tuple[Scored, ...]:
    """Return the tallies of event lines and of what is said of those that are right.

    A line is right if its day and modality agree with those of a gold event whose words it rests on. Each
    line that does counts; the gold event is found once, and what is over is reported as split.
    """
    matches = match_events(view)
    return (
        _score_lines(view, matches),
        _score_outcomes(view, matches),
        score_standing(_standings(view, matches)),
        score_parts(view, matches),
    )


def _score_lines(view: View, matches: Sequence[EventMatch]) -> Scored:
    """Return the tally of event lines."""
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
    lines = [(view.gold["events"][place], place) for place in right]
    return Scored(
        tallies={"events": tally},
        findings=tuple(findings),
        surplus={"events": len(right) - len(set(right))},
        others=tuple(hit("events", line["mentions"][0]["report"], line["label"]) for line, _ in lines),
    )


def _standings(view: View, matches: Sequence[EventMatch]) -> Iterator[Standing]:
    """Yield the standing of each right line beside the gold's, where the gold has one."""
    for match in matches:
        if match.right and match.gold is not None:
            gold = view.gold["events"][match.gold]
            if wanted := gold.get("standing"):
                yield Standing(
                    line=("event", match.gold),
                    report=gold["mentions"][0]["report"],
                    words=gold["label"],
                    given=match.given["standing"],
                    wanted=wanted,
                    required=gold["required"],
                )


def _false_event(view: View, match: EventMatch) -> Finding:
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


def _score_outcomes(view: View, matches: Sequence[EventMatch]) -> Scored:
    """Return the tally of outcomes of those plans of the gold that a right line matches."""
    tally, findings, others = Tally(), [], []
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
        report, words = gold["mentions"][0]["report"], f"{state}: {match.given['label']}"
        if right:
            others.append(hit("outcomes", report, words, gold["label"]))
        elif state is not None:
            findings.append(false("outcomes", report, words, gold["outcome"]))
    for place in sorted(required - found):
        findings.append(_outcome_case(view, place, "miss"))
    seen = required | {match.gold for match in matches if match.right and match.gold is not None}
    unseen = [
        place
        for place, line in enumerate(view.gold["events"])
        if line["required"] and line["outcome"] is not None and place not in seen
    ]
    tally += Tally(expected=len(required), found=len(found))
    return Scored(
        tallies={"outcomes": tally},
        findings=tuple(findings),
        others=(*others, *(_outcome_case(view, place, "absent") for place in unseen)),
    )


def _outcome_case(view: View, place: int, what: str) -> Finding:
    """Return the case of a required outcome of the gold that wasn't found."""
    gold = view.gold["events"][place]
    made = miss if what == "miss" else absent
    return made("outcomes", gold["mentions"][0]["report"], gold["label"], gold["outcome"])
