"""A page's tree in, what its own tags say of lines that its text may hold out."""

from typing import Final

from onrecord.model.report import BlockKind
from onrecord.reports.elements import Element, label_of, words_of

_DECK: Final = (
    "standfirst",
    "subhead",
    "subtitle",
    "sub-title",
    "deck",
    "dek",
    "lede-text",
    "article-summary",
)


def is_deck(label: str) -> bool:
    """Whether the makers of a page call an element its subhead."""
    return any(part in label for part in _DECK)


def hints_of(tree: Element) -> dict[str, BlockKind]:
    """Return what the page's tags say of lines that its text may hold."""
    hints: dict[str, BlockKind] = {}
    for tag, kind in (("h2", "subhead"), ("h3", "subhead"), ("h4", "subhead"), ("figcaption", "caption")):
        for element in tree.iter(tag):
            for one in (element, *element.iter("p", "span")):
                _hint(hints, one, kind)  # type: ignore[arg-type]
    for element in tree.iter("p", "div", "span", "section", "aside", "ul"):
        label = label_of(element)
        if not label.strip():
            continue
        if any(part in label for part in ("related", "most-read", "recommend", "more-stories")):
            for one in (element, *element.iter("a", "li", "h2", "h3", "p")):
                _hint(hints, one, "related")
        elif any(part in label for part in ("newsletter", "advert", "promo", "social", "share-")):
            for one in (element, *element.iter("p", "h2", "h3")):
                _hint(hints, one, "boilerplate")
        elif any(part in label.split() for part in ("byline", "author", "authors")):
            _hint(hints, element, "byline")
        elif is_deck(label):
            _hint(hints, element, "subhead")
    return hints


def _hint(hints: dict[str, BlockKind], element: Element, kind: BlockKind) -> None:
    words = words_of(element)
    if 0 < len(words) <= 600:
        hints[words] = kind
