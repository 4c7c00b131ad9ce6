"""A parsed report in, attributions out: features, encoder, chain, links, confidence, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations_tagger.bundle import Bundle, read
from onrecord.annotations.quotations_tagger.calibration import log_odds
from onrecord.annotations.quotations_tagger.crf import Scores, marginals, viterbi
from onrecord.annotations.quotations_tagger.encoding import BEGIN, END, pieces_of, shown
from onrecord.annotations.quotations_tagger.features import Table, features
from onrecord.annotations.quotations_tagger.linking import Linked, link
from onrecord.annotations.quotations_tagger.roles import LABELS, Piece, decode
from onrecord.annotations.quotations_tagger.windows import windows
from onrecord.annotations.quotations_tagger.words import Words, words_of
from onrecord.errors import ModelNotFoundError
from onrecord.model.span import Span

CORE = 112
CONTEXT = 24
"""Word pieces that a window labels, and that it shows on each side: together what training showed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is cited for what, by place, and how sure that is.

    Attributes:
        parts: what the confidence was worked out from.
    """

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    confidence: float
    parts: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Labelled:
    """The words of a report with their labels and the probability of each label."""

    words: Words
    features: Table
    pieces: tuple[Piece, ...]
    odds: Scores


class Tagger:
    """A tagger made ready.

    Its encoder runs on one thread, window by window, so that a report's labels depend on nothing but it.

    Raises:
        ModelNotFoundError: The packages that run it are not installed.
    """

    def __init__(self, bundle: Bundle) -> None:
        self.bundle = bundle
        self._session, self._tokenizer = _ready(bundle)
        self._marks = (self._tokenizer.token_to_id(BEGIN), self._tokenizer.token_to_id(END))

    @classmethod
    def load(cls, path: Path) -> "Tagger":
        """Return the tagger of a file."""
        return cls(read(path))

    def attributions(self, parsed: Parsed) -> list[Attribution]:
        """Return all attributions of a report, by the place of their cues, however unsure."""
        labelled = self.labelled(parsed)
        weights = self.bundle.weights
        linked = link(labelled.words, labelled.features, labelled.pieces, weights.linkers)
        return [self._attribution(labelled, each) for each in linked]

    def labelled(self, parsed: Parsed) -> Labelled:
        """Return the report's words with their labels."""
        words = words_of(parsed)
        table = features(parsed, words, self.bundle.lexicon)
        scores = self._scores(words, table)
        chain = self.bundle.weights.transitions
        labels = viterbi(scores, chain)
        return Labelled(
            words=words,
            features=table,
            pieces=tuple(decode(labels.tolist())),
            odds=marginals(scores, chain),
        )

    def _scores(self, words: Words, table: Table) -> Scores:
        """Return one row of scores a word."""
        scores = np.zeros((len(words), len(LABELS)))
        if not len(words):
            return scores
        pieces = pieces_of([token.text for token in words.tokens], self._tokenizer)
        counts = [len(each) for each in pieces]
        cut = windows(counts, words.sentence, words.paragraph, core=CORE, context=CONTEXT)
        for window, seen in zip(cut, shown(pieces, table, cut, self._marks), strict=True):
            given = {"pieces": seen.pieces[None], "features": seen.features[None]}
            found = self._session.run(["scores"], given)[0][0][seen.heads]
            core = slice(window.core - window.start, window.core_end - window.start)
            scores[window.core : window.core_end] = found[core]
        return scores

    def _attribution(self, labelled: Labelled, linked: Linked) -> Attribution:
        words = labelled.words
        parts = parts_of(labelled, linked)
        return Attribution(
            cue=words.span(linked.cue.first, linked.cue.last),
            source=None if linked.source is None else words.span(linked.source.first, linked.source.last),
            content=tuple(words.span(piece.first, piece.last) for piece in linked.content),
            confidence=self.bundle.weights.calibration.confidence(parts),
            parts=parts,
        )


def parts_of(labelled: Labelled, linked: Linked) -> tuple[float, ...]:
    """Return what an attribution's confidence is worked out from, as log odds."""
    has_source = linked.source is not None
    return (
        log_odds(min(_core(labelled.odds, piece) for piece in linked.content)),
        log_odds(min(_sure(labelled.odds, piece) for piece in linked.content)),
        log_odds(_sure(labelled.odds, linked.cue)),
        log_odds(_sure(labelled.odds, linked.source)) if linked.source is not None else 0.0,
        log_odds(linked.sure_content),
        log_odds(linked.sure_source) if has_source else 0.0,
        0.0 if has_source else 1.0,
        0.0 if has_source else log_odds(linked.sure_source),
    )


def _core(odds: Scores, piece: Piece) -> float:
    """Return the mean probability that the words of a piece are of its role, whatever its edges."""
    label = LABELS.index(f"B-{piece.role}")
    return float(odds[piece.first : piece.last + 1, label : label + 2].sum(axis=1).mean())


def _sure(odds: Scores, piece: Piece) -> float:
    """Return the least probability of a piece's labels: of its beginning, its words, its end."""
    label = LABELS.index(f"B-{piece.role}")
    least = float(odds[piece.first, label])
    if piece.last > piece.first:
        least = min(least, float(odds[piece.first + 1 : piece.last + 1, label + 1].min()))
    if piece.last + 1 < len(odds):
        least = min(least, 1 - float(odds[piece.last + 1, label + 1]))
    return least


def _ready(bundle: Bundle) -> tuple[Any, Any]:
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as error:
        raise ModelNotFoundError(
            f'a tagger is there and {error.name} is not: pip install "onrecord[tagger]"'
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        bundle.encoder, sess_options=options, providers=["CPUExecutionProvider"]
    )
    tokenizer = Tokenizer.from_str(bundle.tokenizer)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return session, tokenizer


def kept(attributions: Sequence[Attribution], cutoff: float) -> list[Attribution]:
    """Return the attributions at or above a confidence."""
    return [each for each in attributions if each.confidence >= cutoff]
