"""A token in, a session out: the page that asks for it, and the button that ends it."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord.web.access.asking import ByReader
from onrecord.web.access.doors import SIGN_IN
from onrecord.web.access.keeper import COOKIE, Keeper
from onrecord.web.access.sessions import LASTS
from onrecord.web.room import Room, room_of

WRONG: Final = "That is no token of this desk. Paste it whole, or ask whoever runs the server for one."

router = APIRouter(include_in_schema=False)
InRoom = Annotated[Room, Depends(room_of)]


@router.get(SIGN_IN)
def sign_in_page(request: Request, room: InRoom, next: str = "/") -> HTMLResponse:
    """Return the page that asks for a token."""
    return room.page(request, "sign-in.html", next=local(next), wrong="")


@router.post(SIGN_IN)
async def sign_in(request: Request, room: InRoom) -> Response:
    """Begin a session for whoever shows a token."""
    keeper: Keeper = request.state.keeper
    form = await request.form(max_files=0, max_fields=4)
    given, onward = form.get("token"), form.get("next")
    holder = keeper.holder(given) if isinstance(given, str) else None
    goal = local(onward if isinstance(onward, str) else "/")
    if holder is None:
        return room.page(request, "sign-in.html", status=403, next=goal, wrong=WRONG)
    answer = RedirectResponse(goal, status_code=303)
    answer.set_cookie(
        COOKIE,
        keeper.sessions.begin(holder.name, holder.sha256, keeper.now()),
        max_age=LASTS,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/sign-out")
def sign_out(request: Request, posted: ByReader) -> Response:
    """End a session for good."""
    keeper: Keeper = request.state.keeper
    if posted.who.session is None:
        raise HTTPException(409, "There is no session to end.")
    keeper.sessions.end(posted.who.session, keeper.now())
    answer = RedirectResponse(SIGN_IN, status_code=303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="lax")
    return answer


def local(address: str) -> str:
    """Return an address if it is a page of ours, else the front page: nobody is sent elsewhere from here."""
    plain = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if plain and address.isprintable() and "\\" not in address else "/"
