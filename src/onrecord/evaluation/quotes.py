"""Documents of the `quotes` task in, our quotations in the scorer's form and its metrics out.

The benchmark counts quotation marks and what stands between two quoted sentences of one attribution as the
annotators did: content with its marks, each quoted stretch a piece.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from onrecord.annotations import english
from onrecord.annotations.parsed import Parsed
from onrecord.annotations.quotations import CUTOFF, find_all
from onrecord.evaluation.reports import report_of
from onrecord.evaluation.scorer import TaskDoc, read_docs, score
from onrecord.model.annotation import Found, Quotation
from onrecord.model.span import Span

MARKS: Final = frozenset("\"“”'‘’`„‟″«»")
CUTOFFS: Final = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9)

Row = dict[str, Any]


def attributions(text: str, quotations: Iterable[Quotation], at: float = 0.0) -> list[Row]:
    """Return quotations at or above a confidence in the scorer's form.

    What goes on with no cue of its own is there part of the attribution that it goes on from.
    """
    rows: dict[str, Row] = {}
    for q in outermost(quotations):
        content = [list(_with_marks(text, piece, q.kind)) for piece in q.content]
        if q.cue is None and q.continues in rows:
            rows[q.id] = rows[q.continues]
            if q.confidence >= at:
                rows[q.id]["content"] += content
        elif q.confidence >= at:
            rows[q.id] = {"source": _spans(q.speaker_words), "cue": _spans(q.cue), "content": content}
    return list({id(row): row for row in rows.values()}.values())


def _spans(span: Span | None) -> list[list[int]]:
    return [] if span is None else [[span.start, span.end]]


def outermost(quotations: Iterable[Quotation]) -> list[Quotation]:
    """Return the quotations whose cue isn't within another's content: the benchmark has no relays."""
    rows = list(quotations)
    return [q for q in rows if not any(_holds(other, q) for other in rows if other is not q)]


def _holds(outer: Quotation, inner: Quotation) -> bool:
    return inner.cue is not None and any(p.start <= inner.cue.start < p.end for p in outer.content)


def _with_marks(text: str, piece: Span, kind: str) -> tuple[int, int]:
    """Return a piece with the marks around it; of a mixed quotation only where the piece is quoted whole."""
    start, end = piece.start, piece.end
    if kind == "indirect":
        return start, end
    while start and text[start - 1] in MARKS:
        start -= 1
    while end < len(text) and text[end] in MARKS:
        end += 1
    return start, end


def find(docs: Sequence[TaskDoc]) -> Iterator[tuple[TaskDoc, tuple[Quotation, ...]]]:
    """Yield each document with all its quotations, however unsure."""
    parses: Iterable[Parsed] = english.parse(report_of(doc) for doc in docs)
    for doc, parsed in zip(docs, parses, strict=True):
        yield doc, tuple(find_all(parsed, Found()))


def predict(docs: Sequence[TaskDoc], *, at: float = 0.0) -> Iterator[Row]:
    """Yield a prediction for each document, in the scorer's form."""
    for doc, quotations in find(docs):
        yield {"id": doc.id, "attributions": attributions(doc.text, quotations, at)}


def evaluate(
    directory: Path, part: str | None = "dev", cutoffs: Sequence[float] = CUTOFFS
) -> dict[str, dict[str, float]]:
    """Return the scorer's metrics at each cut-off of confidence, by the cut-off as printed."""
    found = list(find(read_docs(directory, part)))
    return {
        f"{at:.2f}": score(
            directory,
            "quotes",
            [{"id": doc.id, "attributions": attributions(doc.text, qs, at)} for doc, qs in found],
            part,
        )
        for at in sorted({*cutoffs, CUTOFF})
    }
