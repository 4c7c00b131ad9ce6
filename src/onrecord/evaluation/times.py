"""Documents of the `times` task in, our time expressions in the scorer's form and its metrics out.

`onrecord eval times DIR` prints the scorer's metrics. Each document is
read as a report whose own day is the benchmark's document creation time.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from onrecord.annotations import english
from onrecord.annotations.parsed import Parsed
from onrecord.annotations.timexes import ANNOTATOR
from onrecord.evaluation.reports import report_of
from onrecord.evaluation.scorer import Metrics, TaskDoc, read_docs, score
from onrecord.model.annotation import Found, Timex
from onrecord.model.report import Report
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
        for parsed in english.parse([dated(doc)]):
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


def dated(doc: TaskDoc) -> Report:
    """Return a document of the task as a report published on its `dct`."""
    day = str(doc.fields["dct"])
    return report_of(doc, published=When(edtf=day[:10], basis="stated", printed=day))
