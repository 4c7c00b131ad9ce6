"""View and matched events in, the tally of events that are told as a part of another out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eval.gold_event_match import EventMatch
from eval.gold_result import Scored, Tally, false, hit, miss
from eval.gold_view import View


def score_parts(view: View, matches: Sequence[EventMatch]) -> Scored:
    """Return the tally of parts among right lines; the whole is right if it is that of the gold, or over it.

    Gold without the field `part_of` says nothing of parts.
    """
    events = view.gold["events"]
    places = {line["label"]: place for place, line in enumerate(events)}
    taken = {match.given.get("id"): match for match in matches if match.right}
    tally, findings, others = Tally(), [], []
    required: set[int] = set()
    found: set[int] = set()
    for match in taken.values():
        if match.gold is None or "part_of" not in events[match.gold]:
            continue
        line, given = events[match.gold], match.given.get("part_of")
        wholes = set(_wholes(places, events, match.gold))
        whole = taken.get(given)
        right = whole is not None and bool(wholes & {whole.gold, *whole.also})
        tally += Tally(predicted=given is not None, right=right)
        if line["required"] and wholes:
            required.add(match.gold)
            found |= {match.gold} if right else set()
        report, wanted = line["mentions"][0]["report"], f"part of {line['part_of']}"
        if right:
            others.append(hit("part-of", report, line["label"], wanted))
        elif given is not None:
            told = "something that is no right line" if whole is None else str(whole.given["label"])
            findings.append(false("part-of", report, f"{line['label']}: part of {told}", wanted))
    for place in sorted(required - found):
        line = events[place]
        findings.append(
            miss("part-of", line["mentions"][0]["report"], line["label"], f"part of {line['part_of']}")
        )
    tally += Tally(expected=len(required), found=len(found))
    return Scored(tallies={"part-of": tally}, findings=tuple(findings), others=tuple(others))


def _wholes(places: Mapping[str, int], events: Sequence[Mapping[str, str]], place: int) -> Iterator[int]:
    """Yield the gold's whole of an event, the whole of that, and so on."""
    seen = {place}
    while (label := events[place].get("part_of")) and label in places and places[label] not in seen:
        place = places[label]
        seen.add(place)
        yield place
