"""Numbers of two places, of one place and the world, and of each year: they don't contradict each other."""

import pytest

from onrecord.model.annotation import Found
from onrecord.model.report import Report
from onrecord.record.beside import Beside
from onrecord.record.compose import compose
from tests.build import event, figure, found, name
from tests.support import make_report

Part = tuple[Report, Found]


def told(outlet: str, text: str, number: int) -> Part:
    """Return a report of March 3 that tells how many the fever has killed, with the places that it names."""
    report = make_report(f"{text}.", address=outlet, outlet=outlet, published="2026-03-03")
    where = tuple(name(report, town, kind="place") for town in ("Norland", "Ardmere") if town in text)
    fever = event(report, text, "fever", sort="outbreak", type=None, day="2026-03-02")
    return report, found(*where, fever, figure(report, str(number), text, number, number))


def kinds(*parts: Part) -> list[str]:
    ids = [report.id for report, _ in parts]
    record = compose("l", {"s": ids}, [r for r, _ in parts], {r.id: f for r, f in parts}, Beside())
    return [line.verdict for line in record.differences if line.kind == "figure"]


REACHES = [
    pytest.param("The fever killed 27 people", 27, ["conflict"], id="nowhere-told"),
    pytest.param("The fever killed 27 people in Norland", 27, ["conflict"], id="one-place"),
    pytest.param("The fever killed 27 people in Ardmere", 27, [], id="another-place"),
    pytest.param("The fever killed 27 people worldwide", 27, [], id="the-world"),
    pytest.param("The fever killed 270 people", 270, [], id="many-times-as-many-nowhere-told"),
    pytest.param("The fever kills 27 people each year", 27, [], id="each-year"),
]


@pytest.mark.parametrize(("text", "number", "verdicts"), REACHES)
def test_numbers_of_two_reaches_do_not_contradict_each_other(
    text: str, number: int, verdicts: list[str]
) -> None:
    assert kinds(told("a", "The fever killed 21 people in Norland", 21), told("b", text, number)) == verdicts


def test_two_numbers_of_each_year_do() -> None:
    first, second = (f"The fever kills {number} people each year" for number in (21, 27))
    assert kinds(told("a", first, 21), told("b", second, 27)) == ["conflict"]
