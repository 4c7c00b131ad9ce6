"""A request in, which desk it asks and as who out."""

import re
from datetime import date
from typing import Annotated, Final, Protocol, cast

from fastapi import Depends, HTTPException, Query, Request
from pydantic import BeforeValidator

from onrecord.desk import Desk

NUMBERS: Final = 2**53 - 1
"""The largest whole number that every reader of JSON keeps."""
READER: Final = "me"


class Who(Protocol):
    """Who is asking, as the doors of the reading room tell."""

    @property
    def name(self) -> str:
        """Whose marks are meant."""

    @property
    def by(self) -> str:
        """Under which name rulings are kept."""

    @property
    def session(self) -> object | None:
        """The session that a cookie names; None where a token itself is shown."""

    @property
    def may_edit(self) -> bool:
        """Whether they may rule."""


def now(request: Request) -> Desk:
    """Return the desk as it is."""
    return cast(Desk, request.app.state.desk)


def written_out(value: object) -> object:
    """Return what is given for a day, if it is written out as one: a bare number is none."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) is None:
        raise ValueError("a day was expected, as in 2026-03-12")
    return value


Day = Annotated[date, BeforeValidator(written_out)]


def then(
    desk: Annotated[Desk, Depends(now)],
    as_of: Annotated[
        Day | None,
        Query(description="Only what had been published by the end of this day.", examples=["2026-03-12"]),
    ] = None,
    as_read: Annotated[
        int | None, Query(ge=0, le=NUMBERS, description="Only the first so many reports read.", examples=[12])
    ] = None,
) -> Desk:
    """Return the desk as it was at the moment asked of."""
    return desk if as_of is None and as_read is None else desk.at(as_of=as_of, as_read=as_read)


def reader_of(request: Request) -> str:
    """Return whose mark is meant where none is named."""
    who = _who(request)
    return who.name if who is not None else READER


def editor(request: Request) -> Who:
    """Return who rules.

    A page of another site can't post here: the doors refuse it, and what a session posts needs the token that
    only our own pages know.

    Raises:
        HTTPException: They may not.
    """
    who = _who(request)
    if who is None:
        raise HTTPException(401, "A token is needed.", {"WWW-Authenticate": "Bearer"})
    if not who.may_edit:
        raise HTTPException(403, f"{who.name} may look, but not rule: that takes an editor's token.")
    keeper = getattr(request.state, "keeper", None)
    given = request.headers.get("x-csrf-token", "")
    if who.session is not None and not (keeper is not None and keeper.is_csrf(who, given)):
        raise HTTPException(403, "A session needs X-CSRF-Token; programs show their token instead.")
    return who


def _who(request: Request) -> Who | None:
    return cast("Who | None", getattr(request.state, "who", None))


Now = Annotated[Desk, Depends(now)]
Then = Annotated[Desk, Depends(then)]
Editor = Annotated[Who, Depends(editor)]
