"""A request in, who is asking and what they send out: what the pages depend on.

A page that changes anything depends on `by_editor` or `by_reader`; a test holds every such page to it.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from starlette.datastructures import FormData, UploadFile

from onrecord.web.access.keeper import Keeper, Who

FILES = 200
"""How many files may be dropped at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What was sent by a form, and by whom."""

    who: Who
    form: FormData

    def text(self, name: str, *, most: int = 2_000) -> str:
        """Return what one field holds, without blanks around it; nothing if there is none.

        Raises:
            HTTPException: It is longer than it may be.
        """
        value = self.form.get(name)
        words = value.strip() if isinstance(value, str) else ""
        if len(words) > most:
            raise HTTPException(422, f"The field “{name}” may have up to {most:,} characters.")
        return words

    def texts(self, name: str) -> tuple[str, ...]:
        """Return what all fields of one name hold, each once, in order."""
        given = (value.strip() for value in self.form.getlist(name) if isinstance(value, str))
        return tuple(dict.fromkeys(value for value in given if value))

    def files(self, name: str) -> tuple[UploadFile, ...]:
        """Return the files of one name."""
        return tuple(v for v in self.form.getlist(name) if isinstance(v, UploadFile) and v.filename)


def who_asks(request: Request) -> Who:
    """Return who is asking; they have come through the doors."""
    who: Who | None = getattr(request.state, "who", None)
    if who is None:
        raise HTTPException(401, "Sign in first.")
    return who


async def by_reader(request: Request) -> AsyncIterator[Posted]:
    """Yield what anybody who may come in sends by one of our own forms; its files go when it is answered."""
    who = who_asks(request)
    async with request.form(max_files=FILES, max_fields=100) as form:
        keeper: Keeper = request.state.keeper
        given = request.headers.get("x-csrf-token") or form.get("csrf")
        if who.csrf and not (isinstance(given, str) and keeper.is_csrf(who, given)):
            raise HTTPException(403, "This form is too old. Load its page again, then send it.")
        yield Posted(who=who, form=form)


async def by_editor(request: Request) -> AsyncIterator[Posted]:
    """Yield what an editor sends by one of our own forms; a reader is refused before it is read."""
    may_edit(request)
    async with asynccontextmanager(by_reader)(request) as posted:
        yield posted


def may_edit(request: Request) -> Who:
    """Return who is asking, if they may rule and read in."""
    who = who_asks(request)
    if not who.may_edit:
        raise HTTPException(
            403, f"{who.name} may look, but not change anything: that takes an editor's token."
        )
    return who


Asking = Annotated[Who, Depends(who_asks)]
Editing = Annotated[Who, Depends(may_edit)]
ByReader = Annotated[Posted, Depends(by_reader)]
ByEditor = Annotated[Posted, Depends(by_editor)]
