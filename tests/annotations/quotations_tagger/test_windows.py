"""What of a text the encoder is shown at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotations.quotations_tagger.windows import Window, cores, windows


def text(*sentences, lines=None):
    """Return counts, sentences and paragraphs of words of one piece each; a paragraph a sentence."""
    sentence = [n for n, size in enumerate(sentences) for _ in range(size)]
    paragraph = sentence if lines is None else [lines[n] for n in sentence]
    return [1] * len(sentence), sentence, paragraph


@pytest.mark.parametrize(
    ("given_text", "runs"),
    [
        pytest.param(text(4, 4), [(0, 8)], id="all fits"),
        pytest.param(text(6, 6), [(0, 6), (6, 12)], id="cut where the paragraph ends"),
        pytest.param(text(6, 6, lines=[0, 0]), [(0, 6), (6, 12)], id="else where the sentence ends"),
        pytest.param(text(5, 3, 7, lines=[0, 1, 1]), [(0, 5), (5, 15)], id="paragraph before sentence"),
        pytest.param(text(25), [(0, 10), (10, 20), (20, 25)], id="else anywhere"),
        pytest.param(([30, 1], [0, 0], [0, 0]), [(0, 1), (1, 2)], id="a word longer than a window"),
        pytest.param(([], [], []), [], id="no words"),
    ],
)
def test_cores_end_where_the_text_pauses(given_text, runs):
    assert cores(*given_text, first_size=10, size=10) == runs


def test_windows_show_words_on_both_sides():
    assert windows(*text(6, 6, 6), core=6, context=2) == [
        Window(0, 8, 0, 6),
        Window(4, 14, 6, 12),
        Window(10, 18, 12, 18),
    ]


@given(
    st.lists(st.tuples(st.integers(1, 24), st.booleans(), st.booleans()), max_size=200),
    st.integers(1, 40),
    st.integers(0, 12),
)
def test_every_word_is_in_one_core_and_no_window_is_too_long(words, core, context):
    counts = [count for count, _, _ in words]
    sentence = [sum(s or p for _, s, p in words[: n + 1]) for n in range(len(words))]
    paragraph = [sum(p for _, _, p in words[: n + 1]) for n in range(len(words))]
    cut = windows(counts, sentence, paragraph, core=core, context=context)
    assert [n for w in cut for n in range(w.core, w.core_end)] == list(range(len(words)))
    for w in cut:
        assert w.start <= w.core < w.core_end <= w.end
        assert sum(counts[w.core : w.core_end]) <= core or w.core_end - w.core == 1
        assert sum(counts[w.start : w.core]) <= context
        assert sum(counts[w.core_end : w.end]) <= context
