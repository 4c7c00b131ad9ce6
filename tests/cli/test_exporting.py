import io
import json
import zipfile

import jsonschema
import pytest

from onrecord.views.as_json import schema
from onrecord.views.exports.formats import FORMATS


def exported(onrecord, *arguments):
    """Return what `export` writes into a file of the folder."""
    ran = onrecord("export", "-o", "out", *arguments)
    assert ran.status == 0, ran.err
    with open("out", "rb") as file:
        return file.read()


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_written_to_a_file_and_to_stdout(onrecord, store, format):
    body = exported(onrecord, "tarnbeck", "--format", format, "--store", store)
    assert body
    assert onrecord("export", "tarnbeck", "--format", format, "--store", store).status == 0


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_tables_are_a_zip_or_a_folder(onrecord, store, tmp_path, format):
    with zipfile.ZipFile(io.BytesIO(exported(onrecord, "--format", format, "--store", store))) as bundle:
        names = set(bundle.namelist())
    onrecord("export", "--format", format, "-o", f"{tmp_path}/tables/", "--store", store)
    assert {path.name for path in (tmp_path / "tables").iterdir()} == names
    assert f"events.{format}" in names


@pytest.mark.parametrize("texts", [None, "none", "excerpts", "full"])
@pytest.mark.parametrize("names", [None, "described", "all"])
def test_json_read_back_and_exported_again_is_the_same_bytes(onrecord, store, tmp_path, texts, names):
    options = [*(("--texts", texts) if texts else ()), *(("--names", names) if names else ())]
    first = exported(onrecord, *options, "--store", store)
    (tmp_path / "first.json").write_bytes(first)
    assert exported(onrecord, *options, "--from", tmp_path / "first.json") == first
    jsonschema.validate(json.loads(first), schema())


def test_a_record_from_a_file_is_shown_and_exported_whole_or_by_story(onrecord, store, tmp_path):
    (tmp_path / "given.json").write_bytes(exported(onrecord, "--store", store))
    whole = onrecord("show", "--from", tmp_path / "given.json")
    assert whole.status == 0
    assert "The dam will hold" in whole.out
    part = json.loads(exported(onrecord, "choir", "--from", tmp_path / "given.json"))
    assert [story["title"] for story in part["stories"]] == ["=Choir sings on the quay"]
    assert onrecord("show", "tarnbeck", "--from", tmp_path / "given.json").status == 0
    page = exported(onrecord, "--format", "html", "--from", tmp_path / "given.json").decode()
    assert "The dam will hold" in page


@pytest.mark.parametrize(
    ("asked", "says"),
    [("nothing of it", "no such story"), ("s-", "several stories"), ("s-nosuch", "no such story")],
)
def test_a_story_that_a_file_has_not_is_said_to_be_missing(onrecord, store, tmp_path, asked, says):
    (tmp_path / "given.json").write_bytes(exported(onrecord, "--store", store))
    ran = onrecord("export", asked, "--from", tmp_path / "given.json")
    assert ran.status == 1
    assert says in ran.err


@pytest.mark.parametrize("body", ["", "{}", "[]", "not json", '{"schema": "onrecord/2"}', "[" * 100_000])
def test_a_file_without_a_record_is_refused_in_a_line(onrecord, tmp_path, body):
    (tmp_path / "given.json").write_text(body)
    for command in ("show", "export"):
        ran = onrecord(command, "--from", tmp_path / "given.json")
        assert ran.status == 1
        assert "not a record" in ran.err
        assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("option", [("--as-of", "2026-03-10"), ("--as-read", "1"), ("--store", "x.db")])
def test_a_file_has_no_other_moment_and_no_store(onrecord, store, tmp_path, option):
    (tmp_path / "given.json").write_bytes(exported(onrecord, "--store", store))
    assert onrecord("export", "--from", tmp_path / "given.json", *option).status == 2


def test_names_are_left_out_or_given_as_asked(onrecord, store):
    assert "Ilse Quandt" in exported(onrecord, "--format", "md", "--store", store).decode()
    assert onrecord("export", "--names", "some", "--store", store).status == 2
