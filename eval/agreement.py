"""Two readers' labels of the same reports in, how far they agree by kind of line out.

    python -m eval.agreement [STORY ...]

The gold is the first reader's; `second.json` beside it holds the labels of a second reader for some of the
story's reports, and the gold is cut down to these. Lines that only one reader has are counted where this
reader requires them; an optional line may be missing on the other side. What is the same line is said by the
rules of `python -m eval.gold`, but each line has at most one partner.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eval.agreement_kinds import KINDS
from eval.agreement_result import HEADS, Compared, counts, pooled, table
from eval.gold_part import part_of
from eval.gold_record import record_of
from eval.gold_texts import EVERY, STORIES, folder_of, labels_of, labels_path, text_of
from eval.gold_view import View

SECOND = "second.json"


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


def of_story(story: str) -> dict[str, Compared]:
    """Return the agreement of the two readers of a golden story."""
    first, second = labels_of(story), labels_of(story, SECOND)
    texts = {report["file"]: text_of(report["file"], folder_of(story)) for report in second["reports"]}
    return agreement(first, second, texts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the agreement and return 0.

    Args:
        arguments: The command line's words; those of the process if not given.
    """
    twice = tuple(story for story in EVERY if labels_path(story, SECOND).is_file())
    parser = argparse.ArgumentParser(
        prog="python -m eval.agreement", description="Compare two readers of the golden stories."
    )
    parser.add_argument(
        "stories", nargs="*", metavar="STORY", help=f"of {', '.join(twice)}; the first {len(STORIES)} if none"
    )
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.stories) - set(twice):
        parser.error(f"no story read twice is called {', '.join(sorted(unknown))}")
    for line in _lines({story: of_story(story) for story in chosen.stories or STORIES}):
        print(line)
    return 0


def _lines(compared: Mapping[str, Mapping[str, Compared]]) -> Iterator[str]:
    """Yield the tables over all stories, a row for each story, and then every disagreement."""
    kinds = {kind: pooled([story[kind] for story in compared.values()]) for kind in KINDS}
    yield from table(kinds)
    if len(compared) > 1:
        yield from ("", HEADS.replace("kind ", "story", 1))
        for story, found in compared.items():
            yield counts(story, pooled(tuple(found.values())))
    for story, found in compared.items():
        yield from ("", f"{story}:")
        for one in found.values():
            yield from map(str, one.disagreements)


if __name__ == "__main__":
    raise SystemExit(main())
