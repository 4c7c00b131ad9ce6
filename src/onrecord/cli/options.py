"""What commands share: the store, the faces of a listing, and how the program speaks."""

import functools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.desk import Desk

DEFAULT_STORE: Final = "onrecord.db"
VARIABLE: Final = "ONRECORD_STORE"
PLAIN_WIDTH: Final = 100
"""Columns where output goes to a file or a pipe, and nothing says how wide it is."""

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Faces:
    """What was said before the command's name."""

    store: str | None = None
    verbose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """What a command that reads back is asked of: a store, as it is or as it was at a moment."""

    store: str | None = None
    as_of: str | None = None
    as_read: int | None = None


class Stopped(Exception):  # noqa: N818
    """The person at the keyboard stopped a task; the message says what was kept."""


def store_option(command: Command) -> Command:
    """Give a command `--store` and `-v`, which may stand before its name too."""

    @click.option(
        "--store",
        "store",
        metavar="PATH",
        help=f"Where the record is kept.  [default: {DEFAULT_STORE}; or ${VARIABLE}]",
    )
    @click.option("-v", "--verbose", is_flag=True, expose_value=False, hidden=True)
    @functools.wraps(command)
    def with_store(*args: object, store: str | None, **rest: object) -> object:
        faces = click.get_current_context().find_object(Faces) or Faces()
        return command(*args, store=store or faces.store, **rest)

    return with_store  # type: ignore[return-value]


def reading_back(command: Command) -> Command:
    """Give a command `--as-of`, `--as-read`, `--store` and `-v`; they come as `back`."""

    @click.option(
        "--as-of", metavar="DAY", help="Only what had been published by the end of DAY: 2026-03-12."
    )
    @click.option("--as-read", type=click.IntRange(0), metavar="N", help="Only the first N reports read.")
    @functools.wraps(command)
    def with_back(
        *args: object, store: str | None, as_of: str | None, as_read: int | None, **rest: object
    ) -> object:
        return command(*args, back=Back(store=store, as_of=as_of, as_read=as_read), **rest)

    return store_option(with_back)  # type: ignore[return-value]


def place_of(store: str | None, *, default: str = DEFAULT_STORE) -> str:
    """Return where the store is: as given, else as the environment says, else in this folder."""
    return store or os.environ.get(VARIABLE) or default


@contextmanager
def desk_at(store: str | None, *, must_be: bool = False) -> Iterator["Desk"]:
    """Open the desk of a store.

    Args:
        store: As given on the command line.
        must_be: Whether it has to be there already: reading back makes no empty store.
    """
    place = place_of(store)
    if must_be and "://" not in place and not os.path.exists(place):
        from onrecord.errors import NotOnRecordError

        raise NotOnRecordError("no store here yet: read some reports first, or say --store", subject=place)
    from onrecord.desk import Desk

    with Desk(place) as desk:
        yield desk


@contextmanager
def desk_back(back: Back) -> Iterator["Desk"]:
    """Open the desk of a store that is there, as it was at the moment asked of."""
    with desk_at(back.store, must_be=True) as desk:
        yield desk.at(as_of=back.as_of, as_read=back.as_read)


def screen() -> "Console":
    """Return the terminal to print pages on; plain text where stdout is none."""
    from rich.console import Console

    wide = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else PLAIN_WIDTH
    return Console(highlight=False, markup=False, emoji=False, width=wide, legacy_windows=False)
