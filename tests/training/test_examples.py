"""From annotated reports to what is learnt from."""

import gzip
import json

import pytest

from onrecord.annotations.quotations_tagger.roles import decode
from onrecord.evaluation.scorer import TaskDoc
from onrecord.training.examples import Example, examples, gold_pieces, lexicon_of
from tests.support import parsed

TEXT = "Ada Finn said that the dam held."
GOLD = {"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 31]]}


class Letters:
    """A tokenizer whose pieces are whole words."""

    ids: list = []  # noqa: RUF012
    word_ids: list = []  # noqa: RUF012

    def encode(self, sequence, **options):
        assert options == {"is_pretokenized": True, "add_special_tokens": False}
        made = Letters()
        made.ids = list(range(len(sequence)))
        made.word_ids = list(range(len(sequence)))
        return made

    def token_to_id(self, _token):
        return 0


@pytest.fixture
def example(tmp_path):
    with gzip.open(tmp_path / "gold.jsonl.gz", "wt") as file:
        file.write(json.dumps({"id": "d1", "part": "train", "attributions": [GOLD]}))
    doc = TaskDoc(id="d1", text=TEXT, part="train", fields={})
    return next(examples([doc], [parsed(TEXT)], tmp_path, (lexicon_of(), Letters())))


def test_words_carry_the_roles_that_annotators_gave(example):
    pieces = [(p.role, example.words.span(p.first, p.last).of(TEXT)) for p in decode(example.labels)]
    assert pieces == [("source", "Ada Finn"), ("cue", "said"), ("content", "that the dam held")]


def test_every_word_has_pieces_features_and_a_label(example):
    count = len(example.words)
    assert len(example.pieces) == len(example.labels) == len(example.features) == count
    assert all(example.pieces)


def test_a_shared_piece_is_learnt_once():
    assert len(gold_pieces([GOLD, GOLD])) == 3


def test_about_one_in_fifteen_is_held_out_by_its_id_alone(example):
    def held(name):
        doc = TaskDoc(id=name, text="", part=None, fields={})
        fields = {f: getattr(example, f) for f in ("parsed", "words", "pieces", "features", "labels")}
        return Example(doc=doc, attributions=(), **fields).held_out

    rows = [held(f"report-{n}") for n in range(1500)]
    assert rows == [held(f"report-{n}") for n in range(1500)]
    assert 70 <= sum(rows) <= 130


def test_the_lexicon_knows_what_words_report():
    lexicon = lexicon_of()
    assert lexicon["said"] == 1
    assert lexicon["according"] == 5
    assert set(lexicon.values()) == {1, 2, 3, 4, 5}
    assert list(lexicon) == sorted(lexicon)
