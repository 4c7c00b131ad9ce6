"""What an outlet told and then called wrong: the two part, by what was wrong."""

from dataclasses import replace
from typing import Any

import pytest

from onrecord.model.annotation import Found
from onrecord.model.report import Report
from tests.build import event, found
from tests.record.test_corrections import TOLD, WRONG, _day, a_toll, noticed, record_with
from tests.support import make_report

CLOSED = "Firemen closed the Orley bridge in Karrow on Monday."


def closed(text: str, words: str, trigger: str, **options: Any) -> tuple[Report, Found]:
    report = options.pop("made", make_report)(text, **options)
    return report, found(event(report, words, trigger, sort="close", type=None, day="2026-03-09"))


FIRST = closed(CLOSED, CLOSED.rstrip("."), "closed", address="a.txt")


def corrected(right: str, **options: Any) -> tuple[Report, Found]:
    words = "firemen had closed the Orley bridge"
    text = f"Correction: On Monday we wrote that {words}. {right}"
    return closed(text, words, "closed", made=noticed, address="b.txt", published="2026-03-11", **options)


@pytest.mark.parametrize(
    ("right", "kind", "said"),
    [
        ("It was the Tarn bridge that was closed.", "place", ["It was the Tarn bridge that was closed"]),
        ("It was a branch in Leven that closed.", "place", ["It was a branch in Leven that closed"]),
        ("It was policemen who closed it.", "participant", ["It was policemen who closed it"]),
        ("It stayed open all day.", "modality", ["It stayed open all day"]),
        ("That was not so. It stayed open.", "modality", ["That was not so", "It stayed open"]),
    ],
    ids=["another-bridge", "a-branch-somewhere", "others-did", "nothing-was", "called-wrong-first"],
)  # fmt: skip
def test_what_was_put_right_tells_of_what_kind_it_is(right: str, kind: str, said: list[str]) -> None:
    (line,) = record_with(FIRST, corrected(right)).differences
    assert (line.kind, line.verdict) == (kind, "conflict")
    assert [s.span.text for s in line.sides[1].support] == said
    assert line.sides[0].support[0].span.report == FIRST[0].id


def test_a_notice_that_puts_nothing_right_is_no_side() -> None:
    assert record_with(FIRST, corrected("")).differences == ()


def test_another_outlets_notice_parts_from_nobody_by_correcting() -> None:
    report, said = corrected("It stayed open all day.")
    assert record_with(FIRST, (replace(report, outlet="The Tide"), said)).differences == ()


def test_a_number_and_what_happened_are_two_lines() -> None:
    record = record_with(TOLD, WRONG)
    assert sorted(d.kind for d in record.differences) == ["figure", "modality"]
    lines = {line.id for line in (*record.events, *record.figures)}
    assert {d.about for d in record.differences} <= lines


def test_the_day_of_a_thing() -> None:
    text = "Thursday's crash at Mill Bend closed the road."
    report = make_report(text, address="a.txt")
    told = event(report, text, "crash", sort="crash", type=None, day="2026-03-05")
    right = "A report gave the wrong day for the crash at Mill Bend. It happened on March 4."
    notice = noticed(right, address="b.txt", published="2026-03-11")

    timex = Found(timexes=(_day(notice, "March 4", "2026-03-04"),))
    (line,) = record_with((report, found(told)), (notice, timex)).differences
    assert (line.kind, line.sides[1].claim) == ("date", "It happened on March 4")


def test_another_number_takes_nothing_else_back() -> None:
    right = "Correction: A report of March 10 said that Dana Reyes and 42 people died. The number was 40."
    words = "Dana Reyes and 42 people died"
    notice = a_toll(right, 42, words, address="b.txt", published="2026-03-11", made=noticed)
    assert [d.kind for d in record_with(TOLD, notice).differences] == ["figure"]
