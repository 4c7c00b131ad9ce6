"""The sheet and its readers' labels in, figures out: `python -m eval.copies.score BENCHMARKS`.

Each pair is read as `onrecord read` reads it, and asked of the program: do the two meet as candidates, and
are they one copy? Precision, recall and F1 are over "copy", beside reader one and over the rows on which both
readers agree; for all rows and for each half. The readers' agreement is the share of rows alike and Cohen's
kappa.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from eval.agreement_result import kappa
from eval.copies.draw import SHEET, digest, pairs_of
from eval.copies.texts import Text
from onrecord.links.copies import Print, compare_copies, print_of
from onrecord.model.report import Document, Report
from onrecord.reports.reading import read_document
from onrecord.sources.lines import document_of_row

COPY: Final = "copy"
LABELS: Final = (COPY, "not")
READERS: Final = ("one", "two")
HALVES: Final = ("fit", "held")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One reader's labels and notes by row."""

    name: str
    labels: Mapping[int, str]
    notes: Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Rows by what was found and what is labelled: both a copy, only found so, only labelled so, neither."""

    right: int
    false: int
    missed: int
    neither: int

    @property
    def precision(self) -> float:
        """Of those taken for copies, the share that is labelled so; 1 where there are none."""
        found = self.right + self.false
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Of those labelled as copies, the share that is found; 1 where there are none."""
        labelled = self.right + self.missed
        return self.right / labelled if labelled else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        whole = 2 * self.right + self.false + self.missed
        return 2 * self.right / whole if whole else 1.0


def read(path: Path, rows: Sequence[Row]) -> Reader:
    """Return a reader's labels of the rows of a sheet.

    Raises:
        ValueError: They are of another sheet, leave out a row, or give a label that there isn't.
    """
    given = json.loads(path.read_text(encoding="utf-8"))
    labels = {int(number): label for number, label in given["labels"].items()}
    if given["sheet"] != digest(rows):
        raise ValueError(f"{path.name} labels another sheet")
    if set(labels) != {row["n"] for row in rows}:
        raise ValueError(f"{path.name} doesn't label the rows of the sheet, each once")
    if strange := sorted(set(labels.values()) - set(LABELS)):
        raise ValueError(f"{path.name} has labels that there aren't: {', '.join(strange)}")
    notes = {int(number): note for number, note in given.get("notes", {}).items()}
    return Reader(name=path.stem, labels=labels, notes=notes)


def decisions(benchmarks: Path, rows: Sequence[Row]) -> dict[int, bool]:
    """Return by row whether the program takes its pair for one copy."""
    pairs = pairs_of(benchmarks, rows)
    return {row["n"]: are_copies(*map(_print, ends)) for row, ends in zip(rows, pairs, strict=True)}


def are_copies(first: Print, second: Print) -> bool:
    """Whether two reports meet as candidates and are then found to be one copy."""
    return bool(set(first.keys) & set(second.keys)) and compare_copies(first, second) is not None


def _print(one: Text) -> Print:
    return print_of(report_of(one))


def report_of(one: Text) -> Report:
    """Return a report of a task as reading a delivery gives it.

    Raises:
        ValueError: It can't be read.
    """
    fields = {name: one.fields.get(name) for name in ("outlet", "headline", "published", "text")}
    fields["headline"] = fields["headline"] or one.fields.get("title")
    fields["published"] = fields["published"] or one.fields.get("date")
    document = document_of_row({"address": one.doc, **fields}, Path(one.task), 0)
    report = read_document(document).report if isinstance(document, Document) else None
    if report is None:
        raise ValueError(f"{one.task} {one.doc} can't be read")
    return report


def count(found: Mapping[int, bool], labels: Mapping[int, str]) -> Counts:
    """Return how decisions compare with labels, over the rows that are labelled."""
    pairs = [(found[number], label == COPY) for number, label in labels.items()]
    return Counts(
        right=pairs.count((True, True)),
        false=pairs.count((True, False)),
        missed=pairs.count((False, True)),
        neither=pairs.count((False, False)),
    )


def told(rows: Sequence[Row], readers: Sequence[Reader], found: Mapping[int, bool]) -> Iterator[str]:
    """Yield the lines of the result."""
    half_of = {row["n"]: row["half"] for row in rows}
    first = readers[0]
    truths = {f"reader {first.name}": first.labels}
    if len(readers) == len(READERS):
        second = readers[1].labels
        truths["both readers"] = {n: label for n, label in first.labels.items() if second[n] == label}
    for name, labels in truths.items():
        for half in ("all", *HALVES):
            some = {n: label for n, label in labels.items() if half in ("all", half_of[n])}
            yield f"{name}, {half}: {_figures(count(found, some))}"
    differing = {n: label for n, label in first.labels.items() if found[n] != (label == COPY)}
    for number, label in sorted(differing.items()):
        said = f"{COPY if found[number] else 'not'}, labelled {label} {first.notes.get(number, '')}"
        yield f"  {number} ({half_of[number]}): {said}".rstrip()
    yield from _agreement(readers)


def _figures(counts: Counts) -> str:
    of = counts.right + counts.false + counts.missed + counts.neither
    return (
        f"copies P {counts.precision:.3f} R {counts.recall:.3f} F1 {counts.f1:.3f} of {of} pairs"
        f" ({counts.right} right, {counts.false} false, {counts.missed} missed)"
    )


def _agreement(readers: Sequence[Reader]) -> Iterator[str]:
    if len(readers) < len(READERS):
        yield "agreement: a second reader's labels are awaited"
        return
    pairs = [(number, readers[0].labels[number], readers[1].labels[number]) for number in readers[0].labels]
    alike = sum(one == two for _, one, two in pairs) / len(pairs)
    beyond = kappa([(one, two) for _, one, two in pairs])
    yield f"agreement: {alike:.1%} alike, kappa {'not defined' if beyond is None else f'{beyond:.3f}'}"
    yield from (f"  {number}: {one} / {two}" for number, one, two in pairs if one != two)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the figures and the agreement of the readers that there are; 0 when done."""
    parser = argparse.ArgumentParser(description="Copies beside the labels of readers.")
    parser.add_argument("benchmarks", type=Path)
    options = parser.parse_args(arguments)
    rows = json.loads(SHEET.read_text(encoding="utf-8"))["rows"]
    paths = [SHEET.with_name(f"{name}.json") for name in READERS]
    readers = [read(path, rows) for path in paths if path.is_file()]
    for line in told(rows, readers, decisions(options.benchmarks, rows)):
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
