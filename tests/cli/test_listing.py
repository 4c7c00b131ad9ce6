import pytest

from onrecord.cli.evaluating import aligned
from onrecord.cli.listing import as_csv, defused


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1"])
def test_what_a_spreadsheet_would_run_is_led_by_an_apostrophe(cell):
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize(
    ("cell", "shown"), [("a=b", "a=b"), ("12 May", "12 May"), (None, ""), (-3, "-3"), (1.5, "1.5")]
)
def test_other_cells_stay(cell, shown):
    assert defused(cell) == shown


def test_csv_quotes_what_needs_it():
    assert as_csv([{"a": 'x "y", z', "b": 1}], ("a", "b")) == 'a,b\n"x ""y"", z",1\n'


def test_metrics_stand_in_a_column_for_each_cut_off():
    lines = aligned({"0.00": {"f1": 0.5, "docs": 3}, "0.60": {"f1": 0.25, "docs": 3}})
    assert [line.split() for line in lines] == [
        ["0.00", "0.60"],
        ["f1", "0.5000", "0.2500"],
        ["docs", "3", "3"],
    ]


def test_metrics_alone_stand_one_a_line():
    assert aligned({"value_f1": 0.75}) == ["value_f1   0.7500"]


def test_metrics_of_parts_stand_below_those_of_the_whole() -> None:
    lines = aligned({"f1": 0.75, "parts": {"a": {"f1": 0.5}, "b": {"f1": 1.0}}})
    assert lines == ["f1   0.7500", "", "parts", "          a        b", "f1   0.5000   1.0000"]
