"""What was counted just before in, what a number without a noun may count out.

The counts of a sentence and the two before it; and what a question just before asks the number of.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.annotations.figures.grammar import figure_pattern
from onrecord.annotations.figures.view import SentenceView
from onrecord.model.annotation import FigureReading

OF: Final = 12  # code points of "of all its "
MOST: Final = 12  # counts of people that a report may go back to by their number


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What was counted before, by sentence, nearest last; `asked`: what a question just before asks for.

    `counts`: the last counts of people that were kept, however far back. `numbers`: whether the sentence
    before speaks of a number or count by that word, so that what goes back may mean that. `here`: whether
    the last of the sentences is the one that is being read.
    """

    sentences: tuple[tuple[FigureReading, ...], ...] = ()
    asked: str = ""
    counts: tuple[FigureReading, ...] = ()
    numbers: bool = False
    here: bool = False

    def then(self, readings: Sequence[FigureReading], view: SentenceView) -> "Before":
        """Return what is before the next sentence: the counts of this one and of the one before it."""
        asked = question_of(view)
        people = [r for r in readings if r.keep and r.unit == "people"]
        counts = (*self.counts, *people)[-MOST:]
        numbers = any(view.listed(lexeme.lower, "toll.heads") for lexeme in view.lexemes)
        sentences = (*self.sentences[-1:], tuple(readings))
        return Before(sentences=sentences, asked=asked, counts=counts, numbers=numbers)

    def and_here(self, readings: Iterable[FigureReading]) -> "Before":
        """Return what is before a number with what its own sentence has counted so far."""
        here = tuple(readings)
        return replace(self, sentences=(*self.sentences, here), here=True) if here else self

    def last(self, text: str) -> FigureReading | None:
        """Return the last count of the nearest sentence that has any, if all its counts are of one head.

        The 3,100 of "2,400 of its 3,100 members" only say of how many the others are some.
        """
        for back, readings in enumerate(reversed(self.sentences)):
            counts = [r for r in readings if r.measure == "count" and r.keep and r.counts]
            some = [r for r in counts if not _is_whole(r, text)]
            counts = some or counts
            if not counts and self.numbers and back == int(self.here):
                return None
            if counts:
                return counts[-1] if len({r.head for r in counts}) == 1 else None
        return None


def _is_whole(reading: FigureReading, text: str) -> bool:
    """Whether a number is all that there are, of which another is some: "of its 3,100 members"."""
    start = reading.span.start
    return figure_pattern("before.of_all").search(text, max(0, start - OF), start) is not None


def question_of(view: SentenceView) -> str:
    """Return what a question asks the number of ("How many were aboard?": people aboard), else ""."""
    text = view.sent.text
    match = figure_pattern("before.how_many").search(text) if "?" in text[-3:] else None
    return f"{match[1].strip() or 'people'} {match[2].strip()}" if match else ""
