"""The golden stories read, which pairs of event mentions are put into one event beside the gold's out.

    python -m eval.tellings [STORY ...] [--stores DIR]

A mention is of the gold event whose words it overlaps most, of those of its state whose day its own can be.
Precision counts the pairs that the record puts into one event, recall those that the gold does: all of them,
also where nothing in the words bears it out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from eval.gold_days import days_agree
from eval.gold_texts import labels_of
from eval.gold_view import Line, View
from eval.story_stores import asked, store_of, stores_in, story_parser
from onrecord.links.entities import settle_entities
from onrecord.links.event_tellings import STATES, Telling
from onrecord.links.events import EventGroup, settle_events
from onrecord.links.material import Material, gather
from onrecord.record.corrections import correct
from onrecord.record.days import settle_days
from onrecord.record.store import Store
from onrecord.record.store import View as Records
from onrecord.views.as_json import as_dict
from onrecord.views.asked import record_asked

OPENED_LATER = ("talks", "election", "accidents")
OVERLAP = 0.3  # least overlap of a mention's clause with the gold's words
NAMED = 1.0  # what it counts more if the gold's words hold the word that names the event

Grouped = Sequence[Sequence[int | None]]
"""Of each event of the record, the gold event of each of its mentions."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table and return 0.

    Args:
        arguments: The command line's words; those of the process if not given.
    """
    parser = story_parser("python -m eval.tellings", "Score pairs of mentions.")
    parser.add_argument("--stores", type=Path, metavar="DIR", help="keep the stores, and take those there")
    chosen, stories = asked(parser, arguments)
    with stores_in(chosen.stores) as folder:
        found = {story: grouped(story, folder) for story in stories}
    for line in lines(found):
        print(line)
    return 0


def grouped(story: str, folder: Path) -> Grouped:
    """Return the events of a story's record, each as the gold events of its mentions."""
    with store_of(story, folder) as store:
        return list(_grouped(store, story))


def _grouped(store: Store, story: str) -> Iterator[list[int | None]]:
    seen = View(as_dict(record_asked(store, None), made_at=""), labels_of(story))
    with store.view() as view:
        for line in sorted(view.groups("storylines")):
            material, groups = settled(view, line)
            for group in groups:
                texts = ((t, material.by_id[t.mention.report].text) for t in group.tellings)
                yield [gold_of(telling, text, seen) for telling, text in texts]


def settled(view: Records, storyline: str) -> tuple[Material, tuple[EventGroup, ...]]:
    """Return the events of a storyline as composing settles them, with what they are settled from."""
    members = view.group("storylines", storyline)
    stories = view.groups("stories", members)
    dated, told = settle_days(view.reports(members), view.annotations(members))
    copies = map(frozenset, view.groups("copies", members).values())
    material = gather(dated, correct(dated, told).found, copies)
    story_of = {report: story for story, reports in stories.items() for report in reports}
    return material, settle_events(material, settle_entities(material), story_of)


def gold_of(telling: Telling, text: str, view: View) -> int | None:
    """Return the place of the gold event that a telling is of; None if it is of none."""
    mention = telling.mention
    words = {"report": mention.report, "start": mention.clause.start, "end": mention.clause.end}
    span = {**words, "text": mention.clause.of(text)}
    named = mention.span.of(text).lower()
    choices = [
        (share, -place)
        for place, line in enumerate(view.gold["events"])
        if _may_be(telling, line)
        and (share := max((_share(view, span, label, named) for label in line["mentions"]), default=0.0))
        >= OVERLAP
    ]
    return -max(choices)[1] if choices else None


def _share(view: View, span: Mapping[str, object], label: Line, named: str) -> float:
    share = view.overlap(span, label, "words")
    return share + NAMED if share > 0 and named in label["words"].lower() else share


def _may_be(telling: Telling, line: Line) -> bool:
    when = telling.mention.when
    return STATES[line["modality"]] == telling.state and (
        not telling.fixed or days_agree(line["when"], when.edtf if when is not None else None)
    )


def lines(found: Mapping[str, Grouped]) -> Iterator[str]:
    """Yield a row for each story, for those that rules were made on, and for those opened later."""
    yield f"{'':24}{'pairs':>8}{'right':>8}{'of gold':>9}{'P':>8}{'R':>8}"
    for story, groups in found.items():
        yield _row(story, [groups])
    for name, held in (("rules were made on", False), ("opened later", True)):
        some = [groups for story, groups in found.items() if (story in OPENED_LATER) is held]
        if some:
            yield _row(name, some)


def _row(name: str, some: Iterable[Grouped]) -> str:
    pairs, right, gold = (sum(each) for each in zip(*map(counted, some), strict=True))
    shares = f"{right / pairs if pairs else 0:8.3f}{right / gold if gold else 0:8.3f}"
    return f"{name:24}{pairs:8}{right:8}{gold:9}{shares}"


def counted(groups: Grouped) -> tuple[int, int, int]:
    """Return how many pairs are put into one event, how many of them rightly, and how many the gold has."""
    joined = [pair for group in groups for pair in combinations(group, 2)]
    right = sum(a is not None and a == b for a, b in joined)
    sizes = Counter(gold for group in groups for gold in group if gold is not None)
    return len(joined), right, sum(size * (size - 1) // 2 for size in sizes.values())


if __name__ == "__main__":
    raise SystemExit(main())
