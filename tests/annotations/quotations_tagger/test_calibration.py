"""From the sureness of parts to a confidence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotations.quotations_tagger.calibration import Calibration, log_odds


@given(st.lists(st.floats(0, 1), min_size=3, max_size=3), st.floats(-5, 5))
def test_confidence_is_a_step_from_0_to_1(odds, bias):
    found = Calibration(weights=(1.0, 0.5, 2.0), bias=bias).confidence([log_odds(p) for p in odds])
    assert 0 <= found <= 1
    assert found * 20 == pytest.approx(round(found * 20))


def test_surer_parts_give_more_confidence():
    made = Calibration(weights=(1.0,), bias=0.0)
    assert made.confidence([log_odds(0.9)]) == 0.9
    assert made.confidence([log_odds(0.2)]) == 0.2


def test_every_part_needs_its_weight():
    with pytest.raises(ValueError, match=r"shorter|longer"):
        Calibration(weights=(1.0,), bias=0.0).confidence([1.0, 2.0])
