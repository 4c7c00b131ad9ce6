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
from onrecord.model.annotation import Found
from onrecord.model.record import Ruling
from onrecord.model.report import Report
from onrecord.record import joining, tied
from onrecord.record.forgetting import forget
from onrecord.record.joining import LAYERS, settle_around
from onrecord.record.rulings import ruled_stories
from onrecord.record.sql import open_store
from onrecord.record.stands import stand_anew, under
from onrecord.record.store import Layer, Scored, Stand, Store, View, Writer
from onrecord.record.tied import Tied, tie
from tests.record.test_joining import parts, read
from tests.support import make_report

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


def test_what_is_annotated_anew_and_tied_less_stands_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tied, "MOST", 1)
    one, other = sorted(make_report(f"Rain fell on day {each}.", address=f"{each}.txt").id for each in "ab")
    strength = 5.0

    def compared(writer: Writer, _: Iterable[tuple[Report, Found]]) -> None:
        if writer.view.known([one, other]) == {one, other}:
            writer.put_pairs([tie(one, other, 1.0, strength)])

    monkeypatch.setattr(joining, "compare_new", compared)
    store = open_store("sqlite://")
    for each in "ab":
        read(store, [[(make_report(f"Rain fell on day {each}.", address=f"{each}.txt"), Found())]])
    with store.view() as view:
        assert {stand.part for stand in view.stands([one, other]).values()} in ({one}, {other})
    strength = 0.0
    read(store, [[(make_report("Rain fell on day b.", address="b.txt"), Found())]])
    read(store, [[(make_report("Rain fell on day c.", address="c.txt"), Found())]])
    assert_true(store)
    store.close()


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


def assert_true(store: Store) -> None:
    """Where reports stand as is kept is what all ties and rulings say."""
    with store.view() as view:
        ruled = ruled_stories(view)
        every = [kept.id for kept in view.kept()]
        kept = view.stands(every)
        assert not kept or view.stands_under() == under(ruled)
        for report, stand in kept.items():
            level, together = Tied(view, ruled).stand(report)
            assert (stand.level, set(view.standing([stand.part]))) == (level, set(together))


@pytest.mark.parametrize("most", [1, 2, 4])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TIES, STRENGTHS, st.permutations(range(8)), VERDICTS)
def test_what_is_kept_is_true_whatever_is_read_anew_ruled_and_forgotten(
    most: int, ties: Ties, later: float, order: list[int], verdict: Ruling
) -> None:
    made = [make_report(f"Rain fell on day {each}.", address=f"{each}.txt") for each in range(8)]
    number = {report.id: at for at, report in enumerate(made)}
    now = ties

    def compared(writer: Writer, kept: Iterable[tuple[Report, Found]]) -> None:
        new, there = {number[report.id] for report, _ in kept}, writer.view.known(number)
        for (a, b), strength in now.items():
            ends = sorted(made[at].id for at in (a, b) if at < len(made))
            if there.issuperset(ends) and len(ends) == 2 and not new.isdisjoint((a, b)):
                writer.put_pairs([tie(ends[0], ends[1], 1.0, strength)])

    store = open_store("sqlite://")
    with patch.object(tied, "MOST", most), patch.object(joining, "compare_new", compared):
        for some in (order[:3], order[3:5]):
            read(store, [[(made[at], Found()) for at in some]])
            assert_true(store)
        judge(store, verdict, [made[at].id for at in order[:2]], by="a reader")
        assert_true(store)
        read(store, [[(made[at], Found())] for at in order[5:7]])
        assert_true(store)
        now = {ends: min(strength, later) for ends, strength in ties.items()}
        read(store, [[(made[order[2]], Found())]])  # annotated anew, it is tied less
        assert_true(store)
        undo(store, by="a reader")
        read(store, [[(made[order[7]], Found())]])
        assert_true(store)
        forget(store, made[order[3]].id)
        read(store, [[(made[order[3]], Found())]])
        assert_true(store)
    store.close()
