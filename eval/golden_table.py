"""Comparisons of several stories with their gold in, what to print out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from eval.gold_result import HEADS, Finding, Result, Tally, row

FEW: Final = 30
"""Kinds with fewer required lines are listed case by case; their shares say little."""
BY_CASE: Final = ("outcomes", "withdrawals", "news")
"""Kinds that are listed case by case whatever their number."""


def lines(results: Mapping[str, Result]) -> Iterator[str]:
    """Yield the tables, the cases of small kinds and then every miss and every false line."""
    whole = Result.of(tuple(results.values()))
    yield from whole.table()
    if len(results) > 1:
        yield from _by_story(results, whole)
    apart = {kind: tally for kind, tally in whole.within.items() if kind in BY_CASE}
    if "news" not in apart:
        yield from ("", "news: not scored, since kept exports don't tell it; read the stories anew")
    for kind, tally in (*whole.tallies.items(), *apart.items()):
        if tally.expected < FEW or kind in BY_CASE:
            yield from _cases(results, kind, tally)
    for story, result in results.items():
        yield from ("", f"{story}: {len(result.findings)} misses and false lines")
        yield from map(str, result.findings)


def shares(results: Mapping[str, Result]) -> dict[str, dict[str, float]]:
    """Return precision and recall by kind for the gate; none for kinds with few lines.

    Their items are the required lines or those produced, whichever are fewer.
    """
    whole = Result.of(tuple(results.values()))
    found = {}
    for kind, tally in whole.tallies.items():
        if tally.expected >= FEW and tally.precision is not None and tally.recall is not None:
            shares = {"precision": round(tally.precision, 4), "recall": round(tally.recall, 4)}
            found[f"gold {kind}"] = {"items": min(tally.expected, tally.predicted), **shares}
    return found


def _by_story(results: Mapping[str, Result], whole: Result) -> Iterator[str]:
    """Yield the rows of each kind, one for each story."""
    for kind in (*whole.tallies, *whole.within, "all"):
        yield ""
        yield HEADS.replace("kind".ljust(18), kind.ljust(18))
        for story, result in results.items():
            tallies = {**result.tallies, **result.within, "all": result.total}
            yield row(f"  {story}", tallies.get(kind, Tally()))


def _cases(results: Mapping[str, Result], kind: str, tally: Tally) -> Iterator[str]:
    """Yield every case of one kind, by story."""
    yield from ("", f"{kind}, case by case ({tally.expected} required):")
    for story, result in results.items():
        for case in (*result.others, *result.findings):
            if case.kind == kind:
                yield f"{story:<10} {_told(case)}"


def _told(case: Finding) -> str:
    """Return a case without its kind."""
    return f"{case.what:<6} {case.report}: {case.words!r} | {case.expected}"
