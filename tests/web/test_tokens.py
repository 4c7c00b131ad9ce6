"""Who may come in: a file of hashes that nobody else may write."""

import json
import os
from pathlib import Path

import pytest

from onrecord.errors import AccessError
from onrecord.web.access.tokens import add, hash_of, holder_of, holders, remove


def test_the_file_holds_hashes_alone(tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    token = add(file, "ada", "editor")
    assert token not in file.read_text()
    assert hash_of(token) in file.read_text()
    assert len(token) > 40


def test_each_token_is_one_holders(tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    ada, otto = add(file, "ada", "editor"), add(file, "otto", "reader")
    assert [(each.name, each.role) for each in holders(file)] == [("ada", "editor"), ("otto", "reader")]
    for token, name in ((ada, "ada"), (f" {otto}\n", "otto")):
        holder = holder_of(token, holders(file))
        assert holder is not None
        assert holder.name == name
    assert holder_of(hash_of(ada), holders(file)) is None
    assert holder_of("", holders(file)) is None


def test_a_name_that_is_removed_is_gone(tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    token = add(file, "ada", "editor")
    remove(file, "ada")
    assert holder_of(token, holders(file)) is None
    with pytest.raises(AccessError, match="no such name"):
        remove(file, "ada")


@pytest.mark.parametrize("name", ["", "a b", "../x", "<b>", "a" * 41, "a\nb", "-a", "\u202ea"])
def test_names_that_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(AccessError):
        add(tmp_path / "tokens.json", name, "reader")


def test_a_name_is_given_once(tmp_path: Path) -> None:
    add(tmp_path / "tokens.json", "ada", "reader")
    with pytest.raises(AccessError, match="already"):
        add(tmp_path / "tokens.json", "ada", "editor")


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_the_file_is_its_owners(tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    add(file, "ada", "editor")
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o620)
    with pytest.raises(AccessError, match="chmod 600"):
        holders(file)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{}",
        "[]",
        "onr_x",
        '{"schema": "other/1", "tokens": []}',
        '{"schema": "onrecord-tokens/1", "tokens": [1]}',
    ],
)
def test_what_is_no_tokens_file(tmp_path: Path, body: str) -> None:
    file = tmp_path / "tokens.json"
    file.write_text(body)
    file.chmod(0o600)
    with pytest.raises(AccessError):
        holders(file)


def test_a_role_nobody_has_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    add(file, "ada", "reader")
    told = json.loads(file.read_text())
    told["tokens"][0]["role"] = "owner"
    file.write_text(json.dumps(told))
    with pytest.raises(AccessError):
        holders(file)
