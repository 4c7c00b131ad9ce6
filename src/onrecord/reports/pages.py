"""A page's HTML in, its text and what it says of itself out: the one module that knows trafilatura and lxml.

The extraction is tuned to leave out rather than take in: fast, for precision, no comments. On the built-in
pages it drops captions and related links and keeps every paragraph. The headline is put in front where the
extraction lacks it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

from onrecord.model.report import BlockKind
from onrecord.reports.elements import Element, is_in_furniture, words_of
from onrecord.reports.lines import ends_sentence
from onrecord.reports.metadata import PageFacts, facts_of

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_PARAGRAPH: Final = 60
_BREAK: Final = "\u2029"  # the paragraph separator, which a page may hold in the same sense
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page's text, and what it says of itself; `reason` says why there is no text."""

    text: str
    facts: PageFacts | None
    hints: dict[str, BlockKind]
    reason: str | None = None


def read_page(html: str) -> Page:
    """Return what a page holds; nothing that it may contain raises."""
    # Two parsers' worth of other people's code meets whatever the net serves: whatever it raises means
    # that this page can't be read, and no more.
    try:
        tree = _tree(html)
        if tree is None:
            return _nothing("it holds no HTML that can be parsed")
        facts = facts_of(tree)
        lines = list(_lines(_extracted(tree))) or list(_loose(_tree(html)))
    except (Exception, RecursionError) as error:
        return _nothing(f"its HTML can't be parsed ({type(error).__name__})")
    if not lines:
        return _nothing("no article was found in it", facts)
    return _page(facts, lines)


def _page(facts: PageFacts, lines: list[str]) -> Page:
    """Return the page with its headline in front, and its subhead after it, where the lines lack them."""
    hints = dict(facts.hints)
    head: list[tuple[str | None, BlockKind]] = [(facts.headline, "headline"), (facts.subhead, "subhead")]
    for place, (words, kind) in enumerate(head):
        if words is None or (kind == "subhead" and facts.headline is None):
            continue
        if _same(words) not in {_same(line) for line in lines[:4]}:
            lines.insert(place, words)
        hints |= {line: kind for line in lines[:4] if _same(line) == _same(words)}
    return Page(text="\n\n".join(lines) + "\n", facts=facts, hints=hints)


def _nothing(reason: str, facts: PageFacts | None = None) -> Page:
    return Page(text="", facts=facts, hints={}, reason=reason)


def _tree(html: str) -> Element | None:
    from lxml import html as parser

    bare = _HIDDEN.sub(" ", _DECLARATION.sub("", html))
    return cast("Element", parser.document_fromstring(bare)) if "<" in bare else None


def _loose(tree: Element | None) -> Iterator[str]:
    """Yield what reads like a paragraph, on a page in whose tags no article can be told."""
    for element in () if tree is None else tree.iter("p", "div", "td"):
        words = words_of(element)
        if len(words) < _PARAGRAPH or not ends_sentence(words) or is_in_furniture(element):
            continue
        linked = sum(len(words_of(link)) for link in element.iter("a"))
        inner = sum(1 for _ in element.iter("p", "div", "td", "li")) - 1
        if inner == 0 and linked * 3 < len(words):
            yield words


def _extracted(tree: Element) -> Element | None:
    from trafilatura import bare_extraction

    options = {"fast": True, "favor_precision": True, "include_comments": False, "include_tables": True}
    found = bare_extraction(tree, with_metadata=False, **options)
    return None if found is None else cast("Element", found.body)


def _lines(body: Element | None) -> Iterator[str]:
    """Yield the paragraphs, headings and list items of the extracted tree."""
    if body is None:
        return
    for element in body:
        if element.tag == "row":
            yield " | ".join(words for cell in element if (words := _words("".join(cell.itertext()))))
            continue
        if element.tag in {"list", "table", "quote"} and len(element):
            if element.text and element.text.strip():
                yield _words(element.text)
            yield from _lines(element)
            if element.tail and element.tail.strip():
                yield _words(element.tail)
            continue
        for part in _parts(element):
            if words := _words(part):
                yield words


def _parts(element: Element) -> list[str]:
    """Return an element's words, parted where the page breaks the line."""
    for line_break in element.iter("lb"):
        line_break.tail = _BREAK + (line_break.tail or "")
    return ("".join(element.itertext()) + (element.tail or "")).split(_BREAK)


def _words(text: str) -> str:
    return " ".join(text.split())


def _same(words: str) -> str:
    """Return words in the form in which headlines are compared."""
    return "".join(character for character in words.lower() if character.isalnum())
