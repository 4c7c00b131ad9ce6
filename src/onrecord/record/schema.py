"""The tables of a store, as the newest migration leaves them.

Each column says whether its content is *given* (by an outlet, a delivery or a person), *found* (by an
annotator or a linker, and to be found again) or *ours* (made by the store). Rows refer to a report by its
read number, which is small and grows, so that what is added stands together at the end of each table.
Values that have no column stand in `data`, as JSON (`codec`). The search index stands in `migrations`.
"""

from sqlalchemy import (
    DOUBLE_PRECISION,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()


def _report(*, primary: bool = False) -> Column[int]:
    return Column(
        "report", Integer, ForeignKey("reports.read"), primary_key=primary, nullable=False,
        comment="ours: read number of the report",
    )  # fmt: skip


migrations = Table(
    "migrations",
    metadata,
    Column("number", Integer, primary_key=True, comment="ours: number of the migration"),
    Column("name", Text, nullable=False, comment="ours: what it is called"),
    Column("at", Text, nullable=False, comment="ours: when it was made, UTC"),
)

tallies = Table(
    "tallies",
    metadata,
    Column("noun", Text, primary_key=True, comment="ours: what is counted; `read` is the last number given"),
    Column("number", Integer, nullable=False, comment="ours: how many there are"),
)

reports = Table(
    "reports",
    metadata,
    Column(
        "read",
        Integer,
        primary_key=True,
        comment="ours: number in the order of keeping; a gap is a forgotten one",
    ),
    Column("id", Text, nullable=False, comment="ours: hash of address and text"),
    Column("address", Text, nullable=False, comment="given: URL or file name"),
    Column("location", Text, comment="given: path on this machine; never exported"),
    Column("outlet", Text, comment="found: who publishes"),
    Column("headline", Text, comment="found: headline as printed"),
    Column("published", Text, comment="found: day of publication, EDTF"),
    Column("language", Text, nullable=False, comment="found: BCP 47"),
    Column("sha256", Text, nullable=False, comment="given: digest of what was read"),
    Column("revision", Integer, nullable=False, comment="ours: 1 for the first state at its address"),
    Column("revises", Integer, ForeignKey("reports.read"), comment="ours: read number of the state before"),
    Column("finders", Text, nullable=False, comment="ours: JSON list of the annotators that have read it"),
    Column("text", Text, nullable=False, comment="given: the words, unfit code points as U+FFFD"),
    Column("exact", LargeBinary, comment="given: the words in bytes, where text isn't all of them"),
    Column("data", Text, nullable=False, comment="found: JSON of the whole report but for the columns"),
    Column("at", Text, comment="ours: when it was read, UTC; none for what an older version read"),
    Column("out", Text, comment="found: day by whose end it had been published, else when it was read"),
    Index("reports_id", "id", unique=True),
    Index("reports_address", "address"),
    Index("reports_location", "location"),
    Index("reports_revises", "revises"),
    Index("reports_finders", "finders"),
)

annotations = Table(
    "annotations",
    metadata,
    Column("no", Integer, primary_key=True, comment="ours: number in the order of keeping"),
    Column("id", Text, nullable=False, comment="ours: hash of report, kind and span"),
    _report(),
    Column("kind", Text, nullable=False, comment="found: timex, mention, quotation, figure, event"),
    Column("start", Integer, nullable=False, comment="found: first code point of the span"),
    Column("end", Integer, nullable=False, comment="found: code point after the span"),
    Column("words", Text, nullable=False, comment="given: the report's words there, to check against"),
    Column("finder", Text, nullable=False, comment="ours: name and version of the annotator"),
    Column("confidence", DOUBLE_PRECISION, nullable=False, comment="found: 0 to 1"),
    Column("told_as", Text, comment="found: statement, event or person, where search goes over it"),
    Column("told_start", Integer, comment="found: first code point of what search goes over"),
    Column("told_end", Integer, comment="found: code point after it"),
    Column("data", Text, nullable=False, comment="found: JSON of the rest"),
    Index("annotations_id", "id"),
    Index("annotations_report", "report"),
)

keys = Table(
    "keys",
    metadata,
    Column("key", Integer, primary_key=True, comment="found: what reports that may belong together share"),
    Column("layer", Integer, primary_key=True, comment="ours: 0 for copies, 1 for stories, 2 for storylines"),
    _report(primary=True),
    Index("keys_report", "report", "layer"),
    sqlite_with_rowid=False,
)

pairs = Table(
    "pairs",
    metadata,
    Column("layer", Text, primary_key=True, comment="ours: copies, stories, storylines"),
    # So the pairs that a report makes with those before it lie together, whatever their ids.
    Column(
        "first", Integer, ForeignKey("reports.read"), primary_key=True, comment="ours: the one read later"
    ),
    Column("second", Integer, ForeignKey("reports.read"), primary_key=True, comment="ours: the other report"),
    Column("score", DOUBLE_PRECISION, nullable=False, comment="found: how much speaks for it"),
    Column("reasons", Text, nullable=False, comment="found: JSON list of feature, score, words"),
    Column("value", DOUBLE_PRECISION, comment="found: of the reason by which its layer is settled"),
    # What settling asks for stands in both indexes: the reasons make a row fifty times as long.
    Index("pairs_first", "layer", "first", "second", "score", "value"),
    Index("pairs_second", "second", "layer", "first", "score", "value"),
    sqlite_with_rowid=False,
)

groups = Table(
    "groups",
    metadata,
    Column("layer", Text, primary_key=True, comment="ours: copies, stories, storylines"),
    _report(primary=True),
    Column("id", Text, nullable=False, comment="found: id of the group that it is in"),
    Index("groups_id", "id", "layer"),
    Index("groups_report", "report"),
)

stands = Table(
    "stands",
    metadata,
    _report(primary=True),
    Column("level", Integer, nullable=False, comment="found: place of the level of its ties that hold it"),
    Column("part", Integer, nullable=False, comment="found: read number of one of those it stands with"),
    Column("under", Text, nullable=False, comment="ours: hash of the rulings under which it was found"),
    Index("stands_part", "part"),
)

problems = Table(
    "problems",
    metadata,
    Column("no", Integer, primary_key=True, comment="ours: number in the order of keeping"),
    Column("report", Text, nullable=False, comment="found: report id; empty if there is no report"),
    Column("address", Text, nullable=False, comment="given: URL or file name; empty if it has none"),
    Column("kind", Text, nullable=False, comment="found: sort of problem"),
    Column("message", Text, nullable=False, comment="found: what is wrong, in words"),
    Column("data", Text, nullable=False, comment="found: JSON of the whole problem"),
    Index("problems_once", "address", "kind", "message", "report", unique=True),
    Index("problems_report", "report"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Text, primary_key=True, comment="ours: hash of what was ruled"),
    Column("at", Text, nullable=False, comment="given: when it was ruled"),
    Column("data", Text, nullable=False, comment="given: JSON of the whole ruling"),
)

marks = Table(
    "marks",
    metadata,
    Column("reader", Text, primary_key=True, comment="given: name of a reader"),
    Column("read", Integer, nullable=False, comment="given: read number up to which all was seen"),
    Column("at", Text, nullable=False, comment="ours: when it was marked, UTC"),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("report", Text, primary_key=True, comment="ours: id of a report that was forgotten, a hash"),
    Column("words", Text, nullable=False, comment="ours: SHA-256 of its text"),
    Column("address", Text, comment="ours: SHA-256 of its web address; none for a file"),
    Column("day", Text, nullable=False, comment="given: when it was forgotten"),
    Column("because", Text, comment="given: why, in words"),
    Column("wiped", Integer, nullable=False, comment="ours: 1 when no freed page can hold any of it"),
    Index("tombstones_words", "words"),
    Index("tombstones_address", "address"),
)

composed = Table(
    "composed",
    metadata,
    Column("id", Text, primary_key=True, comment="ours: id of the group that the record is of"),
    Column("key", Text, nullable=False, comment="ours: what the record was composed from"),
    Column("body", LargeBinary, nullable=False, comment="found: the composed record"),
)
