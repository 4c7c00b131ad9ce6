"""`onrecord store`: look after the store."""

import click

from onrecord.cli.options import desk_at, store_option


@click.group()
def store() -> None:
    """Look after the store."""


@store.command()
@store_option
def check(store: str | None) -> int:
    """Check that the store is whole; each damage is one line, and the exit status is then 1."""
    with desk_at(store, must_be=True) as desk:
        damage = desk.check()
    for line in damage:
        click.echo(line)
    click.echo("The store is damaged" if damage else "The store is whole", err=True)
    return 1 if damage else 0


@store.command()
@click.option("--processes", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N")
@store_option
def renew(processes: int, store: str | None) -> None:
    """Annotate anew the reports that an older version of onrecord has read."""
    with desk_at(store, must_be=True) as desk:
        renewed = desk.renew(processes=processes)
    click.echo(f"Annotated anew: {renewed:,}", err=True)
