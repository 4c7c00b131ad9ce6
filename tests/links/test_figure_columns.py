"""What readings tell, held against each other in columns, is what it is of two."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.links.columns import pairs_within
from onrecord.links.entities import settle_entities
from onrecord.links.events import settle_events
from onrecord.links.figure_meetings import Way, kinds_of, meeting_of
from onrecord.links.figure_telling import Setting
from onrecord.links.figure_ties import Ties, ties_of
from onrecord.links.incidents import Incident, incidents, incidents_laid
from onrecord.links.material import gather
from onrecord.links.quantities import Quantity, quantities_of, quantity_of
from onrecord.links.scenes import scenes_of
from onrecord.model.annotation import Found
from onrecord.model.partial_date import PartialDate
from onrecord.model.report import Report
from tests.build import figure, found
from tests.support import make_report

DAYS = st.none() | st.sampled_from(["2026-03-02", "2026-03-05", "2026-03", "../2026-03-03"]).map(
    PartialDate.parse
)
HAPPENINGS = st.none() | st.sampled_from(["e-1", "e-2"])
INCIDENTS = st.builds(
    Incident,
    event=st.none(),
    events=st.frozensets(st.sampled_from(["e-1", "e-2", "e-3"]), max_size=2),
    old=DAYS,
    happening=HAPPENINGS,
    day=DAYS,
)


def may_be_one(first: Incident, second: Incident) -> bool:
    """Say the rule of two."""
    if first.old is not None or second.old is not None:
        return first.old is not None and second.old is not None and first.old.may_be(second.old)
    if first.happening is None or second.happening is None or first.happening == second.happening:
        return True
    return first.day is None or second.day is None or first.day.may_be(second.day)


@given(st.lists(INCIDENTS, min_size=2, max_size=6))
def test_incidents_in_columns_part_as_two_do(told: list[Incident]) -> None:
    laid = incidents_laid(told)
    first, second = pairs_within([range(len(told))])
    pairs = [(told[a], told[b]) for a, b in zip(first.tolist(), second.tolist(), strict=True)]
    assert laid.may_be_one(first, second).tolist() == [may_be_one(a, b) for a, b in pairs]
    assert laid.one_event(first, second).tolist() == [bool(a.events & b.events) for a, b in pairs]
    assert laid.one_happening(first, second).tolist() == [
        a.happening is not None and a.happening == b.happening for a, b in pairs
    ]


def quantity(text: str, number: str, **more: str) -> Quantity:
    report = make_report(text)
    reading = figure(report, number, text.rstrip("."), float(number), float(number), **more)
    return quantity_of(reading, report, found(reading))


TOLL = quantity("The flood killed 12 people.", "12")
VOTES = {"counts": "votes", "head": "vote", "unit": ""}
CRATES = {"counts": "crates", "head": "crate", "unit": ""}
MEETINGS = [
    pytest.param(TOLL, quantity("It killed 15 people.", "15"), Way.THING, id="one-toll"),
    pytest.param(
        TOLL, quantity("It injured 15 people.", "15", counts="people injured", head="injured"), Way.NUMBER,
        id="another-toll-may-be-one-only-by-its-number",
    ),
    pytest.param(
        quantity("Reyes won by 212 votes.", "212", **VOTES), quantity("It was won by 187.", "187", **VOTES),
        Way.MARGIN, id="two-margins",
    ),
    pytest.param(
        quantity("Reyes won by 212 votes.", "212", **VOTES), quantity("Reyes won 900 votes.", "900", **VOTES),
        Way.NONE, id="a-margin-and-a-count",
    ),
    pytest.param(
        quantity("They offered 900 crates.", "900", **CRATES),
        quantity("They agreed on 700 crates.", "700", **CRATES),
        Way.NONE, id="two-stages-of-a-bargain",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "way"), MEETINGS)
def test_two_quantities_meet_in_one_way(first: Quantity, second: Quantity, way: Way) -> None:
    assert meeting_of(first, second).way is way
    several = kinds_of([first, second, first]).meetings(np.array([0, 2]), np.array([1, 1]))
    assert several.way.tolist() == [way, way]


COUNTS = st.tuples(
    st.sampled_from(["killed", "injured"]), st.integers(1, 40), st.sampled_from(["", "children "])
)


def ties(told: list[tuple[str, int, str]]) -> tuple[Ties, int]:
    """Return the ties of one reading for each report."""
    parts: list[tuple[Report, Found]] = []
    for number, (state, count, which) in enumerate(told):
        text = f"The flood left {count} {which}people {state}."
        report = make_report(text, address=f"a{number}", published=f"2026-03-{10 + number % 3}")
        counts = f"{which}{'' if which else 'people '}{state}"
        reading = figure(report, str(count), text.rstrip("."), count, count, counts=counts, head=state)
        parts.append((report, found(reading)))
    material = gather([r for r, _ in parts], {r.id: f for r, f in parts})
    events = settle_events(material, settle_entities(material), {})
    readings = [f for r in material.reports for f in material.found[r.id].figures]
    setting = Setting(
        material=material,
        story_of={},
        about=incidents(readings, events, material),
        scenes=scenes_of(readings, events),
    )
    return ties_of(readings, quantities_of(readings, material), setting), len(readings)


@given(st.lists(COUNTS, min_size=2, max_size=6))
def test_a_pair_of_readings_scores_alone_as_among_others(told: list[tuple[str, int, str]]) -> None:
    laid, count = ties(told)
    first, second = pairs_within([range(count)])
    alone = [laid.score(first[n : n + 1], second[n : n + 1]).tolist()[0] for n in range(len(first))]
    assert laid.score(first, second).tolist() == alone


@given(st.lists(st.lists(st.integers(0, 9), max_size=5), max_size=4))
def test_pairs_stand_in_the_order_of_their_groups(groups: list[list[int]]) -> None:
    first, second = pairs_within(groups)
    pairs = [pair for group in groups for pair in combinations(group, 2)]
    assert list(zip(first.tolist(), second.tolist(), strict=True)) == pairs
