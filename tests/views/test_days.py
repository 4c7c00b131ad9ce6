import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.when import When
from onrecord.views.days import day_of, edtf_words, place_in_time


@pytest.mark.parametrize(
    ("when", "words", "look"),
    [
        (When(edtf="2026-05-09", basis="stated"), "9 May", "stated"),
        (When(edtf="2025-05-09", basis="stated"), "9 May 2025", "stated"),
        (When(edtf="2026-05-09T10:30+01:00", basis="resolved"), "9 May, 10:30", "resolved"),
        (When(edtf="2026-05", basis="resolved"), "May", "resolved"),
        (When(edtf="2009", basis="stated"), "2009", "stated"),
        (When(edtf="197X", basis="stated"), "the 1970s", "stated"),
        (When(edtf="2026-22", basis="stated"), "summer 2026", "stated"),
        (When(edtf="2026-34", basis="stated"), "quarter 2 2026", "stated"),
        (When(edtf="2026-05-09", basis="inferred", reason="r"), "9 May (inferred)", "inferred"),
        (When(edtf="../2026-05-06", basis="bounded", reason="r"), "not after 6 May", "bounded"),
        (When(edtf="[2026-05-03..2026-05-06]", basis="bounded"), "between 3 and 6 May", "bounded"),
        (When(edtf="[2026-04-30..2026-05-06]", basis="bounded"), "between 30 April and 6 May", "bounded"),
        (When(edtf="[2026-05-03..]", basis="bounded"), "not before 3 May", "bounded"),
        (When(edtf="2026-05-03/2026-05-06", basis="resolved"), "3 to 6 May", "resolved"),
        (When(edtf="2026-05-01/..", basis="resolved"), "since 1 May", "resolved"),
        (When(edtf="2026-05", basis="resolved", mod="start"), "early May", "resolved"),
        (When(edtf="2026-05", basis="resolved", mod="mid"), "mid-May", "resolved"),
        (When(edtf="2026-05-09", basis="resolved", mod="about"), "about 9 May", "bounded"),
        (When(edtf="2026-05-09", basis="resolved", mod="before"), "before 9 May", "bounded"),
        (When(edtf="2026-05-09", basis="resolved", mod="start"), "early on 9 May", "resolved"),
        (When(edtf="XXXX-07-07", basis="open"), "7 July (year open)", "open"),
        (When(edtf="XXXX-07", basis="open", mod="before"), "before July (year open)", "open"),
        (When(edtf=None, basis="open", weekday="Sunday"), "on a Sunday (day open)", "open"),
        (
            When(edtf=None, basis="open", weekday="Sunday", printed="Sunday, May 3"),
            "“Sunday, May 3” (day open)",
            "open",
        ),
        (When(edtf=None, basis="open", printed="last week"), "“last week” (day open)", "open"),
        (When(edtf=None, basis="open"), "day not known", "open"),
        (None, "day not known", "unknown"),
    ],
)  # fmt: skip
def test_a_day_says_how_far_it_is_known(when, words, look):
    day = day_of(when, 2026)
    assert (day.words, day.look) == (words, look)


def test_only_stated_and_resolved_days_are_sure():
    assert day_of(When(edtf="2026-05-09", basis="stated")).sure
    assert not day_of(When(edtf="2026-05-09", basis="inferred", reason="r")).sure
    assert not day_of(When(edtf="[2026-05-03..2026-05-06]", basis="resolved")).sure


def test_a_day_tells_its_rule_and_anchor():
    when = When(
        edtf="2026-05-07", basis="resolved", printed="on Thursday", rule="weekday-past", anchor="2026-05-09"
    )
    assert day_of(when).how == "printed “on Thursday”; rule weekday-past, counted from 2026-05-09"


def test_days_only_bounded_stand_after_the_fixed_ones():
    fixed = place_in_time(When(edtf="2026-05-06", basis="stated"), None)
    bounded = place_in_time(When(edtf="../2026-05-06", basis="bounded"), None)
    assert fixed < bounded < place_in_time(None, None)


@given(st.text())
def test_no_edtf_text_breaks_the_words(text):
    assert isinstance(edtf_words(text), str)
