"""No question to the store goes through a whole table, so that none grows with what is kept."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from onrecord.model.annotation import Found
from onrecord.model.report import Report
from onrecord.record.sql import SqlStore, SqlView, open_store
from onrecord.record.store import Pair, Stand, Writer
from tests.contract.made import a_report, found_in

MANY = [f"r-{number}" for number in range(600)]
QUESTIONS: dict[str, Callable[[SqlView, list[str]], object]] = {
    "known": lambda view, ids: view.known([*ids, *MANY]),
    "report": lambda view, ids: view.report(ids[0]),
    "reports": lambda view, ids: view.reports([*ids, *MANY]),
    "latest at a path": lambda view, _: view.latest("a", "/b/a"),
    "latest at an address": lambda view, _: view.latest("https://courier.example/1", None),
    "superseded": lambda view, _: view.superseded(),
    "annotations": lambda view, ids: view.annotations(ids),
    "finders": lambda view, ids: view.finders(ids[0]),
    "finders of many": lambda view, ids: view.finders_of([*ids, *MANY]),
    "report of": lambda view, _: view.report_of(found_in(a_report()).events[0].id),
    "ids beginning": lambda view, _: view.ids_beginning("r-a"),
    "sharing one": lambda view, _: view.sharing("stories", [7]),
    "sharing many": lambda view, _: view.sharing("stories", range(600)),
    "meeting": lambda view, ids: view.meeting("stories", [*ids, *MANY]),
    "pairs of one": lambda view, ids: view.pairs("stories", ids[:1]),
    "pairs of many": lambda view, ids: view.pairs("stories", ids),
    "groups of one": lambda view, ids: view.groups("stories", ids[:1]),
    "groups of many": lambda view, ids: view.groups("stories", ids),
    "stands": lambda view, ids: view.stands([*ids, *MANY]),
    "stands under": lambda view, _: view.stands_under(),
    "standing": lambda view, ids: view.standing(ids),
    "group": lambda view, _: view.group("stories", "s-1"),
    "problems": lambda view, ids: view.problems(ids),
    "cached": lambda view, _: view.cached("s-1", "key"),
    "search": lambda view, _: view.search("dam river"),
}
CHANGES: dict[str, Callable[[Writer, Report], object]] = {
    "keep": lambda writer, _: writer.keep(
        a_report(address="new.txt"), found_in(a_report(address="new.txt")), finders=("b/1",), problems=()
    ),
    "annotate": lambda writer, report: writer.annotate(report, found_in(report), finders=("a/2",)),
    "put keys": lambda writer, report: writer.put_keys("stories", report.id, [7, 8]),
    "put stands": lambda writer, report: writer.put_stands(
        {report.id: Stand(level=0, part=report.id)}, "now"
    ),
    "put groups": lambda writer, report: writer.put_groups("stories", {"s-1": [report.id]}),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    path: Path = tmp_path_factory.mktemp("plans") / "store.db"
    opened = open_store(str(path))
    assert isinstance(opened, SqlStore)
    with opened.writer() as writer:
        ids = []
        for number in range(120):
            report = a_report(address="report.txt" if number == 0 else f"{number}.txt")
            writer.keep(report, found_in(report) if number == 0 else Found(), finders=("a/1",), problems=())
            writer.put_keys("stories", report.id, [7, 100 + number])
            ids.append(report.id)
        pairs = (Pair(layer="stories", first=ids[0], second=each, score=0.5, reasons=()) for each in ids[1:])
        writer.put_pairs(pairs)
        writer.put_groups("stories", {"s-1": ids[:60], "s-2": ids[60:]})
        writer.put_stands({each: Stand(level=0, part=ids[0]) for each in ids}, "now")
    yield opened
    opened.close()


def steps(store: SqlStore, statements: list[str]) -> list[str]:
    """Return the steps that SQLite plans for statements."""
    with store._engine.connect() as connection, connection.begin():
        return [
            row[3]
            for statement in statements
            if re.match(r"\s*(SELECT|DELETE|UPDATE|WITH|INSERT)", statement)
            for row in connection.connection.cursor().execute(f"EXPLAIN QUERY PLAN {statement}")
        ]


def listened(store: SqlStore) -> list[str]:
    """Return a list to which each statement is added that the driver runs, with its values in place."""
    heard: list[str] = []
    event.listen(
        store._engine,
        "checkout",
        lambda driver, _record, _proxy: driver.set_trace_callback(heard.append),
    )
    return heard


def assert_direct(planned: list[str]) -> None:
    assert planned
    for step in planned:
        assert "SCAN" not in step or "VIRTUAL TABLE" in step or "tallies" in step or "CONSTANT" in step, step
        assert not step.endswith("(layer=?)"), step


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_goes_straight_to_its_rows(store: SqlStore, name: str) -> None:
    with store.view() as view:
        ids = [report.id for report in view.reports()]
    heard = listened(store)
    with store.view() as view:
        assert isinstance(view, SqlView)
        QUESTIONS[name](view, ids)
    assert_direct(steps(store, list(heard)))


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_goes_straight_to_its_rows(store: SqlStore, name: str) -> None:
    heard = listened(store)
    with store.writer() as writer:
        CHANGES[name](writer, a_report())
    assert_direct(steps(store, list(heard)))
