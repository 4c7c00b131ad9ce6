"""What the golden stories add to the first gold: standing, parts, revisions, withdrawals, news."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from eval.gold import score
from eval.gold_days import local_day
from eval.gold_news import NewFact, score_news
from eval.gold_record import Line, record_of
from eval.gold_result import Tally
from eval.gold_view import View
from eval.gold_words import Page

from tests.eval.test_gold_scorer import TEXTS, gold

EARLIER = "Mill burns\n\nThe mill burned on Sunday. About 20 were hurt. The owner fled."


def labels() -> Line:
    """The labels of the scorer's tests with standings, a part, and an earlier revision of a report."""
    given = gold()
    fire, hearing = given["events"]
    fire |= {"standing": "several-origins", "part_of": None}
    hearing |= {"standing": "one-origin", "part_of": "fire"}
    given["statements"][0]["standing"] = "one-origin"
    given["revisions"] = [{"earlier": "a.txt#1", "later": "a.txt"}]
    given["withdrawals"] = [
        {"kind": "event", "report": "a.txt#1", "words": "The owner fled", "because": "a.txt"},
        {"kind": "reading", "report": "a.txt#1", "words": "About 20", "because": "a.txt", "required": False},
    ]
    return given


@pytest.fixture
def record() -> Line:
    return record_of(labels(), {**TEXTS, "a.txt#1": EARLIER})


def tally(record: Line, kind: str, wanted: Line | None = None) -> Tally:
    return score(record, wanted or labels()).tallies[kind]


def counts(one: Tally) -> tuple[int, int, int, int]:
    return one.predicted, one.right, one.expected, one.found


def test_the_gold_with_additions_is_all_right(record: Line) -> None:
    result = score(record, labels())
    assert result.findings == ()
    assert counts(result.tallies["standing"]) == (3, 3, 3, 3)
    assert counts(result.within["not one-origin"]) == (1, 1, 1, 1)
    assert counts(result.tallies["part-of"]) == (1, 1, 1, 1)
    assert counts(result.tallies["withdrawals"]) == (2, 2, 1, 1)


def test_a_wrong_standing_leaves_the_event_right(record: Line) -> None:
    record["events"][0]["standing"] = "one-origin"
    assert counts(tally(record, "standing")) == (3, 2, 3, 2)
    assert counts(score(record, labels()).within["not one-origin"]) == (0, 0, 1, 0)
    assert tally(record, "events").precision == 1.0


def test_a_standing_that_nobody_could_tell_is_never_scored(record: Line) -> None:
    wanted = labels()
    wanted["events"][0]["standing"] = None
    record["events"][0]["standing"] = "withdrawn"
    assert counts(tally(record, "standing", wanted)) == (2, 2, 2, 2)


def test_a_standing_of_a_false_line_is_not_scored(record: Line) -> None:
    record["events"][0]["modality"] = "planned"
    assert counts(tally(record, "standing")) == (2, 2, 2, 2)


@pytest.mark.parametrize(
    ("part_of", "expected"),
    [
        pytest.param(None, (0, 0, 1, 0), id="none told"),
        pytest.param("hearing", (1, 0, 1, 0), id="another whole"),
        pytest.param("no line", (1, 0, 1, 0), id="a whole that is no line"),
    ],
)
def test_a_part_under_another_whole_is_false(
    record: Line, part_of: str | None, expected: tuple[int, ...]
) -> None:
    record["events"][1]["part_of"] = part_of
    assert counts(tally(record, "part-of")) == expected


def test_a_part_may_stand_under_the_whole_of_its_whole(record: Line) -> None:
    wanted = labels()
    wanted["events"][0]["part_of"] = "year of fires"
    year = {**wanted["events"][0], "label": "year of fires", "part_of": None, "when": "2026"}
    wanted["events"].append(year | {"mentions": [{"report": "b.txt", "words": "Mill hearing"}]})
    made = record_of(wanted, {**TEXTS, "a.txt#1": EARLIER})
    made["events"][1]["part_of"] = "year of fires"
    assert counts(tally(made, "part-of", wanted)) == (2, 2, 2, 2)


def test_what_only_an_earlier_revision_said_is_neither_right_nor_false(record: Line) -> None:
    plain = score(record_of(labels(), {**TEXTS, "a.txt#1": EARLIER}), labels())
    old = copy.deepcopy(record["statements"][0])
    for variant in old["variants"]:
        variant["report"] = "a.txt#1"
    record["statements"].append(old)
    record["reports"].append({**record["reports"][0], "id": "a.txt#1", "text": EARLIER, "revises": None})
    found = score(record, labels())
    assert found.findings == ()
    assert found.tallies == plain.tallies


def test_a_withdrawal_that_is_not_told_is_missed_where_required(record: Line) -> None:
    record["events"] = [line for line in record["events"] if line["standing"] != "withdrawn"]
    record["figures"] = [line for line in record["figures"] if line["readings"][0]["printed"] != "About 20"]
    assert counts(tally(record, "withdrawals")) == (0, 0, 1, 0)


def test_a_line_that_stands_and_is_called_withdrawn_is_false(record: Line) -> None:
    record["statements"][0]["standing"] = "withdrawn"
    result = score(record, labels())
    assert counts(result.tallies["withdrawals"]) == (3, 2, 1, 1)
    assert counts(result.tallies["standing"]) == (3, 2, 3, 2)


def test_an_optional_variant_is_right_and_never_missed(record: Line) -> None:
    wanted = labels()
    wanted["statements"][0]["variants"][1]["required"] = False
    assert counts(tally(record, "statements", wanted)) == (2, 2, 1, 1)
    del record["statements"][0]["variants"][1]
    assert counts(tally(record, "statements", wanted)) == (1, 1, 1, 1)
    assert counts(tally(record, "variants together", wanted)) == (0, 0, 0, 0)


HEADLINE_TEXT = (
    "“Never again,” says Bell\n\n“Never again,” Ann Bell said on Monday. “We will build in stone, and soon.”"
)


def with_a_headline() -> Line:
    wanted = gold()
    wanted["reports"] = [{**wanted["reports"][0], "file": "c.txt", "headline": "“Never again,” says Bell"}]
    pieces = [{"content": "Never again,", "nth": 0}, {"content": "We will build in stone, and soon."}]
    wanted["statements"][0]["variants"] = [{"report": "c.txt", "pieces": pieces}]
    return wanted | {"stories": [], "events": [], "figures": [], "differences": []}


def test_a_headlines_quotation_may_be_a_variant_of_its_own() -> None:
    wanted = with_a_headline()
    made = record_of(wanted, {"c.txt": HEADLINE_TEXT})
    whole = made["statements"][0]
    (variant,) = whole["variants"]
    head, body = ({**variant, "pieces": [piece]} for piece in variant["pieces"])
    made["statements"] = [{**whole, "variants": [head]}, {**whole, "variants": [body]}]
    result = score(made, wanted)
    assert counts(result.tallies["statements"]) == (2, 2, 1, 1)
    made["statements"][0]["speakers"] = ["Tom Bell"]
    assert counts(score(made, wanted).tallies["statements"]) == (2, 1, 1, 1)


def test_a_place_in_a_headline_that_the_text_leaves_out_is_no_place_of_the_text() -> None:
    page = Page("One district waits. One district counts.", "One district, two winners")
    assert page.places("One district", 0) == [(-1, -1)]
    assert page.places("One district", 1) == [(0, 12)]
    assert page.places("One district", 2) == [(20, 32)]


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ({"edtf": "2026-10-11T22:15Z", "zone": "+02:00"}, "2026-10-12"),
        ({"edtf": "2026-10-11T22:15Z", "zone": None}, "2026-10-11T22:15Z"),
        ({"edtf": "2026-10-11T22:15Z", "zone": "Somewhere"}, "2026-10-11T22:15Z"),
        ({"edtf": "2026-10-11", "zone": "+02:00"}, "2026-10-11"),
    ],
    ids=["the day there", "no zone", "a zone without its distance", "a day"],
)
def test_a_minute_is_of_the_day_where_it_was_printed(when: dict[str, Any], day: str) -> None:
    assert local_day(when) == day


NEWS: Line = {
    "after": "a.txt",
    "until": "b.txt",
    "facts": [
        {"kind": "event", "report": "b.txt", "words": "Mill hearing put off"},
        {"kind": "reading", "report": "b.txt", "words": "About 15", "required": False},
    ],
}


def fact(kind: str, words: str) -> NewFact:
    start = TEXTS["b.txt"].index(words)
    span = {"report": "b.txt", "start": start, "end": start + len(words), "text": words}
    return NewFact(kind=kind, words=words, spans=(span,))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param([], (0, 0, 1, 0), id="nothing told"),
        pytest.param([fact("event", "hearing put off")], (1, 1, 1, 1), id="what is required"),
        pytest.param([fact("reading", "15")], (1, 1, 1, 0), id="what is optional"),
        pytest.param([fact("outcome", "hearing put off")], (1, 0, 1, 0), id="another kind of fact"),
        pytest.param([fact("event", "The mill burned")], (1, 0, 1, 0), id="old already"),
        pytest.param([fact("event", "hearing put off")] * 2, (2, 1, 1, 1), id="told twice"),
    ],
)
def test_new_facts(record: Line, facts: list[NewFact], expected: tuple[int, ...]) -> None:
    assert counts(score_news(View(record, labels()), NEWS, facts).tallies["news"]) == expected
