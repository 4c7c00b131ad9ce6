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


OF_OTHERS = [
    pytest.param("The fever killed 27 people who had drunk from wells", 27, [], id="those-alone-who"),
    pytest.param("There were 27 people who the fever killed", 27, ["conflict"], id="those-whom-it-killed"),
    pytest.param("The fever killed the remaining 27 people", 27, [], id="the-remaining"),
    pytest.param("The fever killed another 27 people", 27, ["conflict"], id="another-may-be-all"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "verdicts"), OF_OTHERS)
def test_numbers_of_some_alone_do_not_contradict_that_of_all(
    text: str, number: int, verdicts: list[str]
) -> None:
    assert kinds(told("a", "The fever killed 21 people", 21), told("b", text, number)) == verdicts


@pytest.mark.parametrize(("modality", "verdicts"), [("planned", []), ("happened", ["conflict"])])
def test_what_was_planned_is_not_what_came(modality: str, verdicts: list[str]) -> None:
    def released(outlet: str, text: str, number: int, **more: str) -> Part:
        report = make_report(f"{text}.", address=outlet, outlet=outlet, published="2026-03-03")
        release = event(report, text, "prisoners", sort="release", type=None, day="2026-03-03", **more)
        count = figure(
            report, str(number), text, number, number, counts="prisoners", head="prisoner", unit="people"
        )
        return report, found(release, count)

    came = released("a", "The camp let 21 prisoners go", 21)
    other = released("b", "The camp was to let 27 prisoners go", 27, modality=modality)
    assert kinds(came, other) == verdicts


@pytest.mark.parametrize(("number", "verdicts"), [(1070, []), (90, ["update"])])
def test_votes_that_lie_far_apart_are_of_two_votes(number: int, verdicts: list[str]) -> None:
    def cast(outlet: str, count: int) -> Part:
        text = f"The motion was lost by {count} votes"
        report = make_report(f"{text}.", address=outlet, outlet=outlet, published="2026-03-03")
        vote = event(report, text, "lost", sort="vote", type=None, day="2026-03-03")
        return report, found(
            vote, figure(report, str(count), text, count, count, counts="votes", head="vote", unit="")
        )

    assert kinds(cast("a", 74), cast("b", number)) == verdicts


def test_parts_of_a_whole_that_are_named_otherwise_are_two() -> None:
    first = told("a", "The fever killed 21 people, 12 of them in huts", 12)
    assert kinds(first, told("b", "The fever killed 31 people, 19 of them miners", 19)) == []
    assert kinds(first, told("b", "The fever killed 31 people, 19 of them in huts", 19)) == ["conflict"]
