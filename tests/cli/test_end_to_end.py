"""From files to the page, with the language model."""

import json

import jsonschema
import pytest

from onrecord.views.as_json import from_json, schema

pytestmark = pytest.mark.model

REPORTS = {
    "beacon.txt": (
        "Keepers and harbour office to meet over bell\n\nBy Ines Varga, Skerry Beacon\n\n"
        "SKERRY, June 3, 2026 - The keepers and the harbour office will meet on June 12, Mayor Ida Holm said"
        " on Wednesday.\n\n“We will ring the bell again by hand, and we will ring it every night,” keeper"
        " Mara Voss told reporters. At least 40 boats stayed in port on Tuesday, the harbour office said.\n"
    ),
    "tide.txt": (
        "Keepers vow to ring by hand\n\nTHE TIDE\nThursday, June 4, 2026\n\n"
        "“We will ring the bell again with our hands, and we will ring it every night,” said Mara Voss,"
        " a keeper.\n\nThe keepers and the harbour office meet on June 12.\n"
    ),
}


@pytest.fixture
def read_in(onrecord, tmp_path):
    place = tmp_path / "clippings"
    place.mkdir()
    for name, text in REPORTS.items():
        (place / name).write_text(text)
    return onrecord("read", place)


def test_reports_go_in_and_a_sound_record_comes_out(onrecord, read_in):
    assert read_in.status == 0, read_in.err
    body = onrecord("export").out
    record = json.loads(body)
    jsonschema.validate(record, schema())
    texts = {report["id"]: report["text"] for report in record["reports"]}
    spans = [s["span"] for event in record["events"] for s in event["support"]]
    assert spans
    assert all(texts[s["report"]][s["start"] : s["end"]] == s["text"] for s in spans)
    assert from_json(body).statements


def test_the_page_says_who_said_what(onrecord, read_in):
    line = json.loads(onrecord("stories", "--json").out)[0]["storyline"]
    page = " ".join(onrecord("show", line).out.split())
    assert "Mara Voss" in page
    assert "by hand, and we will ring it every night" in page


def test_reading_twice_changes_nothing(onrecord, read_in, tmp_path):
    before = json.loads(onrecord("export").out)
    again = onrecord("read", tmp_path / "clippings")
    after = json.loads(onrecord("export").out)
    assert again.err == "Reports: 2 known already\n"
    assert {**before, "made_at": ""} == {**after, "made_at": ""}
