"""Renderings of one statement in, where its words are given otherwise out: one line for a statement."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.links.groups import components
from onrecord.links.occasions import Words
from onrecord.links.statements import Rendering, StatementGroup, days_agree
from onrecord.links.words import content_words, held_in, longest_run, words_of
from onrecord.model.record import Difference
from onrecord.record.composing import composing_pattern
from onrecord.record.difference_marked import differences_of_marked
from onrecord.record.difference_quoted import Pair, Place, line_of, pair_of, parts_of
from onrecord.record.difference_retold import may_retell, names_of, retold
from onrecord.record.settled import Settled
from onrecord.record.wordings import Change, Wording, reworded, turned_round

RUN = 5  # words in a row that two renderings of one utterance share
SHARE = 0.6  # of the words of meaning of the shorter one, that go with it
MEANT = 2  # of them at least
MANY = 60  # sentences of one quotation that are looked at
LONG_RUN = 8  # words in a row that need nothing else


def differences_of_wording(settled: Settled) -> Iterator[Difference]:
    """Yield one difference for each statement of which two reports give some words otherwise.

    At least one of the two gives them in quotation marks, and the words round them are the same.
    """
    utterances = _utterances(settled.statements, settled)
    for groups in utterances:
        yield from _difference(groups[0], [r for group in groups for r in group.renderings], settled)
    yield from differences_of_marked(utterances, settled)


def _utterances(statements: Sequence[StatementGroup], settled: Settled) -> list[list[StatementGroup]]:
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
        if _one(statements[first], statements[second], settled)
    ]
    found = components(range(len(statements)), links)
    return [[statements[place] for place in sorted(group)] for group in sorted(found, key=min)]


def _one(first: StatementGroup, second: StatementGroup, settled: Settled) -> bool:
    """Whether two statements are one utterance: by a run of words, or one retells what is quoted."""
    if any(_runs(a, b) for a in first.renderings for b in second.renderings):
        return True
    return _tells_alone(first, second, settled) or _tells_alone(second, first, settled)


def _tells_alone(told: StatementGroup, other: StatementGroup, settled: Settled) -> bool:
    """Whether a statement that one report alone has, and never quotes whole, retells what another quotes."""
    rendering = told.renderings[0]
    if len({r.report for r in told.renderings}) > 1 or any(
        q.kind == "direct" for r in told.renderings for q in r.quotations
    ):
        return False
    parts = list(parts_of(rendering.report, told.renderings, settled))
    return any(
        _retold(part, quoted, settled)
        for r in other.renderings
        if not rendering.meaning.isdisjoint(r.meaning) and may_retell(rendering, r)
        for quoted in parts_of(r.report, [r], settled)
        for part in parts
    )


def _runs(first: Rendering, second: Rendering) -> bool:
    return (
        first.report != second.report
        and days_agree(first.said, second.said)
        and (run := longest_run(first.words, second.words)) >= RUN
        and (run >= LONG_RUN or any(_share_meaning(a, b) for a in first.pieces for b in second.pieces))
    )


def _share_meaning(first: Words, second: Words) -> bool:
    """Whether two quotations share a run of words, and not by chance: most of what some sentence means."""
    if longest_run(first.words, second.words) < RUN:
        return False
    ours, theirs = (
        [each.meaning, *(content_words(sentence.words) for sentence in each.stretches[:MANY])]
        for each in (first, second)
    )
    return any(len(a & b) >= MEANT and held_in(a, b) >= SHARE for a in ours for b in theirs)


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
    found: list[Pair] = []
    for (one, first), (other, second) in combinations(parts, 2):
        if one != other and (first.direct or second.direct):
            changes = reworded(first, second) or tuple(filter(None, [turned_round(first, second)]))
            for change in changes or _retold((one, first), (other, second), settled):
                pair = pair_of(one, other, change)
                if pair is None:
                    continue
                if (first.direct and second.direct) or len({_tells(place, settled) for place in pair}) < 2:
                    found.append(pair)
    yield from line_of(group, found, settled)


def _retold(one: tuple[str, Wording], other: tuple[str, Wording], settled: Settled) -> tuple[Change, ...]:
    """Return what one of two reports quotes and the other tells in other words."""
    texts = settled.material.by_id[one[0]].text, settled.material.by_id[other[0]].text
    change = retold(one[1], other[1], texts, names_of(one[0], settled) | names_of(other[0], settled))
    return () if change is None else (change,)
