"""Two readers' labels of the same reports in, how far they agree by kind of line out.

    python -m eval.agreement [--first eval/gold/example/gold.json] [--second eval/gold/example/second.json]

The first reader's gold is cut down to the reports of the second. Lines that only one reader has are counted
where this reader requires them; an optional line may be missing on the other side. What is the same line is
said by the rules of `python -m eval.gold`, but each line has at most one partner.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.agreement_kinds import KINDS
from eval.agreement_result import Compared, table
from eval.gold import GOLD
from eval.gold_part import part_of
from eval.gold_record import record_of
from eval.gold_texts import text_of
from eval.gold_view import View

SECOND = GOLD.with_name("second.json")


def agreement(
    first: Mapping[str, Any], second: Mapping[str, Any], texts: Mapping[str, str]
) -> dict[str, Compared]:
    """Return the agreement of two readers by kind of line.

    Args:
        first: A gold in the form of `eval/gold/README.md`.
        second: The same by another reader, for some or all of the reports.
        texts: The text of each report of the second reader, by the gold's name for it.
    """
    mine, theirs = part_of(first, texts), part_of(second, texts)
    view = View(record_of(theirs, texts), mine)
    return {name: kind(view, theirs) for name, kind in KINDS.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the agreement and return 0.

    Args:
        arguments: The command line's words; those of the process if not given.
    """
    parser = argparse.ArgumentParser(
        prog="python -m eval.agreement", description="Compare two readers of the built-in example."
    )
    parser.add_argument("--first", type=Path, default=GOLD, help="the gold")
    parser.add_argument("--second", type=Path, default=SECOND, help="another reader's labels")
    chosen = parser.parse_args(arguments)
    first, second = (json.loads(path.read_text(encoding="utf-8")) for path in (chosen.first, chosen.second))
    texts = {report["file"]: text_of(report["file"]) for report in second["reports"]}
    for line in table(agreement(first, second, texts)):
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
