"""The sheet of copies holds places only; labels are of its rows; decisions and origins are counted."""

import json
from collections import Counter

import pytest
from eval.copies.draw import SHEET, alike, digest, words
from eval.copies.kept import kept, told
from eval.copies.score import Reader, count, read
from eval.copies.score import told as told_scores
from eval.copies.texts import Text

ROWS = json.loads(SHEET.read_text(encoding="utf-8"))["rows"]
LEVEN = "The ferry to Arden ran aground on a sandbank off Port Leven shortly after six with 212 people on "
TEXTS = [LEVEN * 3, LEVEN * 2 + "board and nobody hurt at all as far as is known.", "Lamps are dear. " * 20]


def text(number: int) -> Text:
    return Text(task="t", doc=f"d{number}", text=TEXTS[number], fields={"id": str(number)})


def test_the_sheet_holds_200_pairs_without_a_word_of_them() -> None:
    assert len(ROWS) == 200
    assert digest(ROWS) == json.loads(SHEET.read_text(encoding="utf-8"))["digest"]
    assert set(ROWS[0]) == {"n", "task", "first", "second", "jaccard", "half"}
    assert set(Counter(row["half"] for row in ROWS).values()) == {100}
    assert all(0.3 <= row["jaccard"] <= 1 for row in ROWS)


def test_the_first_readers_labels_are_of_this_sheet() -> None:
    assert len(read(SHEET.with_name("one.json"), ROWS).labels) == 200


def test_labels_of_another_sheet_are_refused(tmp_path) -> None:
    path = tmp_path / "one.json"
    path.write_text(json.dumps({"sheet": "other", "labels": {}}), encoding="utf-8")
    with pytest.raises(ValueError, match="another sheet"):
        read(path, ROWS)


def test_all_pairs_that_share_enough_are_found() -> None:
    pairs = alike([text(0), text(1), text(2)])
    assert [(first.doc, second.doc) for _, first, second in pairs] == [("d0", "d1")]
    assert words("Lamps aren't dear!") == ["lamps", "aren't", "dear"]


def test_decisions_are_counted_beside_labels() -> None:
    counts = count({1: True, 2: True, 3: False, 4: False}, {1: "copy", 2: "not", 3: "copy", 4: "not"})
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.5, 0.5)
    rows = [{"n": n, "half": "fit"} for n in (1, 2)]
    one = Reader(name="one", labels={1: "copy", 2: "not"}, notes={})
    two = Reader(name="two", labels={1: "copy", 2: "copy"}, notes={})
    lines = list(told_scores(rows, [one, two], {1: True, 2: True}))
    assert any(line.startswith("both readers, all: copies P 1.000") for line in lines)
    assert "agreement: 50.0% alike, kappa 0.000" in lines


def test_claims_of_several_outlets_are_counted_by_their_origins() -> None:
    def support(report: str, origin: str) -> dict:
        return {"span": {"report": report}, "origin": origin}

    record = {
        "reports": [
            {"id": "a", "outlet": "Post", "address": ""},
            {"id": "b", "outlet": None, "address": "b.txt"},
        ],
        "events": [
            {"support": [support("a", "o1"), support("b", "o2")], "standing": "several-origins"},
            {"support": [support("a", "o1"), support("b", "o1")], "standing": "one-origin"},
            {"support": [support("a", "o1")], "standing": "one-origin"},
        ],
        "statements": [],
        "figures": [],
    }
    assert kept(record) == (2, 1, 1)
    assert "several origins: 1 (50.0%)" in told([record])
