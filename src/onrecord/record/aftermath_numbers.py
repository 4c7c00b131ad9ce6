"""A plan with a number and a later sentence in, whether it puts another number in its place out.

"240 posts would be abolished": "the number of posts to go falls from 240 to 90", "90 will be cut instead
of 240".
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.model.annotation import FigureReading
from onrecord.record.aftermath_facts import Facts
from onrecord.record.aftermath_index import Sentences
from onrecord.record.aftermath_sentences import Sentence, phrases, stems_in

BESIDE = 80  # code points in which a number and the words that name a plan stand, with no comma between
SMALL = 10  # a number up to which many things are counted in one story

BREAK = re.compile(r"[,;:.]\s")


def is_recounted(index: Sentences, facts: Facts, sentence: Sentence) -> bool:
    """Whether a sentence told after a plan puts another number in the place of one of its own."""
    if facts.first is None or sentence.told <= facts.first:
        return False
    for reading in _planned(index, facts):
        number = reading.span.of(index.settled.material.by_id[reading.report].text)
        found = _instead(_bare(number)).search(sentence.text)
        counted = found is not None and _counts_alike(_bare(number), facts, sentence)
        if counted and _is_of(index, facts, sentence):
            return True
    return False


def _planned(index: Sentences, facts: Facts) -> Iterator[FigureReading]:
    """Yield the numbers that a plan was first told with."""
    for report, span in facts.named[:1]:
        text = index.settled.material.by_id[report].text
        for reading in index.settled.material.found[report].figures:
            ends = sorted((reading.span.start, reading.span.end, span.start, span.end))
            near = ends[-1] - ends[0] <= BESIDE and not BREAK.search(text, ends[1], ends[2])
            if near and reading.low is not None and reading.low > SMALL:
                yield reading


def _counts_alike(number: str, facts: Facts, sentence: Sentence) -> bool:
    """Whether a word after a number, if any, is one that the plan is told with: florins are no jobs."""
    after = re.search(rf"{re.escape(number)}\s+([^\W\d_]+)", sentence.text)
    stems = stems_in(after[1]) if after is not None else frozenset()
    return not stems or stems <= facts.words


def _is_of(index: Sentences, facts: Facts, sentence: Sentence) -> bool:
    """Whether a sentence speaks of what is planned: by its doing, its doer or the thing that is counted."""
    digits = re.compile(r"\d")
    shared = {thing for thing in index.in_common(facts, sentence) if not digits.match(thing)}
    nouns = facts.nouns and re.search(rf"\b(?:{facts.nouns})", sentence.text, re.IGNORECASE)
    return bool(shared) or bool(nouns) or any(d.verbs.search(sentence.text) for d in facts.doings)


def _bare(number: str) -> str:
    """Return a number without its hedge: "240", "900"."""
    digits = re.search(r"\d[\d,. ]*\d|\d", number)
    return digits[0] if digits is not None else number


@lru_cache(maxsize=256)
def _instead(number: str) -> re.Pattern[str]:
    """Return the pattern of another number in the place of one."""
    listed = "|".join(phrases()["instead"]).replace("NUMBER", re.escape(number))
    return re.compile(listed, re.IGNORECASE)
