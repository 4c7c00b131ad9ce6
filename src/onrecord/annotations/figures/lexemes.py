"""Text in, lexemes out: numerals, words and single signs, each with its place.

The language model's tokens cut "80km/h", "$10m" and "RM23.50" in several ways; numbers are read from these
instead, which are always cut alike: between digits and letters, and at every sign.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

# Groups are bounded, so that no text makes the search go back more than a few characters.
_LEXEME = re.compile(
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|(?<![\w.])\.[0-9]+)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)"
    r"|(?P<sign>\S)"
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A numeral, word or sign; `glued` if nothing stands between it and the one before."""

    kind: Literal["number", "word", "sign"]
    text: str
    lower: str
    start: int
    end: int
    glued: bool


def lex(text: str, offset: int = 0) -> list[Lexeme]:
    """Return the lexemes of a text; places are counted from `offset`."""
    out: list[Lexeme] = []
    last = -1
    for match in _LEXEME.finditer(text):
        start, end = match.span()
        kind: Literal["number", "word", "sign"] = match.lastgroup  # type: ignore[assignment]
        words = match.group()
        out.append(Lexeme(kind, words, words.lower(), start + offset, end + offset, start == last))
        last = end
    return out


def words_at(lexemes: Sequence[Lexeme], index: int, count: int) -> tuple[str, ...]:
    """Return `count` lower-case lexemes from an index on; fewer at the end."""
    return tuple(lexeme.lower for lexeme in lexemes[max(0, index) : index + count])


def word_at(lexemes: Sequence[Lexeme], index: int) -> str:
    """Return the lower-case lexeme at an index; "" outside."""
    return lexemes[index].lower if 0 <= index < len(lexemes) else ""


def glued_at(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Whether the lexeme at an index touches the one before; False outside."""
    return 0 < index < len(lexemes) and lexemes[index].glued


def index_at(starts: Sequence[int], place: int) -> int:
    """Return the index of the last of some ordered starts that is not after a place; 0 at least."""
    return max(0, bisect_right(starts, place) - 1)
