"""How quantities are written for the benchmark. Every sentence is invented."""

from typing import Any

import pytest
import spacy

from onrecord.evaluation.figures import quantities_of

BLANK = spacy.blank("en")
BLANK.add_pipe("sentencizer")

WRITTEN: list[tuple[str, dict[str, Any]]] = [
    (
        "It fell 5 percent.",
        {"value": 5, "unit": "percent", "normalized_unit": "percentage", "change": "down"},
    ),
    ("Dozens of boats", {"low": 12, "high": 120, "change": "="}),
    ("It went from $30 to $45.", {"low": 30, "high": 45, "unit": "dollar", "change": "="}),
    ("It rose from 24 to 45.", {"low": 24, "high": 45, "change": "="}),
    ("More than $10 a barrel", {"value": 10, "normalized_unit": "dollar per barrel", "change": ">"}),
    ("a sixfold rise", {"value": 6}),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN, ids=[text for text, _ in WRITTEN])
def test_quantities_in_the_benchmarks_form(text: str, expected: dict[str, Any]) -> None:
    (row,) = quantities_of(BLANK(text))
    assert expected.items() <= row.items()


def test_a_multiple_without_a_number_is_left_out() -> None:
    assert quantities_of(BLANK("It is twice the size.")) == []
