"""Counts and findings in, a table out: what a comparison with the gold comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

HEADS: Final = "kind".ljust(18) + "".join(
    head.rjust(10) for head in ("precision", "recall", "produced", "right", "required", "found")
)
"""The table's first row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The counts of one kind of line.

    `predicted` lines were produced, of which `right` match the gold; `expected` lines of the gold are
    required, of which `found` are matched.
    """

    predicted: int = 0
    right: int = 0
    expected: int = 0
    found: int = 0

    @property
    def precision(self) -> float | None:
        """Part of the produced lines that is right; None where nothing was produced."""
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Part of the required lines that was found; None where nothing is required."""
        return self.found / self.expected if self.expected else None

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            predicted=self.predicted + other.predicted,
            right=self.right + other.right,
            expected=self.expected + other.expected,
            found=self.found + other.found,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One case: where it stands, in which words, and what was expected.

    A *miss* or a *false* line, a *right* one, or one that is *absent* as the line that it would hang on is.
    """

    kind: str
    what: Literal["miss", "false", "right", "absent"]
    report: str
    words: str
    expected: str

    def __str__(self) -> str:
        return f"{self.what:<5} {self.kind:<18} {self.report}: {self.words!r} | {self.expected}"


def false(kind: str, report: str, words: str, expected: str) -> Finding:
    """Return the finding of a line that was produced and is not right."""
    return Finding(kind=kind, what="false", report=report, words=words, expected=expected)


def hit(kind: str, report: str, words: str, expected: str = "") -> Finding:
    """Return the case of a line that was produced and is right."""
    return Finding(kind=kind, what="right", report=report, words=words, expected=expected)


def absent(kind: str, report: str, words: str, expected: str) -> Finding:
    """Return the case of a line of the gold that can't be right or wrong: what it hangs on wasn't found."""
    return Finding(kind=kind, what="absent", report=report, words=words, expected=expected)


def miss(kind: str, report: str, words: str, expected: str) -> Finding:
    """Return the finding of a required line that was not produced."""
    return Finding(kind=kind, what="miss", report=report, words=words, expected=expected)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What one comparison yields: tallies by kind, findings, and right lines beyond the first.

    `within` holds tallies of a part of a kind, which are in no total; `others` the cases that are no fault.
    """

    tallies: Mapping[str, Tally]
    findings: tuple[Finding, ...] = ()
    surplus: Mapping[str, int] = field(default_factory=dict)
    within: Mapping[str, Tally] = field(default_factory=dict)
    others: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A whole comparison of a record with the gold."""

    tallies: Mapping[str, Tally]
    surplus: Mapping[str, int]
    findings: tuple[Finding, ...]
    within: Mapping[str, Tally] = field(default_factory=dict)
    others: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, parts: Sequence[Scored | Result]) -> Result:
        """Return the parts put together, in their order; counts of one kind are added."""
        tallies: dict[str, Tally] = {}
        within: dict[str, Tally] = {}
        surplus: Counter[str] = Counter()
        for part in parts:
            surplus.update(part.surplus)
            for sums, counts in ((tallies, part.tallies), (within, part.within)):
                for kind, tally in counts.items():
                    sums[kind] = sums.get(kind, Tally()) + tally
        return cls(
            tallies=tallies,
            surplus=surplus,
            findings=tuple(found for part in parts for found in part.findings),
            within=within,
            others=tuple(found for part in parts for found in part.others),
        )

    @property
    def total(self) -> Tally:
        """The tallies of all kinds together; surplus lines are in no tally twice."""
        return sum(self.tallies.values(), Tally())

    def lines(self) -> Iterator[str]:
        """Yield the table and then every finding, as lines of text."""
        yield from self.table()
        if self.findings:
            yield ""
        yield from map(str, self.findings)

    def table(self) -> Iterator[str]:
        """Yield a row for each kind, for the parts of kinds and for what was split."""
        yield HEADS
        for kind, tally in (*self.tallies.items(), ("all", self.total)):
            yield row(kind, tally)
        for kind, tally in self.within.items():
            yield row(f"  {kind}", tally)
        for kind, count in self.surplus.items():
            yield f"{kind} split".ljust(38) + str(count).rjust(10)


def row(name: str, tally: Tally) -> str:
    """Return one row of the table."""
    shares = (_share(tally.precision), _share(tally.recall))
    counts = (tally.predicted, tally.right, tally.expected, tally.found)
    return name.ljust(18) + "".join(str(value).rjust(10) for value in (*shares, *counts))


def _share(value: float | None) -> str:
    """Return a share with three decimals, or a dash where there is none."""
    return "-" if value is None else f"{value:.3f}"
