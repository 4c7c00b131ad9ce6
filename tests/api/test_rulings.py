"""Rulings over the API: an editor's, and nobody else's."""

import pytest

from tests.api.asked import got, paged


def wrong(client, headers=None):
    event = got(client, "events")["items"][0]["line"]["id"]
    return client.post(
        "rulings", json={"verdict": "wrong", "ids": [event], "because": "a test"}, headers=headers
    )


def test_an_editor_rules_and_undoes(asker):
    editor = asker("editor")
    before = [item["line"]["id"] for item in got(editor, "events")["items"]]
    made = wrong(editor)
    assert made.status_code == 201
    (ruling,) = made.json()["judgements"]
    assert (ruling["by"], ruling["verdict"], ruling["because"]) == ("edda", "wrong", "a test")
    assert before[0] not in [item["line"]["id"] for item in got(editor, "events")["items"]]
    assert [item["id"] for item in paged(editor, "rulings", limit=1)] == [ruling["id"]]
    undone = editor.post(f"rulings/{ruling['id']}/undo")
    assert undone.status_code == 200
    assert undone.json()["judgements"][0]["undone_by"] == "edda"
    assert [item["line"]["id"] for item in got(editor, "events")["items"]] == before
    assert editor.post(f"rulings/{ruling['id']}/undo").status_code == 404


def test_a_reader_may_look_but_not_rule(asker):
    reader = asker("reader")
    answer = wrong(reader)
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"
    assert got(reader, "rulings")["items"] == []
    assert reader.post(f"rulings/j-{'a' * 16}/undo").status_code == 403


@pytest.mark.parametrize("path", ["", "events", "openapi.json", "export", "rulings"])
def test_nobody_comes_in_without_a_token(asker, path):
    answer = asker("nobody").get(path)
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"host": "elsewhere.example"},
    ],
    ids=["another origin", "no origin", "cross-site", "another name"],
)
def test_a_page_of_another_site_can_not_rule(own, headers):
    assert wrong(own, headers).status_code in (403, 421)
    assert got(own, "rulings")["items"] == []


def test_a_form_can_not_rule(client):
    answer = client.post("rulings", data={"verdict": "wrong", "ids": "e-aaaaaaaa"})
    assert answer.status_code == 422


def test_a_session_needs_the_token_of_our_own_pages(asker, store, tmp_path):
    editor = asker("editor")
    token = editor.headers.pop("authorization").removeprefix("Bearer ")
    room = str(editor.base_url.join("/"))
    page = editor.get(f"{room}sign-in")
    assert page.status_code == 200
    editor.post(f"{room}sign-in", data={"token": token}, follow_redirects=False)
    assert editor.cookies, "signed in"
    assert wrong(editor).status_code == 403
    assert got(editor, "rulings")["items"] == []


@pytest.mark.parametrize(
    "ruling",
    [
        {"verdict": "same", "ids": ["e-aaaaaaaa"]},
        {"verdict": "wrong", "ids": []},
        {"verdict": "wrong", "ids": ["../x"]},
        {"verdict": "maybe", "ids": ["e-aaaaaaaa"]},
        {"verdict": "wrong", "ids": ["e-aaaaaaaa"], "by": "somebody else"},
        {"verdict": "wrong", "ids": ["e-aaaaaaaa"] * 51},
    ],
    ids=["one is not the same", "nothing", "no id", "no verdict", "in another's name", "too many"],
)
def test_what_is_no_ruling_is_refused(client, ruling):
    assert client.post("rulings", json=ruling).status_code == 422


def test_lines_of_two_kinds_are_not_the_same(own):
    one = got(own, "events")["items"][0]["line"]["id"]
    other = got(own, "statements")["items"][0]["line"]["id"]
    answer = own.post("rulings", json={"verdict": "same", "ids": [one, other]})
    assert answer.status_code == 409
    assert "several kinds" in answer.json()["detail"]
