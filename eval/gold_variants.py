"""View in, both sides' variants of statements out, and which of the gold's one of the record's renders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from eval.gold_view import Line, View
from eval.gold_words import Span, jaccard, tokens

# A variant is recognised by half of all words, or by a third if nearly all its words are the gold's: then it
# holds some of the gold's pieces and lacks others.
WHOLE_SHARE, PART_SHARE, PART_INSIDE = 0.5, 0.3, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One report's rendering of one statement, from either side.

    `readings` are the words by which it may be recognised beside all its words: of a variant of the record
    that stands partly in the headline, those of its body; of one of the gold, those of each piece.
    """

    statement: int
    report: str
    words: str
    tokens: Counter[str]
    line: Line
    required: bool
    readings: tuple[Counter[str], ...] = ()
    in_headline: bool = False


def gold_variants(view: View) -> Iterator[Variant]:
    """Yield the gold's variants."""
    for place, statement in enumerate(view.gold["statements"]):
        for variant in statement["variants"]:
            pieces = [piece["content"] for piece in variant["pieces"]]
            words = " … ".join(pieces)
            yield Variant(
                statement=place,
                report=variant["report"],
                words=words,
                tokens=tokens(words),
                line=statement,
                required=statement["required"] and variant.get("required", True),
                readings=tuple(map(tokens, pieces)),
            )


def given_variants(view: View) -> Iterator[Variant]:
    """Yield the record's variants, under the gold's files; none of earlier revisions."""
    for place, statement in enumerate(view.record["statements"]):
        for variant in statement["variants"]:
            if view.is_earlier(variant["report"]):
                continue
            spans: list[Span] = [span for piece in variant["pieces"] for span in piece["content"]]
            body = [span for span in spans if not view.in_headline(span)]
            words = _words(spans)
            yield Variant(
                statement=place,
                report=view.file(variant["report"]),
                words=words,
                tokens=tokens(words),
                line=statement,
                required=True,
                readings=(tokens(_words(body)),) if 0 < len(body) < len(spans) else (),
                in_headline=not body,
            )


def match_variant(
    view: View, variant: Variant, gold: tuple[Variant, ...], taken: set[int]
) -> tuple[int | None, bool]:
    """Return the gold variant that a variant renders and whether the speakers are right.

    Of several that share enough words, one with the right speakers goes before, then the most alike, then
    one that no variant before it was taken for. What stands in the headline may be a variant of its own: it
    then renders one piece of the gold's, and what stands in the body alone is as good as with the headline.
    """
    choices = []
    for place, other in enumerate(gold):
        if other.report != variant.report:
            continue
        shares = [content_share(words, other.tokens) for words in (variant.tokens, *variant.readings)]
        if variant.in_headline:
            shares += [content_share(variant.tokens, piece) for piece in other.readings]
        if max(shares) > 0:
            right = same_speakers(view, variant.line, other.line)
            choices.append((right, max(shares), place not in taken, -place))
    if not choices:
        return None, False
    right, _, _, place = max(choices)
    return -place, right


def content_share(given: Counter[str], gold: Counter[str]) -> float:
    """Return the part of all words that two variants share; 0 if the one doesn't render the other."""
    share = jaccard(given, gold)
    inside = (given & gold).total() / max(1, given.total())
    return share if share >= WHOLE_SHARE or (share >= PART_SHARE and inside >= PART_INSIDE) else 0.0


def same_speakers(view: View, given: Line, gold: Line) -> bool:
    """Whether both name the same speakers."""
    return view.are_called(given["speakers"], gold["speakers"])


def _words(spans: list[Span]) -> str:
    """Return the words of a variant's pieces in a row."""
    return " … ".join(str(span["text"]) for span in spans)
