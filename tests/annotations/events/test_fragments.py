"""What only tells beside what other clauses tell, in invented sentences: kept, but no line of its own."""

import pytest

from tests.annotations.events.reading import events

LINE = 0.5  # confidence below which an event mention makes no line of its own

FRAGMENTS = [
    ("Anna Trell wept after the tree was planted.", "planted", "of nobody, under what another clause tells"),
    ("Anna Trell met the man who planted the trees in Weirholm.", "planted", "a clause that says which man"),
    ("The trees were planted and watered.", "watered", "a verb that goes on, of nobody known"),
    ("Jon Pell was wounded in an attack.", "attack", "a noun with a weak rule and no place"),
]


@pytest.mark.parametrize(("text", "words", "why"), FRAGMENTS, ids=[row[2] for row in FRAGMENTS])
def test_a_fragment_makes_no_line(text, words, why):
    sure = {e.span.of(text): e.confidence for e in events(text)[0]}
    assert sure[words] < LINE, why


LINES = [
    ("The tree was planted.", "planted", "of nobody, but by itself"),
    ("Anna Trell saw the mill where the men drowned.", "drowned", "who came to harm"),
    ("Anna Trell met the man who planted the trees on Sunday.", "planted", "it has a day of its own"),
    ("Anna Trell met the man who was arrested by police.", "arrested", "a sort of the table"),
    ("Anna Trell opened the mill and planted a tree.", "planted", "of somebody known"),
    ("A fire broke out at a mill in Weirholm.", "fire", "a noun with its place"),
    ("Jon Pell was wounded in an attack on Sunday.", "attack", "a noun with its day"),
]


@pytest.mark.parametrize(("text", "words", "why"), LINES, ids=[row[2] for row in LINES])
def test_what_is_no_fragment(text, words, why):
    sure = {e.span.of(text): e.confidence for e in events(text)[0]}
    assert sure[words] >= LINE, why


def test_a_headline_of_nobody_makes_no_line():
    text = "Trees planted\n\nThe trees were planted on Sunday."
    found, page, _ = events("The trees were planted on Sunday.", headline="Trees planted")
    assert page.report.text == text
    assert [(e.span.of(text), e.confidence >= LINE) for e in found] == [("planted", False), ("planted", True)]
