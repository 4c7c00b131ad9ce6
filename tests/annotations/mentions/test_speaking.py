"""Names and descriptions that words of saying give away: who speaks is somebody."""

import pytest

from tests.annotations.mentions.reading import mentions_in, names_in, who

NAMED = [
    (
        "a full name with an office behind it",
        "Rufina Abelt, a spokeswoman for the harbour, was there.",
        ("Rufina Abelt", "person"),
    ),
    (
        "a full name that says something",
        "Ulfric Anst, who had come for the hearing, said the wall was old.",
        ("Ulfric Anst", "person"),
    ),
    ("who is “she” in what is said", "Oskel Varn said she would stay.", ("Oskel Varn", "person")),
    ("one word that denies", "Dresline denied that its driver had slept.", ("Dresline", "organization")),
    (
        "a paper's name is no person's",
        "The Brescar Examiner reported that the road was shut.",
        ("Brescar Examiner", "organization"),
    ),
    (
        "a-paper-told-to-be-one",
        "The Tocsin, a daily close to the opposition, wrote on Saturday that the two had met.",
        ("Tocsin", "organization"),
    ),
]

NOBODY = {
    "a word of the report": "Weather said more than words. The weather was bad.",
    "people": "Opponents said that the road was shut.",
    "who compare": "That makes 98, four more than the owner admitted.",
    "those of whom no more is said": "Those said nothing.",
}

DESCRIBED = {
    "whose something is where": (
        "A lieutenant whose battery stands on Kell Ridge said that it had fired three rounds.",
        "A lieutenant whose battery stands on Kell Ridge",
    ),
    "who works there, set off": (
        "A third person, who works at the ministry, said he was being held in the fort.",
        "A third person, who works at the ministry",
    ),
    "who takes part": (
        "A person involved in the talks said it was late.",
        "A person involved in the talks",
    ),
    "who is there": ("About 90 people were sent away, residents there told Radio Pell.", "residents there"),
    "close to somebody": ("People close to him deny that he is leaving.", "People close to him"),
    "one of them": ("“He was told,” one of them said.", "one of them"),
    "those present": ("Those present said that it was loud.", "Those present"),
    "people, and who they are": (
        "Three people who were in the mill told the Courier that the two had met.",
        "Three people who were in the mill",
    ),
}


@pytest.mark.parametrize(("text", "name"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED])
def test_who_says_something_has_a_name(text: str, name: tuple[str, str]) -> None:
    assert name in names_in(text)


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_not_every_capital_that_speaks_is_a_name(text: str) -> None:
    spoken = text.split()[0]
    assert [m.name for m in mentions_in(text) if m.name in (spoken, "four")] in ([], [spoken])
    assert names_in(text) == []


@pytest.mark.parametrize(("text", "words"), DESCRIBED.values(), ids=DESCRIBED.keys())
def test_who_stays_unnamed_is_described_whole(text: str, words: str) -> None:
    assert words in [m.name for m in mentions_in(text) if m.form == "description"]


def test_her_deputy_is_not_herself() -> None:
    text = "Yelva Thorn landed today. Ansel Brook, her deputy, said she would stay. “She has paid,” he said."
    assert who(text, "her") != "Ansel Brook"
    assert who(text, "he") == "Ansel Brook"


def test_an_office_and_its_name_act_as_one() -> None:
    text = "Its commander, Corvan Hallbrick, said the road was shut. He added that the rain would go on."
    assert who(text, "He") == "Corvan Hallbrick"
