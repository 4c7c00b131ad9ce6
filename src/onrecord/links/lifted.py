"""Reports of a storyline in, the paragraphs that one took whole from another out.

A paragraph is lifted when nearly all of its words stand in an earlier report by another outlet, four or more
in a row, and enough of them outside quotation marks: two reporters hear the same words, but don't wrap them
in the same sentence.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from typing import Final

from onrecord.links.copies import RUN
from onrecord.links.forms import Numbers, differing, numbers_of, plain_words
from onrecord.links.words import placed_words
from onrecord.model.report import NEWS, Report
from onrecord.model.span import Span

LEAST_WORDS: Final = 18  # of a paragraph, in all ...
LEAST_OWN: Final = 10  # ... and outside quotation marks
HELD: Final = 0.9  # of the paragraph, and of its words outside quotation marks
Run = tuple[str, ...]

_QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """A paragraph of one report that stands in an earlier one, with the share of its words that do."""

    report: str
    words: Span
    source: str
    place: Span
    share: float


def find_lifted(reports: Sequence[Report], family: Mapping[str, str]) -> tuple[Lifted, ...]:
    """Return the paragraphs that reports took from earlier ones, in order of report and place.

    Args:
        reports: In the order in which they came out; of those of one day, the likelier source first.
        family: Whose words a report is, as a whole: within one family nothing is lifted.
    """
    earlier = _Earlier()
    lifted: list[Lifted] = []
    for page in map(_page, reports):
        mine = family[page.report.id]
        for paragraph in page.paragraphs:
            if paragraph[1].is_long:
                sources = (each for each in earlier.likest(paragraph[1]) if family[each[0].report.id] != mine)
                found = (_taken(page.report, paragraph, *source) for source in sources)
                lifted += islice((one for one in found if one is not None), 1)
        earlier.add(page)
    return tuple(lifted)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """A paragraph's words, worked out once: it is held against many reports.

    Attributes:
        words: in small letters, small numbers in figures.
        own: of each word, whether it stands outside quotation marks.
        in_order: the runs of words, that of each word but the last ones.
    """

    words: tuple[str, ...]
    own: tuple[bool, ...]
    in_order: tuple[Run, ...]
    runs: frozenset[Run]

    @property
    def is_long(self) -> bool:
        """Whether it has words enough to tell that it was taken."""
        return len(self.words) >= LEAST_WORDS and sum(self.own) >= LEAST_OWN


Paragraph = tuple[Span, _Wording]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A report with its paragraphs, by place, and the runs of words in any of them."""

    report: Report
    paragraphs: tuple[Paragraph, ...]
    runs: frozenset[Run]


class _Earlier:
    """The pages that came out before, by the runs of words that their paragraphs hold."""

    def __init__(self) -> None:
        self._pages: list[_Page] = []
        self._paragraphs: list[tuple[int, Paragraph]] = []
        self._holding: dict[Run, list[int]] = defaultdict(list)

    def add(self, page: _Page) -> None:
        """Add a page."""
        for paragraph in page.paragraphs:
            for run in paragraph[1].runs:
                self._holding[run].append(len(self._paragraphs))
            self._paragraphs.append((len(self._pages), paragraph))
        self._pages.append(page)

    def likest(self, wording: _Wording) -> Iterator[tuple[_Page, Paragraph]]:
        """Yield the pages that share runs with a wording, each with the first paragraph that has most."""
        shared = Counter(chain.from_iterable(self._holding.get(run, ()) for run in wording.runs))
        best: dict[int, tuple[int, Paragraph]] = {}
        for number in sorted(shared):
            page, paragraph = self._paragraphs[number]
            if page not in best or shared[number] > best[page][0]:
                best[page] = (shared[number], paragraph)
        yield from ((self._pages[page], paragraph) for page, (_, paragraph) in best.items())


def _page(report: Report) -> _Page:
    spans = sorted(block.span for block in report.blocks if block.kind in NEWS and block.kind != "headline")
    paragraphs = tuple((span, _wording(span.of(report.text))) for span in spans)
    runs = frozenset().union(*(wording.runs for _, wording in paragraphs))
    return _Page(report=report, paragraphs=paragraphs, runs=runs)


@lru_cache(maxsize=2048)  # a paragraph stands in each copy, and is read again for each moment
def _wording(text: str) -> _Wording:
    printed, places = placed_words(text, 0, len(text))
    words = plain_words(printed)
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    in_order = tuple(tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1))
    return _Wording(
        words=tuple(words),
        own=tuple(not any(start <= word.start < end for start, end in quoted) for word in places),
        in_order=in_order,
        runs=frozenset(in_order),
    )


@lru_cache(maxsize=2048)  # few paragraphs stand in another report, and those in several
def _numbers(words: tuple[str, ...]) -> Numbers:
    """Return the numbers of a paragraph by the words around them."""
    return numbers_of(words)


def _taken(report: Report, paragraph: Paragraph, source: _Page, likest: Paragraph) -> Lifted | None:
    """Return a paragraph as lifted from one report, if it is, given what is likest to it there."""
    span, wording = paragraph
    place, there = likest
    if differing(_numbers(wording.words), _numbers(there.words)):  # there it holds other numbers
        return None
    share = _held(wording, source.runs)
    if share is None:
        return None
    return Lifted(
        report=report.id,
        words=span,
        source=source.report.id,
        place=place,
        share=round(share, 3),
    )


def _held(paragraph: _Wording, runs: frozenset[Run]) -> float | None:
    """Return the share of a paragraph's words that stand in some runs; None if they are too few."""
    common, words = paragraph.runs & runs, len(paragraph.words)
    if len(common) == len(paragraph.runs):
        return 1.0
    all_differ = len(paragraph.runs) == len(paragraph.in_order)
    if all_differ and len(common) * RUN < HELD * words:  # so few runs can't hold enough words
        return None
    held = [False] * words
    for start, run in enumerate(paragraph.in_order):
        if run in common:
            held[start : start + RUN] = [True] * RUN
    own = [is_held for is_held, is_own in zip(held, paragraph.own, strict=True) if is_own]
    return sum(held) / words if sum(held) >= HELD * words and sum(own) >= HELD * len(own) else None
