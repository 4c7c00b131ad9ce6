"""What is SQLite's own: connecting, beginning, upserting, its search index, and what its errors mean.

It runs in WAL mode: readers see the last state that was kept while one writer writes. `synchronous` is
FULL: a transaction is on the disk when it is acknowledged, so it survives kill -9 and a power cut alike.
The flush takes a few milliseconds, a fraction of what reading one report takes.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec
from sqlalchemy import URL, Connection, Engine, Insert, Table, create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from onrecord.errors import StoreBusyError, StoreDamagedError, StoreError
from onrecord.links.key_numbers import STRETCH, TIMED

T = TypeVar("T")

APPLICATION: Final = 0x4F6E5263  # "OnRc", by which SQLite's file header says whose it is
CHUNK: Final = 500
"""How many values go into one IN list: under the least limit that SQLite is built with, 999."""

PAIRS_OF: Final = (
    "SELECT first, second, score, reasons FROM pairs"
    " WHERE layer = :layer AND first IN (SELECT value FROM json_each(:numbers))"
    " UNION ALL SELECT first, second, score, reasons FROM pairs INDEXED BY pairs_second"
    " WHERE layer = :layer AND second IN (SELECT value FROM json_each(:numbers))"
)
"""Pairs by one of their reports; those of two of them come twice.

Left to itself SQLite goes through the whole layer for the second ones: it takes a layer for small. Values
come as one JSON list: an IN of hundreds of parameters takes longer to be put together than to be answered.
"""

VALUES_OF: Final = (
    "SELECT p.first, p.second, p.score, p.value FROM json_each(:numbers) asked"
    " CROSS JOIN pairs p INDEXED BY pairs_first ON p.layer = :layer AND p.first = asked.value"
    " UNION ALL SELECT p.first, p.second, p.score, p.value FROM json_each(:numbers) asked"
    " CROSS JOIN pairs p INDEXED BY pairs_second ON p.second = asked.value AND p.layer = :layer"
)
"""The same with the value by which they are settled, out of the indexes alone."""

PAIRS_WITHIN: Final = (
    "SELECT first, second, score, reasons FROM pairs"
    " WHERE layer = :layer AND first IN (SELECT value FROM json_each(:numbers))"
    " AND +second IN (SELECT value FROM json_each(:numbers))"
)
VALUES_WITHIN: Final = (
    "SELECT first, second, score, value FROM pairs INDEXED BY pairs_first"
    " WHERE layer = :layer AND first IN (SELECT value FROM json_each(:numbers))"
    " AND +second IN (SELECT value FROM json_each(:numbers))"
)
"""Pairs by both of their reports. With the plus SQLite looks for no second one for each first one."""

VALUES_UNDER: Final = (
    "SELECT p.first, p.second, p.score, p.value FROM json_each(:numbers) asked"
    " CROSS JOIN pairs p INDEXED BY pairs_first ON p.layer = :layer AND p.first = asked.value"
)
"""Pairs by the one of their reports that was read later."""

PUT_PAIRS: Final = (
    "INSERT INTO pairs (layer, first, second, score, reasons, value) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (layer, first, second)"
    " DO UPDATE SET score = excluded.score, reasons = excluded.reasons, value = excluded.value"
)
DROP_KEYS: Final = "DELETE FROM keys WHERE report = :report AND layer = :layer"
PUT_KEYS: Final = "INSERT INTO keys (key, layer, report) VALUES (?, ?, ?)"
SHARING: Final = (
    "SELECT key, report FROM keys WHERE key IN (SELECT value FROM json_each(:keys)) AND layer = :layer"
)
_OTHERS: Final = (
    "SELECT own.report, other.report FROM json_each(:numbers) asked"
    " CROSS JOIN keys own INDEXED BY keys_report ON own.report = asked.value AND own.layer = :layer"
    " CROSS JOIN keys other ON other.key = {key} AND other.layer = :layer AND other.report <> own.report"
)
MEETING: Final = " UNION ".join(
    (
        _OTHERS.format(key="own.key"),
        *(
            f"{_OTHERS.format(key=f'({TIMED} | ((own.key {to} {STRETCH}) & {TIMED - 1}))')}"
            f" WHERE own.key >= {TIMED}"
            for to in "+-"
        ),
    )
)
"""Reports with those that a key of theirs meets (`key_numbers.met_by`): the keys stay where they are."""

GROUPS: Final = (
    "SELECT g.id, g.report FROM json_each(:ids) asked"
    " CROSS JOIN groups g INDEXED BY groups_id ON g.id = asked.value AND g.layer = :layer"
)
"""Groups with their reports; each id is asked for once."""

GROUPS_OF: Final = (
    "SELECT id FROM groups WHERE layer = :layer AND report IN (SELECT value FROM json_each(:numbers))"
)
PUT_GROUPS: Final = "INSERT INTO groups (layer, report, id) VALUES (?, ?, ?)"
DROP_GROUPS: Final = "DELETE FROM groups WHERE layer = :layer AND id IN (SELECT value FROM json_each(:ids))"
STANDS_UNDER: Final = "SELECT under FROM stands WHERE report = (SELECT max(report) FROM stands)"
STANDS: Final = (
    "SELECT s.report, s.level, s.part FROM json_each(:numbers) asked"
    " CROSS JOIN stands s ON s.report = asked.value"
)
STANDING: Final = (
    "SELECT s.report, s.part FROM json_each(:parts) asked"
    " CROSS JOIN stands s INDEXED BY stands_part ON s.part = asked.value"
)
PUT_STANDS: Final = (
    "INSERT INTO stands (report, level, part, under) VALUES (?, ?, ?, ?) ON CONFLICT (report)"
    " DO UPDATE SET level = excluded.level, part = excluded.part, under = excluded.under"
)
DROP_STANDS: Final = "DELETE FROM stands"
BODIES: Final = "SELECT id, body FROM composed WHERE key = :key AND id IN (SELECT value FROM json_each(:ids))"
PUT_BODY: Final = (
    "INSERT INTO composed (id, key, body) VALUES (?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET key = excluded.key, body = excluded.body"
)
KEPT: Final = (
    "SELECT r.id, r.read, r.out, before.id, r.finders"
    " FROM reports r LEFT JOIN reports before ON r.revises = before.read ORDER BY r.read"
)
REVISING: Final = (
    "SELECT r.id, before.id FROM reports r JOIN reports before ON r.revises = before.read"
    " WHERE r.id IN (SELECT value FROM json_each(:ids))"
)
FINDERS: Final = "SELECT id, finders FROM reports WHERE id IN (SELECT value FROM json_each(:ids))"
NUMBERS: Final = "SELECT id, read FROM reports WHERE id IN (SELECT value FROM json_each(:ids))"
IDS: Final = "SELECT read, id FROM reports WHERE read IN (SELECT value FROM json_each(:numbers))"

_MAGIC: Final = b"SQLite format 3\x00"
_BUSY: Final = ("database is locked", "database table is locked", "database schema is locked")
_DAMAGED: Final = ("malformed", "not a database", "no such table", "no such column")


def connect(path: Path, *, wait: float, durable: bool = True) -> Engine:
    """Return an engine on an SQLite file; a writer waits so many seconds for another one."""
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, connect_args={"timeout": wait, "check_same_thread": False})
    pragmas = (
        "foreign_keys=ON",
        f"synchronous={'FULL' if durable else 'OFF'}",
        "cache_size=-32768",  # 32 MB: the index pages that a new report touches
        "temp_store=MEMORY",
        "journal_size_limit=67108864",
        "wal_autocheckpoint=16000",  # 64 MB: a page of an index is written back once for many reports
    )

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not by the driver
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: two that both read first could not both go on.
    options = connection.get_execution_options()
    if not options.get("writes", False):
        connection.exec_driver_sql("BEGIN")
    elif options.get("wait", True):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        waits = connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
        connection.exec_driver_sql("PRAGMA busy_timeout=0")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={waits}")


def set_up(engine: Engine) -> None:
    """Make what must stand before the first migration: the WAL mode of a new file."""
    deadline = time.monotonic() + 5
    while True:
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:  # SQLite doesn't wait here when another process does the same
            if time.monotonic() > deadline:
                raise StoreBusyError(subject=engine.url.database) from None
            time.sleep(0.02)
        finally:
            raw.close()


def sign(connection: Connection) -> None:
    """Mark a new database as onrecord's."""
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")


def signed(connection: Connection) -> bool:
    """Whether a database is marked as onrecord's."""
    return connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION


def answer(connection: Connection, statement: str, **values: object) -> list[tuple[Any, ...]]:
    """Return the rows of a plain statement; lists among the values go in as JSON.

    They come straight from the driver: of thousands of short rows SQLAlchemy makes more work than SQLite.
    """
    plain = {
        name: value if isinstance(value, str | int) else msgspec.json.encode(value).decode()
        for name, value in values.items()
    }
    rows: list[tuple[Any, ...]] = connection.connection.cursor().execute(statement, plain).fetchall()
    return rows


def put(connection: Connection, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Run a plain statement for each of some rows, straight by the driver."""
    connection.connection.cursor().executemany(statement, rows)


def run(connection: Connection, script: str) -> None:
    """Run statements that are parted by a semicolon at the end of a line."""
    for statement in script.strip().split(";\n"):
        connection.exec_driver_sql(statement)


def upsert(table: Table, *, keep_first: bool = False) -> Insert:
    """Return an insert that overwrites the row with the same primary key, or leaves it."""
    insert = sqlite.insert(table)
    if keep_first:
        return insert.on_conflict_do_nothing()
    rest = {each.name: insert.excluded[each.name] for each in table.columns if not each.primary_key}
    return insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=rest)


def chunks(values: Iterable[T]) -> Iterator[Sequence[T]]:
    """Yield values, each once and in order, in lists short enough for an IN."""
    left = iter(dict.fromkeys(values))
    while chunk := list(islice(left, CHUNK)):
        yield chunk


def look_at(path: Path) -> None:
    """Raise StoreDamagedError for a file that can't be an SQLite database, before anything touches it."""
    if not path.is_file() or not path.stat().st_size:
        return
    with path.open("rb") as file:
        head = file.read(100)
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise StoreDamagedError(subject=str(path))
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        return  # pages that are missing here may stand in the log
    size = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    known = head[24:28] == head[92:96]  # else an old SQLite wrote it and the count isn't kept
    if known and path.stat().st_size < pages * (65536 if size == 1 else size):
        raise StoreDamagedError("the store's file is cut off: restore it from a backup", subject=str(path))


@contextmanager
def translating(subject: str) -> Iterator[None]:
    """Turn the errors of the database and of the codec into the store's own."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise _translated(error, subject) from error
    except msgspec.MsgspecError as error:
        raise StoreDamagedError(f"a row of the store can't be read ({error})", subject=subject) from error


def _translated(error: Exception, subject: str) -> StoreError:
    cause = error.orig if isinstance(error, DBAPIError) else error
    message = str(cause).lower()
    if isinstance(error, OperationalError | sqlite3.OperationalError) and message in _BUSY:
        return StoreBusyError(subject=subject)
    if any(words in message for words in _DAMAGED):
        return StoreDamagedError(f"not an onrecord store, or a damaged one ({cause})", subject=subject)
    if "unable to open" in message:
        return StoreError(
            "store can't be opened: is its folder there, and may you write to it?", subject=subject
        )
    return StoreError(f"store failed ({cause})", subject=subject)


def index_report(connection: Connection, number: int) -> None:
    """Put a report's words into the search index."""
    connection.exec_driver_sql(
        "INSERT INTO report_words (rowid, headline, text)"
        " SELECT read, headline, text FROM reports WHERE read = ?",
        (number,),
    )


def index_told(connection: Connection, told: Mapping[str, list[tuple[int, str]]]) -> None:
    """Put the words of annotations into the search index: by kind, the rows' numbers and words."""
    for kind, rows in told.items():
        connection.exec_driver_sql(f"INSERT INTO told_words (rowid, {kind}) VALUES (?, ?)", rows)


def unindex_told(connection: Connection, number: int) -> None:
    """Take them out again, while the rows that they were made from are still there."""
    connection.exec_driver_sql(
        "INSERT INTO told_words (told_words, rowid, statement, event, person)"
        " SELECT 'delete', no, statement, event, person FROM told WHERE report = ?",
        (number,),
    )


def unindex_report(connection: Connection, number: int) -> None:
    """Take a report's words out of the search index, while the row that they were made from is there."""
    connection.exec_driver_sql(
        "INSERT INTO report_words (report_words, rowid, headline, text)"
        " SELECT 'delete', read, headline, text FROM reports WHERE read = ?",
        (number,),
    )


def merge_indexes(connection: Connection) -> None:
    """Merge the search index's segments, so that words taken out of it stand in none."""
    for index in ("report_words", "told_words"):
        connection.exec_driver_sql(f"INSERT INTO {index} ({index}) VALUES ('optimize')")


def rewrite(engine: Engine) -> None:
    """Write the database anew without its free pages, and cut off its log.

    Raises:
        StoreBusyError: Somebody reads or writes it just now.
    """
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("VACUUM")
        if cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise StoreBusyError(subject=engine.url.database)
    finally:
        raw.close()
