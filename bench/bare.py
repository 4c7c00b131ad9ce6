"""Texts in, words a second of the bare parser out: what the whole read is measured against.

The parser is tuned as `onrecord.annotations.english` tunes it, or stock; texts go in whole, with no lines and
blocks set, and nothing is made of the parse.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import spacy
from spacy.language import Language
from threadpoolctl import threadpool_limits

from onrecord.annotations import english
from onrecord.annotations.english_model import installed


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """What a run took: words (split at blanks), seconds on the clock and of the processor."""

    words: int
    seconds: float
    cpu_seconds: float

    @property
    def words_per_second(self) -> float:
        """Words a second of the processor."""
        return self.words / self.cpu_seconds if self.cpu_seconds else 0.0


def bare(texts: Sequence[str], *, stock: bool = False, batch: int = 1) -> Bare:
    """Return how long the bare parser takes over texts, after a warming run over the first ones.

    Args:
        texts: Whole reports.
        stock: With spaCy as it comes, not tuned.
        batch: Texts parsed together; `english.parse` takes them one by one.
    """
    nlp: Language = spacy.load(installed().folder, exclude=["senter"]) if stock else english.load()
    with threadpool_limits(1, user_api="blas"):
        for _ in nlp.pipe(texts[:20], batch_size=batch):
            pass
        clock, cpu = time.perf_counter(), time.process_time()
        for _ in nlp.pipe(texts, batch_size=batch):
            pass
        taken, worked = time.perf_counter() - clock, time.process_time() - cpu
    return Bare(words=sum(len(text.split()) for text in texts), seconds=taken, cpu_seconds=worked)
