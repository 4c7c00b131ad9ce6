"""Files and folders to documents: what is read, what is a problem, and that one never stops the next."""

import gzip
import json
import os
from pathlib import Path

import pytest

from onrecord.errors import SourceNotFoundError
from onrecord.model.report import Document, Problem
from onrecord.sources import documents, files
from onrecord.sources.sniffing import is_binary, media_of

WORDS = "The ferry ran aground off Port Leven on Tuesday, the harbour office said."


def read(*paths):
    return list(documents(paths))


def kinds(found):
    return [one.kind if isinstance(one, Problem) else "document" for one in found]


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        pytest.param("a.txt", WORDS, "text", id="plain"),
        pytest.param("a.md", WORDS, "text", id="a note without marks"),
        pytest.param("a", WORDS, "text", id="no ending, but words"),
        pytest.param("a.html", "<p>" + WORDS, "html", id="page by its name"),
        pytest.param("a.dat", "<!DOCTYPE html><html><body>" + WORDS, "html", id="page by its first bytes"),
        pytest.param("a.txt", "<html><body>" + WORDS, "html", id="a page that is called a text"),
        pytest.param("a.txt", "5 < 6, the mayor said, and 7 > 6.", "text", id="angle brackets make no page"),
    ],
)
def test_a_file_is_a_document(tmp_path, name, content, media):
    (tmp_path / name).write_text(content)
    (found,) = read(tmp_path / name)
    assert isinstance(found, Document)
    assert (found.address, found.media, found.body) == (name, media, content.encode())
    assert found.location == str(tmp_path / name)
    assert found.retrieved is None, "file times say when a copy was made"


def test_a_gzipped_text_is_unpacked(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(WORDS.encode()))
    (found,) = read(tmp_path / "a.txt.gz")
    assert isinstance(found, Document)
    assert found.body == WORDS.encode()


def test_a_folder_is_walked_by_name_without_hidden_and_readme_files(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/y.txt", ".hidden.txt", ".git/c.txt", "README.md", "LICENSE"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(WORDS)
    assert [one.address for one in read(tmp_path)] == ["y.txt", "z.txt", "b.txt"]


def test_a_readme_that_is_named_is_read(tmp_path):
    (tmp_path / "README.md").write_text(WORDS)
    assert kinds(read(tmp_path / "README.md")) == ["document"]


def test_a_folder_that_links_to_itself_is_walked_once(tmp_path):
    (tmp_path / "a.txt").write_text(WORDS)
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    assert kinds(read(tmp_path)) == ["document"]


def test_a_path_that_is_not_there_stops_the_read_before_it_begins(tmp_path):
    (tmp_path / "a.txt").write_text(WORDS)
    with pytest.raises(SourceNotFoundError, match="gone"):
        next(iter(documents([tmp_path / "a.txt", tmp_path / "gone.txt"])))


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        pytest.param("a.txt", b"", "empty", id="nothing"),
        pytest.param("a.txt", b" \n\n\t", "empty", id="nothing but blanks"),
        pytest.param("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary", id="a picture"),
        pytest.param("a.txt", b"%PDF-1.7 and so on", "binary", id="a PDF"),
        pytest.param("a.txt", b"\x00" * 5000, "binary", id="nothing but zeros"),
        pytest.param("a.txt", bytes(range(1, 32)) * 50, "binary", id="control characters"),
        pytest.param("a.xml", b"<rss/>", "unsupported", id="a feed"),
        pytest.param("a.txt.gz", b"\x1f\x8b\x08\x00broken", "unreadable", id="a torn gzip"),
        pytest.param("a.jsonl", b"{broken", "broken-json-line", id="a broken line"),
        pytest.param("a.jsonl", b'"words"', "broken-json-line", id="JSON but no object"),
        pytest.param("a.jsonl", b'{"headline": "x"}', "no-text", id="a line without text"),
        pytest.param("a.jsonl", b'{"text": 5}', "no-text", id="a text that is none"),
        pytest.param("a.json", b"[1]", "broken-json-line", id="JSON without reports"),
    ],
)
def test_what_cant_be_read_is_a_problem_and_the_next_file_is_read(tmp_path, name, content, kind):
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(WORDS)
    found = read(tmp_path)
    assert kinds(found) == [kind, "document"]
    assert found[0].address.startswith(name)
    assert str(tmp_path) not in found[0].message, "machine paths are not told"


def test_a_file_over_the_limit_is_told_and_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 1000)
    (tmp_path / "a.html").write_text("<html>" + "x" * 1000)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"x" * 2000))
    assert kinds(read(tmp_path)) == ["too-large", "too-large"]


def test_a_page_of_fifty_megabytes_is_not_read_into_memory(tmp_path):
    with (tmp_path / "a.html").open("wb") as sparse:
        sparse.truncate(50_000_000)
    (problem,) = read(tmp_path)
    assert problem.kind == "too-large"


def test_a_gzip_bomb_of_lines_ends(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 2000)
    line = json.dumps({"text": WORDS}).encode() + b"\n"
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line + b" " * 100 + b"\n" * 10_000_000))
    found = kinds(read(tmp_path))
    assert found[0] == "document"
    assert found[-1] == "too-large"


def test_a_line_over_the_limit_is_told_and_the_next_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_BYTES", 200)
    lines = [{"text": WORDS}, {"text": "x" * 500}, {"text": WORDS}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    found = read(tmp_path)
    assert kinds(found) == ["document", "too-large", "document"]
    assert found[1].address == "a.jsonl#2"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_folder_and_file_are_problems(tmp_path):
    (tmp_path / "a").mkdir(mode=0o000)
    (tmp_path / "b.txt").write_text(WORDS)
    (tmp_path / "b.txt").chmod(0o000)
    assert kinds(read(tmp_path)) == ["unreadable", "unreadable"]


def test_a_folder_that_refuses_is_a_problem(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").write_text(WORDS)
    listdir = os.listdir

    def refuse(path):
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(os, "listdir", refuse)
    found = read(tmp_path)
    assert kinds(found) == ["unreadable", "document"]
    assert "permissions" in found[0].message


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert kinds(read(tmp_path)) == ["unreadable"]


def test_a_link_to_nowhere_is_a_problem(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    assert kinds(read(tmp_path)) == ["unreadable"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(WORDS.encode("utf-16"), False, id="UTF-16 with its mark"),
        pytest.param(WORDS.encode("utf-16-le"), False, id="UTF-16 without"),
        pytest.param(WORDS.encode() + b"\x00" * 40, False, id="a text with a tail of zeros"),
        pytest.param(WORDS.encode("cp1252"), False, id="Windows"),
        pytest.param("Порт Левен".encode("koi8-r"), False, id="Cyrillic"),
        pytest.param(b"PK\x03\x04" + WORDS.encode(), True, id="a zip"),
    ],
)
def test_text_in_any_encoding_is_text(head, expected):
    assert is_binary(head) is expected


def test_a_page_in_utf16_is_a_page():
    assert media_of("<html><body>x".encode("utf-16")) == "html"
