"""`onrecord export`: the record taken along, in the formats that other tools read."""

import io
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import click

from onrecord.cli.options import Back, desk_back, reading_back
from onrecord.views.exports.formats import FORMATS

if TYPE_CHECKING:
    from onrecord.views.as_json import Texts
    from onrecord.views.exports.formats import Format

LISTED: Final = "\b\n" + "\n".join(f"  {name:<14}{kind.about}" for name, kind in FORMATS.items())


@click.command(
    help=f"""Export the record of STORY, or of all that is on record, to stdout or a file.

Formats:

{LISTED}

`--texts` says how much of the reports' texts goes along: `none`, no sentence of them beside the lines, and
evidence by place and hash; `excerpts`, the sentences that lines rest on; `full`, the whole texts.
"""
)
@click.argument("story", required=False)
@click.option("--format", "format", type=click.Choice(tuple(FORMATS)), default="json", show_default=True)
@click.option(
    "--texts", type=click.Choice(("none", "excerpts", "full")),
    help="How much of the reports' texts goes along.  [default: full for json, else excerpts]",
)  # fmt: skip
@click.option("--output", "-o", type=click.Path(), metavar="FILE", help="Where to write it.")
@reading_back
def export(story: str | None, format: str, output: str | None, back: Back, **asked: Any) -> None:  # noqa: ANN401  click gives what the options say
    """Export the record of a story, or of all."""
    place = None if output is None or output == "-" else Path(output)
    if FORMATS[format].bundle and place is None and sys.stdout.isatty():
        raise click.UsageError(f"{format} is several files: say --output FILE.zip, or --output FOLDER/")
    with desk_back(back) as desk:
        body = desk.export(cast("Format", format), story, texts=cast("Texts | None", asked["texts"]))
    if place is None:
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
        return
    if FORMATS[format].bundle and (place.is_dir() or str(output).endswith("/")):
        _unpacked(body, place)
    else:
        place.write_bytes(body)
    click.echo(f"Written to {output}", err=True)


def _unpacked(body: bytes, folder: Path) -> None:
    """Write the files of a zip of ours into a folder, making it."""
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(body)) as bundle:
        for name in bundle.namelist():
            (folder / Path(name).name).write_bytes(bundle.read(name))
