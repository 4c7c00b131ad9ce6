"""A number's place and the report's quotations in, its voice and giver out.

Who is quoted for a number gives it, unless what he says of it is that it isn't so. Who gives it without
being quoted is told by `counters` and `cited`.
"""

from collections.abc import Sequence

from onrecord.annotations.figures.around import Around
from onrecord.annotations.figures.grammar import figure_endings
from onrecord.model.annotation import Quotation, Voice
from onrecord.model.span import Span


def quotation_round(quotations: Sequence[Quotation], number: Span) -> Quotation | None:
    """Return the quotation that gives a number: the shortest whose content holds it; None if none does."""
    round_it = [q for q in quotations if any(piece.holds(number) for piece in q.content)]
    return min(round_it, key=lambda q: (len(q.span), q.span), default=None)


def giver(quotation: Quotation | None) -> tuple[Voice, tuple[str, ...]]:
    """Return voice and speakers: attributed with no speaker where it is not known who said it."""
    if quotation is None:
        return "own", ()
    return "attributed", quotation.speakers


def of_denied(around: Around, quotation: Quotation, number: Span) -> tuple[str, ...] | None:
    """Return who gave a number that somebody denies ("rejected a claim by the union that 90"), if it is told.

    None: nothing is denied. Who denies a number doesn't give it.
    """
    cue, view = quotation.cue, around.view
    if cue is None or not view.listed(cue.of(view.text).split()[0].lower(), "givers.denials"):
        return None
    between = [m for m in around.found.mentions if cue.end <= m.span.start and m.span.end <= number.start]
    by = [
        m for m in between if view.text[: m.span.start].rstrip().lower().endswith(figure_endings("givers.by"))
    ]
    return (by[-1].id,) if by else ()


def with_attribution(clause: Span, quotation: Quotation | None, sentence: Span) -> Span:
    """Return the clause widened to the words that attribute it, where they stand in the same sentence."""
    if quotation is None:
        return clause
    for words in (quotation.cue, quotation.speaker_words):
        if words is not None and sentence.holds(words):
            clause = clause.to(words)
    return clause
