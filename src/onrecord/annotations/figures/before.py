"""What was counted just before in, what a number without a noun may count out.

The counts of a sentence and the two before it; and what a question just before asks the number of.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.annotations.figures.asked import question_of
from onrecord.annotations.figures.grammar import figure_pattern
from onrecord.annotations.figures.view import SentenceView
from onrecord.model.annotation import FigureReading

OF: Final = 12  # code points of "of all its "
MOST: Final = 12  # counts of people that a report may go back to by their number
TOLD: Final = 24  # counts of anything
ASKED: Final = 2  # sentences that tell no number, for which a question stays open


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What was counted before, by sentence, nearest last; `asked`: what a question just before asks for.

    `counts`: the last counts of people that were kept, however far back; `told`: of anything. `numbers`:
    whether the sentence before speaks of a number or count by that word, so that what goes back may mean
    that. `here`: whether the last of the sentences is the one that is being read. `since`: how many sentences
    that tell no number stand between it and the question.
    """

    sentences: tuple[tuple[FigureReading, ...], ...] = ()
    asked: str = ""
    counts: tuple[FigureReading, ...] = ()
    told: tuple[FigureReading, ...] = ()
    since: int = 0
    numbers: bool = False
    here: bool = False

    def then(self, readings: Sequence[FigureReading], view: SentenceView) -> "Before":
        """Return what is before the next sentence: the counts of this one and of the one before it."""
        asked, since = question_of(view), 0
        if not asked and not readings and self.since < ASKED:
            asked, since = self.asked, self.since + 1
        people = [r for r in readings if r.keep and r.unit == "people"]
        counts = (*self.counts, *people)[-MOST:]
        told = (*self.told, *(r for r in readings if r.keep and r.measure == "count"))[-TOLD:]
        numbers = any(view.listed(lexeme.lower, "toll.heads") for lexeme in view.lexemes)
        sentences = (*self.sentences[-1:], tuple(readings))
        return Before(
            sentences=sentences, asked=asked, counts=counts, told=told, since=since, numbers=numbers
        )

    def and_here(self, readings: Iterable[FigureReading]) -> "Before":
        """Return what is before a number with what its own sentence has counted so far."""
        here = tuple(readings)
        if not here:
            return self
        told = (*self.told, *(r for r in here if r.keep and r.measure == "count"))
        return replace(self, sentences=(*self.sentences, here), told=told, here=True)

    def of_people(self) -> FigureReading | None:
        """Return the last count of the nearest sentence that has any, if all of them are of people."""
        for readings in reversed(self.sentences):
            counts = [r for r in readings if r.measure == "count" and r.keep]
            if counts:
                return counts[-1] if all(r.unit == "people" for r in counts) else None
        return None

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
                return _whole(counts[-1], counts) if len({r.head for r in counts}) == 1 else None
        return None


def _whole(reading: FigureReading, counts: Sequence[FigureReading]) -> FigureReading:
    """Return the number that a part is of, if it was told there: "31 were seized; he met 28 of them"."""
    return next((r for r in counts if r.id == reading.part_of), reading)


def _is_whole(reading: FigureReading, text: str) -> bool:
    """Whether a number is all that there are, of which another is some: "of its 3,100 members"."""
    start = reading.span.start
    return figure_pattern("before.of_all").search(text, max(0, start - OF), start) is not None
