"""Paths on stdin, what became of each report on stdout: the process in which the reading room reads.

`python -m onrecord.web.reading_child STORE`: a JSON list of paths comes in, a JSON object a line goes out.
"""

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

from onrecord.desk import Desk
from onrecord.errors import OnrecordError, StoreBusyError
from onrecord.pipeline import Outcome
from onrecord.views.harmless import one_line

SHARE: Final = 4
"""How often the time that composing took goes into reading before it is done again."""

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
    told, fresh, due = 0, set[str](), 0.0
    with Desk(store) as desk:
        for left in reversed(range(TRIES)):
            try:
                for number, outcome in enumerate(desk.read(paths)):
                    if number >= told:  # what was told before a new beginning is known by now
                        told += 1
                        yield _told(outcome)
                        fresh |= {outcome.report} if outcome.report is not None else set()
                    if time.monotonic() >= due:
                        cost = _compose(desk, fresh)
                        fresh, due = set(), time.monotonic() + SHARE * cost
                _compose(desk, fresh)
                return
            except StoreBusyError:
                if not left:
                    raise
                time.sleep(1)


def _compose(desk: Desk, reports: Iterable[str]) -> float:
    """Compose the stories of some reports, and so keep them; return the seconds that it took."""
    began = time.monotonic()
    for line in desk.storylines_of(reports):
        with suppress(OnrecordError):  # what can't be composed now is when it is looked at
            desk.record(line)
    return time.monotonic() - began


def _told(outcome: Outcome) -> dict[str, Any]:
    problems = [(problem.kind, problem.message) for problem in outcome.problems]
    name = one_line(outcome.address)
    return {"state": outcome.state, "name": name, "report": outcome.report, "problems": problems}


def _tell(told: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
