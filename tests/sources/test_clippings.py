"""Clippings as people keep them: a table, a note in Markdown, many reports of a database in one file."""

import gzip

import pytest

from onrecord.model.report import Document, Problem
from onrecord.sources import documents

WORDS = "The ferry ran aground off Port Leven on Tuesday, the harbour office said."
MORE = "All 40 passengers were taken off by nightfall."


def read(path):
    return list(documents([path]))


@pytest.mark.parametrize(
    ("name", "separator", "encoding"),
    [
        pytest.param("a.csv", ",", "utf-8", id="commas"),
        pytest.param("a.csv", ";", "utf-8-sig", id="semicolons, as some offices save it"),
        pytest.param("a.tsv", "\t", "utf-8", id="tabs"),
        pytest.param("a.csv", ",", "cp1252", id="an old encoding"),
        pytest.param("a.tsv", "\t", "utf-16", id="two bytes a character"),
    ],
)
def test_each_row_of_a_table_is_a_document(tmp_path, name, separator, encoding):
    head = separator.join(["ID", "Title", "Date", "Source", "URL", "Text"])
    row = separator.join(
        ["1", "Ferry aground", "2026-03-10", "Café Post", "https://leven.example/1", f'"{WORDS}\n\n{MORE}"']
    )
    empty = separator.join(["2", "Nothing", "", "", "", ""])
    (tmp_path / name).write_bytes(f"{head}\n{row}\n{empty}\n".encode(encoding))
    first, second = read(tmp_path / name)
    assert isinstance(first, Document)
    assert first.body.decode() == f"{WORDS}\n\n{MORE}"
    assert first.address == "https://leven.example/1"
    assert first.fields == {"headline": "Ferry aground", "outlet": "Café Post", "published": "2026-03-10"}
    assert first.location == f"{tmp_path / name}#1"
    assert isinstance(second, Problem)
    assert second.kind == "no-text"


def test_a_row_that_cannot_be_read_does_not_stop_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.sources.files.MAX_BYTES", 100)
    (tmp_path / "a.csv").write_text(f'text\n"{"a" * 200}"\n{WORDS}\n')
    kinds = [one.kind if isinstance(one, Problem) else "document" for one in read(tmp_path / "a.csv")]
    assert kinds == ["broken-row", "document"]


def test_a_gzipped_table_is_unpacked(tmp_path):
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(f'text\n"{WORDS}"\n'.encode()))
    (found,) = read(tmp_path / "a.csv.gz")
    assert isinstance(found, Document)
    assert found.body == WORDS.encode()


def test_a_note_gives_the_facts_in_front_of_it_and_the_words_that_its_reader_sees(tmp_path):
    (tmp_path / "a.md").write_text(
        "---\ntitle: Ferry aground\nsource: https://leven.example/1\nauthor:\n  - '[[Ines Okafor]]'\n"
        "published: 2026-03-10\ncreated: 2026-03-19\n---\n"
        f"# Ferry aground\n\n**The ferry** ran [aground](https://x.example) off\nPort Leven.\n\n"
        f"> {MORE}\n\n![map](m.png)\n"
    )
    (found,) = read(tmp_path / "a.md")
    assert isinstance(found, Document)
    assert found.body.decode() == f"Ferry aground\n\nThe ferry ran aground off Port Leven.\n\n{MORE}"
    assert found.fields == {"headline": "Ferry aground", "published": "2026-03-10", "byline": "Ines Okafor"}
    assert found.address == "https://leven.example/1"


def test_facts_that_would_unfold_without_end_are_not_unfolded(tmp_path):
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    (tmp_path / "a.md").write_text(f"---\na0: &a0 [x]\n{levels}title: Ferry aground\n---\n{WORDS}\n")
    (found,) = read(tmp_path / "a.md")
    assert isinstance(found, Document)
    assert found.fields == {"headline": "Ferry aground"}


@pytest.mark.parametrize(
    "facts", ["title: [", "- a\n- b", "title: " + "[" * 3000], ids=["cut", "a list", "nested without end"]
)
def test_facts_that_cannot_be_read_are_left_out(tmp_path, facts):
    (tmp_path / "a.md").write_text(f"---\n{facts}\n---\n{WORDS}\n")
    (found,) = read(tmp_path / "a.md")
    assert isinstance(found, Document)
    assert found.body.decode() == WORDS
    assert found.fields == {}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"1 of 2 DOCUMENTS\n\n{WORDS}\n\n2 of 2 DOCUMENTS\n\n{MORE}\n", id="numbered above"),
        pytest.param(f"{WORDS}\n\nEnd of Document\n\n{MORE}\n\nEnd of Document\n", id="its end below"),
        pytest.param(
            f"{WORDS}\n\nDocument KRT0000020260317em3h01x\n\n{MORE}\n\nDocument KRT0000020260318em3h02y\n",
            id="its number below",
        ),
    ],
)
def test_a_file_of_several_reports_is_parted(tmp_path, text):
    (tmp_path / "a.txt").write_text(text)
    first, second = read(tmp_path / "a.txt")
    assert (first.address, second.address) == ("a.txt#1", "a.txt#2")
    assert WORDS in first.body.decode()
    assert MORE in second.body.decode()
    assert MORE not in first.body.decode()


def test_a_report_with_one_such_line_is_one(tmp_path):
    (tmp_path / "a.txt").write_text(f"{WORDS}\n\nEnd of Document\n")
    (found,) = read(tmp_path / "a.txt")
    assert found.address == "a.txt"
