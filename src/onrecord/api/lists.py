"""Questions for lines in, pages of them out: reports, statements, events, figures, entities, differences."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from onrecord.api import kinds
from onrecord.api.answers import answer
from onrecord.api.asking import Day, Then
from onrecord.api.schemas import answers
from onrecord.desk import Desk
from onrecord.model.annotation import EntityKind, Modality
from onrecord.model.record import DifferenceKind, Record, Verdict
from onrecord.views import selecting
from onrecord.views.paging import CURSOR, Asked, Pick, of_entity, page
from onrecord.views.selecting import Days, EventsAsked, SaidAsked

router = APIRouter()

MOST = 200
Story = Annotated[
    str | None,
    Query(
        min_length=1, max_length=200, examples=["dam talks"],
        description="Only of this story: its id, the beginning of it, or words of its title.",
    ),
]  # fmt: skip
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many at most; a page may hold fewer.")]
Cursor = Annotated[
    str | None, Query(pattern=CURSOR, description="Where to go on: `next` of the page before.")
]
Person = Annotated[
    str | None,
    Query(
        min_length=1, max_length=200, examples=["Daniel Oakes"],
        description="An entity's id, or words of a name: then everyone who bears them.",
    ),
]  # fmt: skip
Words = Annotated[str | None, Query(min_length=1, max_length=200)]
Since = Annotated[
    Day | None,
    Query(description="First day. Lines whose day isn't known, or only to one side, are left out."),
]
Until = Annotated[Day | None, Query(description="Last day, counting itself.")]
Unsure = Annotated[bool, Query(description="Also lines of which the machine is unsure; they are marked so.")]


def asked(story: Story = None, limit: Limit = 50, cursor: Cursor = None) -> Asked:
    """Return which page is asked for."""
    return Asked(story=story, limit=limit, cursor=cursor)


def days(since: Since = None, until: Until = None) -> Days:
    """Return which days are asked for."""
    return Days(since=since, until=until)


Which = Annotated[Asked, Depends(asked)]
When = Annotated[Days, Depends(days)]


def _page(request: Request, desk: Desk, asked: Asked, pick: Pick) -> Response:
    return answer(request, page(desk, asked, pick, kinds.item, name=kinds.name_of))


@router.get("/reports", responses=answers("Reports", "Reports, without their texts"), tags=["lines"])
def reports(request: Request, desk: Then, which: Which, when: When, outlet: Words = None) -> Response:
    """List the reports, with outlet, headline, day and origin."""
    return _page(request, desk, which, lambda record: selecting.reports(record, outlet=outlet, days=when))


def said_asked(when: When, person: Person = None, unsure: Unsure = False) -> SaidAsked:
    """Return whose statements are asked for, and of which days."""
    return SaidAsked(person=person, days=when, unsure=unsure)


SaidWhat = Annotated[SaidAsked, Depends(said_asked)]


@router.get("/statements", responses=answers("Statements", "Who said what"), tags=["lines"])
def statements(request: Request, desk: Then, which: Which, wanted: SaidWhat) -> Response:
    """List who said what: by person and days, each with every report's wording."""
    which, person = of_entity(desk, which, wanted.person)
    wanted = replace(wanted, person=person)
    return _page(request, desk, which, lambda record: selecting.statements(record, wanted))


def events_asked(
    when: When,
    modality: Annotated[Modality | None, Query(description="Only what is told as this.")] = None,
    person: Person = None,
    background: Annotated[
        bool | None, Query(description="Only what is told as an old thing, or only what isn't.")
    ] = None,
    unsure: Unsure = False,
) -> EventsAsked:
    """Return which events are asked for."""
    return EventsAsked(modality=modality, person=person, background=background, days=when, unsure=unsure)


@router.get("/events", responses=answers("Events", "Happenings, plans, demands, denials"), tags=["lines"])
def events(
    request: Request, desk: Then, which: Which, wanted: Annotated[EventsAsked, Depends(events_asked)]
) -> Response:
    """List what happened, was planned, demanded or denied, with who says so and how many origins."""
    which, person = of_entity(desk, which, wanted.person)
    wanted = replace(wanted, person=person)
    return _page(request, desk, which, lambda record: selecting.events(record, wanted))


@router.get("/figures", responses=answers("Figures", "Figures with their histories"), tags=["lines"])
def figures(
    request: Request,
    desk: Then,
    which: Which,
    counts: Annotated[
        str | None, Query(min_length=1, max_length=200, description="Words of what is counted.")
    ] = None,
) -> Response:
    """List the figures, each with every report's number, who gives it and for which day."""
    return _page(request, desk, which, lambda record: selecting.figures(record, counts))


@router.get("/entities", responses=answers("Entities", "Who and what is named"), tags=["lines"])
def entities(
    request: Request,
    desk: Then,
    which: Which,
    name: Person = None,
    kind: Annotated[EntityKind | None, Query(description="Only of this kind.")] = None,
) -> Response:
    """List the persons, organisations, places and groups. A name may stand in several storylines."""
    which, name = of_entity(desk, which, name)
    return _page(request, desk, which, lambda record: selecting.entities(record, name=name, kind=kind))


@router.get("/differences", responses=answers("Differences", "Where reports part"), tags=["lines"])
def differences(
    request: Request,
    desk: Then,
    which: Which,
    kind: Annotated[DifferenceKind | None, Query(description="Only of this kind.")] = None,
    verdict: Annotated[Verdict | None, Query(description="Only of this verdict.")] = None,
) -> Response:
    """List where reports part: conflicts, updates over time, other wordings."""

    def pick(record: Record) -> Iterable[Any]:
        return selecting.differences(record, kind=kind, verdict=verdict)

    return _page(request, desk, which, pick)
