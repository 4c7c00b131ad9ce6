"""JSON Lines in, documents out: one report a line, read as a stream.

A line that is no JSON, too long, or without text is a problem, and the next one is read.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from onrecord.model.report import Document, Problem
from onrecord.sources.sniffing import media_of

NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("text", "body", "content", "article"),
    "headline": ("headline", "title"),
    "outlet": ("outlet", "publisher", "site_name", "source"),
    "published": ("published", "published_at", "datePublished", "date"),
    "updated": ("updated", "updated_at", "dateModified"),
    "byline": ("byline", "author", "authors"),
    "credit": ("credit", "agency"),
    "address": ("url", "address", "link", "source"),
    "language": ("language", "lang"),
    "retrieved": ("retrieved", "crawled"),
}
"""What a delivery may call each thing, best name first."""

_KEPT = ("headline", "outlet", "published", "updated", "byline", "credit", "language")


def documents_of_lines(stream: BinaryIO, path: Path, *, longest: int) -> Iterator[Document | Problem]:
    """Yield a document or a problem for each line that isn't blank."""
    for number, line in enumerate(_lines(stream, longest), start=1):
        address = f"{path.name}#{number}"
        if line is None:
            message = f"line {number} is longer than {longest:,} bytes: split the report or leave it out"
            yield Problem(report=None, address=address, kind="too-large", message=message)
        elif line.strip():
            yield document_of_line(line, path, number)


def _lines(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    while line := stream.readline(longest + 1):
        if len(line) <= longest:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(longest + 1)
        yield None


def document_of_line(line: bytes, path: Path, number: int) -> Document | Problem:
    """Return the document that one line of JSON holds, or what is wrong with it."""
    address = f"{path.name}#{number}"
    try:
        row = json.loads(line.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError) as error:
        message = f"line {number} is not JSON ({_brief(error)}): put one whole object on each line"
        return Problem(report=None, address=address, kind="broken-json-line", message=message)
    return document_of_row(row, path, number)


def document_of_row(row: object, path: Path, number: int | None) -> Document | Problem:
    """Return the document that one JSON value, row or note holds, or what is wrong with it.

    Args:
        row: What was read, by the names of its fields.
        path: The file.
        number: Which of its values this is; None where it holds one.
    """
    place = "" if number is None else f"#{number}"
    address = f"{path.name}{place}"
    if not isinstance(row, dict):
        message = f"line {number} is no JSON object: put one object with a text on each line"
        return Problem(report=None, address=address, kind="broken-json-line", message=message)
    text = next((row[name] for name in NAMES["text"] if isinstance(row.get(name), str)), "")
    if not text.strip():
        where = "the note" if number is None else f"line {number}"
        message = f"{where} has no text: expected one of {', '.join(NAMES['text'])}"
        return Problem(report=None, address=address, kind="no-text", message=message)
    body = text.encode("utf-8", "surrogatepass")
    fields = {name: value for name in _KEPT if (value := _value(row, NAMES[name], name))}
    return Document(
        address=_value(row, NAMES["address"], "address") or address,
        location=f"{path.absolute()}{place}",
        body=body,
        media=media_of(body[:4096]),
        charset="utf-8",
        retrieved=_moment(_value(row, NAMES["retrieved"], "retrieved")),
        fields=fields,
    )


def _value(row: Mapping[str, Any], names: Iterable[str], sought: str) -> str:
    for name in names:
        found = _as_words(row.get(name))
        is_address = found.startswith(("http://", "https://"))
        # "source" is an outlet in some deliveries and an address in others.
        if found and (name != "source" or is_address == (sought == "address")):
            return found
    return ""


def _as_words(value: object) -> str:
    if isinstance(value, str):
        return " ".join(value.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ").split())
    if isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        return _epoch(value)
    if isinstance(value, dict):
        return _as_words(value.get("name"))
    if isinstance(value, list):
        return ", ".join(words for item in value[:20] if (words := _as_words(item)))
    return ""


def _epoch(number: float) -> str:
    """Return seconds or milliseconds since 1970 as a time; "" for a number that is neither."""
    seconds = number / 1000 if number > 1e11 else number
    if not 1e8 < seconds < 1e11:
        return ""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _moment(words: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _brief(error: Exception) -> str:
    return str(error).split(": line")[0] or type(error).__name__
