"""Nothing is named from furniture; a caption names who is shown."""

import pytest

from onrecord.model.report import Block
from tests.annotations.mentions.reading import names_in

TEXT = "Margaret Dunmore opens the bridge in Ohio.\n\nNora Pell spoke on Monday."
FURNITURE = ["byline", "dateline", "date", "credit", "related", "boilerplate"]


def blocks(kind):
    return (Block(kind=kind, start=0, end=42), Block(kind="body", start=44, end=len(TEXT)))


@pytest.mark.parametrize("kind", FURNITURE)
def test_furniture_names_nobody(kind):
    assert names_in(TEXT, blocks=blocks(kind)) == [("Nora Pell", "person")]


def test_caption_names_who_is_shown():
    assert ("Margaret Dunmore", "person") in names_in(TEXT, blocks=blocks("caption"))


def test_text_outside_all_blocks_names_nobody():
    assert names_in(TEXT, blocks=(Block(kind="body", start=44, end=len(TEXT)),)) == [("Nora Pell", "person")]
