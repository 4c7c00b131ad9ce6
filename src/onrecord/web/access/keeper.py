"""How the room is open in, who is asking out.

Without a tokens file it is open to this machine alone, and whoever sits there is its editor. With one, a
request shows a session's cookie, or a token itself in `Authorization: Bearer`. The file is looked at for
every request, so that a name that is removed is out at once, wherever it signed in.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import Final

from onrecord.errors import AccessError
from onrecord.web.access.origins import LOCAL, is_local
from onrecord.web.access.sessions import Session, Sessions
from onrecord.web.access.tokens import Holder, Role, holder_of, holders

COOKIE: Final = "onrecord"
ON_THIS_MACHINE: Final = "local"  # the nonce of whoever needs no session


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How the room is open.

    Attributes:
        host: the address that the server listens on.
        tokens: the tokens file; None only where the host is this machine's own.
        reader: whose marks are set where there is no password, as on the command line.
        by: who rules where there is no password.
    """

    host: str = "127.0.0.1"
    tokens: Path | None = None
    reader: str = "me"
    by: str = "me"

    @property
    def is_local(self) -> bool:
        """Whether it is open to this machine alone, with no password."""
        return self.tokens is None

    @property
    def called(self) -> tuple[str, ...]:
        """The names that requests may be sent to; empty is any: there, a session hangs on the name."""
        return tuple(sorted(LOCAL)) if self.is_local else ()

    def check(self) -> None:
        """Raise AccessError if it may not be opened so."""
        if self.tokens is not None:
            if not holders(self.tokens):
                raise AccessError(
                    "nobody may come in yet: onrecord tokens add NAME first", subject=str(self.tokens)
                )
        elif not is_local(self.host):
            raise AccessError(
                "only this machine is let in without a password: for any other host give --tokens FILE, "
                "made with `onrecord tokens add NAME --tokens FILE`",
                subject=self.host,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who is asking.

    Attributes:
        name: whose marks are meant.
        by: under which name rulings are kept.
        csrf: what this session's forms bring along; empty where a request shows a token itself.
        session: None where there is none.
    """

    name: str
    by: str
    role: Role
    csrf: str
    session: Session | None = None

    @property
    def may_edit(self) -> bool:
        """Whether they may rule and read in."""
        return self.role == "editor"


class Keeper:
    """Knows who is asking, by cookie, token or place."""

    def __init__(
        self, access: Access, sessions: Sessions | None = None, *, clock: Callable[[], float] = time.time
    ) -> None:
        self.access = access
        self.sessions = sessions or Sessions()
        self.now = clock
        self._seen: tuple[int, int, int] | None = None
        self._holders: tuple[Holder, ...] = ()

    def who(self, headers: Mapping[str, str]) -> Who | None:
        """Return who sent some headers; None if nobody who may come in."""
        if self.access.is_local:
            csrf = self.sessions.csrf(ON_THIS_MACHINE)
            return Who(name=self.access.reader, by=self.access.by, role="editor", csrf=csrf)
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme:
            holder = self.holder(token) if scheme.lower() == "bearer" else None
            if holder is None:
                return None
            return Who(name=holder.name, by=holder.name, role=holder.role, csrf="")
        return self._of_session(headers.get("cookie", ""))

    def _of_session(self, header: str) -> Who | None:
        cookie = _cookie(header)
        session = self.sessions.read(cookie, self.now()) if cookie else None
        if session is None:
            return None
        known = ((each.name, each.sha256) for each in self.holders())
        role = next((each.role for each in self.holders() if each.name == session.name), None)
        if role is None or (session.name, session.token) not in known:
            return None
        csrf = self.sessions.csrf(session.nonce)
        return Who(name=session.name, by=session.name, role=role, csrf=csrf, session=session)

    def is_csrf(self, who: Who, given: str) -> bool:
        """Whether a form brings along what this session's forms must."""
        return self.sessions.is_csrf(given, who.session.nonce if who.session else ON_THIS_MACHINE)

    def holder(self, token: str) -> Holder | None:
        """Return whose token it is."""
        return holder_of(token, self.holders())

    def holders(self) -> tuple[Holder, ...]:
        """Return who may come in now: nobody while the file can't be used."""
        path = self.access.tokens
        if path is None:
            return ()
        try:
            status = path.stat()
            seen = (status.st_mtime_ns, status.st_size, status.st_ino)
            if seen != self._seen:
                self._holders = holders(path)
                self._seen = seen
        except (OSError, AccessError):
            self._holders, self._seen = (), None
        return self._holders


def _cookie(header: str) -> str:
    try:
        jar = SimpleCookie(header)
    except CookieError:
        return ""
    return jar[COOKIE].value if COOKIE in jar else ""
