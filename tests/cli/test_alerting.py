import json

import pytest


def test_each_fact_is_one_file_and_told_once(onrecord, store, tmp_path):
    place = tmp_path / "alerts"
    first = onrecord("alert", "tarnbeck", "--to", "folder", place, "--store", store)
    assert first.status == 0
    files = list(place.iterdir())
    assert first.err == f"{len(files)} told to folder {place}\n"
    assert {json.loads(file.read_text())["key"] for file in files} == {file.stem for file in files}
    assert onrecord("alert", "tarnbeck", "--to", "folder", place, "--store", store).err.startswith("0 told")


def test_two_targets_are_told_each_for_itself(onrecord, store, tmp_path):
    one, two = (
        onrecord("alert", "dam", "--to", "folder", tmp_path / n, "--store", store) for n in ("a", "b")
    )
    assert one.err.split()[0] == two.err.split()[0] != "0"


def test_a_command_gets_json_on_its_standard_input(onrecord, store, tmp_path):
    out = tmp_path / "out"
    ran = onrecord("alert", "Ilse Quandt", "--to", "command", f"sh -c 'cat >> {out}'", "--store", store)
    assert ran.status == 0
    assert '"follows": "Ilse Quandt"' in out.read_text()


def test_what_fails_is_one_line_and_told_the_next_time(onrecord, store, tmp_path):
    ran = onrecord("alert", "dam", "--to", "command", "/no/such/program", "--store", store)
    assert ran.status == 1
    assert ran.err.startswith("onrecord: not delivered after 1 of 5 tries")
    again = onrecord("alert", "dam", "--to", "folder", tmp_path / "a", "--store", store)
    assert not again.err.startswith("0 told")


def test_a_mark_set_before_leaves_out_what_is_there(onrecord, store, tmp_path):
    onrecord("mark", "--reader", "night desk", "--store", store)
    to = ("--to", "folder", tmp_path / "a", "--store", store)
    assert onrecord("alert", "dam", "--reader", "night desk", *to).err.startswith("0 told")
    assert onrecord("alert", "dam", "--from-now", *to).err.startswith("0 told")
    assert onrecord("alert", "dam", *to).err.startswith("0 told")


@pytest.mark.parametrize(
    ("to", "status"),
    [(("letter", "x"), 2), (("webhook",), 2), (("webhook", "file:///etc/passwd"), 1), (("command", "'"), 1)],
)
def test_a_target_that_is_none_is_refused(onrecord, store, to, status):
    assert onrecord("alert", "dam", "--to", *to, "--store", store).status == status


def test_without_a_store_nothing_is_made(onrecord, tmp_path):
    assert onrecord("alert", "dam", "--to", "folder", "a").status == 1
    assert list(tmp_path.iterdir()) == []


def test_the_ledger_stands_beside_the_store_or_where_it_is_told_to(onrecord, store, tmp_path):
    onrecord("alert", "dam", "--to", "folder", tmp_path / "a", "--store", store)
    assert (tmp_path / "kept.db.alerts").is_dir()
    onrecord("alert", "dam", "--to", "folder", tmp_path / "b", "--ledgers", tmp_path / "l", "--store", store)
    assert len(list((tmp_path / "l").iterdir())) == 1
