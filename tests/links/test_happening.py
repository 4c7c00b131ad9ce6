"""Which day a report tells of."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.links.happening import days_of, leading_sort
from onrecord.model.annotation import Found, Timex
from onrecord.model.report import Report
from onrecord.model.when import When
from tests.build import event, place
from tests.support import make_report


def timex(report: Report, words: str, value: str, basis: Any = "resolved") -> Timex:
    return Timex(
        id=f"{words}{value}",
        report=report.id,
        span=place(report, words),
        type="DATE",
        value=value,
        mod=None,
        when=When(edtf=value[:10], basis=basis, printed=words),
        finder="hand/1",
        confidence=0.9,
    )


def test_the_day_of_the_happening_comes_before_that_of_the_statement() -> None:
    report = make_report("A coach overturned Sunday at 9 p.m. near Marlby. Police said Tuesday it was wet.")
    days = days_of(
        report,
        Found(timexes=(timex(report, "Sunday", "2026-03-08T21:00"), timex(report, "Tuesday", "2026-03-10"))),
    )
    assert days[0][0] == date(2026, 3, 8)


def test_the_day_of_the_arrest_is_not_that_of_the_shooting() -> None:
    text = "A man was arrested and charged on Monday. The shooting on March 2 at 9 p.m. hurt two people."
    report = make_report(text)
    shooting = event(
        report, text.split(". ")[1], "shooting", sort="shooting", type="ASSAULT", day="2026-03-02"
    )
    named = (timex(report, "Monday", "2026-03-09"), timex(report, "March 2", "2026-03-02"))
    assert days_of(report, Found(timexes=named, events=(shooting,)))[0][0] == date(2026, 3, 2)


def test_a_day_still_to_come_is_none_of_a_happening() -> None:
    report = make_report("The hearing is set for March 20.")
    assert days_of(report, Found(timexes=(timex(report, "March 20", "2026-03-20"),))) == ()


def test_a_report_without_a_day_has_none() -> None:
    assert days_of(make_report("A coach overturned."), Found()) == ()


def test_the_sort_told_first_and_most_leads() -> None:
    report = make_report("They met. They met again. They voted.")
    told = [
        event(report, "They met.", "met"),
        event(report, "They met again.", "met again"),
        event(report, "They voted.", "voted", sort="vote", type=None),
    ]
    assert leading_sort(told) == "meeting"
    assert leading_sort([]) is None


@settings(deadline=None)
@given(st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), max_size=6))
def test_probabilities_stay_probabilities(days: list[date]) -> None:
    report = make_report("On that day a coach overturned near Marlby.")
    found = Found(timexes=tuple(timex(report, "that day", day.isoformat()) for day in days))
    shares = [share for _, share in days_of(report, found)]
    assert sum(shares) <= 1.05
    assert shares == sorted(shares, reverse=True)
