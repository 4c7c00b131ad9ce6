"""What becomes of plans, and which events are parts of which."""

from dataclasses import replace
from typing import Any

import pytest

from onrecord.model.annotation import Found
from onrecord.model.record import Event
from onrecord.model.report import Report
from onrecord.record.beside import Beside
from onrecord.record.compose import compose
from tests.build import event, found, name
from tests.support import make_report


def told(on: str, text: str, trigger: str, **more: Any) -> tuple[Report, Found]:
    """Return a report of one day that tells one event of Dana Reyes."""
    report = make_report(text, address=f"{on}-{trigger}.txt", published=on)
    people = (name(report, "Dana Reyes"),) if "Dana Reyes" in text else ()
    fields = {"sort": "march", "type": None, **more}
    return report, found(*people, event(report, text, trigger, *people, **fields))


def events(*parts: tuple[Report, Found]) -> tuple[Event, ...]:
    ids = [report.id for report, _ in parts]
    return compose("l", {"s": ids}, [r for r, _ in parts], {r.id: f for r, f in parts}, Beside()).events


PLAN = told(
    "2026-03-02", "Dana Reyes will lead a march to the mill.", "march", day="2026-03-07", modality="planned"
)
LATER = told("2026-04-20", "Nothing new.", "new", sort="other")

OUTCOMES = [
    (
        told("2026-03-08", "Dana Reyes led the march on Saturday.", "march", day="2026-03-07"),
        "held",
        "its own day, sort and people",
    ),
    (
        told("2026-03-05", "Dana Reyes led the march.", "march", day="2026-03-04"),
        "no-report",
        "another day is another march",
    ),
    (
        told("2026-03-08", "Otto Brandt won a prize.", "prize", day="2026-03-07", sort="award"),
        "no-report",
        "another sort on the day",
    ),
    (
        told(
            "2026-03-05", "The march of Dana Reyes has been called off.", "march",
            modality="planned", outcome="called-off",
        ),
        "called-off",
        "told so later",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("other", "state", "why"), OUTCOMES, ids=[row[2] for row in OUTCOMES])
def test_the_outcome_of_a_plan(other: tuple[Report, Found], state: str, why: str) -> None:
    plan = next(e for e in events(PLAN, other, LATER) if e.modality == "planned")
    assert plan.outcome is not None
    assert plan.outcome.state == state, why


def test_a_plan_is_pending_until_its_day_has_passed() -> None:
    (plan,) = events(PLAN)
    assert plan.outcome is not None
    assert plan.outcome.state == "pending"


def test_a_plan_without_a_day_is_pending_for_two_weeks() -> None:
    plan = told("2026-03-02", "Dana Reyes will lead a march.", "march", modality="planned")
    soon, late = (told(day, "Nothing new.", "new", sort="other") for day in ("2026-03-10", "2026-04-01"))
    states = [events(plan, other)[0].outcome for other in (soon, late)]
    assert [outcome.state for outcome in states if outcome is not None] == ["pending", "no-report"]


def test_of_what_nobody_is_to_do_on_no_day_nothing_is_said() -> None:
    forecast = told("2026-03-02", "The price of grain will fall.", "fall", modality="planned", sort="fall")
    assert events(forecast)[0].outcome is None


@pytest.mark.parametrize(
    ("sort", "state"),
    [("demand", None), ("threat", None), ("march", "no-report")],
    ids=["a demand", "a threat", "what is to be done"],
)
def test_no_silence_is_told_of_what_is_only_to_be_said(sort: str, state: str | None) -> None:
    text = "Dana Reyes will stand up for the mill on Saturday."
    plan = told("2026-03-02", text, "stand", day="2026-03-07", modality="planned", sort=sort)
    outcome = events(plan, LATER)[0].outcome
    assert (outcome.state if outcome is not None else None) == state


def test_a_report_that_tells_a_plan_again_may_tell_what_came_of_it() -> None:
    text = "Dana Reyes was to lead a march to the mill. At the mill they spoke of the march of Dana Reyes."
    again = told("2026-03-10", text, "march", day="2026-03-07", modality="planned")
    plan = next(e for e in events(PLAN, again, LATER) if e.modality == "planned")
    assert {s.span.report for s in plan.support} == {PLAN[0].id, again[0].id}
    assert plan.outcome is None


def test_of_words_that_deny_one_thing_and_announce_another_nothing_is_said() -> None:
    text = "The mill will not close in May after all, but will lay off 20 people."
    report = make_report(text, address="mixed.txt", published="2026-03-02")
    both = found(
        event(report, text, "close", sort="closing", modality="denied", type=None),
        event(report, text, "lay off", sort="layoffs", modality="planned", type=None),
    )
    assert [e.outcome for e in events((report, both))] == [None, None]


@pytest.mark.parametrize(("where", "state"), [("Lower Brisk", "held"), ("Upper Brisk", None)])
def test_what_is_told_of_another_place_is_not_what_was_planned(where: str, state: str | None) -> None:
    told_of = []
    for on, text, town, modality in (
        ("2026-03-02", "A march is to go through Lower Brisk.", "Lower Brisk", "planned"),
        ("2026-03-08", f"A march went through {where}.", where, "happened"),
    ):
        report = make_report(text, address=f"{on}.txt", published=on)
        place = name(report, town, kind="place")
        fields: dict[str, Any] = {"sort": "march", "type": None, "modality": modality, "place": place.id}
        told_of.append((report, found(place, event(report, text, "march", day="2026-03-07", **fields))))
    plan = next(e for e in events(*told_of, LATER) if e.modality == "planned")
    assert (plan.outcome.state if plan.outcome is not None else None) == state


def test_something_else_on_the_day_of_a_plan_with_its_people_may_be_what_came_of_it() -> None:
    plan = told(
        "2026-03-02", "Dana Reyes will lead a march to the old mill.", "march", day="2026-03-07",
        modality="planned",
    )  # fmt: skip
    other = told(
        "2026-03-08", "At the mill Dana Reyes was cheered.", "cheered", day="2026-03-07", sort="applause"
    )
    assert next(e for e in events(plan, other, LATER) if e.modality == "planned").outcome is None


@pytest.mark.parametrize(
    ("on", "text", "day", "is_it"),
    [
        ("2026-03-08", "The march went to the mill on Saturday.", "2026-03-07", True),
        ("2026-03-02", "A march went to the mill on Saturday.", "2026-03-07", False),
        ("2026-03-08", "A march went to the mill.", None, False),
        ("2026-03-08", "Dana Reyes led a march to the mill.", None, True),
    ],
    ids=["on its day, told later", "not told later", "on no day, of nobody", "by who could do it"],
)
def test_what_could_be_came_about(on: str, text: str, day: str | None, is_it: bool) -> None:
    plan = told(
        "2026-03-02", "Dana Reyes could lead a march to the mill on Saturday.", "march", day="2026-03-07",
        modality="possible",
    )  # fmt: skip
    real = told(on, text, "march", day=day)
    outcome = next(e for e in events(plan, real, LATER) if e.modality == "possible").outcome
    assert (outcome is not None and outcome.state == "held") == is_it


def test_of_two_things_that_could_be_the_one_that_is_named_came_about() -> None:
    walk = told(
        "2026-03-01", "Dana Reyes could walk to the quay on Sunday.", "walk", day="2026-03-08",
        modality="possible",
    )  # fmt: skip
    march = told(
        "2026-03-02", "Dana Reyes could lead a march to the mill on Saturday.", "march", day="2026-03-07",
        modality="possible",
    )  # fmt: skip
    real = told("2026-03-08", "Dana Reyes led a march to the mill.", "march")
    could_be = [e for e in events(walk, march, real, LATER) if e.modality == "possible"]
    assert [e.outcome.state if e.outcome is not None else None for e in could_be] == [None, "held"]


def test_the_words_of_a_demand_do_not_tell_that_it_was_met() -> None:
    text = "The bank was forced to ask Dana Reyes to lend it 20 million."
    report = make_report(text, address="asked.txt", published="2026-03-02")
    who = name(report, "Dana Reyes")
    day = {"day": "2026-03-02", "type": None}
    both = found(
        who,
        event(report, text[:-1], "ask", who, sort="loan", **day),
        event(report, text[:-1], "lend", who, sort="loan", modality="demanded", **day),
    )
    demand = next(e for e in events((report, both)) if e.modality == "demanded")
    assert demand.outcome is None


@pytest.mark.parametrize(("year", "is_it"), [("2026", True), ("1989", False)])
def test_what_came_in_an_old_year_is_not_what_was_planned(year: str, is_it: bool) -> None:
    plan = told(
        "2026-03-02", "Dana Reyes will lead a march to the mill in Brisk.", "march", modality="planned"
    )
    real = told("2026-03-08", f"In {year} Dana Reyes led the march to the mill in Brisk.", "march")
    outcome = next(e for e in events(plan, real) if e.modality == "planned").outcome
    assert (outcome is not None and outcome.state == "held") == is_it


def test_a_demand_that_was_met_is_held_and_one_that_was_not_says_nothing() -> None:
    sort = {"sort": "resignation"}
    demand = told(
        "2026-03-02", "The union wants Dana Reyes to resign.", "resign", modality="demanded", **sort
    )
    met = told("2026-03-09", "Dana Reyes resigned on Sunday.", "resigned", day="2026-03-08", **sort)
    both = next(e for e in events(demand, met) if e.modality == "demanded")
    assert both.outcome is None or both.outcome.state == "held"
    assert events(demand)[0].outcome is None


def test_the_dead_are_part_of_the_crash_they_died_in() -> None:
    crash = told("2026-03-02", "A bus crashed on Sunday.", "crashed", sort="crash", day="2026-03-01")
    dead = told("2026-03-03", "Two people died.", "died", sort="deaths")
    whole, part = sorted(events(crash, dead), key=lambda e: e.label)
    assert part.part_of == whole.id


def test_of_two_crashes_the_dead_are_part_of_neither_that_is_not_told() -> None:
    one = told("2026-03-02", "A bus crashed on Sunday.", "crashed", sort="crash", day="2026-03-01")
    two = told("2026-03-04", "A tram crashed on Tuesday.", "crashed", sort="crash", day="2026-03-03")
    dead = told("2026-03-05", "Two people died.", "died", sort="deaths")
    assert [e.part_of for e in events(one, two, dead)] == [None, None, None]


def _done_to(part: tuple[Report, Found]) -> tuple[Report, Found]:
    """Return a report in which what is told is done to whom it names."""
    report, annotations = part
    done = (
        replace(each, participants=tuple(replace(who, role="recipient") for who in each.participants))
        for each in annotations.events
    )
    return report, replace(annotations, events=tuple(done))


def test_who_is_to_meet_somebody_may_meet_others_that_week() -> None:
    plan = told(
        "2026-03-06", "Dana Reyes called a meeting of the board.", "meeting",
        sort="meeting", day="2026-03-07", modality="planned",
    )  # fmt: skip
    met = told("2026-03-08", "Dana Reyes met the millers.", "met", sort="meeting")
    (outcome,) = [e.outcome for e in events(plan, met, LATER) if e.modality == "planned"]
    assert outcome is None or outcome.state != "held"


def test_who_is_to_be_sentenced_is_sentenced_when_that_is_told_on_the_day() -> None:
    plan = told(
        "2026-03-02", "Dana Reyes is to be sentenced.", "sentenced",
        sort="sentence", day="2026-03-07", modality="planned",
    )  # fmt: skip
    jailed = told("2026-03-08", "Dana Reyes was jailed for two years.", "jailed", sort="sentence")
    (outcome,) = [
        e.outcome for e in events(_done_to(plan), _done_to(jailed), LATER) if e.modality == "planned"
    ]
    assert outcome is not None
    assert outcome.state == "held"


def test_a_plan_that_is_told_in_two_ways_came_about_by_either() -> None:
    plan = told(
        "2026-03-02", "They are to march to the old mill.", "march", day="2026-03-07", modality="planned"
    )
    walk = told(
        "2026-03-03",
        "The walk to the old mill is set.",
        "walk",
        sort="walk",
        day="2026-03-07",
        modality="planned",
    )
    held = told(
        "2026-03-08", "Dana Reyes led the walk to the old mill.", "walk", sort="walk", day="2026-03-07"
    )
    (outcome,) = [e.outcome for e in events(plan, walk, held, LATER) if e.modality == "planned"]
    assert outcome is not None
    assert outcome.state == "held"


def test_whom_one_paper_names_for_a_plan_does_not_keep_others_from_it() -> None:
    plan = told(
        "2026-03-02", "They are to march to the old mill.", "march", day="2026-03-07", modality="planned"
    )
    named = told(
        "2026-03-03",
        "Dana Reyes will watch the march to the mill.",
        "march",
        day="2026-03-07",
        modality="planned",
    )
    report = make_report("Otto Brandt led the march to the mill.", address="came.txt", published="2026-03-08")
    who = name(report, "Otto Brandt")
    came = (
        report,
        found(who, event(report, report.text, "march", who, sort="march", type=None, day="2026-03-07")),
    )
    (outcome,) = [e.outcome for e in events(plan, named, came, LATER) if e.modality == "planned"]
    assert outcome is not None
    assert outcome.state == "held"


@pytest.mark.parametrize(("modality", "state"), [("happened", "held"), ("denied", None)])
def test_what_is_denied_is_not_told_to_have_come_about(modality: str, state: str | None) -> None:
    asked = "The council asked Dana Reyes to quit as harbour chief."
    plan = told("2026-03-02", asked, "quit", sort="resignation", modality="demanded")
    gone = told("2026-03-04", "Dana Reyes has quit as harbour chief.", "quit", sort="resignation")
    answer = "Dana Reyes has not quit as harbour chief."
    other = told("2026-03-05", answer, "quit", sort="resignation", modality=modality)
    (outcome,) = [e.outcome for e in events(plan, gone, other, LATER) if e.modality == "demanded"]
    assert (outcome.state if outcome is not None else None) == state
