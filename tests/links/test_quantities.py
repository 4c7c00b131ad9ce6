"""What stands beside a number, and which quantities it tells apart."""

from typing import Any

import pytest

from onrecord.links.entities import settle_entities
from onrecord.links.events import settle_events
from onrecord.links.figures import settle_figures
from onrecord.links.material import gather
from onrecord.links.quantities import (
    Quantity,
    are_one,
    as_crowd,
    is_of_some,
    is_so_far,
    quantity_of,
    restrict_alike,
)
from onrecord.model.annotation import FigureReading, Found
from onrecord.model.report import Report
from tests.build import event, figure, found, name
from tests.support import make_report

Part = tuple[Report, Found]


def told(
    text: str,
    printed: str,
    *,
    named: str = "",
    address: str = "a",
    published: str = "2026-03-10",
    **more: Any,
) -> Part:
    report = make_report(text, address=address, published=published)
    number = float(printed.replace(",", ""))
    names = [name(report, named, kind="place")] if named else []
    fields = {"counts": "votes", "head": "vote", "unit": "", **more}
    return report, found(*names, figure(report, printed, text.rstrip("."), number, number, **fields))


def quantity(text: str, printed: str, **more: Any) -> Quantity:
    report, of = told(text, printed, **more)
    return quantity_of(of.figures[0], report, of)


MARGINS = [
    ("Reyes won the seat by 212 votes.", "212", True),
    ("Her lead is now 164 votes.", "164", True),
    ("The board lowered the lead of Reyes to 187 votes.", "187", True),
    ("Reyes won with a 212-vote majority.", "212", True),
    ("Only 40 votes separated the two.", "40", True),
    ("Reyes won 18,440 votes.", "18,440", False),
    ("By noon 400 votes had been cast.", "400", False),
    ("The motion fell by 74 votes to 61.", "74", False),
    ("The motion fell by 74 votes against 61.", "74", False),
]


@pytest.mark.parametrize(("text", "printed", "margin"), MARGINS, ids=[m[0] for m in MARGINS])
def test_a_margin_is_no_count_of_votes(text: str, printed: str, margin: bool) -> None:
    assert quantity(text, printed).margin is margin


def test_what_no_contest_is_won_by_has_no_margin() -> None:
    reservoir = {"counts": "reservoir", "head": "reservoir", "unit": "metres", "measure": "measure"}
    fell = quantity("The reservoir fell by 2 metres.", "2", **reservoir)
    stands = quantity("The reservoir stands at 2 metres.", "2", **reservoir)
    assert (fell.margin, fell.step, stands.step) == (False, True, False)
    assert not are_one(fell, stands)


BARGAINS = [
    ("They offered 900 crates.", "They had offered 700 crates.", True),
    ("They offered 900 crates.", "They agreed on 700 crates.", False),
    ("They offered 900 crates.", "They have 700 crates.", True),
    ("The union asked for 900 crates.", "The accord gives them 700 crates.", False),
]


@pytest.mark.parametrize(("first", "second", "one"), BARGAINS)
def test_what_is_offered_is_not_what_is_agreed(first: str, second: str, one: bool) -> None:
    crates = {"counts": "crates", "head": "crate"}
    assert are_one(quantity(first, "900", **crates), quantity(second, "700", **crates)) is one


def test_what_the_offer_was_is_what_was_offered() -> None:
    crates = {"unit": "tonnes", "measure": "measure"}
    first = told("They offered a quota of 900 tonnes.", "900", counts="quota", head="quota", **crates)
    second = told("The offer was 700 tonnes.", "700", counts="offer", head="offer", address="b", **crates)
    later = told("The offer was 600 tonnes.", "600", counts="offer", head="offer", address="c",
                 published="2026-04-20", **crates)  # fmt: skip
    assert sizes(first, second, later) == [2, 1]


def test_whose_it_is_may_be_left_out_but_not_be_anothers() -> None:
    def boats(text: str, named: str, counts: str) -> Quantity:
        return quantity(text, "40", named=named, counts=counts, head="boat")

    calder = boats("40 Calder boats were lost.", "Calder", "Calder boats lost")
    brennia = boats("40 Brennia boats were lost.", "Brennia", "Brennia boats lost")
    plain = boats("40 boats were lost.", "", "boats lost")
    assert restrict_alike(calder, plain)
    assert not restrict_alike(calder, brennia)


@pytest.mark.parametrize(
    ("text", "some"),
    [("1 of the dead was a child.", True), ("1 person of Marl is dead.", False), ("1 died.", False)],
)
def test_one_of_the_dead_is_no_toll(text: str, some: bool) -> None:
    report, of = told(text, "1", counts="people killed", head="killed")
    assert is_of_some(of.figures[0], report.text) is some


STAGES = [
    ("with 30 of 96 wards counted", {"head": "ward", "measure": "count"}, True),
    ("turnout was 54 percent at 6 p.m.", {"head": "turnout", "measure": "percent"}, True),
    ("turnout was 54 percent", {"head": "turnout", "measure": "percent"}, False),
    ("12 people had been found by 6 p.m.", {"head": "rescued", "measure": "count"}, False),
]


@pytest.mark.parametrize(("clause", "more", "so_far"), STAGES, ids=[s[0] for s in STAGES])
def test_counts_that_go_on(clause: str, more: dict[str, str], so_far: bool) -> None:
    _, of = told("There were 40 of them.", "40", **more)
    assert is_so_far(of.figures[0], clause) is so_far


def crowd(
    address: str, printed: str, *, published: str, town: str = "", counts: str = "people gathered"
) -> Part:
    where = f" in {town}" if town else ""
    text = f"On Thursday {printed} {counts} before the town hall gate{where}."
    report = make_report(text, address=address, published=published)
    named = [name(report, town, kind="place")] if town else []
    verb = counts.split()[-1]
    gathering = event(
        report,
        text[:-1],
        verb,
        sort="gathering",
        type=None,
        day="2026-03-05",
        place=named[0].id if named else None,
    )
    number = float(printed)
    return report, found(
        *named, gathering, figure(report, printed, text[:-1], number, number, counts=counts, head=verb)
    )


def sizes(*parts: Part) -> list[int]:
    material = gather([r for r, _ in parts], {r.id: f for r, f in parts})
    stories = {r.id: "s" for r, _ in parts}
    events = settle_events(material, settle_entities(material), stories)
    return [len(group.readings) for group in settle_figures(material, events, stories)]


CROWDS = [
    pytest.param({"published": "2026-03-07"}, [2], id="told-two-days-later-and-many-times-as-many"),
    pytest.param({"published": "2026-03-07", "counts": "fishermen gathered"}, [2], id="called-otherwise"),
    pytest.param({"published": "2026-03-07", "town": "Marl"}, [2], id="one-names-the-town"),
]


@pytest.mark.parametrize(("second", "groups"), CROWDS)
def test_a_crowd_of_one_day_is_one_whoever_counts_it(second: dict[str, str], groups: list[int]) -> None:
    first = crowd("a", "400", published="2026-03-06")
    assert sizes(first, crowd("b", "2500", **second)) == groups


def test_crowds_of_two_towns_are_two() -> None:
    first = crowd("a", "400", published="2026-03-06", town="Marl")
    assert sizes(first, crowd("b", "2500", published="2026-03-06", town="Kellow")) == [1, 1]


def test_those_to_whom_something_was_done_are_no_crowd() -> None:
    _, of = told("12 people were arrested.", "12", counts="people arrested", head="arrested", unit="people")
    reading: FigureReading = of.figures[0]
    assert as_crowd(reading).head == "arrested"


def test_margins_of_one_contest_meet_whatever_the_holder() -> None:
    first = told("Reyes won the seat by 212 votes.", "212")
    second = told("Her lead is now 164 votes.", "164", address="b", published="2026-03-14")
    later = told("Her lead is now 90 votes.", "90", address="c", published="2026-06-14")
    assert sizes(first, second, later) == [2, 1]


def test_the_margin_of_a_country_is_not_that_of_a_district() -> None:
    first = told("Reyes won the seat by 212 votes.", "212")
    assert sizes(first, told("Her lead is now 24,600 votes.", "24,600", address="b")) == [1, 1]


TURNOUT = {"counts": "turnout", "head": "turnout", "measure": "percent", "unit": "percent"}


@pytest.mark.parametrize(
    ("where", "named", "groups"),
    [(" in Kellow", "Kellow", [1, 1]), (" in Ames", "Ames", [2]), ("", "", [2])],
    ids=["another-town", "one-town", "no-town"],
)
def test_turnouts_of_two_places_are_two(where: str, named: str, groups: list[int]) -> None:
    first = told("Turnout in Ames was 54 percent.", "54", named="Ames", **TURNOUT)
    second = told(f"Turnout{where} was 61 percent.", "61", named=named, address="b", **TURNOUT)
    assert sizes(first, second) == groups


ALONE = [
    pytest.param(("branches", "branch", "3"), ("branches", "branch", "8"), [1, 1], id="a-noun-alone"),
    pytest.param(("branches", "branch", "8"), ("branches", "branch", "8"), [2], id="one-number"),
    pytest.param(("branches shut", "branch", "3"), ("branches shut", "branch", "8"), [2], id="what-was-done"),
    pytest.param(("complaints", "complaint", "4"), ("complaints", "complaint", "9"), [2], id="a-register"),
    pytest.param(("sum lost", "sum", "3000"), ("sum lost", "sum", "8000"), [1, 1], id="sums-of-what"),
    pytest.param(("sum lost", "sum", "8000"), ("sum paid", "sum", "8000"), [2], id="one-sum"),
]


@pytest.mark.parametrize(("first", "second", "groups"), ALONE)
def test_what_is_counted_by_a_noun_alone(
    first: tuple[str, str, str], second: tuple[str, str, str], groups: list[int]
) -> None:
    parts = []
    for address, (counts, head, printed) in zip("ab", (first, second), strict=True):
        measure = "money" if head == "sum" else "count"
        text = f"It was said of {printed} there."
        parts.append(told(text, printed, address=address, counts=counts, head=head, measure=measure))
    assert sizes(*parts) == groups


def test_some_of_the_hurt_are_no_toll() -> None:
    toll = {"counts": "people killed", "head": "killed", "unit": "people"}
    first = told("The blast killed 5 people.", "5", **toll)
    assert sizes(first, told("By noon 3 of the wounded had died.", "3", address="b", **toll)) == [1, 1]


def test_nobody_hurt_is_a_line_only_beside_somebody_hurt() -> None:
    hurt = {"counts": "people hurt", "head": "injured", "unit": "people"}
    nobody = told("So 0 people were hurt.", "0", **hurt)
    assert sizes(nobody) == []
    assert sizes(nobody, told("So 1 was hurt.", "1", address="b", **hurt)) == [1]


def test_two_parts_of_one_toll_are_no_one_part() -> None:
    first = told(
        "Of them 96 are in Ames.", "96", named="Ames", counts="cases in Ames", head="case", part_of="f-1"
    )
    second = told("Of them 87 are sure.", "87", address="b", counts="cases", head="case", part_of="f-2")
    assert sizes(first, second) == [1, 1]


CASES = {"counts": "cases", "head": "case"}
APART = [
    pytest.param(
        ("There are 311 cases in Ames.", "Ames"),
        ("There are 840 cases in Kellow.", "Kellow"),
        [1, 1],
        id="two-places",
    ),
    pytest.param(
        ("There are 311 cases in Ames.", "Ames"),
        ("There are 337 cases in Ames.", "Ames"),
        [2],
        id="one-place",
    ),
    pytest.param(
        ("There are 311 cases in Ames.", "Ames"), ("There are 337 cases now.", ""), [2], id="no-place"
    ),
    pytest.param(
        ("There are 311 cases in Ames.", "Ames"),
        ("There are 337 cases worldwide.", ""),
        [1, 1],
        id="all-countries",
    ),
    pytest.param(
        ("There are 311 cases each year.", ""), ("There are 337 cases now.", ""), [1, 1], id="a-rate"
    ),
    pytest.param(("There are 311 cases now.", ""), ("There are 9,337 cases now.", ""), [1, 1], id="tenfold"),
]


@pytest.mark.parametrize(("first", "second", "groups"), APART)
def test_counts_of_two_places_are_two(
    first: tuple[str, str], second: tuple[str, str], groups: list[int]
) -> None:
    parts = [
        told(text, text.split()[2], named=named, address=address, **CASES)
        for address, (text, named) in zip("ab", (first, second), strict=True)
    ]
    assert sizes(*parts) == groups


def test_one_mans_bail_is_not_anothers() -> None:
    bail = {"counts": "bail", "head": "bail", "measure": "money", "unit": "crowns"}
    first = told("Bail was 3000 for him.", "3000", **bail)
    assert sizes(first, told("Bail was 7000 for him.", "7000", address="b", **bail)) == [1, 1]
    assert sizes(first, told("Bail is 3000 for him.", "3000", address="b", **bail)) == [2]
