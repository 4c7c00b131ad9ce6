"""How two renderings of one statement differ."""

import pytest

from onrecord.model.span import Span
from onrecord.record.wordings import Wording, changes, relation, reworded, turned_round, wording_of

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


RETOLD = [
    pytest.param("she had a strong boat and would not sell it", ["strong"], id="another-person-and-tense"),
    pytest.param("that she had a good boat and that she would not sell it", [], id="the-same-words"),
    pytest.param("she would sell a strong boat to nobody", [], id="too-little-in-one-order"),
    pytest.param("she had a good boat but she would not sell it", ["but"], id="joined-in-another-sense"),
]


@pytest.mark.parametrize(("text", "others"), RETOLD)
def test_what_is_told_in_another_person_is_compared_word_by_word(text: str, others: list[str]) -> None:
    found = reworded(wording("I have a good boat and I will not sell it"), wording(text, direct=False))
    assert [change.second.of(text) for change in found if change.second is not None] == others


TURNED = [
    pytest.param("The gate was shut by noon, and the keeper gone", True, id="the-same-words-turned-round"),
    pytest.param("keeper was gone and the gate shut", False, id="cut"),
    pytest.param("The keeper was gone and the lamp was out", False, id="another-thing"),
]


@pytest.mark.parametrize(("text", "turned"), TURNED)
def test_words_in_marks_that_are_turned_round(text: str, turned: bool) -> None:
    first = "The keeper was gone and the gate shut by noon"
    assert (turned_round(wording(first), wording(text)) is not None) == turned
    assert turned_round(wording(first), wording(text, direct=False)) is None
