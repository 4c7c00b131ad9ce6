"""One entity for one full name over the whole record."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from onrecord.links.telling import is_telling, is_telling_place
from onrecord.model.annotation import Found
from onrecord.model.record import Entity, Record
from onrecord.model.report import Report
from onrecord.record.check import check
from onrecord.record.compose import compose, side_by_side
from tests.build import event, found, name, said
from tests.support import make_report


def record_of(line: str, *parts: tuple[Report, Found]) -> Record:
    reports = [report for report, _ in parts]
    return compose(line, {f"{line}-story": [r.id for r in reports]}, reports, {r.id: f for r, f in parts})


def one_story(text: str, words: str, address: str, day: str, **more: Any) -> Record:
    report = make_report(text, address=address, published=day)
    return record_of(address, (report, found(name(report, words, **more))))


def called(record: Record, words: str) -> list[Entity]:
    return [entity for entity in record.entities if words in (entity.name, *entity.aliases)]


@pytest.mark.parametrize(
    ("first", "second", "kind", "number"),
    [
        pytest.param("Dana Reyes", "Dana Reyes", "person", 1, id="a full name"),
        pytest.param("Dana K. Reyes", "Dana Reyes", "person", 1, id="a middle initial more"),
        pytest.param("Orm Harbour Board", "the Orm Harbour Board", "organization", 1, id="a body's own name"),
        pytest.param(
            "Supreme Court", "Supreme Court", "organization", 2, id="a body that many countries have"
        ),
        pytest.param("Orm police", "the Orm Police", "organization", 1, id="one town's police"),
        pytest.param("Harbour Police", "Harbour Police", "organization", 2, id="a body that every town has"),
        pytest.param("Quellmar", "Quellmar", "place", 1, id="a town"),
        pytest.param("Mill Lane", "Mill Lane", "place", 2, id="a street that many towns have"),
    ],
)
def test_a_name_that_tells_by_itself_is_one_entity_in_two_storylines(
    first: str, second: str, kind: str, number: int
) -> None:
    records = [
        one_story(f"We saw {first} there.", first, "a.txt", "2026-03-10", kind=kind),
        one_story(f"They saw {second} here.", second, "b.txt", "2026-03-11", kind=kind),
    ]
    assert len(side_by_side(records).entities) == number


def test_a_surname_alone_may_be_anybodys() -> None:
    records = [
        one_story("Captain Reyes spoke.", "Reyes", address, "2026-03-10", role="Captain")
        for address in ("a.txt", "b.txt")
    ]
    assert len(side_by_side(records).entities) == 2


def test_the_earliest_mention_gives_the_id_and_the_other_id_is_kept() -> None:
    early = one_story("Dana Reyes spoke.", "Dana Reyes", "b.txt", "2026-03-10")
    late = one_story("Dana Reyes left.", "Dana Reyes", "a.txt", "2026-03-11")
    (entity,) = side_by_side([late, early]).entities
    assert entity.id == early.entities[0].id
    assert entity.formerly == (late.entities[0].id,)
    assert [mention.report for mention in entity.mentions] == [
        record.reports[0].report.id for record in (early, late)
    ]


def test_every_line_follows_the_id() -> None:
    early = one_story("Dana Reyes spoke.", "Dana Reyes", "b.txt", "2026-03-10")
    words = "Dana Reyes met Otto Brandt on Monday. “We go on,” Dana Reyes said."
    report = make_report(words, address="a.txt", published="2026-03-11")
    reyes, brandt = name(report, "Dana Reyes"), name(report, "Otto Brandt")
    later = record_of(
        "late",
        (
            report,
            found(
                reyes, brandt, said(report, "We go on", reyes),
                event(report, "Dana Reyes met Otto Brandt on Monday", "met", reyes, brandt, day="2026-03-09",
                      giver=brandt),
            ),
        ),
    )  # fmt: skip
    record = check(side_by_side([early, later]))
    (one,) = called(record, "Dana Reyes")
    (other,) = called(record, "Otto Brandt")
    assert record.statements[0].speakers == (one.id,)
    assert {party.entity for party in record.events[0].participants} == {one.id, other.id}
    assert record.events[0].support[0].given_by == (other.id,)
    known = {entity.id for entity in record.entities}
    assert {i for e in record.entities for i in e.perhaps} <= known


def test_two_people_of_one_name_in_a_storyline_meet_nobody_elsewhere() -> None:
    report = make_report("Dana Reyes met the other Dana Reyes.", address="a.txt", published="2026-03-10")
    she, he = name(report, "Dana Reyes", gender="female"), name(report, "Dana Reyes", nth=1, gender="male")
    two = record_of("two", (report, found(she, he)))
    assert len(two.entities) == 2
    other = one_story("Dana Reyes left.", "Dana Reyes", "b.txt", "2026-03-11")
    assert len(side_by_side([two, other]).entities) == 3


def test_a_judgement_on_both_keeps_two_apart() -> None:
    records = [
        one_story("Dana Reyes spoke.", "Dana Reyes", "a.txt", "2026-03-10"),
        one_story("Dana Reyes left.", "Dana Reyes", "b.txt", "2026-03-11"),
    ]
    judged = [
        replace(r, entities=tuple(replace(e, judgements=("j-1",)) for e in r.entities)) for r in records
    ]
    assert len(side_by_side(judged).entities) == 2


def test_the_order_of_the_parts_changes_no_entity() -> None:
    records = [
        one_story("Dana Reyes spoke.", "Dana Reyes", "a.txt", "2026-03-10"),
        one_story("Dana K. Reyes left.", "Dana K. Reyes", "b.txt", "2026-03-09"),
        one_story("Then Dana Reyes slept.", "Dana Reyes", "c.txt", "2026-03-11"),
    ]
    assert len({side_by_side(order).entities for order in permutations(records)}) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Orm Harbour Board", True),
        ("Brandt & Sons", True),
        ("the interior ministry", False),
        ("Quellmar's interior ministry", True),
        ("The Standard", False),
        ("NPU", True),
        ("Police", False),
    ],
)
def test_a_body_needs_a_word_of_its_own(words: str, told: bool) -> None:
    assert is_telling(words) is told


@pytest.mark.parametrize(
    ("words", "told"),
    [("Quellmar", True), ("Lake Orm", True), ("Quellmar Street", False), ("Town Hall", False)],
)
def test_a_way_or_a_hall_is_no_place_of_one_name(words: str, told: bool) -> None:
    assert is_telling_place(words) is told
