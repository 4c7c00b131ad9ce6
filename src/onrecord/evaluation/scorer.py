"""A task folder and predictions in, the scorer's own metrics out.

The scorer comes with the data (`score.py` beside the task folders) and is loaded by path, so that what is
printed is the benchmark's figure under the benchmark's key, never a second opinion on it.
"""

import gzip
import importlib.util
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.errors import SourceNotFoundError

SCORER = "score.py"
DOCS = "docs.jsonl.gz"
GOLD = "gold.jsonl.gz"

Metrics = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDoc:
    """One document of a task.

    Attributes:
        id: as the task names it; a prediction is matched by it.
        text: what offsets count in, by code points.
        part: train, dev, timebank …; None where the task has no parts.
        fields: the whole line, for what else a task gives ("dct", "published", "outlet", "headline").
    """

    id: str
    text: str
    part: str | None
    fields: Mapping[str, Any]


def load_scorer(directory: Path) -> ModuleType:
    """Return the scorer that stands beside a task folder, as a module.

    Raises:
        SourceNotFoundError: There is none.
    """
    path = Path(directory).resolve().parent / SCORER
    spec = importlib.util.spec_from_file_location("onrecord_benchmark_score", path)
    if not path.is_file() or spec is None or spec.loader is None:
        raise SourceNotFoundError(f"a task folder needs {SCORER} beside it", subject=str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_docs(directory: Path, part: str | None = None) -> tuple[TaskDoc, ...]:
    """Return the documents of a task folder in their order; of one part, or all.

    Raises:
        SourceNotFoundError: The folder holds no documents.
    """
    docs = (
        TaskDoc(id=line["id"], text=line["text"], part=line.get("part"), fields=line)
        for line in read_lines(Path(directory) / DOCS)
    )
    return tuple(doc for doc in docs if part is None or doc.part == part)


def read_gold(directory: Path) -> dict[str, dict[str, Any]]:
    """Return the gold lines of a task folder by document id."""
    return {line["id"]: line for line in read_lines(Path(directory) / GOLD)}


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines, gzipped if its name says so.

    Raises:
        SourceNotFoundError: No such file.
    """
    if not path.is_file():
        raise SourceNotFoundError(f"a task folder needs {DOCS} and {GOLD}", subject=str(path))
    opener: Any = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def score(
    directory: Path, task: str, predictions: Sequence[Mapping[str, Any]], part: str | None = None
) -> Metrics:
    """Return the metrics of predictions (`{"id": …, …}`, as the task has them) under the scorer's keys.

    Raises:
        SourceNotFoundError: The folder or its scorer is missing.
        KeyError: The scorer knows no such task.
    """
    scorer = load_scorer(directory)
    metrics = scorer.TASKS[task](str(directory), list(predictions), part)
    rounded: Metrics = scorer.rounded(metrics)
    return rounded
