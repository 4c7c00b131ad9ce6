"""Attributions of held-out documents in, their calibration and the two cut-offs out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from onrecord.annotations.quotations_tagger.calibration import Calibration
from onrecord.annotations.quotations_tagger.tagger import Attribution
from onrecord.evaluation.scorer import load_scorer
from onrecord.model.span import Span
from onrecord.training.examples import Example

PRECISION: Final = 0.85
"""Share of those with a speaker that `read` wants right, in speaker and content."""

GRID: Final = tuple(round(0.05 * n, 2) for n in range(20))
RIDGE: Final = 1.0
ROUNDS: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One attribution that was found, and whether the scorer takes it for right, and for direct speech."""

    attribution: Attribution
    right: bool
    direct: bool = False


def judge(directory: Path, example: Example, found: Iterable[Attribution]) -> list[Judged]:
    """Return the attributions found in a document, each judged by itself by the benchmark's scorer."""
    scorer = load_scorer(directory)
    gold = list(example.attributions)
    judged = []
    for each in found:
        counts = scorer.score_quotes_doc(example.doc.text, gold, [as_row(each)])
        direct = counts["direct_precision"].predicted > 0
        judged.append(Judged(attribution=each, right=counts["linked"].right > 0, direct=direct))
    return judged


def direct_ones(directory: Path, example: Example) -> int:
    """Return how many of a document's attributions in the gold the scorer takes for direct speech."""
    scorer = load_scorer(directory)
    gold: int = scorer.score_quotes_doc(example.doc.text, list(example.attributions), [])[
        "direct_recall"
    ].gold
    return gold


def as_row(attribution: Attribution) -> dict[str, list[list[int]]]:
    """Return an attribution in the scorer's form."""
    source = () if attribution.source is None else (attribution.source,)
    return {
        "source": _spans(source),
        "cue": _spans((attribution.cue,)),
        "content": _spans(attribution.content),
    }


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def calibrate(judged: Sequence[Judged], count: int) -> Calibration:
    """Return the logistic regression of being right on an attribution's parts (Newton's method, ridge).

    Args:
        judged: what to fit on; of nothing nothing is learnt.
        count: numbers that an attribution's parts have.
    """
    parts = np.asarray([each.attribution.parts for each in judged]).reshape(-1, count)
    rows = np.hstack([parts, np.ones((len(parts), 1))])
    right = np.asarray([each.right for each in judged], dtype=np.float64)
    weights = np.zeros(rows.shape[1])
    penalty = np.diag([RIDGE] * parts.shape[1] + [1e-6])
    for _ in range(ROUNDS):
        odds = 1 / (1 + np.exp(-(rows @ weights).clip(-30, 30)))
        slope = rows.T @ (right - odds) - penalty @ weights
        curve = (rows * (odds * (1 - odds))[:, None]).T @ rows + penalty
        weights += np.linalg.solve(curve, slope)
    rounded = [round(float(weight), 5) for weight in weights]
    return Calibration(weights=tuple(rounded[:-1]), bias=rounded[-1])


def floor_of(judged: Sequence[Judged], calibration: Calibration, gold: tuple[int, int]) -> float:
    """Return the confidence from which giving attributions serves best; the lowest of equals.

    Best is the highest mean of two F1: of all attributions, and of direct speech, where a wrong line does
    the most harm.

    Args:
        judged: what was found.
        calibration: to the confidence of each.
        gold: how many attributions there are, and how many of them are direct.
    """
    sure = np.asarray(
        [(calibration.confidence(each.attribution.parts), each.right, each.direct) for each in judged]
    ).reshape(-1, 3)

    def f1(rows: NDArray[np.float64], count: int) -> float:
        return float(2 * rows[:, 1].sum() / max(len(rows) + count, 1))

    def worth(at: float) -> float:
        given = sure[sure[:, 0] >= at]
        return f1(given, gold[0]) + f1(given[given[:, 2] > 0], gold[1])

    return max(GRID, key=lambda at: (round(worth(at), 6), -at))


def cutoff_of(judged: Sequence[Judged], calibration: Calibration) -> float:
    """Return the lowest confidence from which `PRECISION` of those with a source are right."""
    sure = _sure([each for each in judged if each.attribution.source is not None], calibration)
    for at in GRID:
        given = sure[sure[:, 0] >= at]
        if len(given) and given[:, 1].mean() >= PRECISION:
            return at
    return GRID[-1]


def _sure(judged: Sequence[Judged], calibration: Calibration) -> NDArray[np.float64]:
    """Return confidence and rightness of each."""
    rows = [(calibration.confidence(each.attribution.parts), float(each.right)) for each in judged]
    return np.asarray(rows).reshape(-1, 2)


def rows_of(found: Mapping[str, Sequence[Attribution]], at: float) -> list[dict[str, Any]]:
    """Return the predictions of documents, in the scorer's form, from a confidence on."""
    return [
        {"id": name, "attributions": [as_row(each) for each in rows if each.confidence >= at]}
        for name, rows in found.items()
    ]
