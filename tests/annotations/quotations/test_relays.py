"""What one passes on of another: in quoted words, and orders and promises that are told as gone by."""

import pytest

from tests.annotations.quotations.cases import annotated

RELAYED = {
    "in quoted words": (
        "“Vera Quill said the road would be open in May,” said Karl Hahn.",
        [("Vera Quill", "the road would be open in May", "Karl Hahn")],
    ),
    "an order in marks": (
        "Edda Morr said that Karl Hahn had told him to “sail what is loaded”.",
        [("Karl Hahn", "to “sail what is loaded”", "Edda Morr")],
    ),
    "a threat on a day": (
        "Edda Morr recalled that Karl Hahn had threatened on May 4 to leave the council.",
        [("Karl Hahn", "to leave the council", "Edda Morr")],
    ),
    "his own words": ("“I said that it was safe,” Karl Hahn said.", []),
    "what was never said": ("“Hale never said that it was safe,” Karl Hahn said.", []),
    "what may have been said": ("“If Hale said it was safe, then it is,” Karl Hahn said.", []),
    "a promise of which no word is told": ("Edda Morr said that Karl Hahn had promised to resign.", []),
}


@pytest.mark.parametrize(("text", "wanted"), RELAYED.values(), ids=RELAYED.keys())
def test_a_relay_keeps_both(text: str, wanted: list[tuple[str, str, str]]) -> None:
    found = annotated(text)
    words = {m.id: m.span.of(text) for m in found.mentions}
    relays = [q for q in found.quotations if q.via]
    assert [(words[q.speakers[0]], q.content[0].of(text), words[q.via[0]]) for q in relays] == wanted
