"""Paths in, the files under them out, in an order that depends on names alone."""

import os
from collections.abc import Iterator
from pathlib import Path

from onrecord.model.report import Problem


def files_under(path: Path) -> Iterator[Path | Problem]:
    """Yield the path itself if it is no folder, else every file in it and in its folders, by name.

    Hidden files are passed over, and so are files called README and LICENSE, which tell of a collection and
    are no report; name one of them to read it. A folder that a link leads back to is walked once.
    """
    if path.is_dir():
        yield from _walk(path, seen=set())
    else:
        yield path


def _walk(folder: Path, *, seen: set[tuple[int, int]]) -> Iterator[Path | Problem]:
    # A stack instead of recursion: how deep folders nest is not ours to bound.
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            if not here.is_dir():
                yield here
                continue
            status = here.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            names = sorted(os.listdir(here), reverse=True)
        except OSError as error:
            yield unreadable(here, error)
            continue
        waiting.extend(here / name for name in names if _is_wanted(name))


def _is_wanted(name: str) -> bool:
    return not name.startswith(".") and name.split(".")[0].upper() not in {"README", "LICENSE", "NOTICE"}


def unreadable(path: Path, error: OSError) -> Problem:
    """Return the problem that a file or folder can't be opened."""
    reason = error.strerror or type(error).__name__
    message = f"can't be read ({reason}): check its permissions, then read it again"
    return Problem(report=None, address=_printable(path.name), kind="unreadable", message=message)


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")
