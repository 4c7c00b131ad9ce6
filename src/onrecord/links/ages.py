"""A text in, the ages of people that it gives out.

An age tells two people of a thin report apart, and one of two reports the same: "the 34-year-old", "Ada
Brandt, 34, of", "aged 34".
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.links.streets import tables

YOUNGEST, OLDEST = 1, 105


def ages_of(text: str) -> Iterator[int]:
    """Yield the ages that a text gives, in years, as often as it gives them."""
    for pattern in _patterns():
        for match in pattern.finditer(text):
            if YOUNGEST <= int(match[1]) <= OLDEST:
                yield int(match[1])


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = {
        name: "|".join(found if name == "suffixes" else map(re.escape, found))
        for name, found in tables()["ages"].items()
    }
    return (
        re.compile(rf"\b(\d{{1,3}})[ -](?i:{words['year_old']})\b", re.ASCII),
        re.compile(rf"\b(?i:{words['aged']})[ ](\d{{1,3}})\b(?![:.]\d)", re.ASCII),
        # A name, its age and a further comma: "Brandt, 34, of"
        re.compile(
            rf"[a-z]{{2}}(?: (?:{words['suffixes']}))?, (\d{{1,2}})(?=[,;.]|\s(?:{words['beside']})\b|$)",
            re.ASCII,
        ),
    )
