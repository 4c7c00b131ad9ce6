"""Scores of labels for each word in, the best labelling and the sureness of it out: a linear-chain CRF.

Decoding is numpy alone: Viterbi for the best sequence, forward and backward sums for the probability of each
label at each word (Lafferty, McCallum and Pereira 2001). Training has its own in `onrecord.training`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Transitions:
    """Log scores: `between[a, b]` of label b after a, `first[b]` of beginning so, `last[a]` of ending so."""

    between: Scores
    first: Scores
    last: Scores


def viterbi(emissions: Scores, transitions: Transitions) -> Labels:
    """Return the labelling of the highest score; ties go to the lower label.

    Args:
        emissions: one row a word, one column a label.
        transitions: log scores between the labels.
    """
    count = len(emissions)
    if count == 0:
        return np.zeros(0, dtype=np.int64)
    best = transitions.first + emissions[0]
    came = np.zeros(emissions.shape, dtype=np.int64)
    for word in range(1, count):
        paths = best[:, None] + transitions.between
        came[word] = paths.argmax(axis=0)
        best = paths.max(axis=0) + emissions[word]
    labels = np.zeros(count, dtype=np.int64)
    labels[-1] = int((best + transitions.last).argmax())
    for word in range(count - 1, 0, -1):
        labels[word - 1] = came[word, labels[word]]
    return labels


def marginals(emissions: Scores, transitions: Transitions) -> Scores:
    """Return the probability of each label at each word; the rows sum to 1."""
    count = len(emissions)
    if count == 0:
        return np.zeros(emissions.shape)
    forward, backward = emissions.copy(), np.zeros(emissions.shape)
    step = np.exp(transitions.between)
    forward[0] += transitions.first
    for word in range(1, count):
        forward[word] += _summed(forward[word - 1], step)
    backward[-1] = transitions.last
    for word in range(count - 2, -1, -1):
        backward[word] = _summed(backward[word + 1] + emissions[word + 1], step.T)
    both = forward + backward
    both -= both.max(axis=1, keepdims=True)
    odds = np.exp(both)
    return np.asarray(odds / odds.sum(axis=1, keepdims=True))


def _summed(scores: Scores, step: Scores) -> Scores:
    """Return the log of the sum over the labels before, the top taken out so that nothing underflows."""
    top = scores.max()
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(np.exp(scores - top) @ step) + top)
