"""Text in, lines on a terminal out: wrapped to its width with a hanging indent, no blanks at line ends."""

from rich.console import Console
from rich.text import Text

HANG = 2


def put(console: Console, text: Text, indent: int = 0, hang: int | None = None) -> None:
    """Print a text, its first line indented by `indent` columns and the others by `hang`."""
    further = indent + HANG if hang is None else hang
    width = max(20, console.width - further)
    lines = text.wrap(console, width)
    for place, line in enumerate(lines):
        line.rstrip()
        blanks = " " * (indent if place == 0 else further)
        console.print(Text(blanks).append_text(line), soft_wrap=True)
