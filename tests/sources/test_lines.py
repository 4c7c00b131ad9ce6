"""JSON Lines to documents: the names that deliveries use, and values of every sort."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.model.report import Document
from onrecord.sources.lines import document_of_line, document_of_row

PATH = Path("wire.jsonl")
WORDS = "The ferry ran aground off Port Leven on Tuesday."


def document(**row):
    found = document_of_row({"text": WORDS} | row, PATH, 7)
    assert isinstance(found, Document)
    return found


@pytest.mark.parametrize("name", ["text", "body", "content", "article"])
def test_the_text_may_have_several_names(name):
    found = document_of_row({name: WORDS}, PATH, 1)
    assert isinstance(found, Document)
    assert found.body.decode() == WORDS


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        pytest.param({"title": "Ferry aground"}, "headline", "Ferry aground", id="title"),
        pytest.param({"headline": "A", "title": "B"}, "headline", "A", id="the best name wins"),
        pytest.param({"site_name": "Leven Post"}, "outlet", "Leven Post", id="site_name"),
        pytest.param(
            {"publisher": {"name": "Leven Post"}}, "outlet", "Leven Post", id="an object with a name"
        ),
        pytest.param({"source": "Leven Post"}, "outlet", "Leven Post", id="source as outlet"),
        pytest.param({"datePublished": "2026-03-10"}, "published", "2026-03-10", id="datePublished"),
        pytest.param({"date": 1773136800}, "published", "2026-03-10T10:00:00+00:00", id="seconds since 1970"),
        pytest.param({"date": 1773136800000}, "published", "2026-03-10T10:00:00+00:00", id="milliseconds"),
        pytest.param({"author": ["Ann Lee", "Bo Ray"]}, "byline", "Ann Lee, Bo Ray", id="a list of authors"),
        pytest.param({"lang": "fr"}, "language", "fr", id="lang"),
    ],
)
def test_a_field_is_kept_under_its_one_name(row, field, value):
    assert document(**row).fields[field] == value


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"date": 7}, id="a number that is no time"),
        pytest.param({"date": True}, id="a truth"),
        pytest.param({"title": None}, id="null"),
        pytest.param({"title": "  "}, id="blank"),
    ],
)
def test_what_says_nothing_is_left_out(row):
    assert document(**row).fields == {}


def test_the_address_is_the_url_else_the_line():
    assert document(url="https://leven.example/a").address == "https://leven.example/a"
    assert document(source="https://leven.example/a").address == "https://leven.example/a"
    assert document().address == "wire.jsonl#7"
    assert (document().location or "").endswith("/wire.jsonl#7")


def test_a_source_that_is_an_address_is_no_outlet():
    assert "outlet" not in document(source="https://leven.example/a").fields


def test_the_time_of_retrieval_is_utc():
    expected = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
    assert document(crawled="2026-03-10T10:30:00+01:00").retrieved == expected
    assert document(retrieved="2026-03-10T09:30:00").retrieved == expected
    assert document(retrieved="yesterday").retrieved is None


def test_a_text_that_is_a_page_is_a_page():
    assert document(text="<html><body><p>x").media == "html"


def test_lone_surrogates_break_nothing():
    line = json.dumps({"text": "Port \ud800 Leven", "title": "A \udfff B"}).encode()
    found = document_of_line(line, PATH, 1)
    assert isinstance(found, Document)
    assert found.fields["headline"] == "A ? B"
