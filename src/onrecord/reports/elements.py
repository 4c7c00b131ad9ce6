"""An element of a page's tree, as far as this stage needs to know one."""

from collections.abc import Iterator
from typing import Final, Protocol

_FURNITURE: Final = (
    "related", "sidebar", "newsletter", "promo", "advert", "comment", "footer", "share", "social",
    "recommend", "most-read",
)  # fmt: skip


class Element(Protocol):
    """What the parser's elements can do."""

    tag: object
    text: str | None
    tail: str | None

    def get(self, name: str, /) -> str | None:
        """Return an attribute."""

    def iter(self, *tags: str) -> "Iterator[Element]":
        """Yield the element and those in it, in order."""

    def iterancestors(self) -> "Iterator[Element]":
        """Yield the elements that it stands in, innermost first."""

    def itertext(self) -> Iterator[str]:
        """Yield its texts in order."""

    def __len__(self) -> int: ...

    def __iter__(self) -> "Iterator[Element]": ...


def words_of(element: Element) -> str:
    """Return an element's words with single blanks."""
    return " ".join("".join(element.itertext()).split())


def label_of(element: Element) -> str:
    """Return an element's class and id in lower case: what its makers call it."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def is_in_furniture(element: Element) -> bool:
    """Whether an element stands in navigation, a list, or what its makers call no part of the article."""
    for place, above in enumerate(element.iterancestors()):
        label = label_of(above)
        if (
            above.tag in {"aside", "nav", "footer", "li"}
            or any(part in label for part in _FURNITURE)
            or place > 40
        ):
            return above.tag != "body"
    return False
