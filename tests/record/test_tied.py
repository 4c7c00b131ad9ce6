"""Which reports are settled together: by ties, level by level, in whatever order they came."""

from collections.abc import Iterable
from itertools import pairwise
from typing import cast
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from onrecord.links.ruled import NO_STORY_RULED, RuledStories
from onrecord.record import tied
from onrecord.record.store import Layer, Scored, View
from onrecord.record.tied import Tied, tie

Ties = dict[tuple[int, int], float]
STRENGTHS = st.sampled_from([0.0, 0.4, 0.6, 1.2, 2.2, 5.0])
ENDS = st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda ends: ends[0] < ends[1])


class Seen:
    """A view of the ties between the reports that are there."""

    def __init__(self, ties: Ties, there: Iterable[int]) -> None:
        inside = set(there)
        self._pairs = [tie(f"r{a}", f"r{b}", 1.0, s) for (a, b), s in ties.items() if {a, b} <= inside]

    def scores(self, layer: Layer, ids: Iterable[str], reason: str) -> tuple[Scored, ...]:
        wanted = set(ids)
        assert layer == "storylines"
        return tuple(pair.scored(reason) for pair in self._pairs if {pair.first, pair.second} & wanted)


def seen(ties: Ties, there: Iterable[int]) -> View:
    return cast(View, Seen(ties, there))


def all_of(ties: Ties, there: Iterable[int], ruled: RuledStories = NO_STORY_RULED) -> set[frozenset[str]]:
    reports = list(there)
    found = Tied(seen(ties, reports), ruled)
    return {found.around(f"r{each}") for each in reports}


@given(st.dictionaries(ENDS, STRENGTHS, max_size=40), st.permutations(range(12)), st.sets(st.integers(1, 11)))
def test_what_stands_together_hangs_on_no_order(ties: Ties, order: list[int], cuts: set[int]) -> None:
    edges = [0, *sorted(cuts), 12]
    standing: dict[str, frozenset[str]] = {}
    with patch.object(tied, "MOST", 3):
        for start, end in pairwise(edges):
            view, new = seen(ties, order[:end]), [f"r{each}" for each in order[start:end]]
            now = Tied(view)
            for report in (*new, *now.stood_with(new)):
                standing.update(dict.fromkeys(now.around(report), now.around(report)))
        assert set(standing.values()) == all_of(ties, order)


@given(st.dictionaries(ENDS, STRENGTHS, max_size=40))
def test_every_report_stands_with_some_and_none_with_two(ties: Ties) -> None:
    with patch.object(tied, "MOST", 3):
        groups = all_of(ties, range(12))
        assert sum(map(len, groups)) == 12


def test_few_reports_stand_together_by_their_weakest_ties() -> None:
    assert all_of({(0, 1): 0.0, (1, 2): 0.1}, range(4)) == {frozenset(["r0", "r1", "r2"]), frozenset(["r3"])}


def test_where_they_are_too_many_weak_ties_are_let_go_first(monkeypatch) -> None:
    monkeypatch.setattr(tied, "MOST", 2)
    ties = {(0, 1): 2.2, (1, 2): 0.4, (2, 3): 0.6}
    assert all_of(ties, range(4)) == {frozenset(["r0", "r1"]), frozenset(["r2", "r3"])}


def test_what_holds_together_at_every_level_is_never_cut(monkeypatch) -> None:
    monkeypatch.setattr(tied, "MOST", 2)
    ties = {(0, 1): 9.0, (1, 2): 9.0}
    assert all_of(ties, range(3)) == {frozenset(["r0", "r1", "r2"])}


def test_a_ruling_ties_at_every_level(monkeypatch) -> None:
    monkeypatch.setattr(tied, "MOST", 2)
    ruled = RuledStories(tied=(("r0", "r1"),))
    assert all_of({(1, 2): 0.4}, range(3), ruled) == {frozenset(["r0", "r1"]), frozenset(["r2"])}


def test_of_a_crowd_only_so_much_is_read_as_shows_it_to_be_one() -> None:
    chain = {(number, number + 1): 0.0 for number in range(3000)}
    asked: set[str] = set()

    class Counted(Seen):
        def scores(self, layer: Layer, ids: Iterable[str], reason: str) -> tuple[Scored, ...]:
            asked.update(ids)
            return super().scores(layer, ids, reason)

    found = Tied(cast(View, Counted(chain, range(3001))))
    assert found.around("r1500") == {"r1500"}
    assert len(asked) <= 2 * tied.MOST
