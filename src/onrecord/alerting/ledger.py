"""A file in, the keys of what was told out: a line is on the disk before the next fact is told."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from onrecord.errors import AlertError


class Ledger:
    """Keys of the facts that were told since the mark."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        file.seek(0)
        lines = file.read().split("\n")
        self._told = set(lines[:-1])  # a line that was cut short is no line
        if lines[-1]:
            file.write("\n")

    def has(self, key: str) -> bool:
        """Whether a fact was told."""
        return key in self._told

    def add(self, key: str) -> None:
        """Keep that a fact was told."""
        self._told.add(key)
        self._file.write(f"{key}\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def clear(self) -> None:
        """Forget all keys: the mark stands behind them."""
        self._told.clear()
        self._file.truncate(0)


@contextmanager
def ledger_at(path: Path) -> Iterator[Ledger]:
    """Open a ledger for this process alone, making it.

    Raises:
        AlertError: It can't be opened, or another process tells the same alerts now.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="ascii")
    except OSError as error:
        raise AlertError(f"the ledger can't be kept: {error}", subject=str(path)) from error
    with file:
        _lock(file, path)
        yield Ledger(file)


def _lock(file: IO[str], path: Path) -> None:
    """Lock a file as long as it is open; a system without such locks goes without."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise AlertError("another process tells the same alerts now", subject=str(path)) from error
