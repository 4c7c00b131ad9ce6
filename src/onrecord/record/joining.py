"""New reports in, the store's copies, stories and storylines brought up to date.

Each new report is compared with those that share a blocking key with it (`comparing`). Then the components
that it touches are settled whole, so that the outcome is the same in whatever order and batches reports come.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final

from onrecord.links.copies import settle_copies
from onrecord.links.ruled import RuledStories
from onrecord.links.stories import settle_happenings, settle_stories, settle_storylines
from onrecord.model.annotation import Found
from onrecord.model.ids import Kind, make_id
from onrecord.model.report import Report
from onrecord.record.collecting import uncollected
from onrecord.record.comparing import HAPPENING, SHARES, compare_new, kept_of
from onrecord.record.rulings import ruled_stories
from onrecord.record.stands import keep_stands, stand_anew, under
from onrecord.record.store import Layer, Scored, View, Writer
from onrecord.record.tied import STRENGTH, Tied

LAYERS: Final[tuple[Layer, ...]] = ("copies", "stories", "storylines")
TOGETHER: Final = 1000  # reports that are read for settling at once, and as many more as stand together


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What settling asks of a gist: a tenth of it, decoded in a fraction of the time."""

    report: str
    day: date | None
    leading: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Reports that stand together, in founding order, with what links them."""

    ids: Sequence[str]
    copies: Sequence[tuple[str, str]]
    happenings: Mapping[tuple[str, str], float]
    stories: Mapping[tuple[str, str], float]
    ties: Sequence[tuple[float, str, str]]
    leading: Mapping[str, frozenset[str]]


@uncollected()
def join(writer: Writer, kept: Sequence[tuple[Report, Found]]) -> None:
    """Bring copies, stories and storylines up to date with some reports that were just kept."""
    compare_new(writer, kept)
    new = [report.id for report, _ in kept]
    replaced = [report.revises for report, _ in kept if report.revises is not None]
    for report_id in replaced:
        writer.put_keys("copies", report_id, ())
        writer.put_keys("stories", report_id, ())
    _settle_new(writer, new, replaced)


def _settle_new(writer: Writer, new: Sequence[str], replaced: Sequence[str]) -> None:
    """Settle what some reports, that were just compared, bring together."""
    ruled = ruled_stories(writer.view)
    gone = writer.view.superseded()
    again = writer.view.groups("storylines", new) or gone.intersection(new).difference(replaced)
    if again or writer.view.stands_under() != under(ruled):
        settle_around(writer, [*new, *replaced])
        return
    anew = stand_anew(writer, new, replaced, ruled)
    _leave(writer, sorted(replaced))
    _settle_parts(writer, [part - gone for part in anew.parts], ruled, anew.ties)


def settle_around(writer: Writer, touched: Iterable[str]) -> None:
    """Settle anew some reports, what they are tied to, and all that are in their storylines up to now.

    So what only a ruling held together is settled on either side of it when it holds no more, and what they
    bring together, or make too many to stand together, is settled as it stands now.
    """
    given = list(dict.fromkeys(touched))
    once = chain.from_iterable(writer.view.groups("storylines", given).values())
    ruled = ruled_stories(writer.view)
    tied = Tied(writer.view, ruled)
    parts = _settle(writer, [*given, *once, *sorted(tied.stood_with(given))], tied, ruled)
    writer.drop_stands()  # ties may be weaker now, or rulings others
    keep_stands(writer, [tied.stand(min(part)) for part in parts], ruled, known={})


def settle_touched(writer: Writer, touched: Iterable[str]) -> None:
    """Settle anew the reports that stand together with one of these."""
    ruled = ruled_stories(writer.view)
    _settle(writer, touched, Tied(writer.view, ruled), ruled)


def _settle(writer: Writer, touched: Iterable[str], tied: Tied, ruled: RuledStories) -> list[frozenset[str]]:
    """Settle what stands together with some reports; return it."""
    gone = writer.view.superseded()
    done: set[str] = set()
    parts: list[frozenset[str]] = []
    for report_id in touched:
        if report_id not in done:
            parts.append(tied.around(report_id))
            done |= parts[-1]
            _leave(writer, sorted(parts[-1] & gone))
    _settle_parts(writer, [part - gone for part in parts], ruled)
    return parts


def _leave(writer: Writer, gone: Sequence[str]) -> None:
    """Take away the groups of reports that a revision replaces; their other members are settled anew."""
    for layer in LAYERS if gone else ():
        writer.put_groups(layer, dict.fromkeys(writer.view.groups(layer, gone), ()))


def _settle_parts(
    writer: Writer,
    parts: Sequence[Set[str]],
    ruled: RuledStories,
    ties: Sequence[Scored] | None = None,
) -> None:
    """Settle copies, stories and storylines of reports, each part by itself."""
    for some in _gathered([part for part in parts if part]):
        _settle_some(writer, some, ruled, ties)


def _settle_some(
    writer: Writer, parts: Sequence[Set[str]], ruled: RuledStories, ties: Sequence[Scored] | None
) -> None:
    groups: dict[Layer, dict[str, list[str]]] = {layer: {} for layer in LAYERS}
    for each in _linked(writer.view, parts, ties):
        rank = {report_id: place for place, report_id in enumerate(each.ids)}
        copies = settle_copies(each.ids, each.copies)
        found = _founded(settle_happenings(each.ids, each.happenings, copies, ruled), rank)
        stories = _founded(settle_stories(found, each.stories, copies, ruled), rank)
        lines = settle_storylines(found, each.leading, each.ties, ruled)
        groups["copies"] |= _named("copies", copies, rank.__getitem__)
        groups["stories"] |= _named("story", stories, rank.__getitem__)
        groups["storylines"] |= _named("storyline", lines, rank.__getitem__)
    for layer, named in groups.items():
        writer.put_groups(layer, named)


def _linked(view: View, parts: Sequence[Set[str]], ties: Sequence[Scored] | None = None) -> Iterator[Linked]:
    """Yield the reports of each part with what links them; all parts are read together.

    Args:
        view: What is kept.
        parts: The parts.
        ties: Those inside them, where they have been read already, and perhaps others.
    """
    part_of = {report: number for number, part in enumerate(parts) for report in part}
    every = sorted(part_of)
    told = {told.report: told for told in kept_of(view, every, Told)}
    copies: list[list[tuple[str, str]]] = [[] for _ in parts]
    happenings: list[dict[tuple[str, str], float]] = [{} for _ in parts]
    stories: list[dict[tuple[str, str], float]] = [{} for _ in parts]
    ties_of: list[list[tuple[float, str, str]]] = [[] for _ in parts]
    for a, b, *_ in view.scores_within("copies", every, SHARES[0]):
        if part_of[a] == part_of[b]:
            copies[part_of[a]].append((a, b))
    for a, b, story, value in view.scores_within("stories", every, HAPPENING):
        if (at := part_of[a]) == part_of[b]:
            ends = a, b
            happenings[at][ends] = value or 0.0
            stories[at][ends] = story
    tied = view.scores_within("storylines", every, STRENGTH) if ties is None else ties
    for a, b, score, _ in tied:
        if (at := part_of.get(a, -1)) == part_of.get(b, -2):
            ties_of[at].append((score, a, b))
    for number, part in enumerate(parts):
        yield Linked(
            ids=sorted(part, key=lambda i: (told[i].day or date.max, i)),
            copies=copies[number],
            happenings=happenings[number],
            stories=stories[number],
            ties=ties_of[number],
            leading={i: told[i].leading for i in part},
        )


def happenings(view: View) -> list[tuple[str, ...]]:
    """Return every happening of the store, as it was settled: reports by founding order."""
    gone = view.superseded()
    tied, done = Tied(view), set(gone)
    parts: list[Set[str]] = []
    for report_id in sorted(kept.id for kept in view.kept()):
        if report_id not in done:
            parts.append(tied.around(report_id) - gone)
            done |= parts[-1]
    found: list[tuple[str, ...]] = []
    for some in _gathered(parts):
        for each in _linked(view, some):
            ids = sorted(each.ids)
            copies = settle_copies(ids, each.copies)
            found += map(tuple, settle_happenings(ids, each.happenings, copies))
    return sorted(found)


def _gathered(parts: Sequence[Set[str]]) -> Iterator[list[Set[str]]]:
    """Yield parts, as many at a time as are read for settling at once."""
    left = list(parts)
    while left:
        some: list[Set[str]] = []
        while left and sum(map(len, some)) < TOGETHER:
            some.append(left.pop())
        yield some


def _founded(groups: Iterable[Iterable[str]], rank: Mapping[str, int]) -> list[tuple[str, ...]]:
    """Return groups with their members in founding order, and in the order of their first members."""
    return sorted((tuple(sorted(g, key=rank.__getitem__)) for g in groups), key=lambda g: rank[g[0]])


def _named(kind: Kind, groups: Iterable[Iterable[str]], rank: Callable[[str], int]) -> dict[str, list[str]]:
    """Return groups under the id that their founding report gives them."""
    return {make_id(kind, min(group, key=rank)): sorted(group) for group in map(list, groups)}
