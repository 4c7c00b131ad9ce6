"""View in, tallies of statements out: each variant by its words and speakers, and which are put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from eval.gold_result import Finding, Scored, Tally, false, hit, miss
from eval.gold_standing import Standing, score_standing
from eval.gold_variants import Variant, given_variants, gold_variants, match_variant
from eval.gold_view import Line, View


@dataclass(frozen=True, slots=True, kw_only=True)
class _Matches:
    """Both sides' variants, which of the gold's each of the record's is, and whose speakers are right."""

    gold: tuple[Variant, ...]
    given: tuple[Variant, ...]
    matched: dict[int, int]
    right: frozenset[int]


def score_statements(view: View) -> tuple[Scored, ...]:
    """Return the tallies of variants, of pairs of variants in one statement and of statements' standing."""
    gold, given = tuple(gold_variants(view)), tuple(given_variants(view))
    matched: dict[int, int] = {}
    right: set[int] = set()
    for place, variant in enumerate(given):
        choice, agrees = match_variant(view, variant, gold, {matched[one] for one in right})
        if choice is not None:
            matched[place] = choice
            right |= {place} if agrees else set()
    matches = _Matches(gold=gold, given=given, matched=matched, right=frozenset(right))
    return _score_lines(view, matches), _score_pairs(matches), score_standing(_standings(matches))


def _score_lines(view: View, matches: _Matches) -> Scored:
    """Return the tally of variants."""
    gold = matches.gold
    found = [matches.matched[place] for place in sorted(matches.right)]
    findings = []
    for place, variant in enumerate(matches.given):
        if place not in matches.right:
            choice = matches.matched.get(place)
            findings.append(_false_variant(view, variant, None if choice is None else gold[choice]))
    required = {place for place, variant in enumerate(gold) if variant.required}
    for place in sorted(required - set(found)):
        missed = gold[place]
        findings.append(miss("statements", missed.report, missed.words, _speakers(missed.line)))
    tally = Tally(
        predicted=len(matches.given),
        right=len(found),
        expected=len(required),
        found=len(required & set(found)),
    )
    return Scored(
        tallies={"statements": tally},
        findings=tuple(findings),
        surplus={"statements": len(found) - len(set(found))},
        others=tuple(hit("statements", gold[place].report, gold[place].words) for place in found),
    )


def _false_variant(view: View, variant: Variant, gold: Variant | None) -> Finding:
    """Return the finding for a variant that is nowhere in the gold or has other speakers there."""
    speakers = ", ".join(map(view.name, variant.line["speakers"])) or "nobody"
    expected = "no such statement" if gold is None else f"speaker {_speakers(gold.line)}"
    return false("statements", variant.report, f"{speakers}: {variant.words}", expected)


def _speakers(gold: Line) -> str:
    """Return the gold's speakers for a finding."""
    via = f" via {', '.join(gold['via'])}" if gold["via"] else ""
    return ", ".join(gold["speakers"]) + via


def _standings(matches: _Matches) -> Iterator[Standing]:
    """Yield the standing of each statement with right variants beside that of the gold's it mostly is."""
    golds: dict[int, Counter[int]] = {}
    for place in sorted(matches.right):
        variant = matches.gold[matches.matched[place]]
        golds.setdefault(matches.given[place].statement, Counter())[variant.statement] += 1
    firsts = {variant.statement: variant for variant in reversed(matches.gold)}
    lines = {variant.statement: variant.line for variant in matches.given}
    for statement, counted in golds.items():
        (choice, _), *_ = counted.most_common(1)
        variant = firsts[choice]
        if wanted := variant.line.get("standing"):
            yield Standing(
                line=("statement", choice),
                report=variant.report,
                words=variant.words,
                given=lines[statement]["standing"],
                wanted=wanted,
                required=variant.line["required"],
            )


def _score_pairs(matches: _Matches) -> Scored:
    """Return the tally of pairs of variants of different reports that are put in one statement.

    A produced pair counts where both variants were recognised; the others are false as statements already.
    """
    gold, matched = matches.gold, matches.matched
    wanted = set(_pairs(range(len(gold)), gold))
    produced = {
        (min(pair), max(pair))
        for one, other in _pairs(matched, matches.given)
        if (pair := (matched[one], matched[other]))[0] != pair[1]
    }
    required = {pair for pair in wanted if all(gold[place].required for place in pair)}
    findings = [
        *(_pair_case(gold, pair, "false") for pair in sorted(produced - wanted)),
        *(_pair_case(gold, pair, "miss") for pair in sorted(required - produced)),
    ]
    tally = Tally(
        predicted=len(produced),
        right=len(produced & wanted),
        expected=len(required),
        found=len(required & produced),
    )
    others = tuple(_pair_case(gold, pair, "right") for pair in sorted(produced & wanted))
    return Scored(tallies={"variants together": tally}, findings=tuple(findings), others=others)


def _pairs(places: Iterable[int], variants: tuple[Variant, ...]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of these variants that are of one statement and of two reports."""
    for one, other in combinations(sorted(places), 2):
        left, right = variants[one], variants[other]
        if left.statement == right.statement and left.report != right.report:
            yield one, other


def _pair_case(gold: tuple[Variant, ...], pair: tuple[int, int], what: str) -> Finding:
    """Return the case of a pair that is together on both sides or on one only."""
    one, other = gold[pair[0]], gold[pair[1]]
    expected = f"one statement with {other.report}: {other.words!r}"
    if what == "false":
        return false("variants together", one.report, one.words, f"not {expected}")
    made = miss if what == "miss" else hit
    return made("variants together", one.report, one.words, expected)
