"""Pieces of one report to attributions, by scorers made by hand."""

import numpy as np
import pytest

from onrecord.annotations.quotations_tagger.features import features
from onrecord.annotations.quotations_tagger.linking import Scorer, link
from onrecord.annotations.quotations_tagger.pairs import WIDTH, Pairs
from onrecord.annotations.quotations_tagger.roles import Piece
from onrecord.annotations.quotations_tagger.words import words_of
from tests.annotations.quotations_tagger.made import nearest
from tests.support import parsed

TEXT = "Ada Finn said that the dam held. Karl Hahn denied that it rained."
NUMBER = {
    "Ada Finn": 0,
    "said": 2,
    "that the dam held": 3,
    "Karl Hahn": 8,
    "denied": 10,
    "that it rained": 11,
}


def piece(words, role):
    first = NUMBER[words]
    return Piece(first, first + len(words.split()) - 1, role)


ALL = [
    piece("Ada Finn", "source"), piece("said", "cue"), piece("that the dam held", "content"),
    piece("Karl Hahn", "source"), piece("denied", "cue"), piece("that it rained", "content"),
]  # fmt: skip


def linked(pieces, scorers=None):
    read = parsed(TEXT)
    words = words_of(read)
    table = features(read, words, {"said": 1, "denied": 1})
    found = link(words, table, sorted(pieces), scorers or (nearest(), nearest()))

    def printed(each):
        return None if each is None else words.span(each.first, each.last).of(TEXT)

    return [(printed(a.source), printed(a.cue), [printed(c) for c in a.content]) for a in found]


def test_each_cue_takes_its_source_and_content():
    assert linked(ALL) == [
        ("Ada Finn", "said", ["that the dam held"]),
        ("Karl Hahn", "denied", ["that it rained"]),
    ]


def test_a_cue_without_content_is_left_out():
    assert linked([p for p in ALL if p != ALL[2]]) == [("Karl Hahn", "denied", ["that it rained"])]


def test_content_without_any_cue_is_left_out():
    assert linked([ALL[2]]) == []


def test_one_source_may_serve_two_cues():
    found = linked([p for p in ALL if p != ALL[3]])
    assert [source for source, _, _ in found] == ["Ada Finn", "Ada Finn"]


def test_a_scorer_may_prefer_none():
    hidden = np.zeros((WIDTH, 1))
    hidden[0, 0] = 3.0
    none = Scorer(hidden=hidden, bias=np.zeros(1), out=np.ones(1))
    assert linked(ALL, (nearest(), none)) == [
        (None, "said", ["that the dam held"]),
        (None, "denied", ["that it rained"]),
    ]
    assert linked(ALL, (none, nearest())) == []


def test_odds_sum_to_one_and_rows_are_finite():
    read = parsed(TEXT)
    words = words_of(read)
    pairs = Pairs(words, features(read, words, {}), ALL)
    for candidates in pairs.of("content", "cue"):
        assert candidates.rows.shape == (len(candidates.others) + 1, WIDTH)
        assert np.isfinite(candidates.rows).all()
        assert nearest().odds(candidates.rows).sum() == pytest.approx(1)
