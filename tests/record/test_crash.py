"""A reader that is killed in mid-read loses nothing that it said it had kept."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.record.sql import open_store
from tests.contract.made import FINDERS, a_report, found_in

KEEPS = """
import sys
from onrecord.record.sql import open_store
from tests.contract.made import FINDERS, a_report, found_in

store = open_store(sys.argv[1])
with store.view() as view:
    number = view.counts()["reports"]
while True:
    with store.writer() as writer:
        kept = []
        for _ in range(3):
            number += 1
            report = a_report(address=f"{number}.txt")
            kept.append(writer.keep(report, found_in(report), finders=FINDERS, problems=()))
            writer.put_keys("stories", report.id, [7, 100 + number])
        writer.put_groups("stories", {f"s-{number}": [each.id for each in kept]})
    print(*(each.id for each in kept), flush=True)
"""


def killed(path: Path, *, after: float) -> list[str]:
    """Return the ids that a process said it had kept before it was killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", KEEPS, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    first = process.stdout.readline() if after else ""
    time.sleep(after)
    process.kill()
    said = first + process.stdout.read()
    process.wait()
    process.stdout.close()
    whole = said.splitlines() if said.endswith("\n") else said.splitlines()[:-1]
    return [each for line in whole for each in line.split()]


@pytest.mark.slow
def test_what_was_acknowledged_survives_ten_kills(tmp_path: Path) -> None:
    path, chance = tmp_path / "store.db", random.Random(7)
    acknowledged: list[str] = []
    for _ in range(10):
        acknowledged += killed(path, after=chance.uniform(0.01, 0.4))
        store = open_store(str(path))
        assert store.check() == ()
        with store.view() as view:
            assert view.known(acknowledged) == set(acknowledged)
            reports = view.reports()
            assert [report.read for report in reports] == list(range(1, len(reports) + 1))
            assert len(reports) % 3 == 0
            assert set(view.sharing("stories", [7])[7]) == {report.id for report in reports}
            assert len(view.groups("stories")) == len(reports) // 3
        store.close()
    assert len(acknowledged) > 100


ONE = """
import sys
from onrecord.model.annotation import Found
from onrecord.record.sql import open_store
from tests.contract.made import a_report

store = open_store(sys.argv[1])
with store.writer() as writer:
    writer.keep(a_report(address=sys.argv[2]), Found(), finders=(), problems=())
store.close()
"""


def test_processes_that_make_one_store_at_once_all_keep_their_report(tmp_path: Path) -> None:
    path, root = tmp_path / "store.db", Path(__file__).parents[2]
    started = [
        subprocess.Popen([sys.executable, "-c", ONE, str(path), f"{number}.txt"], cwd=root)
        for number in range(4)
    ]
    assert [process.wait(30) for process in started] == [0, 0, 0, 0]
    store = open_store(str(path))
    with store.view() as view:
        assert sorted(report.read for report in view.reports()) == [1, 2, 3, 4]
    assert store.check() == ()
    store.close()


def test_the_next_writer_goes_on_after_a_kill_while_the_store_was_made(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    killed(path, after=0)
    store = open_store(str(path))
    with store.writer() as writer:
        report = a_report(address="next.txt")
        writer.keep(report, found_in(report), finders=FINDERS, problems=())
    assert store.check() == ()
    store.close()
