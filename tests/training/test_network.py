"""The networks, where torch is installed."""

from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.annotations.quotations_tagger.roles import LABELS, allowed

torch = pytest.importorskip("torch", reason="the extra `train` is not installed")


@pytest.fixture(scope="module")
def network():
    from onrecord.training import network

    return network


def test_the_chains_loss_is_that_of_all_labellings(network):
    torch.manual_seed(3)
    chain = network.Chain()
    for parameter in chain.parameters():
        torch.nn.init.normal_(parameter)
    scores, labels = torch.randn(1, 3, len(LABELS)), torch.tensor([[1, 2, 3]])
    between = (chain.between + chain.barred).detach().numpy()

    def total(row):
        steps = between[row[0], row[1]] + between[row[1], row[2]]
        ends = float((chain.first[row[0]] + chain.last[row[2]]).detach())
        return steps + ends + sum(float(scores[0, n, b]) for n, b in enumerate(row))

    rows = [
        row
        for row in product(range(len(LABELS)), repeat=3)
        if allowed()[row[0]][row[1]] and allowed()[row[1]][row[2]]
    ]
    expected = np.logaddexp.reduce([total(row) for row in rows]) - total((1, 2, 3))
    loss = chain.loss(scores, labels, torch.ones(1, 3, dtype=torch.bool))
    assert float(loss.detach()) == pytest.approx(expected, abs=1e-3)


def test_padding_changes_no_loss(network):
    torch.manual_seed(3)
    chain = network.Chain()
    scores, labels = torch.randn(1, 5, len(LABELS)), torch.tensor([[0, 1, 2, 0, 0]])
    short = chain.loss(scores[:, :3], labels[:, :3], torch.ones(1, 3, dtype=torch.bool))
    mask = torch.tensor([[True, True, True, False, False]])
    assert float(chain.loss(scores, labels, mask).detach()) == pytest.approx(float(short.detach()), abs=1e-5)


def test_the_rate_rises_and_falls_to_nothing():
    from onrecord.training.fitting import Plan, rate_at

    rates = [rate_at(step, 100, Plan()) for step in range(101)]
    assert max(rates) == 1.0
    assert rates[0] < rates[5] < rates[9]
    assert rates[100] == 0.0
    assert all(a >= b for a, b in pairwise(rates[10:]))
