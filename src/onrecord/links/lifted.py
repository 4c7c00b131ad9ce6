"""Reports of a storyline in, the paragraphs that one took whole from another out.

A paragraph is lifted when nearly all of its words stand in an earlier report by another outlet, four or more
in a row, and enough of them outside quotation marks: two reporters hear the same words, but don't wrap them
in the same sentence.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.links.copies import RUN
from onrecord.links.forms import filled, plain_words
from onrecord.links.words import places_of_words
from onrecord.model.report import NEWS, Report
from onrecord.model.span import Span

LEAST_WORDS: Final = 18  # of a paragraph, in all ...
LEAST_OWN: Final = 10  # ... and outside quotation marks
HELD: Final = 0.9  # of the paragraph, and of its words outside quotation marks
_QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"")

Runs = frozenset[tuple[str, ...]]


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
    texts = _Texts()
    earlier: list[tuple[Report, Runs]] = []
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    lifted: list[Lifted] = []
    for report in reports:
        for words in _paragraphs(report):
            runs = texts.runs(report, words)
            sharing = sorted({place for run in runs for place in holding.get(run, ())})
            sources = (
                earlier[place] for place in sharing if family[earlier[place][0].id] != family[report.id]
            )
            first = next(
                (one for one in (_taken(report, words, *s, texts) for s in sources) if one is not None),
                None,
            )
            lifted += [] if first is None else [first]
        own = frozenset(run for words in _paragraphs(report) for run in texts.runs(report, words))
        for run in own:
            holding[run].append(len(earlier))
        earlier.append((report, own))
    return tuple(lifted)


def _paragraphs(report: Report) -> Iterator[Span]:
    return (block.span for block in report.blocks if block.kind in NEWS and block.kind != "headline")


class _Texts:
    """The words and runs of paragraphs, each worked out once: a paragraph is held against many reports."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, Span], tuple[list[str], list[Span]]] = {}
        self._runs: dict[tuple[str, Span], Runs] = {}

    def words(self, report: Report, within: Span) -> tuple[list[str], list[Span]]:
        """Return the plain words of a paragraph, and where each stands."""
        key = (report.id, within)
        if key not in self._words:
            places = places_of_words(within.of(report.text), within.start)
            self._words[key] = (plain_words(place.of(report.text) for place in places), places)
        return self._words[key]

    def runs(self, report: Report, within: Span) -> Runs:
        """Return the runs of words of a paragraph."""
        key = (report.id, within)
        if key not in self._runs:
            words, _ = self.words(report, within)
            runs = (tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1))
            self._runs[key] = frozenset(runs)
        return self._runs[key]


def _taken(report: Report, paragraph: Span, source: Report, runs: Runs, texts: _Texts) -> Lifted | None:
    """Return a paragraph as lifted from one report, if it is."""
    words, places = texts.words(report, paragraph)
    if len(words) < LEAST_WORDS:
        return None
    mine = texts.runs(report, paragraph)
    all_differ = len(mine) == len(words) - RUN + 1
    if all_differ and len(mine & runs) * RUN < HELD * len(words):  # so few runs can't hold enough words
        return None
    held = [False] * len(words)
    for start in range(len(words) - RUN + 1):
        if tuple(words[start : start + RUN]) in runs:
            held[start : start + RUN] = [True] * RUN
    quoted = [
        Span(match.start(), match.end())
        for match in _QUOTED.finditer(report.text, paragraph.start, paragraph.end)
    ]
    own = [
        is_held
        for is_held, word in zip(held, places, strict=True)
        if not any(marks.start <= word.start < marks.end for marks in quoted)
    ]
    if len(own) < LEAST_OWN or sum(held) < HELD * len(held) or sum(own) < HELD * len(own):
        return None
    place = max(_paragraphs(source), key=lambda span: (len(mine & texts.runs(source, span)), -span.start))
    if filled(words, texts.words(source, place)[0]).differing:  # there it holds other numbers
        return None
    share = sum(held) / len(held)
    return Lifted(report=report.id, words=paragraph, source=source.id, place=place, share=round(share, 3))
