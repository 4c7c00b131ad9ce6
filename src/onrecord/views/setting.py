"""Text in, lines on a terminal out: wrapped to its width with a hanging indent, no blanks at line ends."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from onrecord.views.days import Day

HEADING = "bold"
QUIET = "dim"
LEAD = "bold magenta"
MARK = "yellow"
DIFFERS = "bold underline"
ID = "dim cyan"
SHORT = 10
"""Characters of an id that are printed: unlike others among a billion, and `why` takes beginnings."""
HANG = 2
NARROW = 20
"""Columns that words get at least, however deep they are indented."""


def put(
    console: Console, text: Text, indent: int = 0, hang: int | None = None, *, label: Text | None = None
) -> None:
    """Print a text, its first line indented by `indent` columns and the others by `hang`.

    Args:
        console: Where to print.
        text: The text.
        indent: Columns before the first line.
        hang: Columns before the other lines; None is two more than `indent`.
        label: What stands in the first line's indent.
    """
    further = indent + HANG if hang is None else hang
    lines = text.wrap(console, max(NARROW, console.width - further)) or [Text()]
    for place, line in enumerate(lines):
        line.rstrip()
        blanks = Text(" " * further)
        if place == 0:
            blanks = label.copy() if label is not None else Text()
            blanks.pad_right(indent - blanks.cell_len)
        console.print(blanks.append_text(line), soft_wrap=True)


def joined(parts: Iterable[Text]) -> Text:
    """Return the parts that have words as one line, with a dot between them."""
    return Text(" · ", style=QUIET).join([part for part in parts if part.plain])


def id_text(whole: str) -> Text:
    """Return as much of an id as is printed."""
    return Text(whole[:SHORT], style=ID)


def day_text(day: Day) -> Text:
    """Return a day; one that isn't sure is set in italics beside saying so."""
    return Text(day.words, style="" if day.sure else "italic")
