"""A request's body in, the same body out as long as it is neither too large nor too slow."""

import asyncio
import time
from dataclasses import dataclass
from typing import Final

from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

SMALL: Final = 64_000
"""Bytes of a form: a ruling with its reasons has a few hundred."""

LARGE: Final = 32_000_000
"""Bytes that may be dropped at a time: a hundred pages with all their furniture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a client is waited for, in seconds.

    Attributes:
        head: for the whole head of a request.
        body: for a body, and a second more for every `each_second` bytes that have come.
        answer: for a client to take what is sent to it.
    """

    head: float = 10.0
    body: float = 20.0
    each_second: int = 8_192
    answer: float = 60.0


def bounded(receive: Receive, *, most: int, patience: Patience) -> Receive:
    """Return what gives a body on, and raises 413 or 408 when it is too large or too slow."""
    begun = time.monotonic()
    come, whole = 0, False

    async def bounded_receive() -> Message:
        nonlocal come, whole
        if whole:
            return await receive()  # from here on it waits for the client to go
        left = begun + patience.body + come / patience.each_second - time.monotonic()
        try:
            message = await asyncio.wait_for(receive(), timeout=max(0.0, left))
        except TimeoutError:
            raise HTTPException(408, "What you sent came too slowly. Try again.") from None
        come += len(message.get("body", b""))
        whole = message["type"] != "http.request" or not message.get("more_body", False)
        if come > most:
            raise HTTPException(413, too_large(most))
        return message

    return bounded_receive


def too_large(most: int) -> str:
    """Return why a body was refused, and the way out."""
    words = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1000} kB"
    return f"More than {words} at a time can't be sent here. Send less, or use `onrecord read` on the files."
