"""Time the whole way of a report: `python -m bench [--reports FILE.jsonl.gz] [--quick]`.

Reports come from a file of JSON lines with `text` and `title` (the benchmarks' wire reports serve); without
one, the built-in example's are read again and again under other addresses. Prints one table. Nothing here
passes or fails: figures hang on the machine. `python -m bench room` times the reading room instead,
`python -m bench memory` tells what memory reading takes as a record grows.
"""

import argparse
import gzip
import json
import platform
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from bench.bare import bare

from onrecord.annotations import english
from onrecord.desk import Desk

EXAMPLE = Path(__file__).parents[1] / "src/onrecord/data/example"
Text = tuple[str, str, str]

WORDS = 500  # of a report in the measure against the bare parser
WIRE = Path("../shared/benchmarks/scale/reuters21578.jsonl.gz")


def main(arguments: Sequence[str]) -> int:
    """Print the table of timings."""
    if arguments[:1] == ["room"]:
        from bench.room import main as room

        return room(arguments[1:])
    if arguments[:1] == ["memory"]:
        from bench.memory import main as memory

        return memory(arguments[1:])
    parser = argparse.ArgumentParser(prog="bench", description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--reports", type=Path, default=WIRE if WIRE.exists() else None)
    parser.add_argument("--small", type=int, default=100, help="reports in the small store")
    parser.add_argument("--large", type=int, default=5000, help="reports in the large store")
    options = parser.parse_args(arguments)
    texts = list(wire_texts(options.reports)) if options.reports else example_texts()
    print(f"{platform.python_version()}, {platform.machine()}; {len(texts):,} texts")
    with tempfile.TemporaryDirectory() as folder:
        ratio(texts, Path(folder))
        adding(texts, Path(folder), options.small, options.large)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    row("peak memory, this process", f"{peak:,.0f} MB")
    row("peak memory, largest worker", f"{workers:,.0f} MB")
    return 0


def row(what: str, value: str) -> None:
    """Print one line of the table."""
    print(f"{what:<58}{value:>18}", flush=True)


def wire_texts(path: Path, least: int = 200) -> Iterator[Text]:
    """Yield title, text and day of the wire reports that have a body longer than so many code points."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            if len(item.get("text") or "") > least:
                yield item.get("title") or "", item["text"], str(item.get("date") or "")


def example_texts() -> list[Text]:
    """Return the example's plain texts."""
    return [("", path.read_text(encoding="utf-8"), "") for path in sorted(EXAMPLE.glob("*.txt"))]


def as_lines(texts: Sequence[Text], path: Path, start: int) -> Path:
    """Write texts as JSON lines, each under an address of its own, and return the file."""
    with path.open("w", encoding="utf-8") as out:
        for number, (title, text, day) in enumerate(texts, start):
            item = {
                "url": f"https://wire.example/{number}",
                "headline": title,
                "text": text,
                "published": day,
            }
            out.write(json.dumps(item) + "\n")
    return path


def ratio(texts: Sequence[Text], folder: Path, count: int = 60) -> None:
    """Print how long the whole read takes on reports of about 500 words, against the bare parser."""
    long = list(islice(of_length(texts), count))
    english.load()
    with Desk(folder / "warm.db") as desk:
        list(desk.read([as_lines(long[:3], folder / "warm.jsonl", 0)], processes=1))
    plain = bare([text for _, text, _ in long])
    path = as_lines(long, folder / "long.jsonl", 0)
    with Desk(folder / "ratio.db") as desk:
        start = time.process_time()
        list(desk.read([path], processes=1))
        taken = time.process_time() - start
    row(
        f"bare parser, {count} reports of {WORDS} words",
        f"{plain.cpu_seconds / count * 1000:,.0f} ms CPU each",
    )
    row("whole read, the same, one process", f"{taken / count * 1000:,.0f} ms CPU each")
    row("whole read ÷ bare parser", f"{taken / plain.cpu_seconds:.2f}")
    with Desk(folder / "two.db") as desk:
        two = seconds(lambda: list(desk.read([path], processes=2)))
    row("whole read, two processes", f"{count / two:.1f} reports/s")


def of_length(texts: Sequence[Text]) -> Iterator[Text]:
    """Yield texts of about 500 words, put together from shorter ones, for ever."""
    words: list[str] = []
    for title, text, day in cycle(texts):
        words.append(text)
        if sum(len(part.split()) for part in words) >= WORDS:
            yield title, " ".join("\n".join(words).split(" ")), day
            words = []


def adding(texts: Sequence[Text], folder: Path, small: int, large: int) -> None:
    """Print what adding one report, showing and searching cost in a small and in a large store."""
    costs = {}
    with Desk(folder / "grow.db") as desk:
        done = 0
        for size in (small, large):
            path = as_lines(list(islice(cycle(texts), done, size)), folder / "more.jsonl", done)
            taken = seconds(partial(read_all, desk, path, 2))
            row(f"reading up to {size:,} reports, two processes", f"{(size - done) / taken:.1f} reports/s")
            costs[size] = add_one_by_one(desk, texts, folder, size)
            done = size
            row(f"adding one report at {size:,}", f"{costs[size] * 1000:,.0f} ms CPU")
        row(f"adding one at {large:,} ÷ at {small:,}", f"{costs[large] / costs[small]:.2f}")
        showing(desk)


def read_all(desk: Desk, path: Path, processes: int = 1) -> int:
    """Read a file to its end and return how many reports it held."""
    return sum(1 for _ in desk.read([path], processes=processes))


def add_one_by_one(desk: Desk, texts: Sequence[Text], folder: Path, size: int) -> float:
    """Return the median processor time of adding one report, in seconds, over twenty."""
    times = []
    for number, text in enumerate(islice(cycle(texts), 7000, 7020)):
        path = as_lines([text], folder / "one.jsonl", 1_000_000 + size * 100 + number)
        start = time.process_time()
        read_all(desk, path)
        times.append(time.process_time() - start)
    return statistics.median(times)


def showing(desk: Desk) -> None:
    """Print how long a story and a search take, at first and once composed."""
    stories = sorted(desk.stories(), key=lambda story: (-story.reports, story.id))[:20]
    first = [seconds(partial(desk.record, story.id)) for story in stories]
    again = [seconds(partial(desk.record, story.id)) for story in stories]
    row("show, the 20 largest stories: first, median", f"{statistics.median(first) * 1000:,.0f} ms")
    row("show, the 20 largest stories: first, slowest", f"{max(first) * 1000:,.0f} ms")
    row("show, again: slowest", f"{max(again) * 1000:,.0f} ms")
    searches = [seconds(partial(desk.search, words)) for words in ("oil price", "said", "minister talks")]
    row("search, three queries: slowest", f"{max(searches) * 1000:,.0f} ms")


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes on the clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
