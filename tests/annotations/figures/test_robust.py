"""Any text: no crash, spans in the text, low not above high, and time that grows with the text alone."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotations.figures import ANNOTATOR
from onrecord.annotations.parsed import Parsed
from onrecord.model.annotation import FigureReading, Found
from tests.support import make_report, seconds

BLANK = spacy.blank("en")
BLANK.add_pipe("sentencizer")
WORDS = (
    "45", "1,234", "3.6", "million", "two", "-", "to", "between", "and", "at least", "more than",
    "people", "killed", "$", "percent", "of", "a", "half", "dozens", "in", "five", "no one",
    "was hurt", "(", ")", "including", "June", "2024", "’s", "🌊", "\u200f", "\u200b", "مرحبا",
    "\x00", "½", ".", ",", "\n", "%", "km/h", "minus", "or more", "from",
)  # fmt: skip


def readings(text: str) -> list[FigureReading]:
    report = make_report(text)
    return list(ANNOTATOR.find(Parsed(report=report, doc=BLANK(text)), Found()))


def sound(text: str) -> None:
    """Check what holds of every reading of every text."""
    last = -1
    for reading in readings(text):
        span, clause = reading.span, reading.clause
        assert 0 <= span.start < span.end <= len(text)
        assert clause.holds(span)
        assert 0 <= clause.start < clause.end <= len(text)
        assert reading.low is None or reading.high is None or reading.low <= reading.high
        assert reading.low is not None or reading.high is not None
        assert 0 <= reading.confidence <= 1
        assert span.start >= last
        assert not reading.keep or reading.counts
        last = span.start


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_sound(text: str) -> None:
    sound(text)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_any_order_of_number_words_is_sound(text: str) -> None:
    sound(text)


@given(st.integers(min_value=2, max_value=999_999), st.sampled_from(["boats", "people", "percent", "km"]))
@settings(max_examples=50, deadline=None)
def test_the_printed_number_stands_in_the_span(number: int, unit: str) -> None:
    text = f"They saw about {number:,} {unit} there."
    (reading,) = readings(text)
    assert f"{number:,}" in reading.span.of(text)
    assert (reading.low, reading.high) == (number, number)


ODD = [
    "1" * 5000,
    "1,111," * 2000,
    "5 " * 5000,
    "- " * 5000 + "5",
    "between " * 3000 + "5 and 6",
    "two " * 3000,
    "5-" * 5000,
    "half a " * 3000,
    "more than " * 3000 + "5",
    "“ " * 10_000 + "5 people",
    "٣٤ قتيلا",
    "5\u200b0 people",
]


@pytest.mark.parametrize("text", ODD, ids=[text[:12] for text in ODD])
def test_odd_texts_neither_crash_nor_stall(text: str) -> None:
    assert seconds(lambda: sound(text)) < 5


def test_time_grows_with_the_text_alone() -> None:
    line = "Between 30 and 40 people, or 5 percent, paid $3.5 million in 12 towns.\n"
    short, long = seconds(lambda: readings(line * 100)), seconds(lambda: readings(line * 1000))
    assert long < 40 * max(short, 0.005)
