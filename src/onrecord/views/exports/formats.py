"""A record and the name of a format in, a file's bytes out: the table of all formats."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from importlib import import_module
from types import MappingProxyType
from typing import Final, Literal, cast

from onrecord.model.record import Record
from onrecord.views.as_json import Texts
from onrecord.views.exports.described import Names, described
from onrecord.views.exports.exported import Exported, stamp

Format = Literal[
    "json", "jsonl", "csv", "md", "html", "ics", "atom", "ninjs", "webannotation", "schemaorg", "timelinejs",
    "ftm", "plover", "parquet",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One format.

    Attributes:
        about: what it is, in a few words.
        writer: the module beside this one, and the function in it, that writes it.
        suffix, media: of a file of it.
        texts: how much of the reports' texts goes along where nothing is said.
        bundle: whether the file is a zip of several, which may be written as a folder.
    """

    about: str
    writer: str
    suffix: str
    media: str
    texts: Texts = "excerpts"
    bundle: bool = False


FORMATS: Final = MappingProxyType(
    {
        "json": Kind(
            about="the record, as record.schema.json has it", writer="pages:as_json", suffix="json",
            media="application/json", texts="full",
        ),
        "jsonl": Kind(
            about="the same, one object a line with its kind", writer="json_lines:as_jsonl", suffix="jsonl",
            media="application/x-ndjson",
        ),
        "csv": Kind(
            about="zip or folder of one table a kind", writer="csv_tables:as_csv", suffix="zip",
            media="application/zip", bundle=True,
        ),
        "md": Kind(
            about="Markdown with footnotes", writer="pages:as_markdown", suffix="md",
            media="text/markdown; charset=utf-8",
        ),
        "html": Kind(
            about="one self-contained page", writer="pages:as_html", suffix="html",
            media="text/html; charset=utf-8",
        ),
        "ics": Kind(
            about="a calendar of what is planned", writer="calendar:as_ics", suffix="ics",
            media="text/calendar; charset=utf-8",
        ),
        "atom": Kind(
            about="a feed of what is new", writer="atom:as_atom", suffix="atom", media="application/atom+xml",
        ),
        "ninjs": Kind(
            about="IPTC ninjs 3.1: reports, events, plans", writer="ninjs:as_ninjs", suffix="json",
            media="application/json",
        ),
        "webannotation": Kind(
            about="W3C Web Annotations: every passage in its report", writer="webannotation:as_webannotation",
            suffix="jsonld", media="application/ld+json",
        ),
        "schemaorg": Kind(
            about="JSON-LD in schema.org's words", writer="schemaorg:as_schemaorg", suffix="jsonld",
            media="application/ld+json",
        ),
        "timelinejs": Kind(
            about="JSON for TimelineJS", writer="timelinejs:as_timelinejs", suffix="json",
            media="application/json",
        ),
        "ftm": Kind(
            about="FollowTheMoney entities, one a line", writer="ftm:as_ftm", suffix="ftm.json",
            media="application/json+ftm",
        ),
        "plover": Kind(
            about="CSV of events by PLOVER's types, with modality and sentence", writer="plover:as_plover",
            suffix="csv", media="text/csv; charset=utf-8",
        ),
        "parquet": Kind(
            about="zip or folder of the tables as Parquet (extra: parquet)", writer="parquet:as_parquet",
            suffix="zip", media="application/zip", bundle=True,
        ),
    }
)  # fmt: skip


def export(
    record: Record, format: Format, *, texts: Texts | None, made_at: datetime, names: Names = "described"
) -> bytes:
    """Return a record as a file's bytes.

    Args:
        record: The record.
        format: What to write.
        texts: How much of the reports' texts goes along; None is what the format has by itself.
        made_at: The time to put on it.
        names: Whether persons known only as victim, witness, suspect or minor are named too.
    """
    kind = FORMATS[format]
    shown = record if names == "all" else described(record)
    stamped = replace(shown, made_at=stamp(made_at))
    return _writer(kind)(Exported(record=stamped, texts=texts or kind.texts, made_at=made_at))


def _writer(kind: Kind) -> Callable[[Exported], bytes]:
    """Return the function that writes a format; only its module, with what that needs, is imported."""
    module, name = kind.writer.split(":")
    return cast("Callable[[Exported], bytes]", getattr(import_module(f"{__package__}.{module}"), name))
