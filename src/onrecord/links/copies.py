"""Report texts in, sets of copies out.

Two reports meet as candidates when they share a long sentence, a band of their MinHash signature (Broder
1997), a sampled run of eight words (as in Schleimer, Wilkerson and Aiken 2003: so that a short cut of a long
report is met) or two long numbers in a row. They are copies when most of the smaller one's words stand in the
other, four or more in a row, unless they are one form filled in twice (`forms`), or the later one opens with
other news, so that what they share is its background. Left out are the headline, furniture, and what
stands between quotation marks: two reporters at one speech quote the same words.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import pairwise
from typing import Final
from zlib import crc32

from rensa import RMinHash

from onrecord.links.forms import SHORT, copy_words, filled, is_form, plain_words, printed_words
from onrecord.links.groups import components
from onrecord.links.key_numbers import marked
from onrecord.links.linking import linking_pattern
from onrecord.links.words import words_of
from onrecord.model.report import NEWS, Report

RUN: Final = 4  # words in a row that two texts don't share by chance alone
BANDS, ROWS = 24, 4  # of the signature: candidates from a Jaccard of about .45 up
SAMPLED_RUN: Final = 8  # words of a run that may be a key, ...
ONE_IN: Final = 12  # ... as one in so many is: of 60 words in common, one is sampled in 99 cases of 100
LONG: Final = 12  # words in a sentence that is not shared by chance
FEWEST: Final = 25  # words; in shorter texts, numbers must bear the likeness out
# Measured on the rows to fit of `eval/copies`: of rewritten takes of one day, those labelled copies hold .63
# or more of the smaller in common, follow-ups up to .60.
HELD: Final = 0.62
OPENING: Final = 60  # words that hold the news of a report
# Measured on the same rows: later takes of one piece hold .27 of their opening in common or more, later
# reports with other news .23 at most.
OPENING_HELD: Final = 0.25
LATER_HELD: Final = 0.9  # of the words of a short text of another day
FEW_NUMBERS: Final = 4  # numbers that bear out the likeness of a short text
DIGITS: Final = 5  # of a number that isn't shared by chance, beside another one
PAIRS: Final = 8  # of such numbers that serve as keys
_QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"")
_SENTENCE = re.compile(r"[.!?\n]+")
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A report's own words, ready for comparison.

    Attributes:
        words: as printed, in order.
        runs: the runs of `RUN` words, in small letters.
        first, last: between which days it was published; None where that isn't known.
        corrects: whether it says that it mends an earlier one.
        keys: what it meets candidates by.
    """

    report: str
    words: tuple[str, ...]
    runs: frozenset[tuple[str, ...]]
    first: date | None
    last: date | None
    corrects: bool
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLink:
    """How much of each of two reports stands in the other, from 0 to 1."""

    first: str
    second: str
    first_share: float
    second_share: float


def print_of(report: Report, *, keyed: bool = True) -> Print:
    """Return the words that tell whether a report is copy, with its blocking keys.

    Args:
        report: The report.
        keyed: Whether its keys are wanted: of what is met by its keys they are known.
    """
    text = own_words(report)
    words = printed_words(text)
    plain = plain_words(words)
    runs = frozenset(_runs(plain))
    when = report.published.date if report.published is not None else None
    return Print(
        report=report.id,
        words=words,
        runs=runs,
        first=when.first if when is not None else None,
        last=when.last if when is not None else None,
        corrects=_corrects(report),
        keys=_keys(text, words, plain, runs) if keyed else (),
    )


def _keys(
    text: str, words: Sequence[str], plain: Sequence[str], runs: frozenset[tuple[str, ...]]
) -> tuple[int, ...]:
    keys = [marked("t", _short(" ".join(plain)))] if runs else []
    if len(words) >= FEWEST:
        keys += [*_bands(runs), *_long_sentences(text), *_samples(plain)]
    return (*keys, *_long_numbers(words))


def own_words(report: Report) -> str:
    """Return the text of a report without furniture, headline and what stands between quotation marks."""
    body = [block for block in report.blocks if block.kind in NEWS and block.kind != "headline"]
    text = "\n".join(block.span.of(report.text) for block in body)
    news = (sentence for sentence in _SENTENCES.split(text) if not _is_of_the_page(sentence))
    return _QUOTED.sub(" … ", "\n".join(news))


def _is_of_the_page(sentence: str) -> bool:
    words = copy_words()
    if words.alone.search(sentence):
        return True
    return (
        linking_pattern("copies.you").search(sentence) is not None
        and words.with_you.search(sentence) is not None
    )


def _corrects(report: Report) -> bool:
    words = copy_words().corrects
    noted = any(block.kind == "correction" for block in report.blocks)
    return noted or bool(words.search(report.headline or "") or words.search(report.text))


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)]


def _bands(runs: Iterable[tuple[str, ...]]) -> list[int]:
    signature = RMinHash(num_perm=BANDS * ROWS, seed=1)
    signature.update(sorted(" ".join(run) for run in runs))
    digest = signature.digest()
    rows = [digest[band * ROWS : (band + 1) * ROWS] for band in range(BANDS)]
    return [marked(f"b{band}", _short(",".join(map(str, row)))) for band, row in enumerate(rows)]


def _long_sentences(text: str) -> list[int]:
    sentences = (words_of(sentence) for sentence in _SENTENCE.split(text))
    return sorted({marked("s", _short(" ".join(words))) for words in sentences if len(words) >= LONG})


def _samples(words: Sequence[str]) -> list[int]:
    """Return a key for each run whose checksum falls on the sample: the same in whatever text it stands."""
    runs = (" ".join(words[place : place + SAMPLED_RUN]) for place in range(len(words) - SAMPLED_RUN + 1))
    sums = {sum_ for run in runs if (sum_ := crc32(run.encode("utf-8", "replace"))) % ONE_IN == 0}
    return [marked("w", sum_) for sum_ in sorted(sums)]


def _long_numbers(words: Iterable[str]) -> list[int]:
    """Return a key for each two long numbers in a row: results keep these, whatever stands between."""
    numbers = ["".join(filter(str.isdigit, word)) for word in words if word[0].isdigit()]
    pairs = list(pairwise(number for number in numbers if len(number) >= DIGITS))[:PAIRS]
    return sorted({marked("n", _short("|".join(pair))) for pair in pairs})


def _short(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def compare_copies(first: Print, second: Print) -> CopyLink | None:
    """Return how two reports share their words, if they are one copy; None otherwise."""
    if not first.runs or not second.runs or first.runs.isdisjoint(second.runs):
        return None
    in_second, in_first = _held(first, second), _held(second, first)
    shares = [sum(held) / len(held) for held in (in_second, in_first)]
    if not _are_copies(first, second, in_second, in_first):
        return None
    return CopyLink(
        first=first.report,
        second=second.report,
        first_share=round(shares[0], 3),
        second_share=round(shares[1], 3),
    )


def _held(one: Print, other: Print) -> list[bool]:
    """Return for each word of a report whether it stands in a run that the other has too."""
    held = [False] * len(one.words)
    for place, run in enumerate(_runs(plain_words(one.words))):
        if run in other.runs:
            held[place : place + RUN] = [True] * RUN
    return held


def _are_copies(first: Print, second: Print, in_second: Sequence[bool], in_first: Sequence[bool]) -> bool:
    smaller = min((in_second, in_first), key=len)
    share, days = sum(smaller) / len(smaller), _days_apart(first, second)
    if share < (LATER_HELD if days > 0 and len(smaller) < SHORT else HELD):
        return False
    if _is_background(first, second, in_second, in_first):
        return False
    found = filled(first.words, second.words)
    if len(smaller) < FEWEST and (found.alike < FEW_NUMBERS or found.differing > 0):
        return first.runs == second.runs and days <= 1
    if (first.corrects or second.corrects) and days <= 1:
        return not found.renamed
    return not is_form(found, words=len(smaller), same_day=days == 0)


def _is_background(first: Print, second: Print, in_second: Sequence[bool], in_first: Sequence[bool]) -> bool:
    """Whether the later of two reports opens with words of its own: what it shares is its background."""
    if _days_apart(first, second) == 0 or first.first is None or second.first is None:
        return False
    opening = (in_second if first.first > second.first else in_first)[:OPENING]
    return sum(opening) < OPENING_HELD * len(opening)


def _days_apart(first: Print, second: Print) -> int:
    """Return how many days lie between two reports at least; 0 where that isn't known."""
    gaps = [
        (later.first - earlier.last).days
        for earlier, later in ((first, second), (second, first))
        if earlier.last is not None and later.first is not None
    ]
    return max([0, *gaps])


def settle_copies(reports: Sequence[str], links: Iterable[tuple[str, str]]) -> tuple[frozenset[str], ...]:
    """Return the sets of two or more reports that carry one copy; links are pairs of reports."""
    groups = components(reports, links)
    return tuple(sorted((group for group in groups if len(group) > 1), key=sorted))
