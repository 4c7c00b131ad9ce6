"""Words that are given otherwise in, the sides of a difference out: what each report has, with its place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from onrecord.links.groups import components
from onrecord.links.statements import Rendering, StatementGroup
from onrecord.model.record import Difference, Side
from onrecord.model.span import Span
from onrecord.record.difference import make_difference
from onrecord.record.settled import Settled
from onrecord.record.wordings import Change, Wording, quoted_parts, wording_of

FINDER: Final = "wordings/4"

BETWEEN: Final = " … "  # the pieces of one wording

Place = tuple[str, Span]
"""Words of a report."""
Pair = tuple[Place, Place]
"""Words of two reports that stand against each other."""


def line_of(group: StatementGroup, found: Iterable[Pair], settled: Settled) -> Iterator[Difference]:
    """Yield the difference with a side for each wording, if they are of two reports.

    What stands against what is told by the order: the pieces of a side stand in that of their places, and the
    reason names the pieces that give one place otherwise, place by place.
    """
    places = _Places(settled)
    pairs = _closest(sorted(set(found)))
    tied = components(sorted({place for pair in pairs for place in pair}), pairs)
    ordered = sorted((sorted(one, key=places.order) for one in tied), key=lambda one: places.order(one[0]))
    by_report: dict[str, list[Place]] = {}
    for place in (place for one in ordered for place in one):
        by_report.setdefault(place[0], []).append(place)
    wordings: dict[tuple[str, ...], list[Place]] = {}
    for each in sorted(by_report.values(), key=lambda each: places.order(each[0])):
        wordings.setdefault(tuple(places.words(place) for place in each), []).extend(each)
    if len(wordings) < 2:
        return
    sides = [_side(group, words, each, settled) for words, each in wordings.items()]
    reason = "; ".join(" / ".join(dict.fromkeys(repr(places.words(p)) for p in one)) for one in ordered)
    yield make_difference("wording", group.renderings[0].id, "wording", reason, sides)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where words stand: in which order they were told, and what they are."""

    settled: Settled

    def order(self, place: Place) -> tuple[date, str, int]:
        """Return what places are ordered by."""
        return self.settled.material.order(place[0], place[1].start)

    def words(self, place: Place) -> str:
        """Return the words of a place on one line."""
        return " ".join(place[1].of(self.settled.material.by_id[place[0]].text).split())


def _closest(pairs: Sequence[Pair]) -> list[Pair]:
    """Return pairs of places, each place by the smallest that it holds, which tells the same more closely."""
    every = sorted({place for pair in pairs for place in pair}, key=lambda place: (len(place[1]), place))
    close = {place: next((o for o in every if _holds(place, o)), place) for place in every}
    return list(dict.fromkeys((close[one], close[other]) for one, other in pairs))


def _holds(place: Place, other: Place) -> bool:
    """Whether a place holds a smaller one."""
    return place != other and place[0] == other[0] and place[1].holds(other[1])


def pair_of(one: str, other: str, change: Change) -> Pair | None:
    """Return the places of a change, of two reports; None where one of them has no words there."""
    if change.first is None or change.second is None:
        return None
    return (one, change.first), (other, change.second)


def parts_of(
    report_id: str, renderings: Sequence[Rendering], settled: Settled
) -> Iterator[tuple[str, Wording]]:
    """Yield each stretch of words of a report that is quoted, and each clause that only tells them."""
    text = settled.material.by_id[report_id].text
    for rendering in renderings:
        for quotation in rendering.quotations:
            for span in quotation.content:
                yield report_id, wording_of(text, [span], direct=quotation.kind == "direct")
                if quotation.kind == "mixed":
                    for part in quoted_parts(text, span):
                        yield report_id, replace(wording_of(text, [part], direct=True), inside=True)


def _side(group: StatementGroup, words: Sequence[str], places: Sequence[Place], settled: Settled) -> Side:
    supports = (settled.wording(report, span, finder=FINDER, confidence=0.9) for report, span in places)
    return Side(
        claim=BETWEEN.join(words), items=(group.renderings[0].id,), support=tuple(dict.fromkeys(supports))
    )
