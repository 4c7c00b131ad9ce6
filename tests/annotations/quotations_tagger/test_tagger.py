"""A whole tagger, with an encoder of a few lines made here: words in, quotations out."""

import json

import numpy as np
import pytest

from onrecord.annotations.annotator import annotate
from onrecord.annotations.mentions import ANNOTATOR as MENTIONS
from onrecord.annotations.quotations_tagger import bundle, tagger_annotator
from onrecord.annotations.quotations_tagger.features import SIZES
from onrecord.annotations.quotations_tagger.roles import LABELS
from onrecord.annotations.quotations_tagger.tagger import Tagger
from onrecord.annotations.timexes import ANNOTATOR as TIMEXES
from onrecord.errors import ModelNotFoundError
from tests.annotations.quotations_tagger.made import made_card, made_weights
from tests.support import parsed

VOCABULARY = {
    "[UNK]": "O", "[CLS]": "O", "[SEP]": "O", "ada": "B-source", "finn": "I-source", "said": "B-cue",
    "that": "B-content", "the": "I-content", "dam": "I-content", "held": "I-content",
}  # fmt: skip
"""Each piece with the label that the made encoder gives it."""


@pytest.fixture
def path(tmp_path):
    """A tagger's file whose encoder knows each word's label by heart."""
    pytest.importorskip("onnxruntime", reason="the extra `tagger` is not installed")
    pytest.importorskip("onnx", reason="the extra `train` is not installed: no encoder can be made here")
    tokenizers = pytest.importorskip("tokenizers", reason="the extra `tagger` is not installed")
    ids = {word: number for number, word in enumerate(VOCABULARY)}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(ids, unk_token="[UNK]"))
    tokenizer.normalizer = tokenizers.normalizers.Lowercase()
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    parts = {
        bundle.ENCODER: by_heart(),
        bundle.TOKENIZER: tokenizer.to_str().encode(),
        bundle.WEIGHTS: bundle.as_bytes(bundle.weights_as_json(made_weights())),
        bundle.LEXICON: json.dumps({"said": 1}).encode(),
    }
    bundle.write(tmp_path / "tagger", parts, made_card())
    return tmp_path / "tagger"


def by_heart():
    from onnx import TensorProto, helper, numpy_helper

    scores = np.full((len(VOCABULARY), len(LABELS)), -4.0, dtype=np.float32)
    for row, label in enumerate(VOCABULARY.values()):
        scores[row, LABELS.index(label)] = 4.0
    graph = helper.make_graph(
        [helper.make_node("Gather", ["table", "pieces"], ["scores"])],
        "by-heart",
        [
            helper.make_tensor_value_info("pieces", TensorProto.INT64, [1, "n"]),
            helper.make_tensor_value_info("features", TensorProto.INT64, [1, "n", len(SIZES)]),
        ],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, "n", len(LABELS)])],
        [numpy_helper.from_array(scores, "table")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    return model.SerializeToString()


def found_in(path, text):
    return annotate(parsed(text), (TIMEXES, MENTIONS, tagger_annotator(path))), text


def test_a_report_has_its_quotations(path):
    found, text = found_in(path, "Ada Finn said that the dam held.")
    (quotation,) = found.quotations
    assert quotation.content[0].of(text) == "that the dam held"
    assert quotation.cue.of(text) == "said"
    assert quotation.speakers == (found.mentions[0].id,)
    assert 0.5 <= quotation.confidence <= 1
    assert quotation.finder.startswith("quotations.tagger.")


def test_long_texts_are_read_in_windows(path):
    line = "Ada Finn said that the dam held."
    found, _ = found_in(path, "\n".join([line] * 20))
    assert len(found.quotations) == 20


def test_a_text_with_nothing_to_quote_has_none(path):
    assert not found_in(path, "The boats left.")[0].quotations


def test_the_name_of_the_finder_tells_which_tagger(path):
    tagger = Tagger.load(path)
    assert tagger_annotator(path).finder == f"quotations.tagger.{tagger.bundle.digest[:8]}/1"


def test_without_the_extra_it_says_what_to_install(path, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ModelNotFoundError, match="onrecord\\[tagger\\]"):
        Tagger.load(path)
