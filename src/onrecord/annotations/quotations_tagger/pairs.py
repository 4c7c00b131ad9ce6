"""Labelled pieces in, candidate pairs and what speaks for each out.

An attribution turns on its cue. Each piece of content looks for its cue, each cue for its source, among the
nearest pieces of that role on both sides. What speaks for a pair is a row of small numbers (`NAMES` of them):
distance, order, what stands between, marks, tags, and whether one hangs on the other in the parse.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from onrecord.annotations.quotations_tagger.features import Table
from onrecord.annotations.quotations_tagger.roles import ROLES, Piece, Role
from onrecord.annotations.quotations_tagger.words import Words

NEAREST: Final = 5
"""Candidates on each side, at most."""

BETWEEN: Final = frozenset({",", ":", ";", '"', "-", "—", "that", "and", "but", "who", "as", "to", "."})
TAG_GROUPS: Final = (
    "VBD",
    "VBZ",
    "VBP",
    "VBG",
    "VBN",
    "VB",
    "IN",
    "NN",
    "NNS",
    "NNP",
    "PRP",
    "WP",
    "JJ",
    "DT",
)
ORDER: Final = tuple(sorted(BETWEEN))
WIDTH: Final = 22 + len(ORDER) + 2 * len(TAG_GROUPS) + 2 * 7
"""Numbers in a row."""

Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidates:
    """A piece, the pieces that it may belong to, and what speaks for each; the last row is for none."""

    piece: Piece
    others: tuple[Piece, ...]
    rows: Rows


class Pairs:
    """Candidate pairs of one report.

    Args:
        words: of the report.
        features: of the words.
        pieces: all labelled pieces, in order.
    """

    def __init__(self, words: Words, features: Table, pieces: Sequence[Piece]) -> None:
        self._words = words
        self._features = features
        self._by_role = {role: [p for p in pieces if p.role == role] for role in ROLES}
        self._starts = {role: [p.first for p in found] for role, found in self._by_role.items()}
        self._rows = {token.i: row for row, token in enumerate(words.tokens)}
        self._roots = {piece: self._root(piece) for piece in pieces}

    def of(self, role: Role, other: Role) -> list[Candidates]:
        """Return each piece of a role with the pieces of the other that it may belong to."""
        found = []
        for piece in self._by_role[role]:
            others = tuple(self._near(piece, other))
            rows = [self._row(piece, each, rank) for rank, each in enumerate(others)]
            rows.append(self._row(piece, None, 0))
            found.append(Candidates(piece=piece, others=others, rows=np.asarray(rows)))
        return found

    def _near(self, piece: Piece, role: Role) -> list[Piece]:
        at = bisect_left(self._starts[role], piece.first)
        around = self._by_role[role][max(0, at - NEAREST) : at + NEAREST]
        line = self._words.paragraph
        near = [p for p in around if abs(line[p.first] - line[piece.first]) <= 1]
        return sorted(near, key=lambda p: (self._gap(piece, p), p.first))

    @staticmethod
    def _gap(piece: Piece, other: Piece) -> int:
        return max(0, other.first - piece.last - 1, piece.first - other.last - 1)

    def _row(self, piece: Piece, other: Piece | None, rank: int) -> list[float]:
        alone = [*self._kind(piece), *self._tags(piece)]
        if other is None:
            return [1.0] + [0.0] * (21 + len(ORDER)) + alone + [0.0] * len(alone)
        words = self._words
        gap = self._gap(piece, other)
        first, last = min(piece.last, other.last) + 1, max(piece.first, other.first)
        row = [
            0.0,
            float(other.first < piece.first),
            float(np.log1p(gap)) / 3,
            float(gap == 0),
            float(words.sentence[other.first] == words.sentence[piece.first]),
            float(words.paragraph[other.first] == words.paragraph[piece.first]),
            min(abs(words.sentence[other.first] - words.sentence[piece.first]), 4) / 2,
            float(rank == 0),
            rank / NEAREST,
            *(self._count(role, first, last) for role in ROLES),
            *self._hangs(piece, other),
            float(self._features[other.first, 0] >= 3 and self._features[other.first, 0] != 5),
            float(self._features[first - 1, 0] == 2 or self._features[min(last, len(words) - 1), 0] == 1),
            float(rank == 0 and self._count(other.role, first, last) == 0),
            float(self._sides(piece, other)),
        ]
        return row + self._between(first, last) + alone + [*self._kind(other), *self._tags(other)]

    def _count(self, role: Role, first: int, last: int) -> float:
        starts = self._starts[role]
        return min(bisect_left(starts, last) - bisect_left(starts, first), 3) / 2

    def _sides(self, piece: Piece, other: Piece) -> bool:
        """Whether the other role's nearest piece lies on the other side, at no greater distance."""
        near = self._near_gap(piece, other.role, before=other.first > piece.first)
        return near is not None and near <= self._gap(piece, other)

    def _near_gap(self, piece: Piece, role: Role, *, before: bool) -> int | None:
        at = bisect_left(self._starts[role], piece.first) - before
        found = self._by_role[role]
        return self._gap(piece, found[at]) if 0 <= at < len(found) else None

    def _between(self, first: int, last: int) -> list[float]:
        printed = {token.lower_ for token in self._words.tokens[first : min(last, first + 80)]}
        printed |= {'"'} if printed & {"“", "”", "''", "``"} else set()
        return [float(mark in printed) for mark in ORDER]

    def _kind(self, piece: Piece) -> list[float]:
        """Return what a piece is like by its own words: cue class, marks at its ends, length."""
        table = self._features
        cue = int(table[piece.first : piece.last + 1, 3].max())
        return [
            float(cue == 1),
            float(cue == 2),
            float(cue >= 3),
            float(table[piece.first, 0] == 1),
            float(table[piece.last, 0] == 2),
            float(np.log1p(piece.last - piece.first)) / 3,
            float(
                piece.first == 0 or self._words.sentence[piece.first - 1] != self._words.sentence[piece.first]
            ),
        ]

    def _tags(self, piece: Piece) -> list[float]:
        tag = self._roots[piece].tag_
        return [float(tag == group) for group in TAG_GROUPS]

    def _root(self, piece: Piece) -> Token:
        """Return the first token of a piece whose head stands outside of it."""
        tokens = self._words.tokens[piece.first : piece.last + 1]
        low, high = tokens[0].i, tokens[-1].i
        return next((t for t in tokens if not low <= t.head.i <= high or t.head == t), tokens[0])

    def _hangs(self, piece: Piece, other: Piece) -> list[float]:
        """Return by how many steps, up to three, the one hangs on the other; and on a common head."""
        up, down = self._steps(piece, other), self._steps(other, piece)
        common = self._roots[piece].head == self._roots[other].head
        return [*(float(up == n) for n in (1, 2)), *(float(down == n) for n in (1, 2)), float(common),
                float(0 < up <= 3 or 0 < down <= 3)]  # fmt: skip

    def _steps(self, piece: Piece, other: Piece) -> int:
        token = self._roots[piece]
        for step in range(1, 4):
            token = token.head
            row = self._rows.get(token.i, -1)
            if other.first <= row <= other.last:
                return step
        return 0
