"""What is exported in, an iCalendar of its plans out (RFC 5545).

A plan is one entry for good: put off or changed, it keeps its UID, takes the new day, and its SEQUENCE counts
what was done to it. A plan whose day is known only within limits stands over all the days that it may be on,
with its limits in its title; one without limits, or within more than a month, has no place in a calendar.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

import icalendar

from onrecord import __version__
from onrecord.model.record import Event, OutcomeState
from onrecord.model.when import When
from onrecord.views.days import day_of
from onrecord.views.exports.exported import Exported, address_of, begins, joined, urn, web_address
from onrecord.views.harmless import one_line
from onrecord.views.lines import Line, event_line
from onrecord.views.sheet import is_unsure, title_of

STATUS: Final[Mapping[OutcomeState, str]] = {
    "pending": "TENTATIVE", "no-report": "TENTATIVE", "held": "CONFIRMED", "changed": "TENTATIVE",
    "put-off": "CANCELLED", "called-off": "CANCELLED", "denied": "CANCELLED",
}  # fmt: skip
"""A plan is never more than tentative until it was held: it is what somebody has announced."""

CAME: Final = frozenset({"happened", "ongoing"})
MOVED: Final = frozenset({"put-off", "changed"})
TOLD: Final = frozenset({"changes", "denies", "withdraws"})
LONGEST: Final = 31
"""Days that limits may lie apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A plan through its changes: the events that it was, in order; the last is how it stands."""

    events: tuple[Event, ...]

    @property
    def first(self) -> Event:
        """How it first stood in the calendar: as it was announced with a day."""
        return next((event for event in self.events if days_of(event.when) is not None), self.last)

    @property
    def last(self) -> Event:
        """How it stands."""
        return self.events[-1]

    @property
    def sequence(self) -> int:
        """How often something was done to it."""
        steps = sum(step.what in TOLD for event in self.events for step in event.history)
        ends = (event.outcome for event in self.events)
        told = sum(end is not None and end.state not in ("pending", "no-report") for end in ends)
        return steps + told + (self.last.modality in CAME)


def as_ics(given: Exported) -> bytes:
    """Return the plans as a calendar."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//onrecord//onrecord {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", title_of(given.record))
    for course in courses(given):
        entry = _entry(course, given)
        if entry is not None:
            calendar.add_component(entry)
    return bytes(calendar.to_ical())


def courses(given: Exported) -> Iterator[Course]:
    """Yield each plan through its changes, once, in the record's order."""
    plans = [e for e in given.record.events if e.modality == "planned" and e.outcome and not is_unsure(e)]
    follows = {event.id: _next(event, given) for event in plans}
    later = {event.id for event in follows.values() if event is not None}
    taken: set[str] = set()
    for plan in (*(p for p in plans if p.id not in later), *plans):
        events: list[Event] = []
        step: Event | None = plan
        while step is not None and step.id not in taken:
            taken.add(step.id)
            events.append(step)
            step = follows.get(step.id)
        if events:
            yield Course(events=tuple(events))


def _next(event: Event, given: Exported) -> Event | None:
    """Return what a plan was put off to or changed to."""
    outcome = event.outcome
    moved = outcome is not None and outcome.to is not None and outcome.state in MOVED
    return given.lookup.events.get(outcome.to or "") if moved and outcome is not None else None


def _entry(course: Course, given: Exported) -> icalendar.Event | None:
    """Return the calendar's entry for a plan; None where its day has no place in a calendar."""
    plan = course.last
    days = days_of(plan.when)
    if days is None:
        return None
    line = event_line(plan, given.lookup)
    entry = icalendar.Event()
    entry.add("uid", urn(course.first.id).removeprefix("urn:uuid:"))
    entry.add("dtstamp", given.made_at.astimezone(UTC))
    entry.add("sequence", course.sequence)
    entry.add("status", _status(plan))
    entry.add("transp", "TRANSPARENT")
    entry.add("dtstart", days[0])
    if days[1] is not None:
        entry.add("dtend", days[1])
    entry.add("summary", _summary(line, plan))
    entry.add("description", _description(line, course, given))
    entry.add("categories", ["plan"])
    for name, value in _more(plan, given):
        entry.add(name, value)
    return entry


def _status(plan: Event) -> str:
    """Return how sure a plan is to come; what it was put off to may have come already."""
    if plan.modality in CAME:
        return "CONFIRMED"
    if plan.modality == "denied" or plan.standing == "withdrawn":
        return "CANCELLED"
    return STATUS[plan.outcome.state] if plan.outcome is not None else "TENTATIVE"


def days_of(when: When | None) -> tuple[date | datetime, date | None] | None:
    """Return when a plan begins, and the day after its last; a time of day has no end."""
    known = when.date if when is not None else None
    if when is None or known is None or known.first is None:
        return None
    moment = _moment(when.edtf or "")
    if moment is not None:
        return moment, None
    last = known.last if known.last is not None else known.first if begins(when) else None
    if last is None or last - known.first >= timedelta(days=LONGEST):
        return None
    return known.first, last + timedelta(days=1)


def _moment(edtf: str) -> datetime | None:
    """Return a time of day: in UTC where it says its zone, else on the clock of wherever it is."""
    day, parted, time = edtf.partition("T")
    if not parted or "/" in edtf or "[" in day:
        return None
    try:
        found = datetime.fromisoformat(f"{day}T{time}")
    except ValueError:
        return None
    return found if found.tzinfo is None else found.astimezone(UTC)


def _summary(line: Line, plan: Event) -> str:
    """Return a title: the day where it isn't fixed, what became of the plan, the report's words."""
    fixed = line.day.sure and plan.when is not None and plan.when.date is not None and plan.when.date.day
    told = plan.outcome is not None and plan.outcome.state != "pending"
    parts = ["" if fixed else line.day.words, line.marks[0] if told and line.marks else "", line.what]
    return " · ".join(part for part in parts if part)


def _description(line: Line, course: Course, given: Exported) -> str:
    """Return who announces it, what became of it, and the sentences that it rests on."""
    parts = [f"{line.day.words} · {line.who} · {line.origins}"]
    parts += [joined(line.marks)] if line.marks else []
    for earlier in reversed(course.events[:-1]):
        parts.append(f"before: {day_of(earlier.when, given.lookup.year).words} · {one_line(earlier.label)}")
    for support in course.last.support:
        report = given.lookup.reports.get(support.span.report)
        address = address_of(report) if report is not None and web_address(report.address) else ""
        sentence = given.sentence(support.span)
        quoted = f"“{sentence}”" if sentence else ""
        cited = (given.lookup.outlet(support.span.report), quoted, address)
        parts.append(" ".join(part for part in cited if part))
    parts.append(f"onrecord: {course.last.id}")
    return "\n".join(parts)


def _more(plan: Event, given: Exported) -> Iterator[tuple[str, object]]:
    """Yield what only some plans have: a place, an address, a day that isn't fixed."""
    entity = given.lookup.entities.get(plan.place or "")
    where = one_line(entity.name) if entity is not None else one_line(plan.where or "")
    if where:
        yield "location", where
    if entity is not None and entity.place is not None and entity.place.latitude is not None:
        yield "geo", (entity.place.latitude, entity.place.longitude)
    report = given.lookup.reports.get(plan.support[0].span.report)
    address = web_address(report.address) if report is not None else None
    if address is not None:
        yield "url", address
    if plan.when is not None and plan.when.edtf is not None:
        yield "x-onrecord-edtf", plan.when.edtf
        yield "x-onrecord-basis", plan.when.basis
