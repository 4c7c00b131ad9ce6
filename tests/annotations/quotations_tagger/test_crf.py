"""The chain against all labellings counted out."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from onrecord.annotations.quotations_tagger.crf import Transitions, marginals, viterbi

scores = st.floats(-4, 4).map(lambda x: round(x, 3))


def chain(between, first=(0.0, 0.0, 0.0), last=(0.0, 0.0, 0.0)):
    return Transitions(between=np.asarray(between), first=np.asarray(first), last=np.asarray(last))


def total(labels, emissions, t):
    steps = sum(t.between[a, b] for a, b in pairwise(labels))
    return (
        t.first[labels[0]] + t.last[labels[-1]] + steps + sum(emissions[n, b] for n, b in enumerate(labels))
    )


cases = st.tuples(
    arrays(np.float64, (4, 3), elements=scores),
    arrays(np.float64, (3, 3), elements=scores),
    arrays(np.float64, (3,), elements=scores),
    arrays(np.float64, (3,), elements=scores),
)


@settings(deadline=None, max_examples=60)
@given(cases)
def test_viterbi_finds_the_best_of_all(case):
    emissions, between, first, last = case
    t = chain(between, first, last)
    best = max(total(labels, emissions, t) for labels in product(range(3), repeat=4))
    assert total(viterbi(emissions, t), emissions, t) == pytest.approx(best)


@settings(deadline=None, max_examples=60)
@given(cases)
def test_marginals_are_shares_of_all(case):
    emissions, between, first, last = case
    t = chain(between, first, last)
    odds = {labels: np.exp(total(labels, emissions, t)) for labels in product(range(3), repeat=4)}
    whole = sum(odds.values())
    expected = [[sum(p for la, p in odds.items() if la[n] == b) / whole for b in range(3)] for n in range(4)]
    assert marginals(emissions, t) == pytest.approx(np.asarray(expected), abs=1e-9)


def test_what_is_barred_never_comes():
    between = np.zeros((3, 3))
    between[0, 2] = -1e4
    emissions = np.asarray([[3.0, 0.0, 0.0], [0.0, 0.0, 2.0]])
    t = chain(between)
    assert viterbi(emissions, t).tolist() != [0, 2]
    assert np.isfinite(marginals(emissions, t)).all()


def test_no_words_have_no_labels():
    t = chain(np.zeros((3, 3)))
    assert viterbi(np.zeros((0, 3)), t).tolist() == []
    assert marginals(np.zeros((0, 3)), t).shape == (0, 3)


def test_a_long_text_keeps_its_sums():
    t = chain(np.zeros((3, 3)))
    odds = marginals(np.full((5000, 3), 9.0), t)
    assert odds == pytest.approx(np.full((5000, 3), 1 / 3))
