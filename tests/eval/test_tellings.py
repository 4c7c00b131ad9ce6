"""Pairs of mentions beside the gold's."""

from eval.tellings import Grouped, counted, lines

TWO_RIGHT: Grouped = [[0, 0, 1], [0], [None, None]]


def test_pairs_are_counted_within_events_and_over_the_gold() -> None:
    assert counted(TWO_RIGHT) == (4, 1, 3), "of nothing in the gold no pair is right"


def test_what_is_held_back_is_told_apart() -> None:
    rows = list(lines({"ferry": TWO_RIGHT, "talks": [[2, 2]]}))
    assert rows[-2].split()[-2:] == ["0.250", "0.333"]
    assert rows[-1].split()[-2:] == ["1.000", "1.000"]


def test_a_story_without_pairs_has_a_row() -> None:
    assert list(lines({"talks": [[1], [2]]}))[-1].split()[-2:] == ["0.000", "0.000"]
