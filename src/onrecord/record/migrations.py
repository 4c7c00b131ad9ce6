"""A store of any age in, a store of this version out.

A migration is a frozen function from one version to the next. It is never changed once it has been
released: `schema` describes what all of them together make, and a test compares the two. Each runs in one
transaction with the row that records it, so a migration that is cut off has not happened.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, Engine, func, inspect, select

from onrecord.errors import StoreDamagedError, StoreVersionError
from onrecord.record import sql_clocks, sql_dialect
from onrecord.record.older_keys import numbers_of
from onrecord.record.schema import migrations

Migration = Callable[[Connection], None]

_INITIAL: Final = """
CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE tallies (noun TEXT NOT NULL PRIMARY KEY, number INTEGER NOT NULL);
INSERT INTO tallies VALUES
  ('read', 0), ('reports', 0), ('annotations', 0), ('problems', 0), ('judgements', 0);

CREATE TABLE reports (
  read INTEGER PRIMARY KEY, id TEXT NOT NULL, address TEXT NOT NULL, location TEXT, outlet TEXT,
  headline TEXT, published TEXT, language TEXT NOT NULL, sha256 TEXT NOT NULL, revision INTEGER NOT NULL,
  revises INTEGER REFERENCES reports (read), finders TEXT NOT NULL, text TEXT NOT NULL, exact BLOB,
  data TEXT NOT NULL);
CREATE UNIQUE INDEX reports_id ON reports (id);
CREATE INDEX reports_address ON reports (address);
CREATE INDEX reports_location ON reports (location);
CREATE INDEX reports_revises ON reports (revises);
CREATE INDEX reports_finders ON reports (finders);

CREATE TABLE annotations (
  no INTEGER PRIMARY KEY, id TEXT NOT NULL, report INTEGER NOT NULL REFERENCES reports (read),
  kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL,
  finder TEXT NOT NULL, confidence DOUBLE PRECISION NOT NULL, told_as TEXT, told_start INTEGER,
  told_end INTEGER, data TEXT NOT NULL);
CREATE INDEX annotations_id ON annotations (id);
CREATE INDEX annotations_report ON annotations (report);

CREATE TABLE keys (
  layer TEXT NOT NULL, key TEXT NOT NULL, report INTEGER NOT NULL REFERENCES reports (read),
  PRIMARY KEY (layer, key, report)) WITHOUT ROWID;
CREATE INDEX keys_report ON keys (layer, report);

CREATE TABLE pairs (
  layer TEXT NOT NULL, first INTEGER NOT NULL REFERENCES reports (read),
  second INTEGER NOT NULL REFERENCES reports (read), score DOUBLE PRECISION NOT NULL, reasons TEXT NOT NULL,
  PRIMARY KEY (layer, first, second)) WITHOUT ROWID;
CREATE INDEX pairs_second ON pairs (second);

CREATE TABLE groups (
  layer TEXT NOT NULL, report INTEGER NOT NULL REFERENCES reports (read), id TEXT NOT NULL,
  PRIMARY KEY (layer, report));
CREATE INDEX groups_id ON groups (id, layer);
CREATE INDEX groups_report ON groups (report);

CREATE TABLE problems (
  no INTEGER PRIMARY KEY, report TEXT NOT NULL, address TEXT NOT NULL, kind TEXT NOT NULL,
  message TEXT NOT NULL, data TEXT NOT NULL);
CREATE UNIQUE INDEX problems_once ON problems (address, kind, message, report);
CREATE INDEX problems_report ON problems (report);

CREATE TABLE judgements (id TEXT NOT NULL PRIMARY KEY, at TEXT NOT NULL, data TEXT NOT NULL);
CREATE TABLE composed (id TEXT NOT NULL PRIMARY KEY, key TEXT NOT NULL, body BLOB NOT NULL)
"""

# The words are in `reports` already: both indexes hold none of their own (external content). An
# annotation's column is its kind, so that a search for one kind reads no other.
_INITIAL_SEARCH: Final = """
CREATE VIRTUAL TABLE report_words USING fts5(
  headline, text, content='reports', content_rowid='read', tokenize="porter unicode61 remove_diacritics 2");
CREATE VIEW told AS SELECT a.no AS no, a.report AS report,
  CASE a.told_as WHEN 'statement' THEN substr(r.text, a.told_start + 1, a.told_end - a.told_start) END
    AS statement,
  CASE a.told_as WHEN 'event' THEN substr(r.text, a.told_start + 1, a.told_end - a.told_start) END AS event,
  CASE a.told_as WHEN 'person' THEN substr(r.text, a.told_start + 1, a.told_end - a.told_start) END AS person
  FROM annotations a JOIN reports r ON r.read = a.report WHERE a.told_as IS NOT NULL;
CREATE VIRTUAL TABLE told_words USING fts5(
  statement, event, person, content='told', content_rowid='no',
  tokenize="porter unicode61 remove_diacritics 2")
"""


def m001_initial(connection: Connection) -> None:
    """Reports, annotations, links, rulings and the search index."""
    sql_dialect.run(connection, _INITIAL)
    sql_dialect.run(connection, _INITIAL_SEARCH)
    sql_dialect.sign(connection)


_TWO_CLOCKS: Final = """
ALTER TABLE reports ADD COLUMN at TEXT;
ALTER TABLE reports ADD COLUMN out TEXT;
CREATE TABLE marks (reader TEXT NOT NULL PRIMARY KEY, read INTEGER NOT NULL, at TEXT NOT NULL)
"""


def m002_two_clocks(connection: Connection) -> None:
    """When reports were read and by when they had been published; readers' marks."""
    sql_dialect.run(connection, _TWO_CLOCKS)
    sql_clocks.date_all(connection)


_TOMBSTONES: Final = """
CREATE TABLE tombstones (
  report TEXT NOT NULL PRIMARY KEY, words TEXT NOT NULL, address TEXT, day TEXT NOT NULL, because TEXT,
  wiped INTEGER NOT NULL);
CREATE INDEX tombstones_words ON tombstones (words);
CREATE INDEX tombstones_address ON tombstones (address)
"""


def m003_tombstones(connection: Connection) -> None:
    """What stays of reports that were forgotten."""
    sql_dialect.run(connection, _TOMBSTONES)


# A number is cast from as much of the text as is one.
_SETTLED: Final = """
ALTER TABLE pairs ADD COLUMN value DOUBLE PRECISION;
UPDATE pairs SET value = CAST(substr(reasons, instr(reasons, '["first-share",') + 15) AS REAL)
  WHERE layer = 'copies' AND instr(reasons, '["first-share",') > 0;
UPDATE pairs SET value = CAST(substr(reasons, instr(reasons, '["happening",') + 13) AS REAL)
  WHERE layer = 'stories' AND instr(reasons, '["happening",') > 0;
UPDATE pairs SET value = CAST(substr(reasons, instr(reasons, '["strength",') + 12) AS REAL)
  WHERE layer = 'storylines' AND instr(reasons, '["strength",') > 0;
DROP INDEX pairs_second;
CREATE INDEX pairs_first ON pairs (layer, first, second, score, value);
CREATE INDEX pairs_second ON pairs (second, layer, first, score, value)
"""


def m004_settled(connection: Connection) -> None:
    """What settling asks of pairs, beside their reasons."""
    sql_dialect.run(connection, _SETTLED)


_STANDS: Final = """
CREATE TABLE stands (
  report INTEGER NOT NULL PRIMARY KEY REFERENCES reports (read), level INTEGER NOT NULL,
  part INTEGER NOT NULL, under TEXT NOT NULL);
CREATE INDEX stands_part ON stands (part)
"""


def m005_stands(connection: Connection) -> None:
    """With what each report stands together; it is looked up anew for what an older version has read."""
    sql_dialect.run(connection, _STANDS)


_LATER_FIRST: Final = """
UPDATE pairs SET first = second, second = first WHERE first < second
"""


def m006_later_first(connection: Connection) -> None:
    """Pairs stand under the report that was read later, not under that of the lesser id."""
    sql_dialect.run(connection, _LATER_FIRST)


_NUMBERED: Final = """
ALTER TABLE keys RENAME TO older_keys;
CREATE TABLE keys (
  key INTEGER NOT NULL, layer INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES reports (read),
  PRIMARY KEY (key, layer, report)) WITHOUT ROWID
"""
_OLDER: Final = "SELECT key FROM older_keys WHERE layer = ? AND report = ?"
_NUMBERED_AFTER: Final = """
DROP TABLE older_keys;
CREATE INDEX keys_report ON keys (report, layer)
"""


def m007_numbered_keys(connection: Connection) -> None:
    """Keys are numbers, and stand under their own stretch of time alone."""
    sql_dialect.run(connection, _NUMBERED)
    run = connection.exec_driver_sql
    for (report,) in run("SELECT read FROM reports").fetchall():
        for place, layer in enumerate(("copies", "stories")):
            numbers = numbers_of([row[0] for row in run(_OLDER, (layer, report))])
            rows = [(key, place, report) for key in numbers]
            sql_dialect.put(connection, "INSERT INTO keys (key, layer, report) VALUES (?, ?, ?)", rows)
    sql_dialect.run(connection, _NUMBERED_AFTER)


MIGRATIONS: Final[Mapping[int, Migration]] = {
    1: m001_initial,
    2: m002_two_clocks,
    3: m003_tombstones,
    4: m004_settled,
    5: m005_stands,
    6: m006_later_first,
    7: m007_numbered_keys,
}
"""Every migration by its number; numbers go up by one."""


def migrate(engine: Engine, steps: Mapping[int, Migration] = MIGRATIONS) -> None:
    """Bring a store, or an empty database, to the newest version.

    Raises:
        StoreVersionError: A newer onrecord made the store.
        StoreDamagedError: There are tables in the database, but not a store's.
    """
    with engine.connect() as connection, connection.begin():
        number = version(connection)
    if number > max(steps):
        raise StoreVersionError(subject=f"version {number}, this onrecord knows {max(steps)}")
    if number == 0:
        sql_dialect.set_up(engine)
    for step in range(number + 1, max(steps) + 1):
        _apply(engine, step, steps[step])


def version(connection: Connection) -> int:
    """Return the number of the last migration made; 0 for an empty database."""
    tables = inspect(connection).get_table_names()
    if migrations.name in tables and sql_dialect.signed(connection):
        return connection.execute(select(func.max(migrations.c.number))).scalar() or 0
    if tables:
        raise StoreDamagedError("a database of something else: name another file")
    return 0


def _apply(engine: Engine, number: int, migration: Migration) -> None:
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if version(connection) >= number:  # another process was faster
            return
        migration(connection)
        row = {"number": number, "name": migration.__name__, "at": datetime.now(UTC).isoformat()}
        connection.execute(migrations.insert(), row)
