"""The front page: storylines with their stories, what is new in each, and filters."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.errors import NoSuchMomentError
from onrecord.model.partial_date import PartialDate
from onrecord.views.shelves import Asked
from onrecord.web.room import Room, reader_of, room_of

router = APIRouter(include_in_schema=False)

PAGE: Final = 20
"""Storylines on a page."""

FEW: Final = 3
"""Stories of a storyline that are shown; the others are folded."""

MOST: Final = 30
"""Stories of a storyline that are listed on the front page at all."""

Words = Annotated[str, Query(max_length=200)]


def asked(
    outlet: Words = "", person: Words = "", place: Words = "", begin: Words = "", end: Words = ""
) -> Asked:
    """Return what is asked for; of a month or year given as a day, its first or last day is meant.

    Raises:
        NoSuchMomentError: What is given for a day is none.
    """
    return Asked(
        outlet=outlet.strip(), person=person.strip(), place=place.strip(),
        begin=_day(begin, last=False), end=_day(end, last=True),
    )  # fmt: skip


@router.get("/", response_class=HTMLResponse)
def front(
    request: Request,
    room: Annotated[Room, Depends(room_of)],
    wanted: Annotated[Asked, Depends(asked)],
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> HTMLResponse:
    """Return the front page."""
    whole = room.records.shelves(Asked())
    found = room.records.shelves(wanted)
    pages = max(1, -(-len(found) // PAGE))
    page = min(page, pages)
    return room.page(
        request,
        "front.html",
        shelves=found[(page - 1) * PAGE : page * PAGE],
        total=len(found),
        reports=sum(shelf.reports for shelf in whole),
        outlets=sorted({outlet for shelf in whole for outlet in shelf.outlets})[:200],
        mark=room.desk.marks().get(reader_of(request), 0),
        unread=room.records.unread(),
        asked=wanted,
        page=page,
        pages=pages,
        few=FEW,
        most=MOST,
    )


def _day(text: str, *, last: bool) -> str:
    if not text.strip():
        return ""
    try:
        date = PartialDate.parse(text.strip())
    except ValueError as error:
        raise NoSuchMomentError(subject=text) from error
    day = date.last if last else date.first
    if day is None:
        raise NoSuchMomentError(subject=text)
    return day.isoformat()
