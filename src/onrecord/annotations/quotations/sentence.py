"""A token in, the bounds of its sentence out, without walking the whole document."""

from typing import Final

from spacy.tokens import Token

LONGEST: Final = 400
"""Tokens on either side after which a sentence is cut, so that time stays linear."""


def sentence_bounds(token: Token) -> tuple[int, int]:
    """Return the first token of a sentence and the one after its last."""
    doc = token.doc
    first = token.i
    while first > max(0, token.i - LONGEST) and not doc[first].is_sent_start:
        first -= 1
    end = token.i + 1
    limit = min(len(doc), token.i + LONGEST)
    while end < limit and not doc[end].is_sent_start:
        end += 1
    return first, end
