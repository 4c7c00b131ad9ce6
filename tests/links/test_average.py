"""Groups by average link."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.links.average import Levels, settle_average
from onrecord.links.groups import Bonds

Pairs = list[tuple[float, str, str]]
THINGS = "abcdef"
LEVELS = Levels(least=0.0, unscored=-1.0)


@st.composite
def scored(draw: st.DrawFn) -> Pairs:
    chosen = draw(st.lists(st.sampled_from(list(combinations(THINGS, 2))), unique=True))
    return [(draw(st.integers(-8, 8)) / 2, a, b) for a, b in chosen]


@given(scored(), st.randoms(use_true_random=False))
def test_the_order_of_pairs_changes_nothing(pairs: Pairs, random: st.DrawFn) -> None:
    shuffled = list(pairs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert settle_average(THINGS, pairs, LEVELS) == settle_average(THINGS, shuffled, LEVELS)


@given(scored())
def test_every_thing_is_in_one_group_and_groups_stand_in_order(pairs: Pairs) -> None:
    groups = settle_average(THINGS, pairs, LEVELS)
    assert sorted(thing for group in groups for thing in group) == list(THINGS)
    assert groups == sorted(sorted(group) for group in groups)


@given(scored())
def test_what_is_joined_is_alike_on_the_whole(pairs: Pairs) -> None:
    score = {frozenset((a, b)): s for s, a, b in pairs}
    for group in settle_average(THINGS, pairs, LEVELS):
        if len(group) == 2:
            assert score[frozenset(group)] >= 0.0


@given(scored())
def test_what_shares_no_pair_with_others_changes_nothing_for_them(pairs: Pairs) -> None:
    here = settle_average(THINGS, pairs, LEVELS)
    more = settle_average(f"{THINGS}xy", [*pairs, (3.0, "x", "y")], LEVELS)
    assert more == [*here, ["x", "y"]]


def test_the_likest_pair_is_joined_first() -> None:
    pairs = [(2.0, "a", "b"), (3.0, "b", "c"), (-3.0, "a", "c")]
    assert settle_average("abc", pairs, LEVELS) == [["a"], ["b", "c"]]


def test_what_must_not_meet_stays_apart_whatever_joins_its_neighbours() -> None:
    pairs = [(3.0, "a", "b"), (3.0, "b", "c"), (3.0, "a", "c")]
    apart = settle_average("abc", pairs, LEVELS, may_meet=lambda left, right: {"a", "c"} > {*left, *right})
    assert apart == [["a"], ["b"], ["c"]]
    parted = settle_average("abc", pairs, LEVELS, bonds=Bonds(different=[("a", "c")]))
    assert parted == [["a", "b"], ["c"]]


@given(scored(), st.sampled_from(list(combinations(THINGS, 2))))
def test_what_was_ruled_the_same_is_one_whatever_the_scores(pairs: Pairs, same: tuple[str, str]) -> None:
    groups = settle_average(THINGS, pairs, LEVELS, bonds=Bonds(same=[same]))
    assert any(set(same) <= set(group) for group in groups)
    assert sorted(thing for group in groups for thing in group) == list(THINGS)
