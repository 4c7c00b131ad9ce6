"""Quoted words in, whether they stand as a sentence out: what parts a quotation from a phrase in marks."""

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from onrecord.annotations.quotations.reading import Reading

ENDS: Final = (".", "!", "?", "…", "...", "—", "–")
CLOSERS: Final = "'’\"”)] \u00a0"


def starts_sentence(words: str) -> bool:
    """Whether the words begin as a sentence does: with a capital, a figure or a bracket."""
    bare = words.lstrip("'‘\"“( \u00a0[.…")
    return bool(bare) and (bare[0].isupper() or bare[0].isdigit() or words[:1] in "[")


def ends_sentence(words: str) -> bool:
    """Whether the words end as a sentence does."""
    return words.rstrip(CLOSERS).endswith(ENDS)


def is_sentence(words: str) -> bool:
    """Whether the words begin as a sentence: more than two of them, or ended as one."""
    return starts_sentence(words) and (len(words.split()) > 2 or ends_sentence(words))


def is_title(words: str) -> bool:
    """Whether the words look like the title of a work: a few, and all but the little ones with capitals."""
    parts = words.rstrip(".,!?").split()
    return 1 < len(parts) <= 10 and all(
        part[0].isupper() or part[0].isdigit() or len(part) <= 4 for part in parts
    )


def ends_open(words: str, follows: str) -> bool:
    """Whether reporting words may follow: a comma, question or exclamation mark ends the quoted words.

    Args:
        words: between the marks.
        follows: what stands after the closing mark, without blanks.
    """
    bare = words.rstrip(CLOSERS)
    if bare.endswith((",", "!", "?", "—", "–", "-", "…", "...")) or follows.startswith(","):
        return True
    return (follows[:1].islower() and bare.endswith(".")) or (
        follows[:1].isalpha() and is_sentence(words) and not bare.endswith(".")
    )


STOPS: Final = frozenset({".", "!", "?", ";"})


def first_sentence(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens up to the first full stop."""
    for i, token in enumerate(tokens):
        if i and token.text in STOPS:
            return list(tokens[:i])
    return list(tokens)


def last_sentence(tokens: Sequence[Token], reading: Reading | None = None) -> list[Token]:
    """Return the tokens after the last full stop; with a reading, quoted stops don't count."""
    for i in range(len(tokens) - 1, -1, -1):
        quoted = reading is not None and reading.piece_at(tokens[i].idx) is not None
        if quoted and tokens[i].text in STOPS and i + 1 < len(tokens) and reading is not None:
            after = reading.piece_at(tokens[i].idx)
            if after is not None and after.span.end <= tokens[i].idx + 2:
                return [t for t in tokens[i + 1 :] if t.idx >= after.span.end]
        if tokens[i].text in STOPS and not quoted:
            return list(tokens[i + 1 :])
    return list(tokens)
