"""The command: what it says where it can't serve."""

import sys

from onrecord.cli.main import run


def test_it_makes_no_empty_store(tmp_path, capfd):
    store = tmp_path / "nothing.db"
    assert run(["mcp", "--store", str(store)]) == 1
    assert "no store here yet" in capfd.readouterr().err
    assert not store.exists()


def test_it_says_what_to_install(tmp_path, capfd, monkeypatch):
    monkeypatch.setitem(sys.modules, "mcp", None)
    monkeypatch.delitem(sys.modules, "onrecord.mcp.server", raising=False)
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    assert run(["mcp", "--store", str(tmp_path / "record.db")]) == 1
    assert "pip install 'onrecord[mcp]'" in capfd.readouterr().err
