"""How the tables of this folder are read: a text, and what is said in it by whom."""

from onrecord.annotations.annotator import annotate
from onrecord.annotations.quotations import ANNOTATOR as QUOTATIONS
from onrecord.model.annotation import Found, Quotation
from tests.support import parsed

Said = tuple[str | None, str]
"""Speaker words, content: its pieces with " | " between them."""


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return what `read` keeps of the quotations of a text, with no mentions known."""
    return tuple(QUOTATIONS.find(parsed(text), Found()))


def said(text: str) -> list[Said]:
    """Return speaker words and content of each quotation, in order of place."""
    return [
        (q.speaker_words.of(text) if q.speaker_words else None, " | ".join(c.of(text) for c in q.content))
        for q in quotations(text)
    ]


def annotated(text: str) -> Found:
    """Return times, mentions and quotations of a text."""
    from onrecord.annotations.mentions import ANNOTATOR as MENTIONS
    from onrecord.annotations.timexes import ANNOTATOR as TIMEXES

    return annotate(parsed(text), (TIMEXES, MENTIONS, QUOTATIONS))


def speakers(text: str) -> list[tuple[str, ...]]:
    """Return the printed words of the speakers' mentions, quotation by quotation."""
    found = annotated(text)
    words = {mention.id: mention.span.of(text) for mention in found.mentions}
    return [tuple(words[i] for i in q.speakers) for q in found.quotations]
