"""A table of reports in (comma or tab separated), documents out: one report a row, read as a stream.

The first row names the columns, as JSON Lines name their fields. A row without text is a problem, and the
next one is read.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import count
from pathlib import Path
from typing import BinaryIO, Final

from onrecord.model.report import Document, Problem
from onrecord.sources.lines import document_of_row
from onrecord.sources.sniffing import is_wide

SEPARATORS: Final = ",;\t|"
LOOKED_AT: Final = 65_536
"""Bytes by which encoding and separator are told."""


def documents_of_rows(stream: BinaryIO, path: Path, *, longest: int) -> Iterator[Document | Problem]:
    """Yield a document or a problem for each row below the names of the columns.

    Args:
        stream: The table's bytes; read from where it stands.
        path: The file, for addresses and problems.
        longest: Characters that one field may have.
    """
    lines = _lines(stream, longest)
    first = next(lines, "")
    separator = max(SEPARATORS, key=first.count)
    csv.field_size_limit(longest)
    names = [name.strip().lower() for name in next(csv.reader([first], delimiter=separator), [])]
    rows = csv.reader(lines, delimiter=separator)
    for number in count(1):
        try:
            row = next(rows, None)
        except csv.Error as error:
            message = f"row {number} can't be read ({error}): mend the table, or split it"
            yield Problem(report=None, address=f"{path.name}#{number}", kind="broken-row", message=message)
            continue
        if row is None:
            return
        if any(value.strip() for value in row):
            yield document_of_row(dict(zip(names, row, strict=False)), path, number)


def _lines(stream: BinaryIO, longest: int) -> Iterator[str]:
    """Yield the lines of a table as text; of one in UTF-16, which is read whole, no more than may be."""
    head = stream.read(LOOKED_AT)
    stream.seek(0)
    if is_wide(head):
        yield from StringIO(stream.read(longest).decode("utf-16", errors="replace"), newline="")
        return
    encoding = "utf-8-sig" if _is_utf8(head) else "cp1252"
    for number, line in enumerate(stream):
        yield line.decode(encoding if number == 0 else encoding.removesuffix("-sig"), errors="replace")


def _is_utf8(head: bytes) -> bool:
    """Whether bytes are UTF-8, a character cut at their end aside."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(head) == LOOKED_AT and error.start > len(head) - 4
    return True
