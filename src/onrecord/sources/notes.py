"""A clipping in Markdown in, its document out: as clippers save pages, facts in front of the text.

The text is what a reader of the rendered page sees: addresses behind links and marks of emphasis are no
part of any words.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from onrecord.model.report import Document, Problem
from onrecord.sources.lines import document_of_row

FENCE: Final = "---"
"""The line above and below the facts."""

LONGEST: Final = 20_000
"""Characters of facts; more are none that a clipper wrote."""

MOST: Final = 50
"""Items of one fact that are read."""

_BREAKS: Final = {"softbreak": " ", "hardbreak": "\n"}


def document_of_note(body: bytes, path: Path) -> Document | Problem:
    """Return the document that a note in Markdown holds, or that there is no text in it."""
    text = body.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    facts, words = _parted(text)
    rendered = "\n\n".join(_paragraphs(MarkdownIt("commonmark").parse(words)))
    return document_of_row({**facts, "text": rendered}, path, None)


def _parted(text: str) -> tuple[dict[str, Any], str]:
    """Return the facts in front of a note, none where they can't be read, and its words."""
    if not text.startswith(f"{FENCE}\n"):
        return {}, text
    facts, fence, words = text.removeprefix(f"{FENCE}\n").partition(f"\n{FENCE}\n")
    if not fence or len(facts) > LONGEST:
        return {}, text if not fence else words
    try:
        found = yaml.safe_load(facts)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, words
    if not isinstance(found, dict):
        return {}, words
    return {str(name).lower(): _plain(value) for name, value in found.items()}, words


def _plain(value: object) -> object:
    """Return a fact as JSON would have it: words, a day, a number, or a list of these."""
    if isinstance(value, list):
        return [_plain(item) for item in value[:MOST] if not isinstance(item, list | dict)]
    if isinstance(value, date):
        return value.isoformat()
    # Names stand in brackets as links to other notes.
    return value.strip("[]") if isinstance(value, str) else value if isinstance(value, int | float) else None


def _paragraphs(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the words of each heading, paragraph and item of a list."""
    for token in tokens:
        if token.type == "inline":
            lines = "".join(_words(token.children or ())).split("\n")
            if words := "\n".join(" ".join(line.split()) for line in lines).strip():
                yield words
        elif token.type in ("fence", "code_block"):
            yield token.content.strip()


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        else:
            yield _BREAKS.get(token.type, "")
