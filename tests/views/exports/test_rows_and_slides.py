"""PLOVER rows, TimelineJS slides and Parquet tables: each by its published shape."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onrecord.errors import MissingExtraError
from onrecord.views.exports.formats import export
from onrecord.views.exports.plover import QUADS
from tests.views.exports.test_tables import csv_files
from tests.views.made import BUILT, MEETING, ROPE, SILENT, TIDE, a_record, when

MADE = datetime(2026, 6, 6, 10, tzinfo=UTC)
CODES = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def rows(*events, texts=None):
    body = export(replace(a_record(), events=events), "plover", texts=texts, made_at=MADE)
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def slides(*events):
    body = export(replace(a_record(), events=events), "timelinejs", texts=None, made_at=MADE)
    return json.loads(body)


def test_each_code_of_plover_has_its_quadrant():
    assert set(QUADS) == CODES
    assert set(QUADS.values()) == {1, 2, 3, 4}


def test_only_events_with_a_type_are_rows_one_for_each_report():
    assert rows(SILENT) == []
    found = rows(replace(SILENT, type="RETREAT"), ROPE)
    assert [row["event"] for row in found] == [SILENT.id, SILENT.id]
    assert {row["outlet"] for row in found} == {"Skerry Beacon", "Morning Oar"}
    assert {row["quad"] for row in found} == {"2"}
    assert all(row["sentence"].startswith("The bell of Skerry Light fell silent") for row in found)


@pytest.mark.parametrize(
    ("event", "mode"),
    [
        (SILENT, ""), (BUILT, "historical"), (MEETING, "future"), (ROPE, "negated"),
        (replace(SILENT, modality="possible"), "hypothetical"), (replace(SILENT, modality="ongoing"), ""),
        (replace(BUILT, modality="denied"), "negated"),
    ],
)  # fmt: skip
def test_what_has_not_simply_happened_has_a_mode(event, mode):
    row = rows(replace(event, type="CONSULT"))[0]
    assert (row["mode"], row["modality"]) == (mode, event.modality)


def test_who_takes_part_stands_by_role():
    row = rows(replace(MEETING, type="CONSULT"))[0]
    assert row["party_names"] == "harbour office"
    assert (row["actor_names"], row["recipient_names"]) == ("", "")
    assert row["givers"] == "a harbour official"


def test_a_slide_has_the_shape_that_timelinejs_reads():
    shown = slides(*a_record().events)
    assert set(shown) == {"title", "events", "scale"}
    assert shown["scale"] == "human"
    for slide in shown["events"]:
        assert {"start_date", "display_date", "text", "group", "unique_id"} <= set(slide)
        assert set(slide) <= {"start_date", "end_date", "display_date", "text", "group", "unique_id"}
        for side in ("start_date", "end_date"):
            assert set(slide.get(side, {"year": 1, "month": 1, "day": 1})) == {"year", "month", "day"}
        assert set(slide["text"]) == {"headline", "text"}


@pytest.mark.parametrize(
    ("edtf", "start", "end", "words"),
    [
        ("2026-06-02", (2026, 6, 2), None, "2 June 2026"),
        ("../2026-06-04", (2026, 6, 4), None, "not after 4 June 2026"),
        ("[2026-06-02..2026-06-04]", (2026, 6, 2), (2026, 6, 4), "between 2 and 4 June 2026"),
        ("1871", (1871, 1, 1), (1871, 12, 31), "1871"),
    ],
)
def test_a_slide_stands_over_its_days_and_says_them(edtf, start, end, words):
    (slide,) = slides(replace(SILENT, when=when(edtf)))["events"]
    assert tuple(slide["start_date"].values()) == start
    assert tuple(slide.get("end_date", {}).values()) == (end or ())
    assert slide["display_date"] == words


def test_what_has_no_day_is_counted_in_the_title():
    shown = slides(replace(SILENT, when=None), BUILT)
    assert len(shown["events"]) == 1
    assert "1 line without a day left out" in shown["title"]["text"]["text"]


def test_a_slide_says_what_it_is_in_words_and_groups():
    denied, plan = slides(ROPE, MEETING)["events"]
    assert (
        denied["text"]["headline"]
        == "denied: it had cut the rope · according to harbour office (in The Tide)"
    )
    assert (denied["group"], plan["group"]) == ("Denied", "Plans")
    assert f'href="{TIDE.address}"' in denied["text"]["text"]


def test_others_words_are_no_html_on_a_slide():
    (slide,) = slides(replace(SILENT, label='<img src=x onerror="x()">'))["events"]
    assert "<img" not in json.dumps(slide)
    assert "&lt;img" in slide["text"]["headline"]


def test_parquet_holds_the_tables_of_csv_with_their_sorts():
    import pyarrow.parquet as parquet

    found = csv_files(a_record())
    with zipfile.ZipFile(io.BytesIO(export(a_record(), "parquet", texts=None, made_at=MADE))) as bundle:
        tables = {
            n.removesuffix(".parquet"): parquet.read_table(io.BytesIO(bundle.read(n)))
            for n in bundle.namelist()
        }
    assert {name: table.num_rows for name, table in tables.items()} == {n: len(r) for n, r in found.items()}
    assert str(tables["figures"].schema.field("low").type) == "double"
    assert str(tables["events"].schema.field("background").type) == "bool"
    assert str(tables["evidence"].schema.field("start").type) == "int64"
    assert tables["events"].column("id").to_pylist() == [event.id for event in a_record().events]


def test_without_pyarrow_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"onrecord\[parquet\]"):
        export(a_record(), "parquet", texts=None, made_at=MADE)
