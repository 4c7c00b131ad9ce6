"""Exports in, one line out: of the claims with several outlets, how many keep several origins.

    python -m eval.copies.kept EXPORT.json ...

A claim is an event or a figure with supports, or a statement with variants, of two outlets or more.
EXPORT.json is what `onrecord export --format json` writes.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

Line = Mapping[str, Any]


def kept(record: Line) -> tuple[int, int, int]:
    """Return how many claims have several outlets, how many of these several origins and that standing."""
    outlets = {report["id"]: report["outlet"] or report["address"] for report in record["reports"]}
    several = origins = standing = 0
    for claim, passages in _claims(record):
        if len({outlets[report] for report, _ in passages}) > 1:
            several += 1
            origins += len({origin for _, origin in passages}) > 1
            standing += claim.get("standing") == "several-origins"
    return several, origins, standing


def _claims(record: Line) -> Iterator[tuple[Line, list[tuple[str, str]]]]:
    """Yield each claim with the report and the origin of each of its passages."""
    for event in record["events"]:
        yield event, [(one["span"]["report"], one["origin"]) for one in event["support"]]
    for statement in record["statements"]:
        yield statement, [(one["report"], one["origin"]) for one in statement["variants"]]
    for figure in record["figures"]:
        supports = [reading["support"] for reading in figure["readings"]]
        yield figure, [(one["span"]["report"], one["origin"]) for one in supports]


def told(records: Sequence[Line]) -> str:
    """Return the line for some records together."""
    counted = [kept(record) for record in records]
    several, origins, standing = (sum(one[place] for one in counted) for place in range(3))
    share = f" ({origins / several:.1%})" if several else ""
    return (
        f"claims with several outlets: {several}; with several origins: {origins}{share};"
        f" of several origins that don't rest on one giver: {standing}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the line; 0 when done."""
    paths = sys.argv[1:] if arguments is None else arguments
    sys.stdout.write(told([json.loads(Path(path).read_text(encoding="utf-8")) for path in paths]) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
