"""A number's place and the report's quotations in, its voice and giver out.

Who is quoted for a number gives it, unless what he says of it is that it isn't so; so does who counts,
lists or puts it.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotations.figures.grammar import figure_endings, figure_words
from onrecord.annotations.figures.view import SentenceView, child
from onrecord.model.annotation import Mention, Quotation, Voice
from onrecord.model.span import Span

COUNT_AFTER = 12  # lexemes after a number in which it may be said by whose count it is


def quotation_round(quotations: Sequence[Quotation], number: Span) -> Quotation | None:
    """Return the quotation that gives a number: the shortest whose content holds it; None if none does."""
    round_it = [q for q in quotations if any(piece.holds(number) for piece in q.content)]
    return min(round_it, key=lambda q: (len(q.span), q.span), default=None)


def giver(quotation: Quotation | None) -> tuple[Voice, tuple[str, ...]]:
    """Return voice and speakers: attributed with no speaker where it is not known who said it."""
    if quotation is None:
        return "own", ()
    return "attributed", quotation.speakers


def who_counts(
    view: SentenceView, verb: Token | None, number: Span, mentions: Sequence[Mention]
) -> tuple[str, ...]:
    """Return who gives a number without being quoted: "the ministry put the toll at 45"."""
    if verb is None or verb.idx > number.start or not view.listed(verb.lower_, "givers.verbs"):
        return ()
    if verb.lower_ in figure_words("givers.put") and not view.text[: number.start].rstrip().endswith(" at"):
        return ()
    subject = child(verb, "nsubj")
    if subject is not None and subject.lower_ in figure_words("shared.relative") and verb.dep_ == "relcl":
        subject = verb.head
    return named_by(subject, mentions)


def by_whose_count(view: SentenceView, last: int, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return whose count a number is said to be: "by the organisers' count"; `last`: its last lexeme."""
    for index in range(last + 1, min(last + 1 + COUNT_AFTER, len(view.lexemes))):
        token = view.token(index) if view.word(index) in figure_words("givers.counts") else None
        if token is not None and token.head.lower_ == "by":
            return named_by(child(token, "poss"), mentions)
    return ()


def of_denied(
    view: SentenceView, quotation: Quotation, number: Span, mentions: Sequence[Mention]
) -> tuple[str, ...] | None:
    """Return who gave a number that somebody denies ("rejected a claim by the union that 90"), if it is told.

    None: nothing is denied. Who denies a number doesn't give it.
    """
    cue = quotation.cue
    if cue is None or not view.listed(cue.of(view.text).split()[0].lower(), "givers.denials"):
        return None
    between = [m for m in mentions if cue.end <= m.span.start and m.span.end <= number.start]
    by = [
        m for m in between if view.text[: m.span.start].rstrip().lower().endswith(figure_endings("givers.by"))
    ]
    return (by[-1].id,) if by else ()


def named_by(subject: Token | None, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the mention of which a token is a word: the longest; empty if there is none.

    A name beside a description goes before it: "the organisers, the Harbour Alliance".
    """
    if subject is None:
        return ()
    beside = [kid for kid in subject.children if kid.dep_ == "appos" and kid.left_edge.i <= subject.i + 2]
    for token in (*beside, subject):
        at = Span(token.idx, token.idx + len(token.text))
        named = [m for m in mentions if m.span.holds(at) and (token is subject or m.form == "name")]
        if named:
            break
    return (max(named, key=lambda mention: len(mention.span)).id,) if named else ()


def with_attribution(clause: Span, quotation: Quotation | None, sentence: Span) -> Span:
    """Return the clause widened to the words that attribute it, where they stand in the same sentence."""
    if quotation is None:
        return clause
    for words in (quotation.cue, quotation.speaker_words):
        if words is not None and sentence.holds(words):
            clause = clause.to(words)
    return clause
