"""States that go on since a day, what is told as it happens, and what is meant or refused."""

import pytest

from tests.annotations.events.reading import events

TOLD = [
    ("Anna Trell remains in custody.", "remains", "ongoing", "../2026-03-10", "a state that weighs"),
    ("The mill stayed shut.", "stayed", "happened", "../2026-03-10", "what stayed so"),
    (
        "Fourteen mills have stood empty since Monday.",
        "stood",
        "ongoing",
        "2026-03-09/..",
        "a state since a day",
    ),
    (
        "Nurses have been on short time since Monday.",
        "been",
        "ongoing",
        "2026-03-09/..",
        "being so since a day",
    ),
    ("The council means to move its office to Norland.", "move", "planned", None, "what is meant is planned"),
    ("It became known that Anna Trell would not travel.", "travel", "denied", None, "a refusal"),
    ("Anna Trell was back in Weirholm on Monday.", "was", "happened", "2026-03-09", "being back on a day"),
    ("The union wants ten prisoners released.", "released", "demanded", None, "what is wanted done"),
    (
        "The bank was shut, and a shop was wrecked with a stone.",
        "wrecked",
        "happened",
        "../2026-03-10",
        "a clause",
    ),
]
NOT_TOLD = [
    ("The mill stayed shut.", "shut", "told once"),
    ("Anna Trell remains in Weirholm.", "remains", "a state of no weight"),
    ("Anna Trell has been in prison since 2019.", "been", "a state of old"),
    ("The rule is meant to move traffic to Norland.", "move", "what a thing is for"),
    ("The council meant to move its office to Norland.", "move", "what was meant isn't told to come"),
    ("The signs meant to guide drivers were stolen.", "guide", "a thing for an aim"),
]


@pytest.mark.parametrize(("text", "word", "modality", "day", "why"), TOLD, ids=[case[-1] for case in TOLD])
def test_what_is_told(text, word, modality, day, why):
    found, _, _ = events(text)
    told = [(e.modality, e.when and e.when.edtf) for e in found if e.span.of(text) == word]
    assert told == [(modality, day)], why


@pytest.mark.parametrize(("text", "word", "why"), NOT_TOLD, ids=[case[-1] for case in NOT_TOLD])
def test_what_is_not_told(text, word, why):
    found, _, _ = events(text)
    assert not [e for e in found if e.span.of(text) == word], why


LIVE = "14.10 - Anna Trell walks out of the room.\n13.55 - Jon Pell pours tea.\n"
USUAL = "Anna Trell walks out of the room.\nJon Pell pours tea.\n"


def test_behind_a_clock_time_the_present_tells_what_happens():
    found, _, _ = events(LIVE)
    assert [(e.sort, e.modality) for e in found if e.span.of(LIVE).startswith("walks")] == [
        ("walkout", "happened")
    ]


def test_without_one_the_present_tells_what_is_usual():
    found, _, _ = events(USUAL)
    assert not found


def test_one_clock_time_makes_no_ticker():
    found, _, _ = events(LIVE.partition("\n")[0])
    assert not found
