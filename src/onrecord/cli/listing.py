"""Rows in, a listing for programs out: JSON, JSON Lines or CSV."""

import csv
import functools
import io
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
Row = dict[str, Any]

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet would run."""


def listing(command: Command) -> Command:
    """Give a command `--json`, `--jsonl` and `--csv`; it is called with the one chosen as `shape`."""

    @click.option("--json", "shapes", flag_value="json", multiple=True, help="Print one JSON array.")
    @click.option("--jsonl", "shapes", flag_value="jsonl", multiple=True, help="Print JSON Lines.")
    @click.option("--csv", "shapes", flag_value="csv", multiple=True, help="Print CSV, formulas defused.")
    @functools.wraps(command)
    def with_shape(*args: object, shapes: tuple[str, ...], **rest: object) -> object:
        if len(set(shapes)) > 1:
            raise click.UsageError("choose one of --json, --jsonl and --csv")
        return command(*args, shape=shapes[0] if shapes else None, **rest)

    return with_shape  # type: ignore[return-value]


def print_rows(rows: Sequence[Row], shape: str, columns: Sequence[str]) -> None:
    """Print rows in the shape chosen; `columns` are those of CSV."""
    if shape == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif shape == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False))
    else:
        click.echo(as_csv(rows, columns), nl=False)


def as_csv(rows: Iterable[Row], columns: Sequence[str]) -> str:
    """Return rows as CSV with a head; a cell that a spreadsheet would run is led by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([defused(row.get(column)) for column in columns])
    return out.getvalue()


def defused(value: object) -> str:
    """Return a value as a cell of text that no spreadsheet runs."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
