"""A report is revised three times: every line that changed says when, by which report, from what to what."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from onrecord.judging import judge
from onrecord.model.annotation import Found
from onrecord.model.record import Event, Figure, HistoryStep, Record, Statement
from onrecord.model.report import Report
from onrecord.model.when import When
from onrecord.record.composed import record_of
from onrecord.record.sql import open_store
from onrecord.record.store import Store
from tests.build import event, figure, found, name, said
from tests.record.test_joining import read
from tests.support import make_report

WEB = "https://port.example/news/kestrel"

TEXTS = (
    "The ferry Kestrel sank off Port Leven on Monday. 42 people were killed. "
    "Dana Reyes met Otto Brandt on Tuesday. “We will open the books,” Dana Reyes said. "
    "Police arrested Otto Brandt in Lowmark.",
    "The ferry Kestrel sank off Port Leven on Monday. 38 people were killed. "
    "Dana Reyes met Otto Brandt on Tuesday. “We will open the books,” Dana Reyes said. "
    "Police arrested Otto Brandt in Lowmark.",
    "The ferry Kestrel sank off Port Leven on Monday. 38 people were killed. "
    "Dana Reyes met Otto Brandt on Thursday. “We will open the books,” Dana Reyes said. "
    "Police arrested Otto Brandt in Lowmark.",
    "The ferry Kestrel sank off Port Leven on Monday. 38 people were killed. "
    "Dana Reyes met Otto Brandt on Thursday. "
    "Rain fell all night.",
)


def a_state(text: str, *, address: str = WEB, published: str = "2026-03-10") -> tuple[Report, Found]:
    report = make_report(text, address=address, published=published)
    reyes, brandt = name(report, "Dana Reyes"), name(report, "Otto Brandt")
    held: list[Any] = [reyes, brandt]
    sank = "The ferry Kestrel sank off Port Leven on Monday"
    held.append(event(report, sank, "sank", day="2026-03-09", sort="sinking", type=None))
    toll = text.split(" people")[0].rsplit(" ", 1)[-1]
    held.append(figure(report, toll, f"{toll} people were killed", float(toll), float(toll)))
    day = "Thursday" if "Thursday" in text else "Tuesday"
    held.append(
        event(
            report, f"Dana Reyes met Otto Brandt on {day}", "met", reyes, brandt,
            day="2026-03-12" if day == "Thursday" else "2026-03-10",
        )
    )  # fmt: skip
    if "books" in text:
        held.append(said(report, "We will open the books", reyes))
    if "arrested" in text:
        arrest = "Police arrested Otto Brandt in Lowmark"
        held.append(event(report, arrest, "arrested", brandt, day="2026-03-09", sort="arrest", type="COERCE"))
    return report, found(*held)


STATES = tuple(map(a_state, TEXTS))
IDS = tuple(report.id for report, _ in STATES)


@contextmanager
def desk(*reports: tuple[Report, Found]) -> Iterator[Store]:
    store = open_store("sqlite://")
    try:
        read(store, [[each] for each in reports])
        yield store
    finally:
        store.close()


def event_of(record: Record, words: str) -> Event:
    return next(e for e in record.events if words in e.label)


def told(step: HistoryStep) -> tuple[str, str, str | None, str | None]:
    """Return what a step did, by which state, from what to what."""
    was, now = (p.text if p is not None else None for p in (step.was, step.now))
    return step.what, step.report, was, now


def revisions(line: Event | Statement | Figure) -> list[tuple[str, str, str | None, str | None]]:
    return [told(step) for step in line.history if step.was is not None]


def test_every_line_that_changed_says_by_which_report_from_what_to_what() -> None:
    with desk(*STATES) as store:
        record = record_of(store)
    assert revisions(event_of(record, "sank")) == []
    (dead,) = record.figures
    assert revisions(dead) == [("changes", IDS[1], "42", "38")]
    assert [(r.printed, r.standing) for r in dead.readings] == [("42", "withdrawn"), ("38", "one-origin")]
    assert dead.readings[1].replaces == dead.readings[0].id
    assert revisions(event_of(record, "met")) == [("changes", IDS[2], "Tuesday", "Thursday")]
    arrest = event_of(record, "arrested")
    assert arrest.standing == "withdrawn"
    assert revisions(arrest) == [("withdraws", IDS[3], "Police arrested Otto Brandt in Lowmark", None)]
    (statement,) = record.statements
    assert statement.standing == "withdrawn"
    assert revisions(statement) == [("withdraws", IDS[3], "We will open the books", None)]


def stamped(state: tuple[Report, Found], day: int) -> tuple[Report, Found]:
    when = When(edtf=f"2026-03-{day}", basis="stated", printed=f"updated March {day}")
    return replace(state[0], updated=when), state[1]


def test_every_line_that_changed_says_when() -> None:
    from onrecord.views.lookup import Lookup
    from onrecord.views.revised import revision_marks
    from onrecord.views.why import why

    with desk(STATES[0], *(stamped(state, 10 + n) for n, state in enumerate(STATES[1:], start=1))) as store:
        record = record_of(store)
        arrest = why(store, event_of(record, "arrested").id)
    lookup = Lookup(record)
    by = "by the revision of Port Leven Courier of"
    kinds = (record.events, record.statements, record.figures)
    histories = [line.history for lines in kinds for line in lines]
    assert [mark for history in histories for mark in revision_marks(history, lookup)] == [
        f"changed {by} 12 March: from “Tuesday” to “Thursday”",
        f"withdrawn {by} 13 March",
        f"withdrawn {by} 13 March",
        f"changed {by} 11 March: from “42” to “38”",
    ]
    told = next(part.lines for part in arrest.parts if part.heading == "Report by report")
    assert [line.partition("] ")[2] for line in told] == [
        "Port Leven Courier, 10 March, tells it first",
        "the revision of Port Leven Courier of 13 March withdraws it: "
        "“Police arrested Otto Brandt in Lowmark”",
    ]


def test_what_was_withdrawn_leads_to_the_words_of_the_state_that_had_them() -> None:
    with desk(*STATES) as store:
        record = record_of(store)
    arrest = event_of(record, "arrested")
    assert [support.span.report for support in arrest.support] == [IDS[2]]
    assert set(IDS) == {line.report.id for line in record.reports}
    brandt = next(e.id for e in record.entities if e.name == "Otto Brandt")
    assert [p.entity for p in arrest.participants] == [brandt]
    assert {m.report for e in record.entities for m in e.mentions} == {IDS[3]}


@pytest.mark.parametrize("read_first", [(0, 1), (0, 2), (1, 3)], ids=["toll", "two-changes", "three"])
def test_states_that_were_never_read_are_not_missed(read_first: Sequence[int]) -> None:
    with desk(*(STATES[i] for i in read_first)) as store:
        record = record_of(store)
    assert {line.report.id for line in record.reports} == {IDS[i] for i in read_first}
    assert all(step.report == IDS[read_first[1]] for e in record.events for step in e.history if step.was)


def test_what_stands_is_as_if_no_earlier_state_had_been_read() -> None:
    with desk(*STATES) as store, desk(STATES[3]) as fresh:
        revised, plain = record_of(store), record_of(fresh)
    standing = [replace(e, history=()) for e in revised.events if e.standing != "withdrawn"]
    assert standing == [replace(e, history=()) for e in plain.events]
    assert [r for f in revised.figures for r in f.readings if r.standing != "withdrawn"] == [
        replace(r, replaces=r.replaces if r.replaces else revised.figures[0].readings[0].id)
        for f in plain.figures
        for r in f.readings
    ]
    assert revised.stories[0].reports == plain.stories[0].reports


def test_what_another_outlet_still_tells_is_not_withdrawn() -> None:
    other = a_state(TEXTS[0], address="https://tide.example/7", published="2026-03-11")
    other = (replace(other[0], outlet="The Tide"), other[1])
    with desk(*STATES, other) as store:
        record = record_of(store)
    arrest = event_of(record, "arrested")
    assert arrest.standing != "withdrawn"
    assert revisions(arrest) == [("withdraws", IDS[3], "Police arrested Otto Brandt in Lowmark", None)]
    assert [support.span.report for support in arrest.support] == [other[0].id]


def test_a_claim_that_comes_back_was_never_withdrawn() -> None:
    with desk(STATES[0], STATES[3], a_state(TEXTS[0] + " More follows.")) as store:
        record = record_of(store)
    assert all(event.standing != "withdrawn" for event in record.events)
    assert all(
        reading.standing != "withdrawn" for f in record.figures for reading in f.readings if reading.low == 42
    )


def test_an_id_of_an_earlier_state_leads_to_what_stands_now() -> None:
    from onrecord.views.belonging import find

    with desk(*STATES) as store:
        record = record_of(store)
        met = event_of(record, "met")
        for state in STATES:
            first = next(e for e in state[1].events if e.sort == "meeting")
            assert find(store, first.id).thing == met
            arrests = [e for e in state[1].events if e.sort == "arrest"]
            assert all(find(store, e.id).thing == event_of(record, "arrested") for e in arrests)


def test_a_ruling_on_what_is_taken_back_later_holds() -> None:
    with desk(*STATES[:3]) as store:
        judge(store, "wrong", [e.id for e in STATES[2][1].events if e.sort == "arrest"], by="a reader")
        read(store, [[STATES[3]]])
        record = record_of(store)
        assert all("arrested" not in e.label for e in record.events)
        assert record.problems == ()
