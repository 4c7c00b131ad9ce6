"""What is told of old years alone."""

from datetime import date

import pytest

from onrecord.record.old_years import of_old_years

OUT = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("text", "is_old", "why"),
    [
        ("the storm of 1989 killed 20 sheep", True, "a year long past"),
        ("between 2001 and 2007 it struck twice", True, "all of them"),
        ("1991: 20 sheep were lost", True, "a box of years"),
        ("on February 14, 1949, the mill burned", True, "a day with its year"),
        ("the mill of 2025 burned", False, "the year before"),
        ("20 sheep have died since March 2003", False, "up to now"),
        ("the club of 1989 meets in 2026", False, "one of them is now"),
        ("20 sheep were lost at 1653 local time", False, "an hour"),
        ("20 sheep were lost", False, "no year"),
    ],
)
def test_old_years(text: str, is_old: bool, why: str) -> None:
    assert of_old_years(text, OUT) == is_old, why
    assert not of_old_years(text, None), "of no known day"
