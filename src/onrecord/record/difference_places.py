"""Settled reports in, which places are two out: by name, by kind of place, and by what lies in what."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from onrecord.links.differing import differing
from onrecord.links.event_tellings import Telling
from onrecord.links.words import function_words, words_of
from onrecord.record.composing import composing_words
from onrecord.record.settled import Settled

BETWEEN: Final = 12  # code points between the names of a place and of what it lies in: ", in ", " on the "
LONGEST: Final = 4  # words of a name before its kind: "St Alda's Old Bridge"

Kinds = frozenset[tuple[str, str]]
"""Places by the kind that their names tell ("street"), and the rest of the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What is known of the places of a storyline.

    Attributes:
        settled: the settled links.
        acting: ids of places that act themselves: states, towns as bodies.
    """

    settled: Settled
    acting: frozenset[str]
    kept: dict[str, Kinds] = field(default_factory=dict, init=False, compare=False, repr=False)

    def tells(self, telling: Telling) -> bool:
        """Whether a telling gives a place."""
        return telling.place is not None or bool(self.of_a_kind(telling))

    def may_part(self, first: Telling, second: Telling) -> bool:
        """Whether two tellings give places that aren't one by name: what can be told at once."""
        if first.place is not None and second.place is not None:
            return first.place != second.place
        return bool(self.of_a_kind(first)) and bool(self.of_a_kind(second))

    def part(self, first: Telling, second: Telling) -> bool:
        """Whether two tellings give two places, of which neither lies in the other."""
        kinds = [self.of_a_kind(telling) for telling in (first, second)]
        if kinds[0] and kinds[1]:
            return self.are_two_of_a_kind(kinds[0], kinds[1])
        if first.place is None or second.place is None or first.place == second.place:
            return False
        if first.state == "real":
            return False  # what happened in a town happened in its county too: nothing tells which is which
        if {first.place, second.place} & self.acting or kinds[0] or kinds[1]:
            return False
        names = [self.names_of(place) for place in (first.place, second.place)]
        return not any(self.lies_in(one, other) for one in names[0] for other in names[1])

    def of_a_kind(self, telling: Telling) -> Kinds:
        """Return the places of a telling's clause whose names say what they are: a street, a hall."""
        found = self.kept.get(telling.mention.id)
        if found is None:
            text = telling.mention.clause.of(self.settled.material.by_id[telling.mention.report].text)
            found = frozenset(
                (match["kind"].lower(), match["name"])
                for match in _named().finditer(text)
                if any(word not in function_words() for word in words_of(match["name"]))
            )
            self.kept[telling.mention.id] = found
        return found

    def are_two_of_a_kind(self, first: Kinds, second: Kinds) -> bool:
        """Whether two clauses name one street each, and not the same."""
        if len(first) != 1 or len(second) != 1:
            return False
        (kind, name), (other_kind, other) = next(iter(first)), next(iter(second))
        names = [{word.removesuffix("s").replace("'", "") for word in words_of(n)} for n in (name, other)]
        under_roofs = {kind, other_kind} <= _roofs()
        return (kind == other_kind or under_roofs) and names[0].isdisjoint(names[1])

    def names_of(self, place: str) -> frozenset[str]:
        """Return the names by which a place is called."""
        return frozenset(
            mention.name
            for group in self.settled.entities.groups
            if group.id == place
            for mention in group.mentions
            if mention.form == "name"
        )

    def lies_in(self, one: str, other: str) -> bool:
        """Whether some report names the two right beside each other: "Marl, in Tamar", "Marl Old Town"."""
        if set(words_of(one)) & set(words_of(other)):
            return True
        words = "|".join(sorted(composing_words("places.beside")))
        beside = rf"{{}}(?:,|\s+(?:{words})\b)[^.;\n“”\"]{{{{0,{BETWEEN}}}}}\b{{}}\b"
        patterns = [
            beside.format(re.escape(a), re.escape(b)).replace("{{", "{").replace("}}", "}")
            for a, b in ((one, other), (other, one))
        ]
        found = re.compile("|".join(rf"\b{pattern}" for pattern in patterns))
        return any(found.search(report.text) for report in self.settled.material.reports)


def places_of(settled: Settled) -> Places:
    """Return what is known of the places of a storyline."""
    acting = {
        entity for group in settled.events for telling in group.tellings for entity in telling.participants
    }
    return Places(settled=settled, acting=frozenset(acting))


@lru_cache(maxsize=1)
def _roofs() -> frozenset[str]:
    """Return the kinds of place in which one thing is under one roof."""
    return frozenset(kind.lower() for kind in differing("moment")["roofs"])


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """Return a pattern of names that end in the kind of place: "Milldam Street"."""
    raw = differing("moment")
    kinds = "|".join([*raw["kinds"], *map(str.lower, raw["small"])])
    return re.compile(rf"\b(?P<name>(?:[A-Z][\w’'-]*\s+){{1,{LONGEST}}})(?P<kind>{kinds})\b(?!\s+[A-Z])")
