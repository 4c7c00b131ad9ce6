"""What is exported in, JSON Lines out: one object a line, naming what it is; the record's head is the first.

The name stands under `object`, since `kind` is a field of entities, origins and differences.
"""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from onrecord.views.as_json import as_dict
from onrecord.views.exports.exported import Exported

KINDS: Final = {
    "reports": "report", "origins": "origin", "copies": "copies", "stories": "story",
    "storylines": "storyline", "entities": "entity", "statements": "statement", "events": "event",
    "figures": "figure", "differences": "difference", "judgements": "judgement", "problems": "problem",
}  # fmt: skip
"""The lists of the record, and what one of each is called."""


def as_jsonl(given: Exported) -> bytes:
    """Return every report and line as an object of its own, with the fields of `record.schema.json`."""
    return msgspec.json.Encoder().encode_lines(list(_objects(given)))


def _objects(given: Exported) -> Iterator[dict[str, Any]]:
    record = as_dict(given.record, made_at=given.stamp, texts=given.texts)
    yield {"object": "record", **{key: value for key, value in record.items() if key not in KINDS}}
    for key, kind in KINDS.items():
        yield from ({"object": kind, **each} for each in record[key])
