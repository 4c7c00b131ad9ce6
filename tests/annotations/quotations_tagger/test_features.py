"""What the encoder is told of each word."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations_tagger.features import SIZES, features
from onrecord.annotations.quotations_tagger.words import plain, words_of
from onrecord.model.report import Block
from tests.support import make_report, parsed

LEXICON = {"said": 1, "tried": 2, "claim": 3, "according": 5}
BLANK = spacy.blank("en")


def column(text, channel):
    """Return the words of a text with their value in a channel, where it isn't 0."""
    read = parsed(text)
    words = words_of(read)
    table = features(read, words, LEXICON)
    return [(t.text, int(v)) for t, v in zip(words.tokens, table[:, channel], strict=True) if v]


MARKS = {
    "typewriter": ('"It holds," Finn said.', [('"', 1), ("It", 3), ("holds", 4), (",", 4), ('"', 2)]),
    "printed": ("“It holds,” Finn said.", [("“", 1), ("It", 3), ("holds", 4), (",", 4), ("”", 2)]),
    "none": ("Finn said that the dam held.", []),
}


@pytest.mark.parametrize(("text", "expected"), MARKS.values(), ids=MARKS.keys())
def test_words_know_how_they_stand_to_the_marks(text, expected):
    assert column(text, 0) == expected


def test_words_know_how_they_are_printed():
    assert column("Finn of the UN saw 40 boats at 9 p.m.", 1)[:6] == [
        ("Finn", 2), ("of", 1), ("the", 1), ("UN", 3), ("saw", 1), ("40", 4),
    ]  # fmt: skip


def test_lines_and_sentences_are_marked_where_they_begin():
    assert column("The dam held. It rained.\nThe boats left.", 2) == [("The", 1), ("It", 2), ("The", 1)]


def test_reporting_words_count_as_what_they_are():
    assert column("According to the claim, Finn said so.", 3) == [("According", 5), ("claim", 3), ("said", 1)]


def test_the_clause_that_a_verb_reports_is_marked():
    found = column("Ada Finn said that the dam held.", 6)
    assert found == [("Ada", 4), ("Finn", 4), ("said", 5), ("that", 1), ("the", 2), ("dam", 2), ("held", 3)]


def test_furniture_is_not_shown():
    text = "Related: Finn speaks\n\nFinn said that the dam held."
    blocks = (Block(kind="related", start=0, end=20), Block(kind="body", start=22, end=len(text)))
    assert words_of(parsed(text, blocks=blocks)).tokens[0].idx == 22


@pytest.mark.parametrize(
    ("word", "expected"),
    [("“", '"'), ("''", '"'), ("``", '"'), ("don’t", "don't"), ("dam", "dam")],
)
def test_marks_are_read_in_one_form(word, expected):
    assert plain(word) == expected


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet=st.sampled_from("ab A.,\"“”'’\n\t\u200b\u202e\x00é😀1 "), max_size=120))
def test_any_text_has_features_within_their_sizes(text):
    report = make_report(text)
    doc = BLANK(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or "\n" in doc[token.i - 1].text
    read = Parsed(report=report, doc=doc)
    words = words_of(read)
    table = features(read, words, LEXICON)
    assert table.shape == (len(words), len(SIZES))
    assert (table >= 0).all()
    assert (table < list(SIZES)).all()
    for n in range(len(words)):
        assert words.span(n, n).of(text) == words.tokens[n].text
