"""The parts of a blocking key in, its number out: small, and near the numbers of like keys.

Keys are made by the hundred, and each stands on some page of an index. So a key is a number of 62 bits, and
what a report is asked for lies together: first the stretch of time, then the first word. The numbers are kept
in stores: how they are made never changes without a migration.

A key of a stretch of time is kept under its own stretch and meets those of the neighbouring ones as well. So
what was published within a stretch of time meets whatever border lies between, and each key is kept once.
"""

from functools import lru_cache
from hashlib import blake2b
from typing import Final, TypeAlias

from onrecord.links.rarity import KEPT

Stretch: TypeAlias = tuple[str, int]
"""A sort of stretch of time, and which it is."""

TIMED: Final = 1 << 61  # keys from here on are of a stretch of time
STRETCH: Final = 1 << 45  # from a key to the same of the next stretch
_STRETCHES: Final = 1 << 16  # that are told apart: of days 179 years
_FIRST: Final = 14  # bits of the first word
_REST: Final = 31


def always(sort: str, first: str, second: str = "") -> int:
    """Return the key of words for all time."""
    return hashed(first) >> 48 << 45 | _place(first, f"{sort}:{second}")


def on(day: int, sort: str, first: str, second: str = "") -> int:
    """Return the key of words with one day, by its number: it meets those of that day alone."""
    return day % _STRETCHES * STRETCH | _place(first, f"on:{sort}:{second}")


def during(stretch: Stretch | None, sort: str, first: str, second: str = "") -> int:
    """Return the key of words for a stretch of time; those of unknown time meet each other."""
    if stretch is None:
        return always("?" + sort, first, second)
    name, number = stretch
    return TIMED | number % _STRETCHES * STRETCH | _place(first, f"{name}{sort}:{second}")


def marked(sort: str, value: int) -> int:
    """Return the key of what is a number already."""
    return (value ^ hashed(sort)) & TIMED - 1


def met_by(key: int) -> tuple[int, ...]:
    """Return the keys that one meets: itself, and of a stretch of time those of its neighbours."""
    if key < TIMED:
        return (key,)
    return key, TIMED | key + STRETCH & TIMED - 1, TIMED | key - STRETCH & TIMED - 1


def _place(first: str, rest: str) -> int:
    one = hashed(first)
    return (one & (1 << _FIRST) - 1) << _REST | (one >> 16 ^ hashed(rest)) & (1 << _REST) - 1


@lru_cache(maxsize=KEPT)
def hashed(text: str) -> int:
    """Return a number of 64 bits for a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")
