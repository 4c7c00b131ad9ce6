"""A gist in, its blocking keys out: two reports are compared if they share one, and only then.

A key joins two things that seldom meet by chance, and a stretch of time where they might: a name and a town,
a town and a day, a town and a rare word in one half of a month. So the reports under one key are bounded by
what is published in that stretch, however large the store; no count of what the store holds is asked.

Two common words meet by chance every day of a wire: these make a key with the day of publication alone.

The stretch of time stands first in a key, so that what is published together lies together in the store.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.links.rarity import rarity

if TYPE_CHECKING:
    from onrecord.links.gist import Gist

TELLING = 8.5  # weight of a full name that is no public figure's: with a town it makes a key for all time
SINGULAR = 9.5  # from which it makes a key by itself
KNOWN = 5.0  # and of one that makes a key within a quarter of a year
LIKELY = 0.2  # probability from which a day makes a key
RARE = 4.7  # rarity from which two words make a key for all time
TERMS = 12  # telling words that make keys with a town
PAIRED = 8  # of them, names that make keys with each other
FIRST = 6  # and any that do
# Rarity of two words together below which a key holds for neighbouring days only. Of the candidates that met
# under such keys alone, whatever their days, in a wire of 290 reports a day, one in 220 was like enough to be
# of one happening, of the others one in 7. The figures of `eval stories` are the same in four places with
# these; half a unit to one more costs pairs of one incident.
COMMON_NAMES = 7.5  # two words written with a capital
COMMON_NAMED = 9.0  # one of them, and any telling word
COMMON_LEADING = 10.5  # a leading name, and a word of the opening
COMMON_WORDS = 8.0  # two telling words


def keys_of(gist: "Gist", leading: Sequence[str], proper: Collection[str]) -> tuple[str, ...]:
    """Return the blocking keys of a gist, each once, in a fixed order.

    Args:
        gist: Of the report.
        leading: Its leading names.
        proper: Words that the report writes with a capital alone: of names, whatever they name.
    """
    named = [word for word, _ in gist.terms if word in proper]
    made = (
        _of_days(gist),
        _of_people(gist),
        _of_streets(gist),
        _of_words(gist, named),
        _of_names(gist, leading),
    )
    return tuple(dict.fromkeys(key for keys in made for key in keys))


def _of_names(gist: "Gist", leading: Sequence[str]) -> Iterator[str]:
    """Yield pairs of leading names, and a leading name with a rare word of the opening, for half a month."""
    for first, second in combinations(sorted(leading), 2):
        yield f"nn:{first}|{second}"
    long, short = halves(gist.day), neighbours(gist.day)
    for name in sorted(leading):
        for word, _ in gist.words[:6]:
            for when in long if _tell(name, word, COMMON_LEADING) else short:
                yield f"{when}|nw:{name}|{word}"


def _tell(first: str, second: str, least: float) -> bool:
    """Whether two words are so rare together that they seldom meet by chance."""
    return rarity(first) + rarity(second) >= least


def _of_days(gist: "Gist") -> Iterator[str]:
    """Yield a town with a likely day."""
    for town in gist.towns[:3]:
        for day, probability in gist.days:
            if probability >= LIKELY:
                yield f"{day.isoformat()}|td:{town}"
        for sort in sorted({event.sort for event in gist.focal[:3]}):
            for half in halves(gist.day):
                yield f"{half}|ts:{town}|{sort}"
    for age in sorted(gist.ages)[:10]:
        for day, probability in gist.days:
            if probability >= LIKELY:
                yield f"{day.isoformat()}|ad:{age}"
        for town in gist.towns[:2]:
            for half in halves(gist.day):
                yield f"{half}|at:{age}|{town}"


def _of_people(gist: "Gist") -> Iterator[str]:
    people = [(name, weight) for name, weight in gist.people[:12] if weight >= KNOWN]
    for name, _ in people:
        for half in halves(gist.day):
            yield f"{half}|ph:{name}"
    surnames = {name.rsplit(" ", 1)[-1] for name, _ in gist.people[:12]}
    for surname in sorted(name for name in surnames if rarity(name) >= RARE):
        for town in gist.towns[:3]:
            yield f"nt:{surname}|{town}"
    for name, weight in people[:8]:
        if weight >= SINGULAR:
            yield f"pn:{name}"
        for town in gist.towns[:3]:
            yield from _timed(f"pt:{name}|{town}", gist.day, weight)
    for (first, left), (second, right) in combinations(sorted(people[:5]), 2):
        yield from _timed(f"pp:{first}|{second}", gist.day, max(left, right))


def _timed(key: str, day: date | None, weight: float) -> Iterator[str]:
    if weight >= TELLING:
        yield key
    else:
        for quarter in quarters(day):
            yield f"{quarter}|{key}"


def _of_streets(gist: "Gist") -> Iterator[str]:
    for street in sorted(gist.streets)[:8]:
        for town in gist.towns[:3]:
            for quarter in quarters(gist.day):
                yield f"{quarter}|st:{street}|{town}"
        for half in halves(gist.day):
            yield f"{half}|sh:{street}"
        for day, probability in gist.days:
            if probability >= LIKELY:
                yield f"{day.isoformat()}|sd:{street}"


def _of_words(gist: "Gist", named: Sequence[str]) -> Iterator[str]:
    towns = {word for town in gist.towns for word in town.split()}
    words = [word for word, _ in gist.terms if word not in towns]
    yield from _of_pairs(gist.day, named, words)
    for half in halves(gist.day):
        for town in gist.towns[:2]:
            for word in words[:TERMS]:
                yield f"{half}|tw:{town}|{word}"
    names = {word for name, _ in (*gist.people, *gist.names) for word in name.split()}
    rare = [word for word in words if word in names and rarity(word) >= RARE][:PAIRED]
    for first, second in combinations(sorted({*rare, *gist.towns[:2]}), 2):
        yield f"rr:{first}|{second}"


def _of_pairs(day: date | None, named: Sequence[str], words: Sequence[str]) -> Iterator[str]:
    """Yield two telling words, both names, one, or neither: two that make a key already make no other."""
    capital, telling = frozenset(named[:PAIRED]), frozenset(words[:FIRST])
    long, short = halves(day), neighbours(day)
    for first, second in combinations(sorted(capital), 2):
        for when in quarters(day) if _tell(first, second, COMMON_NAMES) else short:
            yield f"{when}|pr:{first}|{second}"
    for first, second in combinations(sorted(telling), 2):
        if not ({first, second} <= capital and _tell(first, second, COMMON_NAMES)):
            for when in long if _tell(first, second, COMMON_WORDS) else short:
                yield f"{when}|ww:{first}|{second}"
    for name in named[:4]:
        for word in words[:8]:
            both = {name, word}
            if name == word or not (both <= capital or both <= telling):
                for when in long if _tell(name, word, COMMON_NAMED) else short:
                    yield f"{when}|pw:{name}|{word}"


def neighbours(day: date | None) -> tuple[str, ...]:
    """Return a day and the next one, so that what was published on neighbouring days shares a key."""
    if day is None:
        return ("?",)
    return day.isoformat(), (day + timedelta(days=1)).isoformat()


def halves(day: date | None) -> tuple[str, ...]:
    """Return the half of a month that a day lies in and the next one, so that neighbours share a key."""
    if day is None:
        return ("?",)
    half = (day.year * 12 + day.month - 1) * 2 + (day.day > 15)
    return str(half), str(half + 1)


def quarters(day: date | None) -> tuple[str, ...]:
    """Return the quarter of a year that a day lies in and the next one."""
    if day is None:
        return ("?",)
    quarter = day.year * 4 + (day.month - 1) // 3
    return f"q{quarter}", f"q{quarter + 1}"
