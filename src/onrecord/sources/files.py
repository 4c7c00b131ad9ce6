"""Files and folders in, documents out: text, pages, notes, JSON Lines, tables; each perhaps gzipped.

Nothing of a file that is too large is kept in memory, and what can't be read is a problem: the next file
is read all the same. File times are not used: they say when a copy was made, not when a report was out.
"""

import gzip
import json
import stat
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final, cast

from onrecord.errors import SourceNotFoundError
from onrecord.model.report import Document, Media, Problem
from onrecord.sources.entries import entries_of
from onrecord.sources.lines import document_of_row, documents_of_lines
from onrecord.sources.notes import document_of_note
from onrecord.sources.rows import documents_of_rows
from onrecord.sources.sniffing import HEAD, is_binary, is_packed, media_of, sort_of
from onrecord.sources.walking import files_under, unreadable

MAX_BYTES: Final = 20_000_000
"""The largest single report. A long read has 100 kB, a live page with all its furniture 2 MB."""

READ: Final = "text, HTML, Markdown, JSON Lines or CSV"
"""What is read."""

MAX_UNPACKED: Final = 200
"""How many times its size a file may unpack to: text packs to a tenth or so, a bomb to a thousandth."""

_EACH: Final = {"lines": documents_of_lines, "rows": documents_of_rows}
"""What yields the documents of a file that holds one a line."""


def documents(paths: Sequence[str | Path]) -> Iterator[Document | Problem]:
    """Yield what the files and folders hold, in the order given, folders by name.

    Raises:
        SourceNotFoundError: One of the paths isn't there; raised before anything is read.
    """
    wanted = [Path(path) for path in paths]
    for path in wanted:
        if not _is_there(path):
            raise SourceNotFoundError(subject=str(path))
    for path in wanted:
        for found in files_under(path):
            if isinstance(found, Problem):
                yield found
            else:
                yield from _read(found)


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True  # it is there and can't be reached: a problem, told when it is read
    return True


def _read(path: Path) -> Iterator[Document | Problem]:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            yield _problem(path, "unreadable", "is no regular file: give files and folders")
        elif status.st_size == 0:
            yield _problem(path, "empty", "the file is empty")
        elif sort_of(path.name) == "other":
            yield _problem(path, "unsupported", f"not a format that is read: give {READ}")
        else:
            yield from _read_file(path, status.st_size)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        yield _problem(path, "unreadable", "the gzipped file is damaged: fetch it again")
    except OSError as error:
        yield unreadable(path, error)


def _read_file(path: Path, size: int) -> Iterator[Document | Problem]:
    with _open(path, size) as stream:
        if (of_each := _EACH.get(sort_of(path.name) or "text")) is not None:
            yield from of_each(stream, path, longest=MAX_BYTES)
            if isinstance(stream, _Bounded) and stream.is_over:
                yield _problem(path, "too-large", "unpacks to far more than a text does: not read on")
            return
        if size > MAX_BYTES:
            yield _too_large(path)
            return
        body = stream.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        yield _too_large(path)
    elif sort_of(path.name) == "json":
        yield from _of_json(path, body)
    else:
        yield from _whole(path, body)


class _Bounded(gzip.GzipFile):
    """A gzipped file that ends when it has given as many bytes as it may."""

    def __init__(self, path: Path, most: int) -> None:
        super().__init__(path, "rb")
        self._left = most
        self.is_over = False

    def readline(self, size: int | None = -1, /) -> bytes:
        """Return the next line, or nothing once the bound is passed."""
        line = b"" if self.is_over else super().readline(-1 if size is None else size)
        self._left -= len(line)
        self.is_over = self._left < 0
        return line


def _open(path: Path, size: int) -> BinaryIO:
    if is_packed(path.name):
        return cast("BinaryIO", _Bounded(path, max(MAX_BYTES, MAX_UNPACKED * size)))
    return path.open("rb")


def _whole(path: Path, body: bytes) -> Iterator[Document | Problem]:
    """Yield the report that a file is, or those that it was put together from."""
    if not body.strip():
        yield _problem(path, "empty", "the file holds nothing but blanks")
        return
    head = body[:HEAD]
    if is_binary(head):
        yield _problem(path, "binary", f"is not text: convert it to {READ}")
        return
    named = sort_of(path.name)
    if named == "markdown":
        yield document_of_note(body, path)
        return
    media: Media = named if named == "html" else media_of(head)
    location = str(path.absolute())
    entries = entries_of(body) if media == "text" else [body]
    for number, entry in enumerate(entries, start=1):
        place = f"#{number}" if len(entries) > 1 else ""
        yield Document(address=_name(path) + place, location=location + place, body=entry, media=media)


def _of_json(path: Path, body: bytes) -> Iterator[Document | Problem]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        # Some call JSON Lines `.json`: several values in one file.
        yield from documents_of_lines(BytesIO(body), path, longest=MAX_BYTES)
        return
    for number, row in enumerate(value if isinstance(value, list) else [value], start=1):
        yield document_of_row(row, path, number)


def _too_large(path: Path) -> Problem:
    return _problem(path, "too-large", f"is larger than {MAX_BYTES:,} bytes: split it, or leave it out")


def _problem(path: Path, kind: str, message: str) -> Problem:
    return Problem(report=None, address=_name(path), kind=kind, message=message)


def _name(path: Path) -> str:
    return path.name.encode("utf-8", "replace").decode("utf-8")
