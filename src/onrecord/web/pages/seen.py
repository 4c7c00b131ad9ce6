"""A reader's mark: what has been seen isn't new any more."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.web.access.asking import ByReader
from onrecord.web.room import Room, reader_of, room_of

router = APIRouter(include_in_schema=False)


@router.post("/seen")
def seen(request: Request, room: Annotated[Room, Depends(room_of)], posted: ByReader) -> Response:
    """Set who reads' mark at a read number, and go back to where they were."""
    up_to = posted.text("up_to", most=20)
    room.desk.mark(reader_of(request), at=int(up_to) if up_to.isdecimal() and up_to.isascii() else None)
    back = posted.text("back", most=300)
    return RedirectResponse(back if back.startswith("/stories/") else "/", status_code=303)
