"""A line's page: its whole evidence."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.web.room import Room, room_of

router = APIRouter(include_in_schema=False)


@router.get("/lines/{line}", response_class=HTMLResponse)
def line_page(
    request: Request,
    room: Annotated[Room, Depends(room_of)],
    line: str,
    story: Annotated[str, Query(max_length=200)] = "",
) -> HTMLResponse:
    """Return what a line, or anything else that has an id, rests on."""
    within = room.records.story(story, unsure=True).record if story else None
    return room.page(request, "line.html", why=room.desk.why(line, within=within), story=story)
