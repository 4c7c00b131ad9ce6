"""From the speaker's words to mentions; to whom, in what, where and when."""

import pytest

from onrecord.annotations.quotations import ANNOTATOR
from tests.annotations.quotations.cases import annotated, quotations, speakers

SPEAKERS = {
    "name": ("Ada Finn said that the dam held.", [("Ada Finn",)]),
    "pronoun": ("Ada Finn left. She said that the dam held.", [("She",)]),
    "role beside a name": ("The mayor, Ada Finn, said that the dam held.", [("Ada Finn",)]),
    "what she is after the name": (
        "“It holds,” said Ada Finn, a spokeswoman for Karl Hahn.",
        [("Ada Finn",)],
    ),
    "two together": ("Ada Finn and Karl Hahn said that the dam held.", [("Ada Finn", "Karl Hahn")]),
    "unnamed": ("A senior official said that the dam held.", [("A senior official",)]),
    "antecedent of who": ("Ada Finn, who said that the dam held, left.", [("Ada Finn",)]),
    "a paper in its own clause": ("The letter goes on to say that the dam held.", [("The letter",)]),
    "a paper": ("The complaint said that the dam held.", [("The complaint",)]),
    "according to a poll": ("The dam holds, according to a poll.", [("a poll",)]),
    "bare plural": ("Critics said that the dam held.", [("Critics",)]),
    "share of people": ("Most voters said that the dam held.", [("Most voters",)]),
    "who after an apposition": (
        "“It holds,” said Karl Hahn, a mayor who warned that the road was shut.",
        [("Karl Hahn",), ("Karl Hahn",)],
    ),
    "we are nobody printed": ("We said that the dam held.", []),
    "member of a body": ("A member of the council said that the dam held.", [("A member of the council",)]),
}


@pytest.mark.parametrize(("text", "expected"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_the_mentions_that_speak(text: str, expected: list[tuple[str, ...]]) -> None:
    assert speakers(text) == expected


def test_a_relay_keeps_both() -> None:
    text = "Ada Finn said that Karl Hahn had told her the boat was full."
    found = annotated(text)
    names = {mention.id: mention.name for mention in found.mentions}
    relay = found.quotations[1]
    assert [names[i] for i in relay.speakers] == ["Karl Hahn"]
    assert [names[i] for i in relay.via] == ["Ada Finn"]


def test_a_paper_that_passes_it_on_is_kept() -> None:
    found = annotated("“It broke,” Ada Finn said at a press conference, according to the Harbour Post.")
    names = {mention.id: mention.name for mention in found.mentions}
    (quotation,) = found.quotations
    assert [names[i] for i in quotation.speakers] == ["Ada Finn"]
    assert [names[i] for i in quotation.via] == ["Harbour Post"]


def test_to_whom_it_was_said() -> None:
    text = "Finn told reporters that the dam held."
    to = quotations(text)[0].to
    assert to is not None
    assert to.of(text) == "reporters"


def test_in_which_medium_it_was_said() -> None:
    text = "Finn said in a statement that the dam held."
    medium = quotations(text)[0].medium
    assert medium is not None
    assert medium.of(text) == "a statement"


def test_when_it_was_said() -> None:
    said = annotated("Finn said on Monday that the dam held.").quotations[0].said
    assert said is not None
    assert said.edtf == "2026-03-09"


def test_a_day_within_the_content_is_not_when_it_was_said() -> None:
    assert annotated("Finn said that the dam broke on Monday.").quotations[0].said is None


def test_every_quotation_says_why() -> None:
    text = "“It holds,” said Finn. Hahn said it leaked. According to Reed, it broke."
    assert all(q.reason and q.finder == ANNOTATOR.finder for q in quotations(text))
