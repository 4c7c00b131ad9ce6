"""What was read in a report in, its people and its credit out.

The credit tells from whom the words came: a credit line, an agency that stands where the author does, or the
agency in the dateline's brackets. Credits of pictures are none.
"""

import re
from collections.abc import Iterable
from typing import Final

from onrecord.reports.blocks import Found
from onrecord.reports.byline import Byline, agency_in, parse_names
from onrecord.reports.dateline import Dateline
from onrecord.reports.dayline import is_masthead
from onrecord.reports.lines import names_agency
from onrecord.reports.outlets import labelled_outlet
from onrecord.reports.printing import printing_pattern
from onrecord.reports.tables import agencies

_LONGEST_NAME: Final = 5
# Two capitals in a credit may be a state; these are an agency's everywhere.
_SHORT: Final = frozenset({"AP"})


def agency_of_credit(credit: str) -> str | None:
    """Return the agency or outlet that a credit names: its full name where it is known, else as printed.

    None where it names people alone, or nobody.
    """
    bare = credit.strip(" ()[].—–-")
    if known := agencies().get(bare.lower()):
        return known
    carried = printing_pattern("credits.carried").search(bare)
    if carried and is_masthead(name := carried["name"].rstrip(".")):
        return agencies().get(name.lower(), name)
    return _agency_within(bare) or (bare if _is_agency(bare) else None)


def _agency_within(words: str) -> str | None:
    lower = words.lower()
    for name, full in agencies().items():
        if " " in name and re.search(rf"\b{re.escape(name)}\b", lower):
            return full
    for word in re.findall(r"\w+", words):
        if (len(word) > 2 or word in _SHORT) and word[0].isupper() and word.lower() in agencies():
            return agencies()[word.lower()]
    return None


def _is_agency(words: str) -> bool:
    """Whether a credit is nothing but a name that an agency may have: "NPA", "Northmark Press Agency"."""
    tokens = words.split()
    is_name = 1 <= len(tokens) <= _LONGEST_NAME and all(token[0].isupper() for token in tokens)
    return is_name and (words.isupper() or agency_in(words) is not None)


def bylines_of(found: Iterable[Found], declared: Iterable[str]) -> tuple[str, ...]:
    """Return the authors' names, from the printed byline where there is one, else as declared."""
    printed = [name for one in found if isinstance(one.value, Byline) for name in one.value.names]
    names = printed or [name for words in declared for name in parse_names(words).names]
    return tuple(dict.fromkeys(names))


def credit_of(found: Iterable[Found], declared: Iterable[str]) -> str | None:
    """Return the credit as printed; None where there is none."""
    every = [one.value for one in found if labelled_outlet(one) is None]
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
