"""What all parts of the SQL store share: a connection, and the read numbers behind report ids."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from sqlalchemy import Connection, update
from sqlalchemy.sql.expression import Executable

from onrecord.errors import NotOnRecordError
from onrecord.record.codec import plain
from onrecord.record.schema import tallies
from onrecord.record.sql_dialect import IDS, NUMBERS, answer
from onrecord.record.sql_recent import Recent

ROWS: Final = 1000  # of an answer that are held at once

Line: TypeAlias = Any
"""A row of an answer: its columns by name and by place."""


class Met:
    """What one transaction has seen of reports that are kept: ids by read number, and the other way round.

    Args:
        recent: Of a writer, the pairs that are held ready.
    """

    def __init__(self, recent: Recent | None = None) -> None:
        self.ids: dict[int, str] = {}
        self.numbers: dict[str, int] = {}
        self.recent = recent

    def note(self, numbers: Mapping[str, int]) -> None:
        """Note the read numbers of some ids."""
        self.numbers.update(numbers)
        self.ids.update((number, each) for each, number in numbers.items())

    def clear(self) -> None:
        """Forget all of it."""
        self.ids.clear()
        self.numbers.clear()
        if self.recent is not None:
            self.recent.clear()


class Part:
    """Part of a view or writer: a noun's methods on the connection of one transaction.

    Args:
        connection: Of the transaction.
        names: Ids behind read numbers that are known already; those that are asked for join them.
        met: What the transaction has seen of reports.
    """

    def __init__(
        self, connection: Connection, names: dict[int, str] | None = None, met: Met | None = None
    ) -> None:
        self._connection = connection
        self._names: dict[int, str] = {} if names is None else names
        self._met = Met() if met is None else met

    def _rows(self, query: Executable) -> Iterator[Line]:
        found = self._connection.execute(query)
        while rows := found.fetchmany(ROWS):  # one by one they take three times as long
            yield from rows

    def _numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the read numbers of those reports that are kept."""
        wanted, known = set(ids), self._met.numbers
        if missing := {plain(each) for each in wanted.difference(known)}:
            self._met.note(dict(answer(self._connection, NUMBERS, ids=list(missing))))
            wanted = wanted.intersection(known) | missing
        return {each: known[each] for each in wanted if each in known}

    def _ids(self, numbers: Iterable[int]) -> Mapping[int, str]:
        """Return ids behind read numbers of reports that are kept, these and more.

        Each stands in a long row, so what is known isn't asked for.
        """
        if new := set(numbers).difference(self._met.ids):
            if missing := new.difference(self._names):
                self._names.update(answer(self._connection, IDS, numbers=list(missing)))
            self._met.note({self._names[number]: number for number in new})
        return self._met.ids

    def _number(self, report_id: str) -> int:
        number = self._numbers([report_id]).get(report_id)
        if number is None:
            raise NotOnRecordError(subject=report_id)
        return number

    def _tally(self, noun: str, more: int) -> None:
        counted = tallies.c.number + more
        self._connection.execute(update(tallies).where(tallies.c.noun == noun).values(number=counted))
