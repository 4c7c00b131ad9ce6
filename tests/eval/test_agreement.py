"""Two readers who say the same agree wholly; each kind of difference is counted and told with its cause."""

from __future__ import annotations

import copy

import pytest
from eval.agreement import agreement, main
from eval.agreement_result import Compared, equal_share, kappa, pooled
from eval.gold_part import part_of
from eval.gold_record import Line

from tests.eval.test_gold_scorer import TEXTS, event, gold

KEPT = {"a.txt": TEXTS["a.txt"]}


@pytest.fixture
def second() -> Line:
    return copy.deepcopy(labels())


def labels() -> Line:
    """The labels of the scorer's tests, with all that a gold's lines carry."""
    given = gold()
    for line in given["figures"]:
        line["required"] = True
    return given


def compared(second: Line) -> dict[str, Compared]:
    return agreement(labels(), second, TEXTS)


def causes(one: Compared) -> list[tuple[str, str]]:
    return [(told.reader, told.cause) for told in one.disagreements]


def test_a_reader_agrees_with_himself(second: Line) -> None:
    found = compared(second)
    assert {kind: (one.f1, one.whole_f1) for kind, one in found.items()} == dict.fromkeys(found, (1.0, 1.0))
    assert all(one.disagreements == () for one in found.values())
    assert found["events"].both == 2


def test_a_required_line_of_one_reader_is_counted_and_an_optional_is_not(second: Line) -> None:
    del second["statements"][0]
    second["entities"] = [line for line in second["entities"] if line["required"]]
    found = compared(second)
    assert (found["statements"].first, found["statements"].second) == (2, 0)
    assert causes(found["statements"]) == [("first", "alone")] * 2
    assert (found["entities"].first, found["entities"].optional, found["entities"].f1) == (0, 2, 1.0)
    assert found["entities"].whole_f1 == 0.5


def test_other_speakers_are_two_lines(second: Line) -> None:
    second["statements"][0]["speakers"] = ["Tom Bell"]
    found = compared(second)["statements"]
    assert (found.both, found.first, found.second, found.f1) == (0, 2, 2, 0.0)
    assert set(causes(found)) == {("first", "other speakers"), ("second", "other speakers")}


def test_another_value_of_a_report_is_two_lines(second: Line) -> None:
    second["reports"][0]["outlet"] = "Oxley Mail"
    found = compared(second)["report facts"]
    assert causes(found) == [("first", "other value"), ("second", "other value")]


@pytest.mark.parametrize(
    ("key", "value", "cause"),
    [
        pytest.param("when", "../2026-03-03", ["day"], id="bounds that hold the day agree as scored"),
        pytest.param("when", "2026-03-01", ["day", "day as scored"], id="another day"),
        pytest.param("modality", "possible", ["modality"], id="another modality"),
        pytest.param("required", False, ["required"], id="one reader doesn't require it"),
    ],
)
def test_a_shared_event_told_otherwise_is_still_shared(
    second: Line, key: str, value: object, cause: list[str]
) -> None:
    second["events"][0][key] = value
    found = compared(second)["events"]
    assert (found.both, found.first, found.second) == (2, 0, 0)
    assert causes(found) == [("both", name) for name in cause]


def test_one_event_that_the_other_reader_splits_has_one_partner(second: Line) -> None:
    whole = second["events"][0]
    second["events"][0] = {**whole, "mentions": whole["mentions"][:1]}
    second["events"].append({**whole, "mentions": whole["mentions"][1:]})
    found = compared(second)["events"]
    assert (found.both, found.first, found.second) == (2, 0, 1)
    assert causes(found) == [("second", "split otherwise")]


def test_two_readings_of_one_mention_meet_their_like(second: Line) -> None:
    other = event("hearing, perhaps", "2026-03-06", "possible", ["a.txt|A hearing will be held on Friday"])
    first = {**labels(), "events": [*labels()["events"], other]}
    second["events"].insert(0, other)
    assert agreement(first, second, TEXTS)["events"].disagreements == ()


def test_a_figure_with_another_giver_is_still_shared(second: Line) -> None:
    second["figures"][0]["readings"][0]["giver"] = []
    found = compared(second)["figures"]
    assert (found.both, causes(found)) == (2, [("both", "giver")])
    assert found.disagreements[0].views == "police | nobody"


def test_only_the_second_readers_reports_are_compared(second: Line) -> None:
    found = agreement(labels(), part_of(second, KEPT), KEPT)
    assert [one.disagreements for one in found.values()] == [()] * len(found)
    assert found["statements"].both == 1


def test_a_part_of_a_gold_holds_no_word_of_other_reports() -> None:
    part = part_of(labels(), {"b.txt": TEXTS["b.txt"]})
    assert [report["file"] for report in part["reports"]] == ["b.txt"]
    assert [line["name"] for line in part["entities"]] == ["Ann Bell", "Tom Bell"]
    assert [line["label"] for line in part["events"]] == ["fire"]
    assert [mention["report"] for mention in part["events"][0]["mentions"]] == ["b.txt"]


@pytest.mark.parametrize(
    ("pairs", "equal", "beyond_chance"),
    [
        pytest.param([], None, None, id="no lines"),
        pytest.param([("a", "a")] * 3, 1.0, None, id="one value throughout: chance is all"),
        pytest.param([("a", "a"), ("b", "b")], 1.0, 1.0, id="all equal"),
        pytest.param([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.5, 0.0, id="as by chance"),
        pytest.param([("a", "b"), ("b", "a")], 0.0, -1.0, id="always the other"),
        pytest.param(
            [("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15,
            0.7,
            0.4,
            id="by hand",
        ),
    ],
)
def test_kappa(pairs: list[tuple[str, str]], equal: float | None, beyond_chance: float | None) -> None:
    assert equal_share(pairs) == pytest.approx(equal)
    assert kappa(pairs) == pytest.approx(beyond_chance)


def test_the_second_readers_labels_stand_in_their_reports(capsys: pytest.CaptureFixture[str]) -> None:
    """Words that a report doesn't hold would end the comparison in an error."""
    assert main([]) == 0
    printed = capsys.readouterr().out
    assert "report facts" in printed
    assert "events: modality" in printed
    assert "\nferry:\n" in printed


def test_one_story_may_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["example"]) == 0
    assert "\nferry:\n" not in capsys.readouterr().out


def test_a_story_that_nobody_read_twice_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["flood"])
    assert "no story read twice is called flood" in capsys.readouterr().err


def test_differences_are_compared_where_the_second_reader_was_asked_for_them(second: Line) -> None:
    found = compared(second)["differences"]
    assert (found.both, found.first, found.second) == (1, 0, 0)
    second["differences"][0]["verdict"] = "update"
    assert causes(compared(second)["differences"]) == [("first", "another sort"), ("second", "another sort")]
    second["differences"] = []
    assert compared(second)["differences"] == Compared(values={"required": []})


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        pytest.param("one-origin", "one-origin", [], id="equal"),
        pytest.param("one-origin", "several-origins", [("both", "standing")], id="another"),
        pytest.param(None, "several-origins", [], id="the one reader couldn't tell"),
    ],
)
def test_standings_are_compared_where_both_could_tell(
    one: str | None, other: str | None, told: list[tuple[str, str]]
) -> None:
    first, second = labels(), labels()
    first["events"][0]["standing"], second["events"][0]["standing"] = one, other
    assert causes(agreement(first, second, TEXTS)["events"]) == told


def test_stories_are_put_together() -> None:
    one = Compared(both=2, first=1, values={"day": [("a", "a")]})
    other = Compared(both=1, second=1, optional=3, values={"day": [("a", "b")], "hedge": [("c", "c")]})
    whole = pooled([one, other])
    assert (whole.both, whole.first, whole.second, whole.optional) == (3, 1, 1, 3)
    assert whole.values == {"day": [("a", "a"), ("a", "b")], "hedge": [("c", "c")]}
