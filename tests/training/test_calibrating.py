"""Judged attributions to a calibration and its cut-offs."""

import random
from typing import Any

import pytest

from onrecord.annotations.quotations_tagger.calibration import Calibration
from onrecord.annotations.quotations_tagger.tagger import Attribution
from onrecord.model.span import Span
from onrecord.training.calibrating import (
    Judged,
    as_row,
    calibrate,
    cutoff_of,
    direct_ones,
    floor_of,
    judge,
    rows_of,
)


def made(part, *, right, source=True, direct=False):
    attribution = Attribution(
        cue=Span(3, 7),
        source=Span(0, 2) if source else None,
        content=(Span(8, 12), Span(14, 16)),
        confidence=0.5,
        parts=(part,),
    )
    return Judged(attribution=attribution, right=right, direct=direct)


AS_IS = Calibration(weights=(1.0,), bias=0.0)
"""Takes the one part for log odds."""


def test_calibration_finds_how_often_each_is_right():
    chance = random.Random(1)
    rows = [made(2.2, right=chance.random() < 0.9) for _ in range(500)]
    rows += [made(-1.4, right=chance.random() < 0.2) for _ in range(500)]
    found = calibrate(rows, 1)
    assert found.confidence([2.2]) == pytest.approx(0.9, abs=0.051)
    assert found.confidence([-1.4]) == pytest.approx(0.2, abs=0.051)


def test_of_nothing_nothing_is_learnt():
    assert calibrate([], 3) == Calibration(weights=(0.0, 0.0, 0.0), bias=0.0)
    assert cutoff_of([], AS_IS) == 0.95


def test_the_floor_leaves_out_what_costs_more_than_it_brings():
    rows = [made(2.0, right=True)] * 80 + [made(-2.0, right=False)] * 40
    assert 0.12 < floor_of(rows, AS_IS, gold=(100, 0)) <= 0.88


def test_wrong_direct_speech_raises_the_floor_above_what_the_whole_would_bear():
    def found(direct):
        wrong = [made(0.0, right=False, direct=direct)] * 25
        sure = [made(2.0, right=True)] * 50 + [made(2.0, right=True, direct=True)] * 30
        return sure + [made(0.0, right=True)] * 30 + wrong

    assert floor_of(found(False), AS_IS, gold=(120, 30)) == 0.0
    assert 0.5 < floor_of(found(True), AS_IS, gold=(120, 30)) <= 0.88


def test_the_floor_keeps_all_where_all_are_right():
    assert floor_of([made(0.0, right=True)] * 9, AS_IS, gold=(20, 0)) == 0.0


def test_the_cutoff_is_the_lowest_that_is_precise_enough():
    rows = [made(2.0, right=True)] * 90 + [made(0.0, right=False)] * 60
    assert cutoff_of(rows, AS_IS) == 0.55


def test_what_has_no_source_does_not_decide_the_cutoff():
    rows = [made(2.0, right=True)] * 9 + [made(0.0, right=False, source=False)] * 60
    assert cutoff_of(rows, AS_IS) == 0.0


def test_where_nothing_is_precise_enough_the_cutoff_is_the_highest():
    assert cutoff_of([made(2.0, right=False)] * 9, AS_IS) == 0.95


def test_rows_are_in_the_scorers_form():
    row = {"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 12], [14, 16]]}
    attribution = made(0.0, right=True).attribution
    assert as_row(attribution) == row
    assert rows_of({"d1": [attribution]}, 0.6) == [{"id": "d1", "attributions": []}]


def test_each_is_judged_by_the_scorer(tmp_path, monkeypatch):
    (tmp_path / "score.py").write_text(
        "class One:\n    right = 1\n    predicted = 1\n    gold = 1\n"
        "def score_quotes_doc(text, gold, pred):\n"
        "    one = One()\n    one.right = int(bool(pred) and pred[0]['cue'] == gold[0]['cue'])\n"
        "    return {'linked': one, 'direct_precision': one, 'direct_recall': one}\n"
    )

    class Doc:
        text = ""

    class Document:
        doc = Doc()
        attributions = ({"cue": [[3, 7]]},)

    document: Any = Document()
    found = judge(tmp_path / "quotes", document, [made(0.0, right=False).attribution])
    assert [(each.right, each.direct) for each in found] == [(True, True)]
    assert direct_ones(tmp_path / "quotes", document) == 1
