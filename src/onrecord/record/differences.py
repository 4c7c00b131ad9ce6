"""Statements, events and figures in, where reports part out.

Of figures: readings for one day that can't both hold are in conflict; a later day's is an update. Of
wordings: direct words that two reports of one statement give otherwise. Of modality: an event that one
report tells and another denies. Of days: a plan that was moved to another one. Silence is not a side.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from onrecord.links.events import EventGroup
from onrecord.links.statements import Rendering, StatementGroup
from onrecord.model.ids import make_id
from onrecord.model.record import Difference, DifferenceKind, Event, Figure, Reading, Side, Support, Verdict
from onrecord.record.events import makes_a_line, resembles
from onrecord.record.settled import Settled
from onrecord.record.wordings import Change, Wording, changes, wording_of

ABOUT = 0.1  # "about 30" may be 27 to 33
SURE = 0.75  # confidence from which a reading can be a side: "dozens" and the like can't


def find_differences(
    settled: Settled, figures: Iterable[Figure], events: Sequence[Event]
) -> tuple[Difference, ...]:
    """Return where the reports of a storyline part, by what they are about."""
    found = [
        *(d for figure in figures for d in _of_figure(figure, settled)),
        *(d for group in settled.statements for d in _of_wording(group, settled)),
        *_of_modality(settled),
        *_of_days(settled, events),
    ]
    return tuple(sorted(found, key=lambda difference: (difference.kind, difference.about, difference.id)))


def _of_figure(figure: Figure, settled: Settled) -> Iterator[Difference]:
    """Yield a conflict for each day whose readings can't all hold, and an update if days differ."""
    by_day: dict[date, list[Reading]] = {}
    for reading in figure.readings:
        day = day_of(reading, settled)
        if day is not None and reading.support.confidence >= SURE:
            by_day.setdefault(day, []).append(reading)
    for day, readings in sorted(by_day.items()):
        sides = _sides(readings)
        if any(not can_both_hold(a[0], b[0]) for a, b in combinations(sides, 2)):
            reason = f"readings for {day.isoformat()} that can't both hold"
            yield _figure_difference(figure, sides, "conflict", reason)
    last = [(day, readings[-1]) for day, readings in sorted(by_day.items())]
    changed = [last[0][1]] if last else []
    for _, reading in last[1:]:
        if _differ(changed[-1], reading):
            changed.append(reading)
    if len(changed) > 1:
        reason = "a later day's reading is another"
        yield _figure_difference(figure, [[reading] for reading in changed], "update", reason)


def day_of(reading: Reading, settled: Settled) -> date | None:
    """Return the day that a reading holds for: its own, else that of its report; None if neither is fixed."""
    when = reading.as_of.date if reading.as_of is not None else None
    if when is not None and when.last is not None:
        return when.last
    published = settled.material.by_id[reading.support.span.report].published
    return published.date.day if published is not None and published.date is not None else None


def can_both_hold(first: Reading, second: Reading) -> bool:
    """Whether some number fits both readings; "about" leaves a tenth to either side."""
    low1, high1 = _range(first)
    low2, high2 = _range(second)
    return low1 <= high2 and low2 <= high1


def _differ(first: Reading, second: Reading) -> bool:
    """Whether a later reading is another number: its bound has moved, more than "about" would cover."""
    before, now = (r.high if r.low is None else r.low for r in (first, second))
    if before is None or now is None:
        return False
    if "about" in (first.hedge, second.hedge) and can_both_hold(first, second):
        return False
    return before != now


def _range(reading: Reading) -> tuple[float, float]:
    low = float("-inf") if reading.low is None else reading.low
    high = float("inf") if reading.high is None else reading.high
    if reading.hedge == "about":
        return low - abs(low) * ABOUT, high + abs(high) * ABOUT
    return low, high


def _sides(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Return the readings gathered by what they say: one range, one side."""
    sides: dict[tuple[float | None, float | None], list[Reading]] = {}
    for reading in readings:
        sides.setdefault((reading.low, reading.high), []).append(reading)
    return list(sides.values())


def _figure_difference(
    figure: Figure, sides: Sequence[Sequence[Reading]], verdict: Verdict, reason: str
) -> Difference:
    return _difference(
        "figure",
        figure.id,
        verdict,
        reason,
        [
            Side(
                claim=f"{side[0].printed} ({figure.counts})",
                items=tuple(r.id for r in side),
                support=tuple(r.support for r in side),
            )
            for side in sides
        ],
    )


def _difference(
    kind: DifferenceKind, about: str, verdict: Verdict, reason: str, sides: Sequence[Side]
) -> Difference:
    parts = [str(passage) for side in sides for passage in (side.support[0].span.start, *side.items)]
    return Difference(
        id=make_id("difference", kind, about, verdict, *parts),
        kind=kind,
        about=about,
        verdict=verdict,
        reason=reason,
        sides=tuple(sides),
    )


def _of_wording(group: StatementGroup, settled: Settled) -> Iterator[Difference]:
    """Yield a difference for each place where direct words are given otherwise than in the first report."""
    by_report: dict[str, list[Rendering]] = {}
    for rendering in group.renderings:
        by_report.setdefault(rendering.report, []).append(rendering)
    directs = {
        report: wording for report, rs in by_report.items() if (wording := _direct(report, rs, settled))
    }
    if not directs:
        return
    first_report, first = next(iter(directs.items()))
    for report, other in directs.items():
        if report == first_report:
            continue
        for change in changes(first, other):
            if change.first is not None and change.second is not None:
                yield _wording_difference(group.renderings[0].id, (first_report, report), change, settled)


def _direct(report_id: str, renderings: Sequence[Rendering], settled: Settled) -> Wording | None:
    text = settled.material.by_id[report_id].text
    spans = [span for r in renderings for q in r.quotations if q.kind == "direct" for span in q.content]
    return wording_of(text, sorted(spans), direct=True) if spans else None


def _wording_difference(about: str, reports: tuple[str, str], change: Change, settled: Settled) -> Difference:
    spans = (change.first, change.second)
    supports = [
        settled.wording(report, span, finder="wordings/1", confidence=0.9)
        for report, span in zip(reports, spans, strict=True)
        if span is not None
    ]
    words = [support.span.text for support in supports]
    sides = [
        Side(claim=text, items=(about,), support=(support,))
        for text, support in zip(words, supports, strict=True)
    ]
    return _difference("wording", about, "wording", f"{words[0]!r} / {words[1]!r}", sides)


def _of_modality(settled: Settled) -> Iterator[Difference]:
    """Yield a difference for each event that one report tells and another denies."""
    groups = [group for group in settled.events if makes_a_line(group)]
    for group in groups:
        if group.tellings[0].state != "real":
            continue
        for other in groups:
            if other.tellings[0].state == "denied" and resembles(group, other, needed=2):
                sides = [_event_side(group, settled), _event_side(other, settled)]
                reason = "told as having happened, and denied"
                yield _difference("modality", group.tellings[0].mention.id, "conflict", reason, sides)


def _of_days(settled: Settled, events: Sequence[Event]) -> Iterator[Difference]:
    """Yield an update for each plan that was put off to another day."""
    by_id = {group.tellings[0].mention.id: group for group in settled.events}
    for event in events:
        outcome = event.outcome
        if outcome is not None and outcome.state == "put-off" and outcome.to in by_id:
            sides = [_event_side(by_id[event.id], settled), _event_side(by_id[outcome.to], settled)]
            yield _difference("date", event.id, "update", "put off to another day", sides)


def _event_side(group: EventGroup, settled: Settled) -> Side:
    supports: tuple[Support, ...] = tuple(settled.support(telling.mention) for telling in group.tellings)
    return Side(
        claim=" ".join(supports[0].span.text.split()),
        items=(group.tellings[0].mention.id,),
        support=supports,
    )
