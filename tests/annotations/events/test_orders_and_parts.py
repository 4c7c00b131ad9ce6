"""Orders, promises beside what they promise, parts in a deed that are denied, and participles with a day."""

import pytest

from tests.annotations.events.reading import events

TOLD = [
    ("The council told residents to leave Weirholm.", "told", "demand departure", "happened", "an order"),
    ("The council asked it to keep away from Weirholm.", "asked", "demand keep", "happened", "of a body"),
    ("Police were called to Weirholm on Monday.", "called", "call-out", "happened", "a call-out"),
    ("Anna Trell is being held in Weirholm.", "held", "arrest", "ongoing", "somebody held"),
    ("The council is looking into the sale.", "looking into", "investigation", "ongoing", "an inquiry"),
    ("A helicopter took Anna Trell to hospital.", "took", "hospital", "happened", "to a hospital"),
    ("A lorry took Anna Trell to prison.", "took", "transfer", "happened", "to a place"),
    ("Anna Trell accuses the council of fraud.", "accuses", "accusation", "happened", "just now charged"),
    ("Founded in 2019, the mill employs ten people.", "Founded", "found", "happened", "a participle"),
    ("Nobody has been named as a suspect.", "named", "name", "denied", "done to nobody"),
]
NOT_TOLD = [
    ("The council told residents that it had sold the mill.", "told", "told that, not to"),
    ("Anna Trell told residents a tale.", "told", "no order"),
    ("Updated on Monday: The mill was sold.", "Updated", "a note"),
    ("A rule held in the town.", "held", "nobody is held"),
    ("Anna Trell was held in high esteem.", "held", "held in no place"),
    ("No one could be reached by telephone.", "reached", "nobody could be"),
]


@pytest.mark.parametrize(("text", "word", "sort", "modality", "why"), TOLD, ids=[case[-1] for case in TOLD])
def test_what_is_told(text, word, sort, modality, why):
    found, _, _ = events(text)
    told = [(e.sort, e.modality) for e in found if e.span.of(text) == word]
    assert told == [(sort, modality)], why


@pytest.mark.parametrize(("text", "word", "why"), NOT_TOLD, ids=[case[-1] for case in NOT_TOLD])
def test_what_is_not_told(text, word, why):
    found, _, _ = events(text)
    assert not [e for e in found if e.span.of(text) == word], why


def test_a_promise_is_told_beside_what_it_promises():
    found, _, _ = events("Anna Trell promised on Monday to visit Weirholm.")
    assert {(e.sort, e.modality) for e in found} == {("promise", "happened"), ("visit", "planned")}


def test_a_part_in_a_deed_that_is_denied_denies_the_deed():
    text = "Anna Trell denied responsibility for the shelling of Weirholm on Monday."
    found, _, _ = events(text)
    assert [e.modality for e in found if e.span.of(text) == "shelling"] == ["denied"]
    text = "Anna Trell claimed responsibility for the shelling of Weirholm on Monday."
    found, _, _ = events(text)
    assert "denied" not in [e.modality for e in found]


def test_a_meeting_that_is_off_was_called_off():
    found, _, _ = events("Monday's meeting with Anna Trell is off.")
    assert [(e.modality, e.outcome) for e in found] == [("planned", "called-off")]


def test_a_vow_to_be_there_is_a_plan():
    found, _, _ = events("Anna Trell vowed to be back in Weirholm on Friday.")
    assert ("planned", "2026-03-13") in {(e.modality, e.when and e.when.edtf) for e in found}
