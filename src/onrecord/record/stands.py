"""New reports in, what stands together anew because of them out.

With what a report stands together hangs on all ties of a record (`tied`): to look it up for each new report
goes through half of a dense record. So it is kept with each report, and the level at which it stands. A new
report only adds ties: what was too many at a level stays too many, whatever comes. So what it changes can be
told from the parts that it is tied to at their level, and from the ties inside them, and from no other.

What is ruled, forgotten or annotated anew can part what stood together. Then what is kept is dropped, and is
looked up in the ties again where it is asked for.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, TypeAlias

import msgspec

from onrecord.links.groups import components
from onrecord.links.ruled import RuledStories
from onrecord.record import tied
from onrecord.record.store import Scored, Stand, Writer
from onrecord.record.tied import LEVELS, STRENGTH, Tied, place_of

TOP: Final = len(LEVELS) - 1

Placed: TypeAlias = tuple[int, frozenset[str]]
"""Reports with the place of a level."""


Tie: TypeAlias = tuple[str, str, int]
"""Two reports, with the place of the highest level at which they are tied; -1 for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anew:
    """What stands together anew: the parts, and the ties inside them."""

    parts: Sequence[frozenset[str]]
    ties: Sequence[Scored]


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """What new reports have to do with those before them.

    Attributes:
        reports: those before them whose parts may change, with where they stood.
        least: of each new one, and of these, the place of the lowest level at which it may stand; below it,
            what hangs together with it is too many.
    """

    reports: Mapping[str, Stand]
    least: Mapping[str, int]


def under(ruled: RuledStories) -> str:
    """Return a hash of what decides beside the ties what stands together, and how it is settled."""
    told = (LEVELS, tied.MOST, sorted(ruled.same), sorted(ruled.tied), sorted(ruled.different))
    return blake2b(msgspec.json.encode(told), digest_size=8).hexdigest()


def stand_anew(writer: Writer, new: Sequence[str], replaced: Iterable[str], ruled: RuledStories) -> Anew:
    """Return the parts that come of new reports and of what they replace; keep where all of them stand now.

    What is kept must have been found under these rulings.
    """
    met = _met(writer, new, replaced, ruled)
    within = writer.view.scores_within("storylines", sorted(met.least), STRENGTH)
    parts = parted(met.least, [*_ties(within), *_ruled(ruled, met.least)])
    keep_stands(writer, parts, ruled, known=met.reports)
    return Anew(parts=[reports for _, reports in parts], ties=within)


def keep_stands(
    writer: Writer,
    parts: Iterable[Placed],
    ruled: RuledStories,
    *,
    known: Mapping[str, Stand],
) -> None:
    """Keep where the reports of some parts stand; what is known is kept already."""
    changed: dict[str, Stand] = {}
    for level, reports in parts:
        names = Counter(known[each].part for each in reports if each in known)
        name = max(names.keys() & reports, key=lambda each: (names[each], each), default=min(reports))
        stand = Stand(level=level, part=name)
        changed.update((each, stand) for each in reports if known.get(each) != stand)
    writer.put_stands(changed, under(ruled))


def parted(least: Mapping[str, int], ties: Iterable[Tie]) -> list[Placed]:
    """Return the parts into which reports fall, each with the place of its level.

    Args:
        least: The reports, with the place of the lowest level at which each may stand.
        ties: Those between them.
    """
    at: list[list[Tie]] = [[] for _ in LEVELS]
    for tie in ties:
        if tie[2] >= 0:
            at[tie[2]].append(tie)
    found: dict[str, Placed] = {}
    hanging = [(place, frozenset([report])) for report, place in least.items()]
    for place in range(TOP, -1, -1):
        hanging = _joined(hanging, at[place])
        for lowest, reports in hanging:
            if place == TOP or (lowest <= place and len(reports) <= tied.MOST):
                found.update(dict.fromkeys(reports, (place, reports)))
    return list(dict.fromkeys(found.values()))


def _joined(hanging: Sequence[Placed], ties: Sequence[Tie]) -> list[Placed]:
    """Return what hangs together when some ties more hold, each with the lowest place of any of it."""
    if not ties:
        return list(hanging)
    number = {report: at for at, (_, reports) in enumerate(hanging) for report in reports}
    ends = ((number[first], number[second]) for first, second, _ in ties)
    some = ([hanging[at] for at in numbers] for numbers in components(range(len(hanging)), ends))
    return [
        (max(place for place, _ in each), frozenset().union(*(reports for _, reports in each)))
        if len(each) > 1
        else each[0]
        for each in some
    ]


def _met(writer: Writer, new: Sequence[str], replaced: Iterable[str], ruled: RuledStories) -> Met:
    fresh = frozenset(new)
    ties = [
        (own, other, place)
        for first, second, place in _ties(writer.view.scores("storylines", new, STRENGTH))
        for own, other in ((first, second), (second, first))
        if own in fresh and other not in fresh
    ]
    nearest = dict.fromkeys({*replaced, *ruled.tied_to(fresh)} - fresh, TOP)
    for _, other, place in ties:
        nearest[other] = max(place, nearest.get(other, place))
    stood = _stood(writer, nearest, new, ruled)
    levels = {stood[each].part: stood[each].level for each, at in nearest.items() if at >= stood[each].level}
    standing = writer.view.standing(levels)
    reports = {each: Stand(level=levels[part], part=part) for each, part in standing.items()}
    least = dict.fromkeys(new, 0) | {each: stand.level for each, stand in reports.items()}
    for own, other, place in ties:
        if other not in reports:  # it stands where ties so weak count no more: there are too many with them
            least[own] = max(least[own], place + 1)
    return Met(reports=reports, least=least)


def _stood(
    writer: Writer, reports: Iterable[str], new: Sequence[str], ruled: RuledStories
) -> Mapping[str, Stand]:
    """Return where reports stood before new ones were there; what isn't kept is looked up in the ties."""
    wanted = list(reports)
    stood = dict(writer.view.stands(wanted))
    before = Tied(writer.view, ruled, without=new)
    looked_up: dict[str, Stand] = {}
    for each in wanted:
        if each not in stood and each not in looked_up:
            level, together = before.stand(each)
            looked_up.update(dict.fromkeys(together, Stand(level=level, part=min(together))))
    if looked_up:
        writer.put_stands(looked_up, under(ruled))
    return stood | looked_up


def _ties(scored: Iterable[Scored]) -> Iterator[Tie]:
    for first, second, score, strength in scored:
        yield first, second, place_of(score if strength is None else strength)


def _ruled(ruled: RuledStories, among: Mapping[str, int]) -> Iterator[Tie]:
    """Yield the ties that rulings make between some reports: they hold at every level."""
    for first, second in (*ruled.same, *ruled.tied):
        if first in among and second in among:
            yield first, second, TOP
