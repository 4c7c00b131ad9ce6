"""What is exported in, a zip of Parquet files out: the same tidy tables as CSV, with their sorts.

Needs `pip install 'onrecord[parquet]'`.
"""

import io
from typing import Any

from onrecord.errors import MissingExtraError
from onrecord.views.exports.csv_tables import zipped
from onrecord.views.exports.exported import Exported
from onrecord.views.exports.tables import Table, tables


def as_parquet(given: Exported) -> bytes:
    """Return all tables as Parquet files in a zip.

    Raises:
        MissingExtraError: pyarrow isn't installed.
    """
    try:
        import pyarrow as arrow
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise MissingExtraError(subject="onrecord[parquet]") from error
    return zipped({f"{table.name}.parquet": _file(table, arrow, parquet) for table in tables(given)})


def _file(table: Table, arrow: Any, parquet: Any) -> bytes:  # noqa: ANN401  pyarrow has no types
    sorts = {"text": arrow.string(), "int": arrow.int64(), "float": arrow.float64(), "bool": arrow.bool_()}
    columns = {
        name: arrow.array([_value(row[name]) for row in table.rows], type=sorts[sort])
        for name, sort in table.columns
    }
    out = io.BytesIO()
    parquet.write_table(arrow.table(columns), out, compression="zstd")
    return out.getvalue()


def _value(value: object) -> object:
    """Return a value that Parquet can hold: text without halves of characters."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
