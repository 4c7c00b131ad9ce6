"""How two renderings of one statement differ."""

import pytest

from onrecord.model.span import Span
from onrecord.record.wordings import Wording, changes, relation, reworded, wording_of

FIRST = "We go in with open hands, but not with empty ones, and we will stay at the table."


def wording(text: str, *, direct: bool = True) -> Wording:
    return wording_of(text, [Span(0, len(text))], direct=direct)


@pytest.mark.parametrize(
    ("text", "direct", "expected"),
    [
        (FIRST, True, "same"),
        (FIRST.replace(",", "").upper(), True, "same"),
        ("We go in with open hands, but not with empty ones.", True, "cut"),
        ("and we will stay at the table", True, "cut"),
        (
            "We go in with open arms, but not with empty ones, and we will stay at the table.",
            True,
            "reworded",
        ),
        ("the union came with an open mind and would not leave", False, "paraphrased"),
    ],
)
def test_relation_to_the_first_variant(text: str, direct: bool, expected: str) -> None:
    assert relation(wording(FIRST), wording(text, direct=direct)) == expected


def test_the_differing_words_are_found_in_both() -> None:
    other = "We go in with open arms, but not with empty ones, and we will stay at the table."
    (change,) = changes(wording(FIRST), wording(other))
    assert change.first is not None
    assert change.second is not None
    assert (change.first.of(FIRST), change.second.of(other)) == ("hands", "arms")


def test_what_is_left_out_at_the_end_is_no_difference() -> None:
    assert changes(wording(FIRST), wording("We go in with open hands")) == ()


MARKS = [
    pytest.param("We won a fight and not the war", True, "a", id="a-small-word-in-marks"),
    pytest.param("We won a fight and not the war", False, None, id="a-small-word-in-indirect-speech"),
    pytest.param("We won thefight and not the war", True, None, id="one-word-or-two"),
]


@pytest.mark.parametrize(("text", "direct", "other"), MARKS)
def test_in_marks_every_word_counts(text: str, direct: bool, other: str | None) -> None:
    first = "We won the fight and not the war"
    found = reworded(wording(first), wording(text, direct=direct))
    assert [change.second.of(text) for change in found if change.second is not None] == (
        [other] if other else []
    )
