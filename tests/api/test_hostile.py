"""Hostile text in reports and questions: data in, the same data out, as JSON that nothing runs."""

import json

import pytest
from starlette.testclient import TestClient

from onrecord.record.joining import join
from onrecord.record.sql import open_store
from onrecord.web.app import app
from onrecord.web.settings import Settings
from tests.api.asked import LISTS, got, paged
from tests.contract.made import FINDERS, TEXT, a_report, found_in

SCRIPT = "<script>alert('Tarnbeck')</script>"
HIDDEN = "\u202egnp.exe\u2066\u200f\ufeff"
CONTROLS = "\x1b[2J\x07\u2028\u0085"
LONG = "w" * 1_000_000


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "record.db"
    report = a_report(
        f"{TEXT}\n{SCRIPT} {HIDDEN} {CONTROLS}\n{LONG}",
        headline=f"Dam {SCRIPT}{HIDDEN} holds",
        outlet=f"Courier {SCRIPT}{HIDDEN}",
        address="javascript:alert(1)",
    )
    store = open_store(str(path))
    with store.writer() as writer:
        found = found_in(report)
        join(writer, [(writer.keep(report, found, finders=FINDERS, problems=()), found)])
    store.close()
    with TestClient(app(Settings(store=str(path))), base_url="http://localhost/api/v1") as client:
        client.report = report  # type: ignore[attr-defined]
        yield client


@pytest.mark.parametrize("many", [*LISTS, "stories", "export", "search?words=script", "new"])
def test_it_is_answered_as_json_that_no_browser_runs(hostile, many):
    answer = hostile.get(many)
    assert answer.status_code == 200
    assert answer.headers["content-type"] in ("application/json", "application/x-ndjson")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert [json.loads(line) for line in answer.content.split(b"\n") if line]


@pytest.mark.parametrize("many", [each for each in LISTS if each != "differences"])
def test_lines_are_harmless_and_citations_are_to_the_letter(hostile, many):
    text = hostile.report.text
    for item in paged(hostile, many, limit=50):
        for letter in HIDDEN.replace("gnp.exe", "") + CONTROLS.replace("[2J", ""):
            assert letter not in json.dumps(item["line"]["text"], ensure_ascii=False)
        for each in item["line"]["citations"]:
            assert each["words"] == text[each["start"] : each["end"]]
            assert "\u202e" not in each["outlet"]


def test_a_text_of_a_megabyte_comes_only_when_asked_for(hostile):
    assert len(hostile.get("reports").content) < 20_000
    whole = got(hostile, f"reports/{hostile.report.id}", texts=True)
    assert whole["report"]["text"] == hostile.report.text


@pytest.mark.parametrize("words", [SCRIPT, HIDDEN, "%", "_", "\\", "'", '"', "\U0001f600", "ß" * 200, "n-"])
@pytest.mark.parametrize("path", ["statements?person", "entities?name", "figures?counts", "search?words"])
def test_no_words_break_a_question(hostile, path, words):
    address, name = path.split("?")
    assert hostile.get(address, params={name: words}).status_code == 200


@pytest.mark.parametrize("path", ["search?words=", "statements?person=", "stories?words="])
def test_a_question_of_a_megabyte_is_refused(hostile, path):
    answer = hostile.get(path + LONG[:60_000])
    assert answer.status_code == 422
    assert len(answer.content) < 2000


def test_a_ruling_of_a_megabyte_is_refused(hostile):
    answer = hostile.post("rulings", json={"verdict": "wrong", "ids": ["e-aaaaaaaa"], "because": LONG})
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"
