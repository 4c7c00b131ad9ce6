"""Whom an export describes instead of naming: by role, age and what befell them, never by office."""

from dataclasses import replace

import pytest

from onrecord.model.record import Role
from onrecord.views.exports.naming import described_persons
from tests.support import make_report
from tests.views.exports.private import GRETA, HURT, INES, MARSH, OSKAR, ROLF, a_fire, part, person
from tests.views.made import event, passage, support


def test_of_a_fire_all_but_the_mayor_are_described():
    found = described_persons(a_fire())
    assert found == {MARSH.id: "person", OSKAR.id: "minor", INES.id: "witness", ROLF.id: "person"}


@pytest.mark.parametrize(
    ("role", "known"),
    [
        ("a witness", "witness"), ("the suspect", "suspect"), ("one of the victims", "person"),
        ("the victim", "victim"), ("a schoolboy", "minor"), ("a neighbour", "person"), ("mayor", None),
        ("the mayor's son", "person"), ("son of the mayor", "person"), ("Deputy Police Chief", None),
        ("the council’s spokeswoman", None), ("a baker", "person"), ("witness for the mayor", "witness"),
        ("chief witness", None),
    ],
)  # fmt: skip
def test_a_role_decides(role, known):
    given = (Role(role=role, when=None, span=MARSH.mentions[0]),)
    assert described_persons(a_fire(replace(MARSH, roles=given))).get(MARSH.id) == known


AGES = [
    ("Bo Lind, 9, fell.", "minor"), ("Bo Lind, aged 17, fell.", "minor"), ("Bo Lind (12) fell.", "minor"),
    ("The 9-year-old boy Bo Lind fell.", "minor"), ("The six-month-old Bo Lind fell.", "minor"),
    ("A 6-month-old girl, Bo Lind fell.", "minor"), ("The nine-year-old Bo Lind fell.", "minor"),
    ("The forty-year-old Bo Lind fell.", None), ("The 6-month-old Bo Lind fell.", "minor"),
    ("Bo Lind, who was 15, fell.", "minor"), ("Bo Lind, 18, fell.", None),
    ("Bo Lind, 34, was killed.", "person"),
    ("Bo Lind was 16.", "minor"), ("Bo Lind, 9 June, fell.", None), ("Bo Lind scored 9, then fell.", None),
    ("Bo Lind met 9, 10 or more.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "known"), AGES, ids=[text for text, _ in AGES])
def test_an_age_under_that_of_an_adult_decides(text, known):
    report = make_report(text, published="2026-06-03", outlet="Lowmark Post")
    record = a_fire(person("Bo Lind", report=report), events=())
    line = replace(record.reports[0], report=report)
    found = described_persons(replace(record, reports=(line,), statements=()))
    assert next(iter(found.values()), None) == known


def test_who_takes_part_in_public_events_is_named():
    pact = event(
        "Tilda Marsh signed a pact", (support_of("Tilda Marsh"),), participants=(part(MARSH, "actor"),)
    )
    assert MARSH.id not in described_persons(a_fire(events=(HURT, replace(pact, type="AGREE"))))


def support_of(words):
    from tests.views.exports.private import MILL

    return support(MILL, words)


def test_who_is_quoted_without_role_or_age_is_named():
    record = a_fire(replace(INES, roles=()))
    assert described_persons(record) == {}


def test_a_minor_is_described_whatever_the_office():
    given = (Role(role="president of the chess club", when=None, span=OSKAR.mentions[0]),)
    assert described_persons(a_fire(replace(OSKAR, roles=given))) == {OSKAR.id: "minor"}


def test_without_texts_ages_are_found_in_the_words_that_lines_rest_on():
    record = a_fire(
        replace(OSKAR, mentions=(passage_of("Oskar Pell"),)), events=(told("Oskar Pell, 9, was injured"),)
    )
    bare = tuple(replace(line, report=replace(line.report, text="")) for line in record.reports)
    assert described_persons(replace(record, reports=bare)) == {OSKAR.id: "minor"}


def passage_of(words):
    from tests.views.exports.private import MILL

    return passage(MILL, words)


def told(words):
    return event(words, (support_of(words),))


def test_bodies_and_places_are_never_described():
    for kind in ("organization", "place", "group", "unnamed"):
        assert described_persons(a_fire(replace(MARSH, kind=kind))) == {}


def test_greta_the_mayor_is_named_though_a_hagen_was_arrested():
    assert GRETA.id not in described_persons(a_fire())
    assert ROLF.id in described_persons(a_fire())
