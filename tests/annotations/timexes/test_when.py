"""What the record keeps beside the day: bounds, weekday, zone, anchor; and where nothing is read."""

from dataclasses import replace

import pytest

from onrecord.annotations.parsed import Parsed
from onrecord.annotations.timexes import ANNOTATOR
from onrecord.model.annotation import Found, Timex
from onrecord.model.report import Block, Entry
from onrecord.model.when import When
from tests.support import parsed

TEXT = (
    "The town must be rebuilt by Friday.\n"
    "It has been dark since Monday.\n"
    "The envoy arrived in early March.\n"
    "The plane landed at 10:30 a.m. EST on Tuesday.\n"
    "The bridge fell yesterday."
)


def timexes(report: Parsed) -> dict[str, Timex]:
    return {t.span.of(report.report.text): t for t in ANNOTATOR.find(report, Found())}


@pytest.mark.parametrize(
    ("words", "mod"),
    [("Friday", "before"), ("Monday", "after"), ("early March", "start"), ("yesterday", None)],
)
def test_a_bound_is_kept_with_the_day(words: str, mod: str | None) -> None:
    assert timexes(parsed(TEXT, published="2026-03-11"))[words].when.mod == mod


LIMITS = (
    "The quay caught fire before dawn on Monday.\n"
    "The crew was freed after midnight on Tuesday.\n"
    "The ramp will reopen after 5 p.m. Friday.\n"
    "The bridge must be clear by noon Saturday.\n"
    "Shots were heard early Sunday evening.\n"
    "The mayor resigned earlier Wednesday.\n"
    "The dam was drained earlier last month.\n"
    "The envoy left late Thursday."
)


@pytest.mark.parametrize(
    ("words", "mod"),
    [
        pytest.param("dawn on Monday", None, id="before governs the time of day: the day is certain"),
        pytest.param("midnight on Tuesday", None, id="and so does after"),
        pytest.param("5 p.m. Friday", "after", id="of what is to come the day is a limit only"),
        pytest.param("noon Saturday", "before", id="by a time of day: it may be a day before"),
        pytest.param("early Sunday evening", None, id="early in an evening is not early in a day"),
        pytest.param("earlier Wednesday", None, id="earlier on a day is on that day"),
        pytest.param("earlier last month", None, id="earlier in a month is in that month"),
        pytest.param("late Thursday", "end", id="late on a day holds of the day"),
    ],
)
def test_a_bound_holds_of_the_day_or_is_left_out(words: str, mod: str | None) -> None:
    assert timexes(parsed(LIMITS, published="2026-03-11"))[words].when.mod == mod


def test_a_time_of_day_keeps_its_zone_and_weekday() -> None:
    when = timexes(parsed(TEXT, published="2026-03-11"))["10:30 a.m. EST on Tuesday"].when
    assert (when.zone, when.weekday, when.anchor) == ("-05:00", "Tuesday", "2026-03-11")


def test_a_day_counts_from_the_dated_entry_that_it_stands_in() -> None:
    report = parsed(TEXT, published="2026-03-11")
    start = TEXT.index("The bridge")
    entry = Entry(start=start, end=len(TEXT), when=When(edtf="2026-03-09", basis="stated"))
    live = Parsed(report=replace(report.report, entries=(entry,)), doc=report.doc)
    assert timexes(live)["yesterday"].when.edtf == "2026-03-08"
    assert timexes(live)["Friday"].when.edtf == "2026-03-13"


def test_the_day_of_publication_is_enough_where_it_has_a_time() -> None:
    assert timexes(parsed(TEXT, published="2026-03-11T18:05Z"))["yesterday"].when.edtf == "2026-03-10"


def test_a_report_known_to_its_month_only_resolves_no_days() -> None:
    found = timexes(parsed(TEXT, published="2026-03"))
    assert found["yesterday"].when.edtf is None
    assert found["yesterday"].when.basis == "open"


def test_furniture_is_not_read_and_captions_are() -> None:
    text = "PORT LEVEN, March 9 -\nThe bridge fell on Sunday.\nA picture of March 8, 2026."
    first, second = text.index("The bridge"), text.index("A picture")
    blocks = (
        Block(kind="dateline", start=0, end=first - 1),
        Block(kind="body", start=first, end=second - 1),
        Block(kind="caption", start=second, end=len(text)),
    )
    assert list(timexes(parsed(text, blocks=blocks))) == ["Sunday", "March 8, 2026"]


def test_every_annotation_says_who_found_it() -> None:
    found = timexes(parsed(TEXT, published="2026-03-11"))
    assert {t.finder for t in found.values()} == {ANNOTATOR.finder}
    assert all(t.when.printed == words for words, t in found.items())
