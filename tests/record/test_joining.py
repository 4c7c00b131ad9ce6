"""The record is a function of the reports: not of their order, nor of how they were batched."""

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model.annotation import Found
from onrecord.model.record import Record
from onrecord.model.report import Report
from onrecord.record.check import check
from onrecord.record.compose import side_by_side
from onrecord.record.joining import join
from onrecord.record.recall import encode, recall
from onrecord.record.sql import open_store
from onrecord.record.store import Store
from tests.build import event, figure, found, name, said
from tests.support import make_report

MEETING = "Dana Reyes met Otto Brandt in Port Leven on Monday over the ferry Kestrel and its cargo of grain"
PLAN = "Dana Reyes will meet Otto Brandt in Port Leven on Friday over the ferry Kestrel"
COPIED = (
    f"{MEETING}. Harbour officials opened an inquiry and asked the crews of both vessels to stay in the "
    "town until they had been heard. The owner said that a pilot had warned of the bank in letters that "
    "nobody answered."
)


@lru_cache(maxsize=1)
def parts() -> tuple[tuple[Report, Found], ...]:
    """Return seven reports: three of a meeting (two of them copies), two of a plan, two of something else."""
    return (
        _meeting(
            "a.txt", f"{MEETING}. “We go in with open hands, but not with empty ones,” Dana Reyes said.", 4
        ),
        _meeting("b.txt", COPIED, 5),
        _meeting("c.txt", f"{COPIED} Rain is forecast.", 6),
        _plan("d.txt", f"{PLAN}.", "2026-03-10"),
        _plan("e.txt", f"{PLAN}, the port said.", "2026-03-11"),
        _other("f.txt", "Ines Okafor opened the Marl bridge in Castlebeck.", "2026-03-10"),
        _other("g.txt", "Ines Okafor opened the Marl bridge in Castlebeck on a wet day.", "2026-03-10"),
    )


def _meeting(address: str, text: str, toll: int) -> tuple[Report, Found]:
    text = f"{text}\nAt least {toll} people were killed."
    report = make_report(text, address=address, published="2026-03-10")
    reyes, brandt = name(report, "Dana Reyes"), name(report, "Otto Brandt")
    words = "We go in with open hands, but not with empty ones"
    quoted = [said(report, words, reyes)] if words in text else []
    met = event(report, MEETING, "met", reyes, brandt, day="2026-03-09")
    dead = figure(
        report, f"At least {toll}", f"At least {toll} people were killed", toll, None, hedge="at-least"
    )
    return report, found(reyes, brandt, met, dead, *quoted)


def _plan(address: str, text: str, day: str) -> tuple[Report, Found]:
    report = make_report(text, address=address, published=day)
    reyes, brandt = name(report, "Dana Reyes"), name(report, "Otto Brandt")
    planned = event(report, PLAN, "will meet", reyes, brandt, day="2026-03-13", modality="planned")
    return report, found(reyes, brandt, planned)


def _other(address: str, text: str, day: str) -> tuple[Report, Found]:
    report = make_report(text, address=address, published=day)
    okafor = name(report, "Ines Okafor")
    opened = event(report, text.rstrip("."), "opened", okafor, day=day, sort="opening", type=None)
    return report, found(okafor, opened)


def read(store: Store, batches: list[list[tuple[Report, Found]]]) -> None:
    for batch in batches:
        with store.writer() as writer:
            kept = [
                (writer.keep(report, annotations, finders=("hand/1",), problems=()), annotations)
                for report, annotations in batch
            ]
            join(writer, kept)


def record_in(store: Store) -> Record:
    """Return the whole record, without what tells the order of reading."""
    with store.view() as view:
        records = [recall(view, line)[0] for line in sorted(view.groups("storylines"))]
    record = check(side_by_side(records))
    lines = tuple(replace(line, report=replace(line.report, read=0)) for line in record.reports)
    return replace(record, reports=lines)


@lru_cache(maxsize=1)
def at_once() -> Record:
    store = open_store("sqlite://")
    read(store, [list(parts())])
    record = record_in(store)
    store.close()
    return record


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(range(7)), st.sets(st.integers(1, 6)))
def test_any_order_and_any_batches_give_the_same_record(order: list[int], cuts: set[int]) -> None:
    edges = [0, *sorted(cuts), 7]
    batches = [[parts()[i] for i in order[a:b]] for a, b in pairwise(edges)]
    store = open_store("sqlite://")
    try:
        read(store, batches)
        assert record_in(store) == at_once()
    finally:
        store.close()


def test_the_record_of_the_seven_holds_what_they_say() -> None:
    record = at_once()
    assert len(record.storylines) == 2
    assert sorted(len(story.reports) for story in record.stories) in ([2, 2, 3], [2, 5])
    assert [sorted(share.share > 0.5 for share in copies.reports) for copies in record.copies] == [
        [True, True]
    ]
    meetings = [event for event in record.events if event.type == "CONSULT"]
    assert sorted(len(event.support) for event in meetings) == [2, 3]
    assert {(e.name, e.kind) for e in record.entities} >= {
        ("Dana Reyes", "person"),
        ("Ines Okafor", "person"),
    }


def test_a_plan_and_its_holding_on_another_day_stay_apart() -> None:
    plan = next(event for event in at_once().events if event.modality == "planned")
    assert plan.outcome is not None
    assert plan.outcome.state == "pending"


def test_readings_for_one_day_that_both_can_hold_are_no_conflict() -> None:
    assert [d.kind for d in at_once().differences] == []


def test_a_new_report_leaves_alone_what_shares_nothing_with_it() -> None:
    store = open_store("sqlite://")
    read(store, [list(parts()[:5])])
    before = _groups(store)
    read(store, [list(parts()[5:])])
    after = _groups(store)
    assert before.items() <= after.items()
    store.close()


def _groups(store: Store) -> dict[Any, Any]:
    with store.view() as view:
        return {**view.groups("storylines"), **view.groups("stories")}


def test_a_composed_record_is_kept_and_found_again() -> None:
    store = open_store("sqlite://")
    read(store, [list(parts())])
    with store.view() as view:
        line = sorted(view.groups("storylines"))[0]
        record, key, kept = recall(view, line)
    assert not kept
    with store.writer() as writer:
        writer.cache(line, key, encode(record))
    with store.view() as view:
        assert recall(view, line) == (record, key, True)
    store.close()


def test_a_report_that_was_revised_leaves_the_record() -> None:
    store = open_store("sqlite://")
    read(store, [list(parts()[:5])])
    before = record_in(store)
    first = before.reports[0].report
    newer = make_report(first.text.replace("killed", "hurt"), address="https://port.example/a")
    older = make_report(first.text, address="https://port.example/a")
    read(store, [[(older, Found())], [(newer, Found())]])
    shown = {line.report.id for line in record_in(store).reports}
    assert newer.id in shown
    assert older.id not in shown
    assert {line.report.id for line in before.reports} <= shown
    store.close()
