"""Which numbers count the same thing."""

from typing import Any

import pytest

from onrecord.links.counting import count_the_same, counting_as, part_counted
from onrecord.links.entities import settle_entities
from onrecord.links.events import settle_events
from onrecord.links.figures import settle_figures
from onrecord.links.material import gather
from onrecord.model.annotation import FigureReading, Found
from onrecord.model.report import Report
from tests.build import event, figure, found, name, timex
from tests.support import make_report


def reading(counts: str, head: str = "killed", **more: Any) -> FigureReading:
    report = make_report("45 of them")
    return figure(report, "45", "45 of them", 45, 45, counts=counts, head=head, **more)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("people killed", "number of dead", True),
        ("people died", "bodies found", False),
        ("people died", "people killed", True),
        ("flood toll", "people killed", True),
        ("flood toll", "quake toll", False),
        ("death toll of the flood", "people killed", True),
        ("death toll of the flood", "flood toll", True),
        ("dead of the market", "quake toll", False),
        ("dead in the flood", "people injured in the flood", False),
        ("children killed", "people killed", False),
        ("children killed", "children dead", True),
        ("passengers killed", "soldiers killed", False),
    ],
)
def test_tolls_compare_by_state_and_restriction(first: str, second: str, same: bool) -> None:
    assert count_the_same(reading(first), reading(second)) is same


def test_another_state_is_another_count() -> None:
    assert not count_the_same(reading("people killed"), reading("people injured", head="injured"))


def test_a_count_of_nothing_but_people_compares_with_none() -> None:
    assert not count_the_same(reading("people", head="person"), reading("people", head="person"))
    assert not count_the_same(reading("people", head="people"), reading("people", head="people"))


def test_what_comes_on_top_compares_with_none() -> None:
    assert not count_the_same(reading("further people killed"), reading("people killed"))


def test_a_part_is_not_its_whole() -> None:
    assert not count_the_same(reading("people killed"), reading("people killed", part_of="f-1"))


def toll(
    address: str, number: int, *, day: str | None = None, published: str = "2026-03-10"
) -> tuple[Report, Found]:
    """Return a report of a flood, of some day, that killed a number of people."""
    text = f"The flood in Castlebeck killed {number} people."
    report = make_report(text, address=address, published=published)
    town = name(report, "Castlebeck", kind="place")
    flood = event(report, text, "flood", sort="flood", type=None, day=day, place=town.id)
    return report, found(town, flood, figure(report, str(number), text.rstrip("."), number, number))


def sizes(*parts: tuple[Report, Found]) -> list[int]:
    material = gather([r for r, _ in parts], {r.id: f for r, f in parts})
    stories = {r.id: "s" for r, _ in parts}
    events = settle_events(material, settle_entities(material), stories)
    return [len(group.readings) for group in settle_figures(material, events, stories)]


def test_readings_of_one_event_meet() -> None:
    assert sizes(toll("a", 11, day="2026-03-02"), toll("b", 24, day="2026-03-02")) == [2]


def test_readings_of_two_days_stay_apart() -> None:
    assert sizes(toll("a", 11, day="2026-03-02"), toll("b", 12, day="2026-03-05")) == [1, 1]


def test_without_a_day_a_toll_does_not_grow_to_the_manifold() -> None:
    reports = [make_report(f"It killed {number} people.", address=str(number)) for number in (11, 24, 1200)]
    parts = [
        (report, found(figure(report, report.address, "It killed", int(report.address), int(report.address))))
        for report in reports
    ]
    assert sorted(sizes(*parts)) == [1, 2]


def test_a_report_does_not_contradict_itself() -> None:
    report = make_report("The flood killed 17 people. The fire killed 20 people.", address="a")
    both = found(
        figure(report, "17", "The flood killed 17 people", 17, 17),
        figure(report, "20", "The fire killed 20 people", 20, 20),
    )
    assert sizes((report, both)) == [1, 1]


SAID_OTHERWISE = [
    pytest.param(("people drowned", "drown"), ("lives", "life"), True, id="in-other-words"),
    pytest.param(("people drowned", "drown"), ("people killed", "killed"), True, id="and-plainly"),
    pytest.param(("lives", "life"), ("people injured", "injured"), False, id="another-state"),
]


@pytest.mark.parametrize(("first", "second", "one"), SAID_OTHERWISE)
def test_a_toll_in_other_words_is_a_toll(first: tuple[str, str], second: tuple[str, str], one: bool) -> None:
    readings = [counting_as(reading(counts, head)) for counts, head in (first, second)]
    assert count_the_same(*readings) is one


PARTS = [
    pytest.param("children deaths", "children", True, id="the-same-part"),
    pytest.param("children deaths", "nurses", False, id="another-part"),
    pytest.param("people", "dead", False, id="no-part-is-named"),
]


@pytest.mark.parametrize(("first", "second", "one"), PARTS)
def test_parts_of_tolls_meet_by_what_is_left_of_their_words(first: str, second: str, one: bool) -> None:
    parts = {part_counted(reading(first), "killed"), part_counted(reading(second, "child"), "killed")}
    assert (len(parts) == 1 and parts != {frozenset()}) is one


COUNTERS = [
    pytest.param("Dana Reyes", 1, id="who-counts-again"),
    pytest.param("Otto Brandt", 2, id="somebody-else"),
]


@pytest.mark.parametrize(("again", "figures"), COUNTERS)
def test_who_counts_again_may_find_many_times_as_much(again: str, figures: int) -> None:
    parts = []
    for address, giver, number in (("a", "Dana Reyes", 14), ("b", again, 66)):
        report = make_report(f"{giver} counted {number} complaints about the gate.", address=address)
        person = name(report, giver)
        fields = {"counts": "complaints about the gate", "head": "complaint", "unit": "", "giver": person}
        given = figure(report, str(number), report.text[:-1], number, number, **fields)
        parts.append((report, found(person, given)))
    material = gather([r for r, _ in parts], {r.id: f for r, f in parts})
    groups = settle_figures(material, settle_events(material, settle_entities(material), {}), {})
    assert len(groups) == figures


OWNERS = [
    pytest.param(("Veltran army", 4), ("Ostrian army", 3), 2, id="of-two-armies"),
    pytest.param(("Veltran army", 4), ("Veltran army", 6), 1, id="of-one-army"),
    pytest.param(("Veltran army", 4), (None, 11), 2, id="one-of-any"),
    pytest.param(("Veltran army", 4), (None, 4), 1, id="one-number"),
]


@pytest.mark.parametrize(("first", "second", "figures"), OWNERS)
def test_ones_own_are_no_others(
    first: tuple[str | None, int], second: tuple[str | None, int], figures: int
) -> None:
    parts = []
    for address, (owner, number) in (("a", first), ("b", second)):
        report = make_report(f"{owner or 'It'} lost {number} soldiers in the flood.", address=address)
        army = name(report, owner, kind="organization") if owner else None
        given = figure(
            report, str(number), report.text[:-1], number, number,
            counts="soldiers killed", holder=army.id if army else None,
        )  # fmt: skip
        parts.append((report, found(*([army] if army else []), given)))
    assert len(sizes(*parts)) == figures


LONG_AGO = (
    "The port was hit by a quake in 1842. It bore the brunt on that occasion, with 3,000 people killed."
)


def test_a_toll_of_that_occasion_is_of_the_day_told_before() -> None:
    old = make_report(LONG_AGO, address="a")
    day = timex(old, "1842", "1842")
    told = figure(old, "3,000", "with 3,000 people killed", 3000, 3000)
    new = make_report("The quake killed 100 people.", address="b")
    now = figure(new, "100", "The quake killed 100 people", 100, 100)
    assert sizes((old, found(day, told)), (new, found(now))) == [1, 1]
