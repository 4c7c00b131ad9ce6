"""The scorer that comes with a benchmark, found and run, on a made-up task."""

import gzip
import json
from pathlib import Path

import pytest

from onrecord.errors import SourceNotFoundError
from onrecord.evaluation.scorer import read_docs, read_gold, score

SCORER = """
def count(folder, predictions, part=None):
    return {"documents": len(predictions), "part": {"named": 1 / 3}}
def rounded(x):
    return {k: rounded(v) for k, v in x.items()} if isinstance(x, dict) else round(x, 2)
TASKS = {"made-up": count}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "score.py").write_text(SCORER, "utf-8")
    task = tmp_path / "made-up"
    task.mkdir()
    rows = [
        {"id": "a", "text": "One.", "part": "dev"},
        {"id": "b", "text": "Two.", "part": "train", "dct": "2026"},
    ]
    for name in ("docs", "gold"):
        with gzip.open(task / f"{name}.jsonl.gz", "wt", encoding="utf-8") as out:
            out.write("\n".join(map(json.dumps, rows)))
    return task


def test_documents_are_read_in_order_with_all_their_fields(folder: Path) -> None:
    docs = read_docs(folder)
    assert [doc.id for doc in docs] == ["a", "b"]
    assert docs[1].fields["dct"] == "2026"
    assert [doc.id for doc in read_docs(folder, "dev")] == ["a"]


def test_gold_is_read_by_id(folder: Path) -> None:
    assert sorted(read_gold(folder)) == ["a", "b"]


def test_the_scorers_own_metrics_come_back_rounded(folder: Path) -> None:
    assert score(folder, "made-up", [{"id": "a"}]) == {"documents": 1, "part": {"named": 0.33}}


def test_a_folder_without_a_scorer_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError, match=r"score\.py"):
        score(tmp_path / "task", "made-up", [])


def test_a_folder_without_documents_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError, match=r"docs\.jsonl\.gz"):
        read_docs(tmp_path)
