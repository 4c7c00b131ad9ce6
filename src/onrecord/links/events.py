"""Event mentions in, events out: which reports tell of one happening.

Two tellings are compared where they are of one state (a plan is not its holding), share their sort or a word
that names them, or tell one kind of doing on the same day, or plan for the same day with a word or a name in
common, and can be of one day; `event_features` says what speaks for one event and what against it. They fall
into events by average link, so that one likeness doesn't bring together what is unlike on the whole; what
can't be of one day never meets. A telling with no day of its own that is like tellings of several days is of
none of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from onrecord.links.average import Levels, Scored, inside, settle_places
from onrecord.links.columns import Flags, Places, numbered
from onrecord.links.entities import Entities
from onrecord.links.event_features import Laid, Reason, kinds_of_doing, lay, likeness, of_others, reasons
from onrecord.links.event_partings import Partings, partings_of
from onrecord.links.event_tellings import Telling, is_listed, tellings_of
from onrecord.links.material import Material
from onrecord.links.words import held_in, words_of

ALIKE = 0.5  # share of the shorter clause's words from which two tellings of one day and sort are alike
LEVELS = Levels(least=0.0, unscored=-4.0)
SURE = 9.0  # score of one sentence in two copies
TOLD_AGAIN = 2.0  # score of a headline and what it heads, of "the talks" and the talks that were told


Joined = tuple[Telling, Telling, float, tuple[tuple[str, float], ...]]
Link = tuple[int, int, float]
"""The places of two tellings, and their score."""


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
    place_of = {telling.mention.id: place for place, telling in enumerate(tellings)}
    laid, partings = lay(tellings), partings_of(tellings)
    links = _links(tellings, laid, partings, material)
    bonds = material.ruled.bonds({i: i for i in place_of}).over(place_of)
    settled = settle_places(len(tellings), links, LEVELS, apart=partings.among, bonds=bonds)
    wrong = {place for i, place in place_of.items() if i in material.ruled.wrong}
    kept = [group for group in settled if wrong.isdisjoint(group)]
    within = inside([np.array(group) for group in kept], len(tellings), links)
    chains = [_chain(group, pairs) for group, pairs in zip(kept, within, strict=True)]
    return tuple(
        EventGroup(tellings=tuple(tellings[place] for place in group), joined=joined)
        for group, joined in zip(kept, _joined(chains, tellings, laid), strict=True)
    )


def _chain(group: Sequence[int], pairs: Scored) -> list[Link]:
    """Return the likest pairs that hold all tellings of an event together, the likest first."""
    order = np.lexsort((pairs.second, pairs.first, -pairs.score))
    met = {place: {place} for place in group}
    chain: list[Link] = []
    columns = (each[order].tolist() for each in (pairs.first, pairs.second, pairs.score))
    for first, second, score in zip(*columns, strict=True):
        if len(chain) == len(group) - 1:
            break
        if met[first] is not met[second]:
            chain.append((first, second, score))
            met[first] |= met[second]
            met.update(dict.fromkeys(met[second], met[first]))
    return chain


def _joined(
    chains: Sequence[Sequence[Link]], tellings: Sequence[Telling], laid: Laid
) -> Iterator[tuple[Joined, ...]]:
    """Yield the links of each event with what made up their scores."""
    every = [link for chain in chains for link in chain]
    ends = np.array([link[:2] for link in every], dtype=np.intp).reshape(-1, 2)
    told = iter(reasons(laid, ends[:, 0], ends[:, 1]))
    for chain in chains:
        links = [(tellings[first], tellings[second], score) for first, second, score in chain]
        yield tuple((*link, _reasons(*link, next(told))) for link in links)


def _reasons(
    first: Telling, second: Telling, score: float, told: Iterable[Reason]
) -> tuple[tuple[str, float], ...]:
    if score == SURE:
        return (("one sentence in two copies", SURE),)
    if score == TOLD_AGAIN and first.mention.report == second.mention.report:
        return (("told again in one report", TOLD_AGAIN),)
    return tuple((name, added) for name, added, _ in told)


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


def _links(tellings: Sequence[Telling], laid: Laid, partings: Partings, material: Material) -> Scored:
    """Return the scored pairs of tellings.

    A telling with no day of its own is like none where it may be of several days.
    """
    first, second = _candidates(tellings)
    apart = partings.parted(first, second)
    first, second = first[~apart], second[~apart]
    score = likeness(laid, first, second)
    copied = _copied(first, second, tellings, material)
    score[copied] = SURE
    found = Scored(first=first, second=second, score=score)
    torn = np.isin(np.arange(len(tellings)), partings.torn(found.only(score >= LEVELS.least)))
    kept = found.only(copied | (score < LEVELS.least) | ~(torn[first] | torn[second]))
    return _told_again(kept, tellings)


def _told_again(links: Scored, tellings: Sequence[Telling]) -> Scored:
    """Return scored pairs, ordered by second and first, with those in a report of which one tells the other.

    Of what has been scored the higher score counts.
    """
    place_of = {telling.mention.id: place for place, telling in enumerate(tellings)}
    pairs = [sorted((place_of[one], place_of[other])) for one, other in _of_one_report(tellings)]
    again = np.array(sorted({(second, first) for first, second in pairs}), dtype=np.intp).reshape(-1, 2)
    scored = links.second * len(tellings) + links.first
    told = again[:, 0] * len(tellings) + again[:, 1]
    at = np.searchsorted(scored, told)
    known = np.append(scored, -1)[at] == told
    score = links.score.copy()
    score[at[known]] = np.maximum(TOLD_AGAIN, score[at[known]])
    return Scored(
        first=np.concatenate((links.first, again[~known, 1])),
        second=np.concatenate((links.second, again[~known, 0])),
        score=np.concatenate((score, np.full(np.count_nonzero(~known), TOLD_AGAIN))),
    )


def _candidates(tellings: Sequence[Telling]) -> tuple[Places, Places]:
    """Return the pairs to compare, by second and first, each once: of one state, and of one sort or name."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    first: list[int] = []
    second: list[int] = []
    for place, telling in enumerate(tellings):
        keys = _keys(telling)
        others = sorted({other for key in keys for other in alike[key]})
        first += others
        second += [place] * len(others)
        for key in keys:
            alike[key].append(place)
    return np.array(first, dtype=np.intp), np.array(second, dtype=np.intp)


def _keys(telling: Telling) -> set[tuple[str, str]]:
    names = {telling.mention.sort, *(f"={word}" for word in telling.named)}
    day = telling.day.day if telling.fixed and telling.day is not None else None
    if day is not None:
        names |= {f"~{kind}@{day}" for kind in kinds_of_doing(telling.mention.sort)}
    if day is not None and telling.state == "planned":
        names |= {f"{each}@{day}" for each in (*telling.own, *telling.participants, telling.place) if each}
    return {(telling.state, name) for name in names}


def _copied(first: Places, second: Places, tellings: Sequence[Telling], material: Material) -> Flags:
    """Return of each pair whether it is one sentence in two copies: the same clause in the same words."""
    reports = [telling.mention.report for telling in tellings]
    sentence = numbered(
        _sentence(telling, material) if telling.mention.report in material.copied_by else None
        for telling in tellings
    )
    same: Flags = (sentence[first] >= 0) & (sentence[first] == sentence[second])
    for number in np.flatnonzero(same).tolist():
        one, other = reports[first[number]], reports[second[number]]
        same[number] = one != other and material.are_copies(one, other)
    return same


def _sentence(telling: Telling, material: Material) -> tuple[str, ...]:
    text = material.by_id[telling.mention.report].text
    return (telling.mention.span.of(text), *words_of(telling.mention.clause.of(text)))
