"""The front page: stories, and what is new in each."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from onrecord.web.room import Room, room_of

router = APIRouter(include_in_schema=False)


@router.get("/", response_class=HTMLResponse)
def front(request: Request, room: Annotated[Room, Depends(room_of)]) -> HTMLResponse:
    """Return the front page."""
    return room.page(request, "front.html", stories=room.desk.stories())
