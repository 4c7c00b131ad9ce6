"""Words in marks that were put in no one statement in, where they are one utterance told otherwise out.

"A joke at the cost of the islands", "a joke at the expense of the islands": nearly all words of one stand in
the other, in one order, told within a few days. Whoever each report names for them, nobody else said so.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from typing import Final

from onrecord.links.groups import components
from onrecord.links.statements import Rendering, StatementGroup, days_agree
from onrecord.links.words import content_words, held_in, words_of
from onrecord.model.record import Difference
from onrecord.record.claims import stems_of
from onrecord.record.composing import composing_words
from onrecord.record.difference_negations import surnames
from onrecord.record.difference_quoted import Pair, line_of, pair_of, parts_of
from onrecord.record.settled import Settled
from onrecord.record.wordings import Change, Wording, reworded, turned_round

SHORTEST: Final = 6  # words in marks that are known again in another wording
IN_ORDER: Final = 0.7  # of the shorter one's words, that the other has in its order
LONGER: Final = 1.5  # times that the other may be as long
LONGEST: Final = 2  # and where it has all words of the shorter one in one order
MEANT: Final = 2  # words of meaning that both have
ALIKE: Final = 0.6  # of the shorter one's
DAYS: Final = 7  # between the two reports
LATER: Final = 45  # and where so many words are shared that only one utterance has them
SURELY: Final = 8  # words in one order that only one utterance has, whoever is named for it
STOP: Final = re.compile(r"[.!?]")
COMMON: Final = 40  # stretches that share a word, above which the word tells nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence in marks: the utterance it was put in, the statement, its rendering and its report's day."""

    utterance: int
    group: StatementGroup
    rendering: Rendering
    words: Wording
    day: date | None


def differences_of_marked(
    utterances: Sequence[Sequence[StatementGroup]], settled: Settled
) -> Iterator[Difference]:
    """Yield a difference for each set of sentences in marks that are one utterance told otherwise."""
    marked = [
        Marked(utterance=number, group=group, rendering=r, words=words, day=r.published)
        for number, groups in enumerate(utterances)
        for group in groups
        for r in group.renderings
        for _, part in parts_of(r.report, [r], settled)
        if part.direct
        for words in _sentences(part, settled.material.by_id[r.report].text)
        if len(words.words) >= SHORTEST
    ]
    found = {pair: places for pair in _candidates(marked) if (places := _apart(marked, pair, settled))}
    nodes = sorted({place for pair in found for place in pair})
    for tied in sorted(components(nodes, list(found)), key=min):
        words = {each for pair, pieces in found.items() if pair[0] in tied for each in pieces}
        yield from line_of(marked[min(tied)].group, words, settled)


def _sentences(part: Wording, text: str) -> Iterator[Wording]:
    """Yield the sentences of words in marks."""
    ends = [
        number
        for number, (place, after) in enumerate(pairwise(part.places), start=1)
        if STOP.search(text, place.end, after.start)
    ]
    for start, end in pairwise([0, *ends, len(part.words)]):
        yield Wording(words=part.words[start:end], places=part.places[start:end], direct=True)


def _candidates(marked: Sequence[Marked]) -> list[tuple[int, int]]:
    """Return the pairs of stretches of two reports and two utterances that share words of meaning."""
    having: Mapping[str, list[int]] = defaultdict(list)
    for place, each in enumerate(marked):
        for word in content_words(each.words.words):
            having[word].append(place)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for places in having.values():
        for pair in combinations(places, 2) if len(places) <= COMMON else ():
            shared[pair] += 1
    return sorted(
        (a, b)
        for (a, b), count in shared.items()
        if count >= MEANT
        and marked[a].rendering.report != marked[b].rendering.report
        and marked[a].utterance != marked[b].utterance
    )


def _is_of_sense(change: Change, texts: Sequence[str]) -> bool:
    """Whether two wordings are no matter of style: "harbour" and "the harbour", "one" and "1" are."""
    if change.first is None or change.second is None:
        return False
    told = [words_of(span.of(text)) for span, text in zip((change.first, change.second), texts, strict=True)]
    apart = set(told[0]) ^ set(told[1])
    return not apart <= composing_words("marked.small") and not any(word.isdigit() for word in apart)


def _apart(marked: Sequence[Marked], pair: tuple[int, int], settled: Settled) -> list[Pair]:
    """Return the words of two stretches that give one utterance otherwise; none where they aren't one."""
    first, other = marked[pair[0]], marked[pair[1]]
    if not _may_be_one(first, other, settled):
        return []
    changes = reworded(first.words, other.words)
    changes = changes or tuple(filter(None, [turned_round(first.words, other.words)]))
    reports = first.rendering.report, other.rendering.report
    texts = [settled.material.by_id[report].text for report in reports]
    changes = tuple(change for change in changes if _is_of_sense(change, texts))
    return [each for change in changes if (each := pair_of(*reports, change)) is not None]


def _may_be_one(first: Marked, other: Marked, settled: Settled) -> bool:
    """Whether two sentences are one utterance: of one time, by no two people, and nearly the same words."""
    if not days_agree(first.rendering.said, other.rendering.said):
        return False
    ours, theirs = first.words.words, other.words.words
    sizes = sorted((len(ours), len(theirs)))
    meant = content_words(ours), content_words(theirs)
    blocks = SequenceMatcher(a=ours, b=theirs, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    longest = sizes[0] * (LONGEST if shared == sizes[0] else LONGER)
    if sizes[1] > longest or held_in(*meant) < ALIKE:
        return False
    speakers = set(first.rendering.speakers), set(other.rendering.speakers)
    two = bool(speakers[0] and speakers[1]) and speakers[0].isdisjoint(speakers[1])
    two = two and not (_passes_on(first, other, settled) or _passes_on(other, first, settled))
    named = not (first.rendering.unnamed or other.rendering.unnamed)
    apart = abs((first.day - other.day).days) if first.day is not None and other.day is not None else 0
    if apart > (LATER if shared >= SURELY else DAYS):
        return False
    return shared >= IN_ORDER * sizes[0] and (shared >= SURELY or not (two and named))


def _passes_on(one: Marked, other: Marked, settled: Settled) -> bool:
    """Whether who says one names the other's speaker in it: "Greel called it a joke, his party said"."""
    text = settled.material.by_id[one.rendering.report].text
    said = (stems_of(span.of(text)) for q in one.rendering.quotations for span in q.content)
    return not surnames(other.rendering.speakers, settled).isdisjoint(frozenset().union(*said))
