"""The feed: what RFC 4287 demands of one, and each fact with an id that stays."""

from dataclasses import replace
from datetime import UTC, datetime

import feedparser
import pytest
from lxml import etree

from onrecord.model.record import Record
from onrecord.views.exports.formats import export
from tests.views.made import BEACON, SILENT, TIDE, a_record

MADE = datetime(2026, 6, 6, 10, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(record, texts=None):
    """Return the feed as a tree, sound as a feed reader sees it."""
    body = export(record, "atom", texts=texts, made_at=MADE)
    read = feedparser.parse(body)
    assert read.bozo == 0
    assert read.version == "atom10"
    return etree.fromstring(body)


def texts_of(tree, path):
    return [each.text for each in tree.iterfind(ATOM + path.replace("/", f"/{ATOM}"))]


def test_a_feed_and_its_entries_have_what_the_standard_demands():
    tree = feed(a_record())
    for element in (tree, *tree.iterfind(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert found.text
        assert element.find(f"{ATOM}author/{ATOM}name").text
        assert datetime.fromisoformat(element.find(f"{ATOM}updated").text).tzinfo is not None
        assert element.find(f"{ATOM}id").text.startswith("urn:uuid:")
    for entry in tree.iterfind(f"{ATOM}entry"):
        assert len(entry.findall(f"{ATOM}content")) == 1
        assert len([link for link in entry.iterfind(f"{ATOM}link") if link.get("rel") == "alternate"]) <= 1


def test_no_two_entries_share_an_id():
    ids = texts_of(feed(a_record()), "entry/id")
    assert ids
    assert len(ids) == len(set(ids))


def test_an_entry_keeps_its_id_when_more_is_told():
    before = replace(a_record(), statements=(), differences=(), figures=())
    assert set(texts_of(feed(before), "entry/id")) <= set(texts_of(feed(a_record()), "entry/id"))


def test_the_newest_read_stand_first():
    names = texts_of(feed(a_record()), "entry/author/name")
    assert names.index(TIDE.outlet) < names.index(BEACON.outlet)


def test_an_entry_bears_the_day_of_its_report():
    tree = feed(replace(a_record(), events=(SILENT,), statements=(), figures=(), differences=()))
    assert texts_of(tree, "entry/updated") == ["2026-06-03T00:00:00Z"]
    assert texts_of(tree, "updated") == ["2026-06-03T00:00:00Z"]


def test_the_sentence_goes_along_unless_texts_are_left_out():
    assert any("<blockquote>" in content for content in texts_of(feed(a_record()), "entry/content"))
    assert not any(
        "<blockquote>" in content for content in texts_of(feed(a_record(), "none"), "entry/content")
    )


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "]]><x/>", "a\x00b\x1b[2J\u202e", "&amp;&lt;", "\ud800"]
)
def test_others_words_are_text(words):
    tree = feed(replace(a_record(), events=(replace(SILENT, label=words),)))
    contents = "".join(texts_of(tree, "entry/content"))
    assert "<script" not in contents
    assert not set("\x00\x1b\u202e") & set("".join(tree.itertext()))


def test_an_empty_record_is_a_feed_too():
    tree = feed(Record(made_at="", as_of=None, as_read=None, versions=()))
    assert texts_of(tree, "updated") == ["2026-06-06T10:00:00Z"]
    assert texts_of(tree, "entry/id") == []
