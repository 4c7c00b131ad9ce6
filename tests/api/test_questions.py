"""Stories, search, news, evidence and the stream; tags; and what is answered when there is no answer."""

import json

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from onrecord.desk import Desk
from onrecord.record.sql import open_store
from onrecord.views.as_json import from_json, schema
from onrecord.web.app import app
from onrecord.web.settings import Settings
from tests.api.asked import got, paged
from tests.record.made_stories import Told, keep


def test_stories_in_the_order_of_the_desk_and_in_pages(client, desk):
    whole = [story.id for story in desk.stories()]
    assert [item["id"] for item in paged(client, "stories", limit=1)] == whole
    assert [item["id"] for item in got(client, "stories", words="tarnbeck DAM")["items"]] == [
        story.id for story in desk.stories() if "Tarnbeck" in story.title
    ]


def test_a_storys_record_is_the_exported_one(client, desk):
    story = desk.stories()[0]
    answered = client.get(f"stories/{story.id}", params={"texts": "full"})
    Draft202012Validator(schema()).validate(answered.json())
    kept = desk.record(story.id)
    assert from_json(answered.content).events == kept.events
    assert from_json(answered.content).statements == kept.statements


def test_a_tag_holds_until_the_record_changes(own, store):
    first = own.get("stories/tarnbeck")
    tag = first.headers["etag"]
    again = own.get("stories/tarnbeck", headers={"if-none-match": f'"x", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert own.get("events", headers={"if-none-match": tag}).status_code == 200
    events = own.get("events").headers["etag"]
    opened = open_store(str(store))
    keep(opened, Told(page=5, day=14, words=1, plan=25))
    opened.close()
    assert own.get("stories/tarnbeck", headers={"if-none-match": tag}).status_code == 304
    assert own.get("events", headers={"if-none-match": events}).status_code == 200


def test_search_goes_on_where_the_page_before_ended(client, desk):
    whole = [hit.id for hit in desk.search("Kestrel", limit=500)]
    assert [hit["id"] for hit in paged(client, "search", words="Kestrel", limit=2)] == whole
    hit = got(client, "search", words="Kestrel", kind="statement", limit=1)["items"]
    assert {each["kind"] for each in hit} <= {"statement"}


def test_words_of_a_search_are_plain_text(client):
    for words in ('"', "a AND", "NEAR(", "*", "-x", "'; drop table reports; --", "\u202e\u0000"):
        assert got(client, "search", words=words)["items"] == []


def test_news_in_pages_and_then_since_their_cursor(client, desk):
    told = [item["line"]["id"] for item in paged(client, "new", since=0, limit=2)]
    assert told == [line.line.id for line in desk.new().lines]
    cursor = got(client, "new", since=0, limit=1)["cursor"]
    assert got(client, "new", since=cursor)["items"] == []
    assert desk.marks() == {}


def test_news_since_a_readers_mark(own, store):
    with Desk(store) as desk:
        desk.mark("rhea")
    assert got(own, "new", reader="rhea")["items"] == []
    assert got(own, "new", reader="edda")["items"]


def test_why_tells_what_the_desk_tells(client, desk):
    event = got(client, "events")["items"][0]["line"]["id"]
    found = got(client, f"why/{event}")
    assert found["title"] == desk.why(event).title
    assert [part["heading"] for part in found["parts"]] == [part.heading for part in desk.why(event).parts]


def test_the_stream_holds_every_storylines_record(client, desk):
    answer = client.get("export", params={"texts": "full"})
    assert answer.headers["content-type"] == "application/x-ndjson"
    rows = [json.loads(line) for line in answer.text.splitlines()]
    assert rows[0]["object"] == "record"
    assert sum(row["object"] == "record" for row in rows) == len(desk.storylines())
    events = {row["id"] for row in rows if row["object"] == "event"}
    assert events == {event.id for line in desk.storylines() for event in desk.record(line).events}
    assert client.get("export", params={"story": "tarnbeck"}).text.count('"object":"record"') == 1


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nowhere", 404),
        ("stories/no such story", 404),
        ("export?story=no+such+story", 404),
        ("events/e-aaaaaaaa", 404),
        ("why/e-aaaaaaaa", 404),
        ("events/..%2F..%2Fetc%2Fpasswd", 404),
        ("events/E-1", 422),
        ("events?limit=0", 422),
        ("events?limit=many", 422),
        ("events?as_of=0", 422),
        ("events?as_of=2026-02-31", 422),
        ("events?cursor=x", 422),
        ("events?modality=maybe", 422),
        ("search", 422),
        ("stories/kestrel is no title", 404),
    ],
)
def test_what_has_no_answer_is_a_problem(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    found = answer.json()
    assert (found["status"], bool(found["title"]), bool(found["detail"])) == (status, True, True)


def test_an_id_of_another_kind_is_not_that_thing(client):
    event = got(client, "events")["items"][0]["line"]["id"]
    assert client.get(f"statements/{event}").status_code == 404


def test_a_fault_of_ours_tells_nothing_of_the_machine(shared, monkeypatch):
    def fails(*_args, **_more):
        raise RuntimeError(f"secret {shared}")

    monkeypatch.setattr(Desk, "stories", fails)
    made = app(Settings(store=str(shared)))
    with TestClient(made, base_url="http://localhost/api/v1", raise_server_exceptions=False) as client:
        answer = client.get("stories")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "secret" not in answer.text


def test_every_method_that_an_address_takes_is_told(client):
    answer = client.put("rulings")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, POST"
