"""Pairs and lines without a pair in, agreement out: counts, F1, shares, Cohen's kappa, the disagreements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Values = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A required line that one reader lacks, or a value of a line of both: where, why, and both views."""

    kind: str
    reader: Literal["both", "first", "second"]
    cause: str
    report: str
    words: str
    views: str

    def __str__(self) -> str:
        return f"{self.kind}, {self.reader}, {self.cause}: {self.report}: {self.words!r}: {self.views}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What comparing two readers comes to for one kind of line.

    `first` and `second` count the required lines that only this reader has, `optional` the other lines that
    only one has. `values` holds, for each thing said of a line, both readers' values in the lines of both.
    """

    both: int = 0
    first: int = 0
    second: int = 0
    optional: int = 0
    values: Mapping[str, Sequence[Values]] = field(default_factory=dict)
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both readers' shares, optional lines of one left out; None without lines."""
        return _f1(self.both, self.first + self.second)

    @property
    def whole_f1(self) -> float | None:
        """The same with every line of one reader alone, optional or not."""
        return _f1(self.both, self.first + self.second + self.optional)


def pooled(parts: Sequence[Compared]) -> Compared:
    """Return the comparisons of several stories' lines of one kind as one."""
    names = dict.fromkeys(name for one in parts for name in one.values)
    return Compared(
        both=sum(one.both for one in parts),
        first=sum(one.first for one in parts),
        second=sum(one.second for one in parts),
        optional=sum(one.optional for one in parts),
        values={name: [pair for one in parts for pair in one.values.get(name, ())] for name in names},
        disagreements=tuple(told for one in parts for told in one.disagreements),
    )


def _f1(both: int, alone: int) -> float | None:
    """Return the harmonic mean of two readers' shares of their own lines that both have."""
    return 2 * both / (2 * both + alone) if both + alone else None


def equal_share(values: Sequence[Values]) -> float | None:
    """Return the part of the pairs that is equal; None where there are no pairs."""
    return sum(one == other for one, other in values) / len(values) if values else None


def kappa(values: Sequence[Values]) -> float | None:
    """Return Cohen's kappa: agreement beyond what chance would give with both readers' frequencies.

    None where there are no pairs, or where both readers always give one same value.
    """
    observed = equal_share(values)
    if observed is None:
        return None
    ones, others = Counter(one for one, _ in values), Counter(other for _, other in values)
    chance = sum(count * others[value] for value, count in ones.items()) / len(values) ** 2
    return (observed - chance) / (1 - chance) if chance < 1 else None


def counts(name: str, one: Compared) -> str:
    """Return one row of counts."""
    alone = (str(count) for count in (one.both, one.first, one.second))
    return _row(name, *alone, _share(one.f1), str(one.optional), _share(one.whole_f1))


def table(compared: Mapping[str, Compared]) -> Iterator[str]:
    """Yield the counts by kind and the values in lines of both, as lines of text."""
    yield HEADS
    for kind, one in (*compared.items(), ("all", pooled(tuple(compared.values())))):
        yield counts(kind, one)
    yield ""
    yield _row("in lines of both", "lines", "equal", "kappa")
    for kind, one in compared.items():
        for name, values in one.values.items():
            shares = (_share(equal_share(values)), _share(kappa(values)))
            yield _row(f"{kind}: {name}", str(len(values)), *shares)


def _row(head: str, *cells: str) -> str:
    """Return one row of a table."""
    return head.ljust(22) + "".join(cell.rjust(9) for cell in cells)


HEADS = _row("kind", "both", "first", "second", "F1", "optional", "F1 whole")
"""The first row of the table of counts."""


def _share(value: float | None) -> str:
    """Return a share with three decimals, or a dash where there is none."""
    return "-" if value is None else f"{value:.3f}"
