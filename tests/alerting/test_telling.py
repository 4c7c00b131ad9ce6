"""Alerts: each new fact once, whatever fails or is cut short; and only of what is followed."""

import json
from pathlib import Path

import pytest

from onrecord.alerting import telling
from onrecord.alerting.deliveries import NotDelivered
from onrecord.alerting.ledger import ledger_at
from onrecord.alerting.telling import Following, tell
from onrecord.errors import AlertError, NotOnRecordError
from onrecord.model.annotation import Found
from onrecord.record.joining import join
from onrecord.record.news import mark
from onrecord.record.sql import open_store
from onrecord.views.exports.alerts import alerts
from onrecord.views.stories import stories
from tests.contract.made import FINDERS, a_report, found_in

CHOIR = "A choir of forty sang on the quay of Lowmark.\nNobody had asked it to, and nobody minded."


def read(store, *reports):
    """Read reports into a store; those of the choir tell no facts."""
    with store.writer() as writer:
        kept = []
        for report in reports:
            found = Found() if report.text.endswith(CHOIR) else found_in(report)
            kept.append((writer.keep(report, found, finders=FINDERS, problems=()), found))
        join(writer, kept)


@pytest.fixture
def store(tmp_path):
    """Return a store with a report on a dam and one on a choir."""
    made = open_store(str(tmp_path / "kept.db"))
    read(made, a_report(address="a.txt"), a_report(CHOIR, headline="Choir sings", address="c.txt"))
    yield made
    made.close()


class Told:
    """A delivery that keeps what it was given, and fails when it is told to."""

    def __init__(self, monkeypatch):
        self.facts = []
        self.fail = iter(())
        self.waits = []
        monkeypatch.setattr(telling, "delivery", lambda *_: self.deliver)

    def deliver(self, body, key):
        failure = next(self.fail, None)
        if failure is not None:
            raise failure
        fact = json.loads(body)
        assert fact["key"] == key
        self.facts.append(fact)

    def __call__(self, store, tmp_path, follows="dam", **how):
        following = Following(follows=follows, to=("folder", "x"), **how)
        return tell(store, following, ledgers=tmp_path / "ledgers", wait=self.waits.append)


@pytest.fixture
def told(monkeypatch):
    """Return what tells, and keeps what was told."""
    return Told(monkeypatch)


def again(*, times, wait=None):
    return [NotDelivered("down", again=True, wait=wait)] * times


def test_each_fact_is_told_once(store, told, tmp_path):
    assert told(store, tmp_path) == len(told.facts) > 2
    assert told(store, tmp_path) == 0
    assert len({fact["key"] for fact in told.facts}) == len(told.facts)


def test_a_fact_says_what_the_record_says_with_its_sentence(store, told, tmp_path):
    told(store, tmp_path)
    fact = next(fact for fact in told.facts if fact["kind"] == "statement")
    assert fact["follows"] == "dam"
    assert fact["words"] == "The dam will hold"
    assert fact["words"] in fact["sentence"]
    assert "Ilse Quandt" in fact["line"]


def test_what_comes_later_is_told_later(store, told, tmp_path):
    told(store, tmp_path)
    before = len(told.facts)
    text = "The river Ance rose on Monday. “The dam will hold,” said Mayor Ilse Quandt, who visited the dam."
    other = f"{text}\nMore than 40 families left their homes. The school of Tarnbeck took them in."
    read(store, a_report(other, headline="School opens its doors", address="d.txt", published="2026-03-12"))
    told(store, tmp_path)
    assert {fact["read"] for fact in told.facts[before:]} <= {3}


def test_a_run_that_is_cut_short_is_gone_on_with(store, told, tmp_path):
    every = len(alerts(store, "dam", since=0).alerts)
    told.fail = iter([None, KeyboardInterrupt()])
    with pytest.raises(KeyboardInterrupt):
        told(store, tmp_path)
    assert len(told.facts) == 1
    assert told(store, tmp_path) == every - 1
    keys = [fact["key"] for fact in told.facts]
    assert len(keys) == len(set(keys)) == every


def test_a_delivery_that_fails_is_tried_again_after_longer_and_longer_waits(store, told, tmp_path):
    told.fail = iter(again(times=3))
    assert told(store, tmp_path) == len(told.facts)
    assert told.waits == [1.0, 2.0, 4.0]


@pytest.mark.parametrize(("asked", "waited"), [(9.0, 9.0), (0.0, 1.0), (9999.0, 60.0)])
def test_a_wait_that_is_asked_for_is_kept_within_limits(store, told, tmp_path, asked, waited):
    told.fail = iter(again(times=1, wait=asked))
    told(store, tmp_path)
    assert told.waits == [waited]


def test_a_delivery_that_fails_for_good_leaves_the_rest_for_the_next_run(store, told, tmp_path):
    told.fail = iter([None, *again(times=5)])
    with pytest.raises(AlertError, match="5 of 5 tries"):
        told(store, tmp_path)
    assert len(told.facts) == 1
    told(store, tmp_path)
    assert len({fact["key"] for fact in told.facts}) == len(told.facts) > 1


def test_what_can_not_be_tried_again_is_not(store, told, tmp_path):
    told.fail = iter([NotDelivered("gone", again=False)])
    with pytest.raises(AlertError, match="1 of 5 tries: gone"):
        told(store, tmp_path)
    assert told.waits == []


def test_from_now_tells_nothing_of_what_is_there(store, told, tmp_path):
    assert told(store, tmp_path, from_now=True) == 0
    assert told(store, tmp_path) == 0


def test_a_readers_mark_counts(store, told, tmp_path):
    mark(store, "night desk")
    assert told(store, tmp_path, reader="night desk") == 0
    assert told(store, tmp_path) > 0


@pytest.mark.parametrize(
    ("follows", "some"),
    [
        ("Ilse Quandt", True), ("quandt", True), ("tarnbeck", True), ("DAM holds", True), ("hold dam", True),
        ("Ilse Brandt", False), ("choir", False), ("da", False), ("", False), ("…", False),
    ],
)  # fmt: skip
def test_only_what_is_followed_is_told(store, follows, some):
    assert bool(alerts(store, follows, since=0).alerts) == some


def test_a_story_is_followed_by_its_id(store):
    ids = {story.title: story.id for story in stories(store)}
    assert alerts(store, ids["Dam above Tarnbeck holds"], since=0).alerts
    assert not alerts(store, ids["Choir sings"], since=0).alerts
    with pytest.raises(NotOnRecordError):
        alerts(store, "s-nosuchstory", since=0)


def test_a_person_is_followed_in_what_they_say_and_do(store):
    kinds = {alert.kind for alert in alerts(store, "Ilse Quandt", since=0).alerts}
    assert kinds >= {"statement", "event"}
    assert "reading" not in kinds


def test_who_is_private_stands_by_a_description():
    text = (
        "The river Ance rose on Monday. “The dam will hold,” said Mayor Ilse Quandt, 9, who visited the dam."
    )
    report = a_report(f"{text}\nMore than 40 families left their homes.", address="p.txt")
    other = open_store("sqlite://")
    read(other, report)
    shown = alerts(other, "dam", since=0).alerts
    named = alerts(other, "dam", since=0, names="all").alerts
    other.close()
    assert len(shown) == len(named)
    assert any("Quandt" in alert.line for alert in named)
    assert not any("Quandt" in f"{each.line} {each.sentence} {each.words}" for each in shown)


def test_two_processes_never_tell_the_same_alerts(tmp_path):
    path = tmp_path / "ledger"
    with ledger_at(path), pytest.raises(AlertError, match="another process"), ledger_at(path):
        pass


def test_a_ledger_line_that_was_cut_short_is_no_line(tmp_path):
    path: Path = tmp_path / "ledger"
    path.write_text("one\ntw")
    with ledger_at(path) as ledger:
        assert ledger.has("one")
        assert not ledger.has("tw")
        ledger.add("two")
    with ledger_at(path) as ledger:
        assert ledger.has("two")
        ledger.clear()
    assert path.read_text() == ""
