"""Words and the day of their report in, whether they speak of old years alone out.

"By comparison, the spill of 1989 was ten times as large" is told to measure by, not as news; nor can it be
what came of a plan. An old year is before the last but one of the report: in January, last year is near.
"""

from datetime import date

from onrecord.record.composing import composing_pattern


def of_old_years(text: str, out: date | None) -> bool:
    """Return whether words name years, all of them old, and don't reach on from there.

    Args:
        text: The words.
        out: The day on which their report was out; None where it isn't known, so that no year is old.
    """
    if out is None:
        return False
    years = [int(year) for year in composing_pattern("old_years.year").findall(text)]
    old = bool(years) and max(years) < out.year - 1
    return old and composing_pattern("old_years.reaching").search(text) is None
