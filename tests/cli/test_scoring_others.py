"""Other systems' predictions are scored; a tagger is measured for quotations alone."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from onrecord.cli.main import cli
from onrecord.evaluation import scorer


def test_predictions_of_another_system_are_scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[Any] = []

    def score(directory: Path, task: str, predictions: Any, part: str | None = None) -> dict[str, float]:
        given.extend((directory, task, list(predictions), part))
        return {"value_f1": 0.5}

    monkeypatch.setattr(scorer, "score", score)
    file = tmp_path / "theirs.jsonl"
    file.write_text('{"id": "a", "quantities": []}\n\n', encoding="utf-8")
    result = CliRunner().invoke(cli, ["eval", "figures", str(tmp_path), "--predictions", str(file), "--json"])
    assert json.loads(result.output) == {"value_f1": 0.5}
    assert given == [tmp_path, "figures", [{"id": "a", "quantities": []}], None]


def test_a_tagger_is_measured_for_quotations_alone(tmp_path: Path) -> None:
    file = tmp_path / "tagger"
    file.touch()
    result = CliRunner().invoke(cli, ["eval", "times", str(tmp_path), "--tagger", str(file)])
    assert result.exit_code == 2
    assert "quotes alone" in result.output
