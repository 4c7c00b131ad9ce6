"""Groups by average link."""

from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.links.average import Levels, Scored, settle_average, settle_places
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
    parted = settle_average("abc", pairs, LEVELS, bonds=Bonds(different=[("a", "c")]))
    assert parted == [["a", "b"], ["c"]]


@given(scored(), st.lists(st.sampled_from(list(combinations(range(6), 2)))))
def test_what_is_set_apart_is_in_no_group_together(pairs: Pairs, apart: list[tuple[int, int]]) -> None:
    table = np.zeros((6, 6), dtype=bool)
    for a, b in apart:
        table[a, b] = table[b, a] = True
    ends = np.array([(THINGS.index(a), THINGS.index(b)) for _, a, b in pairs], dtype=np.intp).reshape(-1, 2)
    links = Scored(first=ends[:, 0], second=ends[:, 1], score=np.array([score for score, _, _ in pairs]))
    groups = settle_places(6, links, LEVELS, apart=lambda places: table[np.ix_(places, places)])
    assert not any({a, b} <= set(group) for a, b in apart for group in groups)


@given(scored(), st.lists(st.sampled_from(list(combinations(THINGS, 2))), max_size=2))
def test_the_groups_are_those_that_the_plain_rule_gives(pairs: Pairs, apart: list[tuple[str, str]]) -> None:
    assert settle_average(THINGS, pairs, LEVELS, bonds=Bonds(different=apart)) == _plainly(pairs, apart)


def _plainly(pairs: Pairs, apart: list[tuple[str, str]]) -> list[list[str]]:
    """Join the two groups of the highest mean, over and over, looking at all pairs each time."""
    score = {frozenset((a, b)): value for value, a, b in pairs}
    parted = {frozenset(pair) for pair in apart}
    groups = [[thing] for thing in THINGS]
    while True:
        means = [
            (-sum(score.get(pair, LEVELS.unscored) for pair in between) / len(between), one[0], other[0])
            for one, other in combinations(groups, 2)
            if parted.isdisjoint(between := [frozenset((a, b)) for a in one for b in other])
        ]
        mean, first, second = min(means, default=(1.0, "", ""))
        if -mean < LEVELS.least:
            return groups
        one, other = (next(group for group in groups if group[0] == place) for place in (first, second))
        groups = sorted([*(each for each in groups if each not in (one, other)), sorted(one + other)])


@given(scored(), st.sampled_from([-1.0, -0.5]))
def test_of_few_pairs_the_groups_are_those_that_tables_give(pairs: Pairs, unscored: float) -> None:
    levels = Levels(least=0.0, unscored=unscored)
    assert settle_average(THINGS, pairs, levels) == settle_average(THINGS, pairs, levels, bonds=Bonds())


@pytest.mark.parametrize("pairs", [400, 1500])
def test_of_many_things_too(pairs: int) -> None:
    random, ends = Random(pairs), list(combinations(range(90), 2))
    scored = [(round(random.uniform(-2, 2), 3), *each) for each in random.sample(ends, pairs)]
    levels = Levels(least=-1.0, unscored=-2.0)
    groups = settle_average(range(90), scored, levels)
    assert groups == settle_average(range(90), scored, levels, bonds=Bonds())
    assert 1 < len(groups) < 90


@given(scored(), st.sampled_from(list(combinations(THINGS, 2))))
def test_what_was_ruled_the_same_is_one_whatever_the_scores(pairs: Pairs, same: tuple[str, str]) -> None:
    groups = settle_average(THINGS, pairs, LEVELS, bonds=Bonds(same=[same]))
    assert any(set(same) <= set(group) for group in groups)
    assert sorted(thing for group in groups for thing in group) == list(THINGS)
