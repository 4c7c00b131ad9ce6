"""Task folders in, the reports that may be paired out, by key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha1, sha256
from pathlib import Path
from typing import Any, Final

from onrecord.evaluation.scorer import TaskDoc, read_lines

WIRE: Final = "scale"
FILES: Final = {WIRE: "reuters21578.jsonl.gz"}
TIMELINES: Final = ("H1N1", "Finan", "IraqWar", "haiti", "MJ", "bpoil")
OTHERS: Final = ("stories", *(f"timeline/{topic}" for topic in TIMELINES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A report of a task: its folder, its key, its text, and the line that it came in."""

    task: str
    doc: str
    text: str
    fields: Mapping[str, Any]

    @property
    def digest(self) -> str:
        """The start of the SHA-256 of the text."""
        return sha256(self.text.encode("utf-8", "replace")).hexdigest()[:12]

    def task_doc(self) -> TaskDoc:
        """Return the report as the evaluation's adapters take it."""
        return TaskDoc(id=str(self.fields["id"]), text=self.text, part=None, fields=self.fields)


def texts(benchmarks: Path, task: str) -> Iterator[Text]:
    """Yield the reports of a folder that have a body."""
    for line in read_lines(benchmarks / task / FILES.get(task, "docs.jsonl.gz")):
        if line.get("text"):
            key = sha1(str(line["id"]).encode(), usedforsecurity=False).hexdigest()[:12]
            yield Text(task=task, doc=key, text=line["text"], fields=line)
