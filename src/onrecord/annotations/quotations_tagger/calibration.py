"""How sure labels and links are in, a confidence out: how often such an attribution is right.

A logistic regression over the log odds of each part, fitted on documents that nothing else was learnt from.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

CEILING: Final = 0.999
FLOOR: Final = 1e-4
HIGHEST: Final = 0.95
STEPS: Final = 0.05
"""Confidence goes in steps of this size up to the highest: of the surest, one in thirty was wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Weights of the parts, and the bias."""

    weights: tuple[float, ...]
    bias: float

    def confidence(self, parts: Sequence[float]) -> float:
        """Return the confidence of an attribution from the numbers of its parts."""
        score = self.bias + sum(w * x for w, x in zip(self.weights, parts, strict=True))
        odds = 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
        return min(HIGHEST, round(round(odds / STEPS) * STEPS, 2))


def log_odds(probability: float) -> float:
    """Return the log odds of a probability, kept off its ends."""
    p = min(max(probability, FLOOR), CEILING)
    return math.log(p / (1 - p))
