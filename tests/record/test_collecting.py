"""Composing without looks for cycles."""

import gc

import pytest

from onrecord.record.collecting import uncollected


def test_the_collector_rests_meanwhile_and_is_at_work_again_after() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled(), "who comes first ends it"
    assert gc.isenabled()


def test_it_is_at_work_again_after_a_failure() -> None:
    with pytest.raises(ValueError, match="no such thing"), uncollected():
        raise ValueError("no such thing")
    assert gc.isenabled()
