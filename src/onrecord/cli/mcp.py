"""`onrecord mcp`: the record for language-model clients."""

import click

from onrecord.cli.options import Stopped, desk_at, store_option

LACKING = "language-model clients need more packages: pip install 'onrecord[mcp]'"


@click.command()
@store_option
def mcp(store: str | None) -> None:
    """Offer the record to a language-model client, read only, over stdin and stdout.

    The client starts this command itself (Model Context Protocol, stdio). Every line that it is given bears
    its standing and citations; words of reports are marked as others' words.
    """
    try:
        from onrecord.mcp.server import server
    except ModuleNotFoundError as error:
        raise Stopped(LACKING) from error
    with desk_at(store, must_be=True) as desk:
        server(desk).run("stdio")
