"""What is forgotten is gone: from the record and from the bytes of the file; read again, it is as before."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import NotOnRecordError, StoreBusyError
from onrecord.judging import export, judge, take_in
from onrecord.model.annotation import Found
from onrecord.model.record import Record
from onrecord.model.report import Report
from onrecord.record.composed import record_of
from onrecord.record.forgetting import forget
from onrecord.record.sql import open_store
from onrecord.record.store import Store
from onrecord.views.search import search
from tests.build import event, found, name
from tests.record.test_joining import parts, read
from tests.support import make_report

RARE = "Quellenbrück"
WEB = "https://port.example/news/1"


@contextmanager
def desk(*reports: tuple[Report, Found], place: str = "sqlite://") -> Iterator[Store]:
    store = open_store(place, wait=0.2)
    try:
        read(store, [[each] for each in reports])
        yield store
    finally:
        store.close()


def whole(store: Store) -> Record:
    """Return the record without what tells the order of reading."""
    record = record_of(store)
    reports = tuple(replace(line, report=replace(line.report, read=0)) for line in record.reports)
    return replace(record, reports=reports)


def a_state(text: str, *, address: str = WEB) -> tuple[Report, Found]:
    report = make_report(text, address=address, headline=f"The mayor of {RARE} resigns")
    okafor = name(report, "Ines Okafor")
    left = event(report, text.split(".")[0], "left", okafor, day="2026-03-10", sort="leaving")
    return report, found(okafor, left)


FIRST = a_state(f"Ines Okafor left {RARE}. Rain fell on {RARE}.")
SECOND = a_state(f"Ines Okafor left {RARE} by train. Rain fell.")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(range(7)), st.integers(0, 6), st.booleans())
def test_the_record_is_as_if_it_had_never_been_read(order: list[int], gone: int, looked: bool) -> None:
    with (
        desk(*(parts()[i] for i in order)) as store,
        desk(*(parts()[i] for i in order if i != gone)) as never,
        desk(*(parts()[i] for i in order)) as always,
    ):
        if looked:
            record_of(store)
        forget(store, parts()[gone][0].id)
        assert whole(store) == whole(never)
        assert store.check() == ()
        read(store, [[parts()[gone]]])
        assert whole(store) == whole(always)
        with store.view() as view:
            assert view.tombstones() == ()


def test_no_byte_of_it_is_left_in_the_files(tmp_path: Path) -> None:
    place = tmp_path / "onrecord.db"
    with desk(*parts(), FIRST, SECOND, place=str(place)) as store:
        record_of(store)
        judge(store, "wrong", [SECOND[1].events[0].id], by="a reader")
        assert _held(place)
        gone = forget(store, FIRST[0].id, because="the outlet asked for it")
        assert {stone.report for stone in gone} == {FIRST[0].id, SECOND[0].id}
        assert not _held(place)
        assert store.check() == ()
        assert search(store, RARE) == ()
        assert len(search(store, "Kestrel")) > 0
    assert not _held(place)


def _held(place: Path) -> bool:
    """Whether a word, a stem of it, or the address stands in any file of the store."""
    bodies = [path.read_bytes() for path in place.parent.glob(f"{place.name}*")]
    words = (RARE.encode(), b"quellenbruck", b"Okafor left", WEB.encode())
    return any(word in body for body in bodies for word in words)


def test_what_could_not_be_wiped_is_told_and_wiped_later(tmp_path: Path) -> None:
    place = tmp_path / "onrecord.db"
    with desk(FIRST, place=str(place)) as store:
        with open_store(str(place)).view() as reader:
            assert reader.known([FIRST[0].id])
            with pytest.raises(StoreBusyError):
                forget(store, FIRST[0].id)
        with store.view() as view:
            assert not view.known([FIRST[0].id])
        assert any("freed pages" in line for line in store.check())
        store.wipe()
        assert store.check() == ()
        assert not _held(place)


def test_rulings_keep_their_places_and_wait(tmp_path: Path) -> None:
    with desk(*parts()) as store:
        judge(store, "wrong", [parts()[5][1].events[0].id], by="a reader")
        before, taken = whole(store), export(store)
        forget(store, parts()[5][0].id)
        with store.view() as view:
            (ruling,) = view.judgements()
        assert [span.text for span in ruling.spans] == [""]
        assert ruling.spans[0].report == parts()[5][0].id
        assert [p.kind for p in record_of(store).problems] == ["judgement"]
        take_in(store, taken)
        with store.view() as view:
            assert view.judgements() == (ruling,)
        read(store, [[parts()[5]]])
        assert whole(store) == before


def test_forgetting_takes_out_what_another_desk_knows_too() -> None:
    with desk(*parts()) as other:
        judge(other, "wrong", [parts()[5][1].events[0].id], by="a reader")
        taken = export(other)
    with desk(*parts()) as store:
        forget(store, parts()[5][0].id)
        take_in(store, taken)
        with store.view() as view:
            assert [span.text for j in view.judgements() for span in j.spans] == [""]
        assert store.check() == ()


def test_other_reports_with_the_same_words_stay() -> None:
    twin = a_state(f"Ines Okafor left {RARE}. Rain fell on {RARE}.", address="https://tide.example/7")
    with desk(FIRST, twin) as store:
        forget(store, FIRST[0].id)
        assert [line.report.id for line in record_of(store).reports] == [twin[0].id]


def test_nothing_can_be_forgotten_that_is_not_there() -> None:
    with desk() as store, pytest.raises(NotOnRecordError):
        forget(store, "r-none")
