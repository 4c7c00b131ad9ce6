"""What any store must do with where reports stand."""

import pytest

from onrecord.model.annotation import Found
from onrecord.record.store import Stand, Store
from tests.contract.made import a_report


@pytest.fixture
def ids(store: Store) -> list[str]:
    reports = [a_report(f"Rain fell on day {day}.", address=f"{day}.txt") for day in range(5)]
    with store.writer() as writer:
        for report in reports:
            writer.keep(report, Found(), finders=(), problems=())
    return [report.id for report in reports]


def test_reports_are_found_where_they_stand(store: Store, ids: list[str]) -> None:
    two, one = Stand(level=3, part=ids[1]), Stand(level=0, part=ids[2])
    with store.writer() as writer:
        writer.put_stands({ids[0]: two, ids[1]: two, ids[2]: one}, "then")
    with store.view() as view:
        assert view.stands([*ids, "r-none"]) == {ids[0]: two, ids[1]: two, ids[2]: one}
        assert view.standing([ids[1], ids[4]]) == {ids[0]: ids[1], ids[1]: ids[1]}
        assert view.stands_under() == "then"


def test_a_report_stands_in_one_place(store: Store, ids: list[str]) -> None:
    with store.writer() as writer:
        writer.put_stands({ids[0]: Stand(level=3, part=ids[0])}, "then")
        writer.put_stands({ids[0]: Stand(level=4, part=ids[0])}, "now")
        assert writer.view.stands(ids) == {ids[0]: Stand(level=4, part=ids[0])}
        assert writer.view.stands_under() == "now"


def test_where_reports_stand_can_be_dropped(store: Store, ids: list[str]) -> None:
    with store.writer() as writer:
        assert writer.view.stands_under() is None
        writer.put_stands({each: Stand(level=0, part=ids[0]) for each in ids}, "now")
        writer.drop_stands()
        assert writer.view.stands(ids) == {}
        assert writer.view.stands_under() is None


def test_of_what_stood_nothing_is_kept_when_a_report_is_forgotten(store: Store, ids: list[str]) -> None:
    with store.writer() as writer:
        writer.put_stands({each: Stand(level=0, part=ids[0]) for each in ids}, "now")
        writer.forget(writer.view.reports(ids[:1]), day="2026-03-10", because=None)
        assert writer.view.stands(ids) == {}
