import json
from dataclasses import replace
from datetime import datetime

import jsonschema
import pytest

from onrecord.model.record import Record
from onrecord.record.check import check
from onrecord.views.as_json import as_dict, as_json, from_json, schema
from tests.views.made import a_record

MADE = "2026-06-06T10:00:00Z"
FORMATS = jsonschema.FormatChecker(formats=())


@FORMATS.checks("date-time", raises=ValueError)
def is_time(value: object) -> bool:
    """Whether a value is an RFC 3339 time, with its zone."""
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def valid(value):
    jsonschema.Draft202012Validator(schema(), format_checker=FORMATS).validate(value)


def test_the_invented_record_is_sound():
    check(a_record())


@pytest.mark.parametrize("texts", ["none", "excerpts", "full"])
def test_json_keeps_to_the_schema(texts):
    valid(json.loads(as_json(a_record(), made_at=MADE, texts=texts)))


def test_an_empty_record_keeps_to_the_schema():
    valid(as_dict(Record(made_at="", as_of=None, as_read=None, versions=()), made_at=MADE))


def test_a_time_without_a_zone_does_not_pass():
    with pytest.raises(jsonschema.ValidationError):
        valid(as_dict(a_record(), made_at="2026-06-06T10:00:00"))


def test_no_path_of_this_machine_is_written():
    record = a_record()
    lines = tuple(replace(x, report=replace(x.report, location="/home/me/x.txt")) for x in record.reports)
    assert b"/home/me" not in as_json(replace(record, reports=lines), made_at=MADE)


def test_a_report_is_flat_with_its_origin_and_a_support_says_from():
    value = as_dict(a_record(), made_at=MADE)
    assert value["reports"][0]["origin"] == a_record().reports[0].origin
    assert value["events"][0]["support"][0]["from"] == "body"
    assert value["versions"] == {"onrecord": "0.1.0"}


def test_texts_are_left_out_but_the_words_of_spans_stay():
    value = as_dict(a_record(), made_at=MADE, texts="none")
    assert all(report["text"] is None for report in value["reports"])
    assert value["events"][0]["support"][0]["span"]["text"].startswith("The bell")


def test_json_read_back_is_the_same_record():
    assert from_json(as_json(a_record(), made_at=MADE)) == replace(a_record(), made_at=MADE)


def test_the_same_record_is_the_same_bytes():
    assert as_json(a_record(), made_at=MADE) == as_json(a_record(), made_at=MADE)


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"schema": "onrecord/2"}', '{"schema": "onrecord/1"}'])
def test_what_is_no_record_is_refused(body):
    with pytest.raises(ValueError):
        from_json(body)
