"""Tables: one row a thing, ids that lead somewhere, and cells that no spreadsheet runs."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onrecord.model.record import Record
from onrecord.views.exports.csv_tables import cell
from onrecord.views.exports.formats import export
from tests.views.made import BOATS, RING, SILENT, a_record

MADE = datetime(2026, 6, 6, 10, tzinfo=UTC)


def csv_files(record, texts=None):
    """Return the rows of each file of the CSV export, by name."""
    with zipfile.ZipFile(io.BytesIO(export(record, "csv", texts=texts, made_at=MADE))) as bundle:
        bodies = {name: bundle.read(name).decode("utf-8-sig") for name in bundle.namelist()}
    return {
        n.removesuffix(".csv"): list(csv.DictReader(io.StringIO(b, newline=""))) for n, b in bodies.items()
    }


def test_a_row_for_each_thing():
    record, rows = a_record(), csv_files(a_record())
    for name in ("reports", "events", "statements", "entities", "origins", "problems"):
        assert len(rows[name]) == len(getattr(record, name)), name
    assert len(rows["figures"]) == len(BOATS.readings)
    assert len(rows["quotations"]) == len(RING.variants)
    assert len(rows["mentions"]) == sum(len(entity.mentions) for entity in record.entities)


def test_an_event_row_says_what_a_line_of_the_record_says():
    row = next(row for row in csv_files(a_record())["events"] if row["id"] == SILENT.id)
    assert row["label"] == SILENT.label
    assert (row["day"], row["day_first"], row["day_basis"]) == ("2026-06-02", "2026-06-02", "resolved")
    assert row["who_says"] == "Skerry Beacon and Morning Oar"
    assert row["reports"] == "2"


def test_evidence_leads_to_lines_and_reports_and_holds_its_sentence():
    rows = csv_files(a_record())
    reports = {row["id"] for row in rows["reports"]}
    lines = {row["id"] for name in ("events", "statements") for row in rows[name]}
    lines |= {row["reading"] for row in rows["figures"]} | {row["difference"] for row in rows["differences"]}
    for row in rows["evidence"]:
        assert row["report"] in reports
        assert row["line"] in lines
        assert row["words"] in row["sentence"]


def test_without_texts_evidence_is_places_and_hashes():
    rows = csv_files(a_record(), "none")
    for row in (*rows["evidence"], *rows["quotations"], *rows["mentions"]):
        assert not row["words"]
        assert not row.get("sentence")
        assert len(row["sha256"]) == 64
    assert not any(row["text"] for row in rows["reports"])


def test_whole_texts_only_when_asked():
    assert not any(row["text"] for row in csv_files(a_record())["reports"])
    assert all(row["text"] for row in csv_files(a_record(), "full")["reports"])


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "＝1", "|calc", '=HYPERLINK("http://x")']
)
def test_a_cell_that_would_run_is_led_by_an_apostrophe(text):
    assert cell(text).startswith("'")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a plain word", "a plain word"),
        (None, ""),
        (True, "true"),
        (40.0, "40"),
        (-3.5, "-3.5"),
        ("1 = 1", "1 = 1"),
    ],
)
def test_other_cells_are_as_they_are(value, shown):
    assert cell(value) == shown


def test_the_same_record_is_the_same_zip():
    assert export(a_record(), "csv", texts=None, made_at=MADE) == export(
        a_record(), "csv", texts=None, made_at=MADE
    )


def test_an_empty_record_is_heads_alone():
    rows = csv_files(Record(made_at="", as_of=None, as_read=None, versions=()))
    assert not any(rows.values())


def test_a_label_in_many_lines_stays_one_cell():
    record = replace(a_record(), events=(replace(SILENT, label='one\ntwo, "three"\r\nfour'),))
    (row,) = csv_files(record)["events"]
    assert row["label"] == 'one\ntwo, "three"\ufffd\nfour'
