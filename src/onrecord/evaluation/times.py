"""Documents of the `times` task in, our time expressions in the scorer's form and its metrics out.

`python -m onrecord.evaluation.times DIR` prints the scorer's metrics as one JSON object. Each document is
read as a report whose own day is the benchmark's document creation time.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from onrecord.annotations import english
from onrecord.annotations.parsed import Parsed
from onrecord.annotations.timexes import ANNOTATOR
from onrecord.evaluation.scorer import Metrics, TaskDoc, read_docs, score
from onrecord.model.annotation import Found, Timex
from onrecord.model.ids import make_id
from onrecord.model.report import Block, Report
from onrecord.model.when import When

CUTOFFS: Final = (0.0, 0.5, 0.7, 0.8, 0.9)

Row = dict[str, Any]


def evaluate(directory: Path | str, part: str | None = None) -> dict[str, Any]:
    """Return the scorer's metrics on a task folder, and under `cutoffs` those at or above a confidence.

    Raises:
        SourceNotFoundError: The folder or its scorer is missing.
    """
    folder = Path(directory)
    found = [(doc.id, timexes) for doc, timexes in annotated(read_docs(folder, part))]
    metrics: dict[str, Any] = dict(score(folder, "times", _rows(found, 0.0), part))
    keys = ("strict_p", "value_p", "value_r")
    at: dict[float, Metrics] = {cut: score(folder, "times", _rows(found, cut), part) for cut in CUTOFFS}
    metrics["cutoffs"] = {str(cut): {key: at[cut][key] for key in keys} for cut in CUTOFFS}
    return metrics


def annotated(docs: Iterable[TaskDoc]) -> Iterator[tuple[TaskDoc, list[Timex]]]:
    """Yield each document with its time expressions."""
    for doc in docs:
        for parsed in english.parse([report_of(doc)]):
            yield doc, timexes_of(parsed)


def timexes_of(parsed: Parsed) -> list[Timex]:
    """Return the time expressions of a parsed document."""
    return list(ANNOTATOR.find(parsed, Found()))


def predictions(found: Iterable[tuple[str, Sequence[Timex]]], at: float = 0.0) -> list[Row]:
    """Return time expressions by document, at or above a confidence, in the scorer's form."""
    return _rows(list(found), at)


def _rows(found: Sequence[tuple[str, Sequence[Timex]]], at: float) -> list[Row]:
    return [
        {"id": name, "timexes": [_row(t) for t in timexes if t.confidence >= at]} for name, timexes in found
    ]


def _row(timex: Timex) -> Row:
    return {"start": timex.span.start, "end": timex.span.end, "type": timex.type, "value": timex.value}


def report_of(doc: TaskDoc) -> Report:
    """Return a document of the task as a report of one body block a paragraph, published on its `dct`."""
    day = str(doc.fields["dct"])
    published = When(edtf=day[:10], basis="stated", printed=day)
    return Report(
        id=make_id("report", doc.id),
        address=doc.id,
        location=None,
        outlet=None,
        headline=None,
        subhead=None,
        bylines=(),
        dateline=None,
        credit=None,
        published=published,
        updated=None,
        retrieved=None,
        language="en",
        text=doc.text,
        sha256="",
        blocks=tuple(_blocks(doc.text)),
    )


def _blocks(text: str) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            left = start + line.index(bare[0])
            yield Block(kind="body", start=left, end=left + len(bare))
        start += len(line) + 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the metrics of a task folder; 0 when done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--part", default=None)
    chosen = parser.parse_args(arguments)
    json.dump(evaluate(chosen.directory, chosen.part), sys.stdout, indent=1)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
