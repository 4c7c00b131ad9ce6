"""Others' words in, the same words out with nothing in them that acts: no control, no hidden direction.

What a report prints is shown as text on every face. Control characters could move a terminal's cursor,
and directional ones could make a reader see words in another order than they stand; each is shown as
`�`, one for one, so that words keep their length.
"""

import re
from typing import Final

# C0 and C1 but tab and line end; marks, embeddings, overrides and isolates of direction; line and paragraph
# separators; tags and the byte order mark; lone surrogates and non-characters.
_ACTING: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e0fff]"
)
SHOWN: Final = "\ufffd"


def harmless(text: str) -> str:
    """Return a text with every character that acts shown as `�`; its length is unchanged."""
    return _ACTING.sub(SHOWN, text)


def one_line(text: str) -> str:
    """Return a text as one harmless line, blanks of every kind run together."""
    if not (text.isascii() and text.isprintable()):  # nothing in most names acts
        text = harmless(text.replace("\u2028", " ").replace("\u2029", " "))
    return " ".join(text.split())
