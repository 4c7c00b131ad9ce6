"""Two reports side by side."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.web.room import Room, room_of

router = APIRouter(include_in_schema=False)

Id = Annotated[str, Query(max_length=200)]


@router.get("/compare", response_class=HTMLResponse)
def compare(
    request: Request, room: Annotated[Room, Depends(room_of)], first: Id = "", second: Id = "", story: Id = ""
) -> HTMLResponse:
    """Return two reports side by side; without both, the reports of a story to choose from."""
    listed = room.records.story(story).sheet.reports if story else ()
    compared = room.desk.compare(first, second) if first and second else None
    return room.page(
        request,
        "compare.html",
        compared=compared,
        listed=listed[:500],
        first=first,
        second=second,
        story=story,
    )
