"""Lists of lines: whole, in pages, by person, day and kind, each line with what it rests on."""

import pytest
from jsonschema import Draft202012Validator

from onrecord.views.as_json import schema
from tests.api.asked import LISTS, got, paged

ONE = dict(zip(LISTS, ("report", "statement", "event", "figure", "entity", "difference"), strict=True))


def ids(items):
    return [item["line"]["id"] for item in items]


@pytest.mark.parametrize("many", LISTS)
def test_pages_give_everything_once_and_in_one_order(client, many):
    whole = ids(paged(client, many, limit=200))
    assert whole
    assert len(set(whole)) == len(whole)
    assert ids(paged(client, many, limit=1)) == whole
    assert ids(paged(client, many, limit=3)) == whole


@pytest.mark.parametrize("many", LISTS)
def test_a_thing_is_as_the_schema_of_the_record_has_it(client, many):
    whole = schema()
    shape = {**whole["$defs"][ONE[many]], "$defs": whole["$defs"]}
    validator = Draft202012Validator(shape)
    for item in paged(client, many, limit=50):
        assert list(validator.iter_errors(item[ONE[many]])) == []


@pytest.mark.parametrize("many", LISTS)
def test_every_citation_is_the_words_at_its_place(client, many):
    for item in paged(client, many, limit=50):
        assert item["line"]["citations"]
        for each in item["line"]["citations"]:
            text = got(client, f"reports/{each['report']}", texts=True)["report"]["text"]
            assert text[each["start"] : each["end"]] == each["words"]
            assert each["address"]
            assert each["outlet"]


@pytest.mark.parametrize("many", ["statements", "events", "figures"])
def test_every_line_has_its_standing(client, many):
    for item in paged(client, many, limit=50):
        assert item["line"]["standing"] in ("one-origin", "several-origins", "withdrawn")
        for reading in item.get("history", ()):
            assert reading["standing"]


@pytest.mark.parametrize("many", LISTS)
def test_one_of_a_list_is_had_by_its_id_and_by_its_beginning(client, many):
    item = got(client, many)["items"][0]
    one = item["line"]["id"]
    assert got(client, f"{many}/{one}")["line"]["id"] == one
    assert got(client, f"{many}/{one[:12]}")["line"]["id"] == one


def test_a_cursor_whose_line_is_gone_leads_on(client, desk):
    line = desk.storylines()[0]
    gone = got(client, "events", cursor=f"{line}.e-{'a' * 16}")
    assert ids(gone["items"]) == ids(got(client, "events")["items"])
    assert got(client, "events", cursor="l-" + "z" * 16)["items"] == []


def test_who_said_what_by_name_and_by_id(client):
    found = got(client, "statements", person="dana reyes")["items"]
    assert found
    person = found[0]["statement"]["speakers"][0]
    assert ids(got(client, "statements", person=person)["items"]) == ids(found)
    assert all(person in item["statement"]["speakers"] for item in found)
    assert ids(got(client, "statements", person="quandt")["items"]) != ids(found)
    assert got(client, "statements", person="nobody of that name")["items"] == []
    assert ids(got(client, "statements", person=person[:12])["items"]) == ids(found)
    assert client.get("statements", params={"person": f"n-{'a' * 16}"}).status_code == 404


def test_a_day_that_is_not_known_is_no_day_asked_for(client):
    everything = got(client, "statements")["items"]
    dated = got(client, "statements", since="2000-01-01", until="2100-01-01")["items"]
    known = [item for item in everything if (item["line"]["day"]["edtf"] or "..")[0].isdigit()]
    assert ids(dated) == ids(known)
    assert len(dated) < len(everything)
    assert got(client, "statements", since="2026-03-10")["items"] == []


@pytest.mark.parametrize(
    ("many", "asked", "field"),
    [
        ("events", {"modality": "planned"}, ("event", "modality", "planned")),
        ("entities", {"name": "brandt"}, ("entity", "name", "Otto Brandt")),
        ("statements", {"person": "quandt"}, ("statement", "speaker_kind", "named")),
        ("reports", {"outlet": "marl gazette"}, ("report", "outlet", "Marl Gazette")),
    ],
)
def test_only_what_is_asked_for(client, many, asked, field):
    one, key, value = field
    found = got(client, many, **asked)["items"]
    assert found
    assert {item[one][key] for item in found} == {value}
    assert len(found) < len(got(client, many)["items"])


def test_figures_by_what_they_count_with_their_history(client):
    found = got(client, "figures", counts="families")["items"]
    assert [item["figure"]["counts"] for item in found] == ["families"]
    tolls = [item for item in got(client, "figures")["items"] if item["line"]["id"] not in ids(found)]
    assert max(len(item["history"]) for item in tolls) > 1


def test_only_of_a_story(client, desk):
    one = next(story for story in desk.stories() if "Tarnbeck" in story.title)
    assert [i["report"]["headline"] for i in got(client, "reports", story="tarnbeck")["items"]] == [one.title]
    assert ids(got(client, "events", story=one.id)["items"])


def test_as_it_stood(client):
    whole, then = got(client, "reports")["items"], got(client, "reports", as_of="2026-03-10")["items"]
    assert len(then) < len(whole)
    assert {item["report"]["published"]["edtf"] for item in then} == {"2026-03-10"}
    assert [i["report"]["read"] for i in got(client, "reports", as_read=1)["items"]] == [1]


def test_lines_that_the_machine_is_unsure_of_come_only_when_asked_for(client, desk, monkeypatch):
    from onrecord.views import sheet

    monkeypatch.setattr(sheet, "UNSURE", 0.95)
    assert got(client, "events")["items"] == []
    assert got(client, "events", unsure=True)["items"]


def test_texts_are_given_only_when_asked_for(client):
    report = got(client, "reports")["items"][0]["line"]["id"]
    assert got(client, f"reports/{report}")["report"]["text"] is None
    assert got(client, f"reports/{report}", texts=True)["report"]["text"]
