"""Roles and unnamed people: what is found, and whom it means."""

import pytest

from tests.annotations.mentions.reading import mentions_in, who

MEANT = [
    (
        "by-title",
        "Prime Minister Adela Varrick spoke. The prime minister left.",
        "The prime minister",
        "Adela Varrick",
    ),
    (
        "by-apposition",
        "Laura Stone, a spokeswoman for the port, spoke. The spokeswoman left.",
        "The spokeswoman",
        "Laura Stone",
    ),
    (
        "unnamed-official",
        "A senior ministry official spoke. The official gave no name.",
        "The official",
        "A senior ministry official",
    ),
    (
        "union",
        "The Port Workers' Union met on Monday. The union voted to strike.",
        "The union",
        "Port Workers' Union",
    ),
    ("council", "The Rivers Council met in Ohio. The council voted.", "the council", "Rivers Council"),
    (
        "two-ministers-stay-open",
        "Interior Minister Nora Pell met Foreign Minister Jonas Reave. The minister left.",
        "The minister",
        None,
    ),
    ("deputy-is-another", "Deputy Mayor Paul Hale spoke. The mayor was away.", "The mayor", None),
    (
        "former-is-another",
        "Former President Alan Whitlock spoke. The president was away.",
        "The president",
        None,
    ),
    ("nobody-introduced", "The minister left early.", "The minister", None),
    ("plural-is-not-one", "Mayor Paul Hale spoke. The mayors met later.", "The mayors", None),
    (
        "one-by-one-is-not-together",
        "Several officials met. A senior official spoke. The officials left.",
        "The officials",
        None,
    ),
    (
        "two-of-another-count",
        "Israeli leaders met in Paris. The two leaders shook hands.",
        "The two leaders",
        None,
    ),
    ("police", "Police closed the road. The police said nothing.", "The police", "Police"),
]


@pytest.mark.parametrize(
    ("text", "words", "expected"), [row[1:] for row in MEANT], ids=[row[0] for row in MEANT]
)
def test_whom_a_role_means(text, words, expected):
    found = {m.span.of(text).lower(): m.span.of(text) for m in mentions_in(text)}
    assert who(text, found[words.lower()]) == expected


def test_company_known_by_its_apposition():
    text = "Northwind Power, the company that runs the dam, met them on Monday. The company blamed rain."
    assert who(text, "The company") == "Northwind Power"


def test_possessor_makes_it_another_body():
    text = "The Harlan campaign spent little. Nora Pell said her campaign would go on."
    assert who(text, "her campaign") == "her campaign"


UNNAMED = [
    ("senior-official", "A senior ministry official said so.", "A senior ministry official"),
    ("two-witnesses", "Two witnesses told police about it.", "Two witnesses"),
    (
        "with-what-follows",
        "An official at the transport ministry said so.",
        "An official at the transport ministry",
    ),
    ("close-to", "Sources close to the talks said so.", "Sources close to the talks"),
    ("on-the-call", "Another official on the call disagreed.", "Another official on the call"),
    ("bare-plural", "Officials said the road was closed.", "Officials"),
    ("one-of-them", "One of the senior diplomats said so.", "One of the senior diplomats"),
    ("with-age", "A 43-year-old man was arrested.", "A 43-year-old man"),
    ("lawyer", "His lawyer said he was ill.", "His lawyer"),
]


@pytest.mark.parametrize(("text", "words"), [row[1:] for row in UNNAMED], ids=[row[0] for row in UNNAMED])
def test_unnamed_people_found_their_own_chain(text, words):
    mention = next(m for m in mentions_in(text) if m.form == "description")
    assert (mention.span.of(text), mention.kind, mention.chain) == (words, "unnamed", mention.id)


NOBODY = [
    ("says-what-she-is", "Adela Varrick was the director for ten years."),
    ("as-a-teacher", "Adela Varrick worked as a teacher."),
    ("no-official", "No official was there."),
    ("role-beside-its-name", "The mayor, Thomas Varrick, left."),
    ("title-before-its-name", "Mayor Thomas Varrick left."),
]


@pytest.mark.parametrize("text", [row[1] for row in NOBODY], ids=[row[0] for row in NOBODY])
def test_what_says_what_somebody_is_points_at_nobody(text):
    assert [m.span.of(text) for m in mentions_in(text) if m.form in ("role", "description")] == []


def test_plural_roles_are_marked():
    text = "The two leaders met on Sunday."
    (role,) = (m for m in mentions_in(text) if m.form == "role")
    assert (role.span.of(text), role.plural, role.chain) == ("The two leaders", True, None)
