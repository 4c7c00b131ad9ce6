"""Names: which words, and of which kind."""

import pytest

from tests.annotations.mentions.reading import mentions_in, names_in

NAMES = [
    (
        "surname-as-organisation",
        "Owen Tarrant met reporters. Tarrant said the bridge would open. Tarrant left at noon.",
        [("Owen Tarrant", "person"), ("Tarrant", "person"), ("Tarrant", "person")],
    ),
    (
        "bracket-inside-a-name",
        "“We spoke to [Secretary of State Martin] Hollis,” the senator said.",
        [("Martin Hollis", "person")],
    ),
    (
        "title-is-not-the-name",
        "Prime Minister Adela Varrick resigned on Monday.",
        [("Adela Varrick", "person")],
    ),
    ("name-seen-only-with-a-title", "The vote was praised by Senator Gruber.", [("Gruber", "person")]),
    ("abbreviated-title", "Gov. Nora Pell signed the bill.", [("Nora Pell", "person")]),
    ("honorific", "“It is late,” Ms. Ortiz said.", [("Ortiz", "person")]),
    (
        "possessive-is-cut-off",
        "Nora Pell's budget failed in the Senate.",
        [("Nora Pell", "person"), ("Senate", "organization")],
    ),
    ("article-is-cut-off", "Aid was sent by the Red Cross.", [("Red Cross", "organization")]),
    (
        "particle-belongs-to-the-name",
        "Pieter van der Meer won the race.",
        [("Pieter van der Meer", "person")],
    ),
    (
        "suffix-belongs-to-the-name",
        "Robert Haskins Jr. was elected in May.",
        [("Robert Haskins Jr.", "person")],
    ),
    ("hyphened-name", "Mary Solis-Whitby was named director on Friday.", [("Mary Solis-Whitby", "person")]),
    ("ministry", "The Ministry of Health reported 40 cases.", [("Ministry of Health", "organization")]),
    ("party", "The Reform Party won nine seats.", [("Reform Party", "organization")]),
    ("county", "The fire spread through Harlan County.", [("Harlan County", "place")]),
    ("company", "Northwind Energy Inc. cut 200 jobs.", [("Northwind Energy Inc.", "organization")]),
    ("river", "Water rose along the Danube River on Tuesday.", [("Danube River", "place")]),
    (
        "country-is-a-place",
        "France and Germany signed the treaty.",
        [("France", "place"), ("Germany", "place")],
    ),
    ("abbreviated-country", "The U.S. imposed tariffs on China.", [("U.S.", "place"), ("China", "place")]),
    ("nationality-in-the-plural", "Thousands of Israelis marched on Saturday.", [("Israelis", "group")]),
    ("party-members", "Republicans blocked the bill.", [("Republicans", "group")]),
    ("adjective-of-a-country-names-nobody", "German officials declined to comment.", []),
    ("adjective-of-a-party-names-nobody", "The Republican senator left early.", []),
    ("religion-as-adjective-names-nobody", "A Muslim charity ran the shelter.", []),
    ("body-the-model-knows-not", "The National Guard came.", [("National Guard", "organization")]),
    (
        "preposition-begins-something-new",
        "Ships were held, said Health Minister Tomas Ekman In Norland, two ports were closed.",
        [("Tomas Ekman", "person"), ("Norland", "place")],
    ),
    ("month-names-nobody", "The talks begin in March.", []),
    ("language-names-nobody", "She answered in English.", []),
    ("holiday-names-nobody", "Shops close at Christmas.", []),
    ("capital-at-the-start-names-nobody", "Schools were closed. Most schools reopen today.", []),
    (
        "line-end-parts-names",
        "Protest in Harlan\n\nJohn Mercer spoke first.",
        [("Harlan", "place"), ("John Mercer", "person")],
    ),
    (
        "related-story-is-no-person",
        "RELATED STORY | Hollis defends the budget\n\nMartin Hollis spoke on Monday.",
        [("Hollis", "person"), ("Martin Hollis", "person")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES])
def test_names_and_their_kinds(text, expected):
    assert names_in(text) == expected


def test_span_holds_the_name_and_not_the_title():
    text = "Interior Minister Nora Pell spoke."
    (name,) = (m for m in mentions_in(text) if m.form == "name")
    assert name.span.of(text) == "Nora Pell"
    assert name.role is not None
    assert name.role.of(text) == "Interior Minister"


def test_one_kind_for_a_name_in_the_whole_report():
    text = (
        "Paul Brandt sued the paper. Brandt lost. Judges told Brandt to pay. "
        "For Brandt it was the third case. Brandt will appeal."
    )
    assert {m.kind for m in mentions_in(text) if m.name == "Brandt"} == {"person"}


def test_place_known_by_its_demonym():
    text = "Calverra opened the dam. The Calverran army sent boats. Rain fell on Calverra."
    assert {m.kind for m in mentions_in(text) if m.name == "Calverra"} == {"place"}
    assert "Calverran" not in {m.name for m in mentions_in(text) if m.form == "name"}


def test_country_in_capitals_stays_a_place_however_often():
    text = "The US left. " * 12
    assert {m.kind for m in mentions_in(text) if m.name == "US"} == {"place"}
