"""The record as of a day, and as read up to a report, is that of a store that holds no more."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from onrecord.errors import NoSuchMomentError, NotOnRecordError
from onrecord.model.ids import make_id
from onrecord.model.record import Record
from onrecord.record.as_of import at
from onrecord.record.composed import record_of
from onrecord.record.sql import open_store
from onrecord.record.store import Store
from onrecord.views.asked import record_asked
from onrecord.views.belonging import find
from onrecord.views.search import search
from onrecord.views.stories import stories
from tests.record.made_stories import Told, keep, made

TOLD = st.builds(
    Told,
    page=st.integers(0, 3),
    day=st.one_of(st.none(), st.integers(9, 14)),
    retrieved=st.integers(9, 16),
    updated=st.one_of(st.none(), st.integers(9, 16)),
    meeting=st.booleans(),
    plan=st.one_of(st.none(), st.integers(12, 14)),
    toll=st.one_of(st.none(), st.integers(3, 5)),
    words=st.one_of(st.none(), st.integers(0, 2)),
    detail=st.integers(0, 2),
    background=st.booleans(),
)
PROPERTY = settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@contextmanager
def store_of(*told: Told) -> Iterator[Store]:
    store = open_store("sqlite://")
    try:
        for each in told:
            keep(store, each)
        yield store
    finally:
        store.close()


def bare(record: Record) -> Record:
    """Return a record without read numbers and moments."""
    lines = tuple(replace(line, report=replace(line.report, read=0)) for line in record.reports)
    return replace(record, reports=lines, as_of=None, as_read=None)


def out(told: Told, before: Told | None) -> int:
    """Return by which day of March an invented report had been published, in other words than the store's."""
    days = [day for day in (told.day, told.updated if told.day is not None else None) if day is not None]
    if before is not None:
        days = [day for day in days if day not in (before.day, before.updated if before.day else None)]
    assert told.retrieved is not None
    return max(days, default=told.retrieved)


def seen_by(reads: list[Told], day: int) -> list[Told]:
    """Return what of some reads had been published by a day."""
    state: dict[int, Told] = {}
    known: set[str] = set()
    seen = []
    for told in reads:
        if made(told)[0].id in known:
            continue
        known.add(made(told)[0].id)
        if out(told, state.get(told.page)) <= day:
            seen.append(told)
        state[told.page] = told
    return seen


@PROPERTY
@given(st.lists(TOLD, min_size=1, max_size=6))
def test_as_of_today_is_the_record(reads: list[Told]) -> None:
    with store_of(*reads) as store:
        assert bare(record_asked(at(store, as_of="2099"), None)) == bare(record_of(store))


@PROPERTY
@given(st.lists(TOLD, min_size=1, max_size=6), st.integers(9, 16))
def test_as_of_a_day_is_the_record_of_a_store_that_only_read_the_reports_of_that_day_and_before(
    reads: list[Told], day: int
) -> None:
    with store_of(*reads) as store, store_of(*seen_by(reads, day)) as less:
        then = at(store, as_of=date(2026, 3, day))
        assert bare(record_asked(then, None)) == bare(record_of(less))
        assert stories(then) == stories(less)


@PROPERTY
@given(st.lists(TOLD, min_size=1, max_size=6), st.integers(0, 6))
def test_as_read_is_the_store_after_so_many_reads(reads: list[Told], number: int) -> None:
    known: dict[str, Told] = {}
    for told in reads:
        known.setdefault(made(told)[0].id, told)
    with store_of(*reads) as store, store_of(*list(known.values())[:number]) as less:
        then = at(store, as_read=number)
        assert bare(record_asked(then, None)) == bare(record_of(less))
        assert stories(then) == stories(less)


def test_a_moment_once_composed_is_kept_and_the_record_of_now_beside_it() -> None:
    with store_of(Told(page=0), Told(page=1, day=11, toll=4), Told(page=2, day=12, plan=14)) as store:
        first = record_asked(at(store, as_of="2026-03-11"), None)
        now = record_of(store)
        assert record_asked(at(store, as_of="2026-03-11"), None) == first
        assert record_of(store) == now
        assert len(first.reports) == 2
        keep(store, Told(page=3, day=10, words=1))
        late = record_asked(at(store, as_of="2026-03-11"), None)
        assert len(late.reports) == 3, "what came late belongs to the day all the same"


def test_the_moment_stands_in_the_record() -> None:
    with store_of(Told(page=0)) as store:
        record = record_asked(at(store, as_of="2026-03", as_read=1), None)
        assert (record.as_of, record.as_read) == ("2026-03-31", 1)


def test_what_became_of_a_plan_goes_by_the_newest_report_seen() -> None:
    with store_of(
        Told(page=0, plan=12, meeting=False), Told(page=1, day=14, plan=12, meeting=False)
    ) as store:
        (then,) = record_asked(at(store, as_of="2026-03-11"), None).events
        (now,) = record_of(store).events
        assert [e.outcome.state for e in (then, now) if e.outcome is not None] == ["pending", "no-report"]
        assert [e.outcome.up_to for e in (then, now) if e.outcome is not None] == [None, "2026-03-14"]


REVISED = (
    Told(page=0, day=10, toll=3),
    Told(page=0, day=10, updated=13, toll=5),
    Told(page=1, day=12, detail=1, toll=3),
)


@pytest.mark.parametrize(
    ("asked", "tolls"),
    [
        ({"as_read": 1}, ["At least 3"]),
        ({"as_read": 2}, ["At least 5"]),
        ({"as_of": "2026-03-10"}, ["At least 3"]),
        ({"as_of": "2026-03-12"}, ["At least 3", "At least 3"]),
        ({"as_of": "2026-03-13"}, ["At least 3", "At least 5"]),
    ],
)
def test_the_revision_that_stood_is_shown(asked: dict[str, Any], tolls: list[str]) -> None:
    with store_of(*REVISED) as store:
        record = record_asked(at(store, **asked), None)
    standing = {line.report.id for line in record.reports if line.report.id not in _replaced(record)}
    readings = [r for f in record.figures for r in f.readings if r.support.span.report in standing]
    assert sorted(reading.printed for reading in readings) == tolls


def _replaced(record: Record) -> set[str | None]:
    return {line.report.revises for line in record.reports}


def test_a_revision_without_a_day_of_its_own_counts_from_when_it_was_read() -> None:
    reads = (Told(page=0, day=10, toll=3, retrieved=10), Told(page=0, day=10, toll=5, retrieved=15))
    with store_of(*reads) as store:
        then = [stories(at(store, as_of=f"2026-03-{day}")) for day in (14, 15)]
        with at(store, as_of="2026-03-14").view() as view:
            assert [report.revision for report in view.reports()] == [1]
    assert [len(lines) for lines in then] == [1, 1]


def test_a_story_not_yet_there_says_so() -> None:
    with store_of(Told(page=0), Told(page=1, day=14, plan=14, meeting=False)) as store:
        with store.view() as view:
            last = view.reports()[-1].id
        founded = make_id("story", last)
        with pytest.raises(NotOnRecordError, match="did not exist yet"):
            find(at(store, as_of="2026-03-11"), last)
        with pytest.raises(NotOnRecordError):
            record_asked(at(store, as_of="2026-03-11"), founded)


def test_a_story_id_printed_earlier_leads_to_the_story_of_its_founding_report() -> None:
    with store_of(Told(page=1, day=11)) as store:
        (before,) = stories(store)
        keep(store, Told(page=0, day=10))
        (now,) = stories(store)
        assert now.id != before.id
        assert record_asked(store, before.id) == record_asked(store, now.id)
        assert find(store, before.id).id == now.id
        assert [s.id for s in record_asked(at(store, as_read=1), before.id).stories] == [before.id]


def test_search_finds_what_could_be_seen() -> None:
    with store_of(Told(page=0), Told(page=1, day=14, toll=4, meeting=False)) as store:
        assert search(store, "killed")
        assert search(at(store, as_of="2026-03-13"), "killed") == ()
        assert search(at(store, as_of="2026-03-13"), "Reyes")


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "", "XXXX-03-10", "2026-03-01/.."])
def test_what_is_no_day_is_refused(day: str) -> None:
    with store_of() as store, pytest.raises(NoSuchMomentError):
        at(store, as_of=day)


def test_a_number_below_nought_is_refused() -> None:
    with store_of() as store, pytest.raises(NoSuchMomentError):
        at(store, as_read=-1)


def test_neither_is_the_store_itself() -> None:
    with store_of() as store:
        assert at(store) is store
