"""Frozen values in, JSON text out, and back.

What has a column of its own is left out of the JSON, and so is what has its default value: annotations are
the bulk of a store. Fields stand under their names, so a field that is added later, with a default, changes
nothing for what was stored before. `plain` makes text that any database takes, place for place.
"""

import json
import re
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import lru_cache
from typing import Final, TypeVar

import msgspec

T = TypeVar("T")

NONE: Final = frozenset[str]()
MARKS: Final = ("\ufdd0", "\ufdd1")
"""Two code points that Unicode keeps for use inside a program: search marks hits with them."""

_BARE: Final = frozenset({str, int, float, bool, type(None), tuple})
# NUL and lone surrogates are refused by one database or another; the marks must be ours alone.
_UNFIT = re.compile(f"[\x00\ud800-\udfff{''.join(MARKS)}]")


def encode(value: object, *, without: frozenset[str] = NONE) -> str:
    """Return a value as JSON text, with no field that is named in `without` or has its default."""
    content = _packed(value, without)
    try:
        return msgspec.json.encode(content).decode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate, which only an escape can hold
        return json.dumps(msgspec.to_builtins(content))


def decode(kind: type[T], text: str, *, columns: Mapping[str, object] | None = None) -> T:
    """Return the value that JSON text and the columns beside it hold.

    Raises:
        msgspec.MsgspecError: The text holds no such value.
    """
    content = _content(text)
    if columns and isinstance(content, dict):
        content.update(columns)
    return msgspec.convert(content, kind)


def plain(text: str) -> str:
    """Return text with U+FFFD for each code point that a database can't hold; every place stays."""
    return _UNFIT.sub("\ufffd", text)


def is_plain(text: str) -> bool:
    """Whether text has no code point that a database can't hold."""
    return _UNFIT.search(text) is None


def to_bytes(text: str) -> bytes:
    """Return text as bytes that hold every code point, lone surrogates too."""
    return text.encode("utf-8", "surrogatepass")


def from_bytes(body: bytes) -> str:
    """Return the text that `to_bytes` was given."""
    return body.decode("utf-8", "surrogatepass")


def _content(text: str) -> object:
    try:
        return msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        try:
            return json.loads(text)  # which takes the escape of a lone surrogate
        except ValueError:
            raise error from None


def _packed(value: object, without: frozenset[str]) -> object:
    plan = _plan(type(value), without)  # type: ignore[arg-type]  # a class can be hashed
    if plan is None:
        return value
    packed = {}
    for name, default in plan:
        content = getattr(value, name)
        if default is MISSING or content != default:
            packed[name] = content if type(content) in _BARE else _packed(content, NONE)
    return packed


@lru_cache(maxsize=64)
def _plan(kind: Hashable, without: frozenset[str]) -> tuple[tuple[str, object], ...] | None:
    """Return the fields of a class of values with their defaults; None for any other class."""
    if not is_dataclass(kind):
        return None
    return tuple((each.name, each.default) for each in fields(kind) if each.name not in without)
