"""Words that are given otherwise in, the sides of a difference out: what each report has, with its place."""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.links.statements import Rendering, StatementGroup
from onrecord.model.record import Difference, Side, Support
from onrecord.model.span import Span
from onrecord.record.difference import make_difference
from onrecord.record.settled import Settled
from onrecord.record.wordings import Change, Wording, quoted_parts, wording_of

FINDER = "wordings/3"

Place = tuple[str, Span]
"""Words of a report."""


def line_of(group: StatementGroup, found: Iterable[Place], settled: Settled) -> Iterator[Difference]:
    """Yield the difference with a side for each place, if they are of two reports."""
    every = set(found)
    places = [place for place in sorted(every) if not any(_holds(place, other) for other in every)]
    if len({report for report, _ in places}) < 2:
        return
    sides = [_side(group, report, span, settled) for report, span in places]
    words = " / ".join(dict.fromkeys(repr(side.claim) for side in sides))
    yield make_difference("wording", group.renderings[0].id, "wording", words, sides)


def _holds(place: Place, other: Place) -> bool:
    """Whether a place holds a smaller one, which tells the same more closely."""
    return place != other and place[0] == other[0] and place[1].holds(other[1])


def places_of(one: str, other: str, change: Change) -> dict[Place, None]:
    """Return the places of a change, of two reports; none where one of them has no words there."""
    if change.first is None or change.second is None:
        return {}
    return {(one, change.first): None, (other, change.second): None}


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
                        yield report_id, wording_of(text, [part], direct=True)


def _side(group: StatementGroup, report: str, span: Span, settled: Settled) -> Side:
    support: Support = settled.wording(report, span, finder=FINDER, confidence=0.9)
    return Side(
        claim=" ".join(support.span.text.split()), items=(group.renderings[0].id,), support=(support,)
    )
