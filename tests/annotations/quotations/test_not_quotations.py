"""Marks that quote nobody: scare quotes, titles, nicknames, links, measures."""

import pytest

from onrecord.annotations.quotations import ANNOTATOR
from onrecord.model.annotation import Found
from onrecord.model.report import Block
from tests.annotations.quotations.cases import said
from tests.support import parsed

NOT_QUOTED = {
    "scare quotes": "The so-called “corridor” was shut on Tuesday.",
    "scare quotes, two words": "The “safe zone” was shelled again.",
    "title of a book": "Her book “The Long Tide” sold well.",
    "title of a programme": "He appeared on “Day by Day” on Friday.",
    "title of a song": "The band played “Harbour Lights” twice.",
    "title before a cue": "Speaking on “Day by Day,” Finn left early.",
    "nickname": "Karl “Red” Hahn sang.",
    "nickname in single marks": "Karl ‘Red’ Hahn sang.",
    "known as": "The square, known as “the Pit,” was empty.",
    "word as a word": "The sign had the letters “EXIT” on it.",
    "measure": 'The pipe was 12" wide and the door 6\' 2" high.',
    "apostrophes": "The fishermen's boats and the sailors' huts burned in the '90s.",
    "quotation with no speaker": "“Nobody knows what comes next.”",
    "slogan on a banner": "A banner with the words “Peace Now” hung there.",
    "two titles": "The museum showed “Dawn” and “Dusk” together.",
    "where a reporter reports from": "The port is shut.\n\nFrom Port Leven, Ada Finn reports.",
    "in what somebody speaks": "In a short statement, Ada Finn said.",
    "empty marks": "The form read “” and nothing else.",
}


@pytest.mark.parametrize("text", NOT_QUOTED.values(), ids=NOT_QUOTED.keys())
def test_nobody_is_quoted(text: str) -> None:
    assert said(text) == []


def test_related_links_are_not_quoted() -> None:
    text = "The port is shut.\n\nRelated: “We will sink,” says captain"
    blocks = (Block(kind="body", start=0, end=17), Block(kind="related", start=19, end=len(text)))
    assert list(ANNOTATOR.find(parsed(text, blocks=blocks), Found())) == []


def test_a_title_is_not_taken_for_the_words_of_who_comes_next() -> None:
    assert said("Speaking on “Day by Day,” Finn admitted that the dam leaked.") == [
        ("Finn", "that the dam leaked")
    ]
