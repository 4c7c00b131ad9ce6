"""Time as-of and news on invented reports: `python -m bench.moments [--story N] [--record N] [--keep DIR]`.

Prints how long the record of one story as of a day takes at first and from the cache, and how long `new` takes
on a large record after a mark. `--keep` leaves the stores in a folder and takes those that are there.
"""

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path

from bench.__main__ import read_all, row, seconds
from bench.made import as_file, many, report

from onrecord.desk import Desk

LATER = 20  # reports read after the mark


def main(arguments: list[str]) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="bench.moments")
    parser.add_argument("--story", type=int, default=200, help="reports of the one story")
    parser.add_argument("--record", type=int, default=5000, help="reports of the large record; 0 for none")
    parser.add_argument("--keep", type=Path, metavar="DIR")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as passing:
        folder = options.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        one_story(folder, options.story)
        if options.record:
            large_record(folder, options.record)
    return 0


def one_story(folder: Path, count: int) -> None:
    """Print the times of moments of one story."""
    place = folder / f"story-{count}.db"
    with Desk(place) as desk:
        if not desk.stories():
            read_all(desk, as_file((report(0, n) for n in range(count)), folder / "story.jsonl"), 2)
        best = max(desk.stories(), key=lambda story: story.reports)
        row("reports of the story, of its storyline", f"{best.reports}, {len(desk.record(best.id).reports)}")
        days = sorted({line.report.published.edtf for line in desk.record(best.id).reports if line.report.published})
        day, half = str(days[-1]), best.reports // 2
    for what, moment in (("as of its last day", {"as_of": day}), ("as read half", {"as_read": half})):
        for when in ("at first", "again"):
            with Desk(place) as desk:  # opened anew: nothing is kept but in the store
                then = partial(desk.record, best.id, **moment)  # type: ignore[arg-type]
                row(f"record {what}, {when}", f"{seconds(then) * 1000:,.0f} ms")
    with Desk(place) as desk:
        row("record of now, kept", f"{seconds(partial(desk.record, best.id)) * 1000:,.0f} ms")


def large_record(folder: Path, count: int) -> None:
    """Print the times of news on a large record."""
    place = folder / f"record-{count}.db"
    with Desk(place) as desk:
        if not desk.stories():
            read_all(desk, as_file(many(count), folder / "record.jsonl"), 2)
            desk.mark("bench")
            read_all(desk, as_file(many(LATER, each=2, start=count), folder / "later.jsonl"), 2)
    for when in ("at first", "again"):
        with Desk(place) as desk:
            row(f"new after {LATER} more at {count:,}, {when}", f"{seconds(partial(desk.new, reader='bench')) * 1000:,.0f} ms")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
