"""What memory reading takes as a record grows.

    python3 run.py bench memory [--count N] [--every N] [--reports FILE.jsonl.gz]

Wire reports are read into a passing store by two processes that annotate, and one that keeps and links what
they find. Printed after so many reports each: the time on the clock for one, and the megabytes that the
linking process and each of the others hold then.
"""

import argparse
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.linking import memory

from onrecord.desk import Desk

COUNT, EVERY = 19_000, 1_000


def main(arguments: Sequence[str]) -> int:
    """Print the table and return 0."""
    from bench.__main__ import WIRE, as_lines, wire_texts

    parser = argparse.ArgumentParser(prog="bench memory", description="Memory of reading as a record grows.")
    parser.add_argument("--reports", type=Path, default=WIRE, help="JSON lines with text and title")
    parser.add_argument("--count", type=int, default=COUNT, help="reports to read")
    parser.add_argument("--every", type=int, default=EVERY, help="reports between two lines")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder, Desk(Path(folder) / "wire.db") as desk:
        texts = list(islice(wire_texts(options.reports, least=1), options.count))
        path = as_lines(texts, Path(folder) / "wire.jsonl", 0)
        print(f"{'reports':>8}{'ms each':>9}{'linking MB':>12}  annotating MB", flush=True)
        began = time.perf_counter()
        for done, _ in enumerate(desk.read([path], processes=2), 1):
            if done % options.every == 0:
                each = 1000 * (time.perf_counter() - began) / options.every
                workers = " ".join(f"{memory(worker):5}" for worker in children())
                print(f"{done:8}{each:9.0f}{memory():12}  {workers}", flush=True)
                began = time.perf_counter()
    return 0


def children() -> list[str]:
    """Return the processes that this one has started; none where the system doesn't tell."""
    return [
        process
        for listed in sorted(Path("/proc/self/task").glob("*/children"))
        for process in listed.read_text().split()
    ]
