"""`onrecord judge`, as somebody types it."""

import json

from onrecord.desk import Desk


def ids(store, kind):
    with Desk(store) as desk:
        return [line.id for line in getattr(desk.record(), kind)]


def test_a_wrong_line_is_gone_and_comes_back(onrecord, store):
    (event,) = ids(store, "events")
    because = ("--because", "nobody came", "--by", "A. Reader")
    ran = onrecord("judge", "wrong", event, *because, "--store", str(store))
    assert ran.status == 0
    assert ran.out.startswith("j-")
    assert ids(store, "events") == []
    log = onrecord("judge", "log", "--store", str(store))
    assert "wrong (event), by A. Reader" in log.out
    assert "because: nobody came" in log.out
    assert "ruled wrong by A. Reader" in onrecord("why", event, "--store", str(store)).out
    assert onrecord("judge", "undo", "--store", str(store)).status == 0
    assert ids(store, "events") == [event]
    assert "undone by" in onrecord("judge", "log", "--store", str(store)).out


def test_a_line_tells_what_was_ruled_on_it(onrecord, store):
    with Desk(store) as desk:
        spans = [support.span.report for support in desk.record().events[0].support]
        with desk._store.view() as view:
            events = [view.annotations([report])[report].events[0].id for report in spans]
    assert len(events) == 2
    because = ("--by", "A. Reader", "--because", "two visits")
    ran = onrecord("judge", "different", *events, *because, "--store", str(store))
    assert ran.status == 0
    shown = onrecord("show", "Dam", "--store", str(store)).out
    assert "ruled different by A. Reader" in shown
    assert "two visits" in shown
    assert "ruled different by A. Reader" in onrecord("why", events[0], "--store", str(store)).out


def test_rulings_are_taken_to_another_desk(onrecord, store, tmp_path):
    (event,) = ids(store, "events")
    onrecord("judge", "wrong", event, "--by", "A. Reader", "--store", str(store))
    assert onrecord("judge", "export", "rulings.json", "--store", str(store)).status == 0
    onrecord("judge", "undo", "--store", str(store))
    other = tmp_path / "other.db"
    other.write_bytes(store.read_bytes())
    ran = onrecord("judge", "import", "rulings.json", "--store", str(other))
    assert ran.err == "Rulings taken in: 0\n"  # undone here


def test_the_log_for_programs(onrecord, store):
    (event,) = ids(store, "events")
    onrecord("judge", "wrong", event, "--by", "A. Reader", "--store", str(store))
    (row,) = json.loads(onrecord("judge", "log", "--json", "--store", str(store)).out)
    assert (row["verdict"], row["state"], row["now"]) == ("wrong", "counts", [event])


def test_one_id_is_not_the_same_as_anything(onrecord, store):
    (event,) = ids(store, "events")
    ran = onrecord("judge", "same", event, "--by", "A. Reader", "--store", str(store))
    assert ran.status == 2


def test_a_name_may_stand_in_the_environment(onrecord, store, monkeypatch):
    monkeypatch.setenv("ONRECORD_NAME", "B. Desk")
    (event,) = ids(store, "events")
    onrecord("judge", "wrong", event, "--store", str(store))
    assert "by B. Desk" in onrecord("judge", "log", "--store", str(store)).out
