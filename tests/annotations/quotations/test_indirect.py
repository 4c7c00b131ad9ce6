"""Indirect quotations: which words are the content, who speaks, and what reports nothing."""

import pytest

from tests.annotations.quotations.cases import Said, said

CASES: dict[str, tuple[str, list[Said]]] = {
    "that": ("The minister said that the port was shut.", [("The minister", "that the port was shut")]),
    "no that": ("The minister said the port was shut.", [("The minister", "the port was shut")]),
    "after": ("The port was shut, the minister said.", [("the minister", "The port was shut")]),
    "after, inverted": ("The port was shut, said the minister.", [("the minister", "The port was shut")]),
    "in between": (
        "The port, the minister said, was shut on Monday.",
        [("the minister", "The port | was shut on Monday")],
    ),
    "told somebody": (
        "The minister told reporters that the port was shut.",
        [("The minister", "that the port was shut")],
    ),
    "denied": ("The minister denied that the port was shut.", [("The minister", "that the port was shut")]),
    "warned": (
        "The minister warned that the port could flood.",
        [("The minister", "that the port could flood")],
    ),
    "goes on in the report's own words": (
        "The port was shut, the minister said, but the railway has no such order.",
        [("the minister", "The port was shut")],
    ),
    "according to, and the report goes on": (
        "The port was shut, according to the minister, and the boats are waiting.",
        [("the minister", "The port was shut")],
    ),
    "says on": (
        "The port was shut, the minister said, adding that no ferry would sail.",
        [("the minister", "The port was shut"), ("the minister", "that no ferry would sail")],
    ),
    "a subject right before the verb": (
        "About 30 farmers waited outside, some with flags in support of Hahn, police said.",
        [("police", "About 30 farmers waited outside, some with flags in support of Hahn")],
    ),
    "only passed on": (
        "Hahn said that the port was shut, the Courier reported.",
        [("Hahn", "that the port was shut")],
    ),
    "two clauses": (
        "The minister said the port was shut and that the ferries had stopped.",
        [("The minister", "the port was shut and that the ferries had stopped")],
    ),
    "two verbs of one subject": (
        "The minister said the port was shut and warned that the river could flood.",
        [("The minister", "the port was shut"), ("The minister", "that the river could flood")],
    ),
    "participle": (
        "The minister closed the port, saying the quay was unsafe.",
        [("The minister", "the quay was unsafe")],
    ),
    "participle of the speaker, not of what stands beside it": (
        "The minister said the port was shut, adding that the quay was unsafe.",
        [("The minister", "the port was shut"), ("The minister", "that the quay was unsafe")],
    ),
    "according to, first": (
        "According to the coastguard, two boats sank.",
        [("the coastguard", "two boats sank")],
    ),
    "according to, last": (
        "Two boats sank off Leven, according to the coastguard.",
        [("the coastguard", "Two boats sank off Leven")],
    ),
    "according to a document": (
        "Two boats sank off Leven, according to a report by the coastguard.",
        [("a report by the coastguard", "Two boats sank off Leven")],
    ),
    "group": ("Witnesses said the boat was full.", [("Witnesses", "the boat was full")]),
    "two together": (
        "The coastguard and the police said the boat was full.",
        [("The coastguard and the police", "the boat was full")],
    ),
    "unnamed official": (
        "A senior official, who asked not to be named, said the boat was full.",
        [("A senior official, who asked not to be named", "the boat was full")],
    ),
    "who said": (
        "The captain, who said that the boat was full, left at noon.",
        [("who", "that the boat was full")],
    ),
    "document": (
        "The report said that the pump had failed.",
        [("The report", "that the pump had failed")],
    ),
    "statement that says": (
        "The company issued a statement saying the pump had failed.",
        [("The company", "the pump had failed")],
    ),
    "post": ("Finn tweeted that the bridge was open.", [("Finn", "that the bridge was open")]),
    "asked whether": (
        "Reporters asked whether the bridge was open.",
        [("Reporters", "whether the bridge was open")],
    ),
    "a reporter's question and the answer": (
        "Asked if the bridge was safe, the minister replied: “It is.”",
        [("the minister", "It is.")],
    ),
    "relay": (
        "Finn said that the captain had told her the boat was full.",
        [("Finn", "that the captain had told her the boat was full"), ("the captain", "the boat was full")],
    ),
    "what is wanted within what is said": (
        "Finn said that the captain wanted to leave.",
        [("Finn", "that the captain wanted to leave")],
    ),
    "a place before the speaker": (
        "In Highfold, Petra Lowe, the director of the dam, told an inquiry that the gate had been opened.",
        [("Petra Lowe, the director of the dam", "that the gate had been opened")],
    ),
    "in a letter": (
        "The directors said in a letter to staff that all jobs were safe.",
        [("The directors", "that all jobs were safe")],
    ),
    "two speakers in one sentence": (
        "Finn said the talks had failed, while Hahn said that they had gone well.",
        [("Finn", "the talks had failed"), ("Hahn", "that they had gone well")],
    ),
    "two statements with a semicolon": (
        "Finn said the bridge was safe; Hahn said it was not.",
        [("Finn", "the bridge was safe"), ("Hahn", "it was not")],
    ),
    "who asked not to be named": (
        "A member of her staff, who asked not to be named, said the cabinet had met.",
        [("A member of her staff, who asked not to be named", "the cabinet had met")],
    ),
    "according to, in the middle": (
        "The bridge, according to the inspector, was rusty.",
        [("the inspector", "The bridge | was rusty")],
    ),
    "nobody said": ("No official said that the dam had broken.", []),
    "declined to comment": ("The council declined to comment.", []),
    "a question": ("Did the minister say that the port was shut?", []),
    "passive with an agent": ("The plan was announced on Monday.", []),
    "not said": ("The minister did not say that the port was shut.", []),
    "would say": ("The minister would say that the port was shut.", []),
    "if they say": ("If they say that it is over, the ships will leave.", []),
    "it is said": ("It is said that the bridge is haunted.", []),
    "is expected": ("The bridge is expected to open in May.", []),
    "no speaker": ("The bridge was said to be unsafe.", []),
    "say goodbye": ("The captain said goodbye to his crew.", []),
    "own thought": ("The captain loves the sea.", []),
    "noun": ("The saying is old.", []),
    "adjective": ("The said bridge is old.", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_who_says_what(text: str, expected: list[Said]) -> None:
    assert said(text) == expected
