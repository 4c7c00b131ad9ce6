"""A record and its gold in, precision and recall by kind out, with every miss and every false line.

    python -m eval.gold EXPORT.json [--gold eval/gold/example/gold.json]

EXPORT.json is what `onrecord export --format json` writes. The gold's form and the rules of labelling are in
`eval/gold/README.md`. A produced line that matches an optional line of the gold counts as right and does not
enter recall. The comparison is lenient where a record is vague: a date whose bounds hold the gold's day
agrees with it, and of several gold events under one stretch of words an agreeing one is taken.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.gold_events import score_events
from eval.gold_figures import score_differences, score_figures
from eval.gold_reports import score_copies, score_entities, score_facts, score_stories
from eval.gold_result import Result, Scored
from eval.gold_statements import score_statements
from eval.gold_texts import labels_path
from eval.gold_view import View
from eval.gold_withdrawals import score_withdrawals

GOLD = labels_path("example")


def score(record: Mapping[str, Any], gold: Mapping[str, Any]) -> Result:
    """Return how a record in the form of `record.schema.json` compares with a gold.

    Args:
        record: A record as exported; without the reports' texts, words are compared by containment.
        gold: A gold in the form of `eval/gold/README.md`.
    """
    return Result.of(tuple(_scored(View(record, gold))))


def _scored(view: View) -> Iterator[Scored]:
    """Yield what each kind of line comes to."""
    yield score_facts(view)
    yield score_copies(view)
    yield score_stories(view)
    yield score_entities(view)
    yield from score_statements(view)
    yield from score_events(view)
    yield score_figures(view)
    yield score_differences(view)
    yield score_withdrawals(view)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the comparison and return 0.

    Args:
        arguments: The command line's words; those of the process if not given.
    """
    parser = argparse.ArgumentParser(
        prog="python -m eval.gold", description="Compare a record with the gold."
    )
    parser.add_argument("export", type=Path, help="a record as `onrecord export --format json` writes it")
    parser.add_argument("--gold", type=Path, default=GOLD, help="the gold to compare with")
    chosen = parser.parse_args(arguments)
    record = json.loads(chosen.export.read_text(encoding="utf-8"))
    gold = json.loads(chosen.gold.read_text(encoding="utf-8"))
    for line in score(record, gold).lines():
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
