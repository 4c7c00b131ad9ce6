"""`onrecord tokens`, as somebody types it; and what `serve` demands of it."""

import json

import pytest


def test_a_token_is_printed_once_and_its_name_is_listed(onrecord, tmp_path):
    ran = onrecord("tokens", "add", "ada", "--role", "editor", "--tokens", "t.json")
    assert ran.status == 0
    assert ran.out.startswith("onr_")
    assert ran.out.strip() not in (tmp_path / "t.json").read_text()
    assert "shown this once" in ran.err
    onrecord("tokens", "add", "otto", "--tokens", "t.json")
    rows = json.loads(onrecord("tokens", "list", "--tokens", "t.json", "--json").out)
    assert [(row["name"], row["role"]) for row in rows] == [("ada", "editor"), ("otto", "reader")]


def test_who_is_removed_is_listed_no_more(onrecord):
    onrecord("tokens", "add", "ada", "--tokens", "t.json")
    assert onrecord("tokens", "remove", "ada", "--tokens", "t.json").status == 0
    ran = onrecord("tokens", "list", "--tokens", "t.json")
    assert (ran.out, ran.err) == ("", "Nobody may come in yet\n")


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        pytest.param(("add", "a b"), 1, "a name has up to 40", id="no-name"),
        pytest.param(("add", "ada", "--role", "owner"), 2, "reader", id="no-role"),
        pytest.param(("remove", "ada"), 1, "tokens file can't be read", id="no-file"),
        pytest.param(("list",), 1, "tokens file can't be read", id="nothing-to-list"),
    ],
)
def test_what_goes_wrong_is_said(onrecord, arguments, status, words):
    ran = onrecord("tokens", *arguments, "--tokens", "t.json")
    assert ran.status == status
    assert words in ran.err


def test_any_other_host_demands_tokens(onrecord):
    ran = onrecord("serve", "--host", "0.0.0.0")
    assert ran.status == 1
    assert "--tokens FILE" in ran.err
    assert "onrecord tokens add NAME" in ran.err
