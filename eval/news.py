"""The golden stories read up to two marks in, what is given as new between them beside the gold's out.

    python -m eval.news [STORY ...] [--stores DIR]

Each story is read into a store of its own. For each entry of the gold's `news` the store is taken as it was
when the report `until` had been read, and asked what is new to a reader who had marked `after`. Facts are
compared by kind and by the words that they overlap; every fact that is false or missed is listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval.gold_news import NewFact, score_news
from eval.gold_result import Finding, Scored, Tally
from eval.gold_texts import labels_of
from eval.gold_view import View
from eval.story_stores import asked, store_of, stores_in, story_parser
from onrecord.record.as_of import at
from onrecord.record.news import news
from onrecord.record.store import Store
from onrecord.views.as_json import as_dict
from onrecord.views.asked import record_asked
from onrecord.views.lines import UNSURE


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the comparison and return 0.

    Args:
        arguments: The command line's words; those of the process if not given.
    """
    parser = story_parser("python -m eval.news", "Score what is new.")
    parser.add_argument("--stores", type=Path, metavar="DIR", help="keep the stores, and take those there")
    chosen, stories = asked(parser, arguments)
    with stores_in(chosen.stores) as folder:
        results = {story: scored(story, folder) for story in stories}
    for line in lines(results):
        print(line)
    return 0


def scored(story: str, folder: Path) -> list[tuple[str, Scored]]:
    """Return how what is new after each mark of a story compares with its gold.

    Args:
        story: Its name.
        folder: Where its store is, or is to be made.
    """
    gold = labels_of(story)
    if not gold.get("news"):
        return []
    with store_of(story, folder) as store:
        return [
            (f"{entry['after']} to {entry['until']}", of_entry(store, gold, entry)) for entry in gold["news"]
        ]


def of_entry(store: Store, gold: Mapping[str, Any], entry: Mapping[str, Any]) -> Scored:
    """Return how what is new between two marks compares with one entry of the gold's `news`."""
    numbers = reads_by_file(store, gold)
    then = at(store, as_read=numbers[entry["until"]])
    found = news(then, numbers[entry["after"]], least=UNSURE)
    record = as_dict(record_asked(then, None), made_at="")
    facts = [
        NewFact(
            kind=fact.kind,
            words=" ".join(fact.passage.text.split()),
            spans=tuple(
                {"report": p.report, "start": p.start, "end": p.end, "text": p.text}
                for p in fact.rests
                if p.report == fact.report
            ),
        )
        for fact in found.facts
    ]
    return score_news(View(record, gold), entry, facts)


def reads_by_file(store: Store, gold: Mapping[str, Any]) -> dict[str, int]:
    """Return the read number of each report that the gold names, earlier revisions included."""
    with store.view() as view:
        reports = view.reports()
    bare = [
        {
            "id": report.id, "address": report.address, "headline": report.headline, "text": report.text,
            "revises": report.revises,
        }
        for report in reports
    ]  # fmt: skip
    seen = View({"reports": bare, "entities": []}, gold)
    return {seen.file(report.id): report.read for report in reports}


def lines(results: Mapping[str, Sequence[tuple[str, Scored]]]) -> Iterator[str]:
    """Yield the tallies by story and mark, by kind, and every fault."""
    yield f"{'':64}{'given':>7}{'right':>7}{'required':>10}{'found':>7}"
    every = [part for parts in results.values() for _, part in parts]
    for story, parts in results.items():
        for mark, part in parts:
            yield _row(f"{story}: {mark}", part.tallies["news"])
    yield _row("all", sum((part.tallies["news"] for part in every), Tally()))
    faults = [finding for part in every for finding in part.findings]
    yield ""
    for kind in sorted({_kind(finding) for finding in faults}):
        of_kind = [finding for finding in faults if _kind(finding) == kind]
        missed = sum(finding.what == "miss" for finding in of_kind)
        right = sum(_kind(finding) == kind for part in every for finding in part.others)
        yield f"  {kind:16} right {right:4}   false {len(of_kind) - missed:4}   missed {missed:4}"
    for story, parts in results.items():
        yield ""
        yield f"{story}:"
        yield from (str(finding) for _, part in parts for finding in part.findings)


def _kind(finding: Finding) -> str:
    """Return the kind of new fact that a finding is about."""
    return finding.words.partition(":")[0]


def _row(name: str, tally: Tally) -> str:
    return f"{name[:62]:64}{tally.predicted:7}{tally.right:7}{tally.expected:10}{tally.found:7}"


if __name__ == "__main__":
    raise SystemExit(main())
