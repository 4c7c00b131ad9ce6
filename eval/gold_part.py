"""A gold and some of its reports in, what the gold says of these reports alone out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from eval.gold_view import Line

PARTS = (("statements", "variants"), ("events", "mentions"), ("figures", "readings"))


def part_of(gold: Line, texts: Mapping[str, str]) -> dict[str, Any]:
    """Return the lines that rest on these reports, each with its words in them alone.

    An entity is kept where its name or an alias stands in one of the texts, a difference where two of its
    sides do. What else links reports (copies, stories) is left empty.

    Args:
        gold: A gold in the form of `eval/gold/README.md`.
        texts: The text of each report to keep, by the gold's name for it.
    """
    part: dict[str, Any] = {"copies": [], "stories": []}
    part["reports"] = [report for report in gold["reports"] if report["file"] in texts]
    part["entities"] = [
        entity for entity in gold["entities"] if _stands((entity["name"], *entity["aliases"]), texts.values())
    ]
    for key, inner in PARTS:
        cut = [{**line, inner: [one for one in line[inner] if one["report"] in texts]} for line in gold[key]]
        part[key] = [line for line in cut if line[inner]]
    part["differences"] = [
        {**line, "between": kept}
        for line in gold.get("differences", ())
        if len(kept := [side for side in line["between"] if side["report"] in texts]) > 1
    ]
    return part


def _stands(names: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether one of these names stands in one of the texts, as words of its own."""
    wanted = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names))
    return any(wanted.search(text) for text in texts)
