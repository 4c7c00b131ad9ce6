"""What pairs of things share, worked out for many at once."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.links import columns
from onrecord.links.columns import column, column_of_sets, numbered, together

SETS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), max_size=5), min_size=2, max_size=8)


def every_pair(count: int) -> tuple[columns.Places, columns.Places]:
    pairs = [(one, other) for other in range(count) for one in range(other)]
    first, second = zip(*pairs, strict=True)
    return np.array(first), np.array(second)


@given(SETS)
def test_what_two_sets_share_is_counted(sets: list[frozenset[str]]) -> None:
    first, second = every_pair(len(sets))
    shared = column_of_sets(sets).shared(first, second).tolist()
    assert shared == [len(sets[a] & sets[b]) for a, b in zip(first.tolist(), second.tolist(), strict=True)]


@given(st.lists(st.dictionaries(st.sampled_from("abcde"), st.floats(0, 1)), min_size=2, max_size=6))
def test_weights_are_summed_in_the_order_of_the_first(things: list[dict[str, float]]) -> None:
    first, second = every_pair(len(things))
    shared = column([thing.items() for thing in things]).shared(first, second).tolist()
    plainly = [
        sum(weight * things[b].get(word, 0.0) for word, weight in things[a].items())
        for a, b in zip(first.tolist(), second.tolist(), strict=True)
    ]
    assert shared == plainly, "to the last bit"


@given(st.lists(st.integers(0, 30)), st.integers(1, columns.CELLS * 2))
def test_stretches_hold_every_pair_once_in_order(second: list[int], widest: int) -> None:
    places = np.array(sorted(second), dtype=np.intp)
    stretches = list(together(places, widest))
    assert [n for some in stretches for n in range(some.start, some.stop)] == list(range(len(places)))


def test_equal_values_have_one_number_and_none_has_none() -> None:
    assert numbered(["b", None, "a", "b"]).tolist() == [0, -1, 1, 0]


def test_nothing_has_an_empty_column() -> None:
    nobody = np.array([], dtype=np.intp)
    assert column_of_sets([]).shared(nobody, nobody).tolist() == []
    assert list(together(nobody, 1)) == []
