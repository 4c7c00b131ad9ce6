"""Sentences that a clause beside them reports, and set phrases: "as the mayor said"."""

import pytest

from tests.annotations.quotations.cases import Said, said

ASIDES = {
    "as somebody said, after it": (
        "The wall was rebuilt in June, as a committee of the council found.",
        [("a committee of the council", "The wall was rebuilt in June")],
    ),
    "as somebody said, before it": (
        "As the mayor said, the bridge will stay shut for a week.",
        [("the mayor", "the bridge will stay shut for a week")],
    ),
    "so says somebody": (
        "Two boats for six crews, on Monday morning, at the old pier: so says the governor of Orm.",
        [("the governor of Orm", "Two boats for six crews, on Monday morning, at the old pier")],
    ),
    "in whose words": ("In Hahn's words, “nobody came”.", [("Hahn", "nobody came")]),
    "as somebody put it": (
        "The wall was, as Ada Finn put it, “a sieve with a flag on it”.",
        [("Ada Finn", "a sieve with a flag on it")],
    ),
    "in her phrase, within another's clause": (
        "The governor would have us believe that her loan is, in her phrase, “a bridge and not a gift”.",
        [("her", "a bridge and not a gift")],
    ),
    "lets it be known": (
        "The president had let it be known that he would not travel.",
        [("The president", "that he would not travel")],
    ),
    "makes it clear": (
        "The mayor made it clear that the bridge would stay shut.",
        [("The mayor", "that the bridge would stay shut")],
    ),
}

NONE = {
    "a manner, not a report": "The bridge was shut as officials hoped.",
    "as somebody says little": "As officials said little, the families waited by the bridge.",
    "and so said another": "The wall was old, and so said the clerk.",
    "a name that is known": "The pictures made her name known that summer.",
    "put it somewhere": "He put it on the table, “a small one”, and left.",
    "he himself told of it": "The boat sank slowly, as he said.",
}


@pytest.mark.parametrize(("text", "expected"), ASIDES.values(), ids=ASIDES.keys())
def test_a_clause_beside_a_sentence_reports_it(text: str, expected: list[Said]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_what_only_looks_like_it_reports_nothing(text: str) -> None:
    assert said(text) == []


def test_what_another_says_is_no_aside_of_the_whole() -> None:
    text = "The lawyer said that he had been fetched on the 5th, not on the 6th, as the ministry maintains."
    assert [who for who, _ in said(text)] == ["The lawyer"]
