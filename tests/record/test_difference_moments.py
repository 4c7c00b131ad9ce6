"""Another day, another hour, another place for one thing."""

from typing import Any

import pytest

from onrecord.model.annotation import Found, Timex
from onrecord.model.ids import make_id
from onrecord.model.report import Report
from onrecord.model.when import When
from onrecord.record.beside import Beside
from onrecord.record.compose import compose
from tests.build import event, found, name, place
from tests.support import make_report

Part = tuple[Report, Found]
Clock = tuple[str, str]

MILL = "The fire in the old mill of Hollin burned down the store and the yard"


def differences(*parts: Part) -> list[tuple[str, str]]:
    ids = [report.id for report, _ in parts]
    record = compose("l", {"s": ids}, [r for r, _ in parts], {r.id: f for r, f in parts}, Beside())
    return [(d.kind, d.verdict) for d in record.differences]


def hour(report: Report, words: str, clock: str) -> Timex:
    span = place(report, words)
    return Timex(
        id=make_id("timex", report.id, span.start, span.end), report=report.id, span=span, type="TIME",
        value=f"2026-03-08T{clock}", mod=None, when=When(edtf=None, basis="open", reason="by hand"),
        finder="hand/1", confidence=0.9,
    )  # fmt: skip


def told(address: str, text: str, *, on: str = "2026-03-09", town: str = "", **more: Any) -> Part:
    """Return a report that tells of a fire on March 8, or whatever else its fields say."""
    clock: Clock | None = more.pop("clock", None)
    report = make_report(f"{text}.", address=address, published=on)
    where = name(report, town, kind="place") if town else None
    trigger = more.pop("trigger", "fire")
    fields = {"sort": "fire", "type": None, "day": "2026-03-08", **more}
    of = event(report, text, trigger, place=where.id if where else None, **fields)
    return report, Found(
        mentions=(where,) if where else (),
        events=(of,),
        timexes=(hour(report, *clock),) if clock else (),
    )


NOON, SIX, SEVEN, TWO = ("noon", "12:00"), ("6:40 p.m.", "18:40"), ("7:10 p.m.", "19:10"), ("2 p.m.", "14:00")
LATER = ("12:20 p.m.", "12:20")
HOURS = [
    pytest.param("shortly after noon", NOON, "at about 2 p.m.", TWO, True, id="apart"),
    pytest.param("shortly after noon", NOON, "at 12:20 p.m.", LATER, False, id="shortly-after"),
    pytest.param("at about noon", NOON, "at 12:20 p.m.", LATER, False, id="about"),
    pytest.param("at 6:40 p.m.", SIX, "at 7:10 p.m.", SEVEN, True, id="half-an-hour"),
    pytest.param("by noon", NOON, "at 7:10 p.m.", SEVEN, False, id="a-bound-is-no-hour"),
]


@pytest.mark.parametrize(("first", "one", "second", "other", "apart"), HOURS)
def test_two_hours_of_one_thing_are_a_conflict(
    first: str, one: Clock, second: str, other: Clock, apart: bool
) -> None:
    parts = told("a", f"{MILL} {first}", clock=one), told("b", f"{MILL} {second}", clock=other)
    assert differences(*parts) == ([("date", "conflict")] if apart else [])


def test_a_list_of_fires_gives_no_hour_of_one() -> None:
    other = "Another fire in Marl burned down a shed at 9:05 p.m"
    report = make_report(f"{MILL} at 6:40 p.m. {other}.", address="a")
    events = [
        event(report, f"{MILL} at 6:40 p.m.", "The fire", sort="fire", type=None, day="2026-03-08"),
        event(report, other, "Another fire", sort="fire", type=None, day="2026-03-08"),
    ]
    hours = hour(report, *SIX), hour(report, "9:05 p.m", "21:05")
    second = told("b", f"{MILL} at 7:10 p.m.", clock=SEVEN)
    assert differences((report, Found(events=tuple(events[:1]), timexes=hours)), second) == [
        ("date", "conflict")
    ]
    assert differences((report, Found(events=tuple(events), timexes=hours)), second) == []


DAYS = [
    pytest.param("fire", "2026-03-07", True, id="a-fire-of-the-day-before"),
    pytest.param("fire", "2026-02-20", False, id="another-fire-weeks-before"),
    pytest.param("meeting", "2026-03-07", False, id="people-meet-again-the-next-day"),
]


@pytest.mark.parametrize(("sort", "day", "apart"), DAYS)
def test_what_comes_once_cannot_be_of_two_days(sort: str, day: str, apart: bool) -> None:
    lines = differences(told("a", MILL, sort=sort), told("b", MILL, sort=sort, day=day))
    assert lines == ([("date", "conflict")] if apart else [])


PLACES = [
    pytest.param("Milldam Street", "Cooper Street", "", True, id="two-streets"),
    pytest.param("Milldam Street", "Milldam Street", "", False, id="one-street"),
    pytest.param("Milldam Street", "Cooper Hall", "", False, id="a-hall-may-be-in-a-street"),
    pytest.param("St John's Hall", "St Johns Hall", "", False, id="one-hall-spelt-otherwise"),
    pytest.param("Hollin", "Marl", "", False, id="a-town-may-be-in-a-county"),
    pytest.param("Hollin", "Marl", " Marl, in Hollin, lies low.", False, id="a-town-in-a-county"),
]


@pytest.mark.parametrize(("first", "second", "beside", "apart"), PLACES)
def test_one_thing_is_not_in_two_places(first: str, second: str, beside: str, apart: bool) -> None:
    text = "A fire destroyed a bakery and two shops of a baker in"
    one = told("a", f"{text} {first}", town=first)
    report, of = told("b", f"{text} {second}.{beside}"[: -1 if beside else None], town=second)
    clause = event(
        report, f"{text} {second}", "fire", sort="fire", type=None, day="2026-03-08", place=of.mentions[0].id
    )
    assert differences(one, (report, found(*of.mentions, clause))) == (
        [("place", "conflict")] if apart else []
    )


def test_a_plan_told_for_another_place_on_a_later_day_has_moved() -> None:
    plan: dict[str, Any] = {"sort": "meeting", "trigger": "talks", "modality": "planned", "day": "2026-03-12"}
    text = "The talks of the two fleets on herring quotas will be held in"
    first = told("a", f"{text} Marl", town="Marl", **plan)
    later = told("b", f"{text} Kellow", town="Kellow", on="2026-03-10", **plan)
    assert differences(first, later) == [("place", "update")]


CAME = [
    pytest.param("2026-03-13", "2026-03-14", [("date", "update")], id="a-day-later"),
    pytest.param("2026-03-11", "2026-03-14", [("date", "conflict")], id="a-day-earlier-nobody-put-it-off"),
    pytest.param("2026-03-08", "2026-03-14", [], id="before-the-plan-was-told-it-is-another"),
    pytest.param("2026-03-12", "2026-03-14", [], id="as-planned"),
    pytest.param("2026-03-28", "2026-03-29", [], id="weeks-later-it-is-another"),
    pytest.param("2026-03", "2026-03-14", [], id="some-time-in-the-month"),
]


@pytest.mark.parametrize(("day", "on", "kinds"), CAME)
def test_what_came_on_another_day_than_planned(day: str, on: str, kinds: list[tuple[str, str]]) -> None:
    recount: dict[str, Any] = {"sort": "vote count", "trigger": "recount"}
    plan = told(
        "a",
        "A recount of the votes in all wards will be held",
        day="2026-03-12",
        modality="planned",
        **recount,
    )
    came = told("b", "A recount of the votes in all wards was held", day=day, on=on, **recount)
    assert differences(plan, came) == kinds


TRIALS = [
    pytest.param("Vera Dunmore", [("date", "conflict")], id="of-whom-both-reports-name"),
    pytest.param("Otto Marl", [], id="of-another"),
]


@pytest.mark.parametrize(("accused", "kinds"), TRIALS)
def test_the_trial_of_somebody_is_one_within_days(accused: str, kinds: list[tuple[str, str]]) -> None:
    trial: dict[str, Any] = {"sort": "trial", "type": None}
    first = make_report(
        "Vera Dunmore was seen in Marl. The trial is to open.", address="a", published="2026-03-09"
    )
    plan = event(first, "The trial is to open", "open", modality="planned", day="2026-03-12", **trial)
    later = make_report(f"{accused} went on trial.", address="b", published="2026-03-14")
    who = name(later, accused)
    came = event(later, f"{accused} went on trial", "trial", who, day="2026-03-11", **trial)
    parts = (first, found(name(first, "Vera Dunmore"), plan)), (later, found(who, came))
    assert differences(*parts) == kinds


def test_what_one_report_tells_of_as_two_are_two() -> None:
    text = "fire destroyed a bakery and two shops of a baker"
    both = make_report(f"A {text} by noon. Another {text} by dusk.", address="a")
    first, second = (
        event(both, f"{which} {text}", f"{which} fire", sort="fire", type=None, day=day)
        for which, day in (("A", "2026-03-07"), ("Another", "2026-03-08"))
    )
    other = told("b", f"A {text}", day="2026-03-08")
    assert differences((both, found(first)), other) == [("date", "conflict")]
    assert differences((both, found(first, second)), other) == []
