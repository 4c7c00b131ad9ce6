"""View in, tallies of statements out: each variant by its words and speakers, and which are put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from eval.gold_result import Finding, Scored, Tally, false, miss
from eval.gold_view import Line, View
from eval.gold_words import jaccard, tokens

# A variant is recognised by half of all words, or by a third if nearly all its words are the gold's: then it
# holds some of the gold's pieces and lacks others.
WHOLE_SHARE, PART_SHARE, PART_INSIDE = 0.5, 0.3, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Variant:
    """One report's rendering of one statement, from either side."""

    statement: int
    report: str
    words: str
    tokens: Counter[str]
    line: Line


def score_statements(view: View) -> Scored:
    """Return the tallies of variants and of pairs of variants in one statement."""
    gold, given = tuple(_gold_variants(view)), tuple(_given_variants(view))
    matched: dict[int, int] = {}
    found: list[int] = []
    findings = []
    for place, variant in enumerate(given):
        choice, right = _match(view, variant, gold)
        if choice is not None:
            matched[place] = choice
        if right and choice is not None:
            found.append(choice)
            continue
        findings.append(_false_variant(view, variant, None if choice is None else gold[choice]))
    required = {place for place, variant in enumerate(gold) if variant.line["required"]}
    for place in sorted(required - set(found)):
        missed = gold[place]
        findings.append(miss("statements", missed.report, missed.words, _speakers(missed.line)))
    tally = Tally(
        predicted=len(given), right=len(found), expected=len(required), found=len(required & set(found))
    )
    pairs = _score_pairs(gold, given, matched)
    return Scored(
        tallies={"statements": tally, **pairs.tallies},
        findings=(*findings, *pairs.findings),
        surplus={"statements": len(found) - len(set(found))},
    )


def _gold_variants(view: View) -> Iterator[_Variant]:
    """Yield the gold's variants."""
    for place, statement in enumerate(view.gold["statements"]):
        for variant in statement["variants"]:
            words = " … ".join(piece["content"] for piece in variant["pieces"])
            yield _Variant(
                statement=place, report=variant["report"], words=words, tokens=tokens(words), line=statement
            )


def _given_variants(view: View) -> Iterator[_Variant]:
    """Yield the record's variants, under the gold's files."""
    for place, statement in enumerate(view.record["statements"]):
        for variant in statement["variants"]:
            spans = (span["text"] for piece in variant["pieces"] for span in piece["content"])
            words = " … ".join(spans)
            yield _Variant(
                statement=place,
                report=view.file(variant["report"]),
                words=words,
                tokens=tokens(words),
                line=statement,
            )


def _match(view: View, variant: _Variant, gold: tuple[_Variant, ...]) -> tuple[int | None, bool]:
    """Return the gold variant that a variant renders and whether the speakers are right.

    Of several that share enough words, one with the right speakers goes before, then the most alike.
    """
    choices = []
    for place, other in enumerate(gold):
        if other.report != variant.report:
            continue
        share = content_share(variant.tokens, other.tokens)
        if share > 0:
            right = _same_speakers(view, variant.line, other.line)
            choices.append((right, share, -place))
    if not choices:
        return None, False
    right, _, place = max(choices)
    return -place, right


def content_share(given: Counter[str], gold: Counter[str]) -> float:
    """Return the part of all words that two variants share; 0 if the one doesn't render the other."""
    share = jaccard(given, gold)
    inside = (given & gold).total() / max(1, given.total())
    return share if share >= WHOLE_SHARE or (share >= PART_SHARE and inside >= PART_INSIDE) else 0.0


def _same_speakers(view: View, given: Line, gold: Line) -> bool:
    """Whether both name the same speakers."""
    return view.are_called(given["speakers"], gold["speakers"])


def _false_variant(view: View, variant: _Variant, gold: _Variant | None) -> Finding:
    """Return the finding for a variant that is nowhere in the gold or has other speakers there."""
    speakers = ", ".join(map(view.name, variant.line["speakers"])) or "nobody"
    expected = "no such statement" if gold is None else f"speaker {_speakers(gold.line)}"
    return false("statements", variant.report, f"{speakers}: {variant.words}", expected)


def _speakers(gold: Line) -> str:
    """Return the gold's speakers for a finding."""
    via = f" via {', '.join(gold['via'])}" if gold["via"] else ""
    return ", ".join(gold["speakers"]) + via


def _score_pairs(gold: tuple[_Variant, ...], given: tuple[_Variant, ...], matched: dict[int, int]) -> Scored:
    """Return the tally of pairs of variants of different reports that are put in one statement.

    A produced pair counts where both variants were recognised; the others are false as statements already.
    """
    wanted = set(_pairs(range(len(gold)), gold))
    produced = {
        (min(pair), max(pair))
        for one, other in _pairs(matched, given)
        if (pair := (matched[one], matched[other]))[0] != pair[1]
    }
    required = {pair for pair in wanted if gold[pair[0]].line["required"]}
    findings = [
        *(_pair_finding(gold, pair, "false") for pair in sorted(produced - wanted)),
        *(_pair_finding(gold, pair, "miss") for pair in sorted(required - produced)),
    ]
    tally = Tally(
        predicted=len(produced),
        right=len(produced & wanted),
        expected=len(required),
        found=len(required & produced),
    )
    return Scored(tallies={"variants together": tally}, findings=tuple(findings))


def _pairs(places: Iterable[int], variants: tuple[_Variant, ...]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of these variants that are of one statement and of two reports."""
    for one, other in combinations(sorted(places), 2):
        left, right = variants[one], variants[other]
        if left.statement == right.statement and left.report != right.report:
            yield one, other


def _pair_finding(gold: tuple[_Variant, ...], pair: tuple[int, int], what: str) -> Finding:
    """Return the finding for a pair that is together on one side only."""
    one, other = gold[pair[0]], gold[pair[1]]
    expected = f"{other.report}: {other.words!r}"
    if what == "miss":
        return miss("variants together", one.report, one.words, f"one statement with {expected}")
    return false("variants together", one.report, one.words, f"not one statement with {expected}")
