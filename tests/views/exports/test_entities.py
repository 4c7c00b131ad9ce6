"""FollowTheMoney: by its own model where it is installed, always by its schemata and their properties."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onrecord.views.exports.formats import export
from tests.views.made import BEACON, MEETING, OFFICE, RING, ROPE, SILENT, TIDE, VOSS, a_record

MADE = datetime(2026, 6, 6, 10, tzinfo=UTC)
ENTITY = {"proof", "entity", "document", "resolved", "involved", "addressEntity"}
"""Properties whose values are ids of other entities."""

SCHEMATA = {
    "Article": {
        "title", "author", "publishedAt", "modifiedAt", "publisher", "sourceUrl", "bodyText", "retrievedAt",
    },
    "Person": {"name", "alias", "proof", "position"},
    "Organization": {"name", "alias", "proof"},
    "LegalEntity": {"name", "alias", "proof"},
    "Address": {"full", "name", "proof", "latitude", "longitude"},
    "Mention": {"document", "resolved", "name", "detectedSchema"},
    "Event": {
        "name", "summary", "description", "date", "recordId", "proof", "location", "addressEntity",
        "involved",
    },
    "Note": {"name", "description", "proof", "entity"},
}  # fmt: skip
REQUIRED = {"Person": {"name"}, "Organization": {"name"}, "Event": {"name"}, "Mention": {"document", "name"}}


def entities(record, texts=None):
    lines = export(record, "ftm", texts=texts, made_at=MADE).splitlines()
    return {entity["id"]: entity for entity in map(json.loads, lines)}


def test_only_published_schemata_and_properties_are_written():
    for entity in entities(a_record(), "full").values():
        assert set(entity) == {"id", "schema", "properties"}
        assert set(entity["properties"]) <= SCHEMATA[entity["schema"]], entity["schema"]
        assert REQUIRED.get(entity["schema"], set()) <= set(entity["properties"])
        for values in entity["properties"].values():
            assert values
            assert all(isinstance(value, str) and value for value in values)


def test_every_pointer_leads_to_an_entity():
    found = entities(a_record())
    for entity in found.values():
        for name, values in entity["properties"].items():
            assert name not in ENTITY or set(values) <= set(found), (entity["schema"], name)


def test_an_id_is_written_once():
    lines = export(a_record(), "ftm", texts=None, made_at=MADE).splitlines()
    assert len(lines) == len(entities(a_record()))


def test_an_event_says_who_says_so_and_rests_on_articles():
    event = entities(a_record())[SILENT.id]
    assert event["schema"] == "Event"
    assert event["properties"]["date"] == ["2026-06-02"]
    assert "Skerry Beacon and Morning Oar" in event["properties"]["summary"][0]
    assert BEACON.id in event["properties"]["proof"]


def test_a_plan_is_named_as_one_and_what_is_denied_is_a_note():
    found = entities(a_record())
    assert found[MEETING.id]["properties"]["name"][0].startswith("planned: ")
    assert found[ROPE.id]["schema"] == "Note"
    assert "denied: it had cut the rope" in found[ROPE.id]["properties"]["name"][0]


def test_a_statement_is_a_note_on_its_speaker_for_each_wording():
    notes = [e for e in entities(a_record()).values() if VOSS.id in e["properties"].get("entity", ())]
    assert len(notes) == len(RING.variants)
    assert all(
        note["properties"]["name"][0].startswith("Mara Voss: “We will ring it again") for note in notes
    )


def test_who_is_named_where():
    found = entities(a_record())
    assert found[VOSS.id]["properties"]["position"] == ["keeper"]
    assert found[OFFICE.id]["schema"] == "Organization"
    mentions = [
        e for e in found.values() if e["schema"] == "Mention" and e["properties"]["resolved"] == [VOSS.id]
    ]
    assert {mention["properties"]["document"][0] for mention in mentions} == {BEACON.id, TIDE.id}


@pytest.mark.parametrize("long", ["w" * 100_000, "word " * 30_000])
def test_names_and_texts_keep_to_what_it_takes(long):
    record = replace(a_record(), events=(replace(SILENT, label=long),), entities=(replace(VOSS, name=long),))
    for entity in entities(record).values():
        assert all(len(value) <= 384 for value in entity["properties"].get("name", ()))
        assert all(len(value) <= 65_000 for values in entity["properties"].values() for value in values)


@pytest.mark.parametrize("texts", ["none", "excerpts", "full"])
def test_its_own_model_takes_every_entity_whole(texts):
    model = pytest.importorskip("followthemoney").model
    for entity in entities(a_record(), texts).values():
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        assert set(entity["properties"]) == {name for name in entity["properties"] if proxy.get(name)}
