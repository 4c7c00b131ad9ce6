"""The command line in, its reference in Markdown out: `python scripts/cli_reference.py` writes `docs/cli.md`.

With `--check`, nothing is written, and the exit status is 1 where the page is stale.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from onrecord.cli.main import cli

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
HEAD = """# The command line

Made from the program's own help by `python scripts/cli_reference.py`; don't edit it by hand.

Data goes to stdout, talk to stderr. Exit status: 0 fine, 1 failed, 2 wrong usage, 3 done but some reports
had problems. Every command that needs one takes `--store PATH`; without it the store is `$ONRECORD_STORE`,
else `onrecord.db` in this folder.
"""
WIDTH = 100


def main(arguments: Sequence[str]) -> int:
    """Write the page, or check that it is not stale."""
    page = reference()
    if "--check" in arguments:
        return 0 if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page else 1
    PAGE.write_text(page, encoding="utf-8")
    return 0


def reference() -> str:
    """Return the reference of every command, in the order of the work."""
    parts = [HEAD, *sections(cli, "onrecord", None)]
    return "\n".join(parts)


def sections(command: click.Command, name: str, parent: click.Context | None) -> Iterator[str]:
    """Yield a section for a command and each one under it."""
    context = click.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=WIDTH,
        help_option_names=cli.context_settings["help_option_names"],
    )
    path = context.command_path
    yield f"## {path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for each in command.list_commands(context):
            under = command.get_command(context, each)
            if under is not None:
                yield from sections(under, each, context)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
