"""The tagger's file: what is written comes back, what was changed is refused."""

import json
import zipfile

import numpy as np
import pytest

from onrecord.annotations.quotations_tagger import bundle
from onrecord.annotations.quotations_tagger.card import Card
from onrecord.errors import ModelChangedError, ModelNotFoundError
from tests.annotations.quotations_tagger.made import made_card, made_weights


def parts(**changed):
    rows = {
        bundle.ENCODER: b"an encoder",
        bundle.TOKENIZER: b"{}",
        bundle.WEIGHTS: bundle.as_bytes(bundle.weights_as_json(made_weights())),
        bundle.LEXICON: b'{"said": 1}',
    }
    return rows | changed


def rewritten(path, name, raw):
    """Put other bytes under one name of a tagger's file."""
    with zipfile.ZipFile(path) as file:
        rows = {each: file.read(each) for each in file.namelist()}
    rows[name] = raw
    with zipfile.ZipFile(path, "w") as file:
        for each, content in rows.items():
            file.writestr(each, content)


def test_what_is_written_comes_back(tmp_path):
    path = tmp_path / "folder" / "tagger"
    card = bundle.write(path, parts(), made_card())
    found = bundle.read(path)
    assert found.card == card
    assert found.encoder == b"an encoder"
    assert found.lexicon == {"said": 1}
    assert np.array_equal(found.weights.linkers[0].hidden, made_weights().linkers[0].hidden)
    assert found.weights.calibration == made_weights().calibration
    assert [each.name for each in path.parent.iterdir()] == ["tagger"]


def test_the_same_parts_make_the_same_file(tmp_path):
    for name in ("one", "two"):
        bundle.write(tmp_path / name, parts(), made_card())
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("name", bundle.FILES)
def test_a_changed_part_is_refused(tmp_path, name):
    path = tmp_path / "tagger"
    bundle.write(path, parts(), made_card())
    rewritten(path, name, parts()[name] + b" ")
    with pytest.raises(ModelChangedError, match=name):
        bundle.read(path)


def test_another_format_is_refused(tmp_path):
    path = tmp_path / "tagger"
    card = bundle.write(path, parts(), made_card())
    rewritten(path, bundle.CARD, json.dumps(card.as_json() | {"format": 99}).encode())
    with pytest.raises(ModelChangedError, match="format 1 was expected"):
        bundle.read(path)


@pytest.mark.parametrize(
    "raw", [b"", b"no tagger", b"PK\x05\x06" + bytes(18)], ids=["empty", "text", "empty zip"]
)
def test_what_is_no_tagger_is_refused(tmp_path, raw):
    path = tmp_path / "tagger"
    path.write_bytes(raw)
    with pytest.raises(ModelChangedError, match="train it again"):
        bundle.read(path)


def test_a_card_with_other_fields_is_refused():
    with pytest.raises(ModelChangedError, match="card"):
        Card.from_json(made_card().as_json() | {"surplus": 1})


def test_a_missing_file_says_how_to_make_one(tmp_path):
    with pytest.raises(ModelNotFoundError, match="onrecord train quotes"):
        bundle.read(tmp_path / "none")


def test_a_card_is_printed_with_figures_sizes_and_digests(tmp_path):
    card = bundle.write(tmp_path / "tagger", parts(), made_card())
    printed = "\n".join(card.lines())
    assert "linked_f1: 0.7000" in printed
    assert "encoder.onnx: 10 bytes, sha256 " in printed
    assert "milliseconds_a_report: 50.0" in printed
