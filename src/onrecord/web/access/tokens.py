"""A tokens file in, who may come in out; names added and removed.

A token is 256 random bits, so that nobody can guess one from its hash: a plain SHA-256 is kept, and no slow
hash is needed, as it is for passwords that people make up. The file says who may do what: whoever may write
it may let anybody in, so one that others may write is refused.
"""

import hashlib
import hmac
import os
import re
import secrets
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

import msgspec

from onrecord.errors import AccessError

Role = Literal["reader", "editor"]

SCHEMA: Final = "onrecord-tokens/1"
PREFIX: Final = "onr_"  # by which programs that look for leaked secrets know one
BYTES: Final = 32
_NAME: Final = re.compile(r"[^\W_][\w.@-]{0,39}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who may come in: name, what they may do, the hash of their token, and since when."""

    name: str
    role: Role
    sha256: str
    added: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    schema: str
    tokens: tuple[Holder, ...]


def holders(path: Path) -> tuple[Holder, ...]:
    """Return who may come in, by name.

    Raises:
        AccessError: There is no such file, it can't be used, or others may write it.
    """
    try:
        status = path.stat()
        body = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise AccessError(f"tokens file can't be read ({reason})", subject=str(path)) from error
    if os.name == "posix" and status.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise AccessError("others may write the tokens file: chmod 600 it", subject=str(path))
    return _decoded(body, path)


def _decoded(body: bytes, path: Path) -> tuple[Holder, ...]:
    try:
        found = msgspec.json.decode(body, type=_File)
    except msgspec.MsgspecError as error:
        raise AccessError(f"not a tokens file ({error})", subject=str(path)) from error
    if found.schema != SCHEMA:
        raise AccessError(f"a tokens file ({SCHEMA}) was expected", subject=str(path))
    return found.tokens


def add(path: Path, name: str, role: Role) -> str:
    """Let somebody in, and return the token, which is kept nowhere: only its hash goes into the file.

    Raises:
        AccessError: The name is taken or can't be one, or the file can't be used.
    """
    if not _NAME.fullmatch(name):
        raise AccessError("a name has up to 40 letters, digits, dots and dashes", subject=name)
    known = holders(path) if path.exists() else ()
    if any(each.name == name for each in known):
        raise AccessError("there is such a name already: remove it first", subject=name)
    token = PREFIX + secrets.token_urlsafe(BYTES)
    day = datetime.now(UTC).date().isoformat()
    _write(path, (*known, Holder(name=name, role=role, sha256=hash_of(token), added=day)))
    return token


def remove(path: Path, name: str) -> None:
    """Let somebody in no longer; a running server keeps to it at once.

    Raises:
        AccessError: There is no such name, or the file can't be used.
    """
    known = holders(path)
    left = tuple(each for each in known if each.name != name)
    if len(left) == len(known):
        raise AccessError("no such name in the tokens file", subject=name)
    _write(path, left)


def _write(path: Path, all_: Iterable[Holder]) -> None:
    """Write the file anew in one step: a server that reads it meets the old one or the new one."""
    kept = _File(schema=SCHEMA, tokens=tuple(sorted(all_, key=lambda each: each.name)))
    body = msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n"
    passing = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with open(os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(body)
            out.flush()
            os.fsync(out.fileno())
        passing.replace(path)
    except OSError as error:
        passing.unlink(missing_ok=True)
        reason = error.strerror or type(error).__name__
        raise AccessError(f"tokens file can't be written ({reason})", subject=str(path)) from error


def hash_of(token: str) -> str:
    """Return the hash by which a token is known."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def holder_of(token: str, known: Iterable[Holder]) -> Holder | None:
    """Return whose token it is; every hash is compared, in the same time."""
    asked, found = hash_of(token.strip()), None
    for each in known:
        if hmac.compare_digest(asked, each.sha256):
            found = each
    return found
