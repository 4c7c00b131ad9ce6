"""Printed dates: what is read, what isn't, and what a date without a year may mean."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.when import When
from onrecord.reports.days import WEEKDAYS, find_day, fits_year, time_at, when_of, year_of


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("March 3, 2026", (2026, 3, 3), id="American"),
        pytest.param("Tuesday, March 3, 2026", (2026, 3, 3), id="with its weekday"),
        pytest.param("3 March 2026", (2026, 3, 3), id="British"),
        pytest.param("3rd of March 2026", (2026, 3, 3), id="ordinal"),
        pytest.param("Sept. 5, 2021", (2021, 9, 5), id="cut short"),
        pytest.param("Mon 3 Mar 2025", (2025, 3, 3), id="all cut short"),
        pytest.param("2026-03-03", (2026, 3, 3), id="ISO"),
        pytest.param("2026/03/03", (2026, 3, 3), id="with strokes, year first"),
        pytest.param("03/25/2026", (2026, 3, 25), id="only the second can be the day"),
        pytest.param("25.3.2026", (2026, 3, 25), id="only the first can be the day"),
        pytest.param("Wednesday, 3/4/2026", (2026, 3, 4), id="the weekday tells the order"),
        pytest.param("Friday, 3/4/2026", (2026, 4, 3), id="the weekday tells the other order"),
        pytest.param("March 10", (None, 3, 10), id="no year"),
        pytest.param("February 29", (None, 2, 29), id="a leap day of some year"),
    ],
)
def test_a_printed_date_is_read(printed, expected):
    found = find_day(f"on {printed}.")
    assert found is not None
    assert (found.year, found.month, found.day) == expected


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("3/4/2026", id="March or April"),
        pytest.param("February 30, 2026", id="no such day"),
        pytest.param("2026-13-01", id="no such month"),
        pytest.param("March 2026", id="a month"),
        pytest.param("may 5000 people", id="a verb and a number"),
        pytest.param("Room 3-04-2026-1", id="a number with dashes"),
        pytest.param("1234-56-78901", id="digits"),
    ],
)
def test_what_is_no_day_or_might_be_two_is_not_read(printed):
    assert find_day(printed) is None


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("7:18 PM EST", (19 * 60 + 18, -300), id="American"),
        pytest.param("4.40 p.m.", (16 * 60 + 40, None), id="with stops"),
        pytest.param("at 12:05 a.m. GMT", (5, 0), id="past midnight"),
        pytest.param("20:20", (20 * 60 + 20, None), id="by 24 hours"),
        pytest.param("09:30 +05:30", (9 * 60 + 30, 330), id="an offset"),
        pytest.param("7 PM IST", (19 * 60, None), id="a zone of several meanings stays open"),
    ],
)
def test_a_time_of_day_is_read(printed, expected):
    found = time_at(printed, 0)
    assert found is not None
    assert found[:2] == expected


@pytest.mark.parametrize("printed", ["25:10", "13:00 pm", "7", "2013"])
def test_what_is_no_time_of_day_is_not_read(printed):
    assert time_at(printed, 0) is None


def test_a_time_with_its_zone_is_kept_in_utc_and_counts_for_the_day_of_its_place():
    found = find_day("2026-03-10T23:30:00-05:00")
    assert found is not None
    when = when_of(found)
    assert (when.edtf, when.zone) == ("2026-03-11T04:30Z", "-05:00")
    assert when.date is not None
    assert when.date.day == date(2026, 3, 10)


def test_a_weekday_that_contradicts_its_date_leaves_the_day_open():
    found = find_day("Thursday, March 10, 2026")
    assert found is not None
    when = when_of(found)
    assert (when.edtf, when.basis) == (None, "open")
    assert "Tuesday" in (when.reason or "")


@pytest.mark.parametrize(
    ("printed", "near", "edtf"),
    [
        pytest.param("Tuesday, March 10", (2025, 2026), "2026-03-10", id="one year fits"),
        pytest.param("Tuesday, March 10", (2024, 2025), None, id="none fits"),
        pytest.param("Tuesday, March 10", (2021, 2026), "2026-03-10", id="far years too"),
        pytest.param("Tuesday, March 10", (2015, 2026), None, id="two fit"),
        pytest.param("Tuesday, March 10", (), None, id="no year is near"),
        pytest.param("March 10", (2026,), None, id="no weekday, so any year fits"),
    ],
)
def test_a_date_without_a_year_is_inferred_only_if_its_weekday_fits_one_year(printed, near, edtf):
    found = find_day(printed)
    assert found is not None
    when = when_of(found, near=near)
    assert when.edtf == edtf
    assert when.basis == ("inferred" if edtf else "open")
    assert when.reason


def test_another_report_can_fix_the_year_of_an_open_day():
    open_day = When(edtf=None, basis="open", printed="Tuesday, March 10", weekday="Tuesday")
    assert fits_year(open_day, 2026)
    assert not fits_year(open_day, 2025)
    assert year_of(open_day, 2026) == "2026-03-10"
    assert year_of(open_day, 2025) is None
    assert not fits_year(When(edtf=None, basis="open", printed="March 10"), 2026)


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(["%B %d, %Y", "%d %b %Y", "%Y-%m-%d"]),
)
def test_every_day_is_read_back_in_every_form(day, form):
    found = find_day(
        f"{WEEKDAYS[day.weekday()]}, {day.strftime(form)}" if form[1] != "Y" else day.strftime(form)
    )
    assert found is not None
    assert when_of(found).edtf == day.isoformat()


@given(st.text(max_size=200))
def test_no_text_breaks_the_search_for_a_day(text):
    found = find_day(text)
    assert found is None or text[found.start : found.end] == found.printed


def test_the_clock_plays_no_part():
    soon = datetime.now(UTC).date() + timedelta(days=400)
    found = find_day(soon.strftime("%B %d, %Y"))
    assert found is not None
    assert when_of(found).edtf == soon.isoformat()
