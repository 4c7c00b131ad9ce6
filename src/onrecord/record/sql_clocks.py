"""The two clocks and the readers' marks: when each report was published and read, and who has seen what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, bindparam, select, update

from onrecord.model.when import When
from onrecord.record import codec
from onrecord.record.clocks import Kept, out_by
from onrecord.record.schema import marks, reports, tallies
from onrecord.record.sql_base import Part
from onrecord.record.sql_dialect import KEPT, answer, upsert


class ClockReads(Part):
    """What a view says of the order of reading, the days of publication, and marks."""

    def kept(self) -> tuple[Kept, ...]:
        """Return every report's place on both clocks, by read number."""
        days: dict[str, date] = {}
        return tuple(
            Kept(each, read, days.get(out) or days.setdefault(out, date.fromisoformat(out)), revises, finders)
            for each, read, out, revises, finders in answer(self._connection, KEPT)
        )

    def last_read(self) -> int:
        """Return the read number that was given last; 0 before the first."""
        query = select(tallies.c.number).where(tallies.c.noun == "read")
        return self._connection.execute(query).scalar() or 0

    def marks(self) -> Mapping[str, int]:
        """Return the readers, in order, with the read number up to which each has seen all."""
        query = select(marks.c.reader, marks.c.read).order_by(marks.c.reader)
        return {row[0]: row[1] for row in self._rows(query)}


class ClockWrites(Part):
    """What a writer does with marks."""

    def put_mark(self, reader: str, read: int) -> None:
        """Set a reader's mark in the place of an older one."""
        row = {"reader": codec.plain(reader), "read": read, "at": datetime.now(UTC).isoformat()}
        self._connection.execute(upsert(marks), row)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stamps:
    """What a report's JSON says of its days."""

    published: When | None = None
    updated: When | None = None
    retrieved: datetime | None = None


def date_all(connection: Connection) -> None:
    """Date the reports that a version without clocks has read; it was today at the latest."""
    query = select(reports.c.read, reports.c.revises, reports.c.data)
    rows = [(row[0], row[1], codec.decode(_Stamps, row[2])) for row in connection.execute(query)]
    stamps = {number: each for number, _, each in rows}
    today = datetime.now(UTC)
    days = [
        {"number": number, "day": out_by(each, stamps.get(revises), today).isoformat()}
        for number, revises, each in rows
    ]
    if days:
        dated = update(reports).where(reports.c.read == bindparam("number")).values(out=bindparam("day"))
        connection.execute(dated, days)
