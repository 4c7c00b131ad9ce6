"""Renderings of one statement in, where its words are given otherwise out: one line for a statement."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.links.groups import components
from onrecord.links.statements import Rendering, StatementGroup, days_agree
from onrecord.links.words import content_words, longest_run, words_of
from onrecord.model.record import Difference
from onrecord.record.composing import composing_pattern
from onrecord.record.difference_marked import differences_of_marked
from onrecord.record.difference_quoted import Place, line_of, parts_of, places_of
from onrecord.record.settled import Settled
from onrecord.record.wordings import reworded, turned_round

RUN = 5  # words in a row that two renderings of one utterance share


def differences_of_wording(settled: Settled) -> Iterator[Difference]:
    """Yield one difference for each statement of which two reports give some words otherwise.

    At least one of the two gives them in quotation marks, and the words round them are the same.
    """
    utterances = _utterances(settled.statements)
    for groups in utterances:
        yield from _difference(groups[0], [r for group in groups for r in group.renderings], settled)
    yield from differences_of_marked(utterances, settled)


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


def _tells(place: Place, settled: Settled) -> bool:
    """Whether words carry meaning: where one side alone does, a retelling has left out, not changed."""
    report, span = place
    words = span.of(settled.material.by_id[report].text)
    return (
        bool(content_words(words_of(words))) or composing_pattern("negations.not").search(words) is not None
    )


def _difference(
    group: StatementGroup, renderings: Sequence[Rendering], settled: Settled
) -> Iterator[Difference]:
    by_report: dict[str, list[Rendering]] = {}
    for rendering in renderings:
        by_report.setdefault(rendering.report, []).append(rendering)
    parts = [part for report, rs in by_report.items() for part in parts_of(report, rs, settled)]
    found: dict[Place, None] = {}
    for (one, first), (other, second) in combinations(parts, 2):
        if one != other and (first.direct or second.direct):
            changes = reworded(first, second) or tuple(filter(None, [turned_round(first, second)]))
            for change in changes:
                places = places_of(one, other, change)
                if (first.direct and second.direct) or len({_tells(place, settled) for place in places}) < 2:
                    found.update(places)
    yield from line_of(group, found, settled)
