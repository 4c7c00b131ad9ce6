"""ninjs 3.1: by IPTC's own schema where it is at hand, always by what the standard demands of each item."""

import json
import os
import tarfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource

from onrecord.model.record import Outcome, Place, Record
from onrecord.views.exports.formats import export
from tests.views.made import BEACON, BUILT, GUILD, MEETING, ROPE, SILENT, a_record, when

MADE = datetime(2026, 6, 6, 10, tzinfo=UTC)
BESIDE = Path(__file__).resolve().parents[4] / "shared" / "benchmarks" / "formats" / "formats.tar.xz"
PACKED = Path(os.environ.get("ONRECORD_FORMATS") or BESIDE)
"""The standards' own files, packed: `ninjs/specification/ninjs-schema_3.1.json` and its like."""

STATES = ("pending", "held", "put-off", "called-off", "denied", "changed", "no-report")
KNOWN = {
    "name", "uri", "type", "representationType", "version", "versionCreated", "language", "headlines",
    "bodies", "by", "located", "infoSources", "altIds", "events", "people", "organisations", "places",
    "eventDetails", "title", "descriptions",
}  # fmt: skip


def items(record, texts=None):
    """Return the composite item and its parts."""
    item = json.loads(export(record, "ninjs", texts=texts, made_at=MADE))
    return item, item.get("associations", [])


def plan(state):
    """Return a plan of which a state is told."""
    return replace(MEETING, outcome=Outcome(state=state, to=None, up_to=None, support=()))


def of(parts, kind):
    return [part for part in parts if part["type"] == kind]


def only(*events):
    return replace(a_record(), events=events)


def unpacked(*ends):
    """Return the JSON of files within the package, by how their paths end."""
    with tarfile.open(PACKED) as package:
        names = {end: next(n for n in package.getnames() if n.endswith(end)) for end in ends}
        files = [package.extractfile(names[end]) for end in ends]
        return [json.loads(file.read()) for file in files if file is not None]


def schema():
    standard, geojson = unpacked("specification/ninjs-schema_3.1.json", "test_suite/GeoJSON-schema.json")
    known = Registry().with_resource(
        "https://geojson.org/schema/GeoJSON.json", Resource.from_contents(geojson)
    )
    return jsonschema.Draft202012Validator(
        standard, registry=known, format_checker=jsonschema.FormatChecker()
    )


@pytest.mark.skipif(not PACKED.is_file(), reason="no package of the standards: ONRECORD_FORMATS")
@pytest.mark.parametrize("texts", ["none", "excerpts", "full"])
def test_it_keeps_to_the_schema_of_iptc(texts):
    placed = replace(GUILD, kind="place", place=Place(geonames=1, latitude=60.0, longitude=-3.5))
    plans = tuple(plan(state) for state in STATES)
    record = replace(
        a_record(), entities=(*a_record().entities[:2], placed), events=(*a_record().events, *plans)
    )
    for each in (record, a_record(), Record(made_at="", as_of=None, as_read=None, versions=())):
        schema().validate(items(each, texts)[0])


def test_the_record_is_a_composite_of_items_with_name_and_address():
    item, parts = items(a_record())
    assert item["standard"]["version"] == "3.1"
    assert item["type"] == "composite"
    assert {part["type"] for part in parts} == {"text", "event", "planning"}
    assert len({part["uri"] for part in parts}) == len(parts)
    for part in parts:
        assert part["name"]
        assert set(part) <= KNOWN


def test_a_report_is_a_text_item_with_what_it_tells():
    text = next(part for part in of(items(a_record())[1], "text") if part["altIds"][1]["value"] == BEACON.id)
    assert text["headlines"] == [{"value": BEACON.headline}]
    assert text["infoSources"][0]["name"] == BEACON.outlet
    assert text["versionCreated"] == "2026-06-03T00:00:00Z"
    assert text["representationType"] == "partial"
    assert SILENT.label in [event["name"] for event in text["events"]]
    assert "Mara Voss" in [person["name"] for person in text["people"]]


def test_the_whole_text_goes_along_when_asked():
    text = of(items(a_record(), "full")[1], "text")[0]
    assert text["representationType"] == "full"
    assert text["bodies"][0]["value"] == BEACON.text
    assert text["bodies"][0]["charCount"] == len(BEACON.text)


def test_what_is_only_denied_possible_or_demanded_is_no_event():
    said = f"planned: {MEETING.label} · according to a harbour official (in Skerry Beacon)"
    kept = [said, SILENT.label, BUILT.label]
    others = [replace(ROPE, modality=each) for each in ("denied", "possible", "demanded")]
    parts = items(only(SILENT, MEETING, BUILT, *others))[1]
    assert sorted(part["title"] for part in of(parts, "event")) == sorted(kept)


def test_an_event_says_who_says_so():
    (part,) = of(items(only(SILENT))[1], "event")
    assert "Skerry Beacon and Morning Oar" in part["descriptions"][0]["value"]
    assert part["eventDetails"]["dates"] == {"expectedStartDate": "2026-06-02"}
    assert "eventStatus" not in part["eventDetails"]


@pytest.mark.parametrize(
    ("state", "status"),
    [("pending", "eos1"), ("no-report", "eos1"), ("called-off", "eos6"), ("put-off", "eos6"), ("held", None)],
)
def test_a_plan_is_planned_only_until_it_is_called_off_or_held(state, status):
    (part,) = of(items(only(plan(state)))[1], "event")
    assert part["eventDetails"].get("eventStatus", "").rpartition("/")[2] == (status or "")


def test_a_plan_that_is_pending_has_a_planning_item_that_promises_no_coverage():
    (part,) = of(items(only(MEETING))[1], "planning")
    assert part["eventDetails"]["plannedCoverageStatus"].endswith("/notdec")
    assert "plannedCoverage" not in part
    assert of(items(only(plan("held")))[1], "planning") == []


@pytest.mark.parametrize(
    ("edtf", "dates"),
    [
        ("2026-06", {"expectedStartDate": "2026-06"}),
        ("2026-06-12T18:30", {"expectedStartDate": "2026-06-12"}),
        ("[2026-06-08..2026-06-14]", {"expectedStartDate": "2026-06-08", "expectedEndDate": "2026-06-14"}),
        ("../2026-06-14", {"expectedEndDate": "2026-06-14"}),
        ("[2026-06-08..]", None),
        (None, None),
    ],
)
def test_a_day_is_as_precise_as_it_is_known(edtf, dates):
    (part,) = of(items(only(replace(MEETING, when=when(edtf))))[1], "event")
    assert part["eventDetails"].get("dates") == dates
