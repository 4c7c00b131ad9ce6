"""Candidate pairs in, attributions out: a cue with its source and the pieces of its content.

A pair's score is a small network's (one hidden layer, in numpy); the scores of a piece's candidates, none
among them, become probabilities together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.annotations.quotations_tagger.features import Table
from onrecord.annotations.quotations_tagger.pairs import Candidates, Pairs, Rows
from onrecord.annotations.quotations_tagger.roles import Piece
from onrecord.annotations.quotations_tagger.words import Words


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scorer:
    """Weights of the network: `out · tanh(rows · hidden + bias)`."""

    hidden: Rows
    bias: Rows
    out: Rows

    def odds(self, rows: Rows) -> Rows:
        """Return the probability of each candidate, the last one being none."""
        scores = np.tanh(rows @ self.hidden + self.bias) @ self.out
        odds = np.exp(scores - scores.max())
        return np.asarray(odds / odds.sum())


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One attribution by its pieces, and how sure its links are.

    Attributes:
        content: in order.
        sure_content: probability of the least sure link of a piece of content.
        sure_source: that of the source, or of there being none.
    """

    cue: Piece
    source: Piece | None
    content: tuple[Piece, ...]
    sure_content: float
    sure_source: float


def link(
    words: Words, features: Table, pieces: Sequence[Piece], scorers: tuple[Scorer, Scorer]
) -> list[Linked]:
    """Return the attributions of a report, by the place of their cues; what links to nothing is left out.

    Args:
        words: of the report.
        features: of the words.
        pieces: labelled, in order.
        scorers: of content to cue, and of cue to source.
    """
    pairs = Pairs(words, features, pieces)
    contents: dict[Piece, list[tuple[Piece, float]]] = {}
    for candidates in pairs.of("content", "cue"):
        cue, sure = choose(candidates, scorers[0])
        if cue is not None:
            contents.setdefault(cue, []).append((candidates.piece, sure))
    linked = []
    for candidates in pairs.of("cue", "source"):
        told = contents.get(candidates.piece)
        if not told:
            continue
        source, sure = choose(candidates, scorers[1])
        linked.append(
            Linked(
                cue=candidates.piece,
                source=source,
                content=tuple(sorted(piece for piece, _ in told)),
                sure_content=min(sure_content for _, sure_content in told),
                sure_source=sure,
            )
        )
    return linked


def choose(candidates: Candidates, scorer: Scorer) -> tuple[Piece | None, float]:
    """Return the likeliest of a piece's candidates, or none, and its probability."""
    odds = scorer.odds(candidates.rows)
    best = int(odds.argmax())
    return (candidates.others[best] if best < len(candidates.others) else None), float(odds[best])
