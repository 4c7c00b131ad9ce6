"""A record made of a gold in, the gold's withdrawals entered in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from eval.gold_withdrawals import WITHDRAWN

Line = dict[str, Any]


def withdraw(record: Line, gold: Mapping[str, Any], span_of: Callable[[str, str, int | None], Line]) -> None:
    """Enter the withdrawals of a gold in a record that says the rest of it.

    What only an earlier revision said is a line more; a reading is marked where it stands. An event or a
    statement of a report that still stands has its standing from the gold already.
    """
    earlier = {line["earlier"] for line in gold.get("revisions", ())}
    for line in gold.get("withdrawals", ()):
        span = span_of(line["report"], line["words"], line.get("nth"))
        if line["report"] in earlier:
            _add(record, line["kind"], span)
        elif line["kind"] == "reading":
            for figure in record["figures"]:
                for reading in figure["readings"]:
                    at = reading["support"]["span"]
                    if (at["report"], at["start"]) == (span["report"], span["start"]):
                        reading["standing"] = WITHDRAWN


def _add(record: Line, kind: str, span: Line) -> None:
    """Add a withdrawn line that has nothing but one span."""
    support = {"span": span, "given_by": []}
    if kind == "event":
        record["events"].append({"label": span["text"], "standing": WITHDRAWN, "support": [support]})
    elif kind == "statement":
        variant = {"report": span["report"], "pieces": [{"content": [span]}]}
        record["statements"].append({"speakers": [], "standing": WITHDRAWN, "variants": [variant]})
    else:
        reading = {"printed": span["text"], "standing": WITHDRAWN, "support": support}
        record["figures"].append({"readings": [reading]})
