"""What any store must do with reports, revisions, annotations and problems."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onrecord.errors import NotOnRecordError, StoreBusyError, WordsDifferError
from onrecord.model.annotation import Found
from onrecord.model.report import Problem, Report
from onrecord.record.store import Store
from tests.contract.made import FINDERS, a_judgement, a_report, at, found_in


def keep(store: Store, *reports: Report, found: Found | None = None) -> tuple[Report, ...]:
    with store.writer() as writer:
        return tuple(
            writer.keep(report, found or Found(), finders=FINDERS, problems=()) for report in reports
        )


def test_a_report_comes_back_as_it_was_kept(store: Store) -> None:
    given = replace(
        a_report(), retrieved=datetime(2026, 3, 10, 7, 30, 1, 250, tzinfo=UTC), bylines=("J. Marr",)
    )
    (kept,) = keep(store, given)
    assert kept == replace(given, read=1)
    with store.view() as view:
        assert view.report(given.id) == kept
        assert view.reports() == (kept,)


@pytest.mark.parametrize(
    "text",
    [
        "a NUL \x00 in it",
        "half of a pair \ud83d alone",
        "marks \ufdd0 and \ufdd1",
        "שלום 🌊\u200b\u202e é",
        "",
        "\n\n",
    ],
    ids=["nul", "surrogate", "noncharacters", "far-from-ascii", "empty", "blank"],
)
def test_every_code_point_comes_back(store: Store, text: str) -> None:
    given = replace(a_report("x"), text=text, id="r-any", headline=text, outlet=text, blocks=())
    (kept,) = keep(store, given)
    with store.view() as view:
        assert view.report("r-any") == kept
        assert view.report("r-any").text == text
    assert store.check() == ()


def test_reports_are_numbered_in_the_order_of_keeping_without_gaps(store: Store) -> None:
    first, second, third = (a_report(f"Rain fell on day {day}.", address=f"{day}.txt") for day in range(3))
    keep(store, second)
    with suppress(ZeroDivisionError), store.writer() as writer:
        writer.keep(third, Found(), finders=(), problems=())
        raise ZeroDivisionError
    kept = keep(store, first, third)
    assert [report.read for report in kept] == [2, 3]
    with store.view() as view:
        assert [report.id for report in view.reports()] == [second.id, first.id, third.id]
        assert [report.id for report in view.reports([third.id, second.id, "r-none"])] == [
            second.id,
            third.id,
        ]


def test_a_report_that_is_known_is_kept_once(store: Store) -> None:
    report = a_report()
    (first,) = keep(store, report, found=found_in(report))
    (again,) = keep(store, report)
    assert again == first
    with store.view() as view:
        assert view.counts() == {"reports": 1, "annotations": 6, "problems": 0, "judgements": 0}
        assert view.annotations([report.id]) == {report.id: found_in(report)}
        assert view.known([report.id, "r-none"]) == {report.id}


def test_what_is_not_kept_is_said_to_be_missing(store: Store) -> None:
    with store.view() as view:
        for ask in (view.report, view.report_of, view.finders):
            with pytest.raises(NotOnRecordError, match="r-none"):
                ask("r-none")
        assert view.annotations(["r-none"]) == {}
        assert view.known(()) == frozenset()


def test_other_words_at_the_same_path_are_a_revision(store: Store) -> None:
    first, second, third = (at("/desk/flood.txt", f"{number} homes were flooded.") for number in (3, 5, 9))
    kept = keep(store, first, second, third)
    assert [report.revision for report in kept] == [1, 2, 3]
    assert [report.revises for report in kept] == [None, first.id, second.id]
    with store.view() as view:
        assert view.superseded() == {first.id, second.id}
        assert view.before([first.id, second.id, third.id]) == {second.id: first.id, third.id: second.id}
        assert view.later([first.id, second.id, third.id]) == {first.id: second.id, second.id: third.id}
        assert view.latest("flood.txt", "/desk/flood.txt") == kept[2]
        assert view.report(second.id) == kept[1]
        assert view.latest("flood.txt", "/other/flood.txt") is None


def test_the_same_name_in_two_folders_is_two_reports(store: Store) -> None:
    kept = keep(store, at("/desk/a/1.txt", "Rain fell."), at("/desk/b/1.txt", "Snow fell."))
    assert [report.revision for report in kept] == [1, 1]


def test_lines_of_one_file_that_change_places_revise_nothing(store: Store) -> None:
    keep(store, at("/desk/wire.jsonl#1", "Rain fell.", address="wire-1"))
    (kept,) = keep(store, at("/desk/wire.jsonl#1", "Snow fell.", address="wire-2"))
    assert kept.revises is None


def test_a_page_is_revised_wherever_its_file_lies(store: Store) -> None:
    address = "https://courier.example/flood"
    first, second = at("/a/1", "Rain fell.", address=address), at("/b/2", "Snow fell.", address=address)
    kept = keep(store, first, second)
    assert kept[1].revises == first.id
    with store.view() as view:
        assert view.latest(address, "/c/3") == kept[1]
        assert view.latest(address, None) == kept[1]


def test_annotations_come_back_exactly_and_in_order(store: Store) -> None:
    report = a_report()
    keep(store, report, found=found_in(report))
    with store.view() as view:
        assert view.annotations([report.id])[report.id] == found_in(report)
        assert view.finders(report.id) == FINDERS
        assert view.finders_of([report.id, "r-none"]) == {report.id: FINDERS}
        for annotation in found_in(report).all():
            assert view.report_of(annotation.id) == report.id
    assert store.check() == ()


def test_newer_annotations_take_the_place_of_older_ones(store: Store) -> None:
    first, second = a_report(), a_report(address="second.txt")
    keep(store, first, found=found_in(first))
    keep(store, second, found=found_in(second))
    newer = replace(found_in(first), timexes=(), events=())
    with store.writer() as writer:
        writer.annotate(first, newer, finders=("timexes.rules/2",))
        assert writer.view.annotations([first.id])[first.id] == newer
    with store.view() as view:
        assert view.annotations([second.id, first.id]) == {first.id: newer, second.id: found_in(second)}
        assert view.finders(first.id) == ("timexes.rules/2",)
        assert view.counts()["annotations"] == 4 + 6
        assert [hit.report for hit in view.search("visited", kind="event")] == [second.id]
    assert store.check() == ()


def test_reports_of_other_finders_are_outdated_but_not_those_of_none(store: Store) -> None:
    reports = [a_report(f"Day {day}.", address=f"{day}.txt") for day in range(4)]
    sets = [("a/1", "b/1"), ("b/1", "a/1"), ("a/2", "b/1"), ()]
    with store.writer() as writer:
        for report, finders in zip(reports, sets, strict=True):
            writer.keep(report, Found(), finders=finders, problems=())
    with store.view() as view:
        assert view.outdated(("a/1", "b/1")) == (reports[2].id,)
        assert view.outdated(("a/2", "b/1")) == (reports[0].id, reports[1].id)


def test_an_annotation_outside_of_its_report_is_refused_whole(store: Store) -> None:
    report = a_report()
    short = replace(report, text=report.text[:20], blocks=())
    with pytest.raises(WordsDifferError), store.writer() as writer:
        writer.keep(short, found_in(report), finders=FINDERS, problems=())
    with store.view() as view:
        assert view.counts()["reports"] == 0


def test_a_problem_is_kept_once(store: Store) -> None:
    report = a_report()
    nowhere = Problem(report=None, address=None, kind="no-net", message="not reached")
    broken = Problem(report=None, address="a.jsonl#2", kind="broken-json-line", message="line 2 is not JSON")
    undated = Problem(report=report.id, address="report.txt", kind="no-day", message="no day is printed")
    with store.writer() as writer:
        writer.keep(report, Found(), finders=(), problems=[undated, undated])
        for problem in (broken, nowhere, broken):
            writer.keep_problem(problem)
    with store.writer() as writer:
        writer.keep_problem(nowhere)
        writer.keep_problem(undated)
    with store.view() as view:
        assert view.problems() == (nowhere, broken, undated)
        assert view.problems([report.id, "r-none"]) == (undated,)
        assert view.counts()["problems"] == 3


def test_rulings_stand_oldest_first_and_can_be_undone(store: Store) -> None:
    late, early = a_judgement(1), a_judgement(2, at="2026-03-11T10:00:00Z")
    with store.writer() as writer:
        for each in (late, early, a_judgement(1, undone=True)):
            writer.put_judgement(each)
    with store.view() as view:
        assert view.judgements() == (early, a_judgement(1, undone=True))
        assert view.counts()["judgements"] == 2


def test_a_composed_record_is_kept_under_its_newest_key(store: Store) -> None:
    with store.writer() as writer:
        writer.cache("s-1", "one", b"first")
        writer.cache("s-1", "two", b"\x00second")
    with store.view() as view:
        assert view.cached("s-1", "two") == b"\x00second"
        assert view.cached("s-1", "one") is None
        assert view.cached("s-2", "two") is None


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    report = a_report()
    with suppress(KeyboardInterrupt), store.writer() as writer:
        writer.keep(report, found_in(report), finders=FINDERS, problems=())
        writer.put_keys("stories", report.id, [7])
        writer.put_groups("stories", {"s-1": [report.id]})
        writer.put_judgement(a_judgement(1))
        raise KeyboardInterrupt
    with store.view() as view:
        assert set(view.counts().values()) == {0}
        assert view.search("dam") == ()
        assert view.sharing("stories", [7]) == {7: ()}
        assert view.groups("stories") == {}
    assert store.check() == ()


def test_a_reader_sees_the_old_state_while_a_writer_is_at_work(store: Store) -> None:
    first, second = a_report(), a_report(address="second.txt")
    keep(store, first)
    with store.view() as before:
        with store.writer() as writer:
            writer.keep(second, Found(), finders=(), problems=())
            assert writer.view.known([second.id]) == {second.id}
            assert before.known([second.id]) == frozenset()
            with store.view() as beside:
                assert beside.counts()["reports"] == 1
        assert before.counts()["reports"] == 1
        assert before.search("dam", kind="report") != ()
    with store.view() as after:
        assert after.counts()["reports"] == 2


def test_a_second_writer_is_told_that_the_store_is_busy(store: Store) -> None:
    with store.writer() as writer:
        writer.keep(a_report(), Found(), finders=(), problems=())
        with pytest.raises(StoreBusyError), store.writer():
            pass
    keep(store, a_report(address="later.txt"))
    with store.view() as view:
        assert view.counts()["reports"] == 2
