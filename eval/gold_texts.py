"""The gold's name of a report in, the words of that report of the built-in example out."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "data" / "example"


@cache
def text_of(name: str) -> str:
    """Return the words of one report, white space collapsed: of a page, those of its article.

    Args:
        name: A file of the example, or `name.jsonl#1` for a line of one.
    """
    file, _, line = name.partition("#")
    raw = (EXAMPLE / file).read_text(encoding="utf-8")
    if line:
        row = json.loads(raw.splitlines()[int(line) - 1])
        raw = f"{row['headline']} {row['text']}"
    elif file.endswith(".html"):
        article = re.search(r"<article.*?</article>", raw, re.DOTALL)
        assert article, f"{file} has no article"
        inline = re.sub(r"</?(?:a|span|em|strong|b|i)\b[^>]*>", "", article.group(0))
        raw = html.unescape(re.sub(r"<[^>]+>", " ", inline))
    return " ".join(raw.split())
