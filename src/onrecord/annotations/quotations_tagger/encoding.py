"""Words and their features in, what the encoder is given out: piece ids, window by window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.annotations.quotations_tagger.features import Table
from onrecord.annotations.quotations_tagger.windows import Window
from onrecord.annotations.quotations_tagger.words import plain

LONGEST: Final = 24
"""Pieces of one word, at most: what's beyond is not shown (addresses, unbroken scripts)."""


UNKNOWN: Final = "[UNK]"
BEGIN: Final = "[CLS]"
END: Final = "[SEP]"


class Coded(Protocol):
    """Pieces of words as a `tokenizers.Encoding` has them."""

    ids: list[int]
    word_ids: list[int | None]


class Tokenizer(Protocol):
    """What is used of a `tokenizers.Tokenizer`."""

    def encode(self, sequence: list[str], *, is_pretokenized: bool, add_special_tokens: bool) -> Coded:
        """Return the pieces of words."""
        ...

    def token_to_id(self, token: str) -> int:
        """Return the id of a piece."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shown:
    """One window as the encoder is given it.

    Attributes:
        pieces: ids of the word pieces, with the marks of beginning and end.
        features: one row a piece, that of its word; 0 for the two marks.
        heads: place of the first piece of each word.
    """

    pieces: NDArray[np.int64]
    features: Table
    heads: NDArray[np.int64]


def pieces_of(words: Sequence[str], tokenizer: Tokenizer) -> list[list[int]]:
    """Return the ids of the pieces of each word, at least one.

    Args:
        words: as printed.
        tokenizer: a `tokenizers.Tokenizer` that neither cuts nor pads.
    """
    unknown = tokenizer.token_to_id(UNKNOWN)
    found: list[list[int]] = [[] for _ in words]
    coded = tokenizer.encode([plain(word) for word in words], is_pretokenized=True, add_special_tokens=False)
    for word, piece in zip(coded.word_ids, coded.ids, strict=True):
        if word is not None and len(found[word]) < LONGEST:
            found[word].append(piece)
    return [pieces or [unknown] for pieces in found]


def shown(
    pieces: Sequence[Sequence[int]], features: Table, cut: Sequence[Window], marks: tuple[int, int]
) -> Iterator[Shown]:
    """Yield each window as the encoder is given it.

    Args:
        pieces: ids of each word's pieces.
        features: one row a word.
        cut: the windows.
        marks: ids of the marks of beginning and end.
    """
    padded = np.vstack([features, np.zeros((1, features.shape[1]), dtype=np.int64)])
    for window in cut:
        ids, rows, heads = [marks[0]], [-1], []
        for word in range(window.start, window.end):
            heads.append(len(ids))
            ids += pieces[word]
            rows += [word] * len(pieces[word])
        ids.append(marks[1])
        rows.append(-1)
        yield Shown(
            pieces=np.asarray(ids, dtype=np.int64),
            features=padded[np.asarray(rows)],
            heads=np.asarray(heads, dtype=np.int64),
        )
