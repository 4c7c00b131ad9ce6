"""What grammar makes reported words of, though nobody said them."""

import pytest

from tests.annotations.quotations.cases import said, speakers

NOTHING_SAID = {
    "who is told in a headline": "Lowmoor city told to boil water as scores fall ill.",
    "called back": "The firm calls its members back.",
    "each other": "The mayor and the council accused each other of the leak.",
    "when it was denied": (
        "The hall, whose sale the Courier reported and the mayor denied the same evening, is shut."
    ),
    "what they say they want": "What the kidnappers say they want is something else.",
    "whether it is so, not said": "He declined to say whether he had bought a ticket.",
    "an appeal that is dismissed": "The court rejected the appeal.",
    "a bill that is voted down": "Parliament rejected the bill.",
    "what is refused": "The auditors refused to sign the accounts.",
    "the paper's own report": "This newspaper reported that the wall had leaked.",
    "what a paper has heard": "The staff learned that the mill would close.",
}

SAID = {
    "to somebody": ("The council told residents to boil water.", ["to boil water"]),
    "why it is dismissed": (
        "The judge dismissed the lawsuit as “a waste of paper”.",
        ["the lawsuit as “a waste of paper”"],
    ),
    "another's paper": ("The Harbour Post reported that the wall had leaked.", ["that the wall had leaked"]),
    "no more than that": (
        "The ministry would say only that “contacts continue”.",
        ["only that “contacts continue”"],
    ),
    "that clause under no name": (
        "His wife, Ada Moss, told Channel Nine only that he had not come home.",
        ["only that he had not come home"],
    ),
    "whom it is heard from": (
        "Three lines were lost, this newspaper has learned from two people with knowledge of the talks.",
        ["Three lines were lost"],
    ),
}


@pytest.mark.parametrize("text", NOTHING_SAID.values(), ids=NOTHING_SAID.keys())
def test_nothing_is_said(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(("text", "expected"), SAID.values(), ids=SAID.keys())
def test_something_is_said(text: str, expected: list[str]) -> None:
    assert [content for _, content in said(text)] == expected


def test_who_is_heard_from_speaks() -> None:
    text = "Three lines were lost, this newspaper has learned from two people with knowledge of the talks."
    assert speakers(text) == [("two people",)]
