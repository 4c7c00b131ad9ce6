import json
import sys
import types

import pytest


@pytest.fixture
def task(monkeypatch):
    """Put an evaluation of our own in the place of a task's."""
    asked: dict[str, object] = {}

    def evaluate(directory, part="dev", cutoffs=(0.0,)):
        asked.update(directory=directory, part=part, cutoffs=cutoffs)
        return {"0.50": {"linked_f1": 0.5}}

    module = types.ModuleType("onrecord.evaluation.quotes")
    setattr(module, "evaluate", evaluate)  # noqa: B010
    monkeypatch.setitem(sys.modules, "onrecord.evaluation.quotes", module)
    return asked


def test_the_scorers_metrics_are_printed(onrecord, task, tmp_path):
    ran = onrecord("eval", "quotes", tmp_path, "--part", "train", "--at", "0.5", "--at", "0.7")
    assert ran.status == 0
    assert "linked_f1   0.5000" in ran.out
    assert (task["part"], task["cutoffs"]) == ("train", (0.5, 0.7))


def test_metrics_as_json_keep_their_keys(onrecord, task, tmp_path):
    assert json.loads(onrecord("eval", "quotes", tmp_path, "--json").out) == {"0.50": {"linked_f1": 0.5}}


def test_a_folder_that_is_not_there_is_wrong_usage(onrecord, tmp_path):
    assert onrecord("eval", "quotes", tmp_path / "none").status == 2


def test_a_task_that_is_not_one_is_wrong_usage(onrecord, tmp_path):
    assert onrecord("eval", "poems", tmp_path).status == 2
