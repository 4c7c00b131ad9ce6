"""Lemmas of verbs that differ by a last e."""

import pytest

from onrecord.annotations.english_lemmas import lemma_of


@pytest.mark.parametrize(
    ("word", "allowed", "lemma"),
    [
        pytest.param("hoped", ["hop", "hope"], "hope", id="no double consonant, so it is the verb in -e"),
        pytest.param("Staging", ["stag", "stage"], "stage", id="with a capital"),
        pytest.param("fines", ["fin", "fine"], "fine", id="a third person in -es"),
        pytest.param("hopped", ["hop", "hope"], "hop", id="a double consonant"),
        pytest.param("hop", ["hop"], "hop", id="the plain form"),
        pytest.param("singing", ["sing", "singe"], "sing", id="two consonants aren't doubled"),
        pytest.param("routed", ["rout", "route"], "rout", id="two vowels: either may be, so the rules stand"),
        pytest.param("seen", ["see"], "see", id="one lemma"),
    ],
)
def test_spelling_tells_the_verb(word: str, allowed: list[str], lemma: str) -> None:
    assert lemma_of(word, allowed) == lemma
