"""Two quotations' words in, how surely they are of one utterance out.

Words in marks are compared word by word, indirect speech by the words that carry meaning. A sentence that
shares a few words with another and goes its own way round them is an echo ("the door was open", "the door was
open long before we came"), and no likeness. What is told in another person and tense ("I shall stay", "she
would stay") is held beside the other word for word, in the order in which both have them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from onrecord.links.differing import differing
from onrecord.links.occasions import Stretch, Words
from onrecord.links.words import content_words, held_in, longest_run

__all__ = ["alike", "as_told", "said_over", "tables", "told_again", "told_whole", "word_for_word"]

LONG_RUN: Final = 8  # words in a row that only one utterance has, whoever is named for it
RUN: Final = 5  # words in a row that go with a share of meaning; fewer are set phrases
SHARE: Final = 0.6  # of the meaning words of the shorter quotation
FEWEST: Final = 4  # meaning words that a share without a run must rest on
FEW: Final = 2  # and with one
ALL: Final = 3  # meaning words of a short quotation of which none may be missing, in a run that is short too
RETOLD_RUN: Final = 4  # words in a row that go with most of what a short quotation means
LEFT_OUT: Final = 2  # words that a cut may leave out within itself
CUT: Final = 3  # words in marks, two of them with meaning, that are told whole elsewhere
RETOLD: Final = 5  # words in marks by which an utterance is known again weeks later
MANY: Final = 60  # sentences of one quotation that are looked at for echoes
EDGE: Final = 3  # words at an end that may be another wording
IN_ORDER: Final = 0.7  # of the words of the shorter quotation, that stand in one order in both
SHORTEST: Final = 5  # words of a quotation for which their order tells
EDITED: Final = 0.8  # of the words of the longer of two sentences that are one but for an editor's hand
OF_SENTENCE: Final = 3  # meaning words that one sentence of several must share with what is told elsewhere
LONGER: Final = 2.0  # times that the longer of the two may be as long as the shorter


def alike(first: Words, second: Words) -> float:
    """Return how surely two quotations of one speaker are of one utterance: 0 where they needn't be."""
    if first.meaning.isdisjoint(second.meaning):
        return 0.0
    first, second = sorted(
        (first, second), key=lambda each: each.words
    )  # of runs of one length the first counts
    run = longest_run(first.words, second.words)
    if run < LONG_RUN and not _goes_beyond(first, second, run) and _is_echo(first, second, run):
        return 0.0
    shared = held_in(first.meaning, second.meaning)
    fewest = min(len(first.meaning), len(second.meaning))
    by_meaning = shared >= SHARE and fewest >= (FEW if run >= RUN else FEWEST)
    whole = shared == 1 and fewest >= ALL and run >= CUT
    whole = whole or (shared >= SHARE and fewest >= FEW and _in_one_order(first.words, second.words))
    whole = whole or _has_sentence_of(first, second) or _has_sentence_of(second, first)
    whole = whole or _is_retold(first, second, run)
    cut = any(_is_cut(part, second, run) for part in first.marked) or any(
        _is_cut(part, first, run) for part in second.marked
    )
    cut = cut or _is_cut_short(first, second) or _is_cut_short(second, first)
    return _score(shared, run) if run >= LONG_RUN or by_meaning or whole or cut else 0.0


def said_over(first: Words, second: Words) -> float:
    """Return how surely two quotations in marks are of one utterance by their words alone."""
    if not (first.marked and second.marked) or first.meaning.isdisjoint(second.meaning):
        return 0.0
    run = longest_run(first.words, second.words)
    return _score(held_in(first.meaning, second.meaning), run) if run >= LONG_RUN else 0.0


def told_whole(first: Words, second: Words) -> float:
    """Return how surely two quotations of one speaker and day are one: all that one means, the other does."""
    ours, theirs = content_words(as_told(first.words)), content_words(as_told(second.words))
    if min(len(ours), len(theirs)) < FEW or held_in(ours, theirs) < 1 or _count_otherwise(first, second):
        return 0.0
    return _score(1.0, longest_run(first.words, second.words))


def _count_otherwise(first: Words, second: Words) -> bool:
    """Whether both tell numbers, and not the same."""
    ours, theirs = ({word for word in each.words if word.isdigit()} for each in (first, second))
    return bool(ours and theirs) and not (ours <= theirs or theirs <= ours)


def word_for_word(first: Words, second: Words) -> float:
    """Return 1 where two quotations have the same words, and not few: one was taken from the other."""
    return 1.0 if first.words == second.words and len(first.words) >= LONG_RUN else 0.0


def told_again(first: Words, second: Words) -> bool:
    """Whether the words are enough to know an utterance again in a report of another week."""
    if longest_run(first.words, second.words) >= LONG_RUN or _is_edited(first, second):
        return True
    return any(
        len(part) >= RETOLD
        and len(content_words(part)) >= FEW
        and any(longest_run(part, other) == len(part) for other in theirs)
        for ours, theirs in ((first.marked, second.marked), (second.marked, first.marked))
        for part in ours
    )


def _is_edited(first: Words, second: Words) -> bool:
    """Whether a sentence in marks is one in both but for a word or two: "should", "ought to"."""
    return any(
        min(len(one.words), len(other.words)) >= LONG_RUN
        and len(content_words(one.words) & content_words(other.words)) >= OF_SENTENCE
        and _share_in_order(one.words, other.words) >= EDITED * max(len(one.words), len(other.words))
        for one in first.stretches[:MANY]
        for other in second.stretches[:MANY]
    )


def _share_in_order(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how many words stand in both in one order, in any person and tense."""
    matcher = SequenceMatcher(a=as_told(first), b=as_told(second), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _score(shared: float, run: int) -> float:
    return round(min(1.0, 0.5 * shared + 0.05 * min(run, 10)), 3)


def _in_one_order(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether nearly all words of the shorter stand in the other, in its order, in any person and tense."""
    sizes = sorted((len(first), len(second)))
    if sizes[0] < SHORTEST or sizes[1] > sizes[0] * LONGER:
        return False
    return _share_in_order(first, second) >= IN_ORDER * sizes[0]


def _has_sentence_of(whole: Words, other: Words) -> bool:
    """Whether one of several sentences in marks is told elsewhere, in any person and tense."""
    for sentence in whole.stretches[:MANY] if len(whole.stretches) > 1 else ():
        for told in (other.words, *(each.words for each in other.stretches[:MANY])):
            meaning, theirs = content_words(as_told(sentence.words)), content_words(as_told(told))
            if len(meaning & theirs) < OF_SENTENCE or held_in(meaning, theirs) < SHARE:
                continue
            if _in_one_order(sentence.words, told):
                return True
    return False


def as_told(words: Sequence[str]) -> tuple[str, ...]:
    """Return words as they are whoever tells them: one form for each person, tense and inflection."""
    return tuple(_as_told(word) for word in words)


@lru_cache(maxsize=8192)  # words of a report are held against those of many others
def _as_told(word: str) -> str:
    known = tables()
    bare = known.shortened.sub("", word)
    return known.forms.get(bare) or known.ending.sub("", bare)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Forms of words by what they are whoever tells them, and words that link or join clauses."""

    forms: Mapping[str, str]
    shortened: re.Pattern[str]
    ending: re.Pattern[str]
    linking: frozenset[str]
    joining: frozenset[str]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Return the tables of English."""
    raw = differing("wording")
    return Tables(
        forms={form: line.split()[0] for line in raw["shifts"] for form in line.split()},
        shortened=re.compile(raw["shortened"]),
        ending=re.compile(raw["ending"]),
        linking=frozenset(raw["linking"]),
        joining=frozenset(raw["joining"]),
    )


def _is_cut(part: Sequence[str], other: Words, run: int) -> bool:
    """Whether words in marks stand whole in another quotation, in a row, and aren't a set phrase."""
    if not CUT <= len(part) <= run or len(content_words(part)) < FEW:
        return run >= RUN and len(part) >= RUN and held_in(content_words(part), other.meaning) >= SHARE
    return longest_run(part, other.words) == len(part)


def _is_retold(first: Words, second: Words, run: int) -> bool:
    """Whether a run of a few words that mean something stands in both, and most of what the shorter means."""
    shared = first.meaning & second.meaning
    if run < RETOLD_RUN or len(shared) < FEW or min(len(first.meaning), len(second.meaning)) < ALL:
        return False
    if _count_otherwise(first, second):
        return False
    match = SequenceMatcher(a=first.words, b=second.words, autojunk=False).find_longest_match()
    means = content_words(first.words[match.a : match.a + match.size])
    return bool(means) and held_in(first.meaning, second.meaning) >= SHARE


def _is_cut_short(ours: Words, theirs: Words) -> bool:
    """Whether a few words in marks are a cut of words in marks elsewhere.

    They stand there whole, and a further word with meaning is shared beside them ("the council “did not lie”
    but had waited"); or all of them do in their order, with a word or two left out ("settled[, down] to the
    hour").
    """
    shared = ours.meaning & theirs.meaning
    for part in ours.marked:
        means = content_words(part)
        if len(part) < CUT or not means <= shared:
            continue
        beside = shared - means
        whole = any(longest_run(part, other) == len(part) for other in theirs.marked)
        if means and beside and whole and len(ours.words) <= LONGER * LONG_RUN:
            return True
        if len(means) >= FEW and len(part) > CUT and any(_is_within(part, other) for other in theirs.marked):
            return True
    return False


def _is_within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether words stand in others in their order, with a word or two between them at most."""
    for start, word in enumerate(whole):
        if word == part[0]:
            rest = iter(whole[start : start + len(part) + LEFT_OUT])
            if all(wanted in rest for wanted in part):
                return True
    return False


def _goes_beyond(first: Words, second: Words, run: int) -> bool:
    """Whether two quotations share meaning beside their longest run: no echo, whatever stands round that."""
    match = SequenceMatcher(a=first.words, b=second.words, autojunk=False).find_longest_match()
    shared = first.meaning & second.meaning
    beside = shared - content_words(first.words[match.a : match.a + run])
    return len(beside) >= FEW and held_in(first.meaning, second.meaning) >= SHARE


def _is_echo(first: Words, second: Words, run: int) -> bool:
    """Whether the longest run is shared by two sentences in marks that each go their own way round it."""
    shared = list(_sharing(first.stretches[:MANY], second.stretches[:MANY], run))
    return bool(shared) and all(shared)


def _sharing(ours: Sequence[Stretch], theirs: Sequence[Stretch], run: int) -> Iterator[bool]:
    """Yield, for each two sentences that share a run of that length, whether it is an echo."""
    for one in ours:
        for other in theirs:
            match = SequenceMatcher(a=one.words, b=other.words, autojunk=False).find_longest_match()
            if match.size == run and run < min(len(one.words), len(other.words)):
                left = (one.words[: match.a], one.opens), (other.words[: match.b], other.opens)
                ends = match.a + run, match.b + run
                right = (one.words[ends[0] :], one.closes), (other.words[ends[1] :], other.closes)
                sides = [_side(*left), _side(*right)]
                yield "apart" in sides and "agree" not in sides
            elif match.size == run:
                yield False


def _side(one: tuple[Sequence[str], bool], other: tuple[Sequence[str], bool]) -> str:
    """Return what two sentences have beside a shared run: where one ends for good, the other can't go on."""
    (ours, ours_ends), (theirs, theirs_end) = one, other
    if not ours and not theirs:
        return "agree"
    if ours and theirs:
        return "apart" if min(len(ours), len(theirs)) > EDGE else "open"
    return "apart" if (ours_ends if not ours else theirs_end) else "open"
