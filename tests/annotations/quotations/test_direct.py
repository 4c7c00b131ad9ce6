"""Direct and mixed quotations: where the cue stands, how the words are marked."""

import pytest

from tests.annotations.quotations.cases import Said, quotations, said

CASES: dict[str, tuple[str, list[Said]]] = {
    "after": ("“The dam will hold,” the engineer said.", [("the engineer", "The dam will hold,")]),
    "after, inverted": ("“The dam will hold,” said Ada Finn.", [("Ada Finn", "The dam will hold,")]),
    "after, with what she is": (
        "“The dam will hold,” said Ada Finn, an engineer with the water board.",
        [("Ada Finn, an engineer with the water board", "The dam will hold,")],
    ),
    "straight marks": ('"The dam will hold," Finn said.', [("Finn", "The dam will hold,")]),
    "doubled apostrophes": ("''The dam will hold,'' Finn said.", [("Finn", "The dam will hold,")]),
    "single curly marks": ("‘The dam will hold,’ Finn said.", [("Finn", "The dam will hold,")]),
    "single straight marks": ("'The dam will hold,' Finn said.", [("Finn", "The dam will hold,")]),
    "apostrophe within single marks": (
        "‘It’s the workers’ dam,’ Finn said.",
        [("Finn", "It’s the workers’ dam,")],
    ),
    "guillemets": ("«The dam will hold,» Finn said.", [("Finn", "The dam will hold,")]),
    "question": ("“Will it hold?” asked Finn.", [("Finn", "Will it hold?")]),
    "exclamation": ("“It holds!” Finn shouted.", [("Finn", "It holds!")]),
    "one word": ("“Never,” said the captain.", [("the captain", "Never,")]),
    "one word before": ("The captain said: “Never.”", [("The captain", "Never.")]),
    "colon": (
        "The mayor said: “The bridge stays shut.”",
        [("The mayor", "The bridge stays shut.")],
    ),
    "comma before": (
        "The mayor said, “The bridge stays shut.”",
        [("The mayor", "The bridge stays shut.")],
    ),
    "no mark before": (
        "The mayor said “The bridge stays shut.”",
        [("The mayor", "The bridge stays shut.")],
    ),
    "colon with no verb of saying": (
        "The mayor had one piece of advice: “Stay at home tonight.”",
        [("The mayor", "Stay at home tonight.")],
    ),
    "colon at the end of the paragraph before": (
        "The mayor told the council:\n\n“The bridge stays shut.”",
        [("The mayor", "The bridge stays shut.")],
    ),
    "split": (
        "“The bridge,” said the mayor, “stays shut until May.”",
        [("the mayor", "The bridge, | stays shut until May.")],
    ),
    "split, then another sentence": (
        "“The bridge stays shut,” the mayor said. “Nobody may cross it.”",
        [("the mayor", "The bridge stays shut, | Nobody may cross it.")],
    ),
    "split, with what she is in between": (
        "“The bridge is safe,” said the mayor, Ada Finn, “and it opens in May.”",
        [("the mayor, Ada Finn", "The bridge is safe, | and it opens in May.")],
    ),
    "nested marks": (
        "“He told me, ‘Run,’ and I ran,” said the boy.",
        [("the boy", "He told me, ‘Run,’ and I ran,")],
    ),
    "nested doubles": (
        "“He shouted “run” and we ran,” said the boy.",
        [("the boy", "He shouted “run” and we ran,")],
    ),
    "nested straight": (
        '"He shouted "run" and we ran," said the boy.',
        [("the boy", 'He shouted "run" and we ran,')],
    ),
    "full stop before a short cue": (
        "“The bridge stays shut.” Finn said.",
        [("Finn", "The bridge stays shut.")],
    ),
    "time beside the cue": (
        "“The bridge stays shut,” Finn said on Monday.",
        [("Finn", "The bridge stays shut,")],
    ),
    "told somebody": (
        "“The bridge stays shut,” Finn told reporters.",
        [("Finn", "The bridge stays shut,")],
    ),
    "post": ("Finn wrote on Facebook: “We are with you.”", [("Finn", "We are with you.")]),
    "post, cue after": ("“We are with you,” Finn tweeted.", [("Finn", "We are with you,")]),
    "written statement": (
        "“We regret the delay,” the company said in a statement.",
        [("the company", "We regret the delay,")],
    ),
    "statement that says": (
        "The company released a statement saying, “We regret the delay.”",
        [("The company", "We regret the delay.")],
    ),
    "according to": (
        "“The pump failed twice,” according to the inspector.",
        [("the inspector", "The pump failed twice,")],
    ),
    "sentence begun outside the marks": (
        "The new bridge is “a disgrace to the town,” said Finn.",
        [("Finn", "The new bridge is “a disgrace to the town,”")],
    ),
    "phrase in an indirect quotation": (
        "Finn said the new bridge was “a disgrace”.",
        [("Finn", "the new bridge was “a disgrace”")],
    ),
    "clause and then the words": (
        "Finn said the bridge was unsafe: “It sways in the wind.”",
        [("Finn", "the bridge was unsafe | It sways in the wind.")],
    ),
    "naming it": ("Finn called the bridge “a disgrace”.", [("Finn", "the bridge “a disgrace”")]),
    "two speakers in one paragraph": (
        "“It was dark,” said Finn. “I saw nothing,” said Hahn.",
        [("Finn", "It was dark,"), ("Hahn", "I saw nothing,")],
    ),
    "two speakers in two paragraphs": (
        "“It was dark,” said Finn.\n\n“I saw nothing,” said Hahn.",
        [("Finn", "It was dark,"), ("Hahn", "I saw nothing,")],
    ),
    "passed on by a paper": (
        "“It broke,” Finn said at a press conference, according to the Harbour Post.",
        [("Finn", "It broke,")],
    ),
    "said first": ("Said Finn: “We go.”", [("Finn", "We go.")]),
    "all she said": ("“I can't,” was all she said.", [("she", "I can't,")]),
    "single marks, split": ("‘No,’ she said. ‘I won’t.’", [("she", "No, | I won’t.")]),
    "a word within single marks within": (
        "“This is what we call ‘the long wait’,” he said.",
        [("he", "This is what we call ‘the long wait’,")],
    ),
    "age beside the name": ("Finn, 34, tweeted on Sunday: “Back soon.”", [("Finn", "Back soon.")]),
    "cry in passing": ("He shouted “Fire!” and ran.", [("He", "Fire!")]),
    "who is asked doesn't ask": (
        "Asked which dam he liked, the engineer grinned: “The old one.”",
        [("the engineer", "The old one.")],
    ),
    "a headline in the first person": (
        "Finn: I will run again.\n\nPort Leven votes in May.",
        [("Finn", "I will run again.")],
    ),
    "labels": (
        "Finn: “It was dark.”\n\nHahn: “I saw nothing.”",
        [("Finn", "It was dark."), ("Hahn", "I saw nothing.")],
    ),
    "signature": (
        "“Nobody shall cross the river again.”\n\n- Ada Finn, mayor of Port Leven",
        [("Ada Finn, mayor of Port Leven", "Nobody shall cross the river again.")],
    ),
    "transcript": (
        "FINN: We will not sign.\n\nHAHN: You said that before.\n\nFINN: And I meant it.\n\nHAHN: What now?",
        [
            ("FINN", "We will not sign."),
            ("HAHN", "You said that before."),
            ("FINN", "And I meant it."),
            ("HAHN", "What now?"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_who_says_which_words(text: str, expected: list[Said]) -> None:
    assert said(text) == expected


def test_kinds() -> None:
    kinds = {
        "“It holds,” said Finn.": "direct",
        "Finn said the dam was “a wonder”.": "mixed",
        "Finn said that the dam held.": "indirect",
    }
    assert {text: quotations(text)[0].kind for text in kinds} == kinds


def test_the_cue_has_its_auxiliaries() -> None:
    text = "Finn has repeatedly said that the dam held."
    cue = quotations(text)[0].cue
    assert cue is not None
    assert cue.of(text) == "has repeatedly said"
