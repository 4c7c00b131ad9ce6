"""Paths on stdin, what became of each report on stdout: the process in which the reading room reads.

`python -m onrecord.web.reading_child STORE`: a JSON list of paths comes in, a JSON object a line goes out.
"""

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

from onrecord.desk import Desk
from onrecord.errors import OnrecordError, StoreBusyError
from onrecord.pipeline import Outcome
from onrecord.views.harmless import one_line

BATCH: Final = 10
"""Reports after which the stories that they changed are composed."""

TRIES: Final = 12
"""How often it is begun again while another process writes: each waits some seconds by itself."""


def main() -> int:
    """Read, and tell of each report as soon as it is kept."""
    if hasattr(os, "nice"):
        os.nice(5)  # those who look at pages come first
    paths = json.loads(sys.stdin.read())
    try:
        for told in read(sys.argv[1], paths):
            _tell(told)
    except OnrecordError as error:
        _tell({"failed": str(error)})
        return 1
    return 0


def read(store: str, paths: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield what became of each report: its state, name, id and problems.

    The stories that they change are composed here, so that nobody who looks at them waits for it.
    """
    told = 0
    fresh: list[str | None] = []
    with Desk(store) as desk:
        for left in reversed(range(TRIES)):
            try:
                for number, outcome in enumerate(desk.read(paths)):
                    if number >= told:  # what was told before a new beginning is known by now
                        told += 1
                        yield _told(outcome)
                        fresh.append(outcome.report)
                    if len(fresh) >= BATCH:
                        _compose(desk, fresh)
                        fresh = []
                _compose(desk, fresh)
                return
            except StoreBusyError:
                if not left:
                    raise
                time.sleep(1)


def _compose(desk: Desk, reports: Sequence[str | None]) -> None:
    """Compose the stories of some reports, and so keep them; what can't be now is when it is looked at."""
    for line in desk.storylines_of(report for report in reports if report is not None):
        with suppress(OnrecordError):
            desk.record(line)


def _told(outcome: Outcome) -> dict[str, Any]:
    problems = [(problem.kind, problem.message) for problem in outcome.problems]
    name = one_line(outcome.address)
    return {"state": outcome.state, "name": name, "report": outcome.report, "problems": problems}


def _tell(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
