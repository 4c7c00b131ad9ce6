"""The gate on made-up figures."""

import json
from pathlib import Path

import pytest

from eval import gate

FLOORS = {"figures": {"items": 400.0, "value_f1": 0.90, "value_change_f1": 0.80}}


def measured(value: float, change: float = 0.80) -> gate.Figures:
    return {"figures": {"items": 400.0, "value_f1": value, "value_change_f1": change}}


def fallen(figures: gate.Figures) -> list[str]:
    return [line.key for line in gate.compare(FLOORS, figures) if line.fallen]


def test_the_margin_shrinks_with_the_square_root_of_the_items() -> None:
    assert gate.margin(477) == pytest.approx(0.0075, abs=0.0001)
    assert gate.margin(400) == pytest.approx(2 * gate.margin(1600))
    assert gate.margin(0) == 0


def test_a_figure_at_or_above_its_floor_passes() -> None:
    assert fallen(measured(0.90)) == []
    assert fallen(measured(0.95)) == []


def test_a_loss_within_the_noise_passes() -> None:
    assert fallen(measured(0.90 - 0.9 * gate.margin(400))) == []


def test_a_loss_beyond_the_noise_fails() -> None:
    assert fallen(measured(0.90 - 1.1 * gate.margin(400))) == ["value_f1"]


def test_a_figure_without_a_floor_passes() -> None:
    lines = gate.compare({}, measured(0.1))
    assert [line.fallen for line in lines] == [False, False]


def test_update_raises_and_never_lowers() -> None:
    new = gate.raised(FLOORS, measured(0.93, 0.70))
    assert new["figures"]["value_f1"] == 0.93
    assert new["figures"]["value_change_f1"] == 0.80


def test_update_lowers_only_when_a_regression_is_allowed() -> None:
    new = gate.raised(FLOORS, measured(0.93, 0.70), allow_regression=True)
    assert new["figures"]["value_change_f1"] == 0.70


def test_update_keeps_what_was_not_measured() -> None:
    new = gate.raised({**FLOORS, "times": {"items": 9.0, "value_f1": 0.8}}, measured(0.9))
    assert new["times"] == {"items": 9.0, "value_f1": 0.8}


def test_the_command_fails_on_a_fallen_figure_and_update_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps(FLOORS), "utf-8")
    monkeypatch.setattr(gate, "measure", lambda _folder: measured(0.5, 0.9))
    arguments = ["--benchmarks", str(tmp_path), "--floors", str(floors)]
    assert gate.main(arguments) == 1
    assert "FALLEN" in capsys.readouterr().out
    assert gate.main([*arguments, "--update"]) == 0
    written = json.loads(floors.read_text("utf-8"))
    assert (written["figures"]["value_f1"], written["figures"]["value_change_f1"]) == (0.90, 0.9)


def test_only_tasks_that_are_there_are_measured(tmp_path: Path) -> None:
    assert gate.measure(tmp_path) == {}


def test_golden_stories_may_be_measured_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shares, floors = tmp_path / "shares.json", tmp_path / "floors.json"
    floors.write_text(json.dumps({"gold events": {"items": 479, "precision": 0.95, "recall": 0.23}}), "utf-8")
    arguments = ["--gold", str(shares), "--floors", str(floors)]
    shares.write_text(json.dumps({"gold events": {"items": 479, "precision": 0.96, "recall": 0.25}}), "utf-8")
    assert gate.main(arguments) == 0
    shares.write_text(json.dumps({"gold events": {"items": 479, "precision": 0.91, "recall": 0.25}}), "utf-8")
    assert gate.main(arguments) == 1
    assert "FALLEN" in capsys.readouterr().out


def test_nothing_to_measure_is_wrong_usage() -> None:
    with pytest.raises(SystemExit):
        gate.main([])


def test_every_floor_that_is_kept_is_a_share() -> None:
    kept = json.loads(gate.FLOORS.read_text("utf-8"))
    assert all(0 <= v <= 1 for keys in kept.values() for k, v in keys.items() if k != "items")
