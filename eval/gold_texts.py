"""A golden story's name in, its reports, its gold and the words of each report out."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
EXAMPLE: Final = ROOT / "src" / "onrecord" / "data" / "example"
STORIES: Final = ("example", "ferry", "trial", "talks", "election", "company", "accidents")
"""The golden stories: the built-in example and six more."""
FURTHER: Final = (
    "outbreak",
    "garrison",
    "dockers",
    "hostages",
    "bank",
    "wildfire",
    "mine",
    "embassy",
    "protests",
)
"""Stories written later by others, on which no rule had been made when they were first scored."""
EVERY: Final = (*STORIES, *FURTHER)


def folder_of(story: str) -> Path:
    """Return the folder of a story's reports."""
    return EXAMPLE if story == "example" else ROOT / "eval" / "gold" / story / "reports"


def labels_path(story: str, name: str = "gold.json") -> Path:
    """Return the file of a story's gold, or of its second reader's labels (`second.json`)."""
    return ROOT / "eval" / "gold" / story / name


def labels_of(story: str, name: str = "gold.json") -> dict[str, Any]:
    """Return a story's gold, or its second reader's labels."""
    loaded: dict[str, Any] = json.loads(labels_path(story, name).read_text(encoding="utf-8"))
    return loaded


def texts_of(story: str, labels: dict[str, Any]) -> dict[str, str]:
    """Return the text of each report that a story's labels name, earlier revisions included, by its name."""
    names = [report["file"] for report in labels["reports"]]
    names += [line["earlier"] for line in labels.get("revisions", ())]
    return {name: text_of(name, folder_of(story)) for name in names}


@cache
def text_of(name: str, folder: Path = EXAMPLE) -> str:
    """Return the words of one report, white space collapsed: of a page, those of its article.

    Args:
        name: A file of the story, or `name.jsonl#1` for a line of one.
        folder: The folder of the story's reports.
    """
    file, _, line = name.partition("#")
    raw = (folder / file).read_text(encoding="utf-8")
    if line:
        row = json.loads(raw.splitlines()[int(line) - 1])
        raw = f"{row['headline']} {row['text']}"
    elif file.endswith(".html"):
        article = re.search(r"<article.*?</article>", raw, re.DOTALL)
        assert article, f"{file} has no article"
        inline = re.sub(r"</?(?:a|span|em|strong|b|i)\b[^>]*>", "", article.group(0))
        raw = html.unescape(re.sub(r"<[^>]+>", " ", inline))
    return " ".join(raw.split())
