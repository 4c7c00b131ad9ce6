"""The loop of training, as far as it can be seen without an encoder."""

import pytest

torch = pytest.importorskip("torch")


def test_the_mean_is_of_the_steps_that_count() -> None:
    from onrecord.training.fitting import Mean

    weight = torch.nn.Parameter(torch.tensor([0.0]))
    mean = Mean([weight], after=2)
    for value in (100.0, 50.0, 3.0, 5.0):
        weight.data.fill_(value)
        mean.step()
    mean.put_in()
    assert weight.item() == 4.0


def test_weights_stay_where_no_step_counted() -> None:
    from onrecord.training.fitting import Mean

    weight = torch.nn.Parameter(torch.tensor([7.0]))
    mean = Mean([weight], after=5)
    mean.step()
    mean.put_in()
    assert weight.item() == 7.0
