"""Words and the day of their report in, whether they speak of old years alone out.

"By comparison, the spill of 1989 was ten times as large" is told to measure by, not as news; nor can it be
what came of a plan. An old year is before the last but one of the report: in January, last year is near.
"""

import re
from datetime import date
from typing import Final

_YEAR: Final = re.compile(
    r"(?:\A\W*|\b(?:in|of|between|and|during|to|year|by|\d{1,2},?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?),?[ -])((?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)
_REACHING: Final = re.compile(
    r"\b(?:since|after|before|until|from (?:\w+ )?(?:19|20)\d\d)\b", re.IGNORECASE
)  # to a later day


def of_old_years(text: str, out: date | None) -> bool:
    """Return whether words name years, all of them old, and don't reach on from there.

    Args:
        text: The words.
        out: The day on which their report was out; None where it isn't known, so that no year is old.
    """
    if out is None or _REACHING.search(text):
        return False
    years = [int(year) for year in _YEAR.findall(text)]
    return bool(years) and max(years) < out.year - 1
