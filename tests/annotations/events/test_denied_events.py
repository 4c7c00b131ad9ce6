"""What is denied, in invented sentences: told whatever its verb, on the word of who denies it."""

import pytest

from tests.annotations.events.reading import events

DENIED = [
    ("Jon Pell denied that the pump was at fault.", "was", "a state that somebody is charged with"),
    ("Anna Trell denied that she was about to sell the mill.", "sell", "what was said to be ahead"),
    ("Jon Pell denied that he had been pushed.", "pushed", "a figure of speech that is denied"),
    ("Jon Pell, who denies taking bribes, smiled.", "taking", "a gerund"),
    (
        "Anna Trell rejected a claim that 130 people had been aboard the barge.",
        "been",
        "a claim rejected",
    ),
    (
        "Jon Pell pleaded not guilty to charges that he took bribes from a mill.",
        "took",
        "what he pleads not guilty to",
    ),
    (
        "Anna Trell denied a charge of defrauding the council.",
        "defrauding",
        "what the charge that is denied was of",
    ),
    ("Jon Pell denied that there had been a quarrel.", "been", "that there was such a thing"),
]


@pytest.mark.parametrize(("text", "words", "why"), DENIED, ids=[row[2] for row in DENIED])
def test_what_is_denied_is_told_whatever_its_verb(text, words, why):
    found, _, names = events(text)
    denied = [e for e in found if e.modality == "denied"]
    assert [e.span.of(text) for e in denied] == [words], why
    assert denied[0].voice == "attributed"
    giver = names[denied[0].given_by[0]]
    assert giver in denied[0].clause.of(text), "the line names who denies it"


def test_what_is_said_not_to_be_is_denied():
    text = "Anna Trell said that there was no bargain."
    found, _, _ = events(text)
    assert [(e.sort, e.modality, e.voice) for e in found] == [("bargain", "denied", "attributed")]


def test_what_will_not_be_until_a_day_is_denied_till_then():
    found, _, _ = events("The council will not meet Jon Pell until Friday.")
    assert [e.modality for e in found] == ["denied"]


NOT_DENIED = [
    ("Anna Trell said there was no doubt about the mill.", "a manner of speaking"),
    ("There was no bargain.", "nobody says so but the outlet"),
    ("Jon Pell did not deny that he had met Anna Trell.", "a denial that isn't made"),
    ("The council was denied access to the mill.", "another sense of deny"),
    ("Jon Pell rejected the offer.", "what is rejected is no charge"),
    ("Jon Pell pleaded guilty to charges that he took bribes.", "a plea that admits"),
    ("The council did not meet Jon Pell until Friday.", "what came late came"),
]


@pytest.mark.parametrize(("text", "why"), NOT_DENIED, ids=[row[1] for row in NOT_DENIED])
def test_what_is_not_denied(text, why):
    assert not [e for e in events(text)[0] if e.modality == "denied"], why
