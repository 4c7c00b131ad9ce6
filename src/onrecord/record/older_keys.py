"""The keys of a report in words, as older stores have them, in; the same as numbers out.

A key of a stretch of time stood under its own stretch and the next one: "48674|ww:sandbank|trawler" and
"48675|ww:sandbank|trawler". Its number stands under its own alone.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from onrecord.links.key_numbers import Stretch, always, during, hashed, marked, on

_WHEN: Final = re.compile(r"(?:(\d{4,}-\d\d-\d\d)|q(\d+)|(\d+)|\?)\|(.*)", re.DOTALL)
_DIGEST: Final = re.compile(r"[0-9a-f]{1,16}")
_OF_ONE_DAY: Final = frozenset({"td", "ad", "sd"})


def numbers_of(keys: Iterable[str]) -> list[int]:
    """Return the numbers of a report's keys, each once, in order."""
    found: set[int] = set()
    earliest: dict[tuple[str, str], int] = {}
    for key in keys:
        match = _WHEN.fullmatch(key)
        if match is None:
            found.add(_untimed(key))
            continue
        day, quarter, half, words = match.groups()
        sort, _, rest = words.partition(":")
        if day is None and quarter is None and half is None:
            found.add(during(None, sort, *_ends(rest)))
        elif day is not None and sort in _OF_ONE_DAY:
            found.add(on(date.fromisoformat(day).toordinal(), sort, *_ends(rest)))
        else:
            name, number = _stretch(day, quarter, half)
            earliest[name, words] = min(number, earliest.get((name, words), number))
    for (name, words), number in earliest.items():
        sort, _, rest = words.partition(":")
        found.add(during((name, number), sort, *_ends(rest)))
    return sorted(found)


def _stretch(day: str | None, quarter: str | None, half: str) -> Stretch:
    if day is not None:
        return "d", date.fromisoformat(day).toordinal()
    return ("h", int(half)) if quarter is None else ("q", int(quarter))


def _untimed(key: str) -> int:
    """Return the number of a key for all time: of a story, or what a copy was found by."""
    sort, _, rest = key.partition(":")
    if sort in ("nn", "nt", "pn", "pt", "pp", "rr"):
        return always(sort, *_ends(rest))
    return marked(sort, int(rest, 16) if _DIGEST.fullmatch(rest) else hashed(rest))


def _ends(rest: str) -> tuple[str, str]:
    first, _, second = rest.partition("|")
    return first, second
