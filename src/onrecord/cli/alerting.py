"""`onrecord alert`: each new fact on a story, a person or words, once, to a webhook, command or folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import click

from onrecord.cli.options import desk_at, place_of, store_option

if TYPE_CHECKING:
    from onrecord.alerting.deliveries import Way

WAYS: Final = ("webhook", "command", "folder")


@click.command()
@click.argument("follows", metavar="STORY|PERSON|WORDS")
@click.option(
    "--to", "target", nargs=2, required=True, metavar="webhook|command|folder TARGET",
    help="Where to tell it: `webhook URL`, `command 'PROGRAM …'` (JSON on its standard input), `folder DIR`.",
)  # fmt: skip
@click.option("--reader", metavar="NAME", help="Whose mark.  [default: one for this alert alone]")
@click.option("--from-now", is_flag=True, help="The first time, tell nothing of what is on record already.")
@click.option(
    "--names", type=click.Choice(("described", "all")), default="described", show_default=True,
    help="Whether to name everybody, as in `onrecord export`.",
)  # fmt: skip
@click.option("--unsure", is_flag=True, help="Tell lines too of which the machine is unsure, marked.")
@click.option("--tries", type=click.IntRange(1, 20), default=5, show_default=True, metavar="N")
@click.option(
    "--ledgers", type=click.Path(file_okay=False), metavar="DIR",
    help="Where it is kept what was told beyond the mark.  [default: beside the store]",
)  # fmt: skip
@store_option
def alert(follows: str, target: tuple[str, str], store: str | None, **asked: Any) -> None:  # noqa: ANN401  click gives what the options say
    """Tell what is new on STORY, PERSON or WORDS: each new fact once, as one JSON object.

    Run it after reading, as often as you like. A story is given by its id, a person by id or name. A run that
    is cut short, or a delivery that fails after all tries, loses nothing and repeats nothing: the next run
    goes on. Each fact has a key, for the one that was delivered but not acknowledged.
    """
    way, place = target
    if way not in WAYS:
        raise click.UsageError(f"--to takes {', '.join(WAYS)}, not {way}")
    where = place_of(store)
    beside = Path("onrecord.alerts" if "://" in where else f"{where}.alerts")
    ledgers = asked.pop("ledgers") or beside
    with desk_at(store, must_be=True) as desk:
        from onrecord.alerting.telling import Following

        told = desk.alert(Following(follows=follows, to=(cast("Way", way), place), **asked), ledgers=ledgers)
    click.echo(f"{told:,} told to {way} {place}", err=True)
