"""What is to come in one utterance and done in another parts the two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.links.occasions import Words
from onrecord.links.tenses import has_come_about
from onrecord.links.words import content_words, words_of

APART = {
    "will, and have": ("They brought shields. We will bring our songs.", "Today we have brought our songs."),
    "shortened": ("We'll close the gate by noon.", "We closed the gate."),
    "with a word between": ("I will never sign this paper.", "I signed the paper because I had to."),
}

TOGETHER = {
    "both to come": ("We will bring our songs.", "They said they will bring their songs."),
    "done in both": ("They brought shields. We will sing.", "On Friday they brought shields."),
    "of something else": ("We brought you peace, we will bring you bread.", "We brought you peace."),
    "no verb alike": ("We will sing.", "We closed the gate."),
    "told by another": ("We will bring our songs.", "They would bring their songs."),
}


def _words(text: str) -> Words:
    words = tuple(words_of(text))
    return Words(words=words, meaning=content_words(words), marked=(words,))


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART.keys())
def test_what_was_to_come_has_come_about(one: str, other: str) -> None:
    assert has_come_about(_words(one), _words(other))


@pytest.mark.parametrize(("one", "other"), TOGETHER.values(), ids=TOGETHER.keys())
def test_nothing_has_come_about(one: str, other: str) -> None:
    assert not has_come_about(_words(one), _words(other))


WORDS = ["we", "will", "bring", "brought", "have", "songs", "gate", "not"]


@given(st.lists(st.sampled_from(WORDS)), st.data())
def test_the_order_of_two_tells_nothing(words: list[str], data: st.DataObject) -> None:
    others = data.draw(st.permutations(words))
    one, other = _words(" ".join(words)), _words(" ".join(others))
    assert has_come_about(one, other) == has_come_about(other, one)
