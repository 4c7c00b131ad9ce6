"""Happenings told in a turn of their own: who is among the dead, what is stormed, days beside and before."""

import pytest

from tests.annotations.events.reading import events

TOLD = [
    ("Among the dead is Anna Trell.", "is", "deaths", "happened", "../2026-03-10", "among the dead"),
    ("Commandos stormed a house on Monday.", "stormed", "attack", "happened", "2026-03-09", "a building"),
    ("It is Anna Trell who was injured on Monday.", "injured", "injury", "happened", "2026-03-09", "a cleft"),
    ("Anna Trell had her arm broken.", "broken", "injury", "happened", "../2026-03-10", "a bone"),
    ("The motion goes to the vote on Friday.", "goes", "vote", "planned", "2026-03-13", "to the vote"),
    ("Residents took to the streets on Monday.", "took to", "protest", "happened", "2026-03-09", "the streets"),
    (
        "The council will table a motion of thanks next week.",
        "table",
        "table",
        "planned",
        "[2026-03-16..2026-03-22]",
        "a week beside the thing",
    ),
]
NOT_TOLD = [
    ("Among the towns is Weirholm.", "is", "nobody is met"),
    ("Critics stormed at the plan on Monday.", "stormed", "no building"),
    ("Anna Trell broke the news in Weirholm.", "broke", "no bone"),
    ("Anna Trell goes to the shop on Friday.", "goes", "no vote"),
]


@pytest.mark.parametrize(("text", "word", "sort", "modality", "day", "why"), TOLD, ids=[c[-1] for c in TOLD])
def test_what_is_told(text, word, sort, modality, day, why):
    found, _, _ = events(text)
    told = [(e.sort, e.modality, e.when and e.when.edtf) for e in found if e.span.of(text) == word]
    assert told == [(sort, modality, day)], why


@pytest.mark.parametrize(("text", "word", "why"), NOT_TOLD, ids=[case[-1] for case in NOT_TOLD])
def test_what_is_not_told(text, word, why):
    found, _, _ = events(text)
    sorts = ("deaths", "attack", "injury", "vote", "protest")
    assert not [e for e in found if e.span.of(text) == word and e.sort in sorts], why


def test_two_demands_are_told_apart_by_what_they_are_for():
    found, _, _ = events("Anna Trell demanded an inquiry. Jon Pell told residents to leave Weirholm.")
    assert [e.sort for e in found if e.sort.startswith("demand")] == ["demand investigation", "demand departure"]
