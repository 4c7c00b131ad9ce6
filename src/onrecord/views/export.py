"""A record in, a file's bytes out: JSON, Markdown or a page."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

from onrecord.model.record import Record
from onrecord.views.as_json import Texts, as_json

Format = Literal["json", "md", "html"]


def export(record: Record, format: Format, *, texts: Texts | None, made_at: datetime) -> bytes:
    """Return a record as a file's bytes.

    Args:
        record: The record.
        format: What to write.
        texts: How much of the reports' texts goes along; None is `full` for JSON, else `excerpts`.
        made_at: The time to put on it.
    """
    stamp = made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if format == "json":
        return as_json(record, made_at=stamp, texts=texts or "full")
    stamped = replace(record, made_at=stamp)
    if format == "md":
        from onrecord.views.markdown import as_markdown

        return as_markdown(stamped, texts=texts or "excerpts").encode()
    from onrecord.views.html import as_html

    return as_html(stamped, texts=texts or "excerpts").encode()
