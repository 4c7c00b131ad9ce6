"""Charts show what the record holds, each number with its giver; nothing in them acts."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.record import Copies, CopyShare, Figure, Reading, Record
from onrecord.model.report import Report
from onrecord.views.lookup import Lookup
from onrecord.views.plots.coverage import coverage
from onrecord.views.plots.histories import History, history
from onrecord.views.plots.scale import Scale, day_ticks, number_ticks, number_words
from onrecord.web.rendering import Rendering
from tests.support import make_report
from tests.views.made import BEACON, GUILD, OFFICE, a_record, support, when

PAGE = '{% import "plots.html" as plots %}{{ plots.coverage(cover, "c") }}{{ plots.history(course) }}'


def reports_of(*told: tuple[str, str | None]) -> list[Report]:
    """Return reports: outlet and day of each."""
    return [
        make_report(f"Report {number}.", outlet=outlet, published=day, address=f"{number}.txt")
        for number, (outlet, day) in enumerate(told)
    ]


def of(reports: list[Report], *copies: Copies) -> Record:
    """Return a record of nothing but reports."""
    line = a_record().reports[0]
    return Record(
        made_at="2026-03-12T00:00:00Z",
        as_of=None,
        as_read=None,
        versions=(),
        reports=tuple(replace(line, report=report) for report in reports),
        copies=copies,
    )


def reading(printed: str, low: float | None, high: float | None, **more: object) -> Reading:
    """Return a reading that rests on the made record's own words."""
    beacon = BEACON
    fields: dict[str, object] = {"hedge": "exact", "as_of": None, "by": (), **more}
    by = fields.pop("by")
    return Reading(
        id=f"f-{printed}-{fields['as_of']}",
        printed=printed,
        low=low,
        high=high,
        replaces=None,
        support=support(beacon, "At least 40 boats stayed in port", by=by),  # type: ignore[arg-type]
        **fields,  # type: ignore[arg-type]
    )


def course_of(*readings: Reading) -> History | None:
    figure = Figure(
        id="f-boats", formerly=(), counts="boats in port", unit="boats", event=None, part_of=None, since=None,
        readings=readings,
    )  # fmt: skip
    return history(figure, Lookup(a_record()))


def test_copies_stand_apart_from_reports_in_an_outlets_own_words() -> None:
    reports = reports_of(
        ("Post", "2026-03-01"), ("Star", "2026-03-01"), ("Star", "2026-03-02"), ("Post", None)
    )
    copies = Copies(
        id="c",
        original=reports[0].id,
        reports=tuple(CopyShare(report=report.id, share=0.9) for report in reports[:2]),
        reason="by hand",
    )
    found = coverage(of(reports, copies))
    assert found is not None
    assert {(cell.when, cell.outlet): (cell.own, cell.copied) for cell in found.table} == {
        ("1 March 2026", "Post"): (1, 0),
        ("1 March 2026", "Star"): (0, 1),
        ("2 March 2026", "Star"): (1, 0),
        ("day not known", "Post"): (1, 0),
    }
    assert found.undated == 1
    assert found.words == "3 reports, 1 copy, 1 March 2026 to 2 March 2026"


def test_of_copies_without_a_known_original_the_first_is_no_copy() -> None:
    reports = reports_of(("Post", "2026-03-02"), ("Star", "2026-03-01"))
    copies = Copies(
        id="c",
        original=None,
        reports=tuple(CopyShare(report=report.id, share=0.9) for report in reports),
        reason="by hand",
    )
    found = coverage(of(reports, copies))
    assert found is not None
    assert [(cell.outlet, cell.own, cell.copied) for cell in found.table] == [("Star", 1, 0), ("Post", 0, 1)]


@pytest.mark.parametrize(("days", "size"), [(20, "day"), (100, "week"), (900, "month")])
def test_bars_stand_for_days_weeks_or_months(days: int, size: str) -> None:
    last = date(2026, 1, 1) + timedelta(days=days)
    found = coverage(of(reports_of(("Post", "2026-01-01"), ("Post", last.isoformat()))))
    assert found is not None
    assert found.each == size


def test_one_report_makes_no_chart() -> None:
    assert coverage(of(reports_of(("Post", "2026-03-01"), ("Star", None)))) is None


def test_many_outlets_share_the_last_row_and_the_table_has_them_all() -> None:
    found = coverage(of(reports_of(*((f"Outlet {number}", "2026-03-01") for number in range(40)))))
    assert found is not None
    assert len(found.rows) == 14
    assert found.rows[-1].name == "27 other outlets"
    assert len(found.table) == 40


@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=60), st.dates(date(1800, 1, 1), date(2200, 1, 1))), max_size=30
    )
)
def test_every_report_is_counted_and_every_bar_is_on_the_paper(told: list[tuple[str, date]]) -> None:
    found = coverage(of(reports_of(*((outlet, day.isoformat()) for outlet, day in told))))
    assert (found is None) == (len(told) < 2)
    if found is not None:
        assert sum(cell.own + cell.copied for cell in found.table) == len(told)
        for row in found.rows:
            for bar in row.bars:
                assert 0 <= bar.x <= found.width
                assert 0 <= row.y - bar.own - bar.copied <= found.height


def test_a_reading_keeps_its_hedge_giver_and_day() -> None:
    found = course_of(
        reading("at least 40", 40, None, hedge="at-least", by=(OFFICE.id,), as_of=when("2026-06-02")),
        reading("about 60", 60, 60, hedge="about", by=(GUILD.id,)),
        reading("50 to 70", 50, 70, hedge="between", by=(GUILD.id,), as_of=when("2026-06-06")),
    )
    assert found is not None
    first, second, third = found.points
    assert (first.open, first.dated, first.loose) == ("up", True, False)
    assert (second.open, second.dated, second.loose) == ("", False, True)
    assert third.to < third.y
    assert first.words == "at least 40, according to harbour office, as of 2 June"
    assert second.words == "about 60, according to fishers’ guild, in a report of 3 June"
    assert [row.range for row in found.table] == ["40 to open", "60", "50 to 70"]


def test_no_number_of_a_withdrawn_reading_is_drawn_and_its_row_says_so() -> None:
    found = course_of(
        reading("40", 40, 40, as_of=when("2026-06-02")),
        reading("400", 400, 400, as_of=when("2026-06-03"), standing="withdrawn"),
        reading("50", 50, 50, as_of=when("2026-06-04")),
    )
    assert found is not None
    assert len(found.points) == 2
    assert [row.mark for row in found.table] == ["", "withdrawn", ""]


@pytest.mark.parametrize(
    "readings",
    [
        pytest.param((), id="none"),
        pytest.param((reading("40", 40, 40),), id="one"),
        pytest.param((reading("40", 40, 40), reading("40", 40, 40, as_of=when("2026-06-09"))), id="the-same"),
        pytest.param((reading("40", 40, 40), reading("dozens", None, None)), id="no-number"),
        pytest.param((reading("40", 40, 40), reading("x", 1e300, 1e300)), id="a-misprint"),
    ],
)
def test_what_has_no_course_is_not_drawn(readings: tuple[Reading, ...]) -> None:
    assert course_of(*readings) is None


@given(
    st.lists(
        st.tuples(st.floats(-1e12, 1e12), st.floats(0, 1e9), st.dates(date(1900, 1, 1), date(2100, 1, 1))),
        max_size=12,
    )
)
def test_every_point_is_on_the_paper(given_: list[tuple[float, float, date]]) -> None:
    found = course_of(
        *(reading(f"{low}", low, low + more, as_of=when(day.isoformat())) for low, more, day in given_)
    )
    for point in found.points if found is not None else ():
        assert 0 <= point.x <= 400
        assert 0 <= min(point.y, point.to) <= max(point.y, point.to) <= 170


@given(st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=20))
def test_ticks_hold_all_numbers_between_them(values: list[float]) -> None:
    ticks = number_ticks(values)
    slack = 1e-6 * max(1.0, *(abs(value) for value in values))
    assert ticks[0] <= min(values) + slack
    assert ticks[-1] >= max(values) - slack
    assert 2 <= len(ticks) <= 8
    assert all(number_words(tick) for tick in ticks)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 20_000))
def test_days_at_an_axis_stand_in_order(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    scale = Scale(low=first.toordinal(), high=last.toordinal(), start=0, end=100)
    places = [tick.at for tick in day_ticks(first, last, scale)]
    assert places == sorted(places)
    assert 1 <= len(places) <= 4


def test_nothing_that_is_drawn_acts() -> None:
    hostile = "</title><script>alert(1)</script>\u202e<b onload=x>"
    told = [(hostile, "2026-03-01"), ("Post", "2026-03-02")]
    course = course_of(
        reading("40", 40, 40, as_of=when("2026-06-02")),
        reading(hostile, 50, 50, as_of=when("2026-06-04")),
    )
    rendering = Rendering()
    page = rendering._environment.from_string(PAGE).render(
        cover=coverage(of(reports_of(*told))), course=course
    )
    assert "<script" not in page
    assert "<b onload" not in page
    assert "\u202e" not in page
    assert not re.search(r"\sstyle=|\son\w+=\"", page)
    assert page.count("<table") == 2
