"""Whose words they are: not every noun beside a cue speaks, and not every subject near a verb is its own."""

import pytest

from tests.annotations.quotations.cases import annotated, quotations, said, speakers

NOBODY = {
    "a thing": "The wind said that the dam held.",
    "a deed": "His silence suggests that nobody trusts the dam.",
    "a thing that ends like a person": "The river said that the dam held.",
    "the writer": "I believe that the dam held.",
    "who has only heard it": "Many villagers heard that the dam had burst.",
    "who is to say it": "Finn wants voters to recall that the dam held.",
    "who only hopes to do it": "Two beekeepers hope to rebuild the dam by Friday.",
    "a call to say it": "Finn ignored a call to admit that the dam leaks.",
    "a hearing to find it out": "Finn faces a hearing to determine whether the dam leaks.",
    "what comes of lies": "Finn tells so many lies that nobody listens to the council.",
    "whatever he says": "Nothing the mayor said will calm the village.",
    "who is asked": "Finn was asked, “Will the dam hold this winter?”",
    "the report's own earlier state": "An earlier version said that the dam had burst.",
    "what a court orders": "The court ordered Finn to repair the dam.",
    "why something is done": "The council is closing the dam, after finding that the wall can crack.",
    "called off": "The council called off its search for the boat.",
    "a paper that another is told to write": "Finn wants the letter to say that the dam leaks.",
}

SOMEBODY = {
    "doer by its ending": ("Two beekeepers said that the dam held.", [("Two beekeepers",)]),
    "people taken together": ("The family said that the dam held.", [("The family",)]),
    "a share": ("About 40 percent said that the dam held.", [("40 percent",)]),
    "a poll shows": ("The poll shows that the dam is feared.", [("The poll",)]),
    "who is made to say it": ("The leak forced Karl Hahn to admit that the dam was old.", [("Karl Hahn",)]),
    "goes on to say": ("Karl Hahn went on to say that the dam was old.", [("Karl Hahn",)]),
    "subject of the inner clause is no speaker": (
        "Ada Finn says the main goal is to save the dam, but conceded that the wall leaks.",
        [("Ada Finn",)],
    ),
    "who is blamed for it": (
        "Ada Finn blamed the Harbour Post for reporting that the dam had burst.",
        [("Ada Finn",), ("Harbour Post",)],
    ),
    "who is called on": (
        "Ada Finn called on Karl Hahn to apologize for saying that the dam leaks.",
        [("Ada Finn",), ("Karl Hahn",)],
    ),
    "who tells, not who hears": (
        "Ada Finn emailed supporters saying that the dam held.",
        [("Ada Finn",)],
    ),
    "the cue right before": (
        "“Karl Hahn cannot say that,” Ada Finn added, saying it should be left to the court.",
        [("Ada Finn",), ("Ada Finn",)],
    ),
    "after a dash": (
        "Ada Finn rejected the claim that the council was late — saying the dam held.",
        [("Ada Finn",), ("Ada Finn",)],
    ),
    "whom an agency quotes": (
        "The agency quoted Ada Finn as saying that the dam held.",
        [("Ada Finn",)],
    ),
    "whose very words an agency quotes": (
        "The agency quoted Ada Finn as saying: “The dam is gone and the town is lost.”",
        [("Ada Finn",)],
    ),
    "who is quoted behind the words": (
        "“The dam is gone and the town is lost,” the agency quoted Ada Finn as saying.",
        [("Ada Finn",)],
    ),
    "who is quoted by another": (
        "Ada Finn was quoted by the agency as saying that the dam held.",
        [("Ada Finn",)],
    ),
    "the radio": ("The state radio said that the dam held.", [("The state radio",)]),
    "who vows to do it": ("Ada Finn vowed to rebuild the dam by Friday.", [("Ada Finn",)]),
    "no date line": ("HIGHFOLD -- Mayor Ada Finn said that the dam held.", [("Ada Finn",)]),
    "a heading is not the speaker": ("Her verdict: “It is no good,” Ada Finn said.", [("Ada Finn",)]),
}

SPEAKS_ON = {
    "who spoke last speaks on": (
        "Anton Reyes said that the dam held. Karl Hahn had asked him to.\n"
        "“We will not wait any longer, and the town knows it,” he continued.",
        ["Anton Reyes", "Anton Reyes"],
    ),
    "not who is of another gender": (
        "Ida Moss said that the dam held.\n"
        "“We will not wait any longer, and the town knows it,” he continued.",
        ["Ida Moss", "he"],
    ),
    "another verb may bring in another man": (
        "Anton Reyes said that the dam held. Karl Hahn had asked him to.\n"
        "“We will not wait any longer, and the town knows it,” he warned.",
        ["Anton Reyes", "he"],
    ),
}

CONTENT = {
    "the clause before a semicolon is another's": (
        "The council wavered for a year; by contrast, Finn said that the dam was safe.",
        [("Finn", "that the dam was safe")],
    ),
    "its own clause, not the one before": (
        "The council slept, though, in the end, Hahn vowed that he would rebuild it.",
        [("Hahn", "that he would rebuild it")],
    ),
    "another's clause after the mark": (
        "Only half of the voters called it “safe enough for a child,” while Finn said the same.",
        [("Only half of the voters", "it “safe enough for a child,”")],
    ),
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_nobody_speaks(text: str) -> None:
    assert quotations(text) == ()


@pytest.mark.parametrize(("text", "expected"), SOMEBODY.values(), ids=SOMEBODY.keys())
def test_somebody_speaks(text: str, expected: list[tuple[str, ...]]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(("text", "expected"), SPEAKS_ON.values(), ids=SPEAKS_ON.keys())
def test_who_speaks_on(text: str, expected: list[str]) -> None:
    found = annotated(text)
    names = {mention.id: mention.name for mention in found.mentions}
    assert [names[i] for q in found.quotations for i in q.speakers] == expected


@pytest.mark.parametrize(("text", "expected"), CONTENT.values(), ids=CONTENT.keys())
def test_what_is_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_words_with_a_lead_of_their_own_do_not_go_on() -> None:
    text = "Finn said the dam held. From the letter of the council: “We have seen enough of it.”"
    assert said(text) == [("Finn", "the dam held")]


def test_what_follows_words_that_are_not_kept_is_not_kept() -> None:
    text = "The wind said that it leaked. “We have seen enough of it.”"
    assert quotations(text) == ()


def test_a_date_line_is_no_mention_that_speaks() -> None:
    found = annotated("HIGHFOLD -- Mayor Ada Finn said that the dam held.")
    names = {mention.id: mention.kind for mention in found.mentions}
    assert [names[i] for q in found.quotations for i in q.speakers] == ["person"]
