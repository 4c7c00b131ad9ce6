"""Which paragraphs one outlet took whole from another."""

import pytest

from onrecord.links.lifted import find_lifted
from onrecord.model.report import Report
from tests.support import make_report

LAMP = (
    "The lamp on the north pier had been out since January, two fishermen wrote to the harbour office in "
    "February, and no answer had come by the day on which the ferry struck the bank."
)
FIRST = f"A ferry ran aground off Port Leven on Monday.\n{LAMP}\nNobody was hurt."
SPEECH = (
    "“I will not rest until every lamp on this coast is lit again, and I say it to all of you here tonight.”"
)


def lifted(
    first: str, second: str, *, outlets: tuple[str, str] = ("Arden Chronicle", "Cove Post")
) -> list[str]:
    reports: list[Report] = [
        make_report(text, outlet=outlet, published=day, address=outlet + day)
        for text, outlet, day in zip((first, second), outlets, ("2026-03-10", "2026-03-12"), strict=True)
    ]
    found = find_lifted(reports, {report.id: report.outlet or "" for report in reports})
    by_id = {report.id: report for report in reports}
    return [one.words.of(by_id[one.report].text) for one in found]


def test_a_paragraph_taken_whole_is_found_in_the_later_report() -> None:
    assert lifted(FIRST, f"The inquiry opens in May.\n{LAMP}\nIt will sit for a week.") == [LAMP]


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(
            "The inquiry opens in May.\nThe lamp on the north pier is to be mended.", id="other words"
        ),
        pytest.param(LAMP.replace("two", "nine"), id="another number"),
        pytest.param("Nobody was hurt.", id="too short to tell"),
    ],
)
def test_other_paragraphs_are_nobodys(second: str) -> None:
    assert lifted(FIRST, second) == []


def test_an_outlet_doesnt_lift_from_itself() -> None:
    assert lifted(FIRST, LAMP, outlets=("Cove Post", "Cove Post")) == []


def test_words_that_both_heard_are_not_lifted() -> None:
    assert lifted(f"{SPEECH} the mayor said.", f"The mayor told the hall: {SPEECH}") == []
