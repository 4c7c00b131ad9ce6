"""Where reports stand is kept as ties come in, and it is what all ties together say."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import cast
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.judging import judge, undo
from onrecord.links.ruled import NO_STORY_RULED, RuledStories
from onrecord.model.record import Ruling
from onrecord.record import tied
from onrecord.record.forgetting import forget
from onrecord.record.joining import LAYERS, settle_around
from onrecord.record.sql import open_store
from onrecord.record.stands import stand_anew, under
from onrecord.record.store import Layer, Scored, Stand, Store, View, Writer
from onrecord.record.tied import Tied, tie
from tests.record.test_joining import parts, read

Ties = dict[tuple[int, int], float]
COUNT = 12
STRENGTHS = st.sampled_from([0.0, 0.4, 0.6, 1.2, 2.2, 5.0])
ENDS = st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)).filter(lambda ends: ends[0] < ends[1])
TIES = st.dictionaries(ENDS, STRENGTHS, max_size=40)
CUTS = st.sets(st.integers(1, COUNT - 1))
VERDICTS: st.SearchStrategy[Ruling] = st.sampled_from(["same", "different"])
RULED = RuledStories(same=(("r1", "r2"),), tied=(("r4", "r9"),))


class Kept:
    """A store of ties and stands alone, of the reports that are there."""

    def __init__(self, ties: Ties) -> None:
        self.view = self
        self.there: set[int] = set()
        self.kept: dict[str, Stand] = {}
        self._ties = ties

    def scores(self, layer: Layer, ids: Iterable[str], reason: str) -> tuple[Scored, ...]:
        wanted = set(ids)
        return tuple(s for s in self._scores(layer, reason) if wanted & {s[0], s[1]})

    def scores_within(self, layer: Layer, ids: Iterable[str], reason: str) -> tuple[Scored, ...]:
        wanted = set(ids)
        return tuple(s for s in self._scores(layer, reason) if wanted >= {s[0], s[1]})

    def _scores(self, layer: Layer, reason: str) -> list[Scored]:
        assert layer == "storylines"
        pairs = (tie(f"r{a}", f"r{b}", 1.0, s) for (a, b), s in self._ties.items() if {a, b} <= self.there)
        return [pair.scored(reason) for pair in pairs]

    def stands(self, ids: Iterable[str]) -> Mapping[str, Stand]:
        return {each: self.kept[each] for each in ids if each in self.kept}

    def standing(self, parts: Iterable[str]) -> Mapping[str, str]:
        wanted = set(parts)
        return {each: stand.part for each, stand in self.kept.items() if stand.part in wanted}

    def put_stands(self, stands: Mapping[str, Stand], under: str) -> None:
        assert under
        self.kept.update(stands)

    def read(self, new: Iterable[int], ruled: RuledStories = NO_STORY_RULED) -> set[frozenset[str]]:
        """Return the parts that come of some new reports."""
        numbers = list(new)
        self.there |= set(numbers)
        ids = [f"r{each}" for each in numbers]
        return set(stand_anew(cast(Writer, self), ids, (), self.ruled(ruled)).parts)

    def ruled(self, ruled: RuledStories) -> RuledStories:
        """Return those rulings both of whose reports are there."""
        there = {f"r{each}" for each in self.there}
        same, also = (tuple(p for p in pairs if there >= set(p)) for pairs in (ruled.same, ruled.tied))
        return RuledStories(same=same, tied=also)

    def looked_up(self, ruled: RuledStories = NO_STORY_RULED) -> dict[str, tuple[int, frozenset[str]]]:
        """Return where each report stands as all ties say."""
        found = Tied(cast(View, self), self.ruled(ruled))
        return {f"r{each}": found.stand(f"r{each}") for each in self.there}

    def as_kept(self) -> dict[str, tuple[int, frozenset[str]]]:
        """Return where each report stands as it is kept."""
        parts: dict[str, set[str]] = {}
        for report, stand in self.kept.items():
            parts.setdefault(stand.part, set()).add(report)
        return {each: (stand.level, frozenset(parts[stand.part])) for each, stand in self.kept.items()}


def edges(cuts: Iterable[int]) -> list[int]:
    return [0, *sorted(cuts), COUNT]


@pytest.mark.parametrize("most", [1, 2, 3, 5, 300])
@given(TIES, st.permutations(range(COUNT)), CUTS)
def test_what_is_kept_is_what_all_ties_say(most: int, ties: Ties, order: list[int], cuts: set[int]) -> None:
    store = Kept(ties)
    with patch.object(tied, "MOST", most):
        for start, end in pairwise(edges(cuts)):
            store.read(order[start:end])
            assert store.as_kept() == store.looked_up()


@given(TIES, st.permutations(range(COUNT)), CUTS)
def test_what_changes_is_told(ties: Ties, order: list[int], cuts: set[int]) -> None:
    store = Kept(ties)
    with patch.object(tied, "MOST", 3):
        for start, end in pairwise(edges(cuts)):
            before = {reports for _, reports in store.looked_up().values()}
            told = store.read(order[start:end])
            now = {reports for _, reports in store.looked_up().values()}
            assert now - before <= told <= now


@given(TIES, st.permutations(range(COUNT)), CUTS, st.sets(st.integers(0, COUNT)))
def test_what_is_dropped_is_looked_up_where_it_is_asked_for(
    ties: Ties, order: list[int], cuts: set[int], dropped: set[int]
) -> None:
    store = Kept(ties)
    with patch.object(tied, "MOST", 3):
        for number, (start, end) in enumerate(pairwise(edges(cuts))):
            if number in dropped:
                store.kept.clear()
            store.read(order[start:end])
            said = store.looked_up()
            assert store.as_kept() == {each: said[each] for each in store.kept}
            assert {f"r{each}" for each in order[start:end]} <= store.kept.keys()


@given(TIES, st.permutations(range(COUNT)), CUTS)
def test_rulings_tie_at_every_level(ties: Ties, order: list[int], cuts: set[int]) -> None:
    store = Kept(ties)
    with patch.object(tied, "MOST", 3):
        for start, end in pairwise(edges(cuts)):
            before = store.ruled(RULED)
            store.there |= set(order[start:end])
            if store.ruled(RULED) != before:  # what was found under other rulings doesn't hold
                store.kept.clear()
            store.read(order[start:end], RULED)
            said = store.looked_up(RULED)
            assert store.as_kept() == {each: said[each] for each in store.kept}


def test_what_a_new_report_does_not_touch_is_not_asked_for() -> None:
    chain = {(number, number + 1): 0.6 for number in range(COUNT) if number not in (3, 7)}
    store = Kept(chain)
    store.read(range(COUNT - 1))
    assert store.read([COUNT - 1]) == {frozenset(f"r{each}" for each in range(8, COUNT))}


def test_what_is_kept_says_under_which_rulings_and_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    said = under(RULED)
    assert said == under(RuledStories(same=RULED.same, tied=RULED.tied))
    assert said != under(RuledStories(same=RULED.same, tied=RULED.tied, different=(("r1", "r3"),)))
    assert said != under(NO_STORY_RULED)
    monkeypatch.setattr(tied, "MOST", 7)
    assert said != under(RULED)


def groups(store: Store) -> dict[Layer, Mapping[str, tuple[str, ...]]]:
    with store.view() as view:
        return {layer: view.groups(layer) for layer in LAYERS}


@pytest.mark.parametrize("most", [1, 2, 300])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.permutations(range(7)),
    st.sets(st.integers(2, 6)),
    st.sampled_from(["same", "different"]),
    st.booleans(),
)
def test_what_was_settled_bit_by_bit_is_what_is_settled_at_once(
    most: int, order: list[int], cuts: set[int], verdict: Ruling, undone: bool
) -> None:
    """Between the batches a ruling is made, perhaps undone, and a report is forgotten and read again."""
    store = open_store("sqlite://")
    first, *batches = ([parts()[i] for i in order[a:b]] for a, b in pairwise([0, *sorted(cuts), 7]))
    with patch.object(tied, "MOST", most):
        read(store, [first])
        judge(store, verdict, [report.id for report, _ in first[:2]], by="a reader")
        read(store, batches[:1])
        if undone:
            undo(store, by="a reader")
        forget(store, first[0][0].id)
        read(store, [*batches[1:2], first[:1], *batches[2:]])
        before = groups(store)
        with store.writer() as writer:
            settle_around(writer, sorted(kept.id for kept in writer.view.kept()))
        assert groups(store) == before
    store.close()
