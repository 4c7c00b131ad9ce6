"""What holds of any words: lengths, cells, lines, and JSON that may stand in a page."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from onrecord.views.exports.csv_tables import cell
from onrecord.views.exports.described import blocks, described
from onrecord.views.exports.exported import said_day, shortened
from onrecord.views.exports.formats import export
from onrecord.views.exports.json_bytes import json_bytes
from tests.views.exports.private import HURT, MILL, a_fire
from tests.views.made import MEETING, SILENT, a_record, when

MADE = datetime(2026, 6, 6, 10, tzinfo=UTC)
WORDS = st.text(st.characters(codec="utf-8"), max_size=200)
ANY = st.text(max_size=200)


@given(ANY)
def test_no_cell_begins_with_what_a_spreadsheet_runs(text):
    assert not cell(text).lstrip().startswith(("=", "+", "-", "@"))
    assert "\x00" not in cell(text)


@given(
    st.recursive(ANY | st.integers() | st.none(), lambda each: st.lists(each) | st.dictionaries(ANY, each))
)
def test_json_never_opens_a_tag_and_reads_back(value):
    body = json_bytes(value)
    assert b"<" not in body
    json.loads(body)


@given(WORDS)
def test_a_name_blocked_out_keeps_its_length_and_no_letter(name):
    assert len(blocks(name)) == len(name)
    assert not any(each.isalnum() for each in blocks(name))


@given(WORDS)
@settings(max_examples=40, deadline=None)
def test_describing_keeps_the_length_of_any_text(more):
    record = a_fire()
    report = replace(MILL, read=1, text=MILL.text + more)
    shown = described(replace(record, reports=(replace(record.reports[0], report=report),)))
    assert len(shown.reports[0].report.text) == len(report.text)


@given(WORDS, st.integers(3, 50))
def test_a_title_is_never_longer_than_it_may_be(words, longest):
    assert len(shortened(words, longest)) <= longest


@given(ANY)
@settings(max_examples=40, deadline=None)
def test_any_label_is_one_title_of_one_entry(label):
    body = export(
        replace(a_record(), events=(replace(MEETING, label=label),)), "ics", texts=None, made_at=MADE
    )
    assert len(icalendar.Calendar.from_ical(body.decode()).walk("VEVENT")) == 1


@given(ANY)
@settings(max_examples=40, deadline=None)
def test_any_label_is_a_sound_feed(label):
    record = replace(a_record(), events=(replace(SILENT, label=label),))
    etree.fromstring(export(record, "atom", texts=None, made_at=MADE))


@given(ANY)
@settings(max_examples=30, deadline=None)
def test_any_label_is_described_without_the_names(label):
    event = replace(HURT, label=f"{label} Tilda Marsh {label}")
    (shown,) = [each for each in described(a_fire(events=(event,))).events if each.id == HURT.id]
    assert "Tilda Marsh" not in shown.label


@given(
    st.sampled_from(
        ["2026", "2026-06", "2026-06-12", "2026-06-12T10:00", "2026-21", "197X", "XXXX-06-12", "a/.."]
    )
)
def test_only_a_point_in_time_is_said_as_one(edtf):
    said = said_day(when(edtf))
    assert said is None or edtf.startswith(said)
    assert (said is None) == (edtf in ("2026-21", "197X", "XXXX-06-12", "a/.."))
