"""Whatever the text: no crash, places within it, EDTF that can be read, time in proportion."""

from datetime import date

import pytest
import spacy
from edtf import parse_edtf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.annotations.parsed import Parsed
from onrecord.annotations.timexes import ANNOTATOR, RULES, own_day, re_anchored
from onrecord.annotations.timexes.anchor import Anchor
from onrecord.annotations.timexes.expression import Expression
from onrecord.annotations.timexes.rules import apply_rule
from onrecord.model.annotation import Found, Timex
from onrecord.model.partial_date import PartialDate
from tests.support import make_report, seconds

NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")
NLP.max_length = 3_000_000

PIECES = st.sampled_from(
    [
        "on",
        "Monday",
        "the",
        "next",
        "day",
        "last",
        "Oct.",
        "23",
        ",",
        "2025",
        "1990s",
        "'80s",
        "10:30",
        "a.m.",
        "EST",
        "two",
        "and",
        "a",
        "half",
        "years",
        "ago",
        "-",
        "third",
        "quarter",
        "of",
        "early",
        "late",
        "mid",
        "fiscal",
        "March",
        "may",
        "second",
        "in",
        "since",
        "by",
        "Feb.",
        "29",
        "30",
        "31",
        "99999999999",
        "twenty",
        "four",
        "hundred",
        "thousand",
        "1/2",
        "every",
        "each",
        "Christmas",
        "Day",
        "earlier",
        "later",
        "this",
        "past",
        "week",
        "weekend",
        "months",
        "year-ago",
        "2026-02-30",
        "31/31/2020",
        "00:99",
        "T24:00",
        "١٢٣",
        "שלום",
        "🙂",
        "\u200b",
        "\u202e",
        "\x00",
        "’s",
        "'",
        '"',
        "(",
        ")",
        "\n",
    ]
)


def timexes(text: str, published: str | None = "2026-03-10") -> list[Timex]:
    report = make_report(text, published=published)
    return list(ANNOTATOR.find(Parsed(report=report, doc=NLP(text)), Found()))


def check(text: str, published: str | None) -> None:
    last = 0
    for timex in timexes(text, published):
        assert last <= timex.span.start < timex.span.end <= len(text)
        last = timex.span.end
        assert timex.when.printed == timex.span.of(text)
        assert 0 <= timex.confidence <= 1
        if timex.when.edtf is not None:
            assert (timex.when.basis == "open") == timex.when.edtf.startswith("XXXX-")
            parse_edtf(timex.when.edtf)
            assert timex.when.date is not None
        if timex.when.basis in ("bounded", "inferred"):
            assert timex.when.reason


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=25).map(" ".join), st.sampled_from(["2026-03-10", "2024-02-29", None]))
def test_words_of_time_in_any_order(text: str, published: str | None) -> None:
    check(text, published)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    check(text, "2026-03-10")


@given(
    st.sampled_from(sorted(RULES)),
    st.builds(
        Expression,
        kind=st.just("date"),
        grain=st.sampled_from(
            ["day", "week", "month", "quarter", "half", "year", "decade", "season", "hour"]
        ),
        year=st.none() | st.integers(1000, 2199),
        month=st.none() | st.integers(1, 12),
        day=st.none() | st.integers(1, 31),
        weekday=st.none() | st.integers(0, 6),
        toward=st.sampled_from([None, -1, 0, 1]),
        amount=st.none() | st.integers(-9999999, 9999999) | st.floats(-100, 100),
    ),
    st.dates(),
)
def test_a_rule_gives_a_day_or_nothing(rule: str, expression: Expression, day: date) -> None:
    found = apply_rule(rule, expression, Anchor(day=day))
    if found is not None:
        PartialDate.parse(found.edtf or found.period.edtf)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=12).map(" ".join), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_what_is_open_can_always_be_tried_again(text: str, day: date) -> None:
    for timex in timexes(text, None):
        again = re_anchored(timex, day)
        assert again.printed == timex.when.printed
        if again.edtf is not None:
            PartialDate.parse(again.edtf)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1234567890 " * 3000, id="a page of digits"),
        pytest.param("9" * 20000, id="one long number"),
        pytest.param("two " * 5000, id="number words"),
        pytest.param("the last " * 5000, id="half an expression"),
        pytest.param("Monday, March 3, 2025 and " * 2000, id="a sentence of dates"),
        pytest.param("-" * 20000, id="dashes"),
        pytest.param("\u200b\u202e שלום 🙂 " * 2000, id="right to left, emoji, zero width"),
        pytest.param('"' * 10000, id="quotation marks"),
        pytest.param("a.m. 10:30 " * 3000, id="times of day"),
    ],
)
def test_time_grows_in_proportion(text: str) -> None:
    def cost(part: str) -> float:
        parsed = Parsed(report=make_report(part), doc=NLP(part))
        return seconds(lambda: list(ANNOTATOR.find(parsed, Found())))

    cost(text[: len(text) // 4])
    assert cost(text) < 12 * cost(text[: len(text) // 4]) + 0.5


def test_own_day_bears_any_text() -> None:
    for text in ("", "\x00", "Monday " * 50, "since 31/12/2025"):
        own_day(Parsed(report=make_report(text, published=None), doc=NLP(text)))
