"""Reports and parses for tests, with no language model.

`make_report` builds a report by hand. `parsed` gives it with its parse, from `tests/parses/`, where the
parses of the tests' own invented sentences are kept: `pytest --record-parses` makes the missing ones with
the model. So the suite needs no model, and a parse changes only when somebody records it again.
"""

import hashlib
import json
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

from onrecord.annotations.parsed import Parsed
from onrecord.model.ids import make_id
from onrecord.model.report import Block, Report
from onrecord.model.when import When
from onrecord.record.collecting import uncollected

PARSES = Path(__file__).parent / "parses"
RECORD = False  # set by conftest from --record-parses


def make_report(
    text: str,
    *,
    published: str | None = "2026-03-10",
    headline: str | None = None,
    blocks: tuple[Block, ...] | None = None,
    outlet: str | None = "Port Leven Courier",
    address: str = "report.txt",
) -> Report:
    """Return a report of one body block a line; with a headline, that is the first line."""
    if headline is not None:
        text = f"{headline}\n\n{text}"
    report_id = make_id("report", address, text)
    when = None if published is None else When(edtf=published, basis="stated", printed=published)
    return Report(
        id=report_id,
        address=address,
        location=None,
        outlet=outlet,
        headline=headline,
        subhead=None,
        bylines=(),
        dateline=None,
        credit=None,
        published=when,
        updated=None,
        retrieved=None,
        language="en",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        blocks=blocks if blocks is not None else lines_as_blocks(text, headline=headline is not None),
    )


def lines_as_blocks(text: str, *, headline: bool = False) -> tuple[Block, ...]:
    """Return a body block for each line that isn't blank; the first one a headline if so told."""
    blocks: list[Block] = []
    start = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            left = start + line.index(bare[0])
            kind: Any = "headline" if headline and not blocks else "body"
            blocks.append(Block(kind=kind, start=left, end=left + len(bare)))
        start += len(line)
    return tuple(blocks)


def parsed(text: str, **options: Any) -> Parsed:
    """Return a made report with its recorded parse; options are those of `make_report`."""
    report = make_report(text, **options)
    return Parsed(report=report, doc=_doc(report))


def _doc(report: Report) -> Doc:
    key = hashlib.sha256(f"{report.text}\x1f{report.blocks}".encode()).hexdigest()[:24]
    path = PARSES / key[:2] / f"{key}.json"
    if path.exists():
        return Doc(_vocab()).from_json(json.loads(path.read_text(encoding="utf-8")))
    if not RECORD:
        raise LookupError(f"no parse of {report.text[:60]!r} is kept: run pytest --record-parses")
    from onrecord.annotations import english

    doc = next(iter(english.parse([report]))).doc
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(doc.to_json(), ensure_ascii=False), encoding="utf-8")
    return doc


@lru_cache(maxsize=1)
def _vocab() -> Any:
    return spacy.blank("en").vocab


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that some work takes, in seconds, whatever else the process holds.

    A look for cycles goes through all that the tests before have made, and takes a second by then.
    """
    with uncollected():
        start = time.process_time()
        work()
        return time.process_time() - start
