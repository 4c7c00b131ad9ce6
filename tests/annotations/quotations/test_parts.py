"""Which part of a sentence is reported: colons, semicolons, and what leads on to a cue clause."""

import pytest

from tests.annotations.quotations.cases import Said, said

PARTS = {
    "amid the words after a colon": (
        "The mayor had contradicted the clerk: one wall, he said, could be saved.",
        "one wall | could be saved",
    ),
    "after another's denial": (
        "The ministry denied that the order had come from there; it had been a local decision, a clerk said.",
        "it had been a local decision",
    ),
    "all of it before a last cue clause": (
        "The illness is on the wane: just eleven people were ill on Monday, Ada Finn said.",
        "The illness is on the wane: just eleven people were ill on Monday",
    ),
    "on both sides of a colon": (
        "A table had been misread, the clerk told reporters: vacant posts had been added in.",
        "A table had been misread | vacant posts had been added in",
    ),
    "behind when": (
        "The talks broke off when, according to the council, the army kept three officers.",
        "the army kept three officers",
    ),
    "behind and": (
        "Three elders met the men on Saturday and, Ada Finn said, obtained more time.",
        "obtained more time",
    ),
    "without the day": (
        "The bank said on Monday it had agreed to buy the mill.",
        "it had agreed to buy the mill",
    ),
    "without what the report tells": (
        "The bank said it had agreed to buy the mill, and the owner's brother resigned.",
        "it had agreed to buy the mill",
    ),
    "with what another clause of it tells": (
        "The bank said it had bought the mill and that the owner had left.",
        "it had bought the mill and that the owner had left",
    ),
    "without another's answer": (
        "Ada Finn said the firm would pay half of it; a clerk close to the firm denied it.",
        "the firm would pay half of it",
    ),
    "without how long after it came": (
        "The bank said it had agreed to buy the mill, four days after it dismissed reports of a sale.",
        "it had agreed to buy the mill",
    ),
    "without what its speaker did to its subject": (
        "Judge Ada Finn found that the firm had blocked the road and ordered it to clear the gate by May.",
        "that the firm had blocked the road",
    ),
    "without the scene": (
        "Ada Finn said the plan was “a farce” as a crowd shouted outside.",
        "the plan was “a farce”",
    ),
    "with what stands in it": (
        "Ada Finn said the bank “was safe” when the auditors left it.",
        "the bank “was safe” when the auditors left it",
    ),
    "a whispered sentence": (
        "The town may flood again, an army source whispered.",
        "The town may flood again",
    ),
}


@pytest.mark.parametrize(("text", "expected"), PARTS.values(), ids=PARTS.keys())
def test_the_reported_part(text: str, expected: str) -> None:
    assert expected in [content for _, content in said(text)]


WHO = {
    "a possessive's apostrophe is no mark": (
        "Ned Kell of the Clerks' Union called the plan “a farce”.",
        [("Ned Kell of the Clerks' Union", "the plan “a farce”")],
    ),
    "whose head says it": (
        "The bank, whose head, Karl Hahn, said by telephone that the quarrel was over, is shut.",
        [("Karl Hahn", "that the quarrel was over")],
    ),
    "a paper by its name, behind what it is": (
        "The opposition daily The Bell reported on its website that the bank was for sale.",
        [("The Bell", "that the bank was for sale")],
    ),
    "by telephone is nobody": (
        "The mayor said by telephone that the dam held.",
        [("The mayor", "that the dam held")],
    ),
    "who says it behind an aside": (
        "Rufus Moss, who speaks for the party on money, charged on Friday that Karl Hahn had known of it.",
        [("Rufus Moss, who speaks for the party on money", "that Karl Hahn had known of it")],
    ),
    "answers a charge by nobody": (
        "Jarl Moss is to stand trial in September, accused of throwing a bottle at the police. He denies it.",
        [("He", "throwing a bottle at the police")],
    ),
    "answers it in a relative clause": (
        "Jarl Moss is charged with arson, which he denies.",
        [("he", "arson")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WHO.values(), ids=WHO.keys())
def test_who_says_it(text: str, expected: list[Said]) -> None:
    assert said(text) == expected
