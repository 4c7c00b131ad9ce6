"""An alert's JSON in, its delivery out: posted to an address, handed to a command, or laid in a folder.

A delivery either succeeds or says why it failed and whether it may be tried again. The words of reports
only ever travel as JSON in a body or on standard input: none becomes part of a command, a path or a header.
"""

import os
import shlex
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

from onrecord import __version__
from onrecord.errors import AlertError

Way = Literal["webhook", "command", "folder"]
Delivery = Callable[[bytes, str], None]
"""Delivers a body under a key, or raises `NotDelivered`."""

TIMEOUT: Final = 10.0
"""Seconds that a webhook may take to answer."""

COMMAND_TIMEOUT: Final = 60.0
_AGAIN: Final = frozenset({408, 425, 429})
"""Statuses below 500 after which another try may do."""


class NotDelivered(Exception):  # noqa: N818
    """A delivery failed; `again` says whether another try may do, `wait` how long it is asked to wait."""

    def __init__(self, why: str, *, again: bool, wait: float | None = None) -> None:
        super().__init__(why)
        self.again = again
        self.wait = wait


def delivery(way: Way, target: str) -> Delivery:
    """Return what delivers to a target.

    Raises:
        AlertError: The target is none of its kind.
    """
    if way == "webhook":
        return _webhook(target)
    if way == "command":
        return _command(target)
    return _folder(Path(target))


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirection: what is posted goes where it was told to go, or nowhere."""

    def redirect_request(self, *_: object) -> None:
        return None


def _webhook(address: str) -> Delivery:
    parts = urlsplit(address)
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise AlertError("a webhook needs an address of the web: https://…", subject=address)
    opener = urllib.request.build_opener(_Stay)

    def deliver(body: bytes, key: str) -> None:
        headers = {
            "Content-Type": "application/json", "Idempotency-Key": key,
            "User-Agent": f"onrecord/{__version__}",
        }  # fmt: skip
        request = urllib.request.Request(address, data=body, headers=headers, method="POST")
        try:
            with opener.open(request, timeout=TIMEOUT):
                return
        except urllib.error.HTTPError as error:
            again = error.code >= 500 or error.code in _AGAIN
            wait = _asked_wait(error.headers.get("Retry-After"))
            error.close()
            raise NotDelivered(f"it answered {error.code}", again=again, wait=wait) from error
        except (OSError, HTTPException) as error:
            raise NotDelivered(f"{error}", again=True) from error

    return deliver


def _asked_wait(header: str | None) -> float | None:
    """Return how many seconds an answer asks to wait; None where it doesn't say."""
    if header is None:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None


def _command(line: str) -> Delivery:
    try:
        words = shlex.split(line)
    except ValueError as error:
        raise AlertError(f"not a command: {error}", subject=line) from error
    if not words:
        raise AlertError("a command is needed", subject=line)

    def deliver(body: bytes, key: str) -> None:
        place = {**os.environ, "ONRECORD_ALERT": key}
        try:
            done = subprocess.run(
                words, input=body, env=place, timeout=COMMAND_TIMEOUT, capture_output=True, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise NotDelivered(f"it took more than {COMMAND_TIMEOUT:.0f} seconds", again=True) from error
        except OSError as error:
            raise NotDelivered(f"{error}", again=False) from error
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            why = f"it ended with {done.returncode}" + (f": {said[-1][:200]}" if said else "")
            raise NotDelivered(why, again=True)

    return deliver


def _folder(folder: Path) -> Delivery:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AlertError(f"not a folder: {error}", subject=str(folder)) from error

    def deliver(body: bytes, key: str) -> None:
        place, part = folder / f"{key}.json", folder / f".{key}.part"
        try:
            with part.open("wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            part.replace(place)
        except OSError as error:
            raise NotDelivered(f"{error}", again=True) from error

    return deliver
