"""Differences of figures in, the same with clauses that several of them rest on parted between them out.

"About 900 had fled and 12 were missing" bears out two lines: that of those who fled rests on the first part,
that of the missing on the second.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.model.record import Difference, Support
from onrecord.model.span import Span
from onrecord.record.composing import composing_pattern
from onrecord.record.settled import Settled


def each_its_own(differences: Sequence[Difference], settled: Settled) -> list[Difference]:
    """Return differences of figures of which no two of one verdict, about two figures, rest on one clause."""
    users: dict[_Place, set[str]] = defaultdict(set)
    numbers: dict[_Place, dict[str, Span]] = defaultdict(dict)
    printed = {r.id: r.span for f in settled.material.found.values() for r in f.figures}
    for difference in differences:
        for item, support in _pairs(difference):
            place = difference.verdict, support.span.report, support.span.start
            users[place].add(difference.about)
            numbers[place][item] = printed[item]
    shared = {place: numbers[place] for place, about in users.items() if len(about) > 1}
    return [_parted(difference, shared, settled) if shared else difference for difference in differences]


_Place = tuple[str, str, int]


def _pairs(difference: Difference) -> Iterator[tuple[str, Support]]:
    """Yield the readings that a difference is between, with what supports each."""
    for side in difference.sides:
        yield from zip(side.items, side.support, strict=True)


def _parted(
    difference: Difference, shared: Mapping[_Place, Mapping[str, Span]], settled: Settled
) -> Difference:
    own = {item for side in difference.sides for item in side.items}

    def closer(item: str, support: Support) -> Support:
        numbers = shared.get((difference.verdict, support.span.report, support.span.start), {})
        others = [span for other, span in numbers.items() if other not in own]
        return _closer(support, numbers[item], others, settled) if others else support

    sides = (
        replace(side, support=tuple(closer(*pair) for pair in zip(side.items, side.support, strict=True)))
        for side in difference.sides
    )
    return replace(difference, sides=tuple(sides))


def _closer(support: Support, here: Span, others: Iterable[Span], settled: Settled) -> Support:
    """Return a support without the words in which its clause gives other numbers."""
    report = settled.material.by_id[support.span.report]
    start, end = support.span.start, support.span.end
    breaks = composing_pattern("clauses.break").finditer
    for other in others:
        if start <= other.start and other.end <= here.start:
            start = max((m.end() for m in breaks(report.text, other.end, here.start)), default=start)
        elif here.end <= other.start and other.end <= end:
            end = max((m.start() for m in breaks(report.text, here.end, other.start)), default=end)
    return replace(support, span=report.passage(Span(start, end)))
