"""Task folders in, the documents that labels speak of out, by task and key.

A document's key is the beginning of its id's digest: the ids of some tasks are made of a headline's words,
and no word of the texts stands in a file of the project.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from onrecord.evaluation.scorer import TaskDoc, read_docs

PARTS: Final = {"quotes": ("dev",), "stories": (None,), "times": ("timebank", "aquaint")}


class Key(NamedTuple):
    """Which document: the task's folder and the first twelve figures of the id's SHA-1."""

    task: str
    doc: str


def key_of(task: str, doc: TaskDoc) -> Key:
    """Return a document's key."""
    return Key(task, hashlib.sha1(doc.id.encode(), usedforsecurity=False).hexdigest()[:12])


def documents(benchmarks: Path, task: str) -> Iterator[TaskDoc]:
    """Yield the documents of a task that labels may be drawn from, each with a day of its own."""
    for part in PARTS[task]:
        for doc in read_docs(benchmarks / task, part):
            if day_of(doc):
                yield doc


def day_of(doc: TaskDoc) -> str:
    """Return the day of a document, "1998-02-13"; empty where its task doesn't tell."""
    return str(doc.fields.get("published") or doc.fields.get("dct") or "")[:10]


def by_key(benchmarks: Path) -> dict[Key, TaskDoc]:
    """Return all documents that labels may speak of."""
    return {key_of(task, doc): doc for task in PARTS for doc in documents(benchmarks, task)}
