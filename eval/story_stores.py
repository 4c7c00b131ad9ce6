"""The golden stories that a command line names in, the stores that hold them out."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.gold_texts import EVERY, STORIES, folder_of
from onrecord.desk import Desk
from onrecord.record.sql import open_store
from onrecord.record.store import Store


def story_parser(prog: str, description: str) -> argparse.ArgumentParser:
    """Return a parser of a command line that names golden stories."""
    parser = argparse.ArgumentParser(prog=prog, description=description)
    parser.add_argument(
        "stories", nargs="*", metavar="STORY", help=f"of {', '.join(EVERY)}; the first {len(STORIES)} if none"
    )
    return parser


def asked(
    parser: argparse.ArgumentParser, arguments: Sequence[str] | None
) -> tuple[argparse.Namespace, tuple[str, ...]]:
    """Return what a command line says, and the stories that it names: all of them if none.

    Raises:
        SystemExit: It names a story that isn't.
    """
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.stories) - set(EVERY):
        parser.error(f"no golden story is called {', '.join(sorted(unknown))}")
    return chosen, tuple(chosen.stories) or STORIES


@contextmanager
def stores_in(folder: Path | None) -> Iterator[Path]:
    """Give a folder for stores: the one that is asked for, or a passing one."""
    with TemporaryDirectory() as passing:
        place = folder or Path(passing)
        place.mkdir(parents=True, exist_ok=True)
        yield place


@contextmanager
def store_of(story: str, folder: Path) -> Iterator[Store]:
    """Give the store of a story in a folder; if it isn't there, the story is read into it."""
    place = folder / f"{story}.db"
    if not place.exists():
        with Desk(place) as desk:
            for _ in desk.read([folder_of(story)]):
                pass
    store = open_store(str(place))
    try:
        yield store
    finally:
        store.close()
