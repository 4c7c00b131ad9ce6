"""The scorer says 1 of the gold itself, and finds each kind of fault."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from eval.gold import main, score
from eval.gold_days import days_agree
from eval.gold_record import Line, record_of
from eval.gold_result import Result
from eval.gold_texts import STORIES, labels_of, texts_of
from eval.gold_words import Page, overlap

TEXTS = {
    "a.txt": (
        "Mill burns\n\nThe mill in Oxley burned on Monday. “It was dry,” Ann Bell said. “Too dry.” "
        "At least 12 people were hurt, police said. A hearing will be held on Friday."
    ),
    "b.txt": "Mill hearing put off. Bell said it was dry, too dry. The mill burned. About 15 were hurt.",
}


def gold() -> Line:
    report: Line = {"outlet": "Oxley Echo", "published": "2026-03-03", "dateline": None, "credit": None}
    return {
        "reports": [
            {**report, "file": "a.txt", "headline": "Mill burns", "bylines": ["Jo Hart"]},
            {**report, "file": "b.txt", "headline": "Mill hearing put off", "bylines": []},
        ],
        "copies": [],
        "stories": [{"reports": ["a.txt", "b.txt"]}],
        "entities": [
            {"name": "Ann Bell", "kind": "person", "aliases": ["Bell"], "required": True},
            {"name": "Tom Bell", "kind": "person", "aliases": ["Bell"], "required": False},
            {"name": "Oxley", "kind": "place", "aliases": [], "required": False},
        ],
        "statements": [
            {
                "speakers": ["Ann Bell"],
                "via": [],
                "required": True,
                "variants": [
                    {"report": "a.txt", "pieces": [{"content": "It was dry,"}, {"content": "Too dry."}]},
                    {"report": "b.txt", "pieces": [{"content": "it was dry, too dry"}]},
                ],
            }
        ],
        "events": [
            event("fire", "2026-03-02", "happened", ["a.txt|The mill in Oxley burned", "b.txt|mill burned"]),
            event("hearing", "2026-03-06", "planned", ["a.txt|A hearing will be held on Friday"], "put-off"),
        ],
        "figures": [
            {"readings": [reading("a.txt", "At least 12", 12, "police"), reading("b.txt", "About 15", 15)]}
        ],
        "differences": [
            {
                "kind": "figure",
                "verdict": "conflict",
                "about": "hurt",
                "required": True,
                "between": [
                    {"report": "a.txt", "words": "At least 12"},
                    {"report": "b.txt", "words": "About 15"},
                ],
            }
        ],
    }


def event(label: str, when: str, modality: str, mentions: list[str], outcome: str | None = None) -> Line:
    pairs = [mention.split("|") for mention in mentions]
    return {
        "label": label,
        "when": when,
        "modality": modality,
        "outcome": outcome,
        "required": True,
        "mentions": [{"report": report, "words": words} for report, words in pairs],
    }


def reading(report: str, printed: str, low: int, *givers: str) -> Line:
    values = {"low": low, "high": None if givers else low, "hedge": "at-least" if givers else "about"}
    return {"report": report, "printed": printed, "giver": list(givers), "required": True, **values}


@pytest.fixture
def record() -> Line:
    return record_of(gold(), TEXTS)


def shares(result: Result, kind: str) -> tuple[float | None, float | None]:
    return result.tallies[kind].precision, result.tallies[kind].recall


def test_the_gold_itself_is_all_right(record: Line) -> None:
    result = score(record, gold())
    assert result.findings == ()
    assert (result.total.precision, result.total.recall) == (1.0, 1.0)
    assert set(result.surplus.values()) == {0}


@pytest.mark.parametrize("story", STORIES)
def test_the_gold_of_a_story_is_all_right(story: str) -> None:
    labels = labels_of(story)
    result = score(record_of(labels, texts_of(story, labels)), labels)
    assert [str(finding) for finding in result.findings] == []
    told = [tally for tally in result.tallies.values() if tally.predicted]
    assert len(told) >= 11
    assert {tally.precision for tally in told} == {1.0}
    assert {tally.recall for tally in told if tally.expected} == {1.0}


def test_an_empty_record_is_all_missed() -> None:
    keys = ("reports", "copies", "stories", "entities", "statements", "events", "figures", "differences")
    result = score({key: [] for key in keys}, gold())
    assert (result.total.predicted, result.total.found) == (0, 0)
    assert {finding.what for finding in result.findings} == {"miss"}


def test_a_wrong_speaker_is_false_and_missed(record: Line) -> None:
    record["statements"][0]["speakers"] = ["Oxley"]
    assert shares(score(record, gold()), "statements") == (0.0, 0.0)


def test_a_namesake_is_a_wrong_speaker(record: Line) -> None:
    record["statements"][0]["speakers"] = ["Tom Bell"]
    assert shares(score(record, gold()), "statements") == (0.0, 0.0)


def test_no_speaker_is_a_wrong_speaker(record: Line) -> None:
    record["statements"][0]["speakers"] = []
    assert shares(score(record, gold()), "statements") == (0.0, 0.0)


def test_one_of_two_joint_speakers_is_not_enough(record: Line) -> None:
    wanted = gold()
    wanted["statements"][0]["speakers"] = ["Ann Bell", "Tom Bell"]
    assert shares(score(record, wanted), "statements") == (0.0, 0.0)


def test_a_variant_with_some_of_its_pieces_is_right(record: Line) -> None:
    del record["statements"][0]["variants"][0]["pieces"][1]
    assert shares(score(record, gold()), "statements") == (1.0, 1.0)


def test_a_variant_with_other_words_is_false(record: Line) -> None:
    content = record["statements"][0]["variants"][0]["pieces"][0]["content"][0]
    content["text"] = "The mill in Oxley burned on Monday."
    del record["statements"][0]["variants"][0]["pieces"][1]
    assert shares(score(record, gold()), "statements") == (0.5, 0.5)


def test_a_statement_told_apart_loses_its_pair(record: Line) -> None:
    one, other = copy.deepcopy(record["statements"][0]), copy.deepcopy(record["statements"][0])
    one["variants"], other["variants"] = one["variants"][:1], other["variants"][1:]
    record["statements"] = [one, other]
    result = score(record, gold())
    assert shares(result, "statements") == (1.0, 1.0)
    assert shares(result, "variants together") == (None, 0.0)


def test_a_split_event_is_right_twice_and_found_once(record: Line) -> None:
    fire = record["events"][0]
    record["events"] = [{**fire, "support": [support]} for support in fire["support"]]
    result = score(record, gold())
    assert (result.tallies["events"].right, result.tallies["events"].found) == (2, 1)
    assert result.surplus["events"] == 1


@pytest.mark.parametrize(
    "change",
    [{"modality": "planned"}, {"when": {"edtf": "2026-03-03"}}, {"when": None}, {"support": []}],
    ids=["modality", "day", "no day", "no words"],
)
def test_an_event_told_otherwise_is_false(record: Line, change: Line) -> None:
    record["events"][0] |= change
    assert shares(score(record, gold()), "events") == (0.5, 0.5)


def test_a_plan_that_was_held_may_stand_as_the_happening(record: Line) -> None:
    wanted = gold()
    wanted["events"][1]["outcome"] = "held"
    record["events"][1] |= {"modality": "happened", "outcome": {"state": "held"}}
    assert shares(score(record, wanted), "events") == (1.0, 1.0)


def test_a_plan_taken_for_a_happening_is_false(record: Line) -> None:
    record["events"][1] |= {"modality": "happened", "outcome": None}
    assert shares(score(record, gold()), "events") == (0.5, 0.5)


def test_a_wrong_outcome_is_false(record: Line) -> None:
    record["events"][1]["outcome"] = {"state": "pending"}
    result = score(record, gold())
    assert shares(result, "outcomes") == (0.0, 0.0)
    assert shares(result, "events") == (1.0, 1.0)


def test_a_lost_hedge_is_false(record: Line) -> None:
    record["figures"][0]["readings"][0] |= {"hedge": "exact", "high": 12}
    assert shares(score(record, gold()), "figures") == (0.5, 0.5)


def test_a_reading_is_found_by_its_number_in_a_longer_support(record: Line) -> None:
    span = record["figures"][0]["readings"][0]["support"]["span"]
    span["end"] += len(" people were hurt, police said")
    span["text"] += " people were hurt, police said"
    assert shares(score(record, gold()), "figures") == (1.0, 1.0)


def test_a_wrong_giver_leaves_the_reading_right(record: Line) -> None:
    record["figures"][0]["readings"][0]["support"]["given_by"] = ["Ann Bell"]
    result = score(record, gold())
    assert shares(result, "figures") == (1.0, 1.0)
    assert shares(result, "givers") == (0.0, 0.0)


def test_a_difference_needs_two_sides(record: Line) -> None:
    del record["differences"][0]["sides"][1]
    assert shares(score(record, gold()), "differences") == (0.0, 0.0)


def test_a_second_entity_for_one_is_false(record: Line) -> None:
    record["entities"].append({**record["entities"][0], "id": "again", "name": "Ann Bell"})
    assert score(record, gold()).tallies["entities"].right == 3
    assert shares(score(record, gold()), "entities") == (0.75, 1.0)


def test_an_optional_line_is_right_and_never_missed(record: Line) -> None:
    with_it = score(record, gold()).tallies["entities"]
    record["entities"] = [line for line in record["entities"] if line["name"] != "Oxley"]
    without = score(record, gold()).tallies["entities"]
    assert (with_it.right, with_it.recall) == (3, 1.0)
    assert (without.right, without.recall) == (2, 1.0)


def test_a_made_up_fact_is_false_and_an_empty_one_missed(record: Line) -> None:
    record["reports"][0] |= {"credit": "An Agency", "outlet": None}
    tally = score(record, gold()).tallies["report facts"]
    assert (tally.predicted, tally.right, tally.expected, tally.found) == (7, 6, 7, 6)


def test_a_report_that_the_gold_does_not_know_is_false(record: Line) -> None:
    record["reports"].append(
        {**record["reports"][0], "id": "c", "address": "README.md", "headline": "Read me"}
    )
    assert score(record, gold()).tallies["report facts"].predicted == 8


def test_stories_and_copies_are_compared_by_pairs(record: Line) -> None:
    record["stories"] = [{"reports": ["a.txt"]}, {"reports": ["b.txt"]}]
    record["copies"] = [{"reports": [{"report": "a.txt"}, {"report": "b.txt"}]}]
    result = score(record, gold())
    assert shares(result, "stories") == (None, 0.0)
    assert shares(result, "copies") == (0.0, None)


def test_a_record_without_texts_is_compared_by_its_words(record: Line) -> None:
    for report in record["reports"]:
        report["text"] = None
    assert score(record, gold()).findings == ()


@pytest.mark.parametrize(
    ("wanted", "given", "agree"),
    [
        ("2026-03-02", "2026-03-02", True),
        ("2026-03-02", "2026-03-03", False),
        ("2026-03", "2026-03-04", True),
        ("[2026-03-09..2026-03-15]", "2026-03-16", False),
        ("2026-03-02", "../2026-03-06", True),
        ("2026-03-08/..", "2026-03-08", True),
        ("../2026-03-31", None, True),
        (None, "../2026-03-02", True),
        (None, "2026-03-02", False),
        ("2026-03-02", None, False),
        ("2009", "2026", False),
        ("2024-23", "2024-10-05", True),
        ("2024-23", "2024-12-01", False),
        ("2024-24", "2025-02-28", True),
        ("2024-24", "2025-03-01", False),
    ],
)
def test_days(wanted: str | None, given: str | None, agree: bool) -> None:
    assert days_agree(wanted, given) is agree


def test_words_are_found_under_other_marks_and_spaces() -> None:
    page = Page("He said:\n  “It’s dry,” and left. It's dry.")
    span: dict[str, Any] = {"start": 11, "end": 20, "text": "“It’s dry"}
    assert overlap(page, span, "It's dry", 0) > 0.8
    assert overlap(page, span, "It's dry", 1) == 0.0


def test_the_command_prints_the_table(
    record: Line, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export, labels = tmp_path / "export.json", tmp_path / "gold.json"
    export.write_text(json.dumps(record), encoding="utf-8")
    labels.write_text(json.dumps(gold()), encoding="utf-8")
    assert main([str(export), "--gold", str(labels)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].split() == ["kind", "precision", "recall", "produced", "right", "required", "found"]
    assert any(line.startswith("all ") and "1.000" in line for line in printed)
