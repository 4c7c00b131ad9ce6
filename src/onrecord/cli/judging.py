"""`onrecord judge`: a person's rulings on the record."""

import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from onrecord.cli.listing import listing, print_rows
from onrecord.cli.options import desk_at, store_option

if TYPE_CHECKING:
    from onrecord.model.record import Ruling
    from onrecord.views.rulings import RulingLine

Command = TypeVar("Command", bound=Callable[..., Any])

WHO: Final = "ONRECORD_NAME"
COLUMNS: Final = ("id", "verdict", "about", "state", "note", "by", "at", "because", "words", "reports", "now")


def by_option(command: Command) -> Command:
    """Give a command `--by`."""
    return click.option(
        "--by", metavar="NAME", help=f"Who rules.  [default: ${WHO}, else the name of this login]"
    )(command)


@click.group()
def judge() -> None:
    """Rule on the record: what is the same, different, or wrong.

    A ruling outranks the machine for good: it hangs on the words of the reports, and holds when more
    reports are read, when they are annotated anew, and when they are revised. IDs are those of lines,
    people, stories and reports, as `show` and `why` print them; the beginning of one is enough.
    """


@judge.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
@click.option("--because", metavar="WORDS", help="Why.")
@by_option
@store_option
def same(ids: tuple[str, ...], because: str | None, by: str | None, store: str | None) -> None:
    """Rule that lines are one: one event, statement, figure or person, or reports one story."""
    _judge("same", ids, because, by, store)


@judge.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
@click.option("--because", metavar="WORDS", help="Why.")
@by_option
@store_option
def different(ids: tuple[str, ...], because: str | None, by: str | None, store: str | None) -> None:
    """Rule that lines, or mentions in one line, are not the same: they never meet again."""
    _judge("different", ids, because, by, store)


@judge.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--because", metavar="WORDS", help="Why.")
@by_option
@store_option
def wrong(ids: tuple[str, ...], because: str | None, by: str | None, store: str | None) -> None:
    """Rule that lines are wrong: they are left out, with all that reports tell for them.

    A line's own id strikes the line; the id of one of its readings or mentions strikes that alone.
    """
    _judge("wrong", ids, because, by, store)


@judge.command()
@click.argument("ruling", required=False, metavar="[RULING]")
@by_option
@store_option
def undo(ruling: str | None, by: str | None, store: str | None) -> None:
    """Undo RULING, or else the last one: the record is as if it had never been made. The log keeps both."""
    with desk_at(store, must_be=True) as desk:
        undone = desk.undo(ruling, by=name_of(by))
    click.echo(f"Undone: {undone.id} ({undone.verdict})", err=True)


@judge.command()
@listing
@store_option
def log(shape: str | None, store: str | None) -> None:
    """List every ruling: what, who, when, why, and whether it counts."""
    with desk_at(store, must_be=True) as desk:
        lines = desk.rulings()
    if shape is not None:
        rows = [{column: _plain(getattr(line, column), shape) for column in COLUMNS} for line in lines]
        print_rows(rows, shape, COLUMNS)
    elif lines:
        for line in lines:
            _print(line)
    else:
        click.echo("Nothing has been ruled on yet", err=True)


@judge.command("export")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True))
@store_option
def export_(file: str, store: str | None) -> None:
    """Write every ruling to FILE, as JSON that `import` reads; `-` is stdout."""
    with desk_at(store, must_be=True) as desk:
        body = desk.export_rulings()
    if file == "-":
        sys.stdout.buffer.write(body)
        sys.stdout.buffer.flush()
        return
    Path(file).write_bytes(body)
    click.echo(f"Written to {file}", err=True)


@judge.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@store_option
def import_(file: str, store: str | None) -> None:
    """Take in the rulings of FILE; those on reports that aren't on record wait for them."""
    body = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    with desk_at(store, must_be=True) as desk:
        taken = desk.import_rulings(body)
    click.echo(f"Rulings taken in: {taken:,}", err=True)


def _judge(
    verdict: "Ruling", ids: tuple[str, ...], because: str | None, by: str | None, store: str | None
) -> None:
    if verdict != "wrong" and len(ids) < 2:
        raise click.UsageError(f"{verdict} takes two ids or more")
    with desk_at(store, must_be=True) as desk:
        made = desk.judge(verdict, ids, by=name_of(by), because=because)
    for judgement in made:
        words = " / ".join(" ".join(span.text.split()) for span in judgement.spans)
        click.echo(f"{judgement.id}  {verdict}: {words}")


def name_of(given: str | None) -> str:
    """Return who rules: as given, else as the environment says, else whose login it is."""
    if given or os.environ.get(WHO):
        return given or os.environ[WHO]
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise click.UsageError(f"say who rules: --by NAME, or set {WHO}") from None


def _plain(value: object, shape: str) -> object:
    """Return a cell: several values are a list, and one text in CSV."""
    if isinstance(value, tuple):
        return " | ".join(value) if shape == "csv" else list(value)
    return value


def _print(line: "RulingLine") -> None:
    about = f" ({line.about})" if line.about else ""
    click.echo(f"{line.id}  {line.verdict}{about}, by {line.by} on {line.at[:10]}: {line.state}")
    if line.because:
        click.echo(f"    because: {line.because}")
    for words, report, now in zip(line.words, line.reports, line.now or [""] * len(line.words), strict=True):
        click.echo(f"    “{words}” in {report}" + (f", now {now}" if now else ""))
    if line.note:
        click.echo(f"    {line.note}")
