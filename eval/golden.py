"""The golden stories read anew in, precision and recall by kind over all of them out, with every fault.

    python -m eval.golden [STORY ...] [--keep DIR] [--records DIR] [--json FILE]

Each story is read into a store of its own, two at a time, exported and held against its gold by the rules of
`eval.gold`. What is new between the marks that the gold names is asked of the same store and scored by
`eval.news`; kept exports don't tell it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from eval.gold import score
from eval.gold_result import Result, Scored
from eval.gold_texts import folder_of, labels_of
from eval.golden_table import lines, shares
from eval.news import scored
from eval.story_stores import asked, story_parser

AT_ONCE: Final = 2
READ: Final = (0, 3)
"""The exit statuses of a read that may be scored; 3 is "some reports had problems"."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the stories, print the comparison and return 0.

    Args:
        arguments: The command line's words; those of the process if not given.
    """
    parser = story_parser("python -m eval.golden", "Score the golden stories.")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the exports as DIR/STORY.json")
    parser.add_argument("--records", type=Path, metavar="DIR", help="score DIR/STORY.json, read nothing")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the shares by kind, for eval.gate")
    chosen, stories = asked(parser, arguments)
    results = score_kept(chosen.records, stories) if chosen.records else score_anew(stories, chosen.keep)
    if chosen.json:
        chosen.json.write_text(json.dumps(shares(results), indent=2) + "\n", encoding="utf-8")
    for line in lines(results):
        print(line)
    return 0


def score_kept(folder: Path, stories: Iterable[str]) -> dict[str, Result]:
    """Return how the exports in a folder compare with the gold, by story."""
    return {
        story: score(json.loads((folder / f"{story}.json").read_text(encoding="utf-8")), labels_of(story))
        for story in stories
    }


def score_anew(stories: Sequence[str], keep: Path | None = None) -> dict[str, Result]:
    """Return how the stories compare with their gold, each read into a new store.

    Args:
        stories: Names of golden stories.
        keep: Where the exports are left; nowhere if not given.
    """
    with TemporaryDirectory() as folder:
        exports = keep or Path(folder)
        exports.mkdir(parents=True, exist_ok=True)
        stores = Path(folder)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            tuple(pool.map(lambda story: read(story, stores, exports), stories))
        kept = score_kept(exports, stories)
        return {story: Result.of((kept[story], *new_facts(story, stores))) for story in stories}


def new_facts(story: str, stores: Path) -> list[Scored]:
    """Return how what is new after each mark of a story compares with its gold.

    New facts tell again what the other kinds count, so they are in no total.
    """
    parts = [part for _, part in scored(story, stores)]
    return [replace(part, tallies={}, within=part.tallies) for part in parts]


def read(story: str, stores: Path, exports: Path) -> None:
    """Read one story into a new store and export it as `STORY.json`."""
    store = str(stores / f"{story}.db")
    _onrecord("--store", store, "read", "--processes", "1", str(folder_of(story)))
    export = str(exports / f"{story}.json")
    _onrecord("--store", store, "export", "--format", "json", "--names", "all", "--output", export)


def _onrecord(*arguments: str) -> None:
    """Run the command line; end with its words if it fails."""
    command = [sys.executable, "-m", "onrecord", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in READ:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stderr}")


if __name__ == "__main__":
    raise SystemExit(main())
