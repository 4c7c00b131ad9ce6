"""An evidence sheet to print holds what a reader without the record needs to check a line."""

from collections.abc import Iterator

import pytest

from onrecord.judging import judge
from onrecord.model.annotation import EventMention
from onrecord.record.composed import record_of
from onrecord.record.sql import open_store
from onrecord.record.store import Store
from onrecord.views.why import why
from onrecord.views.why_part import Part, Why
from onrecord.views.why_sheet import SHEET_FORMATS, SheetFormat, as_html_sheet, as_markdown_sheet, as_sheet
from tests.build import event, figure, found, name, said
from tests.record.test_joining import read
from tests.support import make_report

FIRST = (
    "Dana Reyes met Otto Brandt in Port Leven on Monday. 40 people had left. “We <b>stay</b>,” Reyes said."
)
SECOND = "On Monday Dana Reyes met Otto Brandt in Port Leven, officials said. Rain fell all night."


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store("sqlite://")
    one = make_report(FIRST, address="one.txt", headline=None)
    two = make_report(SECOND, address="two.txt", outlet="The Tide", published="2026-03-11")
    for report in (one, two):
        people = (name(report, "Dana Reyes"), name(report, "Otto Brandt"))
        clause = report.text.split(".")[0]
        things = [*people, event(report, clause, "met", *people, day="2026-03-09")]
        if report is one:
            things += [
                figure(report, "40", "40 people had left", 40, 40, head="left", counts="people who left"),
                said(report, "We <b>stay</b>,", people[0]),
            ]
        read(opened, [[(report, found(*things))]])
    yield opened
    opened.close()


def sheet(store: Store, kind: str) -> Why:
    record = record_of(store)
    lines = {
        "event": record.events[0].id,
        "figure": record.figures[0].id,
        "statement": record.statements[0].id,
    }
    return why(store, lines[kind])


def part(found: Why, heading: str) -> Part:
    return next(each for each in found.parts if each.heading.startswith(heading))


def test_each_sentence_stands_with_report_address_voice_origin_and_rule(store: Store) -> None:
    page = as_markdown_sheet(sheet(store, "event"))
    for words in (
        "> **Dana Reyes met Otto Brandt in Port Leven on Monday**.",
        "> **On Monday Dana Reyes met Otto Brandt in Port Leven, officials said**.",
        "one.txt", "two.txt", "in the report's own voice", "no tie to another report found",
        "characters 0 to 50", "hand/1, confidence 0.90", "read as happened: by hand",
    ):  # fmt: skip
        assert words in page, words


def test_the_reports_are_told_with_their_digests_and_how_they_were_compared(store: Store) -> None:
    found = sheet(store, "event")
    reports = part(found, "Reports").lines
    assert [line.split("SHA-256 of its text ")[1] for line in reports] == [
        line.report.sha256 for line in record_of(store).reports
    ]
    (pair,) = part(found, "How the reports were compared").lines
    assert "stories" in pair
    assert " 0.00" not in pair
    made_by = part(found, "Made by").lines
    assert made_by[0].startswith("out of the record of 2 reports")
    assert any(line.startswith("composing ") for line in made_by)
    assert "hand 1" in made_by, "every finder that the sheet names"


def test_only_annotations_of_the_lines_kind_are_its_rules(store: Store) -> None:
    (rule,) = part(sheet(store, "figure"), "Read by these rules").lines
    assert "“40” read as a number of people who left" in rule
    assert sheet(store, "figure").title.endswith(": 40")


def test_a_ruling_stands_on_the_sheet(store: Store) -> None:
    first, second = (e for line in record_of(store).events for e in line.support)
    ids = [mention.id for line in record_of(store).reports for mention in _events(store, line.report.id)]
    judge(store, "same", ids, by="A. Reader", because="one meeting")
    assert first != second
    assert "ruled the same by A. Reader" in as_markdown_sheet(sheet(store, "event"))


def _events(store: Store, report: str) -> tuple[EventMention, ...]:
    with store.view() as view:
        return view.annotations([report])[report].events


def test_what_a_report_prints_is_no_mark_up(store: Store) -> None:
    found = sheet(store, "statement")
    assert "We &lt;b&gt;stay&lt;/b&gt;," in as_html_sheet(found)
    assert "We \\<b\\>stay" in as_markdown_sheet(found)


@pytest.mark.parametrize("form", SHEET_FORMATS)
def test_a_sheet_says_what_it_is_and_asks_no_other_host(store: Store, form: SheetFormat) -> None:
    page = as_sheet(sheet(store, "event"), form)
    assert "It tells what was reported, not whether it is so." in page
    assert "<script" not in page
    assert "src=" not in page
    assert "href=" not in page


def test_where_wordings_differ_all_that_each_report_gives_stands_below() -> None:
    said_so = (
        "We go in with open hands, but not with empty ones",
        "We go in with open hands and not empty ones",
    )
    opened = open_store("sqlite://")
    for number, words in enumerate(said_so):
        report = make_report(
            f"“{words},” Dana Reyes said.", address=f"{number}.txt", outlet=f"Paper {number}"
        )
        speaker = name(report, "Dana Reyes")
        read(opened, [[(report, found(speaker, said(report, words, speaker)))]])
    (parted,) = record_of(opened).differences
    headings = [each.heading for each in why(opened, parted.id).parts]
    assert sum(heading.endswith("all that it gives of it") for heading in headings) == 2
    assert sum(heading.startswith(("[1] “", "[2] “")) for heading in headings) == len(parted.sides)
    opened.close()
