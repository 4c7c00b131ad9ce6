"""Groups by average link."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.links.average import settle_average

Pairs = list[tuple[float, str, str]]
THINGS = "abcdef"


@st.composite
def scored(draw: st.DrawFn) -> Pairs:
    chosen = draw(st.lists(st.sampled_from(list(combinations(THINGS, 2))), unique=True))
    return [(draw(st.integers(-8, 8)) / 2, a, b) for a, b in chosen]


@given(scored(), st.randoms(use_true_random=False))
def test_the_order_of_pairs_changes_nothing(pairs: Pairs, random: st.DrawFn) -> None:
    shuffled = list(pairs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert settle_average(THINGS, pairs, threshold=0.0, default=-1.0) == settle_average(
        THINGS, shuffled, threshold=0.0, default=-1.0
    )


@given(scored())
def test_every_thing_is_in_one_group_and_groups_stand_in_order(pairs: Pairs) -> None:
    groups = settle_average(THINGS, pairs, threshold=0.0, default=-1.0)
    assert sorted(thing for group in groups for thing in group) == list(THINGS)
    assert groups == sorted(sorted(group) for group in groups)


@given(scored())
def test_what_is_joined_is_alike_on_the_whole(pairs: Pairs) -> None:
    score = {frozenset((a, b)): s for s, a, b in pairs}
    for group in settle_average(THINGS, pairs, threshold=0.0, default=-1.0):
        if len(group) == 2:
            assert score[frozenset(group)] >= 0.0


@given(scored())
def test_what_shares_no_pair_with_others_changes_nothing_for_them(pairs: Pairs) -> None:
    here = settle_average(THINGS, pairs, threshold=0.0, default=-1.0)
    more = settle_average(f"{THINGS}xy", [*pairs, (3.0, "x", "y")], threshold=0.0, default=-1.0)
    assert more == [*here, ["x", "y"]]


def test_the_likest_pair_is_joined_first() -> None:
    pairs = [(2.0, "a", "b"), (3.0, "b", "c"), (-3.0, "a", "c")]
    assert settle_average("abc", pairs, threshold=0.0, default=-1.0) == [["a"], ["b", "c"]]
