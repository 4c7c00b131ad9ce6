"""Time the reading room under load: `python -m bench room [--reports N] [--store PATH]`.

A record of made reports is served by a real server process. Eight readers, each a thread with a connection of
its own, look at front page, stories and searches in turn, while one more process reads reports in. Prints the
median, the 95th percentile and the slowest of each, and how large the pages are. Aims: 150 ms at the 95th
percentile, pages under 300 kB.
"""

import argparse
import http.client
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from bench.made import as_file
from bench.rooms import reports

from onrecord.desk import Desk

WORDS = ("inquiry", "harbour", "engineer", "coast guard", "marched", "depth metres", "boxes", "queen pier")
STARTS = 60
"""Seconds in which the server must answer first, and the reading process must read its first reports."""


@dataclass(slots=True)
class Times:
    """What the readers saw: seconds and bytes of each kind of page."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    sizes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    failed: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, kind: str, seconds: float, size: int, status: int) -> None:
        """Count one page."""
        with self.lock:
            self.seconds[kind].append(seconds)
            self.sizes[kind].append(size)
            if status != 200:
                self.failed.append(f"{kind}: {status}")


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="bench room", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--reports", type=int, default=5000, help="reports of the record")
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=30.0, help="how long they read")
    parser.add_argument("--store", type=Path, help="a store that is kept, and taken if it is there")
    parser.add_argument("--quiet", action="store_true", help="read nothing in meanwhile")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as passing:
        store = options.store or Path(passing) / "room.db"
        stories = made(store, options.reports, Path(passing))
        reading = nullcontext() if options.quiet else read_in(store, options.reports, Path(passing))
        with served(store) as port:
            look(
                port, stories, Times(), readers=1, seconds=3.0
            )  # the server's first pages: imports, templates
            with reading:
                times = look(port, stories, Times(), readers=options.readers, seconds=options.seconds)
    tell(times, options.readers)
    return 1 if times.failed else 0


def made(store: Path, count: int, folder: Path) -> list[str]:
    """Make a record of so many reports if the store doesn't hold them yet; return its storylines."""
    with Desk(store) as desk:
        begun = time.perf_counter()
        if sum(story.reports for story in desk.stories()) < count:
            total = sum(1 for _ in desk.read([as_file(reports(count), folder / "made.jsonl")], processes=2))
            print(f"{total:,} reports read in {time.perf_counter() - begun:,.0f} s", flush=True)
        found = desk.stories()
        total = sum(story.reports for story in found)
        lines = {story.storyline for story in found}
        for line in sorted(lines):  # as the room composes what it reads in
            desk.record(line)
        print(f"{total:,} reports, {len(found):,} stories in {len(lines):,} storylines", flush=True)
        return sorted(lines)


@contextmanager
def served(store: Path) -> Iterator[int]:
    """Serve a store in a process of its own; the port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "onrecord", "--store", str(store), "serve", "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port)
            yield port
        finally:
            server.terminate()


def wait_for(port: int) -> None:
    """Wait until a server answers."""
    until = time.monotonic() + STARTS
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


@contextmanager
def read_in(store: Path, start: int, folder: Path) -> Iterator[None]:
    """Read more reports in as the room itself does, until the block ends; then what was read is told."""
    with Desk(store) as desk:
        start = max(start, sum(story.reports for story in desk.stories()))
    file = as_file(reports(5000, start=start), folder / "more.jsonl")
    command = [sys.executable, "-m", "onrecord.web.reading_child", str(store)]
    none = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=none, stderr=none, text=True) as reader:
        assert reader.stdin is not None
        reader.stdin.write(json.dumps([str(file)]))
        reader.stdin.close()
        wait_until_more(store, start)
        try:
            yield
        finally:
            reader.terminate()
    with Desk(store) as desk:
        print(f"read in meanwhile: {sum(story.reports for story in desk.stories()) - start:,}", flush=True)


def wait_until_more(store: Path, count: int) -> None:
    """Wait until more reports than these are on record: the language model has started, and they come in."""
    until = time.monotonic() + STARTS
    with Desk(store) as desk:
        while time.monotonic() < until and sum(story.reports for story in desk.stories()) <= count:
            time.sleep(0.5)


def look(port: int, stories: Sequence[str], times: Times, *, readers: int, seconds: float) -> Times:
    """Have readers look at pages for some time, and return what they saw."""
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(target=_reader, args=(port, stories, times, until, number))
        for number in range(readers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _reader(port: int, stories: Sequence[str], times: Times, until: float, number: int) -> None:
    """Look at one page after another, with a breath between them, as somebody who only skims them."""
    pick = random.Random(number)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    while time.monotonic() < until:
        for kind, path in pages(pick, stories):
            begun = time.perf_counter()
            try:
                connection.request("GET", path)
                answer = connection.getresponse()
                size, status = len(answer.read()), answer.status
            except OSError:  # too slow, or gone: counted, and asked anew
                connection.close()
                size, status = 0, 0
            times.add(kind, time.perf_counter() - begun, size, status)
            time.sleep(pick.uniform(0.5, 1.5))
    connection.close()


def pages(pick: random.Random, stories: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield a round of pages: the front page, a search, two stories, one of them twice as people go back."""
    first, second = pick.choice(stories), pick.choice(stories)
    yield "front page", "/"
    yield "search", f"/search?words={quote(pick.choice(WORDS))}"
    yield "story", f"/stories/{first}"
    yield "story", f"/stories/{second}"
    yield "story again", f"/stories/{first}"


def tell(times: Times, readers: int) -> None:
    """Print the table."""
    total = sum(map(len, times.seconds.values()))
    print(f"{readers} readers, {total:,} pages, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{'milliseconds':<16}{'pages':>8}{'median':>9}{'p95':>9}{'most':>9}{'kB, most':>11}")
    for kind, seconds in times.seconds.items():
        middle, high = statistics.median(seconds), statistics.quantiles(seconds, n=20)[-1]
        print(
            f"{kind:<16}{len(seconds):>8}{middle * 1e3:>9.0f}{high * 1e3:>9.0f}{max(seconds) * 1e3:>9.0f}"
            f"{max(times.sizes[kind]) / 1e3:>11.0f}"
        )
    for words in sorted(set(times.failed)):
        print(f"failed: {words} ({times.failed.count(words)})")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
