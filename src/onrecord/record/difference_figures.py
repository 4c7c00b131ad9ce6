"""Figures in, where their readings part out: conflicts of one day, updates from day to day.

Readings for one day that can't both hold, by two givers, are in conflict; a giver who gives another number
takes the first back, and that is an update, as is a later day's number. What counts one moment (people
aboard) and what happened long ago has one day, whenever it is told. "About 3,000" and 3,012 don't differ.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from onrecord.links.counting import is_former, tables
from onrecord.links.figures import FigureGroup
from onrecord.links.quantities import CROWD, is_anew, is_lowered, is_of_some, is_so_far
from onrecord.model.record import Difference, Figure, Reading, Side, Verdict
from onrecord.record.difference import make_difference
from onrecord.record.difference_reach import are_of_two_things, bound_of, is_of_the_rest
from onrecord.record.settled import Settled

AROUND = 150  # code points beside a toll within which a word tells that it was lowered
BESIDE = 60  # and beside another number, within which one tells that it takes the place of a former
ABOUT = 0.1  # "about 30" may be 27 to 33
CLOCK = "T"  # before the hour of a timex's value
SURE = 0.75  # confidence from which a reading can be a side: "dozens" and the like can't


def differences_of_figure(figure: Figure, group: FigureGroup, settled: Settled) -> Iterator[Difference]:
    """Yield a conflict for each day whose readings can't all hold, and updates where numbers changed."""
    former = {r.id for r in group.readings if is_former(r, settled.material.by_id[r.report].text)}
    some = {r.id for r in group.readings if is_of_some(r, settled.material.by_id[r.report].text)}
    some |= {r.id for r in figure.readings if is_of_the_rest(r)}
    former |= some if len(some) < len(group.readings) else set()
    dated = [
        (day, reading)
        for reading in figure.readings
        if reading.id not in former
        and reading.support.confidence >= SURE
        and (day := day_of(reading, settled)) is not None
    ]
    if group.one_moment or group.readings[0].head in tables().fixed | {CROWD}:
        pair = Contradiction(grows=False, settled=settled)
        yield from _conflict(figure, [r for _, r in dated], "readings that can't both hold", pair)
        return
    if group.by_one_act:
        yield from _disputed(figure, (first := [r for _, r in dated if not _is_anew(r, settled)]), settled)
        doubted = {r.id for r in _in_dispute(first)}
        dated = [(day, r) for day, r in dated if r.id not in doubted]
    stages = frozenset(
        r.id for r in group.readings if is_so_far(r, r.clause.of(settled.material.by_id[r.report].text))
    )
    grows = group.readings[0].head in set(tables().states) - tables().falling
    for day in sorted({day for day, _ in dated}):
        readings = [reading for own, reading in dated if own == day]
        pair = Contradiction(grows=grows, settled=settled, stages=stages)
        reason = f"readings for {day.isoformat()} that can't both hold"
        yield from _conflict(figure, readings, reason, pair)
    together = group.readings[0].head in tables().states or group.of_contest
    for chain in _chains(dated, together=together):
        yield from _update(figure, group, chain, settled, stages=stages)


def _disputed(figure: Figure, readings: Sequence[Reading], settled: Settled) -> Iterator[Difference]:
    """Yield the conflict among readings, of several days, of what one act settles, and nobody took back."""
    if any(_in_dispute(readings)):
        pair = Contradiction(grows=False, settled=settled)
        yield from _conflict(figure, readings, "readings that can't both hold", pair)


def _in_dispute(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the readings of which an earlier one, of another giver, is another number."""
    for place, reading in enumerate(readings):
        if any(_are_of_two(other, reading) for other in readings[:place]):
            yield reading


def _is_anew(reading: Reading, settled: Settled) -> bool:
    """Whether words round a number tell that it takes the place of another."""
    span = reading.support.span
    text = settled.material.by_id[span.report].text
    return is_anew(text[max(0, span.start - BESIDE) : span.end + BESIDE])


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """What tells whether two readings for one day contradict each other.

    Attributes:
        grows: whether the number can but grow.
        settled: the settled links.
        stages: ids of readings of a count that goes on.
    """

    grows: bool
    settled: Settled
    stages: frozenset[str] = frozenset()

    def between(self, first: Reading, second: Reading) -> bool:
        """Whether two readings can't both hold, and neither takes the place of the other."""
        if can_both_hold(first, second) or _of_one_giver(first, second):
            return False
        if are_of_two_things(first, second, self.settled):
            return False
        if self.stages & {first.id, second.id}:
            return self.at_one_hour(first, second)
        hours = [hour_of(reading, self.settled) for reading in (first, second)]
        sizes = [bound_of(reading) for reading in (first, second)]
        if (
            not self.grows
            or None in hours
            or None in sizes
            or first.support.span.report == second.support.span.report
        ):
            return True
        earlier, later = (0, 1) if str(hours[0]) <= str(hours[1]) else (1, 0)
        return hours[0] == hours[1] or (sizes[later] or 0) < (sizes[earlier] or 0)

    def at_one_hour(self, first: Reading, second: Reading) -> bool:
        """Whether two readings of a count that goes on tell the same hour of it."""
        told = [told_hour(reading, self.settled) for reading in (first, second)]
        return told[0] is not None and told[0] == told[1]


def _conflict(
    figure: Figure, readings: Sequence[Reading], reason: str, pair: Contradiction
) -> Iterator[Difference]:
    """Yield the conflict among readings for one day, with the sides that some other side contradicts."""
    sides = _sides(readings)
    apart = [
        (a, b)
        for a, b in combinations(range(len(sides)), 2)
        if any(pair.between(one, other) for one in sides[a] for other in sides[b])
    ]
    kept = sorted({place for pair_ in apart for place in pair_})
    if kept:
        yield _difference(figure, [sides[place] for place in kept], "conflict", reason)


def _of_one_giver(first: Reading, second: Reading) -> bool:
    givers = set(first.support.given_by), set(second.support.given_by)
    if givers[0] and givers[1]:
        return bool(givers[0] & givers[1])
    return not givers[0] and not givers[1] and first.support.origin == second.support.origin


def _chains(dated: Sequence[tuple[date, Reading]], *, together: bool) -> Iterator[list[tuple[date, Reading]]]:
    """Yield readings to be followed from day to day: all together, or each giver's own.

    Tolls are followed together, whoever gives them, and so is what comes of a vote. Of things, two who count
    for themselves are two chains.
    """
    givers: dict[str, list[tuple[date, Reading]]] = {}
    for day, reading in dated:
        for giver in reading.support.given_by:
            givers.setdefault(giver, []).append((day, reading))
    counting = [chain for chain in givers.values() if len({bound_of(r) for _, r in chain}) > 1]
    if together or len(givers) < 2 or not counting:
        yield list(dated)
    else:
        yield from counting


def _update(
    figure: Figure,
    group: FigureGroup,
    dated: Sequence[tuple[date, Reading]],
    settled: Settled,
    *,
    stages: frozenset[str],
) -> Iterator[Difference]:
    """Yield the update of readings of which a later day's, or a later hour's, is another number.

    Where a number of things comes back after another giver's, two have counted, and neither took one back.
    """
    of_people = group.readings[0].head in tables().states
    changed: list[Reading] = []
    moments: set[int] = set()
    for moment, reading in _last(dated, settled, stages=stages, of_people=of_people):
        if changed and are_of_two_things(changed[-1], reading, settled):
            continue
        if not changed or (
            _differ(changed[-1], reading) and not _falls_short(changed[-1], reading, group, settled)
        ):
            changed.append(reading)
            moments.add(moment)
    back = len({bound_of(r) for r in changed}) < len(changed)
    if (
        back
        and not (of_people or group.of_contest)
        and len({g for r in changed for g in r.support.given_by}) > 1
    ):
        return
    if len(moments) > 1:
        sides = [
            [r for _, r in dated if (r.low, r.high) == (reading.low, reading.high)] for reading in changed
        ]
        yield _difference(figure, sides, "update", "a later reading is another")


def _last(
    dated: Sequence[tuple[date, Reading]], settled: Settled, *, stages: frozenset[str], of_people: bool
) -> Iterator[tuple[int, Reading]]:
    """Yield the last reading of each moment, in order, with the moment's number; where two count, both."""
    moments: dict[tuple[date, str, float], list[Reading]] = {}
    for day, reading in dated:
        staged = reading.id in stages
        hour = told_hour(reading, settled) if staged else None
        size = (bound_of(reading) or 0.0) if staged and hour is None else 0.0
        moments.setdefault((day, hour or hour_of(reading, settled) or "", size), []).append(reading)
    for number, key in enumerate(sorted(moments)):
        readings = moments[key]
        staged = readings[-1].id in stages
        others = readings[:-1] if staged or not of_people else []
        apart = [other for other in others if _are_of_two(readings[-1], other)]
        for reading in sorted([*apart, readings[-1]], key=lambda r: bound_of(r) or 0.0):
            yield number, reading


def _are_of_two(first: Reading, second: Reading) -> bool:
    """Whether two readings can't both hold, and each is given by somebody of its own."""
    givers = set(first.support.given_by), set(second.support.given_by)
    apart = givers[0].isdisjoint(givers[1]) and bool(givers[0] or givers[1])
    return apart and not can_both_hold(first, second)


def _falls_short(before: Reading, now: Reading, group: FigureGroup, settled: Settled) -> bool:
    """Whether a later toll is smaller, of another giver, and no word tells that it was lowered.

    Tolls only grow: a smaller one is of some of them, if nobody has corrected it.
    """
    sizes = bound_of(before), bound_of(now)
    head = group.readings[0].head
    if head not in tables().states or head in tables().falling or None in sizes:
        return False
    if (sizes[1] or 0) >= (sizes[0] or 0) or _of_one_giver(before, now):
        return False
    span = now.support.span
    text = settled.material.by_id[span.report].text
    return not is_lowered(text[max(0, span.start - AROUND) : span.end + AROUND])


def hour_of(reading: Reading, settled: Settled) -> str | None:
    """Return the minute for which a reading holds, in UTC: its own, else when its report came out that day.

    None if it is told for a day and no more, or the report's hour isn't known.
    """
    if (
        reading.as_of is not None
        and reading.as_of.edtf is not None
        and reading.as_of.rule != "count-in-present"
    ):
        return reading.as_of.edtf if "T" in reading.as_of.edtf else None
    published = settled.material.by_id[reading.support.span.report].published
    edtf = published.edtf if published is not None else None
    return edtf if edtf is not None and "T" in edtf else None


def told_hour(reading: Reading, settled: Settled) -> str | None:
    """Return the one hour of its day that the words round a reading tell; None if they tell none."""
    span = reading.support.span
    told = {
        timex.value.partition(CLOCK)[2]
        for timex in settled.material.found[span.report].timexes
        if timex.type == "TIME" and CLOCK in timex.value and span.start <= timex.span.start < span.end
    }
    return next(iter(told)) if len(told) == 1 else None


def day_of(reading: Reading, settled: Settled) -> date | None:
    """Return the day that a reading holds for: its own, else that of its report; None if neither is fixed.

    No number is known before its day: one for a day to come is what its report knows.
    """
    when = reading.as_of.date if reading.as_of is not None else None
    published = settled.material.by_id[reading.support.span.report].published
    told = published.date.day if published is not None and published.date is not None else None
    if when is not None and when.last is not None:
        return when.last if told is None else min(when.last, told)
    return told


def can_both_hold(first: Reading, second: Reading) -> bool:
    """Whether some number fits both readings; "about" leaves a tenth to either side."""
    low1, high1 = _range(first)
    low2, high2 = _range(second)
    return low1 <= high2 and low2 <= high1


def _differ(first: Reading, second: Reading) -> bool:
    """Whether a later reading is another number: its bound has moved, more than "about" would cover."""
    before, now = bound_of(first), bound_of(second)
    if before is None or now is None:
        return False
    if "about" in (first.hedge, second.hedge) and can_both_hold(first, second):
        return False
    if second.high is None and second.low is not None and now <= before:
        return not can_both_hold(first, second)  # "more than 20" after 23 takes nothing back
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


def _difference(
    figure: Figure, sides: Sequence[Sequence[Reading]], verdict: Verdict, reason: str
) -> Difference:
    made = [
        Side(
            claim=f"{side[0].printed} ({figure.counts})",
            items=tuple(r.id for r in side),
            support=tuple(r.support for r in side),
        )
        for side in sides
    ]
    return make_difference("figure", figure.id, verdict, reason, made)
