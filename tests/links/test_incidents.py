"""Which happening a number counts for: that of its own clause, else that of what was counted just before."""

from onrecord.links.entities import settle_entities
from onrecord.links.events import settle_events
from onrecord.links.incidents import Incident, incidents
from onrecord.links.material import gather
from onrecord.model.annotation import EventMention, FigureReading
from onrecord.model.report import Report
from tests.build import event, figure, found
from tests.support import make_report

TOLL = "The toll of the blast rose to 9 after 2 men died on Sunday"
LATER = "after 2 men died on Sunday"


def about(report: Report, events: list[EventMention], readings: list[FigureReading]) -> list[Incident]:
    material = gather([report], {report.id: found(*events, *readings)})
    told = incidents(readings, settle_events(material, settle_entities(material), {}), material)
    return [told[reading.id] for reading in readings]


def sides(more: str) -> tuple[list[EventMention], list[Incident]]:
    """Return the events of a report on a toll, and what its three numbers count for."""
    report = make_report(f"{TOLL}.{more}")
    events = [
        event(report, TOLL, "rose", sort="count move", type=None),
        event(report, LATER, "died", sort="deaths", type=None, day="2026-03-08"),
    ]
    readings = [figure(report, "9", TOLL, 9, 9), figure(report, "2", LATER, 2, 2)]
    readings.append(figure(report, "7", "The governor speaks of 7", 7, 7))
    return events, about(report, events, readings)


def test_what_stands_in_the_narrower_clause_of_another_number_is_that_ones() -> None:
    (rose, died), (toll, part, _) = sides(" The governor speaks of 7.")
    assert [*toll.events, *part.events] == [rose.id, died.id]


def test_a_clause_without_an_event_goes_on_with_what_was_counted_before() -> None:
    (rose, _), (_, _, other) = sides(" The governor speaks of 7.")
    assert [*other.events] == [rose.id]


def test_it_does_not_in_another_paragraph() -> None:
    _, (_, _, other) = sides("\n\nThe governor speaks of 7.")
    assert other.events == frozenset()
