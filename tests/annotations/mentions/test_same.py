"""Which names are the same within one report."""

import pytest

from tests.annotations.mentions.reading import mentions_in, who

SAME = [
    (
        "titled-and-of-the-other-gender-is-another",
        "President Varrick spoke. Mr. Varrick sat down. Adela Varrick, his wife, left.",
        "Varrick",
        "Varrick",
    ),
    (
        "surname-of-the-only-full-name",
        "President Varrick spoke. Adela Varrick, the president, left.",
        "Varrick",
        "Adela Varrick",
    ),
    ("surname-after-full-name", "Owen Tarrant spoke. Tarrant sat down.", "Tarrant", "Owen Tarrant"),
    (
        "surname-in-the-first-line",
        "Tarrant gives up seat\n\nMayor Owen Tarrant gave up his seat on Monday.",
        "Tarrant",
        "Owen Tarrant",
    ),
    (
        "surname-taken-for-known-before-a-namesake",
        "Thorne gave in.\nThe hall was full.\nThorne left by a side door.\n“No,” said Wilma Thorne, a clerk.",
        "Thorne",
        "Thorne",
    ),
    (
        "surname-once-before-the-full-name",
        "Thorne gave in.\nThe hall was full.\n“It was time,” said Wilma Thorne, a clerk.",
        "Thorne",
        "Wilma Thorne",
    ),
    ("titled-surname", "Owen Tarrant spoke. Mr. Tarrant sat down.", "Tarrant", "Owen Tarrant"),
    (
        "given-name",
        "Margaret Dunmore spoke. “I know Margaret,” Paul Hale said.",
        "Margaret",
        "Margaret Dunmore",
    ),
    (
        "office-before-the-given-name-of-another",
        "Margaret Dunmore spoke. Judge Margaret ruled on Monday.",
        "Margaret",
        "Margaret",
    ),
    ("middle-initial", "Paul J. Hale spoke. Later Paul Hale left.", "Paul Hale", "Paul J. Hale"),
    (
        "told-apart-by-gender",
        "Adela Varrick met Thomas Varrick. Ms. Varrick left.",
        "Varrick",
        "Adela Varrick",
    ),
    (
        "told-apart-by-office",
        "President Ruth Amsel met Mayor Joan Amsel. Mayor Amsel left.",
        "Amsel",
        "Joan Amsel",
    ),
    ("two-of-one-surname-stay-open", "Ruth Amsel met Joan Amsel at noon. Amsel left.", "Amsel", None),
    (
        "acronym-in-brackets",
        "The Port Workers' Union (PWU) met. The PWU voted to strike.",
        "PWU",
        "Port Workers' Union",
    ),
    (
        "acronym-by-initials",
        "The Federal Aviation Board met. The FAB voted.",
        "FAB",
        "Federal Aviation Board",
    ),
    ("country-by-another-name", "The United States left. America is out.", "America", "United States"),
    (
        "short-for-a-company",
        "Northwind Energy Inc. cut jobs. Northwind Energy said so on Monday.",
        "Northwind Energy",
        "Northwind Energy Inc.",
    ),
]


@pytest.mark.parametrize(
    ("text", "words", "expected"), [row[1:] for row in SAME], ids=[row[0] for row in SAME]
)
def test_whom_a_name_means(text, words, expected):
    assert who(text, words, nth=-1) == expected


def test_bare_surname_means_the_one_introduced_so_far():
    text = "Ruth Amsel resigned. Amsel gave no reason. Her rival Joan Amsel was pleased."
    assert who(text, "Amsel") == "Ruth Amsel"


def test_founder_holds_its_own_id_and_each_link_says_why():
    found = mentions_in("Owen Tarrant spoke. Tarrant sat down.")
    assert found[0].chain == found[0].id
    assert found[1].chain == found[0].id
    assert found[1].reason == "surname of one full name in the report"


def test_person_and_place_of_one_name_are_two():
    found = mentions_in("Paul Hale lives in Hale County. Hale likes Hale County.")
    chains = {m.name: m.chain for m in found if m.form == "name"}
    assert chains["Hale County"] != chains["Hale"]
