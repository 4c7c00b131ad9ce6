"""Taggers made by hand, with no training."""

import numpy as np

from onrecord.annotations.quotations_tagger.bundle import Weights
from onrecord.annotations.quotations_tagger.calibration import Calibration
from onrecord.annotations.quotations_tagger.card import Card
from onrecord.annotations.quotations_tagger.crf import Transitions
from onrecord.annotations.quotations_tagger.linking import Scorer
from onrecord.annotations.quotations_tagger.pairs import WIDTH
from onrecord.annotations.quotations_tagger.roles import LABELS, allowed


def made_card():
    return Card(
        made="2026-03-10T12:00Z",
        data={"documents": 3},
        training={"epochs": 1},
        figures={"dev": {"linked_f1": 0.7}},
        timing={"milliseconds_a_report": 50.0},
        versions={"onrecord": "0"},
        floor=0.1,
        cutoff=0.5,
    )


def nearest():
    """Return a scorer that prefers the nearest candidate, and none only where there's no other."""
    hidden = np.zeros((WIDTH, 1))
    hidden[0, 0], hidden[2, 0] = -2.0, -1.0  # "none", and distance
    return Scorer(hidden=hidden, bias=np.zeros(1), out=np.asarray([9.0]))


def made_weights():
    barred = np.where(np.asarray(allowed()), 0.0, -1e4)
    free = np.zeros(len(LABELS))
    return Weights(
        transitions=Transitions(between=barred, first=free, last=free),
        linkers=(nearest(), nearest()),
        calibration=Calibration(weights=(0.25,) * 8, bias=0.0),
    )
