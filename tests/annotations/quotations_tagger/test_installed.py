"""Where a tagger is looked for."""

import sys
from pathlib import Path

import pytest

from onrecord.annotations.quotations_tagger import default_path, installed_annotator, installed_tagger
from onrecord.errors import ModelChangedError, ModelNotFoundError


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.delenv("ONRECORD_TAGGER", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


def test_there_is_none_to_begin_with(home):
    assert installed_tagger() is None
    assert installed_annotator() is None


def test_one_that_is_no_tagger_is_refused(home, monkeypatch):
    (home / "other").write_text("no tagger")
    monkeypatch.setenv("ONRECORD_TAGGER", str(home / "other"))
    with pytest.raises(ModelChangedError, match="train it again"):
        installed_annotator()


def test_one_in_the_data_folder_is_used(home):
    path = home / "onrecord" / "tagger"
    path.parent.mkdir()
    path.touch()
    assert installed_tagger() == path == default_path()


def test_one_that_is_named_comes_first(home, monkeypatch):
    other = home / "other"
    other.touch()
    monkeypatch.setenv("ONRECORD_TAGGER", str(other))
    assert installed_tagger() == other


def test_none_can_be_asked_for(home, monkeypatch):
    path = home / "onrecord" / "tagger"
    path.parent.mkdir()
    path.touch()
    monkeypatch.setenv("ONRECORD_TAGGER", "none")
    assert installed_tagger() is None


def test_one_that_is_named_and_missing_is_said_to_be(home, monkeypatch):
    monkeypatch.setenv("ONRECORD_TAGGER", str(home / "gone"))
    with pytest.raises(ModelNotFoundError, match="ONRECORD_TAGGER"):
        installed_tagger()


@pytest.mark.parametrize(
    ("platform", "folder"), [("win32", "Roaming"), ("darwin", "Application Support"), ("linux", ".local")]
)
def test_every_system_has_its_data_folder(home, monkeypatch, platform, folder):
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.delenv("APPDATA", raising=False)
    monkeypatch.setattr(Path, "home", lambda: home)
    assert folder in default_path().parts
