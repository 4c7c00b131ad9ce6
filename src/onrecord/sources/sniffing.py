"""The first bytes and the name of a file in, what sort of thing it is out."""

import re
from pathlib import PurePath
from typing import Final, Literal

from onrecord.model.report import Media

Sort = Literal["text", "html", "markdown", "lines", "json", "rows", "other"]

HEAD: Final = 65_536
"""How many bytes are looked at."""

_BY_SUFFIX: Final[dict[str, Sort]] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".jsonl": "lines", ".ndjson": "lines", ".json": "json",
    ".xml": "other", ".rss": "other", ".atom": "other", ".csv": "rows", ".tsv": "rows", ".css": "other",
    ".js": "other", ".py": "other", ".toml": "other", ".yaml": "other", ".yml": "other",
}  # fmt: skip

_MAGIC: Final = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"BZh",
    b"\xfd7zXZ", b"7z\xbc\xaf", b"\x7fELF", b"SQLite format 3", b"\xd0\xcf\x11\xe0", b"RIFF",
    b"OggS", b"ID3", b"{\\rtf",
)  # fmt: skip
_BOMS: Final = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 11, 12, 13, 27}))


def sort_of(name: str) -> Sort | None:
    """Return what a file's name says it is, past a final `.gz`; None where it says nothing."""
    path = PurePath(name.lower().removesuffix(".gz"))
    return _BY_SUFFIX.get(path.suffix)


def is_packed(name: str) -> bool:
    """Whether the name says that the bytes are gzipped."""
    return name.lower().endswith(".gz")


def media_of(head: bytes) -> Media:
    """Return whether bytes of an unnamed sort begin like a page."""
    narrow = head.replace(b"\x00", b"") if is_wide(head) else head
    for bom in _BOMS:
        narrow = narrow.removeprefix(bom)
    return "html" if _PAGE.match(narrow) else "text"


def is_binary(head: bytes) -> bool:
    """Whether bytes can't be text in any encoding that news comes in."""
    if head.startswith(_MAGIC):
        return True
    if is_wide(head):
        return False
    # A text that lost a stretch to zeros in a crash is still a text; a file of zeros is not. A tenth of
    # other control characters is more than any text has and less than any picture or programme.
    controls = len(head) - len(head.translate(None, _CONTROLS))
    zeros = head.count(0)
    rest = len(head) - zeros
    return rest == 0 or controls - zeros > rest / 10 or zeros > len(head) * 0.9


def is_wide(head: bytes) -> bool:
    """Whether bytes look like UTF-16: by its mark, or by zeros in every other place."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    even, odd = head[0::2], head[1::2]
    if len(head) < 4:
        return False
    low, high = sorted((even.count(0) / len(even), odd.count(0) / len(odd)))
    return low < 0.05 and high > 0.4
