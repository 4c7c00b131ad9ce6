"""Counts and findings in, a table out: what a comparison with the gold comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal


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
    """One miss or one false line: where it stands, in which words, and what was expected."""

    kind: str
    what: Literal["miss", "false"]
    report: str
    words: str
    expected: str

    def __str__(self) -> str:
        return f"{self.what:<5} {self.kind:<18} {self.report}: {self.words!r} | {self.expected}"


def false(kind: str, report: str, words: str, expected: str) -> Finding:
    """Return the finding of a line that was produced and is not right."""
    return Finding(kind=kind, what="false", report=report, words=words, expected=expected)


def miss(kind: str, report: str, words: str, expected: str) -> Finding:
    """Return the finding of a required line that was not produced."""
    return Finding(kind=kind, what="miss", report=report, words=words, expected=expected)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What one comparison yields: tallies by kind, findings, and right lines beyond the first."""

    tallies: Mapping[str, Tally]
    findings: tuple[Finding, ...] = ()
    surplus: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A whole comparison of a record with the gold."""

    tallies: Mapping[str, Tally]
    surplus: Mapping[str, int]
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, parts: tuple[Scored, ...]) -> Result:
        """Return the parts put together, in their order."""
        tallies: dict[str, Tally] = {}
        surplus: dict[str, int] = {}
        for part in parts:
            tallies |= part.tallies
            surplus |= part.surplus
        return cls(
            tallies=tallies,
            surplus=surplus,
            findings=tuple(found for part in parts for found in part.findings),
        )

    @property
    def total(self) -> Tally:
        """The tallies of all kinds together; surplus lines are in no tally twice."""
        return sum(self.tallies.values(), Tally())

    def lines(self) -> Iterator[str]:
        """Yield the table, the surplus rows and then every finding, as lines of text."""
        heads = ("precision", "recall", "produced", "right", "required", "found")
        yield "kind".ljust(18) + "".join(head.rjust(10) for head in heads)
        for kind, tally in (*self.tallies.items(), ("all", self.total)):
            shares = (_share(tally.precision), _share(tally.recall))
            counts = (tally.predicted, tally.right, tally.expected, tally.found)
            yield kind.ljust(18) + "".join(str(value).rjust(10) for value in (*shares, *counts))
        for kind, count in self.surplus.items():
            yield f"{kind} split".ljust(38) + str(count).rjust(10)
        if self.findings:
            yield ""
        for finding in self.findings:
            yield str(finding)


def _share(value: float | None) -> str:
    """Return a share with three decimals, or a dash where there is none."""
    return "-" if value is None else f"{value:.3f}"
