"""Two readers' lines of one kind and which may be one in, which are one line and which are left over out.

A line has at most one partner. A required line that is left over was read by one reader alone, was split
otherwise (the line that it is like has another partner), or has another value or other speakers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from eval.agreement_entries import Entry
from eval.agreement_result import Compared, Disagreement, Values
from eval.gold_view import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both readers' lines of one kind, and what to compare in the lines that both have.

    Where a reader couldn't or needn't tell a value, None is given for the pair: it isn't compared.
    """

    kind: str
    first: Sequence[Entry]
    second: Sequence[Entry]
    values: Mapping[str, Callable[[Line, Line], Values | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The places of two lines that may be one, and how much speaks for it.

    `barred` is why two lines with the same words are not one, where they are not.
    """

    first: int
    second: int
    rank: tuple[float, ...] = ()
    barred: str = ""


def compare(sides: Sides, choices: Iterable[Choice]) -> Compared:
    """Return the agreement of two readers on one kind of line.

    Args:
        sides: The lines of both readers.
        choices: Any two lines that may be one; those for which most speaks are paired first.
    """
    alike = sorted(choices, key=lambda one: (*(-part for part in one.rank), one.first, one.second))
    pairs: dict[int, int] = {}
    for choice in alike:
        if not choice.barred and choice.first not in pairs and choice.second not in pairs.values():
            pairs[choice.first] = choice.second
    values, differing = _compare_values(sides, pairs)
    first = tuple(_left_over(sides, alike, set(pairs), reader="first"))
    second = tuple(_left_over(sides, alike, set(pairs.values()), reader="second"))
    return Compared(
        both=len(pairs),
        first=len(first),
        second=len(second),
        optional=_spare(sides.first, set(pairs)) + _spare(sides.second, set(pairs.values())),
        values=values,
        disagreements=(*first, *second, *differing),
    )


def _compare_values(
    sides: Sides, pairs: Mapping[int, int]
) -> tuple[dict[str, list[Values]], list[Disagreement]]:
    """Return both readers' values in the lines that both have, and where they differ."""
    values: dict[str, list[Values]] = {name: [] for name in sides.values}
    differing = []
    for name, value in sides.values.items():
        for one, other in sorted(pairs.items()):
            entry = sides.first[one]
            found = value(entry.line, sides.second[other].line)
            if found is None:
                continue
            values[name].append(found)
            if found[0] != found[1]:
                views = f"{found[0]} | {found[1]}"
                differing.append(_disagreement(sides.kind, "both", entry, name, views))
    return values, differing


def _spare(entries: Sequence[Entry], taken: set[int]) -> int:
    """Return how many optional lines of one reader are left over."""
    return sum(not entry.required and place not in taken for place, entry in enumerate(entries))


def _left_over(
    sides: Sides, alike: Sequence[Choice], taken: set[int], *, reader: Literal["first", "second"]
) -> Iterator[Disagreement]:
    """Yield one reader's required lines without a partner, each with its cause and the line most like it."""
    entries, others = (sides.first, sides.second) if reader == "first" else (sides.second, sides.first)
    for place, entry in enumerate(entries):
        if place in taken or not entry.required:
            continue
        near = [
            (choice.barred, choice.second if reader == "first" else choice.first)
            for choice in alike
            if place == (choice.first if reader == "first" else choice.second)
        ]
        if not near:
            yield _disagreement(sides.kind, reader, entry, "alone", "nothing like it")
            continue
        barred, nearest = min(near, key=lambda one: bool(one[0]))
        views = f"the other has {others[nearest].words!r}"
        yield _disagreement(sides.kind, reader, entry, barred or "split otherwise", views)


def _disagreement(
    kind: str, reader: Literal["both", "first", "second"], entry: Entry, cause: str, views: str
) -> Disagreement:
    """Return a disagreement on a line."""
    return Disagreement(
        kind=kind, reader=reader, cause=cause, report=entry.report, words=entry.words, views=views
    )
