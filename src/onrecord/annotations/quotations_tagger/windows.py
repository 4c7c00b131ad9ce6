"""How many pieces each word has in, the stretches that the encoder is shown out.

A text longer than the encoder's view is read in windows. Each word is labelled in one window, its core, and
every window shows some words before and after its core as well. Cores end where a paragraph ends, else where
a sentence ends, else anywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """Words `[start, end)` are shown, `[core, core_end)` of them are labelled."""

    start: int
    end: int
    core: int
    core_end: int


def windows(
    counts: Sequence[int], sentence: Sequence[int], paragraph: Sequence[int], *, core: int, context: int
) -> list[Window]:
    """Return windows whose cores hold every word once, in order.

    Args:
        counts: pieces of each word.
        sentence: number of the sentence of each word.
        paragraph: number of the paragraph of each word.
        core: pieces in a core, at most; a single longer word is a core by itself.
        context: pieces shown on each side, at most.
    """
    found: list[Window] = []
    for first, end in cores(counts, sentence, paragraph, first_size=core, size=core):
        start, stop = first, end
        room = context
        while start and counts[start - 1] <= room:
            start -= 1
            room -= counts[start]
        room = context
        while stop < len(counts) and counts[stop] <= room:
            room -= counts[stop]
            stop += 1
        found.append(Window(start, stop, first, end))
    return found


def cores(
    counts: Sequence[int], sentence: Sequence[int], paragraph: Sequence[int], *, first_size: int, size: int
) -> list[tuple[int, int]]:
    """Return runs of words that fill a size; the first of them may be given a smaller one."""
    runs: list[tuple[int, int]] = []
    start, limit = 0, first_size
    while start < len(counts):
        end, pieces = start, 0
        by_sentence = by_paragraph = start
        while end < len(counts) and (pieces + counts[end] <= limit or end == start):
            pieces += counts[end]
            end += 1
            if end == len(counts) or sentence[end] != sentence[end - 1]:
                by_sentence = end
            if end == len(counts) or paragraph[end] != paragraph[end - 1]:
                by_paragraph = end
        end = next((e for e in (by_paragraph, by_sentence) if e > start), end)
        runs.append((start, end))
        start, limit = end, size
    return runs
