"""Forgetting in SQL: every row of a report goes, and then every trace in the file that held them.

A row that is deleted leaves its bytes on a free page, in the log, and in the search index until its segments
are merged. So the index is merged, the file rewritten without free pages and the log cut off. Until that is
done a tombstone says so, and `store check` does it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, Engine, delete, func, or_, select, update

from onrecord.model.record import Judgement
from onrecord.model.report import Report
from onrecord.model.span import Passage
from onrecord.record import codec, sql_dialect
from onrecord.record.schema import (
    annotations,
    composed,
    groups,
    judgements,
    keys,
    pairs,
    problems,
    reports,
    stands,
    tombstones,
)
from onrecord.record.sql_base import Part
from onrecord.record.sql_dialect import chunks, upsert
from onrecord.record.tombstone import Tombstone, hash_of_address, tombstone_of

_COLUMNS: Final = ("report", "words", "address", "day", "because", "wiped")


class ForgottenReads(Part):
    """What a view says of what was forgotten."""

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Return what stays of every report that was forgotten, by day and id."""
        query = select(tombstones).order_by(tombstones.c.day, tombstones.c.report)
        return tuple(
            Tombstone(
                **{name: getattr(row, name) for name in _COLUMNS[:-1]},
                wiped=bool(row.wiped),
            )
            for row in self._rows(query)
        )


class ForgottenWrites(Part):
    """What a writer does to forget, and to undo it when a report is read all the same."""

    def forget(self, reports_: Iterable[Report], *, day: str, because: str | None) -> None:
        """Take out reports with all that was made of them, and keep a tombstone of each.

        Every revision of a report must be among them. What is composed goes whole: it may rest on them.
        """
        gone = list(reports_)
        numbers = list(self._numbers(report.id for report in gone).values())
        for number in sorted(numbers, reverse=True):  # a later state refers to the one before
            sql_dialect.unindex_report(self._connection, number)
            sql_dialect.unindex_told(self._connection, number)
        self._drop_rows(numbers, [report.id for report in gone], [report.address for report in gone])
        self._met.clear()
        self._blank({report.id for report in gone})
        rows = [tombstone_of(report, day=day, because=because) for report in gone]
        for row in rows:
            values: dict[str, Any] = {name: getattr(row, name) for name in _COLUMNS}
            values["wiped"] = 0
            values["because"] = None if because is None else codec.plain(because)
            self._connection.execute(upsert(tombstones), values)

    def _drop_rows(self, numbers: Sequence[int], ids: Sequence[str], addresses: Sequence[str]) -> None:
        run = self._connection.execute
        run(delete(stands))  # of all reports: what those that go held together may part
        for chunk in chunks(sorted(numbers, reverse=True)):
            dropped = run(delete(annotations).where(annotations.c.report.in_(chunk)))
            self._tally("annotations", -dropped.rowcount)
            run(delete(keys).where(keys.c.report.in_(chunk)))
            run(delete(pairs).where(or_(pairs.c.first.in_(chunk), pairs.c.second.in_(chunk))))
            run(delete(groups).where(groups.c.report.in_(chunk)))
            run(update(reports).where(reports.c.read.in_(chunk)).values(revises=None))
            self._tally("reports", -run(delete(reports).where(reports.c.read.in_(chunk))).rowcount)
        for named in chunks([*ids, *map(codec.plain, addresses)]):
            met = or_(problems.c.report.in_(named), problems.c.address.in_(named))
            self._tally("problems", -run(delete(problems).where(met)).rowcount)
        kept = select(reports.c.id)
        run(delete(composed).where(composed.c.id.not_in(kept)))

    def _blank(self, ids: set[str]) -> None:
        """Leave of rulings on forgotten words the places alone."""
        for judgement in self._judgements():
            spans = tuple(replace(s, text="") if s.report in ids else s for s in judgement.spans)
            if spans != judgement.spans:
                self._put_back(replace(judgement, spans=spans))

    def _lift(self, report: Report) -> None:
        """Take away the tombstone of a report that is read all the same; rulings get their words back."""
        over = tombstones.c.words == report.sha256
        address = hash_of_address(report.address)
        if address is not None:
            over = or_(over, tombstones.c.address == address)
        ids = [row[0] for row in self._connection.execute(select(tombstones.c.report).where(over))]
        if not ids:
            return
        self._connection.execute(delete(tombstones).where(tombstones.c.report.in_(ids)))
        for judgement in self._judgements():
            spans = tuple(_worded(span, report) for span in judgement.spans)
            if spans != judgement.spans:
                self._put_back(replace(judgement, spans=spans))

    def _judgements(self) -> list[Judgement]:
        rows = self._connection.execute(select(judgements.c.data))
        return [codec.decode(Judgement, row[0]) for row in rows]

    def _put_back(self, judgement: Judgement) -> None:
        written = update(judgements).where(judgements.c.id == judgement.id)
        self._connection.execute(written.values(data=codec.encode(judgement)))


def _worded(span: Passage, report: Report) -> Passage:
    return report.passage(span.span) if span.report == report.id and not span.text else span


def wipe(engine: Engine) -> None:
    """Rewrite the store's file without free pages, if something was forgotten since that was last done.

    Raises:
        StoreBusyError: Somebody else uses the store; what is forgotten is gone from its tables.
    """
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        waiting = [row[0] for row in connection.execute(_UNWIPED)]
        if not waiting:
            return
        sql_dialect.merge_indexes(connection)
    sql_dialect.rewrite(engine)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        done = update(tombstones).where(tombstones.c.report.in_(waiting))
        connection.execute(done.values(wiped=1))


_UNWIPED: Final = select(tombstones.c.report).where(tombstones.c.wiped == 0)


def remains(connection: Connection) -> Iterator[str]:
    """Yield what is left of reports that were forgotten: rows, composed records, pages not wiped."""
    stones = ForgottenReads(connection).tombstones()
    found: Mapping[str, str] = {stone.report: stone.saying for stone in stones}
    for chunk in chunks(found):
        for row in connection.execute(select(reports.c.id).where(reports.c.id.in_(chunk))):
            yield f"report {row[0]} is here, though it was {found[row[0]]}"
        for row in connection.execute(select(problems.c.report).where(problems.c.report.in_(chunk))):
            yield f"a problem of report {row[0]} is here, though it was {found[row[0]]}"
    for each in found:
        held = (
            select(func.count()).select_from(composed).where(func.instr(composed.c.body, each.encode()) > 0)
        )
        if connection.execute(held).scalar():
            yield f"a composed record holds report {each}, though it was {found[each]}"
    for judgement in (
        codec.decode(Judgement, row[0]) for row in connection.execute(select(judgements.c.data))
    ):
        if any(span.report in found and span.text for span in judgement.spans):
            yield f"ruling {judgement.id} holds words of a report that was forgotten"
    if any(not stone.wiped for stone in stones):
        yield "freed pages may hold what was forgotten: check again when nobody else uses the store"
