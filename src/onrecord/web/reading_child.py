"""Paths on stdin, what became of each report on stdout: the process in which the reading room reads.

`python -m onrecord.web.reading_child STORE`: a JSON list of paths comes in, a JSON object a line goes out.
"""

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any, Final

from onrecord.desk import Desk
from onrecord.errors import OnrecordError, StoreBusyError
from onrecord.pipeline import Outcome
from onrecord.views.harmless import one_line

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
    """Yield what became of each report: its state, name, id and problems."""
    told = 0
    with Desk(store) as desk:
        for left in reversed(range(TRIES)):
            try:
                for number, outcome in enumerate(desk.read(paths)):
                    if number >= told:  # what was told before a new beginning is known by now
                        told += 1
                        yield _told(outcome)
                return
            except StoreBusyError:
                if not left:
                    raise
                time.sleep(1)


def _told(outcome: Outcome) -> dict[str, Any]:
    problems = [(problem.kind, problem.message) for problem in outcome.problems]
    name = one_line(outcome.address)
    return {"state": outcome.state, "name": name, "report": outcome.report, "problems": problems}


def _tell(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
