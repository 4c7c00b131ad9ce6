"""Answers to what was just told: what is denied or confirmed stands right before, as another's words."""

import pytest

from tests.annotations.quotations.cases import Said, quotations, said

ANSWERED: dict[str, tuple[str, list[Said]]] = {
    "denied it": (
        "Two clerks said that the ledger had been burnt. The bank denied it.",
        [("Two clerks", "that the ledger had been burnt"), ("The bank", "that the ledger had been burnt")],
    ),
    "which he denied": (
        "The union accused the owner of hiding the ledger, which the firm denied.",
        [("The union", "the owner of hiding the ledger"), ("the firm", "hiding the ledger")],
    ),
    "denied the claim": (
        "The union said that the mill would close. The owner denied the claim.",
        [("The union", "that the mill would close"), ("The owner", "that the mill would close")],
    ),
    "confirmed that": (
        "A clerk said that the mill would close. The owner confirmed that.",
        [("A clerk", "that the mill would close"), ("The owner", "that the mill would close")],
    ),
    "a claim told in the object": (
        "The owner denied a claim by the union that the mill would close.",
        [("The owner", "that the mill would close")],
    ),
}

UNREAD = {
    "nothing was told before": ("The mill closed on Monday. The owner denied it.", []),
    "told in another paragraph": (
        "The union said that the mill would close.\n\nThe owner denied it.",
        [("The union", "that the mill would close")],
    ),
    "his own words follow": (
        "The union said that the mill would close. The owner denied it. “We stay,” he said.",
        [("The union", "that the mill would close"), ("he", "We stay,")],
    ),
    "not denied": (
        "The union said that the mill would close. The owner did not deny it.",
        [("The union", "that the mill would close")],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), ANSWERED.values(), ids=ANSWERED.keys())
def test_what_is_answered_stands_right_before(text: str, wanted: list[Said]) -> None:
    assert said(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), UNREAD.values(), ids=UNREAD.keys())
def test_a_pronoun_by_itself_is_no_content(text: str, wanted: list[Said]) -> None:
    assert said(text) == wanted


def test_who_told_it_stands_before_who_answers_it() -> None:
    found = quotations("Two clerks said that the ledger had been burnt. The bank denied it.")
    assert found[0].span == found[1].span
    assert found[0].id != found[1].id
    assert found[1].cue is not None
    assert found[1].confidence < found[0].confidence
