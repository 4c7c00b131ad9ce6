"""Settled events in, pairs of two reports' tellings of one deed that come once to somebody, on two days, out.

Somebody is arrested, dies or resigns once within days, whatever verb tells it: "taken from his house on
Friday", "detained on June 6". A firm fails once, in one year. Told for two days that can't be one, and that
lie as near each other as they are told closely, they are two accounts of one thing.
"""

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import Final

from onrecord.links.differing import differing
from onrecord.links.event_tellings import Telling
from onrecord.record.composing import composing_pattern
from onrecord.record.difference_pairs import Pair
from onrecord.record.settled import Settled

NEAR: Final = timedelta(days=2)  # between two days told to the day
LONG: Final = 40  # code points from its first word on that tell what is done
WHO: Final = ("person", "organization")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What comes once to somebody: how it is told from its verb on, and whether it is done to them."""

    name: str
    verbs: re.Pattern[str]
    done_to: bool


@lru_cache(maxsize=1)
def _deeds() -> tuple[Deed, ...]:
    """Return the table of the package."""
    return tuple(
        Deed(
            name=name,
            verbs=re.compile("|".join(entry["verbs"]), re.IGNORECASE),
            done_to=bool(entry.get("done_to")),
        )
        for name, entry in differing("deeds").items()
    )


def deeds_apart(settled: Settled, lines: frozenset[str]) -> Iterator[Pair]:
    """Yield the pairs of tellings of one deed by two reports that give two days for it.

    Args:
        settled: The settled links.
        lines: Ids of the events that are lines of the record.
    """
    told = _told(settled, lines)
    yield from _denied(settled, lines)
    for of_one in told.values():
        days: dict[str, set[date | None]] = defaultdict(set)
        for _, telling in of_one:
            days[telling.mention.report].add(_first(telling))
        once = [(event, t) for event, t in of_one if len(days[t.mention.report]) == 1]
        for (event, first), (another, second) in combinations(once, 2):
            if first.mention.report != second.mention.report and _on_two_days(first, second):
                yield Pair(first=first, second=second, events=(event, another))


def _denied(settled: Settled, lines: frozenset[str]) -> Iterator[Pair]:
    """Yield tellings that say on which day it was not with those of another report that tell it for that day.

    They are of one deed or sort, and share who takes part or whose word it is: "not on the 6th, as he says".
    """
    every = [
        (group.tellings[0].mention.id, telling)
        for group in settled.events
        if group.tellings[0].mention.id in lines
        for telling in group.tellings
        if telling.state == "real" and telling.fixed
    ]
    for event, first in every:
        wrong = _day_denied(first, settled)
        for another, second in every if wrong is not None else ():
            if (
                first.mention.report != second.mention.report
                and second.day is not None
                and second.day.day == wrong
                and (first.mention.sort == second.mention.sort or _one_deed(first, second, settled))
                and _who(first, settled) & _who(second, settled)
            ):
                yield Pair(first=first, second=second, events=(event, another))


def _day_denied(telling: Telling, settled: Settled) -> date | None:
    """Return the day on which a telling says that it was not; None if it says so of none."""
    found = settled.material.found[telling.mention.report]
    text = settled.material.by_id[telling.mention.report].text
    clause, own = telling.mention.clause, telling.day
    said = composing_pattern("days_denied.not").search(text, clause.start, clause.end)
    if said is None or own is None or own.day is None:
        return None
    if said["nth"] is not None:
        last = monthrange(own.day.year, own.day.month)[1]
        return own.day.replace(day=int(said["nth"])) if 0 < int(said["nth"]) <= last else None
    day = next((t.when.date for t in found.timexes if t.span.start == said.end() and t.type == "DATE"), None)
    return day.day if day is not None and day.day != own.day else None


def _one_deed(first: Telling, second: Telling, settled: Settled) -> bool:
    return bool({d.name for d in _deeds_in(first, settled)} & {d.name for d in _deeds_in(second, settled)})


def _who(telling: Telling, settled: Settled) -> frozenset[str]:
    """Return who is named in a telling's clause, and whose word it is."""
    clause = telling.mention.clause
    named = [m.id for m in settled.material.found[telling.mention.report].mentions if clause.holds(m.span)]
    return frozenset(settled.entities.of([*named, *telling.mention.given_by])) | telling.participants


def _told(settled: Settled, lines: frozenset[str]) -> Mapping[tuple[str, str], list[tuple[str, Telling]]]:
    """Return the tellings, with a day of their own, of each deed and whom it came to, with their events."""
    named = {
        group.id
        for group in settled.entities.groups
        if any(m.form == "name" and m.kind in WHO for chain in group.chains for m in chain.mentions)
    }
    found: dict[tuple[str, str], list[tuple[str, Telling]]] = defaultdict(list)
    for group in settled.events:
        event = group.tellings[0].mention.id
        for telling in group.tellings if event in lines else ():
            if telling.state != "real" or not telling.fixed or telling.again:
                continue
            givers = frozenset(
                settled.entities.of(telling.mention.given_by)
            )  # "he", said by him, may be another
            for deed in _deeds_in(telling, settled):
                whose = telling.done_to if deed.done_to else telling.participants
                for each in (whose & named) - givers:
                    found[deed.name, each].append((event, telling))
    return found


def _deeds_in(telling: Telling, settled: Settled) -> list[Deed]:
    """Return which deeds a telling's verb tells."""
    start = telling.mention.span.start
    words = settled.material.by_id[telling.mention.report].text[start : start + LONG]
    return [deed for deed in _deeds() if deed.verbs.match(words)]


def _first(telling: Telling) -> date | None:
    return telling.day.first if telling.day is not None else None


def _on_two_days(first: Telling, second: Telling) -> bool:
    """Whether two tellings give days that can't be one, no further apart than they are told closely."""
    one, other = first.day, second.day
    if one is None or other is None or one.may_be(other):
        return False
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    apart = max(one.first, other.first) - min(one.last, other.last)
    return apart <= max(NEAR, one.last - one.first, other.last - other.first)
