"""New reports in, the pairs that they make with others kept, and the ties that follow.

Each new report is compared with those that share a blocking key with it, and no others; what is kept of a
comparison is a function of the two reports. The reports of a batch are compared together: what several of
them meet is read once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, TypeVar

import msgspec

from onrecord.links.copies import CopyLink, Print, compare_copies, print_of
from onrecord.links.gist import Gist, gist_of
from onrecord.links.laid import Laid, lay
from onrecord.links.stories import StoryLink, compare_laid, tells, tie_of
from onrecord.model.annotation import Found
from onrecord.model.report import Report
from onrecord.record.store import SETTLED_BY, Layer, Pair, View, Writer
from onrecord.record.tied import tie

Kept = TypeVar("Kept")

GIST: Final = "gist/6"  # version of what is kept of a report for comparison
HAPPENING: Final = SETTLED_BY["stories"]  # name of the reason that gives a pair its score of happening
SHARES: Final = (SETTLED_BY["copies"], "second-share")  # names of the reasons of a pair of copies
SURE: Final = 9.0  # score and strength of a tie between copies
AT_ONCE: Final = 200  # reports that are held ready for comparison at once


def compare_new(writer: Writer, new: Sequence[tuple[Report, Found]]) -> None:
    """Compare each report with those before it that share a key with it, and keep what comes of it."""
    _compare_prints(writer, [print_of(report) for report, _ in new])
    _compare_gists(writer, [gist_of(report, found) for report, found in new])


def kept_of(view: View, ids: Iterable[str], kind: type[Kept]) -> Iterator[Kept]:
    """Yield what is kept of reports for comparison, a `Laid` or as much of it as `kind` holds."""
    for some in _some(ids):
        bodies = view.bodies(some, GIST)
        for report_id in some:
            body = bodies.get(report_id)
            if body is None:
                made = gist_of(view.report(report_id), view.annotations([report_id])[report_id])
                body = _body(lay(made))
            yield msgspec.json.decode(body, type=kind)


def _body(laid: Laid) -> bytes:
    return msgspec.json.encode(laid)


def _compare_prints(writer: Writer, new: Sequence[Print]) -> None:
    own = {each.report: each for each in new}
    met = _candidates(writer, "copies", {each.report: each.keys for each in new})
    links = []
    for some in _some(sorted(met)):
        for report in writer.view.reports(some):
            other = own.get(report.id) or print_of(report, keyed=False)
            pairs = ((own[each], other) for each in sorted(met[report.id]))
            links += [link for a, b in pairs if (link := _compared(a, b)) is not None]
    writer.put_pairs([_copy_pair(link) for link in links])
    writer.put_pairs([tie(link.first, link.second, SURE, SURE) for link in links])


def _compared(first: Print, second: Print) -> CopyLink | None:
    return compare_copies(first, second) if first.report < second.report else compare_copies(second, first)


def _compare_gists(writer: Writer, new: Sequence[Gist]) -> None:
    own = {each.report: lay(each) for each in new}
    met = _candidates(writer, "stories", {each.report: each.keys for each in new})
    for report, laid in own.items():
        writer.cache(report, GIST, _body(laid))
    links = []
    for other in kept_of(writer.view, sorted(met), Laid):
        compared = (compare_laid(own[each], other) for each in sorted(met[other.report]))
        links += [link for link in compared if link is not None]
    telling = (link for link in links if tells(link.happening, link.story))
    writer.put_pairs(map(_story_pair, telling))
    writer.put_pairs(tie(link.first, link.second, link.line, s) for link in links if (s := tie_of(link)) >= 0)


def _candidates(
    writer: Writer, layer: Layer, keys: Mapping[str, Sequence[int]]
) -> Mapping[str, frozenset[str]]:
    """Put the keys of new reports; return what shares one with them, and by each which of them it meets.

    Of two new ones the later meets the earlier; states that a later one replaces meet nothing.
    """
    for report, of in keys.items():
        writer.put_keys(layer, report, of)
    place = {report: number for number, report in enumerate(keys)}
    met: defaultdict[str, set[str]] = defaultdict(set)
    for report, other in writer.view.meeting(layer, keys):
        if place.get(other, -1) < place[report]:
            met[other].add(report)
    gone = writer.view.superseded()
    return {other: frozenset(reports) for other, reports in met.items() if other not in gone}


def _some(ids: Iterable[str]) -> Iterator[Sequence[str]]:
    left = iter(ids)
    while some := list(islice(left, AT_ONCE)):
        yield some


def _copy_pair(link: CopyLink) -> Pair:
    shares = ((SHARES[0], link.first_share, ""), (SHARES[1], link.second_share, ""))
    score = max(link.first_share, link.second_share)
    return Pair(layer="copies", first=link.first, second=link.second, score=score, reasons=shares)


def _story_pair(link: StoryLink) -> Pair:
    reasons = (*link.reasons, (HAPPENING, link.happening, ""), ("storyline", link.line, ""))
    return Pair(layer="stories", first=link.first, second=link.second, score=link.story, reasons=reasons)
