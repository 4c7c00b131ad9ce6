"""Times of the store's named operations, on made reports.

    python -m bench.store [REPORTS] [PATH]

Reports of about 500 words with 100 annotations each, 20 keys and 10 pairs, words drawn by Zipf's law from
30,000 made ones. Each operation is timed 200 times; `keep` is timed over the last tenth, one transaction
a report, the disk's flush included.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from onrecord.links.key_numbers import always
from onrecord.model.annotation import Annotation, EventMention, Found, Mention, Quotation, Timex
from onrecord.model.ids import make_id
from onrecord.model.report import Block, Report
from onrecord.model.span import Span
from onrecord.model.when import When
from onrecord.record.sql import open_store
from onrecord.record.store import Pair, Store, Writer

WORDS, ANNOTATIONS, KEYS, PAIRS, TIMES = 500, 100, 20, 10, 200
FINDERS = ("timexes.rules/1", "mentions.rules/1", "quotations.rules/1", "events.rules/1")
WHEN = When(edtf="2026-03-09", basis="resolved", printed="Monday", rule="weekday-past", anchor="2026-03-10")


class Maker:
    """Makes reports; the same ones for the same seed."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        letters = "aeioubdfglmnprstvk"
        self.words = [
            "".join(self._chance.choices(letters, k=self._chance.randint(3, 9))) for _ in range(30_000)
        ]
        self._weights = [1 / rank for rank in range(1, len(self.words) + 1)]

    def report(self, number: int) -> Report:
        """Return a report with two blocks."""
        words = self._chance.choices(self.words, self._weights, k=WORDS)
        text = " ".join(words[:9]) + "\n\n" + " ".join(words[9:])
        head = text.index("\n")
        address = f"https://courier.example/{number}"
        return Report(
            id=make_id("report", address, text), address=address, location=None, outlet="Port Leven Courier",
            headline=text[:head], subhead=None, bylines=(), dateline=None, credit=None, published=WHEN,
            updated=None, retrieved=None, language="en", text=text, sha256=f"{number:064x}",
            blocks=(
                Block(kind="headline", start=0, end=head), Block(kind="body", start=head + 2, end=len(text)),
            ),
        )  # fmt: skip

    def found(self, report: Report) -> Found:
        """Return annotations spread over a report: half mentions, the rest in equal parts."""
        step = (len(report.text) - 80) // ANNOTATIONS
        made = [_annotation(report, number, number * step) for number in range(ANNOTATIONS)]
        return Found(
            timexes=tuple(each for each in made if isinstance(each, Timex)),
            mentions=tuple(each for each in made if isinstance(each, Mention)),
            quotations=tuple(each for each in made if isinstance(each, Quotation)),
            events=tuple(each for each in made if isinstance(each, EventMention)),
        )

    def keys(self) -> list[int]:
        """Return blocking keys of rare words of the made ones."""
        return [always("word", word) for word in self._chance.sample(self.words[2000:], KEYS)]


def _annotation(report: Report, number: int, start: int) -> Annotation:
    span, finder, confidence = Span(start, start + 12), FINDERS[number % 4], 0.8
    clause = Span(start, start + 70)
    if number % 2:
        own = make_id("name", report.id, start)
        return Mention(
            id=own, report=report.id, span=span, form="name", kind="person" if number % 10 == 1 else "place",
            name=span.of(report.text), role=None, chain=own, reason="full name", finder=finder,
            confidence=confidence,
        )  # fmt: skip
    if number % 6 == 0:
        return Timex(
            id=make_id("timex", report.id, start), report=report.id, span=span, type="DATE", mod=None,
            value="2026-03-09", when=WHEN, finder=finder, confidence=confidence,
        )  # fmt: skip
    if number % 6 == 2:
        return Quotation(
            id=make_id("quotation", report.id, start), report=report.id, span=clause, kind="direct",
            content=(clause,), cue=span, speaker_words=span, speakers=(make_id("name", report.id, start),),
            reason="between marks, speaker after the cue", finder=finder, confidence=confidence,
        )  # fmt: skip
    return EventMention(
        id=make_id("event", report.id, start), report=report.id, span=span, clause=clause, type="CONSULT",
        sort="meeting", participants=(), when=WHEN, modality="happened", voice="own", given_by=(),
        reason="verb of the main clause", finder=finder, confidence=confidence,
    )  # fmt: skip


def fill(store: Store, reports: int, maker: Maker) -> tuple[list[str], list[float]]:
    """Keep reports; return their ids, and the seconds that each of the last tenth took."""
    ids: list[str] = []
    seconds: list[float] = []
    bulk = reports - max(1, reports // 10)
    while len(ids) < bulk:
        with store.writer() as writer:
            for _ in range(min(100, bulk - len(ids))):
                _keep(writer, maker, ids)
    while len(ids) < reports:
        report = maker.report(len(ids))
        found = maker.found(report)
        start = time.perf_counter()
        with store.writer() as writer:
            writer.keep(report, found, finders=FINDERS, problems=())
        seconds.append(time.perf_counter() - start)
        ids.append(report.id)
        with store.writer() as writer:
            _link(writer, maker, ids)
    return ids, seconds


def _keep(writer: Writer, maker: Maker, ids: list[str]) -> None:
    report = maker.report(len(ids))
    writer.keep(report, maker.found(report), finders=FINDERS, problems=())
    ids.append(report.id)
    _link(writer, maker, ids)


def _link(writer: Writer, maker: Maker, ids: Sequence[str]) -> None:
    writer.put_keys("stories", ids[-1], maker.keys())
    mates = random.Random(len(ids)).sample(ids[:-1], min(PAIRS, len(ids) - 1))
    reasons = (("place", 1.5, "tarn"), ("day", -0.5, "2026-03-09"), ("names", 0.25, ""))
    both = [sorted((ids[-1], mate)) for mate in mates]
    writer.put_pairs(Pair(layer="stories", first=a, second=b, score=0.5, reasons=reasons) for a, b in both)
    writer.put_groups("stories", {f"s-{(len(ids) - 1) // 5}": ids[(len(ids) - 1) // 5 * 5 :]})


def timed(operation: Callable[[int], object]) -> list[float]:
    """Return the seconds of each of so many calls."""
    seconds = []
    for number in range(TIMES):
        start = time.perf_counter()
        operation(number)
        seconds.append(time.perf_counter() - start)
    return seconds


def operations(store: Store, ids: list[str], maker: Maker) -> dict[str, list[float]]:
    """Return the seconds of each named operation."""
    chosen = random.Random(2).choices(ids, k=TIMES)
    with store.view() as view:
        return {
            "report by id": timed(lambda n: view.report(chosen[n])),
            "annotations of a report": timed(lambda n: view.annotations([chosen[n]])),
            "sharing of 20 keys": timed(lambda _: view.sharing("stories", maker.keys())),
            "pairs of a report": timed(lambda n: view.pairs("stories", [chosen[n]])),
            "groups of a report": timed(lambda n: view.groups("stories", [chosen[n]])),
            "ids beginning": timed(lambda n: view.ids_beginning(chosen[n][:6])),
            "latest at an address": timed(lambda n: view.latest(f"https://courier.example/{n}", None)),
            "search, rare word": timed(lambda n: view.search(maker.words[9000 + n])),
            "search, two words": timed(lambda n: view.search(f"{maker.words[300 + n]} {maker.words[50]}")),
            "search, common word": timed(lambda n: view.search(maker.words[n % 5])),
            "outdated": timed(lambda _: view.outdated(FINDERS)),
            "counts": timed(lambda _: view.counts()),
        }


def main(reports: int = 5000, path: str | None = None) -> None:
    """Fill a store and print a table of milliseconds."""
    maker = Maker()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(path or f"{folder}/bench.db")
        store = open_store(str(place))
        start = time.perf_counter()
        ids, keeping = fill(store, reports, maker)
        whole = time.perf_counter() - start
        times = {"keep a report (100 annotations)": keeping, **operations(store, ids, maker)}
        start = time.perf_counter()
        damage = store.check()
        checking = time.perf_counter() - start
        store.close()
        size = place.stat().st_size
    print(
        f"{reports} reports in {whole:.1f} s, {size / 1e6:.0f} MB, {size / reports / 1e3:.1f} kB a report;",
        end=" ",
    )
    print(f"check {checking:.1f} s: {damage or 'all is well'}\n")
    print(f"{'milliseconds':34}{'median':>9}{'p95':>9}{'most':>9}")
    for name, seconds in times.items():
        middle, high = statistics.median(seconds), statistics.quantiles(seconds, n=20)[-1]
        print(f"{name:34}{middle * 1e3:9.2f}{high * 1e3:9.2f}{max(seconds) * 1e3:9.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000, sys.argv[2] if len(sys.argv) > 2 else None)
