"""Files that were dropped in, what has become of each out, while they are read and after.

One job is read at a time, in a process of its own: pages are answered while the language model works, its
memory is given back, and a file that kills it kills nothing else. What was kept before is kept.
"""

import json
import secrets
import shutil
import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Final, Literal

State = Literal["waiting", "reading", "done", "failed"]

KEPT: Final = 50
"""Jobs that are remembered; the oldest that are done go first."""

WAITING: Final = 20
"""Jobs that may wait at a time."""

OUTLIVED: Final = "The reading stopped before its end. What is listed is kept; drop the rest again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What became of one report; `problems` are pairs of kind and message."""

    state: str
    name: str
    report: str = ""
    problems: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One drop: by whom, which files, how far it has come, and what became of each report."""

    id: str
    by: str
    names: tuple[str, ...]
    folder: Path
    state: State = "waiting"
    items: tuple[Item, ...] = ()
    failed: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in ("done", "failed")

    def count(self, *states: str) -> int:
        """Return how many reports came to one of some states."""
        return sum(item.state in states for item in self.items)


class TooManyJobsError(Exception):
    """So many jobs wait that no more are taken."""


Reading = Callable[[Sequence[Path]], Iterable[Item]]


class Jobs:
    """Reads what is dropped, one job after the other."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()
        self._queue: SimpleQueue[str | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def add(self, by: str, names: Sequence[str], folder: Path) -> Job:
        """Take in a folder of files, each in a folder of its own; it is removed when they are read.

        Raises:
            TooManyJobsError: Too many jobs wait.
        """
        with self._lock:
            if sum(job.state == "waiting" for job in self._jobs.values()) >= WAITING:
                raise TooManyJobsError
            job = Job(id=secrets.token_urlsafe(9), by=by, names=tuple(names), folder=folder)
            self._jobs[job.id] = job
            over = [each.id for each in self._jobs.values() if each.is_over]
            for old in over[: max(0, len(self._jobs) - KEPT)]:
                del self._jobs[old]
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="reading", daemon=True)
                self._thread.start()
        self._queue.put(job.id)
        return job

    def get(self, job: str) -> Job | None:
        """Return a job as it stands."""
        with self._lock:
            return self._jobs.get(job)

    def all(self) -> tuple[Job, ...]:
        """Return the jobs that are remembered, the last one first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def close(self) -> None:
        """Begin no more jobs."""
        self._queue.put(None)

    def _work(self) -> None:
        while (name := self._queue.get()) is not None:
            self._change(name, state="reading")
            folder = self._jobs[name].folder
            try:
                for item in self._reading(sorted(folder.glob("*/*"))):
                    self._change(name, more=item)
                self._change(name, state="done")
            except Exception as error:
                # Whatever it was, it is told on the job's page, and the next job is read.
                self._change(name, state="failed", failed=str(error) or type(error).__name__)
            finally:
                shutil.rmtree(folder, ignore_errors=True)

    def _change(self, name: str, *, more: Item | None = None, **changes: Any) -> None:  # noqa: ANN401
        with self._lock:
            job = self._jobs[name]
            items = job.items if more is None else (*job.items, more)
            self._jobs[name] = replace(job, items=items, **changes)


def in_a_process(store: str) -> Reading:
    """Return what reads files into a store in a process of its own."""

    def read(paths: Sequence[Path]) -> Iterator[Item]:
        command = [sys.executable, "-m", "onrecord.web.reading_child", store]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdin is not None
            assert child.stdout is not None
            try:
                child.stdin.write(json.dumps([str(path) for path in paths]))
                child.stdin.close()
                failed = ""
                for line in child.stdout:
                    told = json.loads(line)
                    failed = told.get("failed", "")
                    if not failed:
                        yield item_of(told)
            finally:
                child.kill()
        if failed or child.returncode not in (0, -9):
            raise RuntimeError(failed or OUTLIVED)

    return read


def item_of(told: dict[str, Any]) -> Item:
    """Return what a child told of one report."""
    problems = tuple((kind, message) for kind, message in told["problems"])
    return Item(state=told["state"], name=told["name"], report=told["report"] or "", problems=problems)
