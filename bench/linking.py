"""What linking a report costs as a record grows, and what memory it takes.

    python -m bench.linking STORE [EVERY]

The reports and annotations of a store are kept and linked anew, in the order in which they were read, into a
passing one: no report is parsed. Printed after so many reports each: processor time of keeping and of linking
one, that of a fixed piece of work beside them (what it varies by, the machine does), and the memory in use.

At the end stands what linking costs into a record of 5,000 over what it costs into one of 500. A report is
compared with those of a stretch of days (a month, or two quarters, by key). Where 500 reports fill it, the
record grows longer from there on and no denser (`bench.spread` makes such a store). Of a wire that brings 300
a day 500 reports are two days, and there are more to compare with up to 5,000 and beyond.
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from onrecord.model.annotation import Found
from onrecord.model.report import Report
from onrecord.pipeline import BATCH
from onrecord.record.joining import join
from onrecord.record.sql import open_store
from onrecord.record.store import Store

EVERY = 500
SMALL, LARGE = 500, 5000  # records into which linking is compared


@dataclass(slots=True)
class Spent:
    """Seconds of processor time over some reports."""

    reports: int = 0
    keeping: float = 0.0
    linking: float = 0.0
    beside: float = 0.0

    @property
    def relative(self) -> float:
        """Linking a report over the fixed work: what is left when the machine's changes are taken out."""
        return self.linking / self.beside

    def __str__(self) -> str:
        keeping, linking, beside = (
            1000 * seconds / self.reports for seconds in (self.keeping, self.linking, self.beside)
        )
        return f"{keeping:8.1f}{linking:9.1f}{beside * BATCH:9.2f}"


def batches(store: Store) -> Iterator[list[tuple[Report, Found]]]:
    """Yield the reports of a store with their annotations, by read number."""
    with store.view() as view:
        ids = iter([kept.id for kept in view.kept()])
    while some := list(islice(ids, BATCH)):
        with store.view() as view:
            found = view.annotations(some)
            yield [(report, found[report.id]) for report in view.reports(some)]


def link(store: Store, batch: list[tuple[Report, Found]], spent: Spent) -> None:
    """Keep and link a batch, and note what it took."""
    began = time.process_time()
    with store.writer() as writer:
        kept = [
            (writer.keep(report, found, finders=("bench/1",), problems=()), found) for report, found in batch
        ]
        between = time.process_time()
        join(writer, kept)
    ended = time.process_time()
    sum(len(f"{number:x}") for number in range(10_000))
    spent.reports += len(batch)
    spent.keeping += between - began
    spent.linking += ended - between
    spent.beside += time.process_time() - ended


def memory(process: str = "self") -> int:
    """Return the megabytes of memory that a process holds; 0 where the system doesn't tell."""
    status = Path(f"/proc/{process}/statm")
    return int(status.read_text().split()[1]) * 4 // 1024 if status.exists() else 0


def main(path: str, every: int = EVERY) -> None:
    """Print the table."""
    old, new = open_store(path), open_store("sqlite://")
    print(f"{'reports':>8}{'keep ms':>8}{'link ms':>9}{'fixed':>9}{'MB':>6}")
    spent, done, into = Spent(), 0, dict[int, Spent]()
    for batch in batches(old):
        link(new, batch, spent)
        done += len(batch)
        if spent.reports >= every:
            print(f"{done:8}{spent}{memory():6}", flush=True)
            into[(done - spent.reports) // EVERY * EVERY] = spent
            spent = Spent()
    new.close()
    if SMALL in into and LARGE in into:
        raw = into[LARGE].linking / into[LARGE].reports / (into[SMALL].linking / into[SMALL].reports)
        relative = into[LARGE].relative / into[SMALL].relative
        print(f"into {LARGE:,} over into {SMALL}: {raw:.2f}; relative to the fixed work: {relative:.2f}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else EVERY)
