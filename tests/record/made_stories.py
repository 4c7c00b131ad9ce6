"""Invented reports with annotations for tests of moments: meetings, plans, copies, tolls, revisions.

Each is a small choice out of a table, so that a property test can draw any number of them.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from onrecord.model.annotation import Found
from onrecord.model.report import Report
from onrecord.record.joining import join
from onrecord.record.store import Store
from tests.build import event, figure, found, name, said
from tests.support import make_report

OUTLETS = ("Port Leven Courier", "Marl Gazette", "The Harbour Post")
WORDS = (
    "We go in with open hands, but not with empty ones",
    "We go in with open hands and not with empty ones",
    "Nobody will be told to wait for another winter",
)
MEETINGS = (
    ("Dana Reyes met Otto Brandt in Port Leven on Monday over the ferry Kestrel and its grain.", "met"),
    ("On Monday Otto Brandt received Dana Reyes at Port Leven to speak of the lost Kestrel.", "received"),
    ("Talks about the Kestrel were held in Port Leven on Monday: Dana Reyes saw Otto Brandt.", "held"),
)
TOLLS = (
    "At least {} people were killed when the ferry Kestrel struck the bank.",
    "At least {} people were killed in the loss of the Kestrel, the port said.",
    "At least {} people were killed as the Kestrel sank.",
)
DETAILS = (
    "Rain is forecast for the coming days and the harbour master has closed the northern pier.",
    "The owner said that a pilot had warned of the bank in letters that nobody answered last year.",
    "The crews of both vessels were asked to stay in the town until they had been heard by the court.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One invented report in figures: which page, of which day, what it tells."""

    page: int
    day: int | None = 10
    retrieved: int | None = None
    updated: int | None = None
    meeting: bool = True
    plan: int | None = None
    toll: int | None = None
    words: int | None = None
    detail: int = 0
    background: bool = False


def made(told: Told) -> tuple[Report, Found]:
    """Return the report with its annotations."""
    meeting, _ = MEETINGS[told.page % len(MEETINGS)]
    plan = f"Dana Reyes will meet Otto Brandt in Port Leven on March {told.plan} over the ferry Kestrel."
    toll = TOLLS[told.page % len(TOLLS)].format(told.toll)
    quote = f"“{WORDS[told.words or 0]},” Dana Reyes said of the ferry Kestrel."
    lines = [DETAILS[told.detail]]
    lines += [meeting] if told.meeting else []
    lines += [plan] if told.plan is not None else []
    lines += [toll] if told.toll is not None else []
    lines += [quote] if told.words is not None else []
    report = make_report(
        "\n".join(lines),
        address=f"https://port.example/{told.page}",
        published=None if told.day is None else f"2026-03-{told.day:02}",
        outlet=OUTLETS[told.page % len(OUTLETS)],
    )
    if told.updated is not None and report.published is not None:
        report = replace(report, updated=replace(report.published, edtf=f"2026-03-{told.updated:02}"))
    if told.retrieved is not None:
        report = replace(report, retrieved=datetime(2026, 3, told.retrieved, 12, tzinfo=UTC))
    return report, _found(report, told, meeting=meeting, plan=plan, toll=toll)


def _found(report: Report, told: Told, *, meeting: str, plan: str, toll: str) -> Found:
    people = []
    if told.meeting or told.plan is not None or told.words is not None:
        people.append(name(report, "Dana Reyes"))
    if told.meeting or told.plan is not None:
        people.append(name(report, "Otto Brandt"))
    parts: list[object] = [*people]
    if told.meeting:
        clause, trigger = meeting.rstrip("."), MEETINGS[told.page % len(MEETINGS)][1]
        parts.append(event(report, clause, trigger, *people, day="2026-03-09", background=told.background))
    if told.plan is not None:
        clause = plan.rstrip(".")
        day = f"2026-03-{told.plan:02}"
        parts.append(event(report, clause, "will meet", *people, day=day, modality="planned"))
    if told.toll is not None:
        words = f"At least {told.toll}"
        parts.append(figure(report, words, toll.rstrip("."), told.toll, None, hedge="at-least"))
    if told.words is not None:
        parts.append(said(report, WORDS[told.words], people[0]))
    return found(*parts)


def keep(store: Store, told: Told) -> Report:
    """Read one invented report into a store, linked as `read` links it; return it as kept."""
    report, annotations = made(told)
    with store.writer() as writer:
        known = writer.view.known([report.id])
        kept = writer.keep(report, annotations, finders=("hand/1",), problems=())
        if not known:
            join(writer, [(kept, annotations)])
    return kept
