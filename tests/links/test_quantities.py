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
