"""An app in, a server out that waits for no client for ever."""

import asyncio
from typing import Final

import uvicorn
from h11 import IDLE
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from onrecord.web.access.bodies import Patience

AT_ONCE: Final = 256
"""Connections at a time; those past it are told to come again."""

KEPT: Final = 15
"""Seconds for which a connection on which nothing is asked is kept."""


def server(app: ASGIApp, *, host: str, port: int, patience: Patience | None = None) -> uvicorn.Server:
    """Return a server of an app, ready to run.

    Only a proxy on this machine is believed when it says for whom it asks.
    """
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=patient(patience or Patience()),
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        forwarded_allow_ips="127.0.0.1",
        limit_concurrency=AT_ONCE,
        timeout_keep_alive=KEPT,
        timeout_graceful_shutdown=5,
    )
    return uvicorn.Server(config)


def patient(patience: Patience) -> type[H11Protocol]:
    """Return a protocol that lets go of clients that don't finish a request's head, or take no answer.

    uvicorn waits for both as long as a client likes: a few hundred idle connections would shut others out.
    """

    class Patient(H11Protocol):
        _waiting: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._wait(patience.head)

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.conn.their_state is not IDLE:
                self._done()
            elif self._waiting is None and (self.cycle is None or self.cycle.response_complete):
                self._wait(patience.head)

        def pause_writing(self) -> None:
            super().pause_writing()
            self._wait(patience.answer)

        def resume_writing(self) -> None:
            super().resume_writing()
            self._done()

        def connection_lost(self, exc: Exception | None) -> None:
            self._done()
            super().connection_lost(exc)

        def _wait(self, seconds: float) -> None:
            self._done()
            self._waiting = self.loop.call_later(seconds, self.transport.abort)

        def _done(self) -> None:
            if self._waiting is not None:
                self._waiting.cancel()
                self._waiting = None

    return Patient
