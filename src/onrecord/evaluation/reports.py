"""A document of a benchmark task in, the report that the annotators are given out."""

from onrecord.evaluation.scorer import TaskDoc
from onrecord.model.ids import make_id
from onrecord.model.report import Block, Report
from onrecord.model.when import When


def report_of(doc: TaskDoc, *, published: When | None = None) -> Report:
    """Return a document as a report of one body block a line: tasks tell of no headline or furniture."""
    return Report(
        id=make_id("report", doc.id, doc.text),
        address=doc.id,
        location=None,
        outlet=doc.fields.get("outlet"),
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


def _blocks(text: str) -> list[Block]:
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            left = start + line.index(bare[0])
            blocks.append(Block(kind="body", start=left, end=left + len(bare)))
        start += len(line) + 1
    return blocks
