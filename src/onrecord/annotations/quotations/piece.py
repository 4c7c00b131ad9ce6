"""The noun of the marks: quoted words within one paragraph."""

from dataclasses import dataclass

from onrecord.model.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Quoted words within one paragraph: with their marks, and without."""

    span: Span
    inner: Span
    closed: bool
