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
    earlier: list[tuple[Report, Runs]] = []
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    lifted: list[Lifted] = []
    for report in reports:
        for words in _paragraphs(report):
            runs = _runs(report, words)
            sharing = sorted({place for run in runs for place in holding.get(run, ())})
            sources = (
                earlier[place] for place in sharing if family[earlier[place][0].id] != family[report.id]
            )
            first = next(
                (one for one in (_taken(report, words, *s) for s in sources) if one is not None), None
            )
            lifted += [] if first is None else [first]
        own = frozenset(run for words in _paragraphs(report) for run in _runs(report, words))
        for run in own:
            holding[run].append(len(earlier))
        earlier.append((report, own))
    return tuple(lifted)


def _paragraphs(report: Report) -> Iterator[Span]:
    return (block.span for block in report.blocks if block.kind in NEWS and block.kind != "headline")


def _words(report: Report, within: Span) -> tuple[list[str], list[Span]]:
    places = places_of_words(within.of(report.text), within.start)
    return plain_words(place.of(report.text) for place in places), places


def _runs(report: Report, within: Span) -> Runs:
    words, _ = _words(report, within)
    return frozenset(tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1))


def _taken(report: Report, paragraph: Span, source: Report, runs: Runs) -> Lifted | None:
    """Return a paragraph as lifted from one report, if it is."""
    words, places = _words(report, paragraph)
    if len(words) < LEAST_WORDS:
        return None
    held = [False] * len(words)
    for place in range(len(words) - RUN + 1):
        if tuple(words[place : place + RUN]) in runs:
            held[place : place + RUN] = [True] * RUN
    quoted = [
        Span(match.start(), match.end())
        for match in _QUOTED.finditer(report.text, paragraph.start, paragraph.end)
    ]
    own = [
        is_held
        for is_held, place in zip(held, places, strict=True)
        if not any(marks.start <= place.start < marks.end for marks in quoted)
    ]
    if len(own) < LEAST_OWN or sum(held) < HELD * len(held) or sum(own) < HELD * len(own):
        return None
    return _from_place(report, paragraph, source, share=sum(held) / len(held))


def _from_place(report: Report, paragraph: Span, source: Report, *, share: float) -> Lifted | None:
    """Return the paragraph with where it stands in its source; None if there it holds other numbers."""
    words, _ = _words(report, paragraph)
    mine = set(_runs(report, paragraph))
    place = max(_paragraphs(source), key=lambda span: (len(mine & _runs(source, span)), -span.start))
    theirs, _ = _words(source, place)
    if filled(words, theirs).differing:
        return None
    return Lifted(report=report.id, words=paragraph, source=source.id, place=place, share=round(share, 3))
