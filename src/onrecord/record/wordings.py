"""Two renderings of one statement in, how they differ out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.links.utterances import as_told, tables
from onrecord.links.words import Place, content_words, held_in, longest_run, placed_words
from onrecord.model.record import Relation
from onrecord.model.span import Span

ALIKE = 0.9  # share of a cut rendering's words that must stand, in order, in the first
FIRM = 2  # words of a shared run, below which the place beside it may be no more than a few words
ANCHOR = 4  # words in a row that two renderings share beside a place that they word otherwise
ANCHOR_MARKED = 3  # the same where both stood in marks, and the place has shared words on both sides
EDGE = 4  # words at the end of a rendering that can be another wording, and no more of the text
IN_ORDER = (
    0.7  # share of the shorter one's words, in order, from which two stretches are surely of one utterance
)
SURELY = 5  # and words that it rests on: then one shared word on either side of a place is enough
TURNED = 3  # words of meaning in common from which two stretches in marks are one, turned round
MOSTLY = 0.8  # and their share of the shorter one's
ADDED = 6  # words that one has alone, beyond which it is a cut
SAME_SENSE = 3  # words of difference within a run that still count as one place


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words of the first rendering that the second words otherwise; either may be empty."""

    first: Span | None
    second: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a rendering with their places in its report.

    Attributes:
        words: in lower case.
        places: where each stands.
        direct: whether they stand in marks.
        inside: whether they do within a clause that tells the rest: "that he was 'not going anywhere'".
    """

    words: tuple[str, ...]
    places: tuple[Place, ...]
    direct: bool
    inside: bool = False


def wording_of(text: str, spans: Sequence[Span], *, direct: bool) -> Wording:
    """Return the words at some places of a report, each with its own place."""
    placed = [placed_words(text, span.start, span.end) for span in spans]
    return Wording(
        words=tuple(word for words, _ in placed for word in words),
        places=tuple(place for _, places in placed for place in places),
        direct=direct,
    )


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


def _cover(places: Sequence[Place]) -> Span | None:
    return Span(places[0].start, places[-1].end) if places else None


def reworded(first: Wording, other: Wording) -> tuple[Change, ...]:
    """Return the places where two stretches of words give a thing otherwise, words on both sides.

    The words beside it are shared, a run of at least four of them on one side. At an end it may be a few
    words only: where one goes on it says more, not otherwise. Words that one of them has alone stand with the
    word after them.
    """
    if not (first.direct and other.direct):
        first, other = _retold(first), _retold(other)
    ours, theirs = (
        (first.words, other.words)
        if first.direct and other.direct
        else (as_told(first.words), as_told(other.words))
    )
    codes = SequenceMatcher(a=ours, b=theirs, autojunk=False).get_opcodes()
    return tuple(
        Change(first=_cover(first.places[a1:a2]), second=_cover(other.places[b1:b2]))
        for place, code in enumerate(codes)
        if code[0] != "equal" and (ends := _ends(codes, place, first, other)) is not None
        for a1, a2, b1, b2 in [ends]
    )


def turned_round(first: Wording, other: Wording) -> Change | None:
    """Return two stretches in marks that have nearly all words of meaning in common, and give them otherwise.

    None where one stands in the other as it is: then it is cut.
    """
    if not (first.direct and other.direct) or first.words == other.words:
        return None
    meant = content_words(first.words), content_words(other.words)
    shorter = min(len(first.words), len(other.words))
    if len(meant[0] & meant[1]) < TURNED or held_in(*meant) < MOSTLY:
        return None
    if longest_run(first.words, other.words) == shorter or "".join(first.words) == "".join(other.words):
        return None
    return Change(first=_cover(first.places), second=_cover(other.places))


def _retold(wording: Wording) -> Wording:
    """Return a wording without the words that only link indirect speech to who speaks."""
    kept = [place for place, word in enumerate(wording.words) if word not in tables().linking]
    return Wording(
        words=tuple(wording.words[place] for place in kept),
        places=tuple(wording.places[place] for place in kept),
        direct=wording.direct,
    )


Code = tuple[str, int, int, int, int]


def _ends(
    codes: Sequence[Code], place: int, first: Wording, other: Wording
) -> tuple[int, int, int, int] | None:
    """Return the words of a change, from and to in both; None where it is none."""
    _, a1, a2, b1, b2 = codes[place]
    before, after = _run(codes, place - 1), _run(codes, place + 1)
    marked = first.direct and other.direct
    needed = ANCHOR_MARKED if marked and min(before, after) >= FIRM else ANCHOR
    if max(before, after) < needed and not (min(before, after) and _is_sure(codes, first, other)):
        return None
    if not before:  # the shorter of two beginnings sets how far back it goes
        size = min(a2 - a1, b2 - b1, EDGE + 1)
        a1, b1 = a2 - size, b2 - size
    if not (before and after) and not (a2 - a1 and b2 - b1):
        return None
    if min(before, after) < FIRM and max(a2 - a1, b2 - b1) > EDGE:
        return None
    meant = content_words(first.words[a1:a2]), content_words(other.words[b1:b2])
    if not marked and (meant[0] == meant[1] or not all(meant)) and not _joins(codes[place], first, other):
        return None  # an indirect rendering has its own small words, and leaves words out
    if "".join(first.words[a1:a2]) == "".join(other.words[b1:b2]):
        return None  # "ice breaker" and "icebreaker"
    if (a1 == a2 or b1 == b2) and max(a2 - a1, b2 - b1) > ADDED:
        return None
    if a1 == a2 or b1 == b2:  # words that one has alone: they stand with the shared word after them
        a2, b2 = a2 + 1, b2 + 1
    return a1, a2, b1, b2


def _joins(code: Code, first: Wording, other: Wording) -> bool:
    """Whether words that join sentences stand in the place of others in two renderings of like length."""
    _, a1, a2, b1, b2 = code
    sizes = sorted((len(first.words), len(other.words)))
    if a1 == a2 or b1 == b2 or sizes[1] - sizes[0] > EDGE:
        return False
    return bool(tables().joining & ({*first.words[a1:a2]} ^ {*other.words[b1:b2]}))


def _is_sure(codes: Sequence[Code], first: Wording, other: Wording) -> bool:
    """Whether nearly all words of the shorter one stand in the other in one order."""
    shared = sum(a2 - a1 for tag, a1, a2, _, _ in codes if tag == "equal")
    return shared >= max(SURELY, IN_ORDER * min(len(first.words), len(other.words)))


def _run(codes: Sequence[Code], place: int) -> int:
    """Return the length of the shared run at a place; 0 where there is none."""
    if not 0 <= place < len(codes):
        return 0
    tag, a1, a2, *_ = codes[place]
    return a2 - a1 if tag == "equal" else 0


_MARKED = re.compile(r"[\"“]([^\"“”]{1,400})[\"”]")


def quoted_parts(text: str, span: Span) -> list[Span]:
    """Return the words in quotation marks within a place of a text."""
    found = _MARKED.finditer(
        text, span.start, span.end + 1 if text[span.end : span.end + 1] in '"”' else span.end
    )
    return [Span(match.start(1), match.end(1)) for match in found]
