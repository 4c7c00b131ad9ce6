"""Two who write: one waits for the other, or is told at once that it would have to."""

import time
from pathlib import Path

import pytest

from onrecord.errors import StoreBusyError
from onrecord.record.sql import open_store


def test_who_would_not_wait_is_told_at_once(tmp_path: Path) -> None:
    path = str(tmp_path / "record.db")
    one, other = open_store(path), open_store(path)
    with one.writer():
        began = time.monotonic()
        with pytest.raises(StoreBusyError), other.writer(wait=False):
            pass
        assert time.monotonic() - began < 1
    with other.writer(wait=False) as writer:
        writer.put_mark("me", 1)
    with one.view() as view:
        assert view.marks() == {"me": 1}
    one.close()
    other.close()


def test_who_did_not_wait_once_waits_the_next_time(tmp_path: Path) -> None:
    path = str(tmp_path / "record.db")
    one, other = open_store(path), open_store(path, wait=0.5)
    with one.writer():
        with pytest.raises(StoreBusyError), other.writer(wait=False):
            pass
        began = time.monotonic()
        with pytest.raises(StoreBusyError), other.writer():
            pass
        assert time.monotonic() - began > 0.4
    one.close()
    other.close()
