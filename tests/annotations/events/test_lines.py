"""Which words of a sentence are the line of an event, where it tells others beside."""

import pytest

from tests.annotations.events.reading import events

LINES = [
    (
        "Anna Trell, who met Jon Pell in Weirholm on Monday, has left for Norland.",
        "left",
        "has left for Norland",
        "Anna Trell",
        "a clause that says who is meant tells another event",
    ),
    (
        "Anna Trell fainted on Monday and was driven to the infirmary.",
        "driven",
        "was driven to the infirmary",
        "Anna Trell",
        "what goes on from the same subject",
    ),
    (
        "The Weirholm mill sacked two clerks on Monday and closed its doors.",
        "closed",
        "closed its doors",
        "The Weirholm mill",
        "a subject that is no name",
    ),
    (
        "Jon Pell sold the mill on Monday; Anna Trell bought the boat.",
        "sold",
        "Jon Pell sold the mill on Monday",
        None,
        "a semicolon ends it",
    ),
    (
        "Jon Pell sold the mill on Monday; Anna Trell bought the boat.",
        "bought",
        "Anna Trell bought the boat",
        None,
        "a semicolon begins it",
    ),
    (
        "Anna Trell waited four years for her money, and Jon Pell sold the mill.",
        "sold",
        "Jon Pell sold the mill",
        None,
        "a clause with a subject of its own",
    ),
    (
        "The council praised Anna Trell, who sold the mill on Monday.",
        "sold",
        "Anna Trell, who sold the mill on Monday",
        None,
        "a clause that says who is meant tells itself alone",
    ),
]
WHOLE = [
    (
        "Anna Trell, who has red hair, has left for Norland.",
        "left",
        "Anna Trell, who has red hair, has left for Norland",
        "what the clause tells beside is no event",
    ),
    (
        "The 67 men broke the gate on Monday and burned the mill.",
        "burned",
        "The 67 men broke the gate on Monday and burned the mill",
        "a subject with a number needs its support",
    ),
    (
        "Jon Pell opened fire on Monday, killing Anna Trell and wounding Lena Ode.",
        "wounding",
        "Jon Pell opened fire on Monday, killing Anna Trell and wounding Lena Ode",
        "no line begins with a verb of no tense",
    ),
    ("Jon Pell sold the mill on Monday.", "sold", "Jon Pell sold the mill on Monday", "one event"),
]


@pytest.mark.parametrize(("text", "word", "line", "subject", "why"), LINES, ids=[case[-1] for case in LINES])
def test_an_event_is_told_without_the_others_of_its_sentence(text, word, line, subject, why):
    found, page, _ = events(text)
    (event,) = (e for e in found if e.span.of(text).split()[0] == word)
    assert event.shown.of(page.report.text) == line, why
    assert (event.subject and event.subject.of(text)) == subject, why
    assert event.clause.holds(event.shown) or event.clause.overlaps(event.shown)


@pytest.mark.parametrize(("text", "word", "line", "why"), WHOLE, ids=[case[-1] for case in WHOLE])
def test_a_line_that_tells_one_event_is_its_clause(text, word, line, why):
    found, page, _ = events(text)
    (event,) = (e for e in found if e.span.of(text) == word)
    assert event.shown.of(page.report.text).removesuffix(".") == line, why
    assert event.subject is None


def test_a_line_keeps_the_words_that_decide_how_it_stands():
    text = "Jon Pell wants to sell the mill and to buy the boat on Friday."
    found, page, _ = events(text)
    assert all("wants" in e.shown.of(page.report.text) for e in found if e.modality != "happened")
