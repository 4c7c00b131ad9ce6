"""`onrecord tokens`: who may come into the reading room from elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from onrecord.cli.listing import listing, print_rows

if TYPE_CHECKING:
    from onrecord.web.access.tokens import Role

COLUMNS = ("name", "role", "added")


def _tokens_option(command: Any) -> Any:  # noqa: ANN401
    return click.option(
        "--tokens",
        "file",
        required=True,
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="The tokens file, as `onrecord serve --tokens FILE` takes it.",
    )(command)


@click.group()
def tokens() -> None:
    """Say who may come into the reading room from other machines.

    Each name has a token of its own, and a role: a reader looks, an editor may rule and read in, too.
    The file holds hashes alone. A running server keeps to it at once.
    """


@tokens.command()
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice(("reader", "editor")),
    default="reader",
    show_default=True,
    help="What they may do.",
)
@_tokens_option
def add(name: str, role: str, file: Path) -> None:
    """Let NAME in, and print their token: it is shown this once."""
    from onrecord.web.access.tokens import add as added

    token = added(file, name, cast("Role", role))
    click.echo(token)
    click.echo(f"{name} may come in as {role}. The token is shown this once: pass it on safely.", err=True)


@tokens.command("list")
@listing
@_tokens_option
def list_(shape: str | None, file: Path) -> None:
    """List who may come in, as what, and since when."""
    from onrecord.web.access.tokens import holders

    rows = [{"name": each.name, "role": each.role, "added": each.added} for each in holders(file)]
    if shape is not None:
        print_rows(rows, shape, COLUMNS)
        return
    for row in rows:
        click.echo(f"{row['name']:<24}{row['role']:<8}{row['added']}")
    if not rows:
        click.echo("Nobody may come in yet", err=True)


@tokens.command()
@click.argument("name")
@_tokens_option
def remove(name: str, file: Path) -> None:
    """Let NAME in no longer: their sessions end at once."""
    from onrecord.web.access.tokens import remove as removed

    removed(file, name)
    click.echo(f"{name} may come in no longer", err=True)
