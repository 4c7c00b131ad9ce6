"""Event mentions in, events out: which reports tell of one happening.

Two tellings are compared where they are of one state (a plan is not its holding), share their sort or a word
that names them, and can be of one day; `event_features` says what speaks for one event and what against it.
They fall into events by average link, so that one likeness doesn't bring together what is unlike on the
whole; what can't be of one day never meets. A telling with no day of its own that is like tellings of several
days is of none of them.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.links.average import Levels, settle_average
from onrecord.links.entities import Entities
from onrecord.links.event_features import lay, likeness, of_others, reasons
from onrecord.links.event_tellings import Telling, is_listed, tellings_of
from onrecord.links.material import Material
from onrecord.links.words import held_in, words_of
from onrecord.model.partial_date import PartialDate

ALIKE = 0.5  # share of the shorter clause's words from which two tellings of one day and sort are alike
LEVELS = Levels(least=0.0, unscored=-4.0)
SURE = 9.0  # score of one sentence in two copies
TOLD_AGAIN = 2.0  # score of a headline and what it heads, of "the talks" and the talks that were told


Joined = tuple[Telling, Telling, float, tuple[tuple[str, float], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGroup:
    """Tellings of one event; the first founds it.

    Attributes:
        joined: the likest pairs that hold them together: both, the score, and what made it up.
        kept: what was worked out from them once, as each is held against many others.
    """

    tellings: tuple[Telling, ...]
    joined: tuple[Joined, ...] = ()
    kept: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)


def settle_events(
    material: Material, entities: Entities, story_of: Mapping[str, str]
) -> tuple[EventGroup, ...]:
    """Return the events of a storyline, in founding order.

    Args:
        material: The reports and what was found in them.
        entities: The settled entities.
        story_of: Story by report.
    """
    tellings = tellings_of(material, entities, story_of)
    by_id = {telling.mention.id: telling for telling in tellings}
    links = _links(tellings, material)
    settled = settle_average(
        list(by_id),
        links,
        LEVELS,
        may_meet=lambda left, right: _may_meet([by_id[i] for i in left], [by_id[i] for i in right]),
        bonds=material.ruled.bonds({i: i for i in by_id}),
    )
    kept = [group for group in settled if material.ruled.wrong.isdisjoint(group)]
    chains = _chains(kept, links)
    return tuple(
        EventGroup(
            tellings=tuple(by_id[i] for i in group),
            joined=tuple(
                (by_id[a], by_id[b], score, _reasons(by_id[a], by_id[b], score)) for score, a, b in chain
            ),
        )
        for group, chain in zip(kept, chains, strict=True)
    )


def _chains(
    groups: Sequence[Sequence[str]], links: Iterable[tuple[float, str, str]]
) -> list[list[tuple[float, str, str]]]:
    """Return for each event the likest pairs that hold all its tellings together, the likest first."""
    event_of = {telling: place for place, group in enumerate(groups) for telling in group}
    inside: list[list[tuple[float, str, str]]] = [[] for _ in groups]
    for score, first, second in links:
        if first in event_of and event_of[first] == event_of.get(second):
            inside[event_of[first]].append((score, first, second))
    return [_chain(group, pairs) for group, pairs in zip(groups, inside, strict=True)]


def _chain(group: Sequence[str], pairs: Sequence[tuple[float, str, str]]) -> list[tuple[float, str, str]]:
    rank = {telling: place for place, telling in enumerate(group)}
    ordered = sorted(pairs, key=lambda pair: (-pair[0], rank[pair[1]], rank[pair[2]]))
    met = {telling: {telling} for telling in group}
    chain = []
    for score, first, second in ordered:
        if met[first] is not met[second]:
            chain.append((score, first, second))
            met[first] |= met[second]
            met.update(dict.fromkeys(met[second], met[first]))
    return chain


def _reasons(first: Telling, second: Telling, score: float) -> tuple[tuple[str, float], ...]:
    if score == SURE:
        return (("one sentence in two copies", SURE),)
    if score == TOLD_AGAIN and first.mention.report == second.mention.report:
        return (("told again in one report", TOLD_AGAIN),)
    return tuple((name, added) for name, added, _ in reasons(first, second))


def _of_one_report(tellings: Sequence[Telling]) -> Iterator[tuple[str, str]]:
    """Yield the pairs within a report of which one tells the other again: headlines, "the talks".

    A headline tells again the first event of its sort and state in the body. What is spoken of as known and
    has no day of its own joins the one event of its sort and state in the report; where there are two, none.
    So does what has no day and tells of the same people or in the same words.
    """
    reports: dict[tuple[str, str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        reports[telling.mention.report, telling.mention.sort, telling.state].append(telling)
    for group in reports.values():
        body = [telling for telling in group if not telling.in_headline]
        days = {telling.day.edtf for telling in body if telling.fixed and telling.day is not None}
        first = next((other for other in body if other.fixed), body[0] if body else None)
        for telling in group:
            if telling.in_headline:
                headed = next((other for other in body if _heads(telling, other)), None)
                if headed is not None:
                    yield telling.mention.id, headed.mention.id
            elif first is None or first is telling or telling.fixed or len(days) > 1:
                continue
            elif (telling.definite and days) or _of_the_same(telling, first):
                yield telling.mention.id, first.mention.id


def _heads(telling: Telling, other: Telling) -> bool:
    """Whether a headline may tell what the body does: nothing old, and of nobody else."""
    return not other.mention.background and not of_others(telling, other)


def _of_the_same(telling: Telling, other: Telling) -> bool:
    """Whether two tellings of one report, at most one with a day, have people or most words in common."""
    if telling.day and other.day and not telling.day.may_be(other.day):
        return False
    if telling.again != other.again or of_others(telling, other):
        return False
    alike = held_in(telling.meaning, other.meaning) >= ALIKE
    return alike or (bool(telling.participants & other.participants) and is_listed(telling.mention))


def _links(tellings: Sequence[Telling], material: Material) -> list[tuple[float, str, str]]:
    """Return the scored pairs of tellings.

    A telling with no day of its own is like none where it may be of several days.
    """
    found: dict[tuple[str, str], float] = {}
    laid = {telling.mention.id: lay(telling) for telling in tellings}
    for first, second in _candidates(tellings):
        one, other = first.mention.id, second.mention.id
        found[one, other] = SURE if _copied(first, second, material) else likeness(laid[one], laid[other])
    by_id = {telling.mention.id: telling for telling in tellings}
    torn = _between_days([(by_id[a], by_id[b]) for (a, b), score in found.items() if score >= LEVELS.least])
    scored = {
        pair: score
        for pair, score in found.items()
        if score == SURE or score < LEVELS.least or torn.isdisjoint(pair)
    }
    rank = {telling.mention.id: place for place, telling in enumerate(tellings)}
    for one, other in _of_one_report(tellings):
        pair = (one, other) if rank[one] < rank[other] else (other, one)
        scored[pair] = max(TOLD_AGAIN, scored.get(pair, LEVELS.unscored))
    return [(score, first, second) for (first, second), score in scored.items()]


def _candidates(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs to compare, each once: of one state, one sort or name, that can be of one day."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, telling in enumerate(tellings):
        for key in _keys(telling):
            alike[key].append(place)
    for one, first in enumerate(tellings):
        groups = [alike[key] for key in _keys(first)]
        others = {other for group in groups for other in group[bisect_right(group, one) :]}
        yield from (
            (first, tellings[other]) for other in sorted(others) if _may_be_one(first, tellings[other])
        )


def _keys(telling: Telling) -> set[tuple[str, str]]:
    names = (telling.mention.sort, *(f"={word}" for word in telling.named))
    return {(telling.state, name) for name in names}


def _between_days(found: Sequence[tuple[Telling, Telling]]) -> frozenset[str]:
    """Return the tellings without a day that are like tellings of days that can't be one."""
    days: dict[str, list[PartialDate]] = defaultdict(list)
    for first, second in found:
        for one, other in ((first, second), (second, first)):
            if not one.fixed and other.fixed and other.day is not None:
                days[one.mention.id].append(other.day)
    return frozenset(
        telling for telling, told in days.items() if any(not told[0].may_be(day) for day in told[1:])
    )


def _copied(first: Telling, second: Telling, material: Material) -> bool:
    """Whether it is one sentence in two copies: the same clause in the same words."""
    reports = first.mention.report, second.mention.report
    if reports[0] == reports[1] or not material.are_copies(*reports):
        return False
    words = [m.clause.of(material.by_id[m.report].text) for m in (first.mention, second.mention)]
    trigger = [m.span.of(material.by_id[m.report].text) for m in (first.mention, second.mention)]
    return trigger[0] == trigger[1] and words_of(words[0]) == words_of(words[1])


def _moved_on(first: Telling, second: Telling) -> bool:
    """Whether the first tells that a plan was moved, and the second the plan that came of it.

    What was put off had been told before; a plan with a day that is told with it or after it is new.
    """
    if first.mention.outcome != "put-off" or second.mention.outcome is not None or first.fixed:
        return False
    same = first.mention.report == second.mention.report
    later = None not in (first.told, second.told) and second.told >= first.told  # type: ignore[operator]
    return second.fixed and (same or later)


def _may_be_one(first: Telling, second: Telling) -> bool:
    """Whether nothing parts two tellings: two visits stay two, whatever lies between them."""
    return (
        (first.day is None or second.day is None or first.day.may_be(second.day))
        and not _moved_on(first, second)
        and not _moved_on(second, first)
    )


def _may_meet(left: Sequence[Telling], right: Sequence[Telling]) -> bool:
    """Whether no telling of one group is parted from one of the other."""
    return all(_may_be_one(a, b) for a in left for b in right)
