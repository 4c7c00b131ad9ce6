"""What an annotator is: a function from a parsed report to annotations, with its name and version.

An annotator is one file (or one folder) and one test. It declares which kinds it needs and which it gives;
`annotate` runs them in order and refuses a set that can't be ordered. Raise the version whenever output
changes: reports that were annotated by an older one are then found, and read again from their stored text.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from onrecord.annotations.parsed import Parsed
from onrecord.model.annotation import Found

Layer = Literal["timexes", "mentions", "quotations", "figures", "events"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotator:
    """A named, versioned finder of one kind of annotation.

    Attributes:
        name: stands in each annotation's `finder`, with the version: "timexes.rules/1".
        requires: kinds that must have been found before.
        assigns: the kind it gives.
        find: gives all annotations of one report, in order of place.
    """

    name: str
    version: int
    requires: tuple[Layer, ...]
    assigns: Layer
    find: Callable[[Parsed, Found], Iterable[Any]]

    @property
    def finder(self) -> str:
        """Name and version, as annotations carry them."""
        return f"{self.name}/{self.version}"


def in_order(annotators: Sequence[Annotator]) -> tuple[Annotator, ...]:
    """Return the annotators so that each comes after what it requires.

    Raises:
        ValueError: What one of them requires is given by none, or they wait for each other.
    """
    left, ordered, given = list(annotators), [], set[Layer]()
    while left:
        ready = [a for a in left if given.issuperset(a.requires)]
        if not ready:
            waiting = ", ".join(f"{a.finder} needs {'+'.join(a.requires)}" for a in left)
            raise ValueError(f"annotators can't be ordered: {waiting}")
        ordered += ready
        given.update(a.assigns for a in ready)
        left = [a for a in left if a not in ready]
    return tuple(ordered)


def annotate(parsed: Parsed, annotators: Sequence[Annotator]) -> Found:
    """Return everything that the annotators, which must stand in order, find in one report."""
    found = Found()
    for annotator in annotators:
        found = replace(found, **{annotator.assigns: tuple(annotator.find(parsed, found))})
    return found
