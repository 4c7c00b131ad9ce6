"""Annotations: one row each, with the report's words beside the place so that damage shows.

Statements, events and people are also indexed for search. The index holds no words of its own: `told_start`
and `told_end` say which words of the report it goes over.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sqlalchemy import delete, func, select

from onrecord.errors import NotOnRecordError, WordsDifferError
from onrecord.model.annotation import (
    Annotation,
    EventMention,
    FigureReading,
    Found,
    Mention,
    Quotation,
    Timex,
)  # fmt: skip
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.record import codec, sql_dialect
from onrecord.record.schema import annotations, reports
from onrecord.record.sql_base import Part
from onrecord.record.sql_dialect import chunks

KINDS: Final[Mapping[str, tuple[type[Annotation], str]]] = {
    "timex": (Timex, "timexes"),
    "mention": (Mention, "mentions"),
    "quotation": (Quotation, "quotations"),
    "figure": (FigureReading, "figures"),
    "event": (EventMention, "events"),
}
"""Kind of row to the class of annotation, and the field of `Found` that it stands in."""

_COLUMNS: Final = frozenset({"id", "report", "span", "finder", "confidence"})
_LAST: Final = select(func.max(annotations.c.no))
_KEPT: Final = ("report", "kind", "data", "id", "start", "end", "finder", "confidence")
_READ: Final = select(*(annotations.c[name] for name in _KEPT)).order_by(annotations.c.no)


class AnnotationReads(Part):
    """What a view says of annotations."""

    def annotations(self, ids: Iterable[str]) -> Mapping[str, Found]:
        """Return the annotations of reports, by report id; each kind in order of place."""
        found: dict[str, dict[str, list[Annotation]]] = {}
        for chunk in chunks(ids):
            numbers = self._numbers(chunk)
            found.update(
                (each, {field: [] for _, field in KINDS.values()}) for each in chunk if each in numbers
            )
            ids_of = {number: each for each, number in numbers.items()}
            rows = self._rows(_READ.where(annotations.c.report.in_(numbers.values())))
            for number, named, data, own, start, end, finder, confidence in rows:
                kind, field = KINDS[named]
                columns = {"id": own, "report": ids_of[number], "span": {"start": start, "end": end}}
                columns |= {"finder": finder, "confidence": confidence}
                found[ids_of[number]][field].append(codec.decode(kind, data, columns=columns))
        return {
            each: Found(**{field: tuple(values) for field, values in fields.items()})  # type: ignore[arg-type]
            for each, fields in found.items()
        }

    def report_of(self, annotation_id: str) -> str:
        """Return the report that an annotation stands in; raise NotOnRecordError if there is none."""
        query = (
            select(reports.c.id)
            .join(annotations, annotations.c.report == reports.c.read)
            .where(annotations.c.id == codec.plain(annotation_id))
        )
        row = self._connection.execute(query.limit(1)).first()
        if row is None:
            raise NotOnRecordError(subject=annotation_id)
        return str(row[0])


class AnnotationWrites(Part):
    """What a writer does with annotations."""

    def _add_annotations(self, report: Report, number: int, found: Found) -> None:
        last = self._connection.execute(_LAST).scalar() or 0
        text = codec.plain(report.text)
        rows: list[dict[str, object]] = []
        searched: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for no, (kind, each) in enumerate(_in_order(found), start=last + 1):
            told_as, told = _told(each)
            if told_as and told:
                searched[told_as].append((no, told.of(text)))
            place = {"told_as": told_as, "told_start": told and told.start, "told_end": told and told.end}
            rows.append({"no": no, "report": number, **_row(each, kind, text, report.id), **place})
        if rows:
            self._connection.execute(annotations.insert(), rows)
            self._tally("annotations", len(rows))
            sql_dialect.index_told(self._connection, searched)

    def _drop_annotations(self, number: int) -> None:
        sql_dialect.unindex_told(self._connection, number)
        dropped = self._connection.execute(delete(annotations).where(annotations.c.report == number))
        self._tally("annotations", -dropped.rowcount)


def _in_order(found: Found) -> Iterator[tuple[str, Annotation]]:
    for kind, (_, field) in KINDS.items():
        yield from ((kind, each) for each in getattr(found, field))


def _row(annotation: Annotation, kind: str, text: str, report_id: str) -> dict[str, object]:
    span = annotation.span
    if annotation.report != report_id or span.end > len(text):
        raise WordsDifferError("an annotation lies outside of its report", subject=annotation.id)
    return {
        "id": annotation.id,
        "kind": kind,
        "start": span.start,
        "end": span.end,
        "words": span.of(text),
        "finder": annotation.finder,
        "confidence": annotation.confidence,
        "data": codec.encode(annotation, without=_COLUMNS),
    }


def _told(annotation: Annotation) -> tuple[str | None, Span | None]:
    """Return as what, and by which words, search finds an annotation.

    A person is found by name, once in a report: by the mention that founds the chain.
    """
    match annotation:
        case Quotation(span=span):
            return "statement", span
        case EventMention(clause=clause):
            return "event", clause
        case Mention(kind="person", form="name", id=own, chain=chain, span=span) if chain in (None, own):
            return "person", span
    return None, None
