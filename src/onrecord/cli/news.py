"""`onrecord new` and `onrecord mark`: what has come since a reader last looked."""

from typing import TYPE_CHECKING, Any, Final

import click

from onrecord.cli.listing import listing, print_rows
from onrecord.cli.options import desk_at, screen, store_option

if TYPE_CHECKING:
    from onrecord.views.news import NewsLine, NewsPage

COLUMNS: Final = (
    "kind", "line", "sentence", "words", "outlet", "day", "edtf", "report", "start", "end", "id", "read",
    "cursor",
)  # fmt: skip

reader_option = click.option(
    "--reader", default="me", show_default=True, metavar="NAME", help="Whose mark: each reader has one."
)


@click.command()
@click.argument("story", required=False)
@reader_option
@click.option(
    "--since", type=click.IntRange(0), metavar="CURSOR", help="Go on from there, not from the mark."
)
@click.option("--unsure", is_flag=True, help="Show lines too of which the machine is unsure, marked.")
@listing
@store_option
def new(**asked: Any) -> None:  # noqa: ANN401  click gives what the options say
    """Show what has come since the mark, in STORY or in all: fact by fact, in the order of reading.

    New are events, statements, readings, outcomes of plans, second origins of a claim, differences, revisions
    and withdrawals. An old fact told again is not new, nor is background. [12] is the number of a report in
    the order of reading. After a line's `cursor`, `--since` goes on without it.
    """
    with desk_at(asked["store"], must_be=True) as desk:
        page = desk.new(asked["story"], reader=asked["reader"], since=asked["since"], unsure=asked["unsure"])
    if asked["shape"] is not None:
        print_rows([row_of(line) for line in page.lines], asked["shape"], COLUMNS)
    else:
        _print_page(page)


def row_of(line: "NewsLine") -> dict[str, Any]:
    """Return a line as programs are given it."""
    from onrecord.views.news import plain_words

    return {
        "kind": line.kind, "line": plain_words(line.line), "sentence": line.sentence, "words": line.words,
        "outlet": line.outlet, "day": line.published.words, "edtf": line.published.edtf,
        "report": line.report, "start": line.start, "end": line.end,
        "id": line.line.id, "read": line.read, "cursor": line.cursor,
    }  # fmt: skip


def _print_page(page: "NewsPage") -> None:
    """Print news for people: each line as the record has it, and beneath it the sentence."""
    from onrecord.views.setting import put
    from onrecord.views.terminal_lists import news_texts

    console = screen()
    for line in page.lines:
        for text, indent in news_texts(line):
            put(console, text, indent)
    seen = f"since report {page.since}" if page.since else "since the beginning"
    facts = f"{len(page.lines):,} new" if page.lines else "Nothing new"
    click.echo(f"{facts} {seen}, up to report {page.cursor}", err=True)


@click.command()
@reader_option
@click.option("--at", type=click.IntRange(0), metavar="CURSOR", help="Up to where.  [default: the last]")
@store_option
def mark(reader: str, at: int | None, store: str | None) -> None:
    """Mark all that was read as seen: `onrecord new` then shows what comes after."""
    with desk_at(store, must_be=True) as desk:
        marked = desk.mark(reader, at=at)
    click.echo(f"Marked as seen up to report {marked}, for {reader}", err=True)
