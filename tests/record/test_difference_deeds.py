"""What comes once to somebody, told by other verbs and for two days, is one thing with two accounts."""

from dataclasses import replace

import pytest

from onrecord.model.annotation import Found, Participant
from onrecord.model.record import Difference
from onrecord.model.report import Report
from tests.build import event, found, name
from tests.record.test_differences import differences
from tests.support import make_report

Part = tuple[Report, Found]


def told(at: str, text: str, trigger: str, day: str, **more: str) -> Part:
    """Return a report that tells what was done to Dana Reyes, or what she did, by the word for it."""
    who = more.pop("who", "Dana Reyes")
    report = make_report(f"{text}.", address=at, published="2026-03-10")
    person = name(report, who, kind=more.pop("kind", "person"))
    made = event(report, text, trigger, person, sort=trigger.split()[0], type=None, day=day)
    role = more.pop("role", "recipient")
    made = replace(made, participants=(Participant(mention=person.id, role=role),))  # type: ignore[arg-type]
    return report, found(person, made)


def dates(*parts: Part) -> list[Difference]:
    return [line for line in differences(*parts) if line.kind == "date"]


TAKEN = told("a", "Dana Reyes was taken from her house on Friday", "taken from her house", "2026-03-06")
DEEDS = [
    pytest.param("Dana Reyes was detained on Saturday", "detained", "2026-03-07", True, id="the-day-after"),
    pytest.param("Dana Reyes was detained on Friday", "detained", "2026-03-06", False, id="the-same-day"),
    pytest.param("Dana Reyes was detained in March", "detained", "2026-03", False, id="a-month-around-it"),
    pytest.param("Dana Reyes was detained last May", "detained", "2025-05", False, id="long-before"),
    pytest.param("Dana Reyes was praised on Saturday", "praised", "2026-03-07", False, id="another-deed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "day", "parts"), DEEDS)
def test_one_deed_on_two_days(text: str, trigger: str, day: str, parts: bool) -> None:
    lines = dates(TAKEN, told("b", text, trigger, day))
    assert bool(lines) == parts
    assert all(line.verdict == "conflict" for line in lines)


def test_what_is_done_to_another_is_another_deed() -> None:
    assert (
        dates(
            TAKEN,
            told("b", "Otto Brandt was detained on Saturday", "detained", "2026-03-07", who="Otto Brandt"),
        )
        == []
    )


def test_who_does_it_is_not_whom_it_is_done_to() -> None:
    first = told("a", "Dana Reyes arrested a thief on Friday", "arrested", "2026-03-06", role="actor")
    other = told("b", "Dana Reyes seized a boat on Saturday", "seized", "2026-03-07", role="actor")
    assert dates(first, other) == []


@pytest.mark.parametrize(("year", "parts"), [("2008", True), ("2001", False)])
def test_a_failure_is_of_one_year(year: str, parts: bool) -> None:
    firm = {"who": "Orley Bank", "kind": "organization", "role": "actor"}
    first = told("a", "Orley Bank collapsed in 2009", "collapsed", "2009", **firm)
    other = told("b", f"Orley Bank went under in {year}", "went under", year, **firm)
    assert bool(dates(first, other)) == parts


DENIED = [
    pytest.param("not on the 7th", "2026-03-07", True, id="the-day-that-the-other-tells"),
    pytest.param("not on the 7th", "2026-03-05", False, id="another-day"),
    pytest.param("not by the 7th bridge", "2026-03-07", False, id="no-day"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "day", "parts"), DENIED)
def test_a_day_on_which_it_is_said_not_to_have_been(words: str, day: str, parts: bool) -> None:
    first = told("a", f"Dana Reyes was filmed on March 6, {words}", "filmed", "2026-03-06")
    other = told("b", "Dana Reyes was filmed that day", "filmed", day)
    assert bool(dates(first, other)) == parts
