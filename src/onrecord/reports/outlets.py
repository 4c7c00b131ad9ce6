"""What a report says of who publishes it in, the outlet's name out; None where nothing says it."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from onrecord.reports.blocks import Found
from onrecord.reports.byline import Byline
from onrecord.reports.dayline import Dayline
from onrecord.reports.printing import printing_words
from onrecord.reports.tables import agencies, domains, furniture


def outlet_of(said: Iterable[str | None], found: Iterable[Found], address: str) -> str | None:
    """Return the outlet, from the first source that names one.

    Args:
        said: What the delivery and the page declare, best first.
        found: What was read in the text: a masthead, a date line or byline with the outlet's name.
        address: Where the report stands; known domains name their outlet.
    """
    for name in said:
        if name and name.strip():
            return name.strip()
    found = list(found)
    heads = [one.value for one in found if one.is_head]
    for value in heads:
        if isinstance(value, str) and value.startswith("masthead:"):
            return _in_title_case(value.removeprefix("masthead:"))
    for one in found:
        if name := labelled_outlet(one):
            return _in_title_case(name)
    for value in heads:
        if isinstance(value, Dayline) and value.outlet:
            return _in_title_case(value.outlet)
    for value in heads:
        if isinstance(value, Byline) and value.outlet:
            return agencies().get(value.outlet.lower()) or _in_title_case(value.outlet)
    return outlet_of_domain(address)


def labelled_outlet(one: Found) -> str | None:
    """Return the outlet that a line above the text names as such: "Source: Leven Post"."""
    if not one.is_head or not isinstance(one.value, str):
        return None
    line = one.value.removeprefix("credit:")
    label = furniture().outlet_label.match(line)
    return line[label.end() :].strip() or None if label else None


def _in_title_case(name: str) -> str:
    """Return a name that is printed all in capitals as it stands elsewhere; short words stay ("BBC")."""
    if name.upper() != name:
        return name
    known = {outlet.lower(): outlet for outlet in domains().values()}
    small, short = printing_words("outlets.small"), printing_words("outlets.short")
    words = [
        word if len(word) <= 3 and word not in small | short else word.capitalize() for word in name.split()
    ]
    words = [word.lower() if place and word.upper() in small else word for place, word in enumerate(words)]
    return known.get(name.lower()) or " ".join(words)


def outlet_of_domain(address: str) -> str | None:
    """Return the outlet of an address's domain, or of one that it is a subdomain of."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    labels = host.lower().split(".")
    for start in range(len(labels) - 1):
        if name := domains().get(".".join(labels[start:])):
            return name
    return None
