"""The sheet and its readers' verdicts in, shares of wrong and unknown out: `python -m eval.speakers.score`.

Shares are of all rows, by reader and pooled (all verdicts of all readers together). Two readers' agreement is
the share of rows with the same verdict and Cohen's kappa; the rows on which they differ are listed.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from eval.agreement_result import kappa
from eval.speakers.draw import SHEET, digest

VERDICTS: Final = ("right", "wrong", "unknown", "not-a-quotation")
READERS: Final = ("one", "two")
PRINTED: Final = "printed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One reader's verdicts and notes by row."""

    name: str
    verdicts: Mapping[int, str]
    notes: Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """How often each verdict was given.

    Attributes:
        verdicts: verdicts given, by name.
        printed: how many of the unknown ones print a source that is right, and name no mention.
    """

    verdicts: Mapping[str, int]
    printed: int

    @property
    def total(self) -> int:
        """How many verdicts there are."""
        return sum(self.verdicts.values())

    def share(self, verdict: str) -> float:
        """Return the share of a verdict."""
        return self.verdicts.get(verdict, 0) / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far two readers agree.

    Attributes:
        equal: share of the rows with the same verdict.
        kappa: Cohen's; None where both give one same verdict throughout.
        differ: rows where they don't agree: row, first verdict, second verdict.
    """

    equal: float
    kappa: float | None
    differ: tuple[tuple[int, str, str], ...]


def read(path: Path, rows: Sequence[Mapping[str, Any]]) -> Reader:
    """Return a reader's verdicts on the rows of a sheet.

    Raises:
        ValueError: They judge another sheet, leave out a row, or give a verdict that there isn't.
    """
    given = json.loads(path.read_text(encoding="utf-8"))
    verdicts = {int(number): verdict for number, verdict in given["verdicts"].items()}
    if given["sheet"] != digest(rows):
        raise ValueError(f"{path.name} judges another sheet")
    if set(verdicts) != {row["n"] for row in rows}:
        raise ValueError(f"{path.name} doesn't judge the rows of the sheet, each once")
    if strange := sorted(set(verdicts.values()) - set(VERDICTS)):
        raise ValueError(f"{path.name} has verdicts that there aren't: {', '.join(strange)}")
    notes = {int(number): note for number, note in given.get("notes", {}).items()}
    return Reader(name=path.stem, verdicts=verdicts, notes=notes)


def shares(readers: Sequence[Reader]) -> Shares:
    """Return how often each verdict was given, by all of the readers together."""
    return Shares(
        verdicts=Counter(verdict for reader in readers for verdict in reader.verdicts.values()),
        printed=sum(map(_printed, readers)),
    )


def _printed(reader: Reader) -> int:
    unknown = (row for row, verdict in reader.verdicts.items() if verdict == "unknown")
    return sum(PRINTED in reader.notes.get(row, "") for row in unknown)


def agreement(first: Reader, second: Reader) -> Agreement:
    """Return how far two readers of one sheet agree."""
    pairs = [(row, first.verdicts[row], second.verdicts[row]) for row in sorted(first.verdicts)]
    differ = tuple(pair for pair in pairs if pair[1] != pair[2])
    return Agreement(
        equal=1 - len(differ) / len(pairs),
        kappa=kappa([(mine, theirs) for _, mine, theirs in pairs]),
        differ=differ,
    )


def told(readers: Sequence[Reader]) -> Iterator[str]:
    """Yield the lines of the result."""
    for name, some in [*((reader.name, [reader]) for reader in readers), ("pooled", list(readers))]:
        found = shares(some)
        counts = ", ".join(
            f"{verdict} {found.share(verdict):.1%} ({found.verdicts.get(verdict, 0)})" for verdict in VERDICTS
        )
        yield f"{name}: {counts} of {found.total}; unknown with its source printed {found.printed}"
    if len(readers) == len(READERS):
        agreed = agreement(readers[0], readers[1])
        beyond = "not defined" if agreed.kappa is None else f"{agreed.kappa:.3f}"
        yield f"agreement: {agreed.equal:.1%} equal, kappa {beyond}"
        yield from (f"  {row}: {mine} / {theirs}" for row, mine, theirs in agreed.differ)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the shares and the agreement of the readers that there are; 0 when done."""
    parser = argparse.ArgumentParser(description="Shares of wrong and unknown speakers.")
    parser.add_argument(
        "--folder", type=Path, default=SHEET.parent, help="with sheet.json, one.json, two.json"
    )
    folder: Path = parser.parse_args(arguments).folder
    rows = json.loads((folder / SHEET.name).read_text(encoding="utf-8"))["rows"]
    paths = [folder / f"{name}.json" for name in READERS]
    for line in told([read(path, rows) for path in paths if path.is_file()]):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
