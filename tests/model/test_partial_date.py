"""EDTF texts stand for the days that they allow, and compare by them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.partial_date import PartialDate, days_between


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        pytest.param("2026-03-10", "2026-03-10", "2026-03-10", id="day"),
        pytest.param("2026-03-10T10:30", "2026-03-10", "2026-03-10", id="minute"),
        pytest.param("2026-03-10T10:30:00-05:00", "2026-03-10", "2026-03-10", id="with zone"),
        pytest.param("2026-02", "2026-02-01", "2026-02-28", id="month"),
        pytest.param("2028-02", "2028-02-01", "2028-02-29", id="month of a leap year"),
        pytest.param("2026-12", "2026-12-01", "2026-12-31", id="last month"),
        pytest.param("2026", "2026-01-01", "2026-12-31", id="year"),
        pytest.param("199X", "1990-01-01", "1999-12-31", id="decade"),
        pytest.param("19XX", "1900-01-01", "1999-12-31", id="century"),
        pytest.param("2026-21", "2026-03-01", "2026-05-31", id="spring"),
        pytest.param("2026-24", "2025-12-01", "2026-02-28", id="winter"),
        pytest.param("2026-33", "2026-01-01", "2026-03-31", id="first quarter"),
        pytest.param("2026-36", "2026-10-01", "2026-12-31", id="last quarter"),
        pytest.param("[2026-03-02..2026-03-08]", "2026-03-02", "2026-03-08", id="one day between"),
        pytest.param("[2026-01..2026-06]", "2026-01-01", "2026-06-30", id="one day between months"),
        pytest.param("[2023-10-07..]", "2023-10-07", None, id="not before"),
        pytest.param("[..2023-10-07]", None, "2023-10-07", id="not after"),
        pytest.param("../2023-10-07", None, "2023-10-07", id="up to"),
        pytest.param("2023-10-07/..", "2023-10-07", None, id="from then on"),
        pytest.param("2023-10-07/2023-11", "2023-10-07", "2023-11-30", id="lasting"),
    ],
)
def test_a_text_allows_these_days(edtf: str, first: str | None, last: str | None) -> None:
    value = PartialDate.parse(edtf)
    assert (value.first and value.first.isoformat(), value.last and value.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "edtf",
    ["", "..", "/", "2026-13", "2026-02-30", "199X-03", "03/04/2026", "[..]", "[2026-03-08..2026-03-02]",
     "2026-99", "tomorrow", "２０２６"],
)  # fmt: skip
def test_what_is_no_date_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(edtf)


def test_only_a_single_day_is_a_day() -> None:
    assert PartialDate.parse("2026-03-10").day == date(2026, 3, 10)
    assert PartialDate.parse("2026-03").day is None
    assert PartialDate.parse("[2026-03-10..]").day is None


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("2026-03-10", "2026-03", True),
        ("2026-03-10", "2026-04", False),
        ("[2026-03-10..]", "2026-03-09", False),
        ("[2026-03-10..]", "2030", True),
        ("[..2026-03-10]", "[2026-03-10..]", True),
    ],
)
def test_two_may_be_the_same_where_a_day_lies_in_both(one: str, other: str, may: bool) -> None:
    assert PartialDate.parse(one).may_be(PartialDate.parse(other)) is may
    assert PartialDate.parse(other).may_be(PartialDate.parse(one)) is may


def test_a_day_is_within_its_month_and_not_the_other_way() -> None:
    day, month = PartialDate.parse("2026-03-10"), PartialDate.parse("2026-03")
    assert day.within(month)
    assert not month.within(day)


@given(st.dates(), st.dates())
def test_whole_days_order_as_days_do(one: date, other: date) -> None:
    first, second = PartialDate.of(one), PartialDate.of(other)
    assert (first.sort_key() < second.sort_key()) == (one < other)
    assert days_between(one, other) == -days_between(other, one)
