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
     "2026-99", "tomorrow", "２０２６", "XXXX", "XXXX-13", "XXXX-02-30"],
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
        ("XXXX-07-07", "2025-02-04", False),
        ("XXXX-07-07", "2025-07-07", True),
        ("XXXX-07-07", "2025-07", True),
        ("XXXX-07-07", "2025", True),
        ("XXXX-07-07", "[2024-12-01..2025-07-06]", False),
        ("XXXX-07-07", "[2025-12-01..]", True),
        ("XXXX-07", "[2025-07-31..2025-09-01]", True),
        ("XXXX-07", "XXXX-07-07", True),
        ("XXXX-07-06", "XXXX-07-07", False),
        ("XXXX-08", "XXXX-07-07", False),
        ("XXXX-02-29", "[2025-01-01..2027-12-31]", False),
        ("XXXX-02-29", "[1897-01-01..1904-12-31]", True),
    ],
)
def test_two_may_be_the_same_where_a_day_lies_in_both(one: str, other: str, may: bool) -> None:
    assert PartialDate.parse(one).may_be(PartialDate.parse(other)) is may
    assert PartialDate.parse(other).may_be(PartialDate.parse(one)) is may


def test_a_day_is_within_its_month_and_not_the_other_way() -> None:
    day, month = PartialDate.parse("2026-03-10"), PartialDate.parse("2026-03")
    assert day.within(month)
    assert not month.within(day)


@pytest.mark.parametrize(
    ("one", "other", "within"),
    [
        ("XXXX-07-07", "XXXX-07", True),
        ("XXXX-07", "XXXX-07-07", False),
        ("2025-07-07", "XXXX-07-07", True),
        ("2025-07-08", "XXXX-07-07", False),
        ("2025", "XXXX-07", False),
        ("[2025-07-07..]", "XXXX-07", False),
        ("XXXX-07-07", "2025", False),
        ("XXXX-07-07", "[1900-01-01..]", False),
    ],
)
def test_a_day_of_an_open_year_lies_in_its_month_only(one: str, other: str, within: bool) -> None:
    assert PartialDate.parse(one).within(PartialDate.parse(other)) is within


def test_a_day_of_an_open_year_is_no_day_and_sorts_with_the_open_ones() -> None:
    value = PartialDate.parse("XXXX-07-07")
    assert (value.first, value.last, value.day, value.lasting) == (None, None, None, False)
    assert value.yearly is not None
    assert (value.yearly.month, value.yearly.day) == (7, 7)
    assert value.sort_key() == (date.min, date.max, "XXXX-07-07")
    assert PartialDate.parse("2026-07-07").yearly is None


@given(st.dates(), st.dates(), st.dates())
def test_a_day_of_an_open_year_may_be_what_holds_it(one: date, other: date, day: date) -> None:
    first, last = sorted((one, other))
    value = PartialDate.parse(f"XXXX-{day:%m-%d}")
    held = any((y := value.yearly) and (d := y.in_year(n)) and first <= d <= last
               for n in range(first.year, last.year + 1))  # fmt: skip
    assert value.may_be(PartialDate.parse(f"[{first}..{last}]")) is bool(held)


@given(st.dates(), st.dates())
def test_whole_days_order_as_days_do(one: date, other: date) -> None:
    first, second = PartialDate.of(one), PartialDate.of(other)
    assert (first.sort_key() < second.sort_key()) == (one < other)
    assert days_between(one, other) == -days_between(other, one)
