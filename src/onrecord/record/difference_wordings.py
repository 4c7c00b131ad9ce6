"""Renderings of one statement in, where its words are given otherwise out: one line for a statement."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.links.groups import components
from onrecord.links.statements import Rendering, StatementGroup, days_agree
from onrecord.links.words import longest_run
from onrecord.model.record import Difference, Side, Support
from onrecord.model.span import Span
from onrecord.record.difference import make_difference
from onrecord.record.settled import Settled
from onrecord.record.wordings import Change, Wording, quoted_parts, reworded, turned_round, wording_of

FINDER = "wordings/3"
RUN = 5  # words in a row that two renderings of one utterance share


def differences_of_wording(settled: Settled) -> Iterator[Difference]:
    """Yield one difference for each statement of which two reports give some words otherwise.

    At least one of the two gives them in quotation marks, and the words round them are the same.
    """
    for groups in _utterances(settled.statements):
        yield from _difference(groups[0], [r for group in groups for r in group.renderings], settled)


def _utterances(statements: Sequence[StatementGroup]) -> list[list[StatementGroup]]:
    """Return statements with those that are the same words of one speaker, though they were not put together.

    A long run of words in common, by one speaker, on days that can be one, is one utterance.
    """
    by_speaker: dict[tuple[str, ...], list[int]] = {}
    for place, group in enumerate(statements):
        for speakers in {r.speakers for r in group.renderings if r.speakers}:
            by_speaker.setdefault(speakers, []).append(place)
    links = [
        (first, second)
        for places in by_speaker.values()
        for first, second in combinations(places, 2)
        if any(_one(a, b) for a in statements[first].renderings for b in statements[second].renderings)
    ]
    found = components(range(len(statements)), links)
    return [[statements[place] for place in sorted(group)] for group in sorted(found, key=min)]


def _one(first: Rendering, second: Rendering) -> bool:
    return (
        first.report != second.report
        and days_agree(first.said, second.said)
        and longest_run(first.words, second.words) >= RUN
    )


def _difference(
    group: StatementGroup, renderings: Sequence[Rendering], settled: Settled
) -> Iterator[Difference]:
    by_report: dict[str, list[Rendering]] = {}
    for rendering in renderings:
        by_report.setdefault(rendering.report, []).append(rendering)
    parts = [part for report, rs in by_report.items() for part in _parts(report, rs, settled)]
    found: dict[tuple[str, Span], None] = {}
    for (one, first), (other, second) in combinations(parts, 2):
        if one != other and (first.direct or second.direct):
            changes = reworded(first, second) or tuple(filter(None, [turned_round(first, second)]))
            for change in changes:
                found.update(_places(one, other, change))
    places = [place for place in sorted(found) if not any(_holds(place, other) for other in found)]
    if len({report for report, _ in places}) < 2:
        return
    sides = [_side(group, report, span, settled) for report, span in places]
    words = " / ".join(dict.fromkeys(repr(side.claim) for side in sides))
    yield make_difference("wording", group.renderings[0].id, "wording", words, sides)


def _holds(place: tuple[str, Span], other: tuple[str, Span]) -> bool:
    """Whether a place holds a smaller one, which tells the same more closely."""
    return place != other and place[0] == other[0] and place[1].holds(other[1])


def _places(one: str, other: str, change: Change) -> dict[tuple[str, Span], None]:
    if change.first is None or change.second is None:
        return {}
    return {(one, change.first): None, (other, change.second): None}


def _parts(
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
