"""View and the facts that are new after a mark in, their tally beside the gold's out.

The facts are given as a list, each with its kind and the spans it rests on; the gold's `news` says for two
marks a story which facts are new. Where the list comes from is no matter here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.gold_result import Finding, Scored, Tally, false, hit, miss
from eval.gold_view import Line, View
from eval.gold_words import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFact:
    """One thing that is new: its kind (as in the gold's `news`), and the words it rests on."""

    kind: str
    words: str
    spans: tuple[Span, ...]


def score_news(view: View, news: Line, facts: Sequence[NewFact]) -> Scored:
    """Return the tally of what is said to be new after one mark.

    Args:
        view: The record as it stands after the last report of `until`, and the gold.
        news: One entry of the gold's `news`.
        facts: What is given as new to a reader who had marked all up to `after`.

    Returns:
        A fact is right if the gold has one of its kind on words that it overlaps; of several, one that no
        fact before it was taken for. Told twice is once too often.
    """
    gold = news["facts"]
    required = {place for place, line in enumerate(gold) if line.get("required", True)}
    found: list[int] = []
    findings = []
    for fact in facts:
        alike = [
            place
            for place, line in enumerate(gold)
            if line["kind"] == fact.kind and view.best(fact.spans, [line], "words") > 0
        ]
        free = sorted(set(alike) - set(found))
        found += free[:1]
        if not free:
            report = view.file(fact.spans[0]["report"]) if fact.spans else "-"
            findings.append(
                false("news", report, f"{fact.kind}: {fact.words}", "told already" if alike else "not new")
            )
    findings += [_case(gold[place], news, "miss") for place in sorted(required - set(found))]
    tally = Tally(
        predicted=len(facts), right=len(found), expected=len(required), found=len(required & set(found))
    )
    others = tuple(_case(gold[place], news, "right") for place in found)
    return Scored(tallies={"news": tally}, findings=tuple(findings), others=others)


def _case(line: Line, news: Line, what: str) -> Finding:
    """Return the case of a fact of the gold."""
    made = miss if what == "miss" else hit
    return made("news", line["report"], f"{line['kind']}: {line['words']}", f"new after {news['after']}")
