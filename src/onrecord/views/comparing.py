"""Two reports in, what is the same in both, worded otherwise, or only in one, side by side out.

Sentences are told by their marks and matched by the words that they share, wherever they stand: two desks
that carry one copy often change its order. Furniture is left out.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from onrecord.model.report import NEWS, Report
from onrecord.model.span import Span
from onrecord.record.store import Store
from onrecord.views.belonging import whole_id
from onrecord.views.days import Day, day_of
from onrecord.views.evidence import SENTENCE_END
from onrecord.views.harmless import harmless, one_line
from onrecord.views.wordings import compared_words

ALIKE: Final = 0.5
"""Share of the words of two sentences, counted over both, from which one is the other in other words."""

MOST: Final = 400
"""Sentences of a report that are compared; news has fewer than 100."""

_WORD: Final = re.compile(r"\w+(?:[.,’'-]\w+)*")
_PIECE: Final = re.compile(r"\w+(?:[.,’'-]\w+)*|\s+|[^\w\s]")

Relation = Literal["same", "otherwise", "first", "second"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Some words of a sentence; `differs` where the other report has others."""

    words: str
    differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with its place, in runs."""

    start: int
    end: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What stands beside what; None where the other report has nothing like it."""

    relation: Relation
    first: Sentence | None
    second: Sentence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two reports."""

    id: str
    outlet: str
    headline: str
    day: Day
    revision: int
    read: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two reports side by side, in the first one's order; `left_out` are sentences past the most compared."""

    first: Side
    second: Side
    rows: tuple[Row, ...]
    left_out: int = 0

    def count(self, relation: Relation) -> int:
        """Return how many sentences are so."""
        return sum(row.relation == relation for row in self.rows)


def compare(store: Store, first: str, second: str) -> Compared:
    """Return two reports side by side, by their ids or the beginnings of these.

    Raises:
        NotOnRecordError: There is no such report.
        AmbiguousIdError: Several ids begin so.
    """
    with store.view() as view:
        reports = [view.report(whole_id(view, each) or each) for each in (first, second)]
    return compared(*reports)


def compared(first: Report, second: Report) -> Compared:
    """Return two reports side by side."""
    left, right = list(_sentences(first)), list(_sentences(second))
    cut = max(0, len(left) - MOST) + max(0, len(right) - MOST)
    left, right = left[:MOST], right[:MOST]
    pairs = _matched([s.of(first.text) for s in left], [s.of(second.text) for s in right])
    rows = []
    at = 0
    for place, span in enumerate(left):
        mate = pairs.get(place)
        if mate is None:
            rows.append(Row(relation="first", first=_whole(span, first), second=None))
            continue
        rows += _alone(right, at, mate, second, pairs)
        at = max(at, mate + 1)
        rows.append(_beside(span, right[mate], first, second))
    rows += _alone(right, at, len(right), second, pairs)
    return Compared(first=_side(first), second=_side(second), rows=tuple(rows), left_out=cut)


def _side(report: Report) -> Side:
    return Side(
        id=report.id,
        outlet=one_line(report.outlet or report.address),
        headline=one_line(report.headline or report.address),
        day=day_of(report.updated or report.published),
        revision=report.revision,
        read=report.read,
    )


def _sentences(report: Report) -> Iterator[Span]:
    for block in report.blocks:
        if block.kind not in NEWS:
            continue
        start = block.start
        ends = [m.end() for m in SENTENCE_END.finditer(report.text, block.start, block.end)]
        for end in (*ends, block.end):
            span = _trimmed(report.text, start, end)
            start = end
            if span is not None:
                yield span


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _matched(left: Sequence[str], right: Sequence[str]) -> dict[int, int]:
    """Return the number of each left sentence's mate: the most alike first, each sentence once."""
    bags = [Counter(w.casefold() for w in _WORD.findall(text)) for text in right]
    holding: dict[str, list[int]] = {}
    for number, bag in enumerate(bags):
        for word in bag:
            holding.setdefault(word, []).append(number)
    scored = []
    for number, text in enumerate(left):
        bag = Counter(w.casefold() for w in _WORD.findall(text))
        shared: Counter[int] = Counter()
        for word, times in bag.items():
            for mate in holding.get(word, ()):
                shared[mate] += min(times, bags[mate][word])
        for mate, both in shared.items():
            share = 2 * both / (bag.total() + bags[mate].total())
            if share >= ALIKE:
                scored.append((-share, abs(number - mate), number, mate))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, number, mate in sorted(scored):
        if number not in pairs and mate not in taken:
            pairs[number] = mate
            taken.add(mate)
    return pairs


def _alone(
    right: Sequence[Span], start: int, end: int, second: Report, pairs: dict[int, int]
) -> Iterable[Row]:
    """Yield what only the second report has, between two of its sentences."""
    mates = set(pairs.values())
    for number in range(start, end):
        if number not in mates:
            yield Row(relation="second", first=None, second=_whole(right[number], second))


def _beside(left: Span, right: Span, first: Report, second: Report) -> Row:
    texts = left.of(first.text), right.of(second.text)
    if compared_words(texts[0]) == compared_words(texts[1]):
        return Row(relation="same", first=_whole(left, first), second=_whole(right, second))
    pieces = [_PIECE.findall(text) for text in texts]
    blocks = SequenceMatcher(a=pieces[0], b=pieces[1], autojunk=False).get_opcodes()
    runs = [_runs(pieces[0], ((t, a, b) for t, a, b, _, _ in blocks))]
    runs.append(_runs(pieces[1], ((t, a, b) for t, _, _, a, b in blocks)))
    return Row(
        relation="otherwise",
        first=Sentence(start=left.start, end=left.end, runs=runs[0]),
        second=Sentence(start=right.start, end=right.end, runs=runs[1]),
    )


def _runs(pieces: Sequence[str], steps: Iterable[tuple[str, int, int]]) -> tuple[Run, ...]:
    return tuple(
        Run(words=_flat("".join(pieces[start:end])), differs=tag != "equal")
        for tag, start, end in steps
        if end > start
    )


def _whole(span: Span, report: Report) -> Sentence:
    return Sentence(start=span.start, end=span.end, runs=(Run(words=one_line(span.of(report.text))),))


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", harmless(text))
