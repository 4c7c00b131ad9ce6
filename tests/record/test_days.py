"""The day of a report that prints no year, worked out from the other reports of its storyline."""

from dataclasses import replace

import pytest

from onrecord.model.annotation import Found, Timex
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.when import Weekday, When
from onrecord.record.days import settle_days
from tests.support import make_report

WEEKDAY = When(edtf=None, basis="open", printed="Tuesday, March 10", weekday="Tuesday")
TOMORROW = When(
    edtf="XXXX-03-13", basis="open", printed="tomorrow, March 14", rule="day-beside-tomorrow",
    reason="it says “tomorrow, March 14”; the year is not told",
)  # fmt: skip
TEXT = "The envoys will meet on Sunday."


def report(text: str, when: When | None) -> Report:
    return replace(make_report(text, published=None), published=when)


def settled(when: When, *others: str) -> When:
    rest = [report(f"Report {number}.", When(edtf=day, basis="stated")) for number, day in enumerate(others)]
    reports, _ = settle_days([report(TEXT, when), *rest], {})
    found = reports[0].published
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("others", "edtf"),
    [
        pytest.param(("2026-03-09",), "2026-03-10", id="a Tuesday in the others' year"),
        pytest.param(("2025-03-09",), None, id="no Tuesday in their year"),
        pytest.param(("2025-12-30", "2026-03-09"), "2026-03-10", id="in one of their years only"),
        pytest.param(("2019-03-09", "2026-03-09"), "2026-03-10", id="in 2019 it was none"),
        pytest.param(("2015-03-09", "2026-03-09"), None, id="in two of their years"),
        pytest.param((), None, id="no others"),
    ],
)
def test_a_weekday_and_day_of_the_month_fix_the_year(others: tuple[str, ...], edtf: str | None) -> None:
    when = settled(WEEKDAY, *others)
    assert (when.edtf, when.basis) == (edtf, "inferred" if edtf else "open")


@pytest.mark.parametrize(
    ("others", "edtf"),
    [
        pytest.param(("2025-03-09", "2025-03-20"), "2025-03-13", id="all of one year, and near"),
        pytest.param(("2025-01-12",), "2025-03-13", id="sixty days off"),
        pytest.param(("2025-01-11",), None, id="farther"),
        pytest.param(("2025-03-09", "2025-06-20"), None, id="one of them far"),
        pytest.param(("2024-12-30", "2025-03-09"), None, id="of two years"),
        pytest.param((), None, id="no others"),
    ],
)
def test_a_day_with_no_weekday_takes_the_year_of_all_the_others(
    others: tuple[str, ...], edtf: str | None
) -> None:
    when = settled(TOMORROW, *others)
    assert when.edtf == (edtf or "XXXX-03-13")
    assert when.basis == ("inferred" if edtf else "open")


def test_the_reason_names_the_words_and_the_others() -> None:
    when = settled(TOMORROW, "2025-03-09")
    assert when.rule == "year-of-the-storyline"
    assert when.reason == (
        "it says “tomorrow, March 14”; the other reports of the storyline are all of 2025, "
        "and within 60 days of 2025-03-13"
    )


@pytest.mark.parametrize(("weekday", "edtf"), [("Thursday", "2025-03-13"), ("Friday", "XXXX-03-13")])
def test_a_weekday_told_beside_it_must_fit(weekday: Weekday, edtf: str) -> None:
    assert settled(replace(TOMORROW, weekday=weekday), "2025-03-09").edtf == edtf


def test_what_the_report_left_open_is_counted_from_its_day() -> None:
    undated = report(TEXT + " The law fell on July 7.", TOMORROW)
    found = Found(
        timexes=(opened(undated, "Sunday", "weekday-future"), opened(undated, "July 7", "last-such-date"))
    )
    other = report("Report.", When(edtf="2025-03-09", basis="stated"))
    _, again = settle_days([undated, other], {undated.id: found})
    assert [timex.when.edtf for timex in again[undated.id].timexes] == ["2025-03-16", "2024-07-07"]


def opened(undated: Report, words: str, rule: str) -> Timex:
    start = undated.text.index(words)
    span = Span(start, start + len(words))
    edtf = "XXXX-07-07" if words == "July 7" else None
    when = When(edtf=edtf, basis="open", printed=words, span=undated.passage(span), rule=rule, reason="r")
    return Timex(
        id=words, report=undated.id, span=span, type="DATE", value="", mod=None, when=when, finder="hand/1",
        confidence=0.9,
    )  # fmt: skip
