"""The store in SQL: a path or address in, a `Store` out.

SQLite is where a desk keeps its record: one file, many readers beside one writer. No other database is
supported; what is SQLite's own stands in `sql_dialect`, `sql_search`, `sql_check` and `migrations`.
"""

import os
import shutil
import tempfile
import weakref
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, select

from onrecord.errors import StoreDamagedError, StoreError
from onrecord.model.annotation import Found
from onrecord.model.report import Problem, Report
from onrecord.record import sql_dialect
from onrecord.record.migrations import migrate
from onrecord.record.schema import tallies
from onrecord.record.sql_annotations import AnnotationReads, AnnotationWrites
from onrecord.record.sql_base import Met
from onrecord.record.sql_check import damage
from onrecord.record.sql_clocks import ClockReads, ClockWrites
from onrecord.record.sql_forgetting import ForgottenReads, ForgottenWrites, wipe
from onrecord.record.sql_links import LinkReads, LinkWrites
from onrecord.record.sql_recent import Recent
from onrecord.record.sql_reports import ReportReads, ReportWrites
from onrecord.record.sql_rulings import RulingReads, RulingWrites
from onrecord.record.sql_search import SearchReads
from onrecord.record.sql_stands import StandReads, StandWrites
from onrecord.record.store import Store

WAIT: Final = 5.0
"""Seconds that a writer waits for another process before it gives up."""

MOST_NAMES: Final = 20_000
"""Ids of reports that are known to a store at most, some 3 MB: those that new reports have to do with."""

_PREFIX: Final = "sqlite://"


class SqlView(
    ReportReads,
    ClockReads,
    AnnotationReads,
    LinkReads,
    StandReads,
    RulingReads,
    ForgottenReads,
    SearchReads,
):
    """One state of the store, to read from."""


class SqlWriter(
    ReportWrites, ClockWrites, AnnotationWrites, LinkWrites, StandWrites, RulingWrites, ForgottenWrites
):
    """One transaction."""

    def __init__(
        self, connection: Connection, names: dict[int, str] | None = None, recent: Recent | None = None
    ) -> None:
        super().__init__(connection, names, Met(recent))
        self.view = SqlView(connection, self._names, self._met)

    def keep(
        self, report: Report, found: Found, *, finders: Sequence[str], problems: Iterable[Problem]
    ) -> Report:
        """Keep a report with its annotations; return it with `read`, `revision` and `revises` as kept.

        A report that is kept already is given back as it was kept, and nothing changes. One that was
        forgotten is as if it had never been.
        """
        if self.view.known([report.id]):
            return self.view.report(report.id)
        kept = self._add_report(report, self.view.latest(report.address, report.location), finders)
        self._lift(report)
        sql_dialect.index_report(self._connection, kept.read)
        self._add_annotations(report, kept.read, found)
        for problem in problems:
            self.keep_problem(problem)
        return kept

    def annotate(self, report: Report, found: Found, *, finders: Sequence[str]) -> None:
        """Put newer annotations in the place of a report's older ones."""
        number = self._number(report.id)
        self._drop_annotations(number)
        self._add_annotations(report, number, found)
        self._set_finders(number, finders)


class SqlStore:
    """Where reports and what was found in them are kept: an SQL database."""

    def __init__(self, engine: Engine, *, subject: str) -> None:
        self._engine = engine
        self._subject = subject
        self._names: dict[int, str] = {}  # ids behind read numbers: one is never given twice
        self._recent = Recent()

    @contextmanager
    def writer(self, *, wait: bool = True) -> Iterator[SqlWriter]:
        """Begin a transaction; it is kept when the block ends well, and undone when it raises."""
        names = dict(self._known_names())
        with self._begun(writes=True, wait=wait) as connection:
            self._recent.begin(connection)
            try:
                yield SqlWriter(connection, names, self._recent)
            except BaseException:
                self._recent.clear()
                raise
        self._names = names  # only now: what is undone gives its numbers back

    @contextmanager
    def view(self) -> Iterator[SqlView]:
        """Begin to read; the state seen doesn't change until the block ends."""
        with self._begun(writes=False) as connection:
            connection.execute(select(tallies.c.number).limit(1))  # from here on the state is fixed
            yield SqlView(connection, self._known_names())

    def wipe(self) -> None:
        """Leave no trace in the store's files of what was forgotten; raise StoreBusyError if it is in use."""
        with sql_dialect.translating(self._subject):
            wipe(self._engine)

    def check(self) -> tuple[str, ...]:
        """Return what is damaged, in words; empty if all is well."""
        try:
            with self._begun(writes=True) as connection:
                return tuple(damage(connection))
        except StoreDamagedError as error:  # so torn that it can't even be looked through
            return (str(error),)

    def close(self) -> None:
        """Let go of the store."""
        self._engine.dispose()

    def _known_names(self) -> dict[int, str]:
        if len(self._names) > MOST_NAMES:
            self._names = {}
        return self._names

    @contextmanager
    def _begun(self, *, writes: bool, wait: bool = True) -> Iterator[Connection]:
        with (
            sql_dialect.translating(self._subject),
            self._engine.connect() as connection,
            connection.execution_options(writes=writes, wait=wait).begin(),
        ):
            yield connection


class _PassingStore(SqlStore):
    """A store that is gone when it is closed. Its file lets readers and a writer stand side by side."""

    def __init__(self, engine: Engine, *, folder: Path) -> None:
        super().__init__(engine, subject=_PREFIX)
        self._remove = weakref.finalize(self, _remove, folder, os.getpid())

    def close(self) -> None:
        """Let go of the store and what it held."""
        super().close()
        self._remove()


def open_store(url_or_path: str, *, wait: float = WAIT) -> Store:
    """Return the store at a path, `sqlite:///path`, or a passing one (`sqlite://`).

    Where there is none, it is made.

    Args:
        url_or_path: Where it is.
        wait: Seconds that a writer waits for another process.

    Raises:
        StoreDamagedError: The file is no store, or it is torn. It is left as it is.
        StoreVersionError: A newer onrecord made it.
        StoreBusyError: Another process is writing to it just now.
        StoreError: It can't be opened.
    """
    addressed = url_or_path.startswith(_PREFIX)
    place = url_or_path.removeprefix(_PREFIX)
    if "://" in place:
        raise StoreError(
            "stores of this kind aren't known: give a path or sqlite:///PATH", subject=url_or_path
        )
    if place in ("", ":memory:", "/:memory:"):
        return _passing(wait)
    path = Path(place.removeprefix("/") if addressed else place)
    with sql_dialect.translating(str(path)):
        engine = _opened(path, wait=wait)
    return SqlStore(engine, subject=str(path))


def _passing(wait: float) -> Store:
    folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
    with sql_dialect.translating(str(folder)):
        engine = _opened(folder / "passing.db", wait=wait, durable=False)
    return _PassingStore(engine, folder=folder)


def _opened(path: Path, *, wait: float, durable: bool = True) -> Engine:
    sql_dialect.look_at(path)
    engine = sql_dialect.connect(path, wait=wait, durable=durable)
    try:
        migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _remove(folder: Path, owner: int) -> None:
    if os.getpid() == owner:  # a forked worker must not take the store from under its parent
        shutil.rmtree(folder, ignore_errors=True)
