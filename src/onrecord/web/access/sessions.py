"""Who signed in in, a signed cookie out; and back.

A cookie says whose token was shown, under which hash, and when; its signature is an HMAC under a key that
this process drew when it began, so nobody else can make one, and all sessions end with the process. A
session holds only while that very token is on file. The CSRF token of a session is signed under it too.
"""

import base64
import binascii
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Final

import msgspec

LASTS: Final = 14 * 24 * 3600
"""Seconds for which a session lasts."""

LONGEST: Final = 1024
"""Characters up to which a cookie is looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One sign-in: whose, with which token, since when (seconds), and a number drawn for it."""

    name: str
    token: str
    since: int
    nonce: str


class Sessions:
    """Makes and reads cookies, under a key of its own."""

    def __init__(self, key: bytes | None = None) -> None:
        self._key = key or secrets.token_bytes(32)
        self._ended: dict[str, int] = {}

    def begin(self, name: str, token: str, now: float) -> str:
        """Return the cookie of a new session."""
        session = Session(name=name, token=token, since=int(now), nonce=secrets.token_urlsafe(16))
        body = _text(msgspec.json.encode(session))
        return f"{body}.{self._signature('session', body)}"

    def read(self, cookie: str, now: float) -> Session | None:
        """Return the session of a cookie; None if it is forged, ended or too old."""
        body, _, signature = cookie.partition(".")
        if len(cookie) > LONGEST or not _same(signature, self._signature("session", body)):
            return None
        try:
            session = msgspec.json.decode(
                base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)), type=Session
            )
        except (binascii.Error, ValueError, msgspec.MsgspecError):
            return None
        fresh = session.since <= now < session.since + LASTS
        return session if fresh and session.nonce not in self._ended else None

    def end(self, session: Session, now: float) -> None:
        """Let a session hold no longer, though somebody may have kept its cookie."""
        self._ended = {nonce: since for nonce, since in self._ended.items() if now < since + LASTS}
        self._ended[session.nonce] = session.since

    def csrf(self, nonce: str) -> str:
        """Return what a form of this session must bring along."""
        return self._signature("csrf", nonce)

    def is_csrf(self, given: str, nonce: str) -> bool:
        """Whether a form brings along what it must."""
        return _same(given, self.csrf(nonce))

    def _signature(self, what: str, body: str) -> str:
        signed = f"{what}\x1f{body}".encode("utf-8", "surrogatepass")
        return _text(hmac.new(self._key, signed, hashlib.sha256).digest())


def _text(body: bytes) -> str:
    return base64.urlsafe_b64encode(body).rstrip(b"=").decode()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode())
