"""What all parts of the SQL store share: a connection, and the read numbers behind report ids."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from sqlalchemy import Connection, select, update
from sqlalchemy.sql.expression import Executable

from onrecord.errors import NotOnRecordError
from onrecord.record.codec import plain
from onrecord.record.schema import reports, tallies
from onrecord.record.sql_dialect import chunks

Line: TypeAlias = Any
"""A row of an answer: its columns by name and by place."""


class Part:
    """Part of a view or writer: a noun's methods on the connection of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._names: dict[int, str] = {}

    def _rows(self, query: Executable) -> Iterator[Line]:
        yield from self._connection.execute(query)

    def _numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the read numbers of those reports that are kept."""
        numbers: dict[str, int] = {}
        for chunk in chunks(ids):
            query = select(reports.c.id, reports.c.read).where(
                reports.c.id.in_([plain(each) for each in chunk])
            )
            numbers.update((row[0], row[1]) for row in self._connection.execute(query))
        return numbers

    def _ids(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return the ids behind read numbers; what has been asked for is known for the transaction."""
        wanted = set(numbers)
        for chunk in chunks(sorted(wanted - self._names.keys())):
            query = select(reports.c.read, reports.c.id).where(reports.c.read.in_(chunk))
            self._names.update((row[0], row[1]) for row in self._connection.execute(query))
        return {each: self._names[each] for each in wanted if each in self._names}

    def _number(self, report_id: str) -> int:
        number = self._numbers([report_id]).get(report_id)
        if number is None:
            raise NotOnRecordError(subject=report_id)
        return number

    def _tally(self, noun: str, more: int) -> None:
        counted = tallies.c.number + more
        self._connection.execute(update(tallies).where(tallies.c.noun == noun).values(number=counted))
