"""New reports in, the store's copies, stories and storylines brought up to date.

Each new report is compared with those that share a blocking key with it, and no others; what is kept of a
comparison is a function of the two reports. Then the components that it touches are settled whole, so that
the outcome is the same in whatever order and batches reports come.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Final, TypeVar

import msgspec

from onrecord.links.copies import CopyLink, Print, compare_copies, print_of, settle_copies
from onrecord.links.gist import Gist, gist_of
from onrecord.links.laid import lay
from onrecord.links.ruled import RuledStories
from onrecord.links.stories import (
    SAME_STORY,
    UNLIKE,
    StoryLink,
    StoryScore,
    compare_laid,
    settle_happenings,
    settle_stories,
    settle_storylines,
    tie_of,
)
from onrecord.model.annotation import Found
from onrecord.model.ids import Kind, make_id
from onrecord.model.report import Report
from onrecord.record.rulings import ruled_stories
from onrecord.record.store import Layer, Pair, View, Writer
from onrecord.record.tied import STRENGTH, Tied, tie

Kept = TypeVar("Kept")

GIST: Final = "gist/4"  # version of what is kept of a report for comparison
HAPPENING: Final = "happening"  # name of the reason that gives a pair its score of happening
SHARES: Final = ("first-share", "second-share")  # names of the reasons of a pair of copies
SURE: Final = 9.0  # score and strength of a tie between copies
LAYERS: Final[tuple[Layer, ...]] = ("copies", "stories", "storylines")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What settling asks of a gist: a tenth of it, decoded in a fraction of the time."""

    report: str
    day: date | None
    leading: frozenset[str]


def join(writer: Writer, kept: Sequence[tuple[Report, Found]]) -> None:
    """Bring copies, stories and storylines up to date with some reports that were just kept."""
    for report, found in kept:
        link(writer, report, found)
        for layer in ("copies", "stories") if report.revises is not None else ():
            writer.put_keys(layer, report.revises or "", ())
    touched = [report.id for report, _ in kept] + [r.revises for r, _ in kept if r.revises is not None]
    settle_around(writer, touched)


def settle_around(writer: Writer, touched: Iterable[str]) -> None:
    """Settle anew some reports, what they are tied to, and all that are in their storylines up to now.

    So what only a ruling held together is settled on either side of it when it holds no more, and what they
    bring together, or make too many to stand together, is settled as it stands now.
    """
    given = list(dict.fromkeys(touched))
    once = chain.from_iterable(writer.view.groups("storylines", given).values())
    ruled = ruled_stories(writer.view)
    tied = Tied(writer.view, ruled)
    _settle(writer, [*given, *once, *sorted(tied.stood_with(given))], tied, ruled)


def link(writer: Writer, report: Report, found: Found) -> None:
    """Compare a report with those that share a key with it, and keep what comes of it."""
    _link_copies(writer, report)
    _link_stories(writer, report, found)


def settle_touched(writer: Writer, touched: Iterable[str]) -> None:
    """Settle anew the reports that stand together with one of these."""
    ruled = ruled_stories(writer.view)
    _settle(writer, touched, Tied(writer.view, ruled), ruled)


def _settle(writer: Writer, touched: Iterable[str], tied: Tied, ruled: RuledStories) -> None:
    gone = writer.view.superseded()
    done: set[str] = set()
    for report_id in touched:
        if report_id not in done:
            together = tied.around(report_id)
            done |= together
            _leave(writer, sorted(together & gone))
            if together - gone:
                _settle_together(writer, together - gone, ruled)


def _leave(writer: Writer, gone: Sequence[str]) -> None:
    """Take away the groups of reports that a revision replaces; their other members are settled anew."""
    for layer in LAYERS if gone else ():
        writer.put_groups(layer, dict.fromkeys(writer.view.groups(layer, gone), ()))


def _settle_together(writer: Writer, members: Set[str], ruled: RuledStories) -> None:
    """Settle copies, stories and storylines of reports that stand together."""
    view = writer.view
    told = {told.report: told for told in _kept_of(view, sorted(members), Told)}
    ids = sorted(members, key=lambda i: (told[i].day or date.max, i))
    rank = {report_id: place for place, report_id in enumerate(ids)}
    copies = settle_copies(ids, _copy_ends(view, ids))
    links = _story_scores(view, ids)
    happenings = _founded(settle_happenings(ids, links, copies, ruled), rank)
    stories = _founded(settle_stories(happenings, links, copies, ruled), rank)
    tied = [(score, a, b) for a, b, score, _ in view.scores_within("storylines", ids, STRENGTH)]
    lines = settle_storylines(happenings, {i: told[i].leading for i in ids}, tied, ruled)
    writer.put_groups("copies", _named("copies", copies, rank.__getitem__))
    writer.put_groups("stories", _named("story", stories, rank.__getitem__))
    writer.put_groups("storylines", _named("storyline", lines, rank.__getitem__))


def happenings(view: View) -> list[tuple[str, ...]]:
    """Return every happening of the store, as it was settled: reports by founding order."""
    gone = view.superseded()
    found: list[tuple[str, ...]] = []
    left = {report.id for report in view.reports()} - gone
    tied = Tied(view)
    while left:
        members = sorted(tied.around(min(left)) - gone)
        left -= set(members)
        copies = settle_copies(members, _copy_ends(view, members))
        found += map(tuple, settle_happenings(members, _story_scores(view, members), copies))
    return sorted(found)


def _founded(groups: Iterable[Iterable[str]], rank: Mapping[str, int]) -> list[tuple[str, ...]]:
    """Return groups with their members in founding order, and in the order of their first members."""
    return sorted((tuple(sorted(g, key=rank.__getitem__)) for g in groups), key=lambda g: rank[g[0]])


def _named(kind: Kind, groups: Iterable[Iterable[str]], rank: Callable[[str], int]) -> dict[str, list[str]]:
    """Return groups under the id that their founding report gives them."""
    return {make_id(kind, min(group, key=rank)): sorted(group) for group in map(list, groups)}


def _link_copies(writer: Writer, report: Report) -> None:
    own = print_of(report)
    others = _candidates(writer, "copies", report.id, own.keys)
    writer.put_keys("copies", report.id, own.keys)
    links = [
        link
        for other in writer.view.reports(others)
        if (link := _compare_prints(own, print_of(other))) is not None
    ]
    writer.put_pairs([_copy_pair(link) for link in links])
    writer.put_pairs([tie(link.first, link.second, SURE, SURE) for link in links])


def _compare_prints(first: Print, second: Print) -> CopyLink | None:
    return compare_copies(first, second) if first.report < second.report else compare_copies(second, first)


def _link_stories(writer: Writer, report: Report, found: Found) -> None:
    own = gist_of(report, found)
    others = _candidates(writer, "stories", report.id, own.keys)
    writer.put_keys("stories", report.id, own.keys)
    writer.cache(report.id, GIST, msgspec.json.encode(replace(own, keys=()), order="deterministic"))
    laid = lay(own)
    links = [compare_laid(laid, lay(gist)) for gist in _kept_of(writer.view, others, Gist)]
    writer.put_pairs(
        [_story_pair(link) for link in links if link.happening > UNLIKE or link.story >= SAME_STORY]
    )
    writer.put_pairs(
        tie(link.first, link.second, link.line, strength) for link in links if (strength := tie_of(link)) >= 0
    )


def _candidates(writer: Writer, layer: Layer, report_id: str, keys: Iterable[str]) -> list[str]:
    sharing = writer.view.sharing(layer, keys)
    ids = {other for found in sharing.values() for other in found if other != report_id}
    return sorted(ids - writer.view.superseded())


def _kept_of(view: View, ids: Sequence[str], kind: type[Kept]) -> Iterator[Kept]:
    """Yield what is kept of reports for comparison, or as much of it as `kind` holds."""
    bodies = view.bodies(ids, GIST)
    for report_id in ids:
        body = bodies.get(report_id)
        if body is None:
            made = gist_of(view.report(report_id), view.annotations([report_id])[report_id])
            body = msgspec.json.encode(made)
        yield msgspec.json.decode(body, type=kind)


def _copy_pair(link: CopyLink) -> Pair:
    shares = ((SHARES[0], link.first_share, ""), (SHARES[1], link.second_share, ""))
    score = max(link.first_share, link.second_share)
    return Pair(layer="copies", first=link.first, second=link.second, score=score, reasons=shares)


def _copy_ends(view: View, ids: Sequence[str]) -> list[tuple[str, str]]:
    return [(first, second) for first, second, *_ in view.scores_within("copies", ids, SHARES[0])]


def _story_pair(link: StoryLink) -> Pair:
    reasons = (*link.reasons, (HAPPENING, link.happening, ""), ("storyline", link.line, ""))
    return Pair(layer="stories", first=link.first, second=link.second, score=link.story, reasons=reasons)


def _story_scores(view: View, ids: Sequence[str]) -> list[StoryScore]:
    return [
        StoryScore(first=first, second=second, happening=happening or 0.0, story=story)
        for first, second, story, happening in view.scores_within("stories", ids, HAPPENING)
    ]
