"""A report's page: its text with what was found in it, in place."""

import re
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from onrecord.web.room import Room, room_of

router = APIRouter(include_in_schema=False)

KINDS: Final = {
    "quotation": "quotations", "figure": "figures", "time": "days and times", "name": "names",
    "event": "events",
}  # fmt: skip
USUAL: Final = ("quotation", "figure")
"""What is marked where nothing is chosen: more would hide the words."""

_PLACE: Final = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What is looked at: a place in the text as `120-188`, where a part begins, what is marked."""

    at: str
    begin: int
    marked: frozenset[str]

    @property
    def here(self) -> tuple[int, int] | None:
        """The place, if one is given."""
        place = _PLACE.fullmatch(self.at)
        return (int(place[1]), int(place[2])) if place is not None else None


def look(
    at: Annotated[str, Query(max_length=40)] = "",
    begin: Annotated[int, Query(ge=0)] = 0,
    show: Annotated[list[str] | None, Query(max_length=10)] = None,
    chosen: bool = False,
) -> Look:
    """Return what is looked at; where nothing was chosen to be marked, a place stands out alone."""
    usual = () if at else USUAL
    return Look(at=at, begin=begin, marked=frozenset(show or (() if chosen else usual)))


@router.get("/reports/{report}", response_class=HTMLResponse)
def report_page(
    request: Request,
    room: Annotated[Room, Depends(room_of)],
    report: str,
    wanted: Annotated[Look, Depends(look)],
) -> HTMLResponse:
    """Return a report with what was found in it."""
    page = room.desk.report(report, here=wanted.here, begin=wanted.begin, marked=wanted.marked)
    return room.page(
        request,
        "report.html",
        page=page,
        marked=wanted.marked,
        kinds=KINDS,
        at=wanted.at,
        begin=wanted.begin,
    )
