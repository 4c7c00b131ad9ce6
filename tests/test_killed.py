"""A read that is killed, again and again: nothing acknowledged is lost, and the record ends the same."""

import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.model.record import Record
from onrecord.record.composed import record_of
from onrecord.record.sql import open_store

pytestmark = [pytest.mark.model, pytest.mark.slow]

EXAMPLE = Path(__file__).parents[1] / "src/onrecord/data/example"
KILLS = 10
READ = """
import sys
from onrecord import pipeline
from onrecord.record.sql import open_store
pipeline.BATCH = 3
for outcome in pipeline.read([sys.argv[1]], open_store(sys.argv[2])):
    print(outcome.report, flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example's reports three times over, under other names: copies, but reports of their own."""
    made = tmp_path / "clippings"
    made.mkdir()
    for number in range(3):
        for path in EXAMPLE.glob("*.txt"):
            shutil.copy(path, made / f"{number}-{path.name}")
    return made


def read(folder: Path, store: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", READ, str(folder), str(store)], stdout=subprocess.PIPE, text=True
    )


def record_in(store: Path) -> Record:
    opened = open_store(str(store))
    try:
        assert opened.check() == ()
        record = record_of(opened)
    finally:
        opened.close()
    return replace(
        record, reports=tuple(replace(r, report=replace(r.report, read=0)) for r in record.reports)
    )


def test_killed_ten_times_in_mid_read_the_record_is_the_same(folder: Path, tmp_path: Path) -> None:
    chance = random.Random(7)
    store, acknowledged = tmp_path / "killed.db", set[str]()
    for _ in range(KILLS):
        with read(folder, store) as process:
            assert process.stdout is not None
            acknowledged.add(process.stdout.readline().strip())  # reading has begun: now at any moment
            time.sleep(chance.random() * 0.6)
            process.send_signal(signal.SIGKILL)
            lines = process.stdout.read().splitlines(keepends=True)
        acknowledged.update(line.strip() for line in lines if line.endswith("\n"))
        opened = open_store(str(store))
        with opened.view() as view:
            assert view.known(acknowledged - {""}) == acknowledged - {""}
        assert opened.check() == ()
        opened.close()
    whole = tmp_path / "whole.db"
    for path in (store, whole):
        with read(folder, path) as process:
            process.communicate()
        assert process.returncode == 0
    assert record_in(store) == record_in(whole)
