"""Two renderings of one statement in, how they differ out."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.links.words import content_words, places_of_words, words_of
from onrecord.model.record import Relation
from onrecord.model.span import Span

ALIKE = 0.9  # share of a cut rendering's words that must stand, in order, in the first
SAME_SENSE = 3  # words of difference within a run that still count as one place


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words of the first rendering that the second words otherwise; either may be empty."""

    first: Span | None
    second: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a rendering with their places in its report."""

    words: tuple[str, ...]
    places: tuple[Span, ...]
    direct: bool


def wording_of(text: str, spans: Sequence[Span], *, direct: bool) -> Wording:
    """Return the words at some places of a report, each with its own place."""
    words = [word for span in spans for word in words_of(span.of(text))]
    places = [place for span in spans for place in places_of_words(span.of(text), span.start)]
    return Wording(words=tuple(words), places=tuple(places), direct=direct)


def relation(first: Wording, other: Wording) -> Relation:
    """Return how a rendering relates to the first: same, cut, reworded or paraphrased."""
    if other.words == first.words:
        return "same"
    matcher = SequenceMatcher(a=first.words, b=other.words, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks())
    if kept >= ALIKE * len(other.words) and not changes(first, other):
        return "cut"
    return "reworded" if other.direct else "paraphrased"


def changes(first: Wording, other: Wording) -> tuple[Change, ...]:
    """Return the places, between words that both have, where two renderings word a thing otherwise.

    What one of them has before the first or after the last shared run is cut or added, not reworded.
    """
    matcher = SequenceMatcher(a=first.words, b=other.words, autojunk=False)
    codes = list(matcher.get_opcodes())
    equal = [
        place for place, code in enumerate(codes) if code[0] == "equal" and code[2] - code[1] >= SAME_SENSE
    ]
    if not equal:
        return ()
    inner = codes[equal[0] : equal[-1] + 1]
    return tuple(
        Change(first=_cover(first.places[a1:a2]), second=_cover(other.places[b1:b2]))
        for tag, a1, a2, b1, b2 in inner
        if tag == "replace" and content_words(first.words[a1:a2]) != content_words(other.words[b1:b2])
    )


def _cover(places: Sequence[Span]) -> Span | None:
    return Span(places[0].start, places[-1].end) if places else None
