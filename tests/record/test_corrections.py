"""What a correction says had been wrong is claimed by nobody, and what its outlet had said is taken back."""

from dataclasses import replace
from typing import Any

import pytest

from onrecord.model.annotation import Found, Timex
from onrecord.model.report import Block, Report
from onrecord.model.when import When
from onrecord.record.composed import record_of
from onrecord.record.news import news
from onrecord.record.notices import notices_in
from onrecord.record.sql import open_store
from tests.build import event, figure, found, name, place
from tests.record.test_joining import read
from tests.support import make_report


def noticed(text: str, **options: Any) -> Report:
    """Return a report whose one block is a correction."""
    return make_report(text, blocks=(Block(kind="correction", start=0, end=len(text)),), **options)


@pytest.mark.parametrize(
    ("text", "retold"),
    [
        ("Correction: An earlier version said that two sailors had been held; they were heard.",
         ["two sailors had been held"]),
        ("An earlier version of this article said 42 people had died.", ["42 people had died."]),
        ("A report of March 3 said that the mill had closed. It is open.", ["the mill had closed."]),
        ("The report also said that Dana Reyes had rung the bell, which was wrong.",
         ["Dana Reyes had rung the bell"]),
        ("We incorrectly reported that the bridge fell, when in fact it stands.", ["the bridge fell"]),
        ("Port Leven Courier wrongly reported that the bridge fell.", ["the bridge fell."]),
        ("The harbour office said that 40 boats had left.", []),
        ("The number was lowered on Monday.", []),
    ],
    ids=["version", "this-article", "of-a-day", "also", "in-fact", "outlet", "somebody-else", "no-words"],
)  # fmt: skip
def test_where_a_notice_tells_what_was_wrong(text: str, retold: list[str]) -> None:
    report = noticed(text)
    assert [span.of(report.text).strip() for span in notices_in(report).retold] == retold


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In our report of Tuesday we wrote that the bridge fell. That was wrong. It stands.", 1),
        ("On Sunday we reported on our front page that the bridge fell. It has not. It stands.", 1),
        ("We wrote that the bridge fell. We were wrong.", 1),
        ("We wrote that the bridge fell. It has not been mended since.", 0),
        ("The harbour office said that the bridge fell. It has not.", 0),
        ("We wrote that the bridge fell. It rained all night.", 0),
        ("An earlier report said that the bridge had fallen.", 0),
    ],
    ids=[
        "that-was-wrong", "it-has-not", "we-were-wrong", "not-yet-mended", "another", "not-called-wrong",
        "no-notice",
    ],
)  # fmt: skip
def test_outside_of_a_notice_it_must_be_called_wrong(text: str, number: int) -> None:
    assert len(notices_in(make_report(text)).retold) == number


def a_toll(text: str, number: int, words: str, **options: Any) -> tuple[Report, Found]:
    report = options.pop("made", make_report)(text, **options)
    dana = name(report, "Dana Reyes")
    dead = figure(report, str(number), words, float(number), float(number))
    gone = event(report, words, "died", dana, sort="death", type=None, day="2026-03-09")
    return report, found(dana, dead, gone)


TOLD = a_toll(
    "Dana Reyes and 42 people died in Port Leven.", 42, "Dana Reyes and 42 people died", address="a.txt"
)
WRONG = a_toll(
    "Correction: A report of March 10 said that Dana Reyes and 42 people died. Nobody did.", 42,
    "Dana Reyes and 42 people died", address="b.txt", published="2026-03-11", made=noticed,
)  # fmt: skip


def record_with(*reports: tuple[Report, Found]) -> Any:
    store = open_store("sqlite://")
    read(store, [[each] for each in reports])
    try:
        return record_of(store)
    finally:
        store.close()


def test_what_an_outlet_takes_back_of_another_report_is_withdrawn() -> None:
    record = record_with(TOLD, WRONG)
    (died,) = record.events
    assert died.standing == "withdrawn"
    assert [s.span.report for s in died.support] == [TOLD[0].id]
    assert [(s.what, s.report) for s in died.history if s.was] == [("withdraws", WRONG[0].id)]
    (reading,) = record.figures[0].readings
    assert (reading.standing, reading.support.span.report) == ("withdrawn", TOLD[0].id)


def test_with_it_goes_the_headline_that_told_it_shortly() -> None:
    text = "REYES DIES\n\nDana Reyes and 42 people died in Port Leven."
    blocks = (Block(kind="headline", start=0, end=10), Block(kind="body", start=12, end=len(text)))
    report = make_report(text, address="a.txt", blocks=blocks)
    dana = name(report, "Dana Reyes")
    common: dict[str, Any] = {"sort": "death", "type": None, "day": "2026-03-09"}
    short = event(report, "REYES DIES", "DIES", **common)
    whole = event(report, "Dana Reyes and 42 people died", "died", dana, **common)
    record = record_with((report, found(dana, short, whole)), WRONG)
    assert {e.standing for e in record.events} == {"withdrawn"}


@pytest.mark.parametrize("headline", ["Dana Reyes: a correction", "Mill bridge – our apology"])
def test_a_headline_may_end_with_what_it_is(headline: str) -> None:
    report = make_report("We reported on Sunday that the bridge fell.", headline=headline)
    assert len(notices_in(report).retold) == 1


def test_a_withdrawal_is_news_of_the_notice_that_made_it() -> None:
    store = open_store("sqlite://")
    read(store, [[TOLD], [WRONG]])
    try:
        gone = [fact for fact in news(store, 1).facts if fact.kind == "withdrawal"]
    finally:
        store.close()
    assert {(fact.report, fact.read) for fact in gone} == {(TOLD[0].id, 2)}


def test_another_outlet_takes_nothing_back() -> None:
    other = (replace(WRONG[0], outlet="The Tide"), WRONG[1])
    (died,) = record_with(TOLD, other).events
    assert died.standing != "withdrawn"
    assert [s.span.report for s in died.support] == [TOLD[0].id]


def test_a_notice_alone_claims_nothing() -> None:
    record = record_with(WRONG)
    assert (record.events, record.figures) == ((), ())


def test_another_death_that_a_report_told_stands() -> None:
    text = "Dana Reyes and 42 people died in Port Leven. Otto Brandt died in hospital."
    report = make_report(text, address="a.txt")
    dana, otto = name(report, "Dana Reyes"), name(report, "Otto Brandt")
    common: dict[str, Any] = {"sort": "death", "type": None, "day": "2026-03-09"}
    first = event(report, "Dana Reyes and 42 people died", "died in Port", dana, **common)
    second = event(report, "Otto Brandt died in hospital", "died in hospital", otto, **common)
    record = record_with((report, found(dana, otto, first, second)), WRONG)
    standing = {e.label: e.standing == "withdrawn" for e in record.events}
    assert standing == {"Dana Reyes and 42 people died": True, "Otto Brandt died in hospital": False}


@pytest.mark.parametrize(("day", "withdrawn"), [("2026-03-05", True), ("2026-03-04", False)])
def test_an_event_that_was_given_a_wrong_day(day: str, withdrawn: bool) -> None:
    text = "Thursday's crash at Mill Bend closed the road."
    report = make_report(text, address="a.txt")
    told = event(report, text, "crash", sort="crash", type=None, day=day)
    right = "A report gave the wrong day for the crash at Mill Bend. It happened on March 4."
    notice = noticed(right, address="b.txt", published="2026-03-11")
    timex = Found(timexes=(_day(notice, "March 4", "2026-03-04"),))
    record = record_with((report, found(told)), (notice, timex))
    (line,) = record.events
    assert (line.standing == "withdrawn") is withdrawn


@pytest.mark.parametrize(("printed", "withdrawn"), [("Thursday", True), ("that day", False)])
def test_what_is_told_by_the_same_wrong_day_goes_with_it(printed: str, withdrawn: bool) -> None:
    text = "Thursday's crash at Mill Bend closed the road that day."
    report = make_report(text, address="a.txt")
    both = []
    for trigger, words in (("crash", "Thursday"), ("closed", printed)):
        when = When(edtf="2026-03-05", basis="resolved", span=report.passage(place(report, words)))
        told = event(report, text, trigger, sort=trigger, type=None, day="2026-03-05")
        both.append(replace(told, when=when))
    right = "A report gave the wrong day for the crash at Mill Bend. It happened on March 4."
    notice = noticed(right, address="b.txt", published="2026-03-11")
    timex = Found(timexes=(_day(notice, "March 4", "2026-03-04"),))
    record = record_with((report, found(*both)), (notice, timex))
    standing = {e.standing == "withdrawn" for e in record.events}
    assert standing == ({True} if withdrawn else {True, False})


def _day(report: Report, words: str, value: str) -> Timex:
    span = place(report, words)
    when = When(edtf=value, basis="stated", printed=words)
    return Timex(
        id="t-1", report=report.id, span=span, type="DATE", value=value, mod=None, when=when,
        finder="hand/1", confidence=1.0,
    )  # fmt: skip
