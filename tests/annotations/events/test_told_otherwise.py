"""Happenings told in a turn of their own: who is among the dead, what is stormed, days beside and before."""

from datetime import date

import pytest

from onrecord.annotations.events.dated import Dated
from onrecord.annotations.events.moved import of_a_note
from onrecord.model.when import When
from tests.annotations.events.reading import events

TOLD = [
    ("Among the dead is Anna Trell.", "is", "deaths", "happened", "../2026-03-10", "among the dead"),
    ("Commandos stormed a house on Monday.", "stormed", "attack", "happened", "2026-03-09", "a building"),
    ("It is Anna Trell who was injured on Monday.", "injured", "injury", "happened", "2026-03-09", "a cleft"),
    ("Anna Trell had her arm broken.", "broken", "injury", "happened", "../2026-03-10", "a bone"),
    ("The motion goes to the vote on Friday.", "goes", "vote", "planned", "2026-03-13", "to the vote"),
    ("Residents took to the streets on Monday.", "took to", "protest", "happened", "2026-03-09", "streets"),
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
    sorts = [e.sort for e in found if e.sort.startswith("demand")]
    assert sorts == ["demand investigation", "demand departure"]


ASKED = [
    ("The union demanded that ten men be freed.", "freed", "demanded", "a subjunctive"),
    ("Anna Trell claimed responsibility for the fire.", "claimed", "happened", "a claim of a deed"),
    ("Depositors waited four years for their money.", "waited", "happened", "years of waiting"),
    ("The council denied reports that work had been resumed.", "resumed", "denied", "an aspect denied"),
    ("The mill was unsafe, as a parliamentary committee found in 2019.", "found", "happened", "a finding"),
    ("The council recommended that the order be extended.", "recommended", "happened", "a recommendation"),
    ("Anna Trell wants the terms of the loan to be published.", "published", "demanded", "of a thing"),
    ("Anna Trell is in talks with Jon Pell.", "talks", "ongoing", "talks that go on"),
    ("Anna Trell is not in talks with Jon Pell.", "talks", "denied", "no talks"),
    ("Anna Trell used a stone to break the window.", "break", "happened", "what a thing was used for"),
    ("A court ordered the union to clear the gate by Friday.", "ordered", "happened", "the day is another's"),
]


@pytest.mark.parametrize(("text", "word", "modality", "why"), ASKED, ids=[case[-1] for case in ASKED])
def test_what_is_asked_claimed_or_denied(text, word, modality, why):
    found, _, _ = events(text)
    assert [e.modality for e in found if e.span.of(text) == word] == [modality], why


def test_a_day_for_which_somebody_is_invited_is_not_when_they_were():
    found, _, _ = events("The council has invited Anna Trell to Weirholm on Friday.")
    assert [e.when and e.when.edtf for e in found if e.sort == "invite"] == ["../2026-03-10"]


def test_the_day_of_a_demand_is_not_that_of_what_is_demanded():
    found, _, _ = events("The union urged Anna Trell on Monday to resign.")
    days = {e.modality: e.when and e.when.edtf for e in found}
    assert days["demanded"] is None
    found, _, _ = events("The union called for an inquiry on Monday.")
    assert {e.modality: e.when and e.when.edtf for e in found}["demanded"] is None


def test_a_report_is_changed_after_its_day():
    last = When(edtf="2025-03-12", basis="resolved", rule="last-such-date")
    today = date(2026, 3, 10)
    changed = of_a_note(Dated(when=last, own=True), today).when
    assert changed is not None
    assert changed.edtf == "2026-03-12"
    old = When(edtf="2025-03-08", basis="resolved", rule="last-such-date")
    assert of_a_note(Dated(when=old, own=True), today).when == old, "two days ago, a year later"


def test_a_trial_that_continues_on_a_day_is_planned_for_it():
    found, _, _ = events("The trial of Anna Trell continues on Friday.")
    assert ("planned", "2026-03-13") in {(e.modality, e.when and e.when.edtf) for e in found}
