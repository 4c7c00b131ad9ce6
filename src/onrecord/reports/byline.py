"""A line in, the people and the outlet that it credits out; None where it is no byline.

A name is two to five capitalised words, none of which is a word of outlets and offices. After one name
and a comma comes the outlet or role ("By Ines Okafor, Port Leven Courier"); several names need an "and".
"""

import re
from dataclasses import dataclass
from typing import Final

from onrecord.reports.printing import printing_endings, printing_pattern, printing_words
from onrecord.reports.tables import agencies, furniture, known_outlets

_LONGEST: Final = 160
_WORD = re.compile(r"[^\W\d_][\w.'’\-]*")
_SPLIT_OFF = re.compile(r"\s*(?:[|•·;–—]|\s-\s|\s/\s|\(|@|\S+@\S+)\s*")
_GLUED = re.compile(r"([A-ZÀ-Þ]{3,})(?=[A-ZÀ-Þ][a-zß-ÿ]{2,})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """The names as printed, without "By", and the outlet or agency if one is printed beside them."""

    names: tuple[str, ...]
    outlet: str | None


def parse_byline(line: str) -> Byline | None:
    """Return what a line that opens with "By" or its like says."""
    if len(line) > _LONGEST:
        return None
    label = furniture().byline.match(line)
    # "JO MARCHArden Daily News": the page had no blank between its parts.
    return None if label is None else _parse(_GLUED.sub(r"\1, ", line[label.end() :].strip()))


def parse_bare_byline(line: str) -> Byline | None:
    """Return what a line "Name, Outlet" or "Name, Role" says, without "By"."""
    found = _parse(line) if len(line) <= _LONGEST and "," in line else None
    if found is None or len(found.names) != 1:
        return None
    is_paper = found.outlet is not None or bool(
        printing_words("byline.roles").intersection(line.lower().replace(",", " ").split())
    )
    return found if is_paper else None


def read_byline(line: str) -> Byline | None:
    """Return what a line that is known to be a byline says, with "By" or without."""
    if found := parse_byline(line) or parse_bare_byline(line):
        return found
    return parse_names(line) if are_names(line) else None


def parse_names(words: str) -> Byline:
    """Return the names in a field that is known to be a byline, such as a page's author."""
    words = " ".join(words.split())
    label = furniture().byline.match(words)
    bare = words[label.end() :] if label else words
    found = _parse(bare)
    if found is None or (found.outlet is None and "," in bare):
        # In a field a comma parts names; in a printed line it parts the name from the outlet.
        parts = [part.strip() for part in printing_pattern("byline.parts").split(bare)]
        return Byline(names=tuple(part for part in parts if is_name(part)), outlet=None)
    return found


def is_name(words: str) -> bool:
    """Whether words can be a person's printed name."""
    tables = furniture()
    tokens = words.split()
    if not 2 <= len(tokens) <= 5 or words.lower() in known_outlets():
        return False
    for place, token in enumerate(tokens):
        bare = token.lower().strip(".")
        is_initial = token.endswith(".") and len(token) == 2
        if not _WORD.fullmatch(token) or (not is_initial and (bare in tables.office or bare in tables.stops)):
            return False
        if not token[0].isupper() and (place in {0, len(tokens) - 1} or bare not in tables.particles):
            return False
    return True


def are_names(words: str) -> bool:
    """Whether words can be one person's name or several with an "and"."""
    return all(
        is_name(part) for chunk in printing_pattern("byline.and").split(words) for part in chunk.split(", ")
    )


def is_office(words: str) -> bool:
    """Whether words are an outlet, an agency, an office or a role, by the words they hold."""
    tables = furniture()
    tokens = [token.strip(",.()") for token in words.split()]
    if words.strip().lower() in known_outlets():
        return True
    if not 1 <= len(tokens) <= 8:
        return False
    printed = [
        token for token in tokens if token.lower() not in tables.stops and token not in {"", "&", "/", "-"}
    ]
    capitals = all(token[0].isupper() or token.lower() in tables.office for token in printed)
    return capitals and any(token.lower() in tables.office for token in printed)


def _parse(words: str) -> Byline | None:
    parts = _SPLIT_OFF.split(words, maxsplit=1)
    head, tail = parts[0].strip(" ,."), parts[1].strip(" ,.)") if len(parts) > 1 else ""
    names, rest = _names(_with_comma(head))
    rest = [part for part in (*rest, *re.split(r"\s*[,|•·;–—/()]\s*", tail)) if part]
    if any(not _is_aside(part) for part in rest) or len(rest) > 5:
        return None
    if not names and not any(is_office(part) for part in rest):
        return None
    return Byline(names=names, outlet=next((part for part in rest if _is_outlet(part)), None))


def _with_comma(head: str) -> str:
    """Return a head in which a comma parts the last name from a role that follows it at once."""
    start = max((match.end() for match in printing_pattern("byline.and").finditer(head)), default=0)
    tokens = head[start:].split(",")[0].split()
    for count in (2, 3):
        name, role = " ".join(tokens[:count]), " ".join(tokens[count:])
        begins = tokens[count].lower() in furniture().office or tokens[count].isupper() if role else False
        if begins and is_name(name) and is_office(role) and not is_name(" ".join(tokens)):
            return f"{head[:start]}{name}, {head[start:][len(name) :].strip()}"
    return head


def _names(head: str) -> tuple[tuple[str, ...], list[str]]:
    """Return the names that a string opens with, and the parts after them."""
    chunks = [chunk for chunk in printing_pattern("byline.and").split(head) if chunk]
    names: list[str] = []
    for number, chunk in enumerate(chunks):
        parts = [part.strip() for part in chunk.split(",")]
        is_last = number == len(chunks) - 1
        taken = len(parts) if not is_last or (len(parts) > 2 and all(map(is_name, parts))) else 1
        if not all(is_name(part) for part in parts[:taken]):
            # An "and" inside an outlet's name, or no byline at all.
            return tuple(names), [part for part in re.split(r",\s*", " and ".join(chunks[number:])) if part]
        names += parts[:taken]
        if is_last:
            return tuple(names), [part for part in parts[taken:] if part]
    return tuple(names), []


def _is_aside(part: str) -> bool:
    """Whether a part beside the names can be a role, an outlet, a place or an address for readers."""
    if is_office(part) or "@" in part or part.lower().startswith(printing_endings("byline.addresses")):
        return True
    stops = furniture().stops
    tokens = part.split()
    return len(tokens) <= 5 and all(token[0].isupper() or token.lower() in stops for token in tokens) and (
        tokens[0][0].isupper() or tokens[0] in printing_words("byline.beside")
    )  # fmt: skip


def _is_outlet(part: str) -> bool:
    tables = furniture()
    lower = part.lower()
    if lower in known_outlets() or lower.removeprefix("the ") in known_outlets():
        return True
    words = [token.strip(".,") for token in lower.split()]
    is_named = any(word in tables.masthead for word in words)
    return len(words) >= 2 and is_named and not printing_words("byline.roles").intersection(words)


def agency_in(words: str) -> str | None:
    """Return the agency that a byline or credit names, as printed; None if it is none."""
    bare = words.strip(" ()[].")
    return (
        bare
        if bare.lower() in agencies() or bare.lower().endswith(printing_endings("byline.agencies"))
        else None
    )
