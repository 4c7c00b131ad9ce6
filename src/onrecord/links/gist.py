"""One report's annotations in, its gist out: what decides to which story it belongs.

A gist is a function of the report and its annotations alone, so it is made once and kept. It holds who is
in the news, how prominently; the words of headline and opening; the focal events (the newest happenings
and plans that headline and opening are about) with their days and participants; and the blocking keys.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.links.ages import ages_of
from onrecord.links.event_tellings import STATES, is_listed
from onrecord.links.happening import days_of
from onrecord.links.keys import keys_of
from onrecord.links.material import published_key
from onrecord.links.names import plain, surname
from onrecord.links.people import people_of
from onrecord.links.places import towns_of
from onrecord.links.rarity import name_rarity, rarity
from onrecord.links.streets import streets_of, tables
from onrecord.links.terms import proper_words, terms_of
from onrecord.links.tolls import tolls_of
from onrecord.links.words import function_words, words_of
from onrecord.model.annotation import EventMention, Found, Mention
from onrecord.model.report import NEWS, Report

OPENING = 700  # code points of body that count as the opening: about the first three paragraphs of news
LEADING = 3.0  # rarity from which a name is worth a key; "New York" and "Reuters" lie below
KEY_NAMES = 8  # names of a report that make keys, rarest and most prominent first
ABOUT = 4  # names, heaviest first, and focal events whose people a report is taken to be about
RARE_PLACE = 5.0  # rarity from which a place tells as much as a person's name does
TOWNS = 6  # of a report, most prominent first
WORDS = 40  # of the opening's words kept, rarest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Focal:
    """A focal event: its sort and state (real, planned, …), its days if fixed, its participants' names."""

    sort: str
    state: str
    first: date | None
    last: date | None
    names: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """What a report is about, for comparison.

    Attributes:
        report: its id.
        day: the first day that it may be of.
        names: of people, bodies and rare places, with weights by rarity and prominence, heaviest first.
        leading: those that it is taken to be about.
        places, words: of headline and opening; words with their rarity.
        focal: its focal events, the earlier told the heavier.
        keys: blocking keys; reports that share one are compared.
    """

    report: str
    day: date | None
    names: tuple[tuple[str, float], ...]
    leading: frozenset[str]
    places: frozenset[str]
    words: tuple[tuple[str, float], ...]
    focal: tuple[Focal, ...]
    keys: tuple[int, ...]
    terms: tuple[tuple[str, float], ...] = ()
    headline: tuple[tuple[str, float], ...] = ()
    people: tuple[tuple[str, float], ...] = ()
    towns: tuple[str, ...] = ()
    states: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    days: tuple[tuple[date, float], ...] = ()
    ages: frozenset[int] = frozenset()
    tolls: tuple[tuple[str, tuple[tuple[int, float], ...]], ...] = ()
    kinds: frozenset[str] = frozenset()
    outlet: str | None = None


def gist_of(report: Report, found: Found) -> Gist:
    """Return the gist of one report."""
    found = replace(found, events=tuple(event for event in found.events if is_listed(event)))
    opening = opening_end(report)
    names = _names(found, opening)
    day = published_key(report)[0]
    day_or_none = None if day == date.max else day
    keyed = [name for name, weight in names if weight >= LEADING][:KEY_NAMES]
    focal = tuple(_focal(found, opening))
    words = _words(report, opening, {word for name, _ in names for word in name.split()})
    news = _news(report)
    towns, states = towns_of(report, found)
    gist = Gist(
        report=report.id,
        day=day_or_none,
        names=tuple(names),
        leading=frozenset(keyed[:ABOUT]) | {name for event in focal[:ABOUT] for name in event.names},
        places=frozenset(plain(m.name) for m in found.mentions if m.kind == "place" and m.form == "name"),
        words=words,
        focal=focal,
        keys=(),
        terms=terms_of(news),
        headline=terms_of(report.headline or ""),
        people=people_of(report, found),
        towns=towns[:TOWNS],
        states=states,
        streets=frozenset(streets_of(news)),
        days=days_of(report, found),
        ages=frozenset(ages_of(news)),
        tolls=tolls_of(report, found),
        kinds=kinds_of(news[:OPENING]),
        outlet=report.outlet,
    )
    return replace(gist, keys=keys_of(gist, keyed, proper_words(news)))


def _news(report: Report) -> str:
    """Return what a gist reads: the headline, the news, and captions, which tell who is shown and where."""
    parts = [b.span.of(report.text) for b in report.blocks if b.kind in NEWS or b.kind == "caption"]
    first = [report.headline] if report.headline and report.headline not in parts[:3] else []
    return "\n".join((*first, *parts))


def kinds_of(opening: str) -> frozenset[str]:
    """Return what an opening is beside plain news of a happening: a piece from court, of mourning."""
    words = set(words_of(opening))
    return frozenset(kind for kind, telling in tables()["kinds"].items() if len(words & set(telling)) >= 2)


def opening_end(report: Report) -> int:
    """Return where the opening ends: headline, subhead and the first paragraphs of the body."""
    news = [block for block in report.blocks if block.kind in NEWS]
    room = OPENING
    for block in news:
        if block.kind == "body":
            room -= block.end - block.start
            if room <= 0:
                return block.end
    return news[-1].end if news else 0


def _names(found: Found, opening: int) -> list[tuple[str, float]]:
    """Return names with a weight: rarity, halved for what stands further down; no well-known places."""
    chains: dict[str, list[Mention]] = defaultdict(list)
    for mention in found.mentions:
        if mention.form == "name" and mention.kind != "unnamed" and mention.chain is not None:
            chains[mention.chain].append(mention)
    weights: dict[str, float] = {}
    for mentions in chains.values():
        best = max(mentions, key=lambda m: (len(m.name.split()), -m.span.start))
        key = surname(best.name) if best.kind == "person" else plain(best.name)
        early = any(m.span.start < opening for m in mentions)
        weight = round(name_rarity(best.name) * (1.0 if early else 0.5), 3)
        if best.kind == "place" and name_rarity(best.name) < RARE_PLACE:
            continue
        if key:
            weights[key] = max(weight, weights.get(key, 0.0))
    return sorted(weights.items(), key=lambda item: (-item[1], item[0]))


def _words(report: Report, opening: int, names: set[str]) -> tuple[tuple[str, float], ...]:
    empty = function_words()
    text = "\n".join(
        block.span.of(report.text) for block in report.blocks if block.kind in NEWS and block.start < opening
    )
    words = {word[:-1] if word.endswith("s") and len(word) > 4 else word for word in words_of(text)}
    weights = [(w, round(rarity(w), 2)) for w in words if w not in empty and w not in names and len(w) > 2]
    return tuple(sorted(weights, key=lambda item: (-item[1], item[0]))[:WORDS])


def _focal(found: Found, opening: int) -> Iterator[Focal]:
    """Yield the events of headline and opening that aren't background; the earlier told, the heavier."""
    names = {mention.id: mention for mention in found.mentions}
    told = [event for event in found.events if event.span.start < opening and not event.background]
    for place, event in enumerate(sorted(told, key=lambda event: event.span)):
        when = event.when.date if event.when is not None and event.when.basis != "bounded" else None
        yield Focal(
            sort=event.sort,
            state=STATES[event.modality],
            first=when.first if when else None,
            last=when.last if when else None,
            names=frozenset(_participants(event, names)),
            weight=round(1.0 / (1 + place), 3),
        )


def _participants(event: EventMention, mentions: dict[str, Mention]) -> Iterator[str]:
    for participant in event.participants:
        mention = mentions.get(participant.mention)
        founder = mentions.get(mention.chain) if mention is not None and mention.chain is not None else None
        if founder is not None and founder.form == "name":
            yield surname(founder.name) if founder.kind == "person" else plain(founder.name)
