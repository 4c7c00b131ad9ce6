"""Names of organisations, places and groups in, which are the same out.

The same words; a country under another of its names; an acronym that stands in brackets behind the long
form, or is made of the initials of one; a short form that one longer name begins or ends with.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.annotations.mentions.grammar import name_words
from onrecord.annotations.mentions.items import Item, Link
from onrecord.annotations.mentions.lexicon import Lexicon
from onrecord.annotations.mentions.places import Gazetteer

Group = tuple[str, str]
MOST = 50  # longer names that are looked at for a short one: more come from lists, not from reports


def same_bodies(
    items: Sequence[Item], acronyms: Mapping[str, str], words: Lexicon, table: Gazetteer
) -> dict[int, Link]:
    """Return the link of each name that is no person's, by its number; `acronyms` gives their long forms."""
    groups: dict[Group, list[int]] = defaultdict(list)
    for n, item in enumerate(items):
        if item.form == "name" and item.kind != "person":
            groups[(item.kind, _key(item, table))].append(n)
    founders = {group: _founder(members, items) for group, members in groups.items()}
    index = _indexed(groups)
    links: dict[int, Link] = {}
    for group, members in groups.items():
        whole, reason, confidence = _whole(group, (groups, index), acronyms, words)
        for n in members:
            links[n] = Link(founder=founders[whole], reason=reason, confidence=confidence)
    return links


def _indexed(groups: Iterable[Group]) -> dict[tuple[str, str], list[Group]]:
    """Return the names of several words by kind and by initials, first word and last word."""
    index: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for kind, key in groups:
        parts = key.split()
        if len(parts) > 1:
            for entry in {*(f"={text}" for text in initials(parts)), f"{parts[0]} …", f"… {parts[-1]}"}:
                index[(kind, entry)].append((kind, key))
    return index


def _key(item: Item, table: Gazetteer) -> str:
    return f"={table.nations[item.key]}" if item.kind == "place" and item.key in table.nations else item.key


def _founder(members: Sequence[int], items: Sequence[Item]) -> int:
    return min(members, key=lambda n: (items[n].stretch.kind != "body", items[n].stretch.shouting, n))


def _whole(
    group: Group,
    known: tuple[Mapping[Group, object], Mapping[tuple[str, str], list[Group]]],
    acronyms: Mapping[str, str],
    words: Lexicon,
) -> tuple[Group, str, float]:
    groups, index = known
    kind, key = group
    if key in acronyms and (kind, acronyms[key]) in groups:
        return (kind, acronyms[key]), "the acronym in brackets behind it", 0.97
    if " " not in key and 2 <= len(key) <= 8:
        long = index.get((kind, f"={key}"), [])
        if len(long) == 1:
            return long[0], "initials of one long name in the report", 0.8
    if kind == "organization" and key not in words.known:  # "Democratic Party" is one by itself
        parts = key.split()
        rows = {
            *index.get((kind, f"{parts[0]} …"), [])[:MOST],
            *index.get((kind, f"… {parts[-1]}"), [])[:MOST],
        }
        long = [other for other in rows if _shortens(parts, other[1].split(), words)]
        if len(long) == 1:
            return long[0], "short for one longer name in the report", 0.8
    return group, "the same name", 0.95


def initials(parts: Sequence[str]) -> frozenset[str]:
    """Return the acronyms that words may be shortened to: with and without the small words."""
    bare = [part for part in parts if part.strip("'.")]
    all_of = "".join(part[0] for part in bare)
    large = "".join(part[0] for part in bare if part not in name_words("bodies.small"))
    return frozenset(text for text in (all_of, large) if len(text) > 1)


def _shortens(short: list[str], long: list[str], words: Lexicon) -> bool:
    if len(short) >= len(long):
        return False
    if all(word in words.adjectives or word in name_words("bodies.small") for word in short):
        return False
    if long[: len(short)] == short:
        return all(word in words.organization_words for word in long[len(short) :])
    if long[-len(short) :] != short:
        return False
    return (len(short) > 1 and "of" not in long) or short[0] in words.organization_words
