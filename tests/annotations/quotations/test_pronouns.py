"""Whom a speaking pronoun means where its chain leaves that open: of the paragraph, or a paper's writer."""

import pytest

from tests.annotations.quotations.cases import annotated

MEANT = {
    "who acts above, beside an office": (
        "Ada Finn, the head of Lowmoor, watched the film with the families on Friday. "
        "“They are alive and they are cold,” she said afterwards.",
        ["Ada Finn"],
    ),
    "an office": (
        "At a briefing on Friday, the health minister said that 412 people were ill. "
        "Forty thousand filters had been ordered and would be “on doorsteps” soon, she said.",
        ["the health minister", "the health minister"],
    ),
    "the only one in the paragraph": (
        "Mr Venn will lead the march on Sunday. "
        "The union expects 20,000. “We will bring our songs,” he said.",
        ["Venn"],
    ),
    "who spoke last in it": (
        "The prosecutor, Ilse Moss, said that 86 boxes had been taken. The house is Karl Thorne's. "
        "Her office is looking into fraud, she told the Courier.",
        ["Ilse Moss", "Ilse Moss"],
    ),
    "who is named behind an office and a title": (
        "The army's spokesman, Colonel Brand Ilmer, has been speaking in Ostrel. "
        "“The house was empty,” he says. He confirms that one soldier was killed.",
        ["Brand Ilmer", "Brand Ilmer"],
    ),
    "a letter's writer": (
        "The minister, Karl Hahn, gave his reason in a letter of three lines. "
        "“The list was changed,” it said.",
        ["Karl Hahn"],
    ),
    "people who tell it otherwise": (
        "The miners tell it the other way round. "
        "In a letter they accuse the ministry of having struck a name.",
        ["The miners"],
    ),
}

OPEN = {
    "one of two": (
        "The hall belongs to Ada Finn and Orla Vane. The talks were short. “It was cold,” she said."
    ),
    "of another gender": "The hall belongs to Karl Hahn. The talks were short. “It was cold,” she said.",
}


def _named(text: str) -> list[str]:
    """Return the names of the speakers, in order: of a chain where it has a founder."""
    found = annotated(text)
    mentions = {mention.id: mention for mention in found.mentions}
    meant = [mentions[q.speakers[0]] if q.speakers else None for q in found.quotations]
    return ["" if m is None else mentions[m.chain or m.id].name for m in meant]


@pytest.mark.parametrize(("text", "expected"), MEANT.values(), ids=MEANT.keys())
def test_whom_a_pronoun_means(text: str, expected: list[str]) -> None:
    assert _named(text) == expected


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN.keys())
def test_nobody_is_meant_where_it_may_be_another(text: str) -> None:
    assert _named(text)[-1].lower() in {"she", "he"}
