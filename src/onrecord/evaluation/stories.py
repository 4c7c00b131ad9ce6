"""Documents of the `stories` task in, our stories with their facts in the scorer's form and its metrics out.

The documents go the way of every report: read, annotated, kept and linked in a store of their own, in order
of publication; with `mixed`, among other reports whose days are spread over the same stretch. The answer is
the stories that the store then holds. Each story's facts are pooled over its reports: the day that they
together find likeliest, the tolls that most of them give. What a store has read already isn't read again, so
that a long run goes on where it was cut off.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any, Final

from onrecord.evaluation.scorer import DOCS, Metrics, read_lines, score
from onrecord.links.gist import Gist, gist_of
from onrecord.pipeline import BATCH, Read, annotate_new, keep, new_ones, read_one
from onrecord.record.joining import happenings
from onrecord.record.sql import open_store
from onrecord.record.store import Store, View
from onrecord.sources.lines import document_of_row

Row = dict[str, Any]
PROCESSES: Final = 2
TELL_EVERY: Final = 500  # reports between two words on how far it has come
WINDOW: Final = 500  # reports over which the time of linking is taken, at the start and at the end
SEVERAL: Final = 2.0  # weight of a report that counts more than one; of 1 to 4, 2 does best
SHORTEST: Final = 200  # code points of another report that is worth mixing in


def evaluate(
    directory: Path,
    mixed: Path | None = None,
    *,
    store: str = "sqlite://",
    told: Callable[[str], None] | None = None,
) -> Metrics:
    """Return the scorer's metrics on a folder of the task, and what keeping and linking a report took.

    Args:
        directory: The task's folder.
        mixed: JSON Lines of other reports, mixed into the stream.
        store: Where to keep what is read; what it holds is the rest of an earlier run.
        told: Is told how far it has come.

    Raises:
        SourceNotFoundError: The folder, its scorer or the other reports are missing.
    """
    began = time.perf_counter()
    rows = task_rows(directory)
    stream = sorted(mix(rows, read_lines(mixed)) if mixed else rows, key=lambda row: str(row["published"]))
    desk = open_store(store)
    spent = read_all(desk, stream, told)
    with desk.view() as view:
        answers = list(predictions(view, {row["address"] for row in rows}))
    desk.close()
    return {
        **score(directory, "stories", answers),
        "reports": len(stream),
        "keep_and_link_ms_first": _mean(spent[:WINDOW]),
        "keep_and_link_ms_last": _mean(spent[-WINDOW:]),
        "seconds": round(time.perf_counter() - began, 1),
    }


def task_rows(directory: Path) -> list[Row]:
    """Return the documents of the task as rows of a delivery, each under its id."""
    names = ("outlet", "headline", "published", "text")
    return [
        {"address": line["id"], **{name: line[name] for name in names}}
        for line in read_lines(directory / DOCS)
    ]


def mix(rows: Sequence[Row], others: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Return rows with other reports among them, their days spread in order over the stretch of the rows."""
    days = sorted(str(row["published"])[:10] for row in rows)
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    told = [line for line in others if len(line.get("text") or "") >= SHORTEST]
    spread = [
        {
            "address": line["id"],
            "outlet": line.get("outlet"),
            "headline": line.get("title") or line.get("headline"),
            "published": (first + timedelta(days=(last - first).days * place // len(told))).isoformat(),
            "text": line["text"],
        }
        for place, line in enumerate(told)
    ]
    return [*rows, *spread]


def read_all(store: Store, rows: Sequence[Row], told: Callable[[str], None] | None = None) -> list[float]:
    """Read, annotate, keep and link rows in order; return what keeping and linking a new one took, in ms."""
    documents = (document_of_row(row, Path("stories"), place) for place, row in enumerate(rows))
    annotated = annotate_new(new_ones(map(read_one, documents), store), PROCESSES)
    spent: list[float] = []
    for place, cost in enumerate(link_all(store, annotated), start=1):
        spent += [] if cost is None else [cost]
        if told is not None and place % TELL_EVERY == 0:
            told(f"{place:,} of {len(rows):,} read; linking {_mean(spent[-WINDOW:]):.1f} ms a report")
    return spent


def link_all(store: Store, annotated: Iterator[Read]) -> Iterator[float | None]:
    """Keep and link annotated reports in batches; yield the milliseconds of processor time that each took.

    Of a report that the store knew already, None.
    """
    while batch := list(islice(annotated, BATCH)):
        began = time.process_time()
        keep(batch, store)
        new = sum(each.annotated is not None for each in batch)
        cost = (time.process_time() - began) * 1000 / max(1, new)
        yield from (None if each.annotated is None else cost for each in batch)


def predictions(view: View, wanted: set[str]) -> Iterator[Row]:
    """Yield an answer for each happening that holds wanted documents, by their addresses."""
    for name, reports in enumerate(happenings(view)):
        kept = [report for report in view.reports(reports) if report.address in wanted]
        if kept:
            found = view.annotations([report.id for report in kept])
            gists = [gist_of(report, found[report.id]) for report in kept]
            yield {"cluster": str(name), "docs": [report.address for report in kept], **facts_of(gists)}


def facts_of(gists: Sequence[Gist]) -> Row:
    """Return day, killed and injured of the happening that reports tell of; None for what none tells."""
    day = day_of(gists)
    return {
        "date": day.isoformat() if day else None,
        "killed": toll_of(gists, "killed"),
        "injured": toll_of(gists, "injured"),
    }


def day_of(gists: Sequence[Gist]) -> date | None:
    """Return the day that the reports together find likeliest, of those not after the first publication.

    Pages are stamped in other zones, so a day is given. Where no report names such a day, the answer is the
    last one that all allow: that of the first publication.
    """
    published = min((gist.day for gist in gists if gist.day is not None), default=None)
    pooled: dict[date, float] = defaultdict(float)
    for gist in gists:
        for day, probability in gist.days:
            if published is None or day <= published + timedelta(days=1):
                pooled[day] += probability
    return max(pooled, key=lambda day: (round(pooled[day], 6), -day.toordinal()), default=published)


def toll_of(gists: Sequence[Gist], state: str) -> int | None:
    """Return the number that the reports together find likeliest; None where none tells.

    A report that counts several weighs as much as two that don't: these may be about one of the victims.
    """
    pooled: dict[int, float] = defaultdict(float)
    for gist in gists:
        numbers = dict(gist.tolls).get(state, ())
        weight = SEVERAL if numbers and numbers[0][0] > 1 else 1.0
        for number, probability in numbers:
            pooled[number] += probability * weight
    return max(pooled, key=lambda number: (round(pooled[number], 6), -number), default=None)


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 2) if values else 0.0
