"""What all pages share: the desk, who reads, and how a page is set."""

from typing import Final, cast

from fastapi import Request
from fastapi.responses import HTMLResponse

from onrecord.desk import Desk
from onrecord.web.records import Records
from onrecord.web.rendering import Rendering
from onrecord.web.settings import Settings

READER: Final = "me"
"""Whose mark it is where nobody has to sign in."""


class Room:
    """A reading room: one for each process, shared by its threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.desk = Desk(settings.store)
        self.records = Records(self.desk)
        self.rendering = Rendering()

    def page(self, request: Request, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """Return a page of a template; it knows the request, who reads, and what they may do."""
        shared = {
            "request": request, "reader": reader_of(request), "may_edit": may_edit(request),
            "csrf": getattr(request.state, "csrf", ""), "settings": self.settings,
        }  # fmt: skip
        return HTMLResponse(self.rendering.render(template, **(shared | values)), status_code=status)

    def close(self) -> None:
        """Let go of the store."""
        self.records.close()
        self.desk.close()


def room_of(request: Request) -> Room:
    """Return the room that a request came to; a dependency of every page."""
    return cast(Room, request.app.state.room)


def reader_of(request: Request) -> str:
    """Return who reads: whom the session names, else the one reader of this machine."""
    return str(getattr(request.state, "reader", READER))


def may_edit(request: Request) -> bool:
    """Whether who reads may rule and have reports read; `access` says so where people sign in."""
    return getattr(request.state, "role", "editor") == "editor"
