"""Titles, appositions, ages and what they tell."""

import pytest

from tests.annotations.mentions.reading import mentions_in

ROLES = [
    ("before", "Foreign Minister Jonas Reave flew home.", "Jonas Reave", "Foreign Minister"),
    ("before-in-lower-case", "The union leader Dana Reyes spoke.", "Dana Reyes", "union leader"),
    (
        "before-with-former",
        "Former President Alan Whitlock died on Sunday.",
        "Alan Whitlock",
        "Former President",
    ),
    (
        "before-with-of",
        "Secretary of State Martin Hollis flew to Oslo.",
        "Martin Hollis",
        "Secretary of State",
    ),
    (
        "behind",
        "Laura Stone, a spokeswoman for the port, declined to comment.",
        "Laura Stone",
        "a spokeswoman for the port",
    ),
    ("behind-possessive", "Paul Hale, the port's director, said so.", "Paul Hale", "the port's director"),
    (
        "behind-without-article",
        "“No,” said Karen Lavery, White House press secretary.",
        "Karen Lavery",
        "White House press secretary",
    ),
    (
        "in-front-with-comma",
        "The town's mayor, Thomas Varrick, walked in.",
        "Thomas Varrick",
        "The town's mayor",
    ),
    (
        "after-the-age",
        "Laura Stone, 43, a teacher at the school, was hurt.",
        "Laura Stone",
        "a teacher at the school",
    ),
    ("no-role-in-a-list", "Laura Stone, the police and the mayor came.", "Laura Stone", None),
    ("no-role-in-a-clause", "Laura Stone, who was hurt, went home.", "Laura Stone", None),
    ("man-is-no-title", "Police found a man Hale said was his brother.", "Hale", None),
    ("honorific-is-no-role", "Mr. Hale left.", "Hale", None),
]


@pytest.mark.parametrize(("text", "name", "role"), [row[1:] for row in ROLES], ids=[row[0] for row in ROLES])
def test_role_words_beside_a_name(text, name, role):
    mention = next(m for m in mentions_in(text) if m.name == name)
    assert (None if mention.role is None else mention.role.of(text)) == role


AGES = [
    ("between-commas", "Laura Stone, 43, was hurt.", "Laura Stone", 43),
    ("aged", "Paul Hale, aged 7, was found.", "Paul Hale", 7),
    ("in-brackets", "Paul Hale (31) won the seat.", "Paul Hale", 31),
    ("a-count-is-no-age", "Paul Hale 31 times asked for help.", "Paul Hale", None),
    ("a-year-is-no-age", "Paul Hale, 1987, oil on wood.", "Paul Hale", None),
    ("no-age-without-number", "Paul Hale, older now, won.", "Paul Hale", None),
]


@pytest.mark.parametrize(("text", "name", "age"), [row[1:] for row in AGES], ids=[row[0] for row in AGES])
def test_age_beside_a_name(text, name, age):
    assert next(m for m in mentions_in(text) if m.name == name).age == age


GENDERS = [
    ("honorific", "Mr. Okoro-Lind left early.", "Okoro-Lind", "male"),
    ("gendered-office", "Okoro Lind, a spokeswoman, said so.", "Okoro Lind", "female"),
    ("common-given-name", "Margaret Dunmore won.", "Margaret Dunmore", "female"),
    ("given-name-of-either", "Robin Dunmore won.", "Robin Dunmore", None),
    ("rare-given-name", "Thessaly Dunmore won the vote in Ohio.", "Thessaly Dunmore", None),
]


@pytest.mark.parametrize(
    ("text", "name", "gender"), [row[1:] for row in GENDERS], ids=[row[0] for row in GENDERS]
)
def test_gender_only_from_what_is_told(text, name, gender):
    assert next(m for m in mentions_in(text) if m.name == name).gender == gender
