"""Settings in, the reading room as an ASGI application out.

What is served is put together here and nowhere else: pages, files, ruling, reading, and the API, each a
router of its own. Who may come in is decided around all of them, by `web.access`.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from onrecord import __version__
from onrecord.api.app import HOME as API
from onrecord.api.app import api
from onrecord.web import ruling, static_files, uploading
from onrecord.web.access.installing import install
from onrecord.web.access.keeper import Access
from onrecord.web.pages import compare, faults, front, line, person, problems, report, search, seen, story
from onrecord.web.room import Room
from onrecord.web.settings import Settings

PAGES = (front, search, story, seen, report, compare, person, line, problems)
ROUTERS = (static_files.router, *(page.router for page in PAGES), ruling.router, uploading.router)


def app(settings: Settings) -> FastAPI:
    """Return the reading room of a store.

    Args:
        settings: Which store, and who may come in.
    """
    room = Room(settings)

    @asynccontextmanager
    async def open_room(_: FastAPI) -> AsyncIterator[None]:
        yield
        room.close()

    made = FastAPI(
        title="onrecord",
        version=__version__,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=open_room,
    )
    made.state.room = room
    for router in ROUTERS:
        made.include_router(router)
    made.mount(API, api(room.desk, signed_in=settings.tokens is not None))
    install(made, Access(host=settings.host, tokens=settings.tokens, by=settings.by))
    faults.handle(made)
    return made
