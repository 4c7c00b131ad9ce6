"""What was read in a report in, its people and its credit out.

The credit tells from whom the words came: a credit line, an agency that stands where the author does, or the
agency in the dateline's brackets. Credits of pictures are none.
"""

from collections.abc import Iterable

from onrecord.reports.blocks import Found
from onrecord.reports.byline import Byline, agency_in, parse_names
from onrecord.reports.dateline import Dateline
from onrecord.reports.lines import names_agency


def bylines_of(found: Iterable[Found], declared: Iterable[str]) -> tuple[str, ...]:
    """Return the authors' names, from the printed byline where there is one, else as declared."""
    printed = [name for one in found if isinstance(one.value, Byline) for name in one.value.names]
    names = printed or [name for words in declared for name in parse_names(words).names]
    return tuple(dict.fromkeys(names))


def credit_of(found: Iterable[Found], declared: Iterable[str]) -> str | None:
    """Return the credit as printed; None where there is none."""
    every = [one.value for one in found]
    declared = list(declared)
    lines = [
        value.removeprefix("credit:") for value in every if isinstance(value, str) and "credit:" in value[:7]
    ]
    for line in lines:
        if names_agency(line):
            return line
    for words in declared:
        if not parse_names(words).names and agency_in(words):
            return words
    for value in every:
        if isinstance(value, Byline) and not value.names and value.outlet and agency_in(value.outlet):
            return value.outlet
    agency = next((value.agency for value in every if isinstance(value, Dateline) and value.agency), None)
    return agency or next(iter(lines), None)


def dateline_of(found: Iterable[Found]) -> str | None:
    """Return the place that the report is filed from, as printed."""
    return next(
        (one.value.place for one in found if isinstance(one.value, Dateline) and one.value.place), None
    )
