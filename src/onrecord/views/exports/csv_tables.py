"""What is exported in, a zip of CSV files out: one tidy table a kind, which no spreadsheet runs.

As RFC 4180 has it, in UTF-8 with its mark, by which spreadsheets know the letters. The same record is the
same bytes: the files in the zip bear no clock.
"""

import csv
import io
import re
import zipfile
from collections.abc import Mapping
from typing import Final

from onrecord.views.exports.exported import Exported
from onrecord.views.exports.tables import Table, tables
from onrecord.views.harmless import harmless

_RUN: Final = re.compile(r"\s*[=+\-@|%＝＋－＠]|[\t\r\n]")
"""What a cell begins with that some spreadsheet would run."""

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can bear


def as_csv(given: Exported) -> bytes:
    """Return all tables as CSV files in a zip."""
    return zipped({f"{table.name}.csv": csv_of(table) for table in tables(given)})


def csv_of(table: Table) -> bytes:
    """Return a table as CSV."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    names = [name for name, _ in table.columns]
    writer.writerow(names)
    writer.writerows([cell(row[name]) for name in names] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def cell(value: object) -> str:
    """Return a value as a cell; one that a spreadsheet would run is led by an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:.15g}"
    text = harmless(str(value))
    return f"'{text}" if _RUN.match(text) else text


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return files as one zip, the same for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, body in parts.items():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            bundle.writestr(info, body)
    return out.getvalue()
