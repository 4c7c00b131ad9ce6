"""A store in, what is damaged out."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, func, select

from onrecord.record import codec
from onrecord.record.schema import annotations, judgements, problems, reports, tallies
from onrecord.record.sql_forgetting import remains

_COUNTED: Final[dict[str, Any]] = {
    "reports": reports.c.read,
    "annotations": annotations.c.no,
    "problems": problems.c.no,
    "judgements": judgements.c.id,
}
_INDEXES: Final = ("report_words", "told_words")


def damage(connection: Connection) -> Iterator[str]:
    """Yield what is damaged, in words. The connection must be a writer's: the index check needs its lock."""
    torn = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
    if torn:  # nothing that is read from here on could be relied on
        yield from (f"the file is damaged: {message}" for message in torn)
        return
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to nothing in {parent}"
    yield from _indexes(connection)
    yield from _words(connection)
    yield from _texts(connection)
    yield from _counts(connection)
    yield from remains(connection)


def _indexes(connection: Connection) -> Iterator[str]:
    for index in _INDEXES:
        try:
            connection.exec_driver_sql(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except Exception as error:
            yield f"the search index {index} doesn't fit the texts: {error}"


def _words(connection: Connection) -> Iterator[str]:
    """Yield the annotations whose words are not their report's words at that place."""
    there = func.substr(reports.c.text, annotations.c.start + 1, annotations.c.end - annotations.c.start)
    query = (
        select(annotations.c.id, annotations.c.kind, reports.c.id)
        .join(reports, annotations.c.report == reports.c.read)
        .where(there != annotations.c.words)
        .order_by(annotations.c.no)
    )
    for annotation, kind, report in connection.execute(query):
        yield f"the words of {kind} {annotation} are not those of report {report} at its place"


def _texts(connection: Connection) -> Iterator[str]:
    query = select(reports.c.id, reports.c.text, reports.c.exact).where(reports.c.exact.is_not(None))
    for report, text, exact in connection.execute(query):
        if codec.plain(codec.from_bytes(exact)) != text:
            yield f"the two texts of report {report} differ"


def _counts(connection: Connection) -> Iterator[str]:
    kept = {row[0]: row[1] for row in connection.execute(select(tallies.c.noun, tallies.c.number))}
    for noun, column in _COUNTED.items():
        number = connection.execute(select(func.count(column))).scalar()
        if kept.get(noun) != number:
            yield f"{number} {noun} are kept, but {kept.get(noun)} counted"
    last = connection.execute(select(func.max(reports.c.read))).scalar() or 0
    if kept.get("read", 0) < last:
        yield f"read number {last} was given, but {kept.get('read')} is noted as the last"
