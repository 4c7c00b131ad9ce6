"""Every format alike: pure, empty records too, texts only as asked, nothing of a report that acts."""

import io
import json
import time
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onrecord.model.record import Record
from onrecord.views.exports.formats import FORMATS, export
from tests.support import make_report
from tests.views.exports.private import a_fire
from tests.views.made import BOATS, FORTY, MEETING, RING, SILENT, VOSS, a_record, event, support, variant

MADE = datetime(2026, 6, 6, 10, tzinfo=UTC)
EMPTY = Record(made_at="", as_of=None, as_read=None, versions=())
EVIL = (
    "<script>alert(1)</script> \x1b]0;owned\x07 \u202egnp.exe]]> =cmd|'/c calc'!A1\r\nEND:VEVENT"
    " ](javascript:x) \ufeff\u0000"
)
SHOWN = ("csv", "md", "html", "ics", "atom", "plover")
"""Formats that people read as they are: no character of them acts."""


def written(record, format, **options):
    """Return what a format says, all files of it together."""
    body = export(record, format, texts=options.pop("texts", None), made_at=MADE, **options)
    if not FORMATS[format].bundle:
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as bundle:
        return b"\n".join(bundle.read(name) for name in bundle.namelist())


def hostile(words):
    """Return the record with the same words wherever a report's words may stand."""
    report = make_report(
        f"{words} stood there. {words}", headline=words, published="2026-06-03", outlet=words
    )
    line = replace(a_record().reports[0], report=replace(report, bylines=(words,), credit=words))
    here = support(report, words)
    happened = replace(event(words, (here,), when=SILENT.when), type="ASSAULT", where=words)
    planned = replace(MEETING, label=words, support=(here,))
    said = replace(RING, to=words, medium=words, where=words, variants=(variant_of(report, words),))
    counted = replace(BOATS, counts=words, readings=(replace(FORTY, printed=words, support=here),))
    return replace(
        a_record(), reports=(line, *a_record().reports), events=(happened, planned), statements=(said,),
        figures=(counted,), entities=(replace(VOSS, name=words, aliases=(words,)),),
        stories=tuple(replace(story, title=words) for story in a_record().stories),
        storylines=tuple(replace(line, title=words) for line in a_record().storylines),
    )  # fmt: skip


def variant_of(report, words):
    plain = replace(report, text=f"{words} Voss")
    return replace(variant(plain, words, "first"), report=report.id)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_record_is_the_same_bytes(format):
    assert export(a_record(), format, texts=None, made_at=MADE) == export(
        a_record(), format, texts=None, made_at=MADE
    )


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_record_is_written_too(format):
    body = written(EMPTY, format)
    assert body or format == "ftm"  # of which nothing is no line


@pytest.mark.parametrize("format", FORMATS)
def test_words_that_would_act_are_text(format):
    body = written(hostile(EVIL), format)
    if format == "parquet":
        return
    text = body.decode()
    assert (
        "<script>alert" not in text
        if format not in ("csv", "plover", "ics", "json", "jsonl", "ftm")
        else text
    )
    acting = "\x1b\x07\x00" + ("\u202e\ufeff" if format in SHOWN else "")
    assert not set(acting) & set(text.removeprefix("\ufeff").replace("\n\ufeff", "\n"))


@pytest.mark.parametrize("format", FORMATS)
def test_a_word_of_a_megabyte_is_written_in_good_time(format):
    began = time.perf_counter()
    assert written(hostile("w" * 1_000_000), format)
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize("format", FORMATS)
def test_sentences_go_along_only_as_asked(format):
    around = b"The light was built in 1871"
    whole = b"The keepers and the harbour office will meet on 12 June, a harbour official said.\\n The light"
    bare = replace(a_record(), events=(SILENT,), statements=(), figures=(), differences=())
    assert around not in written(bare, format, texts="none")
    assert whole not in written(bare, format, texts="excerpts")


@pytest.mark.parametrize(
    "format",
    [f for f in FORMATS if f not in ("parquet", "ics", "atom", "plover", "timelinejs", "webannotation")],
)
def test_whole_texts_go_along_when_asked(format):
    assert b"The light was built in 1871" in written(
        replace(a_record(), events=(SILENT,)), format, texts="full"
    )


@pytest.mark.parametrize("format", [f for f in FORMATS if f != "parquet"])
def test_nobody_private_is_named_unless_asked(format):
    text = written(a_fire(), format).decode().replace("post.example/tilda-marsh", "")
    assert not [name for name in ("Tilda", "Marsh", "Oskar", "Dray", "Rolf") if name in text]
    if format not in ("ics", "plover"):
        assert "Tilda Marsh" in written(a_fire(), format, names="all").decode()


WHOLE = ("json", "jsonl", "csv", "parquet", "plover")


@pytest.mark.parametrize("format", [f for f in FORMATS if f not in WHOLE])
def test_lines_of_which_the_machine_is_unsure_stand_only_beside_their_confidence(format):
    label = "A heron stood on the roof"
    for modality in ("happened", "planned", "denied"):
        weak = replace(SILENT, modality=modality, label=label, outcome=MEETING.outcome)
        weak = replace(weak, support=tuple(replace(each, confidence=0.4) for each in weak.support))
        assert label.encode() not in written(replace(a_record(), events=(weak,)), format)


@pytest.mark.parametrize("format", FORMATS)
def test_a_format_says_what_it_is(format):
    kind = FORMATS[format]
    assert kind.about
    assert kind.suffix
    assert "/" in kind.media


def test_json_lines_name_what_each_object_is():
    lines = [json.loads(line) for line in written(a_record(), "jsonl").splitlines()]
    assert lines[0]["object"] == "record"
    assert lines[0]["schema"] == "onrecord/1"
    kinds = [line["object"] for line in lines[1:]]
    for name, kind in (("reports", "report"), ("events", "event"), ("entities", "entity")):
        assert kinds.count(kind) == len(getattr(a_record(), name))
    assert next(line for line in lines if line.get("id") == SILENT.id)["label"] == SILENT.label


def test_a_folder_or_zip_holds_plain_names_only():
    for format in ("csv", "parquet"):
        with zipfile.ZipFile(io.BytesIO(export(a_record(), format, texts=None, made_at=MADE))) as bundle:
            assert all(name.replace(".", "").replace("_", "").isalpha() for name in bundle.namelist())
