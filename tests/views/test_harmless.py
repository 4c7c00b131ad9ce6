import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.harmless import harmless, one_line


@pytest.mark.parametrize(
    "hidden", ["\x1b[31m", "\u202e", "\u2066", "\x00", "\x9b", "\u200f", "\ufeff", "\ud800", "\U000e0041"]
)
def test_what_acts_is_shown_and_does_not_act(hidden):
    assert hidden[0] not in harmless(f"a{hidden}b")
    assert "�" in harmless(f"a{hidden}b")


@pytest.mark.parametrize("text", ["naïve — “yes”", "سلام", "שלום", "👩‍👧", "tab\tand\nline"])
def test_words_of_any_language_stay(text):
    assert harmless(text) == text


@given(st.text())
def test_length_is_kept_and_once_is_enough(text):
    assert len(harmless(text)) == len(text)
    assert harmless(harmless(text)) == harmless(text)


@given(st.text())
def test_one_line_is_one_line(text):
    assert len(one_line(text).splitlines()) <= 1
