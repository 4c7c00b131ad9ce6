"""A record in, the JSON of `record.schema.json` out, and back: every named field present, nothing else."""

import json
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final, Literal

import msgspec

from onrecord.model.record import Record, ReportLine

Texts = Literal["none", "excerpts", "full"]
SCHEMA: Final = "onrecord/1"
_OF_NOTHING: Final = sha256(b"").hexdigest()


def schema() -> dict[str, Any]:
    """Return the JSON Schema that `as_dict` keeps to."""
    found: dict[str, Any] = json.loads((files("onrecord") / "data/record.schema.json").read_bytes())
    return found


def as_dict(record: Record, *, made_at: str, texts: Texts = "full") -> dict[str, Any]:
    """Return a record as the schema has it.

    Args:
        record: The record.
        made_at: When it is exported, as an RFC 3339 time.
        texts: `full` holds every report's text. `excerpts` and `none` leave texts out; the words of spans,
            on which lines rest, are always there.
    """
    raw: dict[str, Any] = _renamed(msgspec.to_builtins(record), "from_", "from")
    del raw["joinings"]
    raw["reports"] = [_report(line, texts) for line in raw["reports"]]
    return {
        **raw,
        "schema": SCHEMA,
        "made_at": made_at,
        "versions": dict(record.versions),
    }


def part_as_dict(part: object, *, texts: Texts = "none") -> dict[str, Any]:
    """Return one thing that a record holds as the schema has it.

    Args:
        part: An event, statement, figure, entity, report line or the like.
        texts: Of a report: `full` holds its text.
    """
    raw: dict[str, Any] = _renamed(msgspec.to_builtins(part), "from_", "from")
    return _report(raw, texts) if isinstance(part, ReportLine) else raw


def as_json(record: Record, *, made_at: str, texts: Texts = "full") -> bytes:
    """Return a record as indented JSON in UTF-8, keys in one order, with a line end at the end."""
    value = as_dict(record, made_at=made_at, texts=texts)
    order = schema()["required"]
    ordered = {key: value[key] for key in order}
    return msgspec.json.format(msgspec.json.encode(ordered), indent=1) + b"\n"


def from_json(body: bytes | str) -> Record:
    """Return the record that JSON of the schema holds.

    Raises:
        ValueError: It isn't JSON of this schema's version.
    """
    try:
        value = msgspec.json.decode(body)
        if value.get("schema") != SCHEMA:
            raise ValueError(f"JSON of {SCHEMA} was expected, not {value.get('schema')!r}")
        value = _renamed(value, "from", "from_")
        value["reports"] = [_line(report) for report in value["reports"]]
        value["versions"] = sorted(value["versions"].items())
        return msgspec.convert(value, Record)
    except (msgspec.DecodeError, KeyError, AttributeError, TypeError) as error:
        raise ValueError(f"not a record of {SCHEMA}: {error}") from error


def _report(line: dict[str, Any], texts: Texts) -> dict[str, Any]:
    report: dict[str, Any] = {**line["report"], "origin": line["origin"]}
    report.pop("location")
    if texts != "full" or (not report["text"] and report["sha256"] != _OF_NOTHING):
        report["text"] = None  # left out, now or when the record was taken along
    return report


def _line(report: dict[str, Any]) -> dict[str, Any]:
    fields = {**report, "location": None, "text": report["text"] or ""}
    return {"origin": fields.pop("origin"), "report": fields}


def _renamed(value: Any, old: str, new: str) -> Any:  # noqa: ANN401  any JSON
    """Return nested values with one key of their objects under another name."""
    if isinstance(value, dict):
        return {new if key == old else key: _renamed(each, old, new) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_renamed(each, old, new) for each in value]
    return value
