"""Time as-of and news on invented reports: `python -m bench.moments [--story N] [--record N] [--keep DIR]`.

Prints how long the record of one story as of a day takes at first and from the cache, and how long `new`
takes on a large record after a mark; each in time passed, and in time of the processor, which a busy machine
doesn't stretch as much. `--keep` leaves the stores in a folder and takes those that are there, without what
was composed; `--large` takes a copy of a store that is there already, with the mark set before its last
reports. What a process reads once, as modules and tables of words, it has read before the clock runs.
"""

import argparse
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from bench.__main__ import read_all, row, seconds
from bench.made import as_file, many, report

from onrecord.desk import Desk
from onrecord.model.ids import PREFIXES

LATER = 20  # reports read after the mark
FEW = 3  # reports of the moment that is composed before the clock runs


def main(arguments: list[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="bench.moments")
    parser.add_argument("--story", type=int, default=200, help="reports of the one story")
    parser.add_argument("--record", type=int, default=5000, help="reports of the large record; 0 for none")
    parser.add_argument("--keep", type=Path, metavar="DIR")
    parser.add_argument("--large", type=Path, metavar="STORE", help="a store that holds the large record")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as passing:
        folder = options.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        one_story(folder, options.story)
        if options.large:
            place = Path(shutil.copy(options.large, folder / "large.db"))
            new_in(place)
        elif options.record:
            new_in(large_record(folder, options.record))
    return 0


def one_story(folder: Path, count: int) -> None:
    """Print the times of moments of one story."""
    place = folder / f"story-{count}.db"
    with Desk(place) as desk:
        if not desk.stories():
            read_all(desk, as_file((report(0, n) for n in range(count)), folder / "story.jsonl"), 2)
    let_go(place)
    with Desk(place) as desk:
        best = min(desk.stories(), key=lambda story: story.first or "")
        desk.record(best.id, as_read=FEW)
        row("record of now, at first", ms(partial(desk.record, best.id)))
        record = desk.record(best.id)
        row("reports of the storyline", str(len(record.reports)))
        row("record of now, kept", ms(partial(desk.record, best.id)))
    last = max(story.last or "" for story in Desk(place).stories())
    moments = (
        ("as of its last day", {"as_of": last}),
        ("as read three quarters", {"as_read": count * 3 // 4}),
    )
    for what, moment in moments:
        for when in ("at first", "again"):
            with Desk(place) as desk:  # opened anew: nothing is kept but in the store
                row(f"record {what}, {when}", ms(partial(desk.record, best.id, **moment)))


def large_record(folder: Path, count: int) -> Path:
    """Return the store of a large record, made unless it is there."""
    place = folder / f"record-{count}.db"
    with Desk(place) as desk:
        if not desk.stories():
            read_all(desk, as_file(many(count), folder / "record.jsonl"), 2)
            read_all(desk, as_file(many(LATER, each=2, start=count), folder / "later.jsonl"), 2)
    return place


def new_in(place: Path) -> None:
    """Print the times of news on a large record, from a mark before its last reports."""
    with Desk("sqlite://") as desk:
        desk.new()
    with Desk(place) as desk:
        last = desk.mark("bench")
        stories = desk.stories()
        count = sum(story.reports for story in stories)
    let_go(place)
    with Desk(place) as desk:  # a story that has long ended
        desk.record(min(stories, key=lambda story: (story.last or "", story.id)).id)
    moments = (
        ("nothing composed", LATER), ("again", LATER),
        ("from a later mark", LATER // 2), ("again", LATER // 2),
    )  # fmt: skip
    for when, later in moments:
        with Desk(place) as desk:
            row(f"new after {later} more at {count:,}, {when}", ms(partial(desk.new, since=last - later)))


def let_go(place: Path) -> None:
    """Take what was composed and what moments settled into out of a store, so that both are done anew."""
    with closing(sqlite3.connect(place)) as store, store:
        of = (f"{PREFIXES['storyline']}-%", "%@_")  # what is of a moment has a place with a number
        store.execute("DELETE FROM composed WHERE id LIKE ? OR id LIKE ?", of)


def ms(work: Callable[[], object]) -> str:
    """Return how long some work takes, in milliseconds, and of the processor's time."""
    begun = time.process_time()
    passed = seconds(work)
    return f"{passed * 1000:,.0f} ms, cpu {(time.process_time() - begun) * 1000:,.0f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
