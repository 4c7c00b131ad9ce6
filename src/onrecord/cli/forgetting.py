"""`onrecord forget`: a report is taken out."""

import click

from onrecord.cli.options import desk_at, store_option


@click.command()
@click.argument("report", metavar="REPORT")
@click.option("--because", metavar="WORDS", help="Why; it is kept.")
@store_option
def forget(report: str, because: str | None, store: str | None) -> None:
    """Take out REPORT, by its id: its text, every revision of it, and what rested on it alone.

    What stays is a hash of it, the day and the reason, so that reading it again says that it was forgotten;
    `read --again` reads it all the same. Nothing of its words is left in the store's files; exports and
    backups that were made of them are other files, and yours to delete.
    """
    with desk_at(store, must_be=True) as desk:
        gone = desk.forget(report, because=because)
    for stone in gone:
        click.echo(f"{stone.report}  {stone.saying}")
    revisions = f" with {len(gone) - 1} earlier or later revisions" if len(gone) > 1 else ""
    click.echo(f"Forgotten{revisions}; exports and backups are not touched", err=True)
