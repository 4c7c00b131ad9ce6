"""What could not be read, where and why."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from onrecord.web.room import Room, room_of

router = APIRouter(include_in_schema=False)


@router.get("/problems", response_class=HTMLResponse)
def problems(request: Request, room: Annotated[Room, Depends(room_of)]) -> HTMLResponse:
    """Return every problem."""
    return room.page(request, "problems.html", problems=room.desk.problems())
