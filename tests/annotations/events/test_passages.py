"""The day of the sentence before, in invented passages: what goes on from it, and what doesn't."""

import pytest

from tests.annotations.events.reading import events

ON = [
    ("A train crashed near Weirholm on Sunday. Nine people died.", "died", "what came of a crash"),
    (
        "Rebels attacked Weirholm on Sunday. Gunmen stormed the port, killing nine people.",
        "killing",
        "an attack told on",
    ),
]


@pytest.mark.parametrize(("text", "words", "why"), ON, ids=[row[2] for row in ON])
def test_a_passage_stays_at_its_day(text, words, why):
    days = {e.span.of(text): e.when for e in events(text)[0]}
    assert (days[words].edtf, days[words].rule) == ("2026-03-08", "passage"), why


AWAY = [
    (
        "Police stand at a mill after a shooting on Sunday. Nine people were shot.",
        "shot",
        "a picture's words",
    ),
    ("A train crashed near Weirholm on Sunday. Jon Pell resigned.", "resigned", "a step that may come later"),
    ("A train crashed near Weirholm on Sunday. Later nine people died.", "died", "a word that leads away"),
    (
        "A train crashed near Weirholm on Sunday. Nine people have died.",
        "died",
        "the perfect counts up to now",
    ),
    ("A train crashed near Weirholm on Sunday.\nNine people died.", "died", "another paragraph"),
    ("Anna Trell was elected on Sunday. Rebels attacked Port Leven.", "attacked", "no blow before it"),
    ("A train crashed near Weirholm on Sunday. Two men wept. Nine people died.", "died", "two sentences on"),
]


@pytest.mark.parametrize(("text", "words", "why"), AWAY, ids=[row[2] for row in AWAY])
def test_what_does_not_stay(text, words, why):
    days = {e.span.of(text): e.when for e in events(text)[0]}
    assert days[words].basis == "bounded", why
