"""What a writer holds ready of pairs is what the store holds, whoever wrote in between."""

from contextlib import suppress
from itertools import combinations
from pathlib import Path
from typing import Literal, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.annotation import Found
from onrecord.record import sql_recent
from onrecord.record.sql import open_store
from onrecord.record.store import SETTLED_BY, Layer, Pair, Store, View
from tests.contract.made import a_report

REPORTS = [a_report(f"Rain fell on day {day}.", address=f"{day}.txt") for day in range(6)]
IDS = [report.id for report in REPORTS]
LAYERS: tuple[Layer, ...] = ("stories", "storylines")

Does: TypeAlias = Literal["puts", "puts and fails", "puts elsewhere", "forgets", "looks"]


def pair(layer: Layer, ends: tuple[str, str], value: float) -> Pair:
    first, second = sorted(ends)
    return Pair(layer=layer, first=first, second=second, score=1.0, reasons=((SETTLED_BY[layer], value, ""),))


def within(view: View) -> list[object]:
    return [sorted(view.scores_within(layer, IDS, SETTLED_BY[layer])) for layer in LAYERS]


def does(what: Does, store: Store, other: Store, made: Pair) -> None:
    """Do it in a transaction that has looked before, and looks after."""
    with suppress(ZeroDivisionError), (other if what == "puts elsewhere" else store).writer() as writer:
        within(writer.view)
        if what == "forgets":
            writer.forget(writer.view.reports([made.first]), day="2026-03-02", because=None)
        elif what != "looks" and len(writer.view.known([made.first, made.second])) == 2:
            writer.put_pairs([made])
        within(writer.view)
        if what == "puts and fails":
            raise ZeroDivisionError


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["puts", "puts", "puts and fails", "puts elsewhere", "forgets", "looks"]),
            st.sampled_from(LAYERS),
            st.sampled_from(list(combinations(IDS, 2))),
            st.sampled_from([0.5, 1.5]),
        ),
        max_size=12,
    ),
    st.sampled_from([1, 4, 100]),
)
def test_what_is_held_is_what_the_store_holds(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    steps: list[tuple[Does, Layer, tuple[str, str], float]],
    most: int,
) -> None:
    monkeypatch.setattr(sql_recent, "MOST", most)
    path: Path = tmp_path_factory.mktemp("recent") / "store.db"
    store, other = open_store(str(path)), open_store(str(path))
    with store.writer() as writer:
        for report in REPORTS:
            writer.keep(report, Found(), finders=(), problems=())
    for what, layer, ends, value in steps:
        does(what, store, other, pair(layer, ends, value))
        with store.view() as view:
            kept = within(view)
        with store.writer() as writer:
            assert within(writer.view) == kept
    for each in (store, other):
        each.close()
