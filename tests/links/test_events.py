"""Which tellings are of one event."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from onrecord.links.entities import settle_entities
from onrecord.links.event_features import lay, likeness, likeness_but_for, reasons, reasons_of_two
from onrecord.links.event_tellings import Telling
from onrecord.links.events import settle_events
from onrecord.links.material import gather
from onrecord.model.annotation import Found, MentionForm
from onrecord.model.report import Report
from tests.build import event, found, name
from tests.support import make_report

TEXT = "Dana Reyes and Otto Brandt met."


def part(
    address: str, *, day: str | None, people: int = 2, published: str = "2026-03-10", **more: Any
) -> tuple[Report, Found]:
    report = make_report(TEXT, address=address, published=published)
    both = (name(report, "Dana Reyes"), name(report, "Otto Brandt"))
    return report, found(*both, event(report, TEXT, "met", *both[:people], day=day, **more))


def sizes(*parts: tuple[Report, Found], one_story: bool = True) -> list[int]:
    material = gather([r for r, _ in parts], {r.id: f for r, f in parts})
    stories = {r.id: "s" if one_story else r.id for r, _ in parts}
    return [len(g.tellings) for g in settle_events(material, settle_entities(material), stories)]


def test_one_sort_day_and_two_people_are_one_event() -> None:
    assert sizes(part("a", day="2026-03-09"), part("b", day="2026-03-09")) == [2]


def test_two_days_are_two_events() -> None:
    assert sizes(part("a", day="2026-03-09"), part("b", day="2026-03-10")) == [1, 1]


def test_a_plan_is_not_its_holding() -> None:
    assert sizes(part("a", day="2026-03-09", modality="planned"), part("b", day="2026-03-09")) == [1, 1]


def test_another_sort_is_another_event() -> None:
    visit = alone("b", "Dana Reyes visited Otto Brandt.", "visited", "Dana Reyes", "Otto Brandt", **VISITED)
    assert sizes(part("a", day="2026-03-09"), visit) == [1, 1]


def test_a_bounded_day_joins_a_fixed_one_that_it_allows() -> None:
    assert sizes(part("a", day="2026-03-09"), part("b", day="../2026-03-10")) == [2]
    assert sizes(part("a", day="2026-03-12"), part("b", day="../2026-03-10")) == [1, 1]


def test_a_bounded_day_does_not_bridge_two_visits() -> None:
    parts = (part("a", day="2026-03-01"), part("b", day="2026-03-09"), part("c", day="../2026-03-10"))
    assert sizes(*parts) == [1, 1, 1], "it may be of either, so it is of neither"
    assert sizes(*parts) == sizes(*reversed(parts))


def test_an_undated_telling_of_another_story_stays_apart() -> None:
    later = part("b", day=None, published="2026-03-20")
    assert sizes(part("a", day="2026-03-09"), later, one_story=False) == [1, 1], "they may have met again"


def test_one_sentence_of_a_story_needs_no_day() -> None:
    assert sizes(part("a", day=None), part("b", day=None, people=1)) == [2]


def alone(address: str, text: str, trigger: str, *people: str, **more: Any) -> tuple[Report, Found]:
    report = make_report(text, address=address)
    named = tuple(name(report, person) for person in people)
    return report, found(*named, event(report, text, trigger, *named, **more))


VISITED = {"sort": "visit", "day": "2026-03-09"}
FINED = {"sort": "fine", "type": None}
ARRESTED = {"sort": "arrest", "type": "COERCE"}


def test_what_comes_once_to_somebody_is_one_event_without_a_day() -> None:
    first = alone("a", "Dana Reyes was arrested.", "arrested", "Dana Reyes", day="2026-03-09", **ARRESTED)
    later = alone("b", "Police hold Dana Reyes, arrested at home.", "arrested", "Dana Reyes", **ARRESTED)
    assert sizes(first, later) == [2]


def test_two_who_are_arrested_are_two_events() -> None:
    first = alone("a", "Dana Reyes was arrested.", "arrested", "Dana Reyes", day="2026-03-09", **ARRESTED)
    other = alone("b", "Otto Brandt was arrested.", "arrested", "Otto Brandt", **ARRESTED)
    assert sizes(first, other) == [1, 1]


def test_what_is_told_again_is_another() -> None:
    first = alone("a", "Dana Reyes was arrested.", "arrested", "Dana Reyes", day="2026-03-09", **ARRESTED)
    again = alone("b", "Dana Reyes was arrested again.", "arrested", "Dana Reyes", **ARRESTED)
    assert sizes(first, again) == [1, 1]


def test_again_in_the_sentence_before_tells_of_something_else() -> None:
    said = "Dana Reyes was arrested at home.", "arrested", "Dana Reyes"
    first = alone("a", *said, day="2026-03-09", **ARRESTED)
    report = make_report("He wants to sleep again.\n\nDana Reyes was arrested.", address="b")
    who = name(report, "Dana Reyes")
    later = report, found(who, event(report, "Dana Reyes was arrested.", "arrested", who, **ARRESTED))
    assert sizes(first, later) == [2]


PLANNED = {"modality": "planned", "type": None, "day": "2026-03-20"}


@pytest.mark.parametrize(
    ("text", "trigger", "day", "sizes_of"),
    [
        pytest.param(
            "The pleas will be heard by a judge.", "heard", "2026-03-20", [2], id="a word in common"
        ),
        pytest.param("The pleas will be heard by a judge.", "heard", "2026-03-21", [1, 1], id="the next day"),
        pytest.param(
            "A bridge will be opened on Friday.", "opened", "2026-03-20", [1, 1], id="no word but the day's"
        ),
        pytest.param(
            "A second round of pleas is to be heard.",
            "heard",
            "2026-03-20",
            [2],
            id="the day tells which of several",
        ),
    ],
)
def test_plans_for_one_day_with_a_word_in_common_may_be_one(
    text: str, trigger: str, day: str, sizes_of: list[int]
) -> None:
    first = alone("a", "They are to enter their pleas on Friday.", "enter", sort="enter", **PLANNED)
    other = alone("b", text, trigger, sort="hearing", **{**PLANNED, "day": day})
    assert sizes(first, other) == sizes_of


def test_old_and_new_of_one_sort_stay_apart() -> None:
    sort: dict[str, Any] = {"sort": "product recall", "type": None}
    old = alone(
        "a", "Reyes Mills recalled flour.", "recalled", "Reyes Mills", day="2017", background=True, **sort
    )
    new = alone("b", "Reyes Mills has recalled oats.", "recalled", "Reyes Mills", **sort)
    assert sizes(old, new) == [1, 1]


def test_others_on_one_day_are_two_events() -> None:
    first = alone("a", "Dana Reyes was fined.", "fined", "Dana Reyes", day="2026-03-09", **FINED)
    other = alone("b", "Otto Brandt was fined.", "fined", "Otto Brandt", day="2026-03-09", **FINED)
    assert sizes(first, other) == [1, 1]


def test_one_happening_told_in_other_words_is_one() -> None:
    first = alone("a", "A crane fell on the market hall.", "fell", sort="fall", day=None)
    other = alone("b", "The crane fell on market stalls.", "fell", sort="fall", day=None)
    assert sizes(first, other) == [2]


def _of_victims(address: str, text: str, who: str, form: MentionForm, **more: Any) -> tuple[Report, Found]:
    report = make_report(text, address=address)
    victims = replace(name(report, who), form=form, kind="unnamed", plural=True)
    return report, found(victims, event(report, text, "hurt", victims, sort="injury", type=None, **more))


@pytest.mark.parametrize(
    ("form", "sizes_of"),
    [pytest.param("description", [2], id="described"), pytest.param("name", [1, 1], id="named")],
)
def test_victims_who_are_only_described_may_be_the_same(form: MentionForm, sizes_of: list[int]) -> None:
    first = _of_victims("a", "Nine people were hurt in the ferry fire.", "Nine people", form)
    other = _of_victims("b", "The burning ferry hurt 11 passengers.", "11 passengers", form)
    assert sizes(first, other) == sizes_of


TAKEN = "Dana Reyes was arrested at her house.", "arrested"
FETCHED = "Dana Reyes was fetched from the house.", "fetched"


@pytest.mark.parametrize(
    ("day", "people", "found"),
    [
        pytest.param("2026-03-09", "Dana Reyes", [2], id="one day"),
        pytest.param("2026-03-10", "Dana Reyes", [1, 1], id="the next day"),
        pytest.param("[2026-03-09..2026-03-10]", "Dana Reyes", [1, 1], id="one of two days"),
        pytest.param(None, "Dana Reyes", [1, 1], id="no day"),
        pytest.param("2026-03-09", "Otto Brandt", [1, 1], id="somebody else"),
    ],
)
def test_one_kind_of_doing_on_the_same_day_may_be_one_event(
    day: str | None, people: str, found: list[int]
) -> None:
    first = alone("a", *TAKEN, "Dana Reyes", day="2026-03-09", **ARRESTED)
    other = alone(
        "b", FETCHED[0].replace("Dana Reyes", people), FETCHED[1], people, day=day, sort="fetch", type=None
    )
    assert sizes(first, other) == found


def test_two_kinds_of_doing_on_one_day_are_two_events() -> None:
    first = alone("a", *TAKEN, "Dana Reyes", day="2026-03-09", **ARRESTED)
    other = alone(
        "b", "Dana Reyes sold her house.", "sold", "Dana Reyes", day="2026-03-09", sort="sell", type=None
    )
    assert sizes(first, other) == [1, 1]


def test_what_people_do_over_and_over_is_not_one_without_a_day() -> None:
    first = alone("a", "Dana Reyes demanded an inquiry.", "demanded", "Dana Reyes", sort="demand")
    other = alone("b", "Dana Reyes demanded more money.", "demanded", "Dana Reyes", sort="demand")
    assert sizes(first, other, one_story=False) == [1, 1]


def test_what_joins_two_tellings_can_be_told() -> None:
    parts = (part("a", day="2026-03-09"), part("b", day="2026-03-09"))
    material = gather([r for r, _ in parts], {r.id: f for r, f in parts})
    (group,) = settle_events(material, settle_entities(material), {})
    told = {name: added for name, added, _ in reasons_of_two(*group.tellings)}
    assert min(told["same day"], told["people that day"]) > 0
    (score,) = likeness(lay(group.tellings), np.array([0]), np.array([1]))
    assert score == pytest.approx(sum(told.values()), abs=0.01)


def test_a_pair_is_scored_the_same_alone_and_among_others() -> None:
    tellings = list(_tellings())
    ends = [(a, b) for a in range(len(tellings)) for b in range(a + 1, len(tellings))]
    first, second = (np.array(each) for each in zip(*ends, strict=True))
    laid = lay(tellings)
    scores = likeness(laid, first, second).tolist()
    told = reasons(laid, first, second)
    for (a, b), score, of_pair in zip(ends, scores, told, strict=True):
        assert likeness(lay([tellings[a], tellings[b]]), np.array([0]), np.array([1])).tolist() == [score]
        assert reasons_of_two(tellings[a], tellings[b]) == of_pair
    left_out = frozenset({"same day", "own words"})
    but_for = [sum(added for name, added, _ in of_pair if name not in left_out) for of_pair in told]
    assert likeness_but_for(left_out, [(tellings[a], tellings[b]) for a, b in ends]) == but_for


def _tellings() -> Iterator[Telling]:
    parts = [
        part("a", day="2026-03-09"),
        part("b", day="../2026-03-10", people=1, background=True),
        part("c", day=None, published="2026-06-20"),
        alone("d", "A crane fell on the market hall.", "fell", sort="fall", day=None),
        alone("e", "The crane fell again, on market stalls.", "fell", sort="fall", day="2026-03-09"),
        alone("f", "Police hold Dana Reyes, arrested at home.", "arrested", "Dana Reyes", **ARRESTED),
    ]
    material = gather([r for r, _ in parts], {r.id: f for r, f in parts})
    for group in settle_events(material, settle_entities(material), {"a": "s", "b": "s"}):
        yield from group.tellings
