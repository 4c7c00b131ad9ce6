"""`onrecord stories`, `show`, `search`, `why`: the record read back."""

from typing import TYPE_CHECKING, Any, cast

import click

from onrecord.cli.exporting import from_file, record_from
from onrecord.cli.listing import listing, print_rows
from onrecord.cli.options import Back, desk_back, reading_back, screen
from onrecord.errors import NotOnRecordError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from onrecord.desk import Desk
    from onrecord.model.record import Record
    from onrecord.record.store import HitKind
    from onrecord.views.search import SearchLine
    from onrecord.views.stories import StoryLine
    from onrecord.views.why_sheet import SheetFormat

KINDS = ("report", "statement", "event", "person")


@click.command()
@listing
@reading_back
def stories(shape: str | None, back: Back) -> None:
    """List the stories on record, the one last reported on first."""
    with desk_back(back) as desk:
        found = desk.stories()
    if shape is not None:
        columns = ("id", "title", "first", "last", "reports", "outlets", "storyline")
        print_rows([{each: getattr(story, each) for each in columns} for story in found], shape, columns)
    elif found:
        print_stories(found)
    else:
        click.echo("No stories on record yet: onrecord read PATH ...", err=True)


def print_stories(found: "Sequence[StoryLine]") -> None:
    """Print stories for people: title, and beneath it days, how many reports, and the ids' beginnings."""
    from onrecord.views.setting import put
    from onrecord.views.terminal_lists import story_texts

    console = screen()
    for story in found:
        for text, indent in story_texts(story):
            put(console, text, indent)


@click.command()
@click.argument("story", required=False)
@click.option("--unsure", is_flag=True, help="Show lines too of which the machine is unsure, marked.")
@click.option("--json", "as_json", is_flag=True, help="Print the record as JSON (record.schema.json).")
@from_file
@reading_back
def show(story: str | None, unsure: bool, as_json: bool, source: str | None, back: Back) -> None:
    """Show the record of STORY: its id, the beginning of it, or words of its title.

    Without STORY, of the one storyline on record. Each line ends in its reports, as [3], and in the id that
    `onrecord why` takes.
    """
    given = record_from(source, story, back)
    if given is not None:
        if as_json:
            raise click.UsageError("--json of a file is the file: see `onrecord export --from FILE`")
        show_record(given, screen(), unsure=unsure)
        return
    with desk_back(back) as desk:
        asked = only_storyline(desk) if story is None else story
        if as_json:
            click.echo(desk.export("json", asked, names="all"), nl=False)
            return
        record = desk.record(asked)
    show_record(record, screen(), unsure=unsure)


def only_storyline(desk: "Desk") -> str:
    """Return the one storyline on record, or end with what to do."""
    lines = desk.storylines()
    if len(lines) > 1:
        raise click.UsageError("several storylines are on record: say which (see `onrecord stories`)")
    if not lines:
        raise NotOnRecordError("nothing is on record yet: read some reports first")
    return lines[0]


def show_record(record: "Record", console: "Console", *, unsure: bool = False) -> None:
    """Print a record as a page."""
    from onrecord.views.sheet import sheet
    from onrecord.views.terminal import print_sheet

    print_sheet(sheet(record, unsure=unsure), console)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--kind", type=click.Choice(KINDS), help="Only hits of this kind.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, metavar="N")
@listing
@reading_back
def search(words: tuple[str, ...], kind: str | None, limit: int, shape: str | None, back: Back) -> None:
    """Search reports, statements, events and people for WORDS."""
    with desk_back(back) as desk:
        hits = desk.search(" ".join(words), kind=cast("HitKind | None", kind), limit=limit)
    if shape is None:
        _print_hits(hits)
        return
    rows: list[dict[str, Any]] = [
        {
            "kind": hit.kind, "words": hit.words, "outlet": hit.outlet,
            "day": hit.day.words, "edtf": hit.day.edtf,
            "headline": hit.headline, "id": hit.id, "report": hit.report, "story": hit.story,
        }
        for hit in hits
    ]  # fmt: skip
    print_rows(rows, shape, ("kind", "words", "outlet", "day", "edtf", "headline", "id", "report", "story"))


def _print_hits(hits: "Sequence[SearchLine]") -> None:
    """Print what a search found, a line each: kind, words, outlet, day, id."""
    from onrecord.views.setting import put
    from onrecord.views.terminal_lists import hit_text

    if not hits:
        click.echo("Nothing on record has these words", err=True)
    console = screen()
    for hit in hits:
        put(console, hit_text(hit))


@click.command()
@click.argument("line", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print the evidence as JSON.")
@click.option("--format", "form", type=click.Choice(("md", "html")), help="A sheet to print.")
@reading_back
def why(line: str, as_json: bool, form: "SheetFormat | None", back: Back) -> None:
    """Show the whole evidence of a line, report, person, story or annotation, by its ID.

    The beginning of an id is enough where only one begins so.
    """
    with desk_back(back) as desk:
        found = desk.why(line)
    if form is not None:
        from onrecord.views.why_sheet import as_sheet

        click.echo(as_sheet(found, form), nl=False)
        return
    if as_json:
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=1))
        return
    from onrecord.views.terminal_why import print_why

    print_why(found, screen())
