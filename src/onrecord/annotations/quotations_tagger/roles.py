"""Spans of source, cue and content in, a label for each word out; and back.

Labels are BIO: `B-` begins a piece of a role, `I-` goes on with it, `O` is no part of any. Roles never
overlap within one labelling: where two attributions share words, the first one labels them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.model.span import Span

Role = Literal["source", "cue", "content"]

ROLES: Final[tuple[Role, ...]] = ("source", "cue", "content")
LABELS: Final = ("O", *(f"{begins}-{role}" for role in ROLES for begins in "BI"))


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A run of words `first` to `last`, both included, that carries a role."""

    first: int
    last: int
    role: Role


def encode(places: Sequence[Span], pieces: Iterable[tuple[Role, Span]]) -> list[int]:
    """Return the label of each word.

    Args:
        places: of the words, in order and apart.
        pieces: roles with their spans, in any order; a word that a span touches is of it.
    """
    labels = [0] * len(places)
    at = 0
    for role, span in sorted(pieces, key=lambda piece: (piece[1], piece[0])):
        while at < len(places) and places[at].end <= span.start:
            at += 1
        begins = 1 + 2 * ROLES.index(role)
        word, fresh = at, True
        while word < len(places) and places[word].start < span.end:
            if labels[word] == 0:
                labels[word] = begins if fresh else begins + 1
                fresh = False
            word += 1
    return labels


def decode(labels: Sequence[int]) -> list[Piece]:
    """Return the pieces of a labelling, in order; an `I-` without its `B-` begins one."""
    pieces: list[Piece] = []
    for word, label in enumerate(labels):
        if label == 0:
            continue
        role = ROLES[(label - 1) // 2]
        goes_on = label % 2 == 0 and pieces and pieces[-1].last == word - 1 and pieces[-1].role == role
        if goes_on:
            pieces[-1] = Piece(pieces[-1].first, word, role)
        else:
            pieces.append(Piece(word, word, role))
    return pieces


def allowed() -> list[list[bool]]:
    """Return for each pair of labels whether the second may follow the first: `I-x` only `B-x` or `I-x`."""
    count = len(LABELS)
    return [[after % 2 == 1 or after == 0 or before in {after, after - 1} for after in range(count)]
            for before in range(count)]  # fmt: skip
