"""How many a report says were killed and hurt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.links.tolls import tolls_of
from tests.build import figure, found
from tests.support import make_report


def likeliest(text: str, *readings: tuple[str, str, int], headline: str | None = None) -> dict[str, int]:
    report = make_report(text, headline=headline)
    made = [
        figure(report, printed, text.split(".")[0], number, number, head=head)
        for printed, head, number in readings
    ]
    return {state: numbers[0][0] for state, numbers in tolls_of(report, found(*made))}


@pytest.mark.parametrize(
    ("text", "readings", "killed", "injured"),
    [
        ("Two people died and three were hurt.", [("Two", "killed", 2), ("three", "injured", 3)], 2, 3),
        ("Four people were wounded by gunfire.", [("Four", "injured", 4)], 0, 4),
        ("Five people were shot, one fatally.", [("Five", "shot", 5), ("one", "killed", 1)], 1, 4),
        ("Three people were shot dead on Monday.", [("Three", "shot", 3)], 3, 0),
        ("A man was killed in a shooting.", [], 1, 0),
        ("A triple homicide shook the town.", [], 3, 0),
    ],
    ids=["counted", "only hurt", "shot less killed", "shot dead", "one man", "triple"],
)
def test_numbers(text: str, readings: list[tuple[str, str, int]], killed: int, injured: int) -> None:
    assert likeliest(text, *readings) == {"killed": killed, "injured": injured}


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("The shooting left one man dead and four people in the hospital.", 1, 4),
        ("A man was killed. Three others are being treated for gunshot wounds.", 1, 3),
        ("All five victims are listed in stable condition.", 0, 5),
        ("A woman was killed and her son was wounded in the shooting.", 1, 1),
        ("A man was killed in the shooting and taken to a hospital. No one else was hurt.", 1, 0),
        ("A man died in a hospital. Two of the people in the hospital left.", 1, 0),
    ],
    ids=[
        "in the hospital", "others treated", "all in stable condition", "one beside the dead",
        "nobody else: the hospital is the dead man's", "some of them are no count of all",
    ],
)  # fmt: skip
def test_people_who_are_said_to_be_hurt_a_few_words_on(text: str, killed: int, injured: int) -> None:
    assert likeliest(text) == {"killed": killed, "injured": injured}


def test_an_age_in_a_headline_is_no_toll() -> None:
    assert (
        likeliest("The boy was hurt in the shooting.", headline="Boy, 9, shot by his brother")["injured"] == 1
    )


def test_attempted_murder_killed_nobody() -> None:
    assert likeliest("He was charged with attempted murder after a shooting.")["killed"] == 0


def test_no_word_of_victims_is_no_number() -> None:
    assert tolls_of(make_report("Dana Reyes met Otto Brandt."), found()) == ()


@settings(deadline=None)
@given(st.text(max_size=300))
def test_probabilities_stay_probabilities(text: str) -> None:
    report = make_report(text or "x")
    for _, numbers in tolls_of(report, found()):
        assert all(0.0 <= share <= 1.0 for _, share in numbers)
        assert sum(share for _, share in numbers) <= 1.02
