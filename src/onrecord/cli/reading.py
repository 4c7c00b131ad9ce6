"""`onrecord read` and `onrecord demo`: reports go in."""

import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from hashlib import blake2b
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from onrecord import __version__
from onrecord.cli.options import Stopped, desk_at, screen, store_option

if TYPE_CHECKING:
    from onrecord.desk import Desk
    from onrecord.pipeline import Outcome

MANY: Final = 8
"""Reports up to which one process is quicker than several: a second one costs about a second to start."""

REPORTS: Final = (".txt", ".html", ".jsonl")
PROBLEMS: Final = 3


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--processes", type=click.IntRange(1, 64), metavar="N", help="How many work at once.")
@click.option("--again", is_flag=True, help="Read what was forgotten all the same.")
@store_option
def read(paths: tuple[str, ...], processes: int | None, again: bool, store: str | None) -> int:
    """Read reports into the record: files and folders of text, HTML, Markdown, JSON Lines, CSV.

    Reports that are on record already are passed over, and so are those that were forgotten. Each problem
    is one line on stderr, and the exit status is then 3.
    """
    with desk_at(store) as desk:
        tally = read_and_tell(desk, paths, processes, again=again)
    return PROBLEMS if tally["with problems"] else 0


@click.command()
@store_option
def demo(store: str | None) -> int:
    """Read the built-in example, sixteen invented reports, and show its record."""
    from onrecord.cli.showing import show_record

    with ExitStack() as opened:
        folder = opened.enter_context(as_file(files("onrecord") / "data/example"))
        paths = sorted(str(path) for path in Path(folder).iterdir() if path.suffix in REPORTS)
        place = store or demo_store()
        click.echo(f"The built-in example, kept in {place}", err=True)
        desk = opened.enter_context(desk_at(place))
        tally = read_and_tell(desk, paths, None)
        show_record(desk.record(), screen())
    return PROBLEMS if tally["problem"] else 0


def demo_store() -> str:
    """Return where the example is kept: a cache of this version's very files, so that none is out of date."""
    root = Path(str(files("onrecord")))
    stamps = sorted(
        (path.relative_to(root).as_posix(), path.stat().st_size, int(path.stat().st_mtime))
        for path in root.rglob("*")
        if path.suffix in (".py", ".toml", ".txt", ".html", ".jsonl")
    )
    mark = blake2b(repr((__version__, stamps)).encode(), digest_size=6).hexdigest()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "onrecord"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        if os.access(cache, os.W_OK):
            return str(cache / f"example-{mark}.db")
    except OSError:
        pass
    return str(Path(tempfile.gettempdir()) / f"onrecord-example-{mark}.db")


def read_and_tell(
    desk: "Desk", paths: Sequence[str], processes: int | None, *, again: bool = False
) -> Counter[str]:
    """Read what stands at some paths, tell what became of it, and return how many came to what.

    Raises:
        Stopped: The person at the keyboard stopped it.
    """
    tally: Counter[str] = Counter()
    try:
        many = processes or usual_processes(paths)
        for outcome in watched(desk.read(paths, processes=many, again=again), paths):
            tally[outcome.state] += 1
            tally["with problems"] += bool(outcome.problems)
            for problem in outcome.problems:
                click.echo(
                    one_problem(problem.kind, problem.address or outcome.address, problem.message), err=True
                )
    except KeyboardInterrupt:
        kept = tally["kept"] + tally["revised"]
        reports = "1 report is" if kept == 1 else f"{kept} reports are"
        raise Stopped(f"stopped; {reports} kept, read again to go on") from None
    click.echo(summary(tally), err=True)
    return tally


def one_problem(kind: str, address: str, message: str) -> str:
    """Return a problem as one line: kind, address, message."""
    from onrecord.views.harmless import one_line

    return f"{one_line(kind)}: {one_line(address)}: {one_line(message)}"


def summary(tally: Counter[str]) -> str:
    """Return what became of the reports, in one line."""
    words = {"kept": "new", "revised": "revised", "known": "known already"}
    words |= {"forgotten": "forgotten before", "problem": "not read"}
    parts = [f"{tally[state]:,} {word}" for state, word in words.items() if tally[state]]
    return f"Reports: {', '.join(parts)}" if parts else "No reports found"


def usual_processes(paths: Sequence[str]) -> int:
    """Return how many processes pay: one for a few reports, two for more, where there are two cores."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(2, cores) if how_many(paths, at_least=MANY) > MANY else 1


def how_many(paths: Sequence[str], *, at_least: int) -> int:
    """Return how many files stand at some paths, counted until there are more than `at_least`."""
    count = 0
    for path in map(Path, paths):
        for _ in _files(path):
            count += 1
            if count > at_least:
                return count
    return count


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (found for found in path.rglob("*") if found.is_file())
    elif path.suffix in (".jsonl", ".gz"):
        yield from [path] * (MANY + 1)  # lines aren't counted: such files mostly hold many
    else:
        yield path


def watched(outcomes: "Iterator[Outcome]", paths: Sequence[str]) -> "Iterator[Outcome]":
    """Yield outcomes; on a terminal, with a bar that shows how many are done, how fast, and the time left."""
    from rich.console import Console

    talk = Console(stderr=True)
    if not talk.is_terminal:
        yield from outcomes
        return
    from onrecord.cli.progress import with_bar

    yield from with_bar(outcomes, total=count_of(paths), console=talk)


def count_of(paths: Sequence[str]) -> int | None:
    """Return how many files there are to read; None where a file may hold many reports."""
    if any(found.suffix in (".jsonl", ".gz") for path in map(Path, paths) for found in _files(path)):
        return None
    return how_many(paths, at_least=10**9)
