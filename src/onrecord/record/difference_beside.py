"""Figures in, two counts of one thing that a report sets beside each other, and that can't both hold, out.

"Soon a thousand people were humming. Police put the crowd at 600." Each is a figure of its own, since nothing
but their standing together tells that they count one thing. So it is with "86 boxes had been taken", and the
porter of the same report who "counted at least a hundred boxes".
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.links.counting import tables
from onrecord.model.annotation import FigureReading
from onrecord.model.record import Difference, Figure, Reading, Side
from onrecord.record.claims import stems_of
from onrecord.record.composing import composing_pattern, composing_words
from onrecord.record.difference import make_difference
from onrecord.record.difference_figures import can_both_hold
from onrecord.record.difference_reach import bound_of, is_of_the_rest
from onrecord.record.settled import Settled

REACH = 400  # code points between a count and what "the crowd" is put at
FAR = 1200  # and between two counts of one noun
TIMES = 20  # so far apart two who count one crowd are not
SURE = 0.75  # confidence from which a reading can be a side
BESIDE = "two counts told side by side"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """A reading with its figure and what its report says."""

    figure: Figure
    reading: Reading
    raw: FigureReading
    text: str

    @property
    def before(self) -> str:
        """The words of its clause before the number."""
        return self.text[self.raw.clause.start : self.raw.span.start]

    @property
    def of_people(self) -> bool:
        """Whether it counts people, and says nothing of what befell them."""
        return self.raw.unit == "people" and self.raw.head not in tables().states


def differences_beside(
    figures: Sequence[Figure], told: Sequence[Difference], settled: Settled
) -> Iterator[Difference]:
    """Yield the conflicts between two counts that one report sets beside each other.

    Args:
        figures: The record's figures.
        told: The differences of figures that are told already.
        settled: The settled links.
    """
    known = {frozenset(side.items) for difference in told for side in difference.sides}
    parted = {item for items in known for item in items}
    for counts in _by_report(figures, settled):
        for place, count in enumerate(counts):
            other = _counted_before(count, counts[:place])
            if other is not None and not {count.reading.id, other.reading.id} <= parted:
                sides = [_side(other), _side(count)]
                yield make_difference("figure", other.figure.id, "conflict", BESIDE, sides)


def _by_report(figures: Sequence[Figure], settled: Settled) -> Iterator[list[_Count]]:
    """Yield the counts of each report, in order of place."""
    raw = {r.id: r for found in settled.material.found.values() for r in found.figures}
    counts: dict[str, list[_Count]] = defaultdict(list)
    for figure in figures:
        for reading in figure.readings:
            where = reading.support.span.report
            if reading.support.confidence >= SURE and reading.id in raw:
                text = settled.material.by_id[where].text
                counts[where].append(_Count(figure=figure, reading=reading, raw=raw[reading.id], text=text))
    for report in settled.material.reports:
        yield sorted(counts[report.id], key=lambda count: count.raw.span)


def _counted_before(count: _Count, before: Sequence[_Count]) -> _Count | None:
    """Return the count that another giver's is set beside; None if there is none."""
    if is_of_the_rest(count.reading):
        return None
    if composing_pattern("beside.crowd").search(count.before) is not None:
        people = [c for c in before if c.of_people and _apart(c, count) <= REACH]
        return people[-1] if people and _part(people[-1], count) else None
    put = composing_pattern("beside.number_of").search(count.before)
    if put is not None:
        what = stems_of(put["what"]) - composing_words("beside.people")
        same = [c for c in before if what and what <= stems_of(_clause(c)) and _apart(c, count) <= REACH]
        return same[-1] if same and _part(same[-1], count) else None
    if composing_pattern("beside.counted").search(count.before) is None:
        return None
    same = [c for c in before if c.raw.head == count.raw.head and _apart(c, count) <= FAR]
    return same[-1] if same and _part(same[-1], count) else None


def _apart(first: _Count, second: _Count) -> int:
    """Return how many code points lie between two counts."""
    return second.raw.span.start - first.raw.span.end


def _clause(count: _Count) -> str:
    return count.raw.clause.of(count.text)


def _part(first: _Count, second: _Count) -> bool:
    """Whether two counts of two figures, by two givers, can't both hold, nor are of quite another size."""
    if first.figure.id == second.figure.id or can_both_hold(first.reading, second.reading):
        return False
    givers = set(first.reading.support.given_by), set(second.reading.support.given_by)
    if (
        not (givers[0] or givers[1])
        or not givers[0].isdisjoint(givers[1])
        or first.raw.part_of is not None
        or is_of_the_rest(first.reading)
    ):
        return False
    sizes = sorted((bound_of(first.reading) or 0.0, bound_of(second.reading) or 0.0))
    return sizes[0] > 0 and sizes[1] <= TIMES * sizes[0]


def _side(count: _Count) -> Side:
    reading = count.reading
    return Side(
        claim=f"{reading.printed} ({count.figure.counts})", items=(reading.id,), support=(reading.support,)
    )
