"""Spans to labels and back."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotations.quotations_tagger.roles import LABELS, ROLES, Piece, allowed, decode, encode
from onrecord.model.span import Span

PLACES = [Span(4 * n, 4 * n + 3) for n in range(8)]  # eight words of three letters


def names(labels):
    return " ".join(LABELS[label] for label in labels)


@pytest.mark.parametrize(
    ("pieces", "labels"),
    [
        pytest.param([("source", Span(0, 3))], "B-source O O O O O O O", id="one word"),
        pytest.param([("content", Span(4, 11))], "O B-content I-content O O O O O", id="two words"),
        pytest.param(
            [("cue", Span(0, 3)), ("cue", Span(4, 7))], "B-cue B-cue O O O O O O", id="two side by side"
        ),
        pytest.param([("cue", Span(5, 6))], "O B-cue O O O O O O", id="a part of a word is of the role"),
        pytest.param(
            [("content", Span(0, 11)), ("source", Span(8, 15))],
            "B-content I-content I-content B-source O O O O",
            id="shared words are of the first",
        ),
        pytest.param([("cue", Span(3, 4))], "O O O O O O O O", id="a blank is no word"),
        pytest.param([], "O O O O O O O O", id="nothing"),
    ],
)
def test_words_that_a_span_touches_are_labelled(pieces, labels):
    assert names(encode(PLACES, pieces)) == labels


@pytest.mark.parametrize(
    ("labels", "pieces"),
    [
        ([1, 2, 0, 3], [Piece(0, 1, "source"), Piece(3, 3, "cue")]),
        ([5, 5, 6], [Piece(0, 0, "content"), Piece(1, 2, "content")]),
        ([0, 6, 6], [Piece(1, 2, "content")]),
        ([1, 4], [Piece(0, 0, "source"), Piece(1, 1, "cue")]),
        ([], []),
    ],
    ids=["two roles", "two pieces side by side", "begun by I", "I of another role begins one", "no words"],
)
def test_labels_become_pieces(labels, pieces):
    assert decode(labels) == pieces


@st.composite
def apart(draw):
    """Pieces that don't share words."""
    cuts = sorted(draw(st.sets(st.integers(0, 20), max_size=12)))
    return [Piece(a, b - 1, draw(st.sampled_from(ROLES))) for a, b in pairwise(cuts) if draw(st.booleans())]


@given(apart())
def test_pieces_come_back_as_they_were(pieces):
    places = [Span(2 * n, 2 * n + 1) for n in range(22)]
    given_pieces = [(p.role, Span(places[p.first].start, places[p.last].end)) for p in pieces]
    assert decode(encode(places, given_pieces)) == pieces


def test_inside_follows_only_its_own_role():
    table = allowed()
    assert table[1][2]
    assert table[2][2]
    assert not table[0][2]
    assert not table[3][2]
    assert all(row[0] and row[1] and row[3] and row[5] for row in table)
