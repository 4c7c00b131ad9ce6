"""`onrecord serve`: the reading room."""

import gc
from pathlib import Path
from typing import Final

import click

from onrecord.cli.judging import name_of
from onrecord.cli.options import Stopped, place_of, store_option

COLLECT: Final = (50_000, 25, 100)
"""When unused memory is looked for. The records that are kept are a million small values that hold each
other in no circle: at Python's own thresholds a look through them all, of 0.1 s, comes every few pages."""

LACKING = "the reading room needs more packages: pip install 'onrecord[web]'"


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, metavar="N")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="HOST",
    help="Any but this machine needs --tokens.",
)
@click.option(
    "--tokens",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Who may come in, and as what: see `onrecord tokens`.",
)
@store_option
def serve(port: int, host: str, tokens: Path | None, store: str | None) -> int:
    """Open the reading room: the record in a browser, for this machine unless --tokens says who comes."""
    try:
        from onrecord.web.access.serving import server
        from onrecord.web.app import app
        from onrecord.web.settings import Settings
    except ModuleNotFoundError as error:
        raise Stopped(LACKING) from error
    made = app(Settings(store=place_of(store), host=host, port=port, tokens=tokens, by=name_of(None)))
    click.echo(f"The reading room is open at http://{host}:{port}/ (Ctrl-C closes it)", err=True)
    gc.freeze()
    gc.set_threshold(*COLLECT)
    server(made, host=host, port=port).run()
    return 0
