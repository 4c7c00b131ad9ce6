"""The commands put together, and what every one of them does when something goes wrong."""

import io
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from onrecord import __version__
from onrecord.cli.alerting import alert
from onrecord.cli.evaluating import evaluate
from onrecord.cli.exporting import export
from onrecord.cli.forgetting import forget
from onrecord.cli.judging import judge
from onrecord.cli.keeping import store
from onrecord.cli.mcp import mcp
from onrecord.cli.news import mark, new
from onrecord.cli.options import DEFAULT_STORE, Faces, Stopped
from onrecord.cli.reading import demo, read
from onrecord.cli.serving import serve
from onrecord.cli.showing import search, show, stories, why
from onrecord.cli.tokens import tokens
from onrecord.cli.training import train
from onrecord.errors import OnrecordError

COMMANDS = (
    demo, read, stories, show, new, mark, search, why, judge, forget, export, alert, serve, mcp, tokens,
    store, train, evaluate,
)  # fmt: skip


class InOrder(click.Group):
    """A group that lists its commands in the order of the work."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the commands as they were added."""
        return list(self.commands)


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--store",
    metavar="PATH",
    help=f"Where the record is kept.  [default: {DEFAULT_STORE}; or $ONRECORD_STORE]",
)
@click.option("-v", "--verbose", is_flag=True, help="Show where in the program an error arose.")
@click.version_option(__version__, prog_name="onrecord", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context, store: str | None, verbose: bool) -> None:
    """Read news reports on an unfolding story and keep a dated, sourced record of it.

    Every line of the record leads to the exact words, in the exact report, that it rests on.
    Data goes to stdout, talk to stderr. Exit status: 0 fine, 1 failed, 2 wrong usage,
    3 done but some reports had problems.
    """
    ctx.obj = Faces(store=store, verbose=verbose)


for command in COMMANDS:
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and end with its exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    sys.exit(run(given))


def run(arguments: list[str]) -> int:
    """Return the exit status of a command; what goes wrong is one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter is no reason to stop
    verbose = any(each in ("-v", "--verbose") for each in arguments)
    try:
        result: Any = cli.main(args=arguments, prog_name="onrecord", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        error.show()
        return 2 if isinstance(error, click.UsageError) else 1
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except Stopped as stopped:
        return _say(str(stopped))
    except (click.Abort, KeyboardInterrupt):
        return _say("stopped")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (OnrecordError, OSError) as error:
        if verbose:
            raise
        return _say(f"onrecord: {' '.join(str(error).split())}")


def _say(words: str) -> int:
    """Say why nothing came of it, and return the status of failing."""
    click.echo(words, err=True)
    return 1
