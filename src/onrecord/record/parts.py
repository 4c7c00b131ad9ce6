"""An event and the others of its storyline in, the larger event that it is a part of out.

As its own words tell ("asked at Monday's meeting"), else by sort (`events_linking.toml`): deaths are part of
the crash that they are told with in one sentence, or whose people or place they share, or of the only one
that there is.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from onrecord.english import english_table
from onrecord.links.events import EventGroup
from onrecord.record.happenings import people_of, places_of, when_of


def part_of(group: EventGroup, groups: Sequence[EventGroup]) -> str | None:
    """Return the id of the event that one is a part of; None where none is told or several may be."""
    told = {t.mention.part_of for t in group.tellings if t.mention.part_of is not None}
    for other in groups if told else ():
        if other is not group and any(t.mention.id in told for t in other.tellings):
            return other.tellings[0].mention.id
    whole = _by_sort(group, groups)
    return None if whole is None else whole.tellings[0].mention.id


def _by_sort(group: EventGroup, groups: Sequence[EventGroup]) -> EventGroup | None:
    first = group.tellings[0]
    wholes = _wholes().get(first.mention.sort)
    if wholes is None or first.state != "real":
        return None
    held = [
        g
        for g in groups
        if g.tellings[0].mention.sort in wholes and g.tellings[0].state == "real" and _within(group, g)
    ]
    for tells in (_in_one_sentence, _shares):
        chosen = [whole for whole in held if tells(group, whole)]
        if chosen:
            return chosen[0] if len(chosen) == 1 else None
    alone = len(held) == 1 and first.mention.sort in _wholes(only=True)
    return held[0] if alone else None


def _within(part: EventGroup, whole: EventGroup) -> bool:
    """Whether a part can have come with or after the beginning of its whole."""
    one, other = when_of(part.tellings), when_of(whole.tellings)
    end = one.date.last if one is not None and one.date is not None else None
    bounded = other is None or other.basis in ("bounded", "open")
    start = other.date.first if not bounded and other is not None and other.date is not None else None
    return part is not whole and (end is None or start is None or start <= end)


def _in_one_sentence(part: EventGroup, whole: EventGroup) -> bool:
    return any(
        a.mention.report == b.mention.report
        and (
            a.mention.clause.overlaps(b.mention.clause)
            or abs(a.mention.span.start - b.mention.span.start) < NEAR
        )
        for a in part.tellings
        for b in whole.tellings
    )


def _shares(part: EventGroup, whole: EventGroup) -> bool:
    return bool(people_of(part) & people_of(whole) or places_of(part) & places_of(whole))


NEAR = 150  # code points within which two words stand in one sentence


@lru_cache(maxsize=2)
def _wholes(*, only: bool = False) -> Mapping[str, frozenset[str]]:
    """Return the sorts of wholes by the sort of part; if asked, those alone that have all such parts."""
    found: dict[str, set[str]] = {}
    for entry in (e for e in english_table("events_linking")["whole"] if e.get("only") or not only):
        for part in entry["parts"]:
            found.setdefault(part, set()).update(entry["sorts"])
    return {part: frozenset(sorts) for part, sorts in found.items()}
