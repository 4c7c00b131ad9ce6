"""Two answers to one sample in, how far the second agrees with the first out.

The first is taken for right. What both have is matched one to one by overlap, the most exact first;
kind, modality, day and participants are compared over what is matched.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeVar

from eval.labels.answers import Answers, Event, Name, Place, Pronoun
from onrecord.model.partial_date import PartialDate
from onrecord.model.span import Span

Day = Literal["right", "rightly open", "left open", "made up", "wrong"]
DAYS: Final[tuple[Day, ...]] = ("right", "rightly open", "left open", "made up", "wrong")
ARTICLES: Final = ("the ", "a ", "an ")


class Placed(Protocol):
    """Anything with a place."""

    @property
    def place(self) -> Place:
        """Where it stands."""


T = TypeVar("T", bound=Placed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part of a whole, for instance 19 of 20."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        """The part by the whole; 0 of nothing."""
        return self.part / self.whole if self.whole else 0.0


Shares = Mapping[str, Share]


def compare(first: Answers, second: Answers) -> dict[str, Share]:
    """Return all measures by name."""
    return {
        **compare_names(first.names, second.names),
        **compare_pronouns(first.pronouns, second.pronouns),
        **compare_events(first.events, second.events),
    }


def matched(first: Sequence[T], second: Sequence[T]) -> list[tuple[T, T]]:
    """Return pairs that overlap, one to one, the most exact first."""
    pairs = [
        (-_exactness(a.place.span, b.place.span), i, j)
        for i, a in enumerate(first)
        for j, b in enumerate(second)
        if a.place.key == b.place.key and a.place.span.overlaps(b.place.span)
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    kept: list[tuple[T, T]] = []
    for _, i, j in sorted(pairs):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            kept.append((first[i], second[j]))
    return kept


def _exactness(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (len(one) + len(other) - shared)


def compare_names(first: Sequence[Name], second: Sequence[Name]) -> dict[str, Share]:
    """Return how many names both have, with the same span, and of one kind."""
    pairs = matched(first, second)
    same = sum(a.place.span == b.place.span for a, b in pairs)
    return {
        "names_typing": Share(part=sum(a.kind == b.kind for a, b in pairs), whole=len(pairs)),
        "names_span_p": Share(part=same, whole=len(second)),
        "names_span_r": Share(part=same, whole=len(first)),
        "names_overlap_p": Share(part=len(pairs), whole=len(second)),
        "names_overlap_r": Share(part=len(pairs), whole=len(first)),
    }


def compare_pronouns(first: Sequence[Pronoun], second: Sequence[Pronoun]) -> dict[str, Share]:
    """Return how many pronouns of the first are resolved by the second, and how many of them rightly.

    One that the first can't resolve is wrong when resolved.
    """
    pairs = matched(first, second)
    resolved = [(a, b) for a, b in pairs if b.refers]
    return {
        "pronouns_p": Share(part=sum(refer_alike(a, b) for a, b in resolved), whole=len(resolved)),
        "pronouns_resolved": Share(part=len(resolved), whole=len(first)),
        "pronouns_alike": Share(part=sum(refer_alike(a, b) for a, b in pairs), whole=len(pairs)),
    }


def refer_alike(one: Pronoun, other: Pronoun) -> bool:
    """Return whether two pronouns share a mention they refer to, or neither is resolved."""
    return _meet(one.refers, other.refers) if one.refers or other.refers else True


def compare_events(first: Sequence[Event], second: Sequence[Event]) -> dict[str, Share]:
    """Return how many events both have, and of these modality, day and participants."""
    pairs = matched(first, second)
    days = [day_beside(a.day, b.day) for a, b in pairs]
    people = [taking_part(a, b) for a, b in pairs]
    met, said, told = (sum(numbers[i] for numbers in people) for i in range(3))
    return {
        "events_p": Share(part=len(pairs), whole=len(second)),
        "events_r": Share(part=len(pairs), whole=len(first)),
        "modality": Share(part=sum(a.modality == b.modality for a, b in pairs), whole=len(pairs)),
        "day": Share(part=days.count("right") + days.count("rightly open"), whole=len(days)),
        **{
            f"day_{verdict.replace(' ', '_')}": Share(part=days.count(verdict), whole=len(days))
            for verdict in DAYS
        },
        "participants_p": Share(part=met, whole=said),
        "participants_r": Share(part=met, whole=told),
        "participants_f1": Share(part=2 * met, whole=said + told),
    }


def day_beside(label: str | None, said: str | None) -> Day:
    """Return what a day is worth beside the labelled one.

    Bounded on one side is open. Two stretches that begin or end on one day are alike: a year so far is
    that year.
    """
    wanted, given = _closed(label), _closed(said)
    if wanted is None:
        return "rightly open" if given is None else "made up"
    if given is None:
        return "left open"
    if wanted == given:
        return "right"
    stretches = wanted[0] != wanted[1] and given[0] != given[1]
    return "right" if stretches and (wanted[0] == given[0] or wanted[1] == given[1]) else "wrong"


def _closed(edtf: str | None) -> tuple[object, object] | None:
    """Return first and last day, None where either is open."""
    if edtf is None:
        return None
    value = PartialDate.parse(edtf)
    return None if value.first is None or value.last is None else (value.first, value.last)


def taking_part(label: Event, said: Event) -> tuple[int, int, int]:
    """Return how many participants both have, how many the second has, and how many the first.

    Two labels that one given participant stands for ("he … himself") are one. One given from outside the
    sentence isn't counted: the labels speak of the sentence alone.
    """
    given = [spans for spans in said.participants if spans]
    left = list(label.participants)
    met = told = 0
    for spans in given:
        same = [one for one in left if _meet(one, spans)]
        left = [one for one in left if one not in same]
        met += bool(same)
        told += bool(same)
    return met, len(given), told + len(left)


def _meet(some: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)
