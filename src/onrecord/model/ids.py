"""Ids: the one function that makes them.

A mention's id is a hash of its report revision, kind and span; a thing's id is that of its founding
mention. Nothing else enters: not the order of reading, not the clock, not the finder.
"""

from base64 import b32encode
from hashlib import blake2b
from typing import Final, Literal

Kind = Literal[
    "report", "timex", "name", "quotation", "event", "figure", "story", "storyline", "origin",
    "copies", "difference", "judgement",
]  # fmt: skip

PREFIXES: Final[dict[Kind, str]] = {
    "report": "r", "timex": "t", "name": "n", "quotation": "q", "event": "e", "figure": "f", "story": "s",
    "storyline": "l", "origin": "o", "copies": "c", "difference": "d", "judgement": "j",
}  # fmt: skip

BYTES = 10  # 80 bits, 16 characters: no clash expected below 10^11 mentions


def make_id(kind: Kind, *parts: str | int) -> str:
    """Return the id of a thing from what founds it, such as `e-k3v7…`.

    Example:
        >>> make_id("event", "r-1", 10, 14) == make_id("event", "r-1", 10, 14)
        True
    """
    key = "\x1f".join(str(part) for part in (kind, *parts))
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=BYTES).digest()
    return f"{PREFIXES[kind]}-{b32encode(digest).decode('ascii').lower()}"
