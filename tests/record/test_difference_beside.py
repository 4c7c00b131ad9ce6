"""Counts that a report sets beside each other: who counts one crowd otherwise, or one noun."""

import pytest

from tests.build import figure, found, name
from tests.record.test_differences import differences
from tests.support import make_report

SANG = "soon a thousand people were singing"


def kinds(
    first: str, number: str, low: float, second: str, other: str, count: float, **more: str
) -> list[str]:
    """Return the verdicts on two numbers of one report, the second by Dana Reyes."""
    report = make_report(f"It was dark, and {first}. {second}.", published="2026-03-10")
    reyes = name(report, "Dana Reyes")
    common = {"counts": "people", "head": "person", "unit": "people"}
    one = figure(report, number, first, low, low, **{**common, **more, "counts": "people singing"})
    two = figure(report, other, second, count, count, giver=reyes, **{**common, **more, "counts": "crowd"})
    lines = differences((report, found(reyes, one, two)))
    return [line.verdict for line in lines if line.kind == "figure"]


CROWDS = [
    pytest.param("Dana Reyes put the crowd at 600", "600", 600, ["conflict"], id="the-crowd"),
    pytest.param("Dana Reyes put the number of people singing at 600", "600", 600, ["conflict"], id="who"),
    pytest.param("Dana Reyes put the number of people arrested at 600", "600", 600, [], id="of-others"),
    pytest.param("Dana Reyes put the crowd at 1,000", "1,000", 1000, [], id="the-same"),
    pytest.param("Dana Reyes put the crowd at 30", "30", 30, [], id="of-another-size"),
    pytest.param("Dana Reyes told 600 people to leave", "600", 600, [], id="no-count"),
]  # fmt: skip


@pytest.mark.parametrize(("second", "other", "count", "verdicts"), CROWDS)
def test_who_puts_a_crowd_at_another_number(
    second: str, other: str, count: float, verdicts: list[str]
) -> None:
    assert kinds(SANG, "a thousand", 1000, second, other, count) == verdicts


@pytest.mark.parametrize(("head", "verdicts"), [("box", ["conflict"]), ("crate", [])])
def test_who_counts_one_noun_otherwise(head: str, verdicts: list[str]) -> None:
    report = make_report("They took 86 boxes. Dana Reyes counted 120.", published="2026-03-10")
    reyes = name(report, "Dana Reyes")
    one = figure(report, "86", "They took 86 boxes", 86, 86, counts="boxes taken", head="box", unit="")
    two = figure(
        report, "120", "Dana Reyes counted 120", 120, 120, giver=reyes, counts="seen", head=head, unit=""
    )
    lines = [d for d in differences((report, found(reyes, one, two))) if d.kind == "figure"]
    assert [line.verdict for line in lines] == verdicts
