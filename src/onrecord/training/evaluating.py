"""A tagger's file and a task folder in, the scorer's metrics out. Needs no torch."""

import gzip
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from onrecord.annotations import english
from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations_tagger import Tagger, find_all, loaded
from onrecord.evaluation.quotes import attributions
from onrecord.evaluation.reports import report_of
from onrecord.evaluation.scorer import DOCS, GOLD, TaskDoc, load_scorer, read_docs, read_gold, score
from onrecord.model.annotation import Found, Quotation

CUTOFFS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
KEPT: Final = (
    "source_f1", "cue_f1", "content_f1", "linked_p", "linked_r", "linked_f1", "linked_sourced_p",
    "linked_sourced_r", "linked_sourced_f1", "direct_linked_p", "direct_linked_r", "direct_linked_f1",
)  # fmt: skip
"""The metrics that a card keeps."""

Metrics = dict[str, float]


def find(
    tagger: Tagger, docs: Sequence[TaskDoc], parses: Iterable[Parsed] | None = None
) -> Iterator[tuple[TaskDoc, tuple[Quotation, ...]]]:
    """Yield each document with the quotations that a tagger finds, however unsure."""
    parses = english.parse(report_of(doc) for doc in docs) if parses is None else parses
    for doc, parsed in zip(docs, parses, strict=True):
        yield doc, tuple(find_all(tagger, parsed, Found()))


def evaluate(
    directory: Path, path: Path, part: str | None = "dev", cutoffs: Sequence[float] = CUTOFFS
) -> dict[str, Metrics]:
    """Return the scorer's metrics at each cut-off of confidence, the one that `read` uses among them."""
    tagger = loaded(path)
    found = list(find(tagger, read_docs(directory, part)))
    return {
        f"{at:.2f}": score_at(directory, found, at, part)
        for at in sorted({*cutoffs, tagger.bundle.card.cutoff})
    }


def score_at(
    directory: Path, found: Sequence[tuple[TaskDoc, Sequence[Quotation]]], at: float, part: str | None
) -> Metrics:
    """Return the scorer's metrics of quotations at or above a confidence."""
    rows = [{"id": doc.id, "attributions": attributions(doc.text, given, at)} for doc, given in found]
    return score(directory, "quotes", rows, part)


def score_some(directory: Path, found: Sequence[tuple[TaskDoc, Sequence[Quotation]]]) -> Metrics:
    """Return the scorer's metrics over some documents of a folder and no others.

    The scorer takes whole parts, so it's given a folder with these documents alone, gone afterwards.
    """
    scorer, gold = load_scorer(directory), read_gold(directory)
    with tempfile.TemporaryDirectory() as folder:
        tables = {DOCS: [dict(doc.fields) for doc, _ in found], GOLD: [gold[doc.id] for doc, _ in found]}
        for name, lines in tables.items():
            with gzip.open(Path(folder) / name, "wt", encoding="utf-8") as file:
                file.writelines(json.dumps(line) + "\n" for line in lines)
        rows = [{"id": doc.id, "attributions": attributions(doc.text, given)} for doc, given in found]
        metrics: Metrics = scorer.rounded(scorer.TASKS["quotes"](folder, rows, None))
        return metrics


def for_card(metrics: Mapping[str, float]) -> Metrics:
    """Return the metrics that a card keeps."""
    return {name: metrics[name] for name in KEPT if name in metrics}
