"""A store of any age is brought up to date, and nothing else is ever touched."""

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, inspect

from onrecord.errors import StoreDamagedError, StoreError, StoreVersionError
from onrecord.links.key_numbers import always, during, hashed, marked, on
from onrecord.links.keys import half, quarter, single
from onrecord.model.annotation import Found
from onrecord.record import sql_dialect
from onrecord.record.joining import LAYERS
from onrecord.record.migrations import MIGRATIONS, migrate
from onrecord.record.schema import metadata
from onrecord.record.sql import open_store
from tests.contract.made import a_report, found_in
from tests.record.test_joining import parts, read


def a_store(path: Path, *, reports: int = 1) -> Path:
    store = open_store(str(path))
    with store.writer() as writer:
        for number in range(reports):
            report = a_report(address=f"{number}.txt")
            writer.keep(report, found_in(report), finders=("a/1",), problems=())
    store.close()
    return path


def ask(path: Path, statement: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        with connection:
            return connection.execute(statement).fetchall()
    finally:
        connection.close()


def shape(engine: Engine) -> dict[str, object]:
    """Return tables with their columns, types, keys and indexes."""
    seen = inspect(engine)
    return {
        table: (
            [
                (
                    each["name"],
                    str(each["type"]),
                    each["nullable"] or each["name"] in seen.get_pk_constraint(table)["constrained_columns"],
                )
                for each in seen.get_columns(table)
            ],
            seen.get_pk_constraint(table)["constrained_columns"],
            sorted(
                (each["constrained_columns"], each["referred_table"]) for each in seen.get_foreign_keys(table)
            ),
            sorted(
                (str(each["name"]), each["column_names"], each["unique"]) for each in seen.get_indexes(table)
            ),
        )
        for table in metadata.tables
    }


def test_the_migrations_together_make_the_schema(tmp_path: Path) -> None:
    a_store(tmp_path / "store.db")
    migrated, planned = create_engine(f"sqlite:///{tmp_path}/store.db"), create_engine("sqlite://")
    metadata.create_all(planned)
    assert shape(migrated) == shape(planned)
    migrated.dispose()
    planned.dispose()


def test_every_column_says_whose_it_is() -> None:
    for table in metadata.tables.values():
        for column in table.columns:
            assert str(column.comment).split(":")[0] in ("given", "found", "ours"), column


def test_migrations_are_numbered_without_gaps_and_named_for_their_number() -> None:
    assert list(MIGRATIONS) == list(range(1, len(MIGRATIONS) + 1))
    assert all(step.__name__.startswith(f"m{number:03}_") for number, step in MIGRATIONS.items())


def test_opening_again_migrates_nothing(tmp_path: Path) -> None:
    path = a_store(tmp_path / "store.db")
    before = ask(path, "SELECT number, name, at FROM migrations")
    open_store(f"sqlite:///{path}").close()
    assert ask(path, "SELECT number, name, at FROM migrations") == before
    assert [row[:2] for row in before] == [(n, step.__name__) for n, step in MIGRATIONS.items()]


def test_a_later_migration_keeps_what_is_there(tmp_path: Path) -> None:
    path = a_store(tmp_path / "store.db")

    def m999_mood(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE reports ADD COLUMN mood TEXT")

    engine = sql_dialect.connect(path, wait=1)
    later = len(MIGRATIONS) + 1
    migrate(engine, {**MIGRATIONS, later: m999_mood})
    engine.dispose()
    assert ask(path, "SELECT read, mood FROM reports") == [(1, None)]
    assert ask(path, "SELECT max(number) FROM migrations") == [(later,)]


def test_reports_of_a_store_without_clocks_are_dated(tmp_path: Path) -> None:
    path = a_store(tmp_path / "store.db")
    for statement in (
        "ALTER TABLE reports DROP COLUMN at",
        "ALTER TABLE reports DROP COLUMN out",
        "DROP TABLE marks",
        "DELETE FROM migrations WHERE number > 1",
    ):
        ask(path, statement)
    migrate(engine := sql_dialect.connect(path, wait=1), {n: MIGRATIONS[n] for n in (1, 2)})
    engine.dispose()
    assert ask(path, "SELECT out, at FROM reports") == [("2026-03-10", None)]


def test_pairs_of_an_older_store_have_the_value_by_which_they_are_settled(tmp_path: Path) -> None:
    path = a_store(tmp_path / "store.db", reports=2)
    reasons = '[["same-day",0.5,"both \\"1\\""],["happening",-1.234,""],["storyline",2.5,""]]'
    for statement in (
        "DROP INDEX pairs_first",
        "DROP INDEX pairs_second",
        "ALTER TABLE pairs DROP COLUMN value",
        "CREATE INDEX pairs_second ON pairs (second)",
        f"INSERT INTO pairs VALUES ('stories', 1, 2, 0.5, '{reasons}')",
        """INSERT INTO pairs VALUES ('copies', 1, 2, 0.5, '[["first-share",1.0,""]]')""",
        """INSERT INTO pairs VALUES ('storylines', 1, 2, 0.5, '[["same-day",1.0,""]]')""",
        "DELETE FROM migrations WHERE number > 3",
    ):
        ask(path, statement)
    migrate(engine := sql_dialect.connect(path, wait=1), {n: MIGRATIONS[n] for n in range(1, 5)})
    engine.dispose()
    assert ask(path, "SELECT layer, value FROM pairs ORDER BY layer") == [
        ("copies", 1.0), ("stories", -1.234), ("storylines", None),
    ]  # fmt: skip


def test_pairs_of_an_older_store_stand_under_the_report_that_was_read_later(tmp_path: Path) -> None:
    path = a_store(tmp_path / "store.db", reports=3)
    for statement in (
        "INSERT INTO pairs VALUES ('stories', 1, 2, 0.5, '[]', 1.5)",
        "INSERT INTO pairs VALUES ('copies', 1, 2, 0.25, '[]', NULL)",
        "INSERT INTO pairs VALUES ('stories', 1, 3, 0.75, '[]', 2.5)",
        "INSERT INTO pairs VALUES ('stories', 3, 2, 1.0, '[]', 3.5)",
        "DELETE FROM migrations WHERE number > 5",
    ):
        ask(path, statement)
    migrate(engine := sql_dialect.connect(path, wait=1), {n: MIGRATIONS[n] for n in range(1, 7)})
    engine.dispose()
    assert ask(path, "SELECT layer, first, second, score, value FROM pairs ORDER BY layer, score") == [
        ("copies", 2, 1, 0.25, None), ("stories", 2, 1, 0.5, 1.5),
        ("stories", 3, 1, 0.75, 2.5), ("stories", 3, 2, 1.0, 3.5),
    ]  # fmt: skip


OLDER_KEYS = """
DROP TABLE keys;
CREATE TABLE keys (
  layer TEXT NOT NULL, key TEXT NOT NULL, report INTEGER NOT NULL REFERENCES reports (read),
  PRIMARY KEY (layer, key, report)) WITHOUT ROWID;
CREATE INDEX keys_report ON keys (layer, report);
DELETE FROM migrations WHERE number > 6
"""


def test_keys_of_an_older_store_are_the_numbers_that_are_made_now(tmp_path: Path) -> None:
    path = a_store(tmp_path / "store.db")
    day = date(2026, 3, 2)
    words = {
        "2026-03-02|ww:company|market": during(single(day), "ww", "company", "market"),
        "2026-03-03|ww:company|market": None,
        "48628|nw:okafor|trawler": during(half(day), "nw", "okafor", "trawler"),
        "48629|nw:okafor|trawler": None,
        "q8104|pr:brandt|okafor": during(quarter(day), "pr", "brandt", "okafor"),
        "q8105|pr:brandt|okafor": None,
        "2026-03-01|td:tarnbeck": on(day.toordinal() - 1, "td", "tarnbeck"),
        "?|ph:ada brandt": during(None, "ph", "ada brandt"),
        "nn:brandt|okafor": always("nn", "brandt", "okafor"),
        "pn:ada brandt": always("pn", "ada brandt"),
        "ww:company|market|48628": marked("ww", hashed("company|market|48628")),
    }
    copies = {"b7:00ff00ff00ff00ff": marked("b7", 0xFF00FF00FF00FF), "w:1f": marked("w", 31)}
    for statement in OLDER_KEYS.split(";"):
        ask(path, statement)
    for layer, keys in (("stories", words), ("copies", copies)):
        for key in keys:
            ask(path, f"INSERT INTO keys VALUES ('{layer}', '{key}', 1)")
    open_store(str(path)).close()
    assert ask(path, "SELECT key FROM keys WHERE layer = 1") == sorted((k,) for k in words.values() if k)
    assert ask(path, "SELECT key FROM keys WHERE layer = 0") == sorted((key,) for key in copies.values())
    store = open_store(str(path))
    assert store.check() == ()
    store.close()


def test_a_store_that_knows_of_no_stands_links_on(tmp_path: Path) -> None:
    path, new = tmp_path / "store.db", tmp_path / "new.db"
    for place in (path, new):
        store = open_store(str(place))
        read(store, [list(parts()[:4])])
        store.close()
    for statement in ("DROP TABLE stands", "DELETE FROM migrations WHERE number > 4"):
        ask(path, statement)
    ask(path, "UPDATE pairs SET first = second, second = first")
    migrate(engine := sql_dialect.connect(path, wait=1), {n: MIGRATIONS[n] for n in range(1, 7)})
    engine.dispose()
    ask(path, "INSERT INTO migrations VALUES (7, 'm007_numbered_keys', '2030-01-01')")
    groups = []
    for place in (path, new):
        store = open_store(str(place))
        read(store, [[each] for each in parts()[4:]])
        with store.view() as view:
            groups.append([view.groups(layer) for layer in LAYERS])
        store.close()
    assert groups[0] == groups[1]


def test_a_migration_that_fails_has_not_happened(tmp_path: Path) -> None:
    path = a_store(tmp_path / "store.db")

    def m999_torn(connection: Connection) -> None:
        connection.exec_driver_sql("ALTER TABLE reports ADD COLUMN mood TEXT")
        connection.exec_driver_sql("DROP TABLE annotations")
        raise ZeroDivisionError

    engine = sql_dialect.connect(path, wait=1)
    with pytest.raises(ZeroDivisionError):
        migrate(engine, {**MIGRATIONS, len(MIGRATIONS) + 1: m999_torn})
    engine.dispose()
    store = open_store(str(path))
    with store.view() as view:
        assert view.counts()["annotations"] == 6
    assert store.check() == ()
    store.close()


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = a_store(tmp_path / "store.db")
    ask(path, "INSERT INTO migrations VALUES (99, 'm099_later', '2030-01-01')")
    before = path.read_bytes()
    with pytest.raises(StoreVersionError, match="99"):
        open_store(str(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [b"Just a note.\n", b"\x00" * 5000, b"SQLite format 3\x00", b"x" * 100_000],
    ids=["a-note", "zeros", "only-the-header", "much-of-nothing"],
)
def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    with pytest.raises(StoreDamagedError, match=r"notes\.db"):
        open_store(str(path))
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_of_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    ask(path, "CREATE TABLE reports (title TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreDamagedError):
        open_store(str(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
def test_a_store_that_is_cut_off_is_left_alone(tmp_path: Path, share: float) -> None:
    path = a_store(tmp_path / "store.db", reports=20)
    whole = path.read_bytes()
    torn = whole[: int(len(whole) * share)]
    path.write_bytes(torn)
    with pytest.raises(StoreDamagedError):
        open_store(str(path))
    assert path.read_bytes() == torn


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    a_store(path)
    assert ask(path, "SELECT count(*) FROM reports") == [(1,)]


def test_a_store_in_no_folder_or_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="folder"):
        open_store(str(tmp_path / "nowhere" / "store.db"))
    with pytest.raises(StoreError, match="folder"):
        open_store(str(tmp_path))
    with pytest.raises(StoreError, match="sqlite"):
        open_store("mysql://desk/onrecord")


def test_odd_paths_are_taken_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("50% off?.db", "file:x.db", "a#b&c=d.db", "déjà vu.db"):
        a_store(Path(name))
        assert (tmp_path / name).is_file(), name
    a_store(tmp_path / "first.db")
    open_store("sqlite:///first.db").close()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE annotations SET words = 'The dam will not hold' WHERE kind = 'quotation'", "quotation"),
        ("UPDATE annotations SET start = start + 1 WHERE kind = 'timex'", "timex"),
        ("UPDATE reports SET text = replace(text, 'hold', 'burst')", "not those of report"),
        ("DELETE FROM reports WHERE read = 1", "refers to nothing"),
        ("UPDATE tallies SET number = 7 WHERE noun = 'annotations'", "7 counted"),
        ("UPDATE reports SET exact = x'41' WHERE read = 1", "two texts"),
        ("INSERT INTO told_words (rowid, event) VALUES (9999, 'nothing')", "told_words"),
    ],
    ids=["words", "place", "text", "orphans", "counts", "exact", "index"],
)
def test_damage_is_found_by_checking(tmp_path: Path, damage: str, said: str) -> None:
    path = a_store(tmp_path / "store.db")
    ask(path, damage)
    store = open_store(str(path))
    assert any(said in each for each in store.check())
    store.close()


def test_a_page_that_was_written_over_is_found(tmp_path: Path) -> None:
    path = a_store(tmp_path / "store.db", reports=40)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8192] = b"\xff" * 8192
    path.write_bytes(content)
    try:
        store = open_store(str(path))
    except StoreDamagedError:
        return
    assert store.check()
    store.close()


def test_a_row_that_holds_nonsense_is_a_damaged_store(tmp_path: Path) -> None:
    path = a_store(tmp_path / "store.db")
    ask(path, "UPDATE annotations SET data = '{' WHERE kind = 'figure'")
    store = open_store(str(path))
    with pytest.raises(StoreDamagedError), store.view() as view:
        view.annotations([a_report(address="0.txt").id])
    store.close()


def test_a_passing_store_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    store = open_store("sqlite://")
    with store.writer() as writer:
        writer.keep(a_report(), Found(), finders=(), problems=())
    store.close()
    open_store("sqlite://")  # let go of without closing
    assert list(tmp_path.iterdir()) == []


def test_a_store_copied_away_with_its_log_is_whole(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "store.db"))
    with store.writer() as writer:
        writer.keep(a_report(), Found(), finders=(), problems=())
    (tmp_path / "copy").mkdir()
    for each in ("store.db", "store.db-wal"):
        shutil.copy(tmp_path / each, tmp_path / "copy" / each)
    copy = open_store(str(tmp_path / "copy" / "store.db"))
    assert copy.check() == ()
    with copy.view() as view:
        assert view.counts()["reports"] == 1
    copy.close()
    store.close()
