"""Reports in bulk in, a store of them out in which so many stand a day: an outlet's stream, not a wire's.

    python -m bench.spread LINES STORE [A_DAY [MOST]]

A report meets those of a stretch of days. A wire brings 300 a day, so that a record of 500 spans two days and
one of 5,000 seventeen: it grows denser as it grows. With 5 a day 500 reports fill a stretch, and what linking
costs as a record grows longer is seen for itself (`bench.linking`). The reports keep their order; those that
the store holds already aren't read again.
"""

import sys
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.evaluation.scorer import read_lines
from onrecord.evaluation.stories import SHORTEST, link_all
from onrecord.pipeline import annotate_new, new_ones, read_one
from onrecord.record.sql import open_store
from onrecord.sources.lines import document_of_row

FIRST = date(2024, 1, 1)


def rows(lines: str, a_day: int, most: int) -> list[dict[str, Any]]:
    """Return the first reports that have a text, so many a day."""
    told = (line for line in read_lines(Path(lines)) if len(line.get("text") or "") >= SHORTEST)
    return [
        {
            "address": line["id"],
            "outlet": line.get("outlet"),
            "headline": line.get("title"),
            "published": (FIRST + timedelta(days=place // a_day)).isoformat(),
            "text": line["text"],
        }
        for place, line in enumerate(islice(told, most))
    ]


def main(lines: str, store: str, a_day: str = "5", most: str = "5700") -> None:
    """Make the store."""
    made = open_store(store)
    documents = (
        document_of_row(row, Path("spread"), place)
        for place, row in enumerate(rows(lines, int(a_day), int(most)))
    )
    annotated = annotate_new(new_ones(map(read_one, documents), made), 1)
    done = 0
    for done, _ in enumerate(link_all(made, annotated), start=1):
        if done % 500 == 0:
            print(f"{done:8} reports", flush=True)
    made.close()
    print(f"{done:8} reports")


if __name__ == "__main__":
    main(*sys.argv[1:])
