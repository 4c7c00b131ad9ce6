"""Report texts in, sets of copies out.

Two reports meet as candidates when they share a long sentence or a band of their MinHash signature
(Broder 1997), and are copies when enough of the smaller one's runs of five words stand in the other.
What stands between quotation marks doesn't count: two reporters at one speech quote the same words.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from rensa import RMinHash

from onrecord.links.groups import components
from onrecord.links.words import words_of
from onrecord.model.report import NEWS, Report

RUN = 5  # words in a shingle
BANDS, ROWS = 24, 4  # of the signature: candidates from a Jaccard of about .45 up
LONG = 12  # words in a sentence that is not shared by chance
HELD = 0.5  # share of the smaller report that must stand in the other
FEWEST = 25  # shingles; of shorter texts only the very same words tell
_QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"\n]{0,2000}\"")
_SENTENCE = re.compile(r"[.!?\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A report's own words, ready for comparison."""

    report: str
    shingles: frozenset[tuple[str, ...]]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLink:
    """How much of each of two reports stands in the other, from 0 to 1."""

    first: str
    second: str
    first_share: float
    second_share: float


def print_of(report: Report) -> Print:
    """Return the words that tell whether a report is copy, with its blocking keys."""
    text = own_words(report)
    words = words_of(text)
    shingles = frozenset(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    keys = [f"t:{_short(' '.join(words))}"] if shingles else []
    if len(shingles) >= FEWEST:
        keys += [*_bands(shingles), *_long_sentences(text)]
    return Print(report=report.id, shingles=shingles, keys=tuple(keys))


def own_words(report: Report) -> str:
    """Return the text of a report without furniture, headline and what stands between quotation marks."""
    body = [block for block in report.blocks if block.kind in NEWS and block.kind != "headline"]
    return _QUOTED.sub(" … ", "\n".join(block.span.of(report.text) for block in body))


def _bands(shingles: Iterable[tuple[str, ...]]) -> list[str]:
    signature = RMinHash(num_perm=BANDS * ROWS, seed=1)
    signature.update(sorted(" ".join(shingle) for shingle in shingles))
    digest = signature.digest()
    rows = [digest[band * ROWS : (band + 1) * ROWS] for band in range(BANDS)]
    return [f"b{band}:{_short(','.join(map(str, row)))}" for band, row in enumerate(rows)]


def _long_sentences(text: str) -> list[str]:
    sentences = (words_of(sentence) for sentence in _SENTENCE.split(text))
    return sorted({f"s:{_short(' '.join(words))}" for words in sentences if len(words) >= LONG})


def _short(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def compare_copies(first: Print, second: Print) -> CopyLink | None:
    """Return how two reports share their words, if the smaller one is copy; None otherwise.

    The very same words are copy however few they are.
    """
    both = len(first.shingles & second.shingles)
    if first.shingles and first.shingles == second.shingles:
        return CopyLink(first=first.report, second=second.report, first_share=1.0, second_share=1.0)
    if both < FEWEST or both < HELD * min(len(first.shingles), len(second.shingles)):
        return None
    return CopyLink(
        first=first.report,
        second=second.report,
        first_share=round(both / len(first.shingles), 3),
        second_share=round(both / len(second.shingles), 3),
    )


def settle_copies(reports: Sequence[str], links: Iterable[CopyLink]) -> tuple[frozenset[str], ...]:
    """Return the sets of two or more reports that carry one copy."""
    groups = components(reports, ((link.first, link.second) for link in links))
    return tuple(sorted((group for group in groups if len(group) > 1), key=sorted))
