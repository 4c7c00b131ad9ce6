"""Several stories are scored together and apart; small kinds are listed case by case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from eval.gold import score
from eval.gold_record import record_of
from eval.gold_result import Result, Scored, Tally, hit, miss
from eval.gold_texts import labels_of, texts_of
from eval.golden_table import lines, shares

from eval import golden


def result(story: str) -> Result:
    labels = labels_of(story)
    return score(record_of(labels, texts_of(story, labels)), labels)


def test_counts_of_two_stories_are_added() -> None:
    both = {story: result(story) for story in ("ferry", "trial")}
    printed = list(lines(both))
    events = next(line.split() for line in printed if line.startswith("events "))
    assert events == ["events", "1.000", "1.000", "475", "475", "143", "143"]
    rows = [line.split() for line in printed if line.startswith("  ferry ")]
    assert ["ferry", "1.000", "1.000", "218", "218", "68", "68"] in rows


def test_kinds_with_few_lines_and_outcomes_are_listed_case_by_case() -> None:
    printed = list(lines({"ferry": result("ferry")}))
    listed = [line.partition(",")[0] for line in printed if "case by case" in line]
    assert "copies" in listed
    assert "outcomes" in listed
    assert "withdrawals" in listed
    assert "events" not in listed
    at = printed.index("copies, case by case (1 required):")
    assert printed[at + 1].startswith("ferry      right  01-tna-ferry-capsizes.txt")
    assert any("news: not scored" in line for line in printed)


def test_new_facts_are_listed_case_by_case_and_are_in_no_total() -> None:
    news = Scored(
        tallies={},
        within={"news": Tally(predicted=2, right=1, expected=2, found=1)},
        findings=(miss("news", "b.txt", "event: the quay reopened", "new after a.txt"),),
        others=(hit("news", "b.txt", "event: the fair closed", "new after a.txt"),),
    )
    alone = result("ferry")
    printed = list(lines({"ferry": Result.of((alone, news))}))
    at = printed.index("news, case by case (2 required):")
    assert [line.split()[1] for line in printed[at + 1 : at + 3]] == ["right", "miss"]
    assert Result.of((alone, news)).total == alone.total
    assert not any("news: not scored" in line for line in printed)


def test_an_outcome_whose_plan_is_not_in_the_record_is_told_as_absent() -> None:
    labels = labels_of("ferry")
    made = record_of(labels, texts_of("ferry", labels))
    made["events"] = [line for line in made["events"] if not line.get("outcome")]
    printed = list(lines({"ferry": score(made, labels)}))
    assert sum(line.startswith("ferry      absent") for line in printed) >= 9


def test_the_gate_gets_kinds_with_enough_lines() -> None:
    told = shares({"ferry": result("ferry")})
    assert told["gold events"] == {"items": 68, "precision": 1.0, "recall": 1.0}
    assert "gold copies" not in told


def test_kept_exports_are_scored_without_reading(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labels = labels_of("ferry")
    made = record_of(labels, texts_of("ferry", labels))
    (tmp_path / "ferry.json").write_text(json.dumps(made), encoding="utf-8")
    told = tmp_path / "shares.json"
    assert golden.main(["ferry", "--records", str(tmp_path), "--json", str(told)]) == 0
    assert capsys.readouterr().out.startswith("kind ")
    assert json.loads(told.read_text())["gold figures"]["recall"] == 1.0


def test_a_story_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        golden.main(["flood"])
    assert "no golden story is called flood" in capsys.readouterr().err


def test_a_failed_read_ends_with_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(golden, "folder_of", lambda _story: tmp_path / "nowhere")
    with pytest.raises(SystemExit, match="failed"):
        golden.read("ferry", tmp_path, tmp_path)
