"""`onrecord export`: the record taken along, in the formats that other tools read."""

import io
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from onrecord.cli.options import Back, desk_back, reading_back
from onrecord.views.exports.formats import FORMATS

if TYPE_CHECKING:
    from onrecord.model.record import Record

LISTED: Final = "\b\n" + "\n".join(f"{name:<14} {kind.about}" for name, kind in FORMATS.items())

from_file = click.option(
    "--from", "source", type=click.Path(exists=True, dir_okay=False), metavar="FILE",
    help="The record in FILE, as `export --format json` wrote it, not that of a store.",
)  # fmt: skip


@click.command(
    help=f"""Export the record of STORY, or of all that is on record, to stdout or a file.

{LISTED}

Persons known only as victim, witness, suspect or minor stand by a description: `[victim A]` in lines, █ in
the words of reports. Addresses and bylines stay as they are.
"""
)
@click.argument("story", required=False)
@click.option(
    "--format", "format", type=click.Choice(tuple(FORMATS)), default="json", show_default=True,
    metavar="FORMAT", help="One of the formats above.",
)  # fmt: skip
@click.option(
    "--texts", type=click.Choice(("none", "excerpts", "full")),
    help="How much of the reports' texts goes along: none, with evidence by place and hash; the sentences "
    "that lines rest on; or all.  [default: full for json, else excerpts]",
)  # fmt: skip
@click.option(
    "--names", type=click.Choice(("described", "all")), default="described", show_default=True,
    help="Whether to name everybody.",
)  # fmt: skip
@click.option(
    "--output", "-o", type=click.Path(), metavar="FILE",
    help="Where to write it; for csv and parquet FOLDER/ does too.",
)  # fmt: skip
@from_file
@reading_back
def export(story: str | None, format: str, back: Back, **asked: Any) -> None:  # noqa: ANN401  click gives what the options say
    """Export the record of a story, or of all."""
    output = asked["output"]
    to_stdout = output in (None, "-")
    if FORMATS[format].bundle and to_stdout and sys.stdout.isatty():
        raise click.UsageError(f"{format} is several files: say --output FILE.zip or --output FOLDER/")
    record = record_from(asked["source"], story, back)
    body = _body(record, story, back, format, asked)
    if to_stdout:
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
        return
    if FORMATS[format].bundle and (Path(output).is_dir() or output.endswith("/")):
        _unpacked(body, Path(output))
    else:
        Path(output).write_bytes(body)
    click.echo(f"Written to {output}", err=True)


def record_from(source: str | None, story: str | None, back: Back) -> "Record | None":
    """Return the record in a file, or what it holds of a story; None where no file is given."""
    if source is None:
        return None
    if back.store is not None or back.as_of is not None or back.as_read is not None:
        raise click.UsageError("--from reads a file: it goes with neither --store, --as-of nor --as-read")
    from onrecord.desk import Desk

    return Desk.record_in(Path(source).read_bytes(), story, name=source)


def _body(
    record: "Record | None", story: str | None, back: Back, format: str, asked: dict[str, Any]
) -> bytes:
    """Return what is to be written; a record from a file keeps the time that was put on it as JSON."""
    chosen: Any = {"texts": asked["texts"], "names": asked["names"]}
    if record is None:
        with desk_back(back) as desk:
            return desk.export(format, story, **chosen)  # type: ignore[arg-type]  # click has checked it
    from onrecord.views.exports.formats import export as written

    again = format == "json" and record.made_at
    made_at = datetime.fromisoformat(record.made_at) if again else datetime.now(UTC)
    return written(record, format, made_at=made_at, **chosen)  # type: ignore[arg-type]


def _unpacked(body: bytes, folder: Path) -> None:
    """Write the files of a zip of ours into a folder, making it."""
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(body)) as bundle:
        for name in bundle.namelist():
            (folder / Path(name).name).write_bytes(bundle.read(name))
