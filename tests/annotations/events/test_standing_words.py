"""What negation, trying, waiting and putting off make of an event, in invented sentences."""

import pytest

from tests.annotations.events.reading import events

STANDS = [
    ("Police found none of them in Weirholm.", "found", "denied", "nobody was found"),
    ("The council made no demands on Monday.", "made", "denied", "nothing was demanded"),
    ("Not a stone was thrown in Weirholm on Monday, police said.", "thrown", "denied", "not one"),
    ("Police found no fault with the brakes.", "found", "happened", "to find no fault is a finding"),
    ("Anna Trell tried to leave Weirholm on Monday.", "leave", "happened", "an attempt was made"),
    ("Anna Trell wants to try to leave Weirholm.", "leave", "possible", "no attempt was made"),
    ("The parcels should arrive on Friday.", "arrive", "planned", "things that are expected"),
    ("Anna Trell should resign on Friday.", "resign", "demanded", "people of whom it is demanded"),
    ("The council asked to be allowed to close the mill.", "close", "demanded", "leave that is asked for"),
    ("No car may pass until the members have voted.", "voted", "planned", "what is waited for"),
    ("The mill stood empty until the members voted.", "voted", "happened", "what was waited for"),
    ("The gates will open once the union has signed on Friday.", "signed", "planned", "what comes first"),
]


@pytest.mark.parametrize(("text", "word", "modality", "why"), STANDS, ids=[case[-1] for case in STANDS])
def test_how_an_event_stands(text, word, modality, why):
    found, _, _ = events(text)
    assert [e.modality for e in found if e.span.of(text) == word] == [modality], why


def test_be_behind_another_helper_is_no_subjunctive():
    found, _, _ = events("The mills can be opened and be sold.")
    assert "demanded" not in {e.modality for e in found}


def test_an_attempt_is_no_doing():
    found, _, _ = events("Anna Trell tried to leave Weirholm on Monday.")
    assert [e.sort for e in found] == ["attempt"], "that she left isn't told"


def test_a_day_from_or_to_which_something_is_moved_is_not_when_that_was_done():
    text = "The council announced on Monday that the meeting with Anna Trell was postponed from Friday."
    found, _, _ = events(text)
    put_off = [e for e in found if e.sort == "put-off"]
    assert all(e.when is None or e.when.edtf != "2026-03-13" for e in put_off)
